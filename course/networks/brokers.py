"""Who stands between others: brokerage roles, betweenness, constraint and effective size.

Ties may have a direction. Nothing is then made mutual in silence: each measure says in its own
words what a direction means to it.

Betweenness comes from rustworkx, which an ordinary installation has, or else from networkx: it
takes a tenth of the time from some twenty people up, but is a compiled package, and a browser does
without. It lets nothing else in the process go on meanwhile, so that hundreds of people are counted
with arrays (`course.networks.between`), as quickly. The other measures are counted here, in plain
Python for few people and with NumPy for many; both give the same numbers.
"""

from importlib import import_module
from math import nan
from types import ModuleType
from typing import Any

import networkx as nx
from attrs import frozen

from course.networks import few
from course.networks.graph import Network, has_arrays, require_simple, unit_by_node

_FROM = 20
"""People from which it pays to hand them over to rustworkx."""

_MANY = 100
"""People above which it pays to load NumPy and to count with arrays."""

_HUNDREDS = 400
"""People above which a library that lets nobody else have a turn would be noticed: 1/20 s."""

ROLES = ("coordinator", "consultant", "representative", "gatekeeper", "liaison")


@frozen
class Brokerage:
    """How often each person has each of the five brokerage roles.

    Every role has one count for each of ``nodes``, in that order.
    """

    nodes: tuple[Any, ...]
    coordinator: tuple[int, ...]
    consultant: tuple[int, ...]
    representative: tuple[int, ...]
    gatekeeper: tuple[int, ...]
    liaison: tuple[int, ...]

    @property
    def by_node(self) -> tuple[int, ...]:
        """The count of all five roles together, one for each of ``nodes``."""
        return tuple(map(sum, zip(*(getattr(self, role) for role in ROLES), strict=True)))

    @property
    def totals(self) -> dict[str, int]:
        """The network's count of each role, by the role's name."""
        return {role: sum(getattr(self, role)) for role in ROLES}

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
    ``units_reached`` the number of units other than the own, ``ties`` the number of contacts. A
    contact is whoever has a tie to the person or from them.
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
    require_simple(graph)
    member = unit_by_node(graph, unit)
    counted = (_many() if _is_large(graph) else few).roles(graph, member)
    return Brokerage(tuple(graph), *(tuple(each) for each in counted))


def betweenness(graph: Network) -> dict[Any, float]:
    """Give, for each node, the number of pairs of others whose shortest path passes through it.

    Not normalised. Where ties have a direction a path follows it, and pairs are ordered: from a to
    c and from c to a are two. Raises ValueError for an empty graph or one with parallel ties or
    self-loops.

    Source: Freeman (1977), Sociometry 40(1), 35-41; computed by rustworkx, networkx or
    `course.networks.between`.

    >>> round(betweenness(nx.florentine_families_graph())["Medici"], 2)
    47.5
    """
    require_simple(graph)
    if len(graph) > _HUNDREDS and has_arrays():
        found = import_module("course.networks.between").betweenness(graph)
        if found is not None:
            return dict(zip(graph, found, strict=True))
    if len(graph) >= _FROM and (rustworkx := _rustworkx()):
        place = {node: number for number, node in enumerate(graph)}
        made = rustworkx.PyDiGraph() if graph.is_directed() else rustworkx.PyGraph()
        made.add_nodes_from(range(len(graph)))
        made.add_edges_from_no_data([(place[one], place[other]) for one, other in graph.edges])
        counts = rustworkx.betweenness_centrality(made, normalized=False)
        return dict(zip(graph, counts.values(), strict=True))
    between: dict[Any, float] = nx.betweenness_centrality(graph, normalized=False)
    return between


def constraint(graph: Network) -> dict[Any, float]:
    """Give Burt's constraint for each node: how far its contacts lead back to one another.

    Low for someone whose contacts do not know each other; ``nan`` without ties. Each tie counts
    the same, whatever its weight. Where ties have a direction, a pair with one each way counts
    twice, as Burt has it: what i invests in j is what goes from i to j and from j to i, as a share
    of all that goes to and from i.

    Raises ValueError as `betweenness` does.

    Source: Burt (1992), Structural Holes, chapter 2; equals ``networkx.constraint``, which however
    has no answer for a person whom others have ties to, but who has none to them.

    >>> round(constraint(nx.florentine_families_graph())["Medici"], 4)
    0.2099
    """
    require_simple(graph)
    return _where_tied(graph, (_many() if _is_large(graph) else few).constraint(graph))


def effective_size(graph: Network) -> dict[Any, float]:
    """Give Burt's effective size for each node: its contacts, less those that lead to the same.

    With n contacts that have t ties among themselves it is n - 2t/n; ``nan`` without ties. Each
    tie counts the same, whatever its weight. Where ties have a direction it is the sum, over the
    contacts j, of 1 - sum_q p_iq m_jq: what i invests in each other contact q, as in `constraint`,
    times how strong j's tie with q is beside j's strongest, one each way being twice as strong.

    Raises ValueError as `betweenness` does.

    Source: Burt (1992), Structural Holes, chapter 2, in the form of Borgatti (1997), Connections
    20(1), 35-38; equals ``networkx.effective_size``, with the same exception.

    >>> effective_size(nx.star_graph(4))[0]
    4.0
    """
    require_simple(graph)
    return _where_tied(graph, (_many() if _is_large(graph) else few).effective_size(graph))


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
    contacts = few.contacts(graph)
    rows = [
        Broker(
            node=node,
            betweenness=between[node],
            constraint=constrained[node],
            effective_size=effective[node],
            brokerage=count,
            units_reached=len({member[contact] for contact in contacts[node]} - {member[node]}),
            ties=len(contacts[node]),
        )
        for node, count in zip(graph, brokerage(graph, unit).by_node, strict=True)
    ]
    # Rounded, so that equals are equal whatever order their sums were added in.
    return tuple(sorted(rows, key=lambda row: (-round(row.betweenness, 9), str(row.node))))


def _is_large(graph: Network) -> bool:
    return len(graph) > _MANY and has_arrays()


def _many() -> ModuleType:
    """The measures with arrays: loaded when they are first needed."""
    return import_module("course.networks.many")


def _rustworkx() -> ModuleType | None:
    """The library rustworkx, or None where only pure Python can be installed."""
    try:
        return import_module("rustworkx")
    except ImportError:
        return None


def _where_tied(graph: Network, values: list[float]) -> dict[Any, float]:
    degree = dict(graph.degree)
    return {node: value if degree[node] else nan for node, value in zip(graph, values, strict=True)}
