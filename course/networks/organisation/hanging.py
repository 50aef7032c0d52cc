"""What an organisation hangs on: one node, or one person between two units.

Here a tie is one whoever of the two said so: what one can pass on, the other can pass back.
"""

from functools import lru_cache

import networkx as nx
from attrs import frozen

from course.networks.brokers import betweenness
from course.networks.graph import Network, has_arrays
from course.networks.organisation.neutral import Organisation

_ASKED = 300  # nodes on whom others hang, of whom it is counted how many
_BETWEEN = 250  # nodes up to which paths are counted without arrays


@frozen
class Hub:
    """A node that others hang on.

    Attributes:
        node: which one.
        lost: how many others lose their way to the rest with it.
        weighs: whether those are enough for it to be named for their sake.
        share: of all shortest paths between others, how large a part goes through it, 0 to 1;
            None where there are too many nodes to count in time.
    """

    node: int
    lost: int
    weighs: bool
    share: float | None


def hub(organisation: Organisation) -> Hub | None:
    """The node with whom most others are lost, and of equals the one that most paths go through.

    A loss counts from a twentieth of all: one person at the edge is no reason to look past whoever
    carries the paths. None where neither can be told: nobody is lost with anybody, and no path goes
    through anybody.

    >>> hub(Organisation(3, ("a", "b", "c"), (), (), ((0, 1, 1), (1, 2, 1))))
    Hub(node=1, lost=1, weighs=True, share=1.0)
    """
    return _hub(organisation.size, organisation.ties)


@lru_cache(maxsize=1)  # the page asks, and then the plan, by other names for units
def _hub(size: int, ties: tuple[tuple[int, int, int], ...]) -> Hub | None:
    graph = Organisation(size, (), (), (), ties).either_way()
    lost = _lost(graph)
    weighs = {node: many for node, many in lost.items() if 20 * many >= len(graph)}
    counts = len(graph) <= _BETWEEN or has_arrays()
    between = betweenness(graph) if counts else dict.fromkeys(graph, 0.0)
    node = max(graph, key=lambda one: (weighs.get(one, 0), round(between[one], 9), -one))
    if node not in weighs and not between[node]:
        return None
    pairs = (len(graph) - 1) * (len(graph) - 2) / 2
    share = between[node] / pairs if counts and pairs else None
    return Hub(node, lost.get(node, 0), node in weighs, share)


def forget() -> None:
    """Keep nothing of the organisation that was asked about last."""
    _hub.cache_clear()


def _lost(graph: Network) -> dict[int, int]:
    """For each node on whom others hang, how many are cut off from the largest part without it."""
    joints = sorted(nx.articulation_points(graph), key=lambda one: -graph.degree[one])[:_ASKED]
    lost = {}
    for node in joints:
        whole = nx.node_connected_component(graph, node)
        rest = graph.subgraph(whole - {node})
        lost[node] = len(rest) - max(len(part) for part in nx.connected_components(rest))
    return lost


@frozen
class Thread:
    """Two units between which every tie is the same node's (`node`), and how many they are."""

    units: tuple[int, int]
    node: int
    ties: int


def threads(organisation: Organisation) -> list[Thread]:
    """The pairs of units whose ties all end at one node; those with most ties first.

    >>> threads(Organisation(3, (), ("a", "b"), (0, 1, 1), ((0, 1, 1), (2, 0, 1))))
    [Thread(units=(0, 1), node=0, ties=2)]
    """
    member = organisation.member
    between: dict[tuple[int, int], set[frozenset[int]]] = {}
    for one, other, _ in organisation.ties if member else ():
        if member[one] != member[other]:
            units = (min(member[one], member[other]), max(member[one], member[other]))
            between.setdefault(units, set()).add(frozenset((one, other)))
    found = []
    for units, ties in between.items():
        # A single tie hangs on either of its ends, and is seen in the table.
        shared = frozenset.intersection(*ties)
        if shared and len(ties) > 1:
            found.append(Thread(units, min(shared), len(ties)))
    return sorted(found, key=lambda one: (-one.ties, one.units))
