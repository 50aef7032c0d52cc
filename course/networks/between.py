"""Betweenness among many people, with arrays: the shortest paths from several at once.

A compiled library does no more in a second, but nothing else in the same process goes on while it
counts, and thousands of people take it seconds. Here others have their turn between two steps, and
on several cores several batches are counted side by side.
"""

import os
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import Any, TypeAlias

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from course.networks.graph import Network

_BATCH = 32
"""People whose paths are followed together."""

_TOGETHER = 512
"""People whose contacts are added together: all of it stays in a processor's cache."""

_DEEPEST = 40
"""Steps from somebody to the furthest, above which steps that all take together do not pay."""

_SLOTS = 64
"""Contacts of each that are added one by one for all; whoever has more adds the rest at once."""

_MOST = 2
"""Where more than one in so many are reached it is quicker to look at everybody."""

_EXACT = 2**24
"""Up to here whole numbers are exact with half the digits."""

_WORKERS = 4

Indices: TypeAlias = NDArray[np.int64]

Level: TypeAlias = "tuple[Indices | None, NDArray[np.bool_]]"
"""Some rows, None for all, and in which of their columns they are reached at a step."""


def betweenness(graph: Network) -> list[float] | None:
    """Each one's betweenness as `course.networks.brokers.betweenness` has it, in the graph's order.

    None where somebody is more than `_DEEPEST` steps away from somebody: a long chain is counted
    one step after the other in less time. Counts are ``float``: ways are shared among equals.

    Source: Brandes (2001), Journal of Mathematical Sociology 25(2), 163-177, a level at a time.

    >>> import networkx as nx
    >>> betweenness(nx.star_graph(4)), betweenness(nx.path_graph(50))
    ([6.0, 0.0, 0.0, 0.0, 0.0], None)
    """
    people = len(graph)
    row = {node: at for at, node in enumerate(_rows(graph))}
    ties = [(row[tie[0]], row[tie[1]]) for tie in graph.edges]
    one, other = np.array(ties, dtype=np.int64).reshape(-1, 2).T
    if graph.is_directed():
        to, from_ = Gathering.of(people, other, one), Gathering.of(people, one, other)
    else:
        to = from_ = Gathering.of(people, np.append(one, other), np.append(other, one))
    # A browser has one thread.
    workers = 1 if sys.platform == "emscripten" else min(_WORKERS, os.cpu_count() or 1)
    rows = np.array([row[node] for node in graph])
    begins = range(0, people, _BATCH)
    deep = threading.Event()

    def some(worker: int) -> NDArray[np.float64]:
        total, paths = np.zeros(people), Paths(to, from_)
        for begin in begins[worker::workers]:
            passed = None if deep.is_set() else paths.passed(rows[begin : begin + _BATCH])
            if passed is None:
                deep.set()
                break
            total += passed
        return total

    with ThreadPoolExecutor(workers) as pool:
        found = list(pool.map(some, range(workers)) if workers > 1 else map(some, range(1)))
    if deep.is_set():
        return None
    total = np.sum(found, axis=0)[rows]
    each: list[float] = (total if graph.is_directed() else total / 2).tolist()
    return each


def _rows(graph: Network) -> list[Any]:
    """Everybody, so many together, those with most ties first: others have no contact for a step.

    Else in the graph's order: those who stand close to each other there often have ties.
    """
    degree, each = dict(graph.degree), list(graph)
    return [
        node
        for begin in range(0, len(each), _TOGETHER)
        for node in sorted(each[begin : begin + _TOGETHER], key=lambda node: -degree[node])
    ]


@frozen(eq=False)
class Gathering:
    """Who gathers from whom.

    Attributes:
        people: how many there are; a row more stands for nobody, and has nothing to give.
        steps: from whom each gathers, one contact at a time: from nobody who has no more.
        parts: the same for some rows at a time, as far as the last of them who has a contact more.
        rests: the contacts beyond `_SLOTS`, by the row of whoever has so many.
        ties: for each tie who gathers, and from whom.
    """

    people: int
    steps: list[Indices]
    parts: list[tuple[slice, list[Indices]]]
    rests: dict[int, Indices]
    ties: tuple[Indices, Indices]

    @classmethod
    def of(cls, people: int, who: Indices, whom: Indices) -> "Gathering":
        """Of ties: for each who gathers, and from whom."""
        order = np.argsort(who, kind="stable")
        who, whom = who[order], whom[order]
        many = np.bincount(who, minlength=people)
        first = np.cumsum(many) - many
        steps = []
        for slot in range(max(1, min(_SLOTS, int(many.max())))):
            having = np.flatnonzero(many > slot)
            step = np.full(people, people)
            step[having] = whom[first[having] + slot]
            steps.append(step)
        parts = []
        for begin in range(0, people, _TOGETHER):
            part = slice(begin, min(begin + _TOGETHER, people))
            last = [np.flatnonzero(many[part] > slot)[-1:] for slot in range(1, len(steps))]
            lengths = [part.stop - begin, *(int(one[0]) + 1 for one in last if len(one))]
            parts.append((part, [step[part][:n] for step, n in zip(steps, lengths, strict=False)]))
        rests = {
            at: whom[first[at] + _SLOTS : first[at] + many[at]]
            for at in np.flatnonzero(many > _SLOTS).tolist()
        }
        return cls(people, steps, parts, rests, (who, whom))

    def near(self, rows: Indices | None, among: NDArray[np.bool_]) -> Indices | None:
        """Who of some people gathers from any of these rows; None for all, where they are many."""
        if rows is None:
            return few(among)
        who, whom = self.ties
        asked, near = np.zeros((2, self.people), bool)
        asked[rows] = True
        near[who[asked[whom]]] = True
        return few(near & among)

    def gathered(
        self, rows: Indices | None, room: "Room"
    ) -> Iterator[tuple[Any, slice, NDArray[Any]]]:
        """Sum, for each of some rows or all, what those have to give from whom they gather.

        Some rows at a time: which they are, their places among those that were asked for, and their
        sums, which stand there in the room.
        """
        for of, place, steps in self._some(rows):
            sums = room.into[place]
            room.front.take(steps[0], axis=0, out=sums, mode="clip")  # other modes take a copy
            for whom in steps[1:]:
                part = room.part[: len(whom)]
                room.front.take(whom, axis=0, out=part, mode="clip")
                sums[: len(whom)] += part
            if self.rests:
                for at, row in enumerate(np.arange(self.people)[of].tolist()):
                    if row in self.rests:
                        sums[at] += room.front[self.rests[row]].sum(axis=0)
            yield of, place, sums

    def _some(self, rows: Indices | None) -> Iterator[tuple[Any, slice, list[Indices]]]:
        if rows is None:
            yield from ((part, part, steps) for part, steps in self.parts)
            return
        for begin in range(0, len(rows), _TOGETHER):
            place = slice(begin, min(begin + _TOGETHER, len(rows)))
            yield rows[place], place, [step[rows[place]] for step in self.steps]


def few(marked: NDArray[np.bool_]) -> Indices | None:
    """The rows that are marked; None where it is quicker to look at all."""
    found = np.flatnonzero(marked)
    return found if _MOST * len(found) < len(marked) else None


class Room:
    """Where values are worked out: to ask for memory anew takes as long as to fill it.

    ``front`` (people + 1, batch) is what each has to give, its last row being nobody's; ``ways``
    (people, batch) in how many shortest ways somebody is reached. ``into`` and ``part`` are for
    sums.
    """

    def __init__(self, people: int, kind: type[np.floating[Any]]) -> None:
        self.front = np.zeros((people + 1, _BATCH), kind)
        self.ways, self.into = np.zeros((2, people, _BATCH), kind)
        self.part = np.empty((_TOGETHER, _BATCH), kind)

    def put(self, rows: Indices | None, values: NDArray[Any]) -> None:
        """Let these rows alone have something to give."""
        if rows is None:
            self.front[:-1] = values
        else:
            self.front[:] = 0
            self.front[rows] = values


class Paths:
    """How many shortest paths from some people pass through each.

    ``to`` gathers from those who have a tie to one, ``from_`` from those to whom one has a tie.
    """

    def __init__(self, to: Gathering, from_: Gathering) -> None:
        self.to, self.from_ = to, from_
        self.left = np.ones((to.people, _BATCH), bool)
        # Ways are whole numbers: half the digits do, as long as they are not very many.
        self.short, self.long = Room(to.people, np.float32), Room(to.people, np.float64)
        self.share, self.passes = np.empty((2, to.people, _BATCH))

    def passed(self, sources: Indices) -> NDArray[np.float64] | None:
        """Those from so many sources at most as a batch has (people,); None where they are long."""
        room = self.short
        levels = self._levels(sources, room)
        if levels is not None and room.ways.max() >= _EXACT:
            room = self.long
            levels = self._levels(sources, room)
        if levels is None:
            return None
        # For each the ways on from there to those behind, by the ways that lead to them: first what
        # ends there. Times the ways that lead to the one, it is Brandes's dependency.
        share, passes = self.share, self.passes
        np.maximum(room.ways, 1, out=share)
        np.divide(1, share, out=share)
        passes[:] = share
        for (rows, new), (nearer, theirs) in pairwise(levels[:0:-1]):
            self.long.put(rows, (passes if rows is None else passes[rows]) * new)
            for of, place, sums in self.from_.gathered(nearer, self.long):
                sums *= theirs[place]
                passes[of] += sums
        passes -= share
        passes *= room.ways
        passes[sources, np.arange(len(sources))] = 0
        total: NDArray[np.float64] = passes.sum(axis=1)
        return total

    def _levels(self, sources: Indices, room: Room) -> list[Level] | None:
        """Who is reached after each step, and from which of the sources; None for too many steps.

        In how many ways stands in the room.
        """
        left, ways = self.left, room.ways
        ways[:], left[:] = 0, True
        columns = np.arange(len(sources))
        ways[sources, columns], left[sources, columns] = 1, False
        levels: list[Level] = [(sources, ~left[sources])]
        room.put(sources, ways[sources])
        while True:
            rows = self.to.near(levels[-1][0], np.any(left, axis=1))
            new = np.empty((self.to.people if rows is None else len(rows), _BATCH), bool)
            reached = 0
            for of, place, sums in self.to.gathered(rows, room):
                some = np.greater(sums, 0, out=new[place])
                some &= left[of]  # who is there already came a shorter way
                sums *= some
                left[of] ^= some
                ways[of] += sums
                reached += int(np.count_nonzero(some))
            if not reached:
                return levels
            if len(levels) > _DEEPEST:
                return None
            room.put(rows, room.into[: len(new)])
            if rows is None and (found := few(np.any(new, axis=1))) is not None:
                rows, new = found, new[found]
            levels.append((rows, new))
