"""What every measure asks of a network: simple, and each person in a unit."""

from collections.abc import Hashable
from importlib.util import find_spec
from typing import Any, TypeAlias

import networkx as nx

Network: TypeAlias = "nx.Graph[Any]"
"""A networkx graph with nodes of any kind (written as text: at run time `nx.Graph` takes no [])."""


def require_simple(graph: Network) -> None:
    """Raise ValueError unless ``graph`` has nodes, single ties and no self-loops.

    Ties may have a direction; two people may then have one each way.

    >>> require_simple(nx.path_graph(3))
    >>> require_simple(nx.Graph())
    Traceback (most recent call last):
    ValueError: The network has no people: add nodes before measuring it.
    """
    if graph.is_multigraph():
        raise ValueError(
            "A pair may have several ties, which would count twice: use networkx.Graph(graph), "
            "or networkx.DiGraph(graph) where they have a direction."
        )
    if not graph:
        raise ValueError("The network has no people: add nodes before measuring it.")
    loops = [node for node, other in graph.edges if node == other]
    if loops:
        raise ValueError(
            f"{loops[0]!r} has a tie to itself, which no boundary measure counts: "
            "remove it with graph.remove_edges_from(networkx.selfloop_edges(graph))."
        )


def unit_by_node(graph: Network, unit: str) -> dict[Any, Hashable]:
    """Give each node's unit, read from the node attribute named ``unit``, in the graph's order.

    Raises ValueError when a node has no such attribute.

    >>> graph = nx.Graph()
    >>> graph.add_node("Karin", unit="home-care")
    >>> unit_by_node(graph, "unit")
    {'Karin': 'home-care'}
    """
    units: dict[Any, Hashable] = dict(graph.nodes(data=unit))
    missing = [node for node, name in units.items() if name is None]
    if missing:
        raise ValueError(
            f"{missing[0]!r} has no {unit!r}: give every node the attribute, "
            "or name the one that says where each person belongs."
        )
    return units


def has_arrays() -> bool:
    """Whether NumPy is there: a session in a browser does without."""
    return find_spec("numpy") is not None
