"""Betweenness among many people, with arrays: the shortest paths from several at once.

A compiled library does no more in a second, but nothing else in the same process goes on while it
counts, and thousands of people take it seconds. Here others have their turn between two steps, and
on several cores several batches are counted side by side.
"""

import os
import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from course.networks.graph import Network

_BATCH = 32
"""People whose paths are followed together: what belongs to them stays in a processor's cache."""

_DEEPEST = 40
"""Steps from somebody to the furthest, above which steps that all take together do not pay."""

_SLOTS = 64
"""Contacts of each that are added one by one for all; whoever has more adds the rest at once."""

_WORKERS = 4

Values = NDArray[np.float64]
"""A value for each person (a row) and each in the batch (a column)."""


def betweenness(graph: Network) -> list[float] | None:
    """Each one's betweenness as `course.networks.brokers.betweenness` has it, in the graph's order.

    None where somebody is more than `_DEEPEST` steps away from somebody: a long chain is counted
    one step after the other in less time. Counts are ``float``: ways are shared among equals.

    Source: Brandes (2001), Journal of Mathematical Sociology 25(2), 163-177, a level at a time.

    >>> import networkx as nx
    >>> betweenness(nx.star_graph(4)), betweenness(nx.path_graph(50))
    ([6.0, 0.0, 0.0, 0.0, 0.0], None)
    """
    number = {node: place for place, node in enumerate(graph)}
    ties = [(number[tie[0]], number[tie[1]]) for tie in graph.edges]
    one, other = np.array(ties, dtype=np.int64).reshape(-1, 2).T
    if not graph.is_directed():
        one, other = np.concatenate([one, other]), np.concatenate([other, one])
    people = len(graph)
    to, from_ = Gathering.of(people, other, one), Gathering.of(people, one, other)

    def batch(begin: int) -> Values | None:
        return _passed(to, from_, begin, min(begin + _BATCH, people))

    # A browser has one thread.
    workers = 1 if sys.platform == "emscripten" else min(_WORKERS, os.cpu_count() or 1)
    begins = range(0, people, _BATCH)
    total = np.zeros(people)
    with ThreadPoolExecutor(workers) as pool:
        for passed in pool.map(batch, begins) if workers > 1 else map(batch, begins):
            if passed is None:
                pool.shutdown(cancel_futures=True)
                return None
            total += passed
    each: list[float] = (total if graph.is_directed() else total / 2).tolist()
    return each


@frozen(eq=False)
class Gathering:
    """Who gathers from whom. Those with most contacts come first, so that each step is a slice.

    Attributes:
        order: everybody, those with most contacts first.
        steps: from whom the first in that order gather, one contact of each at a time.
        rests: places in that order, and the contacts beyond `_SLOTS` of whoever stands there.
    """

    order: NDArray[np.int64]
    steps: list[NDArray[np.int64]]
    rests: list[tuple[int, NDArray[np.int64]]]

    @classmethod
    def of(cls, people: int, who: NDArray[np.int64], whom: NDArray[np.int64]) -> "Gathering":
        """Of ties: at each place one who gathers, and one from whom."""
        whom = whom[np.argsort(who, kind="stable")]
        many = np.bincount(who, minlength=people)
        first = np.cumsum(many) - many
        order = np.argsort(-many, kind="stable")
        many, first = many[order], first[order]
        slots = range(min(_SLOTS, int(many.max(initial=0))))
        steps = [whom[first[: np.count_nonzero(many > slot)] + slot] for slot in slots]
        rests = [
            (place, whom[first[place] + _SLOTS : first[place] + many[place]])
            for place in range(np.count_nonzero(many > _SLOTS))
        ]
        return cls(order, steps, rests)

    def add(self, values: Values, into: Values, room: tuple[Values, Values]) -> None:
        """Set ``into`` to the sum, for each, of the values of those from whom is gathered.

        All are (people, batch), and so is each of ``room``, where it is worked out.
        """
        sums, some = room
        sums[:] = 0
        for whom in self.steps:
            part = some[: len(whom)]
            np.take(values, whom, axis=0, out=part, mode="clip")  # other modes take a copy
            sums[: len(whom)] += part
        for place, others in self.rests:
            sums[place] += values[others].sum(axis=0)
        into[self.order] = sums


def _passed(to: Gathering, from_: Gathering, begin: int, end: int) -> Values | None:
    """How many shortest paths from these people pass through each; None where they are too long.

    ``to`` gathers from those who have a tie to one, ``from_`` from those to whom one has a tie.
    """
    shape = len(to.order), end - begin
    room = np.empty(shape), np.empty(shape)
    level = np.full(shape, -1, dtype=np.int8)
    front, ways, gathered = np.zeros(shape), np.zeros(shape), np.empty(shape)
    sources = np.arange(begin, end), np.arange(end - begin)
    front[sources], ways[sources], level[sources] = 1, 1, 0
    depth = 0
    while True:
        to.add(front, gathered, room)
        new = (gathered > 0) & (level < 0)
        if not new.any():
            break
        depth += 1
        if depth > _DEEPEST:
            return None
        gathered *= new  # who is there already came a shorter way
        ways += gathered
        level[new] = depth
        if (level >= 0).all():
            break
        front, gathered = gathered, front
    share = 1 / np.maximum(ways, 1)  # nobody who is reached is reached in less than one way
    passed = np.zeros(shape)
    for at in range(depth, 1, -1):
        np.add(passed, 1, out=front)
        front *= share
        front *= level == at
        from_.add(front, gathered, room)
        gathered *= ways
        gathered *= level == at - 1
        passed += gathered
    sums: Values = passed.sum(axis=1)
    return sums
