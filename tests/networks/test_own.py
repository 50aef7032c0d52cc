"""What somebody's own drawn network hangs on; expected values by hand, and by trying everyone."""

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from course.networks.own import hangs_on, lost, reached, turned


def drawn(ties: list[tuple[str, str]], alone: str = "") -> "nx.Graph[str]":
    """Parties by a letter each; capitals are inside one's own unit."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted({*alone, *(party for tie in ties for party in tie)}))
    graph.add_edges_from(ties)
    nx.set_node_attributes(graph, {party: party.isupper() for party in graph}, "inside")
    return graph


def test_ties_between_others_turn_neither_in_nor_out() -> None:
    seen = turned(drawn([("A", "B"), ("A", "x"), ("B", "y"), ("x", "y")]))
    assert (seen.out, seen.within) == (2, 1)
    assert seen.ei == 1 / 3
    assert turned(drawn([("x", "y")], alone="A")).ei is None


def test_whoever_is_away_takes_those_behind_along() -> None:
    chain = drawn([("A", "x"), ("x", "y"), ("y", "z"), ("A", "w")], alone="v")
    assert reached(chain) == ["A", "w", "x", "y", "z"]
    assert lost(chain, ["x"]) == ["y", "z"]
    assert lost(chain, ["z"]) == []
    assert lost(chain, ["x", "y"]) == ["z"]  # who is away is not lost besides


def test_two_of_one_s_own_reach_others_each_by_themselves() -> None:
    two = drawn([("A", "x"), ("B", "y")])
    assert reached(two) == ["A", "B", "x", "y"]
    assert lost(two, ["A"]) == ["x"]


def test_the_rest_hang_on_the_party_whose_absence_costs_most() -> None:
    assert hangs_on(drawn([("A", "x"), ("x", "y"), ("x", "z"), ("A", "w"), ("w", "v")])) == "x"
    # A role of one's own can be it: B holds two, nobody else anybody.
    assert hangs_on(drawn([("A", "B"), ("B", "x"), ("B", "y")])) == "B"
    # w and y cost one each, so that it is the first of the two; with r and s half of the shortest
    # paths from A to s go through y besides, and y costs no more than before.
    even = [("A", "w"), ("w", "v"), ("A", "y"), ("y", "z")]
    assert hangs_on(drawn(even)) == "w"
    assert hangs_on(drawn([*even, ("A", "r"), ("r", "s"), ("s", "y")])) == "y"


def test_nobody_is_it_where_everyone_has_another_way() -> None:
    assert hangs_on(drawn([("A", "x"), ("A", "y"), ("x", "y")])) is None
    assert hangs_on(drawn([("A", "x"), ("A", "y")])) is None  # oneself is not asked about
    assert hangs_on(drawn([], alone="A")) is None


_LETTERS = "ABwxyz"


@given(st.lists(st.tuples(st.sampled_from(_LETTERS), st.sampled_from(_LETTERS)), max_size=9))
def test_nobody_costs_more_than_whom_it_hangs_on(pairs: list[tuple[str, str]]) -> None:
    graph = drawn([pair for pair in pairs if pair[0] != pair[1]], alone=_LETTERS)
    most = max(len(lost(graph, [party])) for party in graph)
    found = hangs_on(graph)
    assert (len(lost(graph, [found])) if found else 0) == most
