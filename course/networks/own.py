"""A network drawn by somebody about their own unit: how far it turns outwards, what it hangs on.

The nodes are parties: units, roles, others. Those of one's own have ``inside`` true. Nobody knows
all ties of others, so that only those that begin in one's own unit count as turned in or out.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import networkx as nx
from attrs import frozen

from course.networks.graph import Network


def of_parties(inside: Mapping[Any, bool], ties: Iterable[tuple[Any, Any]]) -> Network:
    """Give a graph of parties, each inside one's own unit or not, and the ties between them.

    >>> list(of_parties({"us": True, "them": False}, [("us", "them")]).nodes(data="inside"))
    [('us', True), ('them', False)]
    """
    graph: Network = nx.Graph()
    graph.add_nodes_from((party, {"inside": is_own}) for party, is_own in inside.items())
    graph.add_edges_from(ties)
    return graph


@frozen
class Turned:
    """Ties from one's own unit: ``out`` to others, ``within`` between one's own."""

    out: int
    within: int

    @property
    def ei(self) -> float | None:
        """The E-I index of one's own unit, -1 to +1; None without ties.

        Source: Krackhardt & Stern (1988), Social Psychology Quarterly 51(2), 123-140.
        """
        ties = self.out + self.within
        return (self.out - self.within) / ties if ties else None


def turned(graph: Network) -> Turned:
    """Count the ties from one's own unit to others and within it.

    >>> drawn = nx.path_graph(4)
    >>> nx.set_node_attributes(drawn, {0: True, 1: True, 2: False, 3: False}, "inside")
    >>> turned(drawn).out, turned(drawn).within, turned(drawn).ei
    (1, 1, 0.0)
    """
    inside: dict[Any, bool] = dict(graph.nodes(data="inside"))
    counts = [inside[one] + inside[other] for one, other in graph.edges]
    return Turned(counts.count(1), counts.count(2))


def reached(graph: Network, away: Collection[Any] = ()) -> list[Any]:
    """Give the parties that one's own unit reaches, itself with them, in the order of the graph.

    Whoever is in ``away`` is reached by nobody, and nobody is reached through them.

    >>> drawn = nx.path_graph(4)
    >>> nx.set_node_attributes(drawn, {0: True, 1: False, 2: False, 3: False}, "inside")
    >>> reached(drawn), reached(drawn, away=[1])
    ([0, 1, 2, 3], [0])
    """
    there = graph.subgraph([party for party in graph if party not in away])
    near: set[Any] = set()
    for party, is_own in there.nodes(data="inside"):
        if is_own and party not in near:
            near |= nx.node_connected_component(there, party)
    return [party for party in there if party in near]


def lost(graph: Network, away: Collection[Any]) -> list[Any]:
    """Give the parties that are reached until those in ``away`` are gone, and then no longer."""
    still = {*reached(graph, away), *away}
    return [party for party in reached(graph) if party not in still]


def hangs_on(graph: Network) -> Any | None:
    """Give the single party on whom most others hang; None where nobody is lost with any party.

    Of those with whom equally many are lost, it is the one that most shortest paths go through
    (betweenness), and then the first. Whoever is alone in one's own unit is oneself, and not asked
    about: without oneself there is nobody to reach anybody.

    >>> drawn = nx.path_graph(4)
    >>> nx.set_node_attributes(drawn, {0: True, 1: False, 2: False, 3: False}, "inside")
    >>> hangs_on(drawn)
    1
    """
    own = [party for party, is_own in graph.nodes(data="inside") if is_own]
    between = nx.betweenness_centrality(graph)
    asked = [party for party in graph if own != [party]]
    many = {party: len(lost(graph, [party])) for party in asked}
    found = max(asked, key=lambda party: (many[party], between[party]), default=None)
    return found if found is not None and many[found] else None
