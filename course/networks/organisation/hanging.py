"""What an organisation hangs on: one node, one person between two units; and what would help most.

Here a tie is one whoever of the two said so: what one can pass on, the other can pass back.
"""

from collections.abc import Iterable
from importlib.util import find_spec
from itertools import combinations
from typing import Any

import networkx as nx
from attrs import frozen

from course.networks.brokers import betweenness
from course.networks.graph import Network
from course.networks.organisation.neutral import Organisation

_ASKED = 300  # nodes on whom others hang, of whom it is counted how many
_BETWEEN = 250  # nodes up to which paths are counted without a compiled library
_MOST = 150  # nodes up to which it is tried which ties would help
_ENDS = 40  # nodes that new ties are tried between, where no units are told
_FAR = 10_000  # steps between two that do not reach each other


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
    graph = organisation.either_way()
    lost = _lost(graph)
    weighs = {node: many for node, many in lost.items() if 20 * many >= len(graph)}
    counts = len(graph) <= _BETWEEN or find_spec("rustworkx") is not None
    between = betweenness(graph) if counts else dict.fromkeys(graph, 0.0)
    node = max(graph, key=lambda one: (weighs.get(one, 0), round(between[one], 9), -one))
    if node not in weighs and not between[node]:
        return None
    pairs = (len(graph) - 1) * (len(graph) - 2) / 2
    share = between[node] / pairs if counts and pairs else None
    return Hub(node, lost.get(node, 0), node in weighs, share)


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


@frozen
class Helpful:
    """A tie that is not there, and how many pairs would have a shorter way, or one at all."""

    one: int
    other: int
    pairs: int


def helpful(organisation: Organisation, most: int = 3) -> list[Helpful] | None:
    """The ties that would shorten the way between most pairs, each chosen after those before it.

    Between two units the ends are those who know most people at home and nobody outside, if there
    are such: whoever carries much already is not given more. Equals go by their numbers. None for
    an organisation that is too large to try.

    >>> line = Organisation(4, ("a", "b", "c", "d"), (), (), ((0, 1, 1), (1, 2, 1), (2, 3, 1)))
    >>> helpful(line, most=1)
    [Helpful(one=0, other=2, pairs=1)]
    """
    if organisation.size > _MOST:
        return None
    graph = organisation.either_way()
    found: list[Helpful] = []
    while len(found) < most:
        steps = _steps(graph)
        gains = [
            Helpful(one, other, _shortened(steps, one, other))
            for one, other in _candidates(organisation, graph, found)
        ]
        best = max(gains, key=lambda one: (one.pairs, -one.one, -one.other), default=None)
        if best is None or not best.pairs:
            break
        found.append(best)
        graph.add_edge(best.one, best.other)
    return found


def _candidates(
    organisation: Organisation, graph: Network, taken: Iterable[Helpful]
) -> list[tuple[int, int]]:
    """Pairs that may be tied: one for each two units, or all of those with most ties."""
    busy = {end for tie in taken for end in (tie.one, tie.other)}
    if len(organisation.units) > 1:
        ends = [_end(organisation, graph, unit, busy) for unit in range(len(organisation.units))]
    else:
        ends = sorted(graph, key=lambda one: (-graph.degree[one], one))[:_ENDS]
    pairs = (sorted(pair) for pair in combinations(dict.fromkeys(ends), 2))
    return [(one, other) for one, other in pairs if not graph.has_edge(one, other)]


def _end(organisation: Organisation, graph: Network, unit: int, busy: set[int]) -> int:
    member = organisation.member

    def suits(person: int) -> tuple[bool, int, int]:
        within = sum(member[other] == unit for other in graph[person])
        outside = graph.degree[person] - within
        return (person not in busy and not outside, within - outside, -person)

    home: list[int] = [one for one in graph if member[one] == unit]
    return max(home, key=suits)


def _steps(graph: Network) -> list[list[int]]:
    """The length of the shortest way between each two, `_FAR` where there is none."""
    found: dict[Any, dict[Any, int]] = dict(nx.all_pairs_shortest_path_length(graph))
    return [[found[one].get(other, _FAR) for other in range(len(graph))] for one in graph]


def _shortened(steps: list[list[int]], one: int, other: int) -> int:
    """Pairs besides the two themselves whose way is shorter over a new tie."""
    to_one, to_other = steps[one], steps[other]
    count: int = -1 if steps[one][other] > 1 else 0
    for row, (near_one, near_other) in enumerate(zip(to_one, to_other, strict=True)):
        ways = steps[row]
        for column in range(row):
            over = 1 + min(near_one + to_other[column], near_other + to_one[column])
            count += int(over < min(ways[column], _FAR))
    return count
