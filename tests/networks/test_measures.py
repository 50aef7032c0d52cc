from collections.abc import Callable
from itertools import permutations
from math import isnan, nan
from random import Random

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.networks import (
    Boundary,
    boundary,
    boundary_table,
    densities,
    ei_by_chance,
)
from course.networks.graph import Network

Measure = Callable[[Network], object]


@pytest.fixture
def village() -> Network:
    """Two units of two, one person alone in a third, and one tie of each sort."""
    graph: Network = nx.Graph()
    graph.add_nodes_from(["Ada", "Bo"], unit="north")
    graph.add_nodes_from(["Cai", "Dag"], unit="south")
    graph.add_node("Eli", unit="east")
    graph.add_edges_from([("Ada", "Bo"), ("Bo", "Cai"), ("Ada", "Cai")])
    return graph


@st.composite
def networks(draw: st.DrawFn, most: int = 9) -> Network:
    """Networks of 2-9 people with names, numbers or pairs for labels, often disconnected."""
    label = draw(st.sampled_from([int, str, lambda number: (number, "x")]))
    count = draw(st.integers(2, most))
    graph: Network = nx.Graph()
    for number in range(count):
        graph.add_node(label(number), unit=draw(st.sampled_from(["home", "care", "staff"])))
    nodes = st.sampled_from(list(graph))
    for one, other in draw(st.lists(st.tuples(nodes, nodes), max_size=20)):
        if one != other:
            graph.add_edge(one, other)
    return graph


def test_ei_of_the_karate_club() -> None:
    # Published network (Zachary 1977): 11 ties between the factions, 67 inside, -56/78.
    assert boundary(nx.karate_club_graph(), unit="club").ei == pytest.approx(-56 / 78, abs=1e-12)


def test_chance_of_the_karate_club() -> None:
    # Closed form for 17 + 17 people: 1 - 2 x 544/1122 = 17/561.
    assert ei_by_chance([17, 17]) == pytest.approx(17 / 561, abs=1e-12)
    assert round(ei_by_chance([17, 17]), 4) == 0.0303


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [([5], -1.0), ([1, 1, 1], 1.0), ([2, 1], 1 / 3), ([2, 1, 0], 1 / 3)],
)
def test_chance_by_hand(sizes: list[int], expected: float) -> None:
    # By hand: one unit has no pair across; loners have no pair inside; 2 + 1 has two of three.
    assert ei_by_chance(sizes) == pytest.approx(expected)


def test_chance_takes_any_iterable_once() -> None:
    assert ei_by_chance(size for size in (17, 17)) == ei_by_chance([17, 17])


def test_chance_is_the_ei_of_everyone_tied_to_everyone() -> None:
    # Closed form: in the complete graph ties are pairs.
    graph = nx.complete_graph(9)
    nx.set_node_attributes(graph, {node: node % 4 for node in graph}, "unit")
    assert boundary(graph).ei == pytest.approx(ei_by_chance([3, 2, 2, 2]))


def test_boundary_by_hand(village: Network) -> None:
    # One internal tie of two pairs within, two external ties of eight pairs between; Dag and Eli
    # are alone; chance is (8 - 2)/10.
    assert boundary(village) == Boundary(
        ties=3,
        external=2,
        internal=1,
        isolates=2,
        ei=pytest.approx(1 / 3),
        chance=pytest.approx(0.6),
        deviation=pytest.approx(permuted(village).std()),
        density_within=0.5,
        density_between=0.25,
    )


def permuted(graph: Network) -> np.ndarray:
    """The E-I index for every way in which people can change places."""
    units = list(nx.get_node_attributes(graph, "unit").values())
    found = []
    for places in permutations(units):
        mixed = graph.copy()
        nx.set_node_attributes(mixed, dict(zip(graph, places, strict=True)), "unit")
        found.append(boundary(mixed).ei)
    return np.array(found)


@given(networks(most=6), st.booleans())
@settings(deadline=None, max_examples=30)
def test_chance_and_deviation_are_those_of_all_permutations(graph: Network, arcs: bool) -> None:
    # Another way: all of up to 720 permutations.
    ties = graph.to_directed() if arcs else graph
    if arcs:
        ties.remove_edges_from(list(ties.edges)[::3])
    if not ties.number_of_edges():
        return
    every = permuted(ties)
    found = boundary(ties)
    assert found.chance == pytest.approx(every.mean())
    assert found.deviation == pytest.approx(every.std(), abs=1e-7)


@pytest.mark.client  # two seconds; what all permutations have in the mean is tried above
def test_nineteen_permutations_of_twenty_lie_between() -> None:
    # Another way: 4,000 permutations of the karate club, whose share has an error of .0035; the
    # index goes in steps of 2/78, which the curve does not know.
    club = nx.karate_club_graph()
    units = list(nx.get_node_attributes(club, "club").values())
    low, high = boundary(club, "club").by_chance
    rng, found = np.random.default_rng(1), []
    for _ in range(4000):
        nx.set_node_attributes(club, dict(enumerate(rng.permutation(units))), "mixed")
        found.append(boundary(club, "mixed").ei)
    assert np.mean([low <= one <= high for one in found]) == pytest.approx(0.95, abs=0.02)
    assert boundary(club, "club").ei < low


def test_arcs_are_counted_one_by_one() -> None:
    # By hand: a -> b within, a -> c and c -> a across, so (2 - 1)/3; of two ordered pairs within
    # one is tied, of four across two. Rows of the table are where ties begin.
    arcs = nx.DiGraph(["ab", "ac", "ca"])
    nx.set_node_attributes(arcs, {"a": "x", "b": "x", "c": "y"}, "unit")
    found = boundary(arcs)
    assert (found.ties, found.external, found.internal) == (3, 2, 1)
    assert found.ei == pytest.approx(1 / 3)
    assert (found.density_within, found.density_between) == (1 / 2, 2 / 4)
    assert found.ei != boundary(arcs.to_undirected()).ei
    arcs.remove_edge("c", "a")
    table = boundary_table(arcs)
    assert table.ties.tolist() == [[1, 1], [0, 0]]
    assert table.possible.tolist() == [[2, 2], [2, 0]]


def test_densities_are_nan_where_no_pair_is() -> None:
    one_unit = nx.complete_graph(3)
    nx.set_node_attributes(one_unit, "home", "unit")
    assert densities(one_unit).within == 1
    assert isnan(densities(one_unit).between)
    loners = nx.complete_graph(3)
    nx.set_node_attributes(loners, {node: node for node in loners}, "unit")
    assert isnan(densities(loners).within)
    assert densities(loners).between == 1


def test_boundary_without_ties_has_no_ei(village: Network) -> None:
    village.remove_edges_from(list(village.edges))
    result = boundary(village)
    assert isnan(result.ei)
    assert (result.ties, result.isolates, result.density_within) == (0, 5, 0)
    assert isnan(result.deviation)


def test_table_by_hand(village: Network) -> None:
    table = boundary_table(village)
    assert table.units == ("north", "south", "east")
    assert table.ties.tolist() == [[1, 2, 0], [2, 0, 0], [0, 0, 0]]
    assert table.possible.tolist() == [[1, 4, 2], [4, 1, 2], [2, 2, 0]]
    np.testing.assert_equal(table.density, [[1, 0.5, 0], [0.5, 0, 0], [0, 0, nan]])


def test_table_in_a_given_order_with_an_empty_unit(village: Network) -> None:
    table = boundary_table(village, order=["east", "empty", "north", "south"])
    assert table.units == ("east", "empty", "north", "south")
    assert table.ties.tolist() == [[0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 1, 2], [0, 0, 2, 0]]
    assert np.isnan(table.density[1]).all()


def test_table_of_the_karate_club() -> None:
    # Published network: 35 and 32 ties inside the factions, 11 between.
    table = boundary_table(nx.karate_club_graph(), "club", order=["Mr. Hi", "Officer"])
    assert table.ties.tolist() == [[35, 11], [11, 32]]
    assert table.possible.tolist() == [[136, 289], [289, 136]]


def test_table_cannot_be_written_to(village: Network) -> None:
    table = boundary_table(village)
    for array in (table.ties, table.possible, table.density):
        with pytest.raises(ValueError, match="read-only"):
            array[0, 0] = 7


@pytest.mark.parametrize(
    ("order", "message"),
    [(["north", "south"], "lacks the unit 'east'"), (["north", "south", "east", "east"], "twice")],
)
def test_table_refuses_an_order_that_does_not_fit(
    village: Network, order: list[str], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        boundary_table(village, order=order)


@given(networks())
def test_the_measures_fit_together(graph: Network) -> None:
    result = boundary(graph)
    assert result.ties == result.external + result.internal == graph.number_of_edges()
    assert -1 <= result.chance <= 1
    if result.ties:
        assert -1 <= result.ei <= 1
    table = boundary_table(graph)
    assert (table.ties == table.ties.T).all()
    assert np.trace(table.ties) == result.internal
    assert np.triu(table.ties).sum() == result.ties
    assert np.triu(table.possible).sum() == len(graph) * (len(graph) - 1) // 2
    assert (table.ties <= table.possible).all()


@given(networks(), st.randoms(use_true_random=False))
def test_the_order_of_the_nodes_does_not_matter(graph: Network, random: Random) -> None:
    nodes, ties = list(graph.nodes(data=True)), [(b, a) for a, b in graph.edges]
    random.shuffle(nodes)
    shuffled: Network = nx.Graph()
    shuffled.add_nodes_from(nodes)
    shuffled.add_edges_from(ties)
    assert repr(boundary(shuffled)) == repr(boundary(graph))  # repr, since nan is not nan
    order = ["home", "care", "staff"]
    one, other = (boundary_table(g, order=order).ties for g in (graph, shuffled))
    assert (one == other).all()


@given(networks())
def test_the_graph_is_left_as_it_was(graph: Network) -> None:
    before = nx.Graph(graph)
    boundary(graph)
    boundary_table(graph)
    assert nx.utils.graphs_equal(graph, before)


@pytest.mark.parametrize("measure", [densities, boundary, boundary_table])
class TestRefuses:
    def test_an_empty_graph(self, measure: Measure) -> None:
        with pytest.raises(ValueError, match="no people"):
            measure(nx.Graph())

    def test_a_tie_to_oneself(self, measure: Measure, village: Network) -> None:
        village.add_edge("Ada", "Ada")
        with pytest.raises(ValueError, match="'Ada' has a tie to itself"):
            measure(village)

    def test_parallel_ties(self, measure: Measure, village: Network) -> None:
        with pytest.raises(ValueError, match="several ties"):
            measure(nx.MultiGraph(village))

    def test_someone_without_a_unit(self, measure: Measure, village: Network) -> None:
        village.add_node("Fia")
        with pytest.raises(ValueError, match="'Fia' has no 'unit'"):
            measure(village)


@pytest.mark.parametrize(("sizes", "message"), [([], "two people"), ([1], "two"), ([3, -1], "neg")])
def test_chance_refuses_too_few_people(sizes: list[int], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        ei_by_chance(sizes)


def test_boundary_refuses_a_single_person() -> None:
    graph: Network = nx.Graph()
    graph.add_node("Ada", unit="north")
    with pytest.raises(ValueError, match="two people"):
        boundary(graph)
