"""Brokers among many people, counted with sparse arrays: memory grows with the ties, not with n^2.

`course.networks.few` gives the same numbers, more slowly. A path of two ties a -> b -> c is open
unless there is a tie a -> c. All of them are counted from how many contacts each has in each unit;
the closed ones, which are few, are found one by one and taken away.
"""

from collections.abc import Hashable, Iterator, Mapping
from typing import Any, TypeAlias

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from course.networks.graph import Network

Indices: TypeAlias = NDArray[np.int64]

_PATHS = 2_000_000
"""Paths of two ties that are looked at together."""


@frozen(eq=False)
class Arcs:
    """Ties with a direction, sorted: ``start`` and ``end`` (arcs,), and ``weight``.

    Those that begin at i stand from ``first[i]`` to ``first[i + 1]``.
    """

    people: int
    start: Indices
    end: Indices
    weight: NDArray[np.float64]
    first: Indices

    @classmethod
    def of(cls, people: int, keys: Indices) -> "Arcs":
        """Arcs by their keys, start x people + end; one that is there twice has weight 2."""
        keys, weight = np.unique(keys, return_counts=True)
        start, end = np.divmod(keys, people)
        first = np.concatenate([[0], np.cumsum(np.bincount(start, minlength=people))])
        return cls(people, start, end, weight.astype(float), first)

    def place(self, start: Indices, end: Indices) -> tuple[Indices, NDArray[np.bool_]]:
        """Where some arcs stand, and whether they are there."""
        keys = self.start * self.people + self.end
        asked = start * self.people + end
        places = np.searchsorted(keys, asked).clip(max=max(0, len(keys) - 1))
        return places, keys[places] == asked

    def closed(self) -> Iterator[tuple[Indices, Indices, Indices]]:
        """Paths a -> b -> c with an arc a -> c: the places of the three arcs, some at a time."""
        lengths = np.diff(self.first)[self.end]
        ends = np.cumsum(lengths)
        begin = 0
        while begin < len(self.start):
            before = ends[begin] - lengths[begin]
            stop = max(begin + 1, int(np.searchsorted(ends, before + _PATHS, side="right")))
            part = lengths[begin:stop]
            one = np.repeat(np.arange(begin, stop), part)
            within = np.arange(len(one)) - np.repeat(np.cumsum(part) - part, part)
            two = self.first[self.end[one]] + within
            place, there = self.place(self.start[one], self.end[two])
            yield one[there], two[there], place[there]
            begin = stop


def roles(graph: Network, member: Mapping[Any, Hashable]) -> list[list[int]]:
    """Each person's count of the five roles, in the order of `course.networks.brokers.ROLES`."""
    arcs = Arcs.of(len(graph), _keys(graph, both_ways=not graph.is_directed()))
    number = {unit: place for place, unit in enumerate(dict.fromkeys(member.values()))}
    units = np.array([number[member[node]] for node in graph])
    counts = _paths(arcs, units)

    def take_away(a: Indices, b: Indices, c: Indices) -> None:
        places = _role(units[a], units[b], units[c]) * len(graph) + b
        counts.reshape(-1)[:] -= np.bincount(places, minlength=counts.size)

    # There and back again is no path between two.
    back = arcs.place(arcs.end, arcs.start)[1]
    take_away(arcs.end[back], arcs.start[back], arcs.end[back])
    for one, two, _ in arcs.closed():
        take_away(arcs.start[one], arcs.end[one], arcs.end[two])
    each: list[list[int]] = counts.tolist()
    return each


def _paths(arcs: Arcs, units: Indices) -> Indices:
    """Paths of two ties through each person, also closed ones and back again (roles, people)."""
    many = int(units.max()) + 1
    # A person and a unit that have ties, as one key, and how many: to the person, and from.
    (to, n_to), (from_, n_from) = (
        np.unique(who * many + units[other], return_counts=True)
        for who, other in ((arcs.end, arcs.start), (arcs.start, arcs.end))
    )

    def summed(keys: Indices, counts: Indices, *, home: bool) -> Indices:
        """For each person, over the own unit or over the others."""
        person, unit = np.divmod(keys, many)
        wanted = (unit == units[person]) == home
        sums = np.bincount(person[wanted], counts[wanted], minlength=arcs.people)
        return np.rint(sums).astype(np.int64)

    home_to, home_from = summed(to, n_to, home=True), summed(from_, n_from, home=True)
    away_to, away_from = summed(to, n_to, home=False), summed(from_, n_from, home=False)
    both, here, there = np.intersect1d(to, from_, assume_unique=True, return_indices=True)
    consultant = summed(both, n_to[here] * n_from[there], home=False)
    return np.array(
        [
            home_to * home_from,
            consultant,
            home_to * away_from,
            away_to * home_from,
            away_to * away_from - consultant,
        ]
    )


def _role(first: Indices, own: Indices, last: Indices) -> Indices:
    """The role of somebody in the unit ``own`` between two others, by its place in `roles`."""
    from_home = np.where(last == own, 0, 2)
    from_away = np.where(last == own, 3, np.where(first == last, 1, 4))
    return np.where(first == own, from_home, from_away)


def constraint(graph: Network) -> list[float]:
    """Burt's constraint of each person; 0 without ties."""
    arcs = Arcs.of(len(graph), _keys(graph, both_ways=True))
    total = np.bincount(arcs.start, arcs.weight, minlength=len(graph))
    share = arcs.weight / total[arcs.start]
    invested = share.copy()
    for one, two, place in arcs.closed():
        invested += np.bincount(place, share[one] * share[two], minlength=len(share))
    each: list[float] = np.bincount(arcs.start, invested**2, minlength=len(graph)).tolist()
    return each


def effective_size(graph: Network) -> list[float]:
    """Burt's effective size of each person; 0 without ties."""
    people = len(graph)
    arcs = Arcs.of(people, _keys(graph, both_ways=True))
    total = np.bincount(arcs.start, arcs.weight, minlength=people)
    strongest = np.zeros(people)
    np.maximum.at(strongest, arcs.start, arcs.weight)
    redundant = np.zeros(people)
    for one, two, place in arcs.closed():
        # i -> q -> j with a tie i -> j: what i invests in q, times how strong q's tie with j is.
        weights = arcs.weight[one] * arcs.weight[two] / strongest[arcs.end[two]]
        redundant += np.bincount(arcs.start[place], weights, minlength=people)
    size = np.diff(arcs.first) - redundant / np.maximum(total, 1)
    each: list[float] = size.tolist()
    return each


def _keys(graph: Network, *, both_ways: bool) -> Indices:
    """A key for each tie, and for each back again where that is asked for."""
    number = {node: place for place, node in enumerate(graph)}
    ends = np.array(
        [number[node] for tie in graph.edges for node in tie[:2]], dtype=np.int64
    ).reshape(-1, 2)
    one, other = ends.T
    there = one * len(graph) + other
    return np.concatenate([there, other * len(graph) + one]) if both_ways else there
