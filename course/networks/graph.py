"""What every measure asks of a network: simple, and each person in a unit."""

from collections.abc import Hashable
from typing import Any, TypeAlias

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Network: TypeAlias = "nx.Graph[Any]"
"""A networkx graph with nodes of any kind (written as text: at run time `nx.Graph` takes no [])."""


def require_simple(graph: Network, *, directed: bool = False) -> None:
    """Raise ValueError unless ``graph`` has nodes, single ties and no self-loops.

    A directed graph is refused too, unless ``directed`` allows it.

    >>> require_simple(nx.path_graph(3))
    >>> require_simple(nx.DiGraph([(1, 2)]))
    Traceback (most recent call last):
    ValueError: The ties have a direction, and this counts mutual ties: use graph.to_undirected().
    """
    if graph.is_directed() and not directed:
        raise ValueError(
            "The ties have a direction, and this counts mutual ties: use graph.to_undirected()."
        )
    if graph.is_multigraph():
        raise ValueError(
            "A pair may have several ties, which would count twice: use networkx.Graph(graph)."
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


def adjacency(graph: Network) -> NDArray[np.float64]:
    """Give the (n, n) matrix of 0 and 1 that says who has a tie to whom, in the graph's order.

    Weights are left out. Floats let NumPy use its fast matrix product.

    >>> adjacency(nx.path_graph(3)).tolist()
    [[0.0, 1.0, 0.0], [1.0, 0.0, 1.0], [0.0, 1.0, 0.0]]
    """
    # networkx documents weight=None, "every tie counts 1"; its type stubs leave it out.
    matrix: NDArray[np.float64] = nx.to_numpy_array(graph, weight=None)  # type: ignore[call-overload]
    return matrix
