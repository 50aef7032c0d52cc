"""Which new ties would help an organisation most, by themselves or for the hours that they cost.

Here a tie is one whoever of the two said so: what one can pass on, the other can pass back.
"""

from collections.abc import Iterable
from itertools import combinations
from typing import Any

import networkx as nx
from attrs import frozen

from course.networks.graph import Network
from course.networks.organisation.neutral import Organisation

_MOST = 150  # nodes up to which it is tried which ties would help
_ENDS = 40  # nodes that new ties are tried between, where no units are told
_FAR = 10_000  # steps between two that do not reach each other


@frozen
class Cost:
    """What it takes to keep a new tie alive, as whoever knows the organisation says.

    Attributes:
        within: hours a month for a tie within a unit.
        across: hours a month for any other tie.
        budget: hours a month that there are for new ties in all.
    """

    within: float
    across: float
    budget: float


@frozen
class Helpful:
    """A tie that is not there, and how many pairs would have a shorter way, or one at all.

    ``hours`` is what it costs a month, None where nobody has said what ties cost.
    """

    one: int
    other: int
    pairs: int
    hours: float | None = None

    @property
    def worth(self) -> float:
        """What it is chosen for: pairs for each hour, or pairs where no hours are told."""
        return self.pairs / self.hours if self.hours else self.pairs


def helpful(
    organisation: Organisation, most: int = 3, cost: Cost | None = None
) -> list[Helpful] | None:
    """The ties that would shorten the way between most pairs, each chosen after those before it.

    With a ``cost`` they are those that do so for most pairs an hour, as long as the hours last;
    then ties within a unit are tried too. Between two units the ends are those who know most people
    at home and nobody outside, if there are such: whoever carries much already is not given more.
    Equals go by their numbers. None for an organisation that is too large to try.

    >>> line = Organisation(4, ("a", "b", "c", "d"), (), (), ((0, 1, 1), (1, 2, 1), (2, 3, 1)))
    >>> [(tie.one, tie.other, tie.pairs) for tie in helpful(line, most=1)]
    [(0, 2, 1)]
    >>> helpful(line, cost=Cost(within=1, across=3, budget=2))
    []
    """
    if organisation.size > _MOST:
        return None
    graph = organisation.either_way()
    found: list[Helpful] = []
    while len(found) < most:
        steps = _steps(graph)
        left = cost.budget - sum(one.hours or 0 for one in found) + 1e-9 if cost else 0
        gains = [
            Helpful(one, other, _shortened(steps, one, other), hours)
            for one, other in _candidates(organisation, graph, found, within=cost is not None)
            if (hours := _hours(organisation, one, other, cost)) is None or hours <= left
        ]
        best = max(gains, key=lambda one: (one.worth, -one.one, -one.other), default=None)
        if best is None or not best.pairs:
            break
        found.append(best)
        graph.add_edge(best.one, best.other)
    return found


def _hours(organisation: Organisation, one: int, other: int, cost: Cost | None) -> float | None:
    if cost is None:
        return None
    member = organisation.member
    is_within = len(organisation.units) > 1 and member[one] == member[other]
    return cost.within if is_within else cost.across


def _candidates(
    organisation: Organisation, graph: Network, taken: Iterable[Helpful], *, within: bool
) -> list[tuple[int, int]]:
    """Pairs that may be tied: one for each two units, or all of those with most ties."""
    busy = {end for tie in taken for end in (tie.one, tie.other)}
    member = organisation.member
    if len(organisation.units) > 1:
        ends = [_end(organisation, graph, unit, busy) for unit in sorted(set(member))]
    else:
        ends = sorted(graph, key=lambda one: (-graph.degree[one], one))[:_ENDS]
    tried = [tuple(sorted(pair)) for pair in combinations(dict.fromkeys(ends), 2)]
    if within and len(organisation.units) > 1:
        at_home = ((end, one) for end in ends for one in graph if member[one] == member[end])
        tried += [tuple(sorted(two)) for two in at_home if two[0] != two[1] not in busy]
    return [(one, other) for one, other in tried if not graph.has_edge(one, other)]


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
    """Pairs besides the two themselves whose way is shorter over a new tie.

    A way is shorter only from one who is nearer to this end by more than the tie, to one who is so
    to the other end; nobody is both.
    """
    to_one, to_other = steps[one], steps[other]
    here = [n for n, near in enumerate(to_one) if near + 1 < to_other[n]]
    there = [n for n, near in enumerate(to_other) if near + 1 < to_one[n]]
    count = -1 if to_one[other] > 1 else 0
    for row in here:
        ways, begun = steps[row], to_one[row] + 1
        count += sum(begun + to_other[n] < ways[n] for n in there)
    return count
