"""Networks that are changed by hand; expected values by hand, and by every way of being away."""

from itertools import combinations, product

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.networks.changed import bridges, changed, groups, width


def test_a_tie_that_is_made_stands_whatever_is_cut() -> None:
    line = nx.path_graph(3)
    made = changed(line, tied=[(0, 1, 4)], cut=[(0, 1), (1, 2)])
    assert list(made.edges(data="strength")) == [(0, 1, 4)]
    assert line.number_of_edges() == 2


def test_who_is_away_has_no_ties_and_others_keep_theirs() -> None:
    made = changed(nx.star_graph(3), tied=[(1, 2, 1)], away=[0])
    assert sorted(made) == [1, 2, 3]
    assert list(made.edges) == [(1, 2)]


def test_bridges_are_told_from_the_first_unit_to_the_second() -> None:
    graph: nx.Graph[str] = nx.Graph([("b1", "a1"), ("a1", "a2"), ("a2", "b1")])
    units = {"a1": "A", "a2": "A", "b1": "B"}
    ordered: nx.Graph[str] = nx.Graph()
    ordered.add_nodes_from((one, {"unit": units[one]}) for one in sorted(units))
    ordered.add_edges_from(graph.edges)
    assert bridges(ordered) == {("A", "B"): [("a1", "b1"), ("a2", "b1")]}


@pytest.mark.parametrize(
    ("ties", "wide"),
    [
        ([], 0),
        ([(1, "a"), (2, "a"), (3, "a")], 1),
        ([(1, "a"), (1, "b"), (1, "c")], 1),
        ([(1, "a"), (1, "b"), (2, "a")], 2),
        # Whoever comes first has to give way: 1 may take a only if 2 takes it not.
        ([(1, "a"), (1, "b"), (2, "a"), (3, "b"), (3, "c")], 3),
    ],
)
def test_a_bridge_is_as_wide_as_its_ties_without_a_person_in_common(
    ties: list[tuple[int, str]], wide: int
) -> None:
    assert width(ties) == wide


@given(st.sets(st.tuples(st.integers(0, 3), st.sampled_from("abcd")), max_size=9))
def test_it_takes_as_many_to_be_away_as_the_bridge_is_wide(ties: set[tuple[int, str]]) -> None:
    # König's theorem, by trying everybody who may be away.
    people = [*range(4), *"abcd"]
    least = next(
        n
        for n in range(5)
        for away in combinations(people, n)
        if all(one in away or other in away for one, other in ties)
    )
    assert width(ties) == least


def test_groups_know_all_of_their_own_and_nobody_else() -> None:
    made = groups(6, 8)
    unit = nx.get_node_attributes(made, "unit")
    for one, other in product(made, made):
        assert made.has_edge(one, other) == (one != other and unit[one] == unit[other])
