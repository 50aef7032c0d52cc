"""Networks as drawings: no name stands on another's."""

import networkx as nx

from course.explorers.placed import network


def named(*asked: str) -> list[str]:
    """Who is named, of those asked for: 45 people in one unit, and one in another."""
    graph = nx.Graph()
    graph.add_nodes_from([f"Person {n}" for n in range(45)], unit="a")
    graph.add_node("Samira", unit="b")
    drawing = network(graph, {"a": "A", "b": "B"}, named=asked)
    return [drawing["people"][n]["name"] for n in drawing["named"]]


def test_a_name_that_would_cover_another_is_left_out() -> None:
    """Neighbours on the outer circle of 28 are closer than the width of a name."""
    assert named("Person 0", "Person 1") == ["Person 0"]
    assert named("Person 1", "Person 0") == ["Person 1"]


def test_names_that_have_room_all_stand() -> None:
    """Samira is in the other unit, Person 14 across the circle from Person 0."""
    assert named("Person 0", "Samira", "Person 14") == ["Person 0", "Samira", "Person 14"]
