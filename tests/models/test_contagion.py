import os
import subprocess
import sys
from collections.abc import Callable
from math import ceil, nan
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.models import contagion
from course.models.adjacency import Adjacency
from course.models.contagion import (
    Contagion,
    neighbourhood,
    spread,
    spread_each,
    spread_sizes,
)
from course.models.few import spread_rounds
from course.models.rewiring import ring_lattice
from course.paths import ROOT


@st.composite
def graphs(draw: Callable[..., Any]) -> nx.Graph:
    """Any simple graph, with isolated people and pieces apart; people have names, not numbers."""
    people = draw(st.integers(1, 12))
    pairs = [(a, b) for a in range(people) for b in range(a)]
    ties = draw(st.sets(st.sampled_from(pairs))) if pairs else set()
    graph = nx.Graph()
    graph.add_nodes_from(f"person {number}" for number in range(people))
    graph.add_edges_from((f"person {a}", f"person {b}") for a, b in ties)
    return graph


def _one_by_one(graph: nx.Graph, begin: set[Any], need: Callable[[Any], float]) -> dict[Any, int]:
    """Another implementation: each person asks the own contacts, round by round."""
    adopted_at = dict.fromkeys(begin, 0)
    for now in range(1, len(graph) + 1):
        adopted_at |= {
            person: now
            for person in graph
            if person not in adopted_at
            and sum(adopted_at.get(other, now) < now for other in graph[person]) >= need(person)
        }
    return adopted_at


def _by_name(result: Contagion, run: int = 0) -> dict[Any, int]:
    times = zip(result.people, result.adopted_at[run].tolist(), strict=True)
    return {person: time for person, time in times if time >= 0}


@given(graphs(), st.integers(0, 4), st.data())
@settings(max_examples=50, deadline=None)
def test_agrees_with_asking_each_person(
    graph: nx.Graph, contacts: int, data: st.DataObject
) -> None:
    begin = data.draw(st.lists(st.sets(st.sampled_from(list(graph))), min_size=1, max_size=4))
    result = spread(graph, begin, contacts=contacts)
    for run, who in enumerate(begin):
        assert _by_name(result, run) == _one_by_one(graph, who, lambda _: contacts)


@given(graphs(), st.fractions(0, 1, max_denominator=12), st.data())
@settings(max_examples=50, deadline=None)
def test_shares_agree_with_exact_arithmetic(
    graph: nx.Graph, share: Any, data: st.DataObject
) -> None:
    begin = data.draw(st.sets(st.sampled_from(list(graph))))
    # By definition: adopters / contacts >= share; nobody follows an empty share, unless it is 0.
    expected = _one_by_one(
        graph, begin, lambda person: share * graph.degree(person) or (0 if not share else 1)
    )
    assert _by_name(spread(graph, [begin], share=float(share))) == expected


@given(graphs(), st.data())
@settings(max_examples=50, deadline=None)
def test_thresholds_may_differ(graph: nx.Graph, data: st.DataObject) -> None:
    need = {person: data.draw(st.integers(0, 3)) for person in graph}
    begin = {next(iter(graph))}
    assert _by_name(spread(graph, [begin], contacts=need)) == _one_by_one(
        graph, begin, need.__getitem__
    )


@given(graphs(), st.data())
@settings(max_examples=50, deadline=None)
def test_in_plain_python_as_with_arrays(graph: nx.Graph, data: st.DataObject) -> None:
    one = data.draw(st.sampled_from([st.integers(0, 4), st.floats(0, 1)]))
    given_ = data.draw(st.one_of(one, st.fixed_dictionaries(dict.fromkeys(graph, one))))
    begin = data.draw(st.sets(st.sampled_from(list(graph))))
    numbers = given_.values() if isinstance(given_, dict) else [given_]
    kind = "contacts" if all(isinstance(number, int) for number in numbers) else "share"
    adopted = spread_rounds(graph, begin, **{kind: given_})
    arrays = spread(graph, [begin], **{kind: given_})
    assert [len(now) for now in adopted] == arrays.over_time[0].tolist()
    assert adopted[-1] == arrays.names()
    when = {who: next(i for i, now in enumerate(adopted) if who in now) for who in adopted[-1]}
    assert when == _by_name(arrays)


@given(st.lists(graphs(), min_size=1, max_size=4), st.integers(0, 3))
@settings(max_examples=50, deadline=None)
def test_networks_side_by_side_do_not_meet(several: list[nx.Graph], contacts: int) -> None:
    begin = [set(list(graph)[:2]) for graph in several]
    together = spread_each(several, begin, contacts=contacts)
    apart = [spread(g, [who], contacts=contacts) for g, who in zip(several, begin, strict=True)]
    assert [_by_name(run) for run in together] == [_by_name(run) for run in apart]


@given(graphs(), st.integers(0, 4), st.randoms(use_true_random=False))
@settings(max_examples=50, deadline=None)
def test_the_order_of_people_does_not_matter(graph: nx.Graph, contacts: int, chance: Any) -> None:
    shuffled = nx.Graph()
    shuffled.add_nodes_from(chance.sample(list(graph), len(graph)))
    shuffled.add_edges_from(chance.sample(list(graph.edges), graph.number_of_edges()))
    begin = {"person 0"}
    first, second = (spread(g, [begin], contacts=contacts) for g in (graph, shuffled))
    assert _by_name(first) == _by_name(second)


@given(graphs(), st.integers(0, 4), st.data())
@settings(max_examples=50, deadline=None)
def test_adoption_never_falls_and_higher_thresholds_never_spread_further(
    graph: nx.Graph, contacts: int, data: st.DataObject
) -> None:
    begin = data.draw(st.sets(st.sampled_from(list(graph))))
    lower, higher = (spread(graph, [begin], contacts=a) for a in (contacts, contacts + 1))
    assert higher.names() <= lower.names()
    for result in (lower, higher):
        assert (np.diff(result.over_time) >= 0).all()
        assert result.over_time[0, 0] == len(begin)
        assert result.over_time[0, -1] == result.adopters[0]


@pytest.mark.parametrize(("contacts", "rounds"), [(1, 124), (2, 165), (3, 248), (4, 494)])
def test_rounds_around_a_ring(contacts: int, rounds: int) -> None:
    # About ceil((n - z - 1) / (2 (k - a + 1))) rounds, n = 1000, z = 2k = 8; Centola & Macy (2007).
    ring = ring_lattice(1000, 8)
    result = spread(ring, [neighbourhood(ring, 0)], contacts=contacts)
    assert result.everyone.all()
    assert result.rounds[0] == pytest.approx(rounds, abs=2)
    assert result.rounds[0] == pytest.approx(ceil(991 / (2 * (5 - contacts))), abs=2)


def test_a_ring_is_blocked_above_half_the_contacts() -> None:
    ring = ring_lattice(1000, 8)
    result = spread(ring, [neighbourhood(ring, 0)], contacts=5)
    assert (result.adopters[0], result.rounds[0]) == (9, 0)


def test_says_who_and_when() -> None:
    # By hand: on a path, with one contact enough, one person further on each side a round.
    result = spread(nx.path_graph(5), [{1}, set()], contacts=1)
    assert result.adopted_at.tolist() == [[1, 0, 1, 2, 3], [-1] * 5]
    assert result.adopters.tolist() == [5, 0]
    assert result.everyone.tolist() == [True, False]
    assert result.rounds.tolist() == [3, 0]
    assert result.over_time.tolist() == [[1, 3, 4, 5], [0] * 4]
    assert result.names(0) == frozenset(range(5))
    assert result.names(1) == frozenset()


def test_stops_after_the_rounds_asked_for() -> None:
    # By hand, as above.
    result = spread(nx.path_graph(5), [{0}], contacts=1, rounds=2)
    assert result.adopters[0] == 3
    assert spread(nx.path_graph(5), [{0}], contacts=1, rounds=0).adopters[0] == 1


def test_all_ways_of_counting_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    # Some people or all of them, so many at a time, and batches of any size: 40 runs, and 300 that
    # fill whole words; or each run by itself.
    graph = nx.barabasi_albert_graph(300, 4, seed=1)
    need = {person: person % 4 for person in graph}
    ways = ((1e-9, 2**15, 8), (10**9, 2**15, 8), (4, 300, 8), (4, 2**15, 10**6))
    for step in (7, 1):
        begin = [set(range(start, start + 12)) for start in range(0, 280, step)]
        for contacts in (2, need):
            results = []
            for few, words, alone in ways:
                monkeypatch.setattr("course.models.rounds._FEW", few)
                monkeypatch.setattr("course.models.rounds._TOGETHER", words)
                monkeypatch.setattr(contagion, "_WORDS", words)
                monkeypatch.setattr(contagion, "_BESIDE", 1)
                monkeypatch.setattr(contagion, "_ALONE", alone)
                results.append(spread(graph, begin, contacts=contacts))
            assert all(result == results[0] for result in results)
            assert results[0].rounds.max() > 2


@given(graphs(), st.integers(0, 4), st.integers(1, 200), st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_sizes_alone_are_those_of_the_runs(
    graph: nx.Graph, contacts: int, runs: int, chance: Any
) -> None:
    people = list(graph)
    begin = [chance.sample(people, chance.randint(0, len(people))) for _ in range(runs)]
    sizes = spread_sizes(graph, begin, contacts=contacts)
    assert sizes.tolist() == spread(graph, begin, contacts=contacts).adopters.tolist()


@given(graphs(), st.integers(0, 4), st.data())
@settings(max_examples=30, deadline=None)
def test_arrays_are_followed_as_graphs_are(
    graph: nx.Graph, contacts: int, data: st.DataObject
) -> None:
    numbered = nx.convert_node_labels_to_integers(graph)
    arrays = as_arrays(numbered)
    begin = data.draw(st.sets(st.sampled_from(list(numbered))))
    one, other = (spread(ties, [begin], contacts=contacts) for ties in (numbered, arrays))
    assert one.adopted_at.tolist() == other.adopted_at.tolist()
    need = data.draw(st.lists(st.integers(0, 3), min_size=len(graph), max_size=len(graph)))
    one = spread(numbered, [begin], contacts=dict(enumerate(need)))
    other = spread(arrays, [begin], contacts=np.array(need))
    assert one.adopted_at.tolist() == other.adopted_at.tolist()


def as_arrays(graph: nx.Graph) -> Adjacency:
    """A graph whose nodes are numbers from 0, as compressed rows."""
    each = [sorted(graph[person]) for person in range(len(graph))]
    indptr = np.cumsum([0, *map(len, each)])
    return Adjacency(indptr, np.array([other for row in each for other in row], dtype=int))


@pytest.mark.parametrize(
    ("indptr", "indices", "says"),
    [
        ([0], [], "at least two"),
        ([1, 2], [0], "begin with 0"),
        ([0, 2, 1], [1], "never fall"),
        ([0, 1, 3], [1, 0], "ends with 3 and there are 2"),
        ([0, 1, 2], [1, 2], "nobody here: number people from 0 to 1"),
        ([0, 2, 3, 4], [2, 1, 0, 0], "do not rise"),
        ([0, 2, 4], [1, 1, 0, 0], "stands twice"),
        ([0, 1], [0], "0 has a tie to itself"),
        ([0, 1, 1], [1], "at one end only"),
        ([0, 0.5], [], "whole numbers"),
    ],
)
def test_refuses_arrays_that_are_no_network(indptr: Any, indices: Any, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        Adjacency(indptr, indices)


@pytest.mark.parametrize("who", [[3], [-1], ["Ali"], [0.5]])
def test_refuses_who_is_none_of_the_numbers(who: Any) -> None:
    with pytest.raises(ValueError, match="is not in the network"):
        spread(as_arrays(nx.path_graph(3)), [who], contacts=1)


@pytest.mark.parametrize("given", [np.array([1, 2]), np.array([1, -1, 0]), np.array([1, nan, 1])])
def test_refuses_thresholds_that_are_none(given: Any) -> None:
    with pytest.raises(ValueError, match=r"2 thresholds for 3|contacts is (-1|nan)"):
        spread(nx.path_graph(3), [{0}], contacts=given)
    with pytest.raises(ValueError, match=r"contacts is 0\.5"):
        spread(nx.path_graph(3), [{0}], contacts=np.array([1, 0.5, 2]))


def test_many_contacts_do_not_overflow() -> None:
    # By hand: the centre of a star has 300 contacts, and adopts when as many of them have.
    star = nx.star_graph(300)
    for adopters, contacts, adopts in ((300, 300, True), (299, 300, False), (99, 300, False)):
        centre = 0 in spread(star, [set(range(1, adopters + 1))], contacts=contacts).names()
        assert centre == adopts
    assert 0 not in spread(star, [set(range(1, 301))], contacts=10**9).names()


def test_a_share_of_three_tenths_is_three_of_ten() -> None:
    # By hand; in floating point 0.3 x 10 can come out above 3.
    star = nx.star_graph(10)
    assert 0 in spread(star, [{1, 2, 3}], share=0.1 + 0.2).names()
    assert 0 not in spread(star, [{1, 2}], share=0.3).names()
    assert 0 in spread_rounds(star, {1, 2, 3}, share=0.1 + 0.2)[-1]
    assert 0 not in spread_rounds(star, {1, 2}, share=0.3)[-1]


def test_plain_python_asks_for_no_numpy() -> None:
    code = "import sys; sys.modules['numpy'] = None; import course.models.few"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)


@pytest.mark.parametrize(
    ("begin", "options", "says"),
    [
        ({0}, {}, "one kind of threshold"),
        ({0}, {"contacts": -1}, "contacts is -1"),
        ({0}, {"share": 1.1}, "share is 1.1"),
        ({0}, {"contacts": {0: 1, 1: 1}}, "2 has no threshold: give one for each person"),
        ({"Ali"}, {"contacts": 1}, "'Ali' is not in the network"),
    ],
)
def test_plain_python_refuses_the_same(begin: Any, options: dict[str, Any], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        spread_rounds(nx.path_graph(3), begin, **options)


def test_pieces_apart_and_people_alone() -> None:
    # By hand: what begins in one piece stays there, and who has no contacts follows nobody.
    graph = nx.Graph([("a", "b"), ("c", "d")])
    graph.add_node("alone")
    assert spread(graph, [{"a"}], share=1.0).names() == {"a", "b"}
    assert spread(graph, [{"a"}], share=0.0).everyone.all()
    one = nx.empty_graph(1)
    assert spread(one, [{0}, set()], contacts=1).adopters.tolist() == [1, 0]


def test_people_may_be_anything() -> None:
    graph = nx.Graph([(("team", 1), 7), (7, "Åsa")])
    assert spread(graph, [{"Åsa"}], contacts=1).names() == {("team", 1), 7, "Åsa"}


def test_noise_is_drawn_each_round_for_those_with_a_contact() -> None:
    # By hand: each leaf of a star that has adopted at its centre waits a geometric time, and is
    # still waiting after three rounds with chance (1 - .2)^3; people alone are never lucky.
    star = nx.star_graph(4000)
    star.add_node("alone")
    result = spread(star, [{0}], contacts=2, noise=0.2, rounds=3)
    # One of the 4,000 leaves has a standard error of .008.
    assert (result.adopters[0] - 1) / 4000 == pytest.approx(1 - 0.8**3, abs=0.035)
    assert "alone" not in result.names()
    assert result == spread(star, [{0}], contacts=2, noise=0.2, rounds=3)
    assert result != spread(star, [{0}], contacts=2, noise=0.2, rounds=3, seed=2)


def test_noise_at_its_ends() -> None:
    # By hand: a noise of 1 is a threshold of one contact, and one of 0 is none.
    ring = ring_lattice(30, 4)
    simple = spread(ring, [{0}], contacts=1)
    assert spread(ring, [{0}], contacts=2, noise=1.0, rounds=99) == simple
    assert spread(ring, [{0}], contacts=2, noise=0.0).adopters[0] == 1


def test_noise_waits_through_quiet_rounds() -> None:
    # By hand: the second of a pair adopts within 5,000 rounds but for a chance of e^-50.
    result = spread(nx.path_graph(2), [{0}], contacts=2, noise=0.01, rounds=5000)
    assert result.everyone.all()


@given(st.floats(0, 1), st.integers(0, 50))
@settings(max_examples=30, deadline=None)
def test_noise_only_adds(noise: float, seed: int) -> None:
    graph = nx.path_graph(8)
    quiet = spread(graph, [{0, 2}], contacts=2).names()
    assert quiet <= spread(graph, [{0, 2}], contacts=2, noise=noise, rounds=9, seed=seed).names()


def test_neighbourhood_of_nobody() -> None:
    with pytest.raises(ValueError, match="'Ali' is not in the network"):
        neighbourhood(nx.path_graph(2), "Ali")


@pytest.mark.parametrize(
    ("graph", "says"),
    [
        (nx.Graph(), "no people: add nodes"),
        (nx.DiGraph([(0, 1)]), "direction, and here they are mutual: use graph.to_undirected"),
        (nx.MultiGraph([(0, 1)]), "several ties.*networkx.Graph"),
        (nx.Graph([(0, 0), (0, 1)]), "0 has a tie to itself.*remove"),
    ],
)
def test_refuses_what_is_no_network(graph: nx.Graph, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        spread(graph, [{0}], contacts=1)


@pytest.mark.parametrize(
    ("begin", "options", "says"),
    [
        ([{0}], {}, "one kind of threshold"),
        ([{0}], {"contacts": 1, "share": 0.5}, "one kind of threshold"),
        ([{0}], {"contacts": -1}, "contacts is -1: give a whole number from 0 up"),
        ([{0}], {"contacts": 1.5}, "contacts is 1.5"),
        ([{0}], {"contacts": nan}, "contacts is nan"),
        ([{0}], {"share": 1.1}, "share is 1.1: give a number from 0 to 1"),
        ([{0}], {"share": -0.1}, "share is -0.1"),
        ([{0}], {"share": nan}, "share is nan"),
        ([{0}], {"contacts": {0: 1, 1: 1}}, "2 has no threshold: give one for each person"),
        ([{0}], {"share": {0: 1, 1: 1, 2: 2}}, "share is 2"),
        ([{0}], {"contacts": 1, "noise": 0.1}, "say how many rounds"),
        ([{0}], {"contacts": 1, "noise": nan}, "noise is nan"),
        ([{0}], {"contacts": 1, "rounds": -1}, "rounds is -1"),
        ([], {"contacts": 1}, "at least one set of people who begin"),
        ([0], {"contacts": 1}, "give one set for each run"),
        (["Ali"], {"contacts": 1}, "give one set for each run"),
        ([{"Ali"}], {"contacts": 1}, "'Ali' is not in the network"),
    ],
)
def test_refuses_what_it_cannot_follow(begin: Any, options: dict[str, Any], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        spread(nx.path_graph(3), begin, **options)


def test_refuses_networks_without_their_beginners() -> None:
    for several, begin in (([], []), ([nx.path_graph(2)], [])):
        with pytest.raises(ValueError, match="one set for each"):
            spread_each(several, begin, contacts=1)
