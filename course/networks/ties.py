"""Ties by their strength, in the four grades of Leischow et al. (2010)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import networkx as nx

from course.networks.graph import Network

GRADES: Mapping[int, str] = MappingProxyType(
    {1: "share-information", 2: "informal", 3: "formal", 4: "projects"}
)
"""The key of each strength's name: sharing information, informal collaboration, formal
collaboration, formal collaboration in several projects."""


def at_least(graph: Network, strength: int) -> Network:
    """Give a new graph with everyone in ``graph``, and only ties of ``strength`` (1-4) or more.

    Node, edge and graph attributes are kept. Raises ValueError for a strength outside the four
    grades, and when a tie has no strength among them.

    >>> graph = nx.Graph()
    >>> graph.add_edge("Karin", "Ali", strength=1)
    >>> at_least(graph, 2).number_of_edges(), len(at_least(graph, 2))
    (0, 2)
    """
    if strength not in GRADES:
        raise ValueError(f"The strength {strength!r} is no grade: choose one of {list(GRADES)}.")
    grades: dict[tuple[Any, Any], Any] = nx.get_edge_attributes(graph, "strength", default=None)
    for (one, other), grade in grades.items():
        if grade not in GRADES:
            raise ValueError(
                f"The tie {one!r} to {other!r} has strength {grade!r}: "
                f"give every tie a strength among {list(GRADES)}."
            )
    strong: Network = nx.Graph(graph) if not graph.is_directed() else nx.DiGraph(graph)
    strong.remove_edges_from([tie for tie, grade in grades.items() if grade < strength])
    return strong
