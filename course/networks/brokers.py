"""Who stands between others: brokerage roles, betweenness, constraint and effective size.

Betweenness comes from networkx, or for many people from igraph where that is installed: it takes
a thirtieth of the time, but is a compiled package. Constraint and effective size are written as
matrix products: without SciPy, networkx takes a second over them for sixty people, too long behind
a slider.
"""

from importlib import import_module
from math import nan
from types import ModuleType
from typing import Any

import networkx as nx
import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from course.networks.graph import Network, adjacency, require_simple, unit_by_node

_MANY = 200
"""People above which it pays to load igraph: networkx then takes a tenth of a second and more."""

ROLES = ("coordinator", "consultant", "representative", "gatekeeper", "liaison")


@frozen(eq=False)
class Brokerage:
    """How often each person has each of the five brokerage roles.

    Every array has one count for each of ``nodes``, in that order, and is read-only.
    """

    nodes: tuple[Any, ...]
    coordinator: NDArray[np.int64]
    consultant: NDArray[np.int64]
    representative: NDArray[np.int64]
    gatekeeper: NDArray[np.int64]
    liaison: NDArray[np.int64]

    @property
    def by_node(self) -> NDArray[np.int64]:
        """The count of all five roles together, one for each of ``nodes``."""
        return (
            self.coordinator
            + self.consultant
            + self.representative
            + self.gatekeeper
            + self.liaison
        )

    @property
    def totals(self) -> dict[str, int]:
        """The network's count of each role, by the role's name."""
        return {role: int(getattr(self, role).sum()) for role in ROLES}

    @property
    def total(self) -> int:
        """The network's count of all roles together."""
        return sum(self.totals.values())


@frozen
class Broker:
    """One person's place between others.

    ``betweenness`` counts the pairs of others whose shortest path passes through the person (a
    part of a pair where several paths are equally short). ``constraint`` and ``effective_size``
    are ``nan`` for someone without ties. ``brokerage`` is the count of all five roles,
    ``units_reached`` the number of units other than the own, ``ties`` the number of contacts.
    """

    node: Any
    betweenness: float
    constraint: float
    effective_size: float
    brokerage: int
    units_reached: int
    ties: int


def brokerage(graph: Network, unit: str = "unit") -> Brokerage:
    """Count the five brokerage roles of Gould and Fernandez for each person.

    A person b brokers for a and c when ties go a -> b -> c and none a -> c. Which role it is
    follows from the units: all the same (coordinator); a and c the same (consultant); a and b
    (representative); b and c (gatekeeper); all different (liaison). An undirected tie counts as
    two, one each way, so each open pair counts twice.

    Raises ValueError when a node lacks the attribute ``unit``, and for an empty graph or one
    with parallel ties or self-loops.

    Source: Gould & Fernandez (1989), Sociological Methodology 19, 89-126.

    >>> brokerage(nx.karate_club_graph(), unit="club").totals  # doctest: +NORMALIZE_WHITESPACE
    {'coordinator': 510, 'consultant': 20, 'representative': 128, 'gatekeeper': 128, 'liaison': 0}
    """
    require_simple(graph, directed=True)
    member = unit_by_node(graph, unit)
    code = {name: index for index, name in enumerate(dict.fromkeys(member.values()))}
    units = np.array([code[name] for name in member.values()])
    same = units[:, None] == units[None, :]
    tied = adjacency(graph)
    apart = 1 - tied - np.eye(len(graph))
    inside, across = tied * same, tied * ~same

    def count(
        a_to_b: NDArray[np.float64], b_to_c: NDArray[np.float64], a_and_c: NDArray[np.float64]
    ) -> NDArray[np.int64]:
        # Floats let einsum use a fast matrix product, and hold counts exactly up to 2**53.
        by_node = np.einsum("ab,bc,ac->b", a_to_b, b_to_c, a_and_c, optimize=True)
        counts: NDArray[np.int64] = np.rint(by_node).astype(np.int64)
        counts.setflags(write=False)
        return counts

    return Brokerage(
        nodes=tuple(graph),
        coordinator=count(inside, inside, apart),
        consultant=count(across, across, apart * same),
        representative=count(inside, across, apart),
        gatekeeper=count(across, inside, apart),
        liaison=count(across, across, apart * ~same),
    )


def betweenness(graph: Network) -> dict[Any, float]:
    """Give, for each node, the number of pairs of others whose shortest path passes through it.

    Not normalised. Raises ValueError for an empty graph or one with directed ties, parallel ties
    or self-loops.

    Source: Freeman (1977), Sociometry 40(1), 35-41; computed by igraph or networkx.

    >>> round(betweenness(nx.florentine_families_graph())["Medici"], 2)
    47.5
    """
    require_simple(graph)
    if len(graph) > _MANY and (igraph := _igraph()):
        place = {node: number for number, node in enumerate(graph)}
        ties = [(place[one], place[other]) for one, other in graph.edges]
        counts = igraph.Graph(len(graph), ties).betweenness()
        return dict(zip(graph, counts, strict=True))
    between: dict[Any, float] = nx.betweenness_centrality(graph, normalized=False)
    return between


def constraint(graph: Network) -> dict[Any, float]:
    """Give Burt's constraint for each node: how far its contacts lead back to one another.

    Low for someone whose contacts do not know each other; ``nan`` without ties. Each tie counts
    the same, whatever its weight.

    Raises ValueError as `betweenness` does.

    Source: Burt (1992), Structural Holes, chapter 2; equals ``networkx.constraint``.

    >>> round(constraint(nx.florentine_families_graph())["Medici"], 4)
    0.2099
    """
    require_simple(graph)
    tied = adjacency(graph)
    share = tied / np.maximum(tied.sum(axis=1, keepdims=True), 1)
    invested = (share + share @ share) ** 2
    return _where_tied(graph, (invested * tied).sum(axis=1))


def effective_size(graph: Network) -> dict[Any, float]:
    """Give Burt's effective size for each node: its contacts, less those that lead to the same.

    With n contacts that have t ties among themselves it is n - 2t/n; ``nan`` without ties. Each
    tie counts the same, whatever its weight.

    Raises ValueError as `betweenness` does.

    Source: Burt (1992), Structural Holes, chapter 2, in the form of Borgatti (1997), Connections
    20(1), 35-38; equals ``networkx.effective_size``.

    >>> effective_size(nx.star_graph(4))[0]
    4.0
    """
    require_simple(graph)
    tied = adjacency(graph)
    contacts = tied.sum(axis=1)
    # Each tie between two contacts is met twice, once from either end: this is 2t.
    among_contacts = ((tied @ tied) * tied).sum(axis=1)
    return _where_tied(graph, contacts - among_contacts / np.maximum(contacts, 1))


def brokers(graph: Network, unit: str = "unit") -> tuple[Broker, ...]:
    """Give every person's place between others, the highest betweenness first.

    Equals follow in the alphabetical order of their names.

    Raises ValueError when a node lacks the attribute ``unit``, and as `betweenness` does.

    >>> top = brokers(nx.karate_club_graph(), unit="club")[0]
    >>> top.node, round(top.betweenness, 1), top.units_reached, top.ties
    (0, 231.1, 1, 16)
    """
    require_simple(graph)
    member = unit_by_node(graph, unit)
    between, constrained, effective = betweenness(graph), constraint(graph), effective_size(graph)
    roles = brokerage(graph, unit).by_node.tolist()
    rows = [
        Broker(
            node=node,
            betweenness=between[node],
            constraint=constrained[node],
            effective_size=effective[node],
            brokerage=count,
            units_reached=len({member[contact] for contact in graph[node]} - {member[node]}),
            ties=len(graph[node]),
        )
        for node, count in zip(graph, roles, strict=True)
    ]
    # Rounded, so that equals are equal whatever order their sums were added in.
    return tuple(sorted(rows, key=lambda row: (-round(row.betweenness, 9), str(row.node))))


def _igraph() -> ModuleType | None:
    """The library igraph, or None where only pure Python can be installed."""
    try:
        return import_module("igraph")
    except ImportError:
        return None


def _where_tied(graph: Network, values: NDArray[np.float64]) -> dict[Any, float]:
    return {
        node: value if graph[node] else nan
        for node, value in zip(graph, values.tolist(), strict=True)
    }
