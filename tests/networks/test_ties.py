import networkx as nx
import pytest

from course.networks import GRADES, at_least
from course.networks.graph import Network


@pytest.fixture
def graded() -> Network:
    graph: Network = nx.Graph(place="here")
    graph.add_node(1, unit="x")
    for strength in GRADES:
        graph.add_edge(strength, strength + 1, strength=strength)
    return graph


def test_the_four_grades() -> None:
    # The grades of Leischow et al. (2010), weakest first.
    assert list(GRADES.items()) == [
        (1, "share-information"),
        (2, "informal"),
        (3, "formal"),
        (4, "projects"),
    ]


@pytest.mark.parametrize("strength", [1, 2, 3, 4])
def test_keeps_everyone_and_the_strong_ties(graded: Network, strength: int) -> None:
    # By hand: one tie of each strength.
    strong = at_least(graded, strength)
    assert list(strong) == list(graded)
    assert [grade for _, _, grade in strong.edges(data="strength")] == list(range(strength, 5))
    assert strong.nodes[1] == {"unit": "x"}
    assert strong.graph == {"place": "here"}


def test_leaves_the_graph_as_it_was(graded: Network) -> None:
    at_least(graded, 4)
    assert graded.number_of_edges() == 4


def test_keeps_directions() -> None:
    graph = nx.DiGraph()
    graph.add_edge("a", "b", strength=2)
    assert at_least(graph, 2).has_edge("a", "b")
    assert not at_least(graph, 2).has_edge("b", "a")


@pytest.mark.parametrize("strength", [0, 5, 2.5, "formal"])
def test_refuses_what_is_no_grade(graded: Network, strength: int) -> None:
    with pytest.raises(ValueError, match="is no grade: choose one of"):
        at_least(graded, strength)


@pytest.mark.parametrize("strength", [None, 5, "3"])
def test_refuses_a_tie_without_a_grade(graded: Network, strength: object) -> None:
    graded.add_edge(1, 9, strength=strength)
    with pytest.raises(ValueError, match="The tie 1 to 9 has strength"):
        at_least(graded, 1)
