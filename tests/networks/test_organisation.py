"""An organisation of one's own: what is kept of it, where it stands, what it hangs on.

Expected values are counted by hand in the small networks beside them.
"""

import random
from math import hypot

import networkx as nx
import pytest
from attrs import evolve

from course.networks import boundary, read
from course.networks.organisation.hanging import Thread, forget, hub, threads
from course.networks.organisation.helping import Cost, helpful
from course.networks.organisation.measured import crossings, depths, doubt
from course.networks.organisation.neutral import Organisation, neutral
from course.networks.organisation.placed import places

PEOPLE = "namn;enhet\nAnn;Ekonomi\nBo;Ekonomi\nCy;IT\nDu;IT\n"
TIES = "från;till;styrka\nAnn;Bo;4\nBo;Ann;4\nAnn;Cy;1\nCy;Du;3\n"


def brought(seed: int = 1) -> tuple[Organisation, tuple[str, ...]]:
    """Four people in two units, without their names; and the key."""
    return neutral(read(TIES, PEOPLE).graph, people=True, rng=random.Random(seed))


def units(*ties: tuple[int, int]) -> Organisation:
    """Units a, b, c … and the ties that are told between them, all of strength 1."""
    size = 1 + max(max(tie) for tie in ties)
    names = tuple("abcdefghij"[:size])
    return Organisation(size, names, (), (), tuple((one, other, 1) for one, other in ties))


def test_no_name_of_a_person_is_in_what_is_kept() -> None:
    made, key = brought()
    assert sorted(key) == ["Ann", "Bo", "Cy", "Du"]
    assert all(name not in str(made.as_json()) for name in key)
    assert made.units == ("Ekonomi", "IT")


def test_the_key_leads_back_to_the_very_ties_that_were_brought() -> None:
    for seed in range(5):
        made, key = brought(seed)
        named = {(key[one], key[other], strength) for one, other, strength in made.ties}
        assert named == {("Ann", "Bo", 4), ("Bo", "Ann", 4), ("Ann", "Cy", 1), ("Cy", "Du", 3)}
        assert [made.units[unit] for unit in made.member] == [
            {"Ann": "Ekonomi", "Bo": "Ekonomi"}.get(name, "IT") for name in key
        ]


def test_a_number_does_not_tell_where_in_the_list_somebody_stood() -> None:
    assert len({brought(seed)[1] for seed in range(20)}) > 5


def test_units_keep_their_names_and_their_order() -> None:
    made, key = neutral(read("från;till\nIT;HR\nHR;Stab").graph, people=False, rng=random.Random(1))
    assert made.names == key == ("IT", "HR", "Stab")
    assert not made.of_people


@pytest.mark.parametrize(
    "spoilt",
    [
        None,
        [],
        {},
        {"size": 1},
        {"ties": "0 1 5"},
        {"ties": "0 2 1"},
        {"ties": "0 0 1"},
        {"ties": "0 1"},
        {"ties": ""},
        {"ties": [0, 1, 1]},
        {"ties": "0 -1 1"},
        {"ties": 7},
        {"size": 5002},
        {"names": ["A"]},
        {"names": ["A", ""]},
        {"names": ["A", "B" * 201]},
        {"names": ["A", 3]},
        {"units": ["x"]},
        {"member": [0, 0]},
        {"units": ["x"], "member": [0, 1]},
    ],
)
def test_what_is_no_organisation_is_told_so(spoilt: object) -> None:
    whole = Organisation(2, ("A", "B"), (), (), ((0, 1, 3),)).as_json()
    said = {**whole, **spoilt} if isinstance(spoilt, dict) and spoilt else spoilt
    with pytest.raises(ValueError, match="no organisation"):
        Organisation.of_json(said)
    assert Organisation.of_json(whole).as_json() == whole


def test_nobody_moves_when_a_tie_does_and_no_two_stand_in_one_place() -> None:
    made, _ = brought()
    fewer = Organisation(made.size, (), made.units, made.member, made.ties[:1])
    assert places(made) == places(fewer)
    many = Organisation(90, (), ("a", "b", "c"), (0,) * 60 + (1,) * 29 + (2,), ((0, 1, 1),))
    spots, middles = places(many)
    assert len(middles) == 3
    assert all(abs(x) <= 1 and abs(y) <= 1 for x, y in spots)
    apart = [hypot(a[0] - b[0], a[1] - b[1]) for i, a in enumerate(spots) for b in spots[:i]]
    assert min(apart) > 0.01


def test_rows_are_where_ties_begin() -> None:
    # Ann and Bo name each other, Ann names Cy in IT, Cy names Du at home: nobody in IT names anyone
    # in Ekonomi.
    assert crossings(brought()[0]) == [[2, 1], [0, 1]]


def test_the_depths_are_the_boundaries_of_the_same_network() -> None:
    found = depths(brought()[0])
    assert [(one.ties, one.alone) for one in found] == [(4, 0), (3, 0), (3, 0), (2, 2)]
    graph = read(TIES, PEOPLE).graph
    assert found[0].boundary == boundary(graph)
    assert [one.boundary for one in depths(units((0, 1), (1, 2)))] == [None] * 4


def test_silent_are_those_who_are_named_and_name_nobody() -> None:
    found = doubt(brought()[0])  # Du alone; Ann and Bo agree, the other two pairs are one's word
    assert (found.silent, found.pairs, found.agreed, found.left_out) == (1, 3, 1, 0.25)
    assert found.ei is not None
    assert -1 <= found.ei[0] <= found.ei[1] <= 1
    assert doubt(units((0, 1), (1, 2))).ei is None


def test_a_drawn_interval_is_as_narrow_as_the_network_is_uniform() -> None:
    # Every tie crosses: whoever is left out, the index stays +1.
    both = Organisation(
        20, (), ("a", "b"), (0,) * 10 + (1,) * 10, tuple((n, 10 + n, 1) for n in range(10))
    )
    assert doubt(both).ei == (1.0, 1.0)


def test_the_hub_is_the_one_with_whom_most_are_lost() -> None:
    # 0 - 1 - 2, and 3, 4 at 2: without 2 the parts are {0, 1}, {3} and {4}, so two lose the rest.
    found = hub(units((0, 1), (1, 2), (2, 3), (2, 4)))
    assert found is not None
    assert (found.node, found.lost) == (2, 2)
    # Of the six pairs of others, 0-3, 0-4, 1-3, 1-4 and 3-4 go through it.
    assert found.share == pytest.approx(5 / 6)


def test_somebody_at_the_edge_of_many_is_no_reason_to_look_past_who_carries_the_paths() -> None:
    # A ring of 30 with one more, 30, at 0; One of 31 is less than a
    # twentieth: 0 is named for its paths, and what is lost with it is told all the same.
    found = hub(
        Organisation(
            31,
            tuple(map(str, range(31))),
            (),
            (),
            (*((n, (n + 1) % 30, 1) for n in range(30)), (0, 30, 1)),
        )
    )
    assert found is not None
    assert (found.node, found.lost, found.weighs) == (0, 1, False)


def test_a_ring_hangs_on_nobody_alone_and_a_full_one_on_nobody_at_all() -> None:
    ring = hub(units((0, 1), (1, 2), (2, 3), (3, 0)))
    assert ring is not None
    assert ring.lost == 0
    assert hub(units((0, 1), (1, 2), (0, 2))) is None


def test_it_is_counted_once_by_whatever_names_and_forgotten_with_the_organisation() -> None:
    one = units((0, 1), (1, 2))
    found = hub(one)
    assert hub(evolve(one, names=("x", "y", "z"))) is found
    forget()
    assert hub(one) == found
    assert hub(one) is not found


def test_a_thread_is_a_boundary_that_is_all_one_persons() -> None:
    wide = Organisation(4, (), ("a", "b"), (0, 0, 1, 1), ((0, 2, 1), (1, 3, 1)))
    assert threads(wide) == []
    thin = Organisation(4, (), ("a", "b"), (0, 0, 1, 1), ((0, 2, 1), (3, 0, 1), (2, 0, 1)))
    assert threads(thin) == [Thread((0, 1), 0, 2)]


def gained(made: Organisation, one: int, other: int) -> int:
    """Pairs besides the two themselves with a shorter way over a new tie, by looking at all."""
    graph = made.either_way()
    before = dict(nx.all_pairs_shortest_path_length(graph))
    graph.add_edge(one, other)
    after = dict(nx.all_pairs_shortest_path_length(graph))
    pairs = [(a, b) for a in graph for b in range(a) if {a, b} != {one, other}]
    return sum(after[a][b] < before[a][b] for a, b in pairs)


def test_the_first_helpful_tie_is_the_best_of_all_that_could_be() -> None:
    rng = random.Random(4)
    for _ in range(10):
        tree = nx.random_labeled_tree(8, seed=rng.randrange(1000))
        made = units(*((min(tie), max(tie)) for tie in tree.edges))
        found = helpful(made, most=1)
        assert found is not None
        every = [gained(made, a, b) for a in range(8) for b in range(a) if not tree.has_edge(a, b)]
        assert [one.pairs for one in found] == [max(every)]


def test_ties_that_join_two_parts_give_many_a_way_at_all() -> None:
    found = helpful(units((0, 1), (2, 3)), most=1)
    assert found is not None
    assert found[0].pairs == 3  # of the four pairs across, three besides the two who are tied
    everyone = range(151)
    large = Organisation(151, (), (), (), tuple((n, n + 1, 1) for n in everyone[:-1]))
    assert helpful(large) is None


def test_ties_are_chosen_for_what_they_give_an_hour_and_no_longer_than_the_hours_last() -> None:
    # Everyone in one line, 0 to 3 of unit a, 4 and 5 of b: 1 and 5 know most at home and nobody
    # outside. Tied to each other they bring 0-4, 0-5, 1-4 and 2-5 nearer; 1 and 3, both of a, bring
    # 0-3, 0-4, 0-5, 1-4 and 1-5, and are tried only where there is a price.
    line = tuple((n, n + 1, 1) for n in range(5))
    made = Organisation(6, (), ("a", "b"), (0, 0, 0, 0, 1, 1), line)

    def chosen(cost: Cost | None) -> list[tuple[int, int, float | None]]:
        found = helpful(made, cost=cost)
        assert found is not None
        return [(one.one, one.other, one.hours) for one in found]

    assert chosen(None) == [(1, 5, None)]
    assert chosen(Cost(within=1, across=10, budget=10)) == [(1, 3, 1)]  # and 9 h are too few
    # Then 2 and 5 bring 0-5 and 1-5 nearer, at whatever it costs; 5 pairs for 9 h beat 4 for 8 h.
    assert chosen(Cost(within=1, across=10, budget=11)) == [(1, 3, 1), (2, 5, 10)]
    assert chosen(Cost(within=9, across=8, budget=9)) == [(1, 3, 9)]
    assert chosen(Cost(within=9, across=7, budget=9)) == [(1, 5, 7)]  # 4 for 7 h beat 5 for 9 h
    assert chosen(Cost(within=3, across=3, budget=2)) == []


def test_hours_in_the_budget_are_counted_to_the_last() -> None:
    line = units((0, 1), (1, 2), (2, 3), (3, 4), (4, 5))
    found = helpful(line, cost=Cost(0.1, 0.1, 0.3))  # 0.1 + 0.1 + 0.1 is a little more than 0.3
    assert found is not None
    assert len(found) == 3
