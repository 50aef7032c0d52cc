import os
import subprocess
import sys
import threading
from collections.abc import Callable
from itertools import pairwise, permutations
from math import isnan
from random import Random

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.networks import (
    betweenness,
    boundary,
    brokerage,
    brokers,
    constraint,
    effective_size,
    few,
    many,
)
from course.networks.brokers import ROLES
from course.networks.graph import Network
from course.paths import ROOT

Measure = Callable[[Network], object]

BORGATTI = nx.Graph(["AB", "AF", "AG", "AE", "EG", "FG", "BG", "BD", "DG", "GC"])
"""The example of Borgatti (1997), Connections 20(1), 35-38."""


@st.composite
def digraphs(draw: st.DrawFn) -> "nx.DiGraph[str]":
    """Directed networks of 1-8 people in up to three units."""
    names = "abcdefgh"[: draw(st.integers(1, 8))]
    graph: nx.DiGraph[str] = nx.DiGraph()
    for name in names:
        graph.add_node(name, unit=draw(st.integers(0, 2)))
    node = st.sampled_from(names)
    ties = draw(st.lists(st.tuples(node, node), max_size=25))
    graph.add_edges_from((one, other) for one, other in ties if one != other)
    return graph


def by_definition(graph: Network) -> dict[str, list[int]]:
    """Count the roles triple by triple, in the words of Gould & Fernandez (1989)."""
    unit = nx.get_node_attributes(graph, "unit")
    counts = {role: dict.fromkeys(graph, 0) for role in ROLES}
    for a, b, c in permutations(graph, 3):
        if graph.has_edge(a, b) and graph.has_edge(b, c) and not graph.has_edge(a, c):
            match (unit[a] == unit[b], unit[b] == unit[c], unit[a] == unit[c]):
                case (True, True, True):
                    role = "coordinator"
                case (False, False, True):
                    role = "consultant"
                case (True, False, False):
                    role = "representative"
                case (False, True, False):
                    role = "gatekeeper"
                case _:
                    role = "liaison"
            counts[role][b] += 1
    return {role: list(count.values()) for role, count in counts.items()}


def test_roles_in_the_karate_club() -> None:
    # Another implementation: R's sna::brokerage on the club's two factions.
    result = brokerage(nx.karate_club_graph(), unit="club")
    assert result.totals == {
        "coordinator": 510,
        "consultant": 20,
        "representative": 128,
        "gatekeeper": 128,
        "liaison": 0,
    }
    assert result.total == sum(result.by_node) == 786


@pytest.mark.parametrize(
    ("units", "role"),
    [
        ("xxx", "coordinator"),
        ("xyx", "consultant"),
        ("xxy", "representative"),
        ("xyy", "gatekeeper"),
        ("xyz", "liaison"),
    ],
)
def test_each_role_on_one_directed_path(units: str, role: str) -> None:
    # By the definition, on a -> b -> c with these units.
    graph = nx.DiGraph(["ab", "bc"])
    nx.set_node_attributes(graph, dict(zip("abc", units, strict=True)), "unit")
    result = brokerage(graph)
    assert result.nodes == ("a", "b", "c")
    assert getattr(result, role) == (0, 1, 0)
    assert result.total == 1


def test_a_closed_pair_needs_no_broker() -> None:
    graph = nx.DiGraph(["ab", "bc", "ac"])
    nx.set_node_attributes(graph, "x", "unit")
    assert brokerage(graph).total == 0


def test_a_tie_back_leaves_the_pair_open() -> None:
    # By the definition only a -> c closes a -> b -> c; c -> a makes two brokered paths of its own.
    graph = nx.DiGraph(["ab", "bc", "ca"])
    nx.set_node_attributes(graph, "x", "unit")
    assert brokerage(graph).coordinator == (1, 1, 1)


@given(digraphs())
def test_roles_agree_with_counting_triples(graph: "nx.DiGraph[str]") -> None:
    result = brokerage(graph)
    for role, counts in by_definition(graph).items():
        assert getattr(result, role) == tuple(counts)


@given(digraphs())
def test_an_undirected_tie_counts_both_ways(graph: "nx.DiGraph[str]") -> None:
    mutual = graph.to_undirected()
    one, other = brokerage(mutual), brokerage(mutual.to_directed())
    assert one.totals == other.totals
    assert one.representative == one.gatekeeper


def test_constraint_and_effective_size_in_borgattis_example() -> None:
    # The published example, with the values that networkx's own tests hold.
    expected = {"A": 2.5, "B": 5 / 3, "C": 1, "D": 1, "E": 1, "F": 1, "G": 14 / 3}
    assert effective_size(BORGATTI) == pytest.approx(expected)
    constraints = {
        "A": 0.5955,
        "B": 0.6427,
        "C": 1,
        "D": 0.7847,
        "E": 0.7309,
        "F": 0.7309,
        "G": 0.4003,
    }
    assert constraint(BORGATTI) == pytest.approx(constraints, abs=5e-5)


def test_the_medici() -> None:
    # Padgett's marriage ties among the Florentine families; values of networkx.
    families = nx.florentine_families_graph()
    assert constraint(families)["Medici"] == pytest.approx(0.2099, abs=5e-5)
    assert betweenness(families)["Medici"] == pytest.approx(47.5)


@given(digraphs())
def test_constraint_and_effective_size_equal_those_of_networkx(graph: "nx.DiGraph[str]") -> None:
    # Another implementation: networkx, whose named nodes keep it on its path without SciPy.
    mutual = graph.to_undirected()
    nodes = list(mutual)
    assert constraint(mutual) == pytest.approx(nx.constraint(mutual, nodes=nodes), nan_ok=True)
    assert effective_size(mutual) == pytest.approx(
        nx.effective_size(mutual, nodes=nodes), nan_ok=True
    )


def test_weights_are_left_out() -> None:
    graph = nx.path_graph(3)
    nx.set_edge_attributes(graph, {(0, 1): 7, (1, 2): 1}, "weight")
    assert constraint(graph) == {0: 1, 1: 0.5, 2: 1}
    assert betweenness(graph) == {0: 0, 1: 1, 2: 0}


def test_the_table_by_hand() -> None:
    # A path Ann - Bea - Cleo, with Dot alone. Bea stands between one pair, open both ways.
    graph: Network = nx.Graph([("Cleo", "Bea"), ("Bea", "Ann")])
    graph.add_node("Dot")
    units = {"Ann": "x", "Bea": "x", "Cleo": "y", "Dot": "y"}
    nx.set_node_attributes(graph, units, "unit")
    rows = brokers(graph)
    assert [row.node for row in rows] == ["Bea", "Ann", "Cleo", "Dot"]
    bea, _, cleo, dot = rows
    assert (bea.betweenness, bea.constraint, bea.effective_size) == (1, 0.5, 2)
    assert (bea.brokerage, bea.units_reached, bea.ties) == (2, 1, 2)
    assert (cleo.units_reached, cleo.ties) == (1, 1)
    assert isnan(dot.constraint)
    assert isnan(dot.effective_size)
    assert (dot.betweenness, dot.units_reached, dot.ties) == (0, 0, 0)


@given(digraphs(), st.randoms(use_true_random=False))
def test_the_table_does_not_depend_on_the_order_of_nodes(
    graph: "nx.DiGraph[str]", random: Random
) -> None:
    mutual = graph.to_undirected()
    nodes = list(mutual.nodes(data=True))
    random.shuffle(nodes)
    shuffled: Network = nx.Graph()
    shuffled.add_nodes_from(nodes)
    shuffled.add_edges_from(mutual.edges)
    for one, other in zip(brokers(mutual), brokers(shuffled), strict=True):
        assert (one.node, one.brokerage, one.ties) == (other.node, other.brokerage, other.ties)
        assert one.betweenness == pytest.approx(other.betweenness)


@given(digraphs())
def test_directed_measures_equal_those_of_networkx(graph: "nx.DiGraph[str]") -> None:
    # Another implementation: networkx, which takes a direction as Burt and Freeman do, but has no
    # answer for those whom others have ties to and who have none themselves.
    nodes = [node for node in graph if graph[node]]
    for ours, theirs in ((constraint, nx.constraint), (effective_size, nx.effective_size)):
        found = ours(graph)
        assert {node: found[node] for node in nodes} == pytest.approx(theirs(graph, nodes=nodes))
    assert betweenness(graph) == pytest.approx(nx.betweenness_centrality(graph, normalized=False))


def test_a_direction_makes_a_difference() -> None:
    # By hand: in a ring of three arcs each stands between one ordered pair, and between none once
    # ties go both ways.
    ring = nx.DiGraph(["ab", "bc", "ca"])
    assert betweenness(ring) == {"a": 1, "b": 1, "c": 1}
    assert betweenness(ring.to_undirected()) == {"a": 0, "b": 0, "c": 0}
    # By hand: a has b twice and c once, so invests 2/3 and 1/3; they have no tie: 4/9 + 1/9.
    uneven = nx.DiGraph(["ab", "ba", "ac"])
    assert constraint(uneven)["a"] == pytest.approx(5 / 9)
    assert constraint(uneven.to_undirected())["a"] == pytest.approx(1 / 2)


@given(digraphs(), st.booleans())
@settings(deadline=None)
def test_few_and_many_are_counted_alike(graph: "nx.DiGraph[str]", mutual: bool) -> None:
    ties: Network = graph.to_undirected() if mutual else graph
    member = nx.get_node_attributes(ties, "unit")
    assert many.roles(ties, member) == few.roles(ties, member)
    assert many.constraint(ties) == pytest.approx(few.constraint(ties))
    assert many.effective_size(ties) == pytest.approx(few.effective_size(ties))


def test_many_paths_are_looked_at_a_part_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = nx.gnp_random_graph(150, 0.1, seed=2, directed=True)
    nx.set_node_attributes(graph, {node: node % 7 for node in graph}, "unit")
    whole = brokerage(graph), constraint(graph), effective_size(graph)
    monkeypatch.setattr(many, "_PATHS", 50)
    assert brokerage(graph) == whole[0]
    assert constraint(graph) == pytest.approx(whole[1])
    assert effective_size(graph) == pytest.approx(whole[2])
    assert whole[0].by_node == tuple(
        map(sum, zip(*few.roles(graph, nx.get_node_attributes(graph, "unit")), strict=True))
    )


def test_many_people_without_ties() -> None:
    graph = nx.empty_graph(150)
    nx.set_node_attributes(graph, "x", "unit")
    assert all(isnan(row.constraint) and not row.brokerage for row in brokers(graph))


def test_few_people_are_measured_without_arrays() -> None:
    code = (
        "import sys\n"
        "sys.modules['numpy'] = sys.modules['rustworkx'] = None\n"
        "import networkx as nx\n"
        "from course.networks import boundary, brokers\n"
        "graph = nx.karate_club_graph()\n"
        "print(brokers(graph, 'club')[0], boundary(graph, 'club'))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    club = nx.karate_club_graph()
    assert done.stdout.strip() == f"{brokers(club, 'club')[0]} {boundary(club, 'club')}"


@pytest.mark.parametrize("measure", [betweenness, constraint, effective_size, brokers, brokerage])
def test_refuses_an_empty_graph_and_a_tie_to_oneself(measure: Measure) -> None:
    with pytest.raises(ValueError, match="no people"):
        measure(nx.Graph())
    with pytest.raises(ValueError, match="tie to itself"):
        measure(nx.Graph([(0, 0)]))


@pytest.mark.parametrize("measure", [brokers, brokerage])
def test_refuses_someone_without_a_unit(measure: Measure) -> None:
    with pytest.raises(ValueError, match="0 has no 'unit'"):
        measure(nx.path_graph(3))


@pytest.fixture
def small_world() -> Network:
    graph: Network = nx.connected_watts_strogatz_graph(300, 6, 0.1, seed=3)
    return nx.relabel_nodes(graph, {node: f"person {node}" for node in reversed(range(300))})


@pytest.mark.parametrize("directed", [False, True])
def test_betweenness_is_the_same_by_rustworkx(small_world: Network, directed: bool) -> None:
    # Another implementation: networkx's own.
    graph = small_world.to_directed() if directed else small_world
    if directed:
        graph.remove_edges_from(list(graph.edges)[::5])
    between = betweenness(graph)
    assert between == pytest.approx(nx.betweenness_centrality(graph, normalized=False))
    assert list(between) == list(graph)


def test_betweenness_where_rustworkx_is_not_installed(
    small_world: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    quickly = betweenness(small_world)
    monkeypatch.setitem(sys.modules, "rustworkx", None)  # an import of it then fails
    slowly = betweenness(small_world)
    assert slowly == nx.betweenness_centrality(small_world, normalized=False)
    assert slowly == pytest.approx(quickly)
    assert slowly != quickly  # the sums were added in another order


def some_hundreds() -> dict[str, Network]:
    """Networks of the sorts that are counted with arrays, and those that are not."""
    stars = nx.disjoint_union(nx.star_graph(300), nx.empty_graph(150))
    return {
        "at random": nx.gnm_random_graph(450, 1500, seed=1),
        "with hubs": nx.barabasi_albert_graph(450, 3, seed=2),  # some have more than 64 contacts
        "in pieces": nx.disjoint_union(stars, nx.gnm_random_graph(90, 200, seed=3)),
        "deep": nx.path_graph(450),
        "without ties": nx.empty_graph(450),
    }


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("name", some_hundreds())
def test_betweenness_of_hundreds_is_the_same_another_way(name: str, directed: bool) -> None:
    # Another implementation: networkx's own.
    graph = some_hundreds()[name]
    if directed:
        graph = graph.to_directed()
        graph.remove_edges_from(list(graph.edges)[::5])
    found = betweenness(graph)
    assert found == pytest.approx(nx.betweenness_centrality(graph, normalized=False), abs=1e-9)
    assert list(found) == list(graph)


def test_more_ways_than_half_the_digits_hold_are_counted_with_all_of_them() -> None:
    # Another implementation: networkx's own. By hand: through 13 layers of four, each tied to all
    # of the next, lead 4^13 = 67,108,864 shortest ways, more than 2^24.
    layers = [range(4 * at, 4 * at + 4) for at in range(13)]
    graph = nx.compose_all(
        nx.complete_bipartite_graph(one, other) for one, other in pairwise(layers)
    )
    graph.add_edges_from([("from", 0), ("from", 1), ("from", 2), ("from", 3)])
    graph.add_edges_from((node, "to") for node in layers[-1])
    graph.add_nodes_from(f"alone {number}" for number in range(400))
    found = betweenness(graph)
    assert found == pytest.approx(nx.betweenness_centrality(graph, normalized=False), abs=1e-9)


def test_others_have_their_turn_while_hundreds_are_counted() -> None:
    graph = nx.gnm_random_graph(1000, 8000, seed=1)
    begun, done, turns = threading.Event(), threading.Event(), 0

    def count() -> None:
        begun.wait()
        betweenness(graph)
        done.set()

    counting = threading.Thread(target=count)
    counting.start()
    begun.set()
    while not done.wait(0.002):
        turns += 1
    counting.join()
    # A library that keeps the interpreter to itself leaves two or three, at either end.
    assert turns > 8


def test_many_people_who_do_not_hang_together_are_measured_too() -> None:
    graph = nx.disjoint_union(nx.star_graph(150), nx.star_graph(149))
    between = betweenness(graph)
    # By hand: all pairs of a star's n leaves pass through its centre, n (n - 1) / 2.
    assert (between[0], between[151]) == (150 * 149 / 2, 149 * 148 / 2)
    assert sum(between.values()) == between[0] + between[151]
