"""What the models ask of their arguments; each refusal says what is wrong and what to do."""

from collections.abc import Hashable
from math import isfinite
from numbers import Integral, Real
from typing import Any, TypeAlias

import networkx as nx

Network: TypeAlias = "nx.Graph[Any]"
"""A networkx graph with nodes of any kind (written as text: at run time `nx.Graph` takes no [])."""


def require_count(value: int, what: str, *, least: int = 1, most: int | None = None) -> int:
    """Give ``value`` as an int when it is a whole number from ``least`` to ``most``.

    Raises ValueError otherwise, ``what`` being its name in the sentence.

    >>> require_count(0, "replications")
    Traceback (most recent call last):
    ValueError: replications is 0: give a whole number from 1 up.
    """
    whole = isinstance(value, Integral) and not isinstance(value, bool)
    if not whole or value < least or (most is not None and value > most):
        to = "up" if most is None else f"to {most}"
        raise ValueError(f"{what} is {value!r}: give a whole number from {least} {to}.")
    return int(value)


def require_bundles(beliefs: int, bundle: int) -> None:
    """Raise ValueError unless beliefs divide into bundles of so many.

    >>> require_bundles(10, 3)
    Traceback (most recent call last):
    ValueError: 10 beliefs do not divide into bundles of 3: choose a multiple.
    """
    require_count(beliefs, "beliefs")
    if beliefs % require_count(bundle, "bundle"):
        raise ValueError(
            f"{beliefs} beliefs do not divide into bundles of {bundle}: choose a multiple."
        )


def require_share(value: float, what: str, *, above_zero: bool = False) -> float:
    """Give ``value`` as a float when it is a number from 0 to 1, or from just above 0.

    Raises ValueError otherwise, and for nan.

    >>> require_share(1.5, "turnover")
    Traceback (most recent call last):
    ValueError: turnover is 1.5: give a number from 0 to 1.
    """
    # Written so that nan, which compares false with everything, is refused.
    inside = _is_number(value) and (value > 0 if above_zero else value >= 0) and value <= 1
    if not inside:
        first = "above 0, at most 1" if above_zero else "from 0 to 1"
        raise ValueError(f"{what} is {value!r}: give a number {first}.")
    return float(value)


def require_positive(value: float, what: str) -> float:
    """Give ``value`` as a float when it is a finite number above 0; raise ValueError otherwise.

    >>> require_positive(float("nan"), "patience")
    Traceback (most recent call last):
    ValueError: patience is nan: give a number above 0.
    """
    if not (_is_number(value) and value > 0 and isfinite(value)):
        raise ValueError(f"{what} is {value!r}: give a number above 0.")
    return float(value)


def require_one_threshold(contacts: object, share: object) -> None:
    """Raise ValueError unless one kind of threshold is given, and not both.

    >>> require_one_threshold(contacts=2, share=None)
    """
    if (contacts is None) == (share is None):
        raise ValueError(
            "Give one kind of threshold: contacts=2 for a number of contacts, or share=0.25 for "
            "a share of them."
        )


def require_threshold(value: Any, *, is_share: bool) -> float:
    """Give ``value`` when it is a share, or else a number of contacts; raise ValueError otherwise.

    >>> require_threshold(-1, is_share=False)
    Traceback (most recent call last):
    ValueError: contacts is -1: give a whole number from 0 up.
    """
    return require_share(value, "share") if is_share else require_count(value, "contacts", least=0)


def require_network(graph: Network) -> None:
    """Raise ValueError unless ``graph`` has people, mutual single ties, and no self-loops.

    >>> require_network(nx.path_graph(3))
    >>> require_network(nx.Graph())
    Traceback (most recent call last):
    ValueError: The network has no people: add nodes to it first.
    """
    if graph.is_directed():
        raise ValueError(
            "The ties have a direction, and here they are mutual: use graph.to_undirected()."
        )
    if graph.is_multigraph():
        raise ValueError(
            "A pair may have several ties, and here it has one: use networkx.Graph(graph)."
        )
    if not graph:
        raise ValueError("The network has no people: add nodes to it first.")
    loop: Hashable = next((node for node, others in graph.adjacency() if node in others), None)
    if loop is not None:
        raise ValueError(
            f"{loop!r} has a tie to itself, and nobody is their own contact: remove it with "
            "graph.remove_edges_from(networkx.selfloop_edges(graph))."
        )


def _is_number(value: object) -> bool:
    return isinstance(value, Real) and not isinstance(value, bool)
