"""Who has a tie to whom, as arrays that a model can count with."""

from collections.abc import Hashable, Iterable, Sequence
from functools import cached_property
from itertools import chain, count
from typing import Any

import numpy as np
from numpy.typing import NDArray

from course.models.checks import Network, require_network

Indices = NDArray[np.intp]


class Neighbours:
    """The contacts of everyone in one network, or in several side by side.

    ``people`` are the nodes, network by network, each in its graph's order. Within, they stand in
    rows by falling number of contacts: ``row[i]`` is that of ``people[i]``. The contacts of the
    person in row r are the rows ``contacts[first[r] : first[r] + degree[r]]``.

    Raises ValueError for a network that is empty, directed, has double ties or self-loops.

    >>> import networkx as nx
    >>> star = Neighbours([nx.star_graph(3)])
    >>> star.degree.tolist(), star.contacts.tolist()
    ([3, 1, 1, 1], [1, 2, 3, 0, 0, 0])
    """

    def __init__(self, graphs: Sequence[Network]) -> None:
        for graph in graphs:
            require_network(graph)
        self.people: tuple[Hashable, ...] = tuple(chain.from_iterable(graphs))
        self.sizes = [len(graph) for graph in graphs]
        degree, contacts = _adjacency(graphs)
        # By falling degree, those who have a j-th contact are always the first rows.
        by_degree = np.argsort(-degree, kind="stable")
        self.row: Indices = np.empty_like(by_degree)
        self.row[by_degree] = np.arange(len(by_degree))
        self.degree: Indices = degree[by_degree]
        self.first: Indices = np.cumsum(self.degree) - self.degree
        begins = (np.cumsum(degree) - degree)[by_degree]
        places = np.repeat(begins - self.first, self.degree) + np.arange(len(contacts))
        self.contacts: Indices = self.row[contacts[places]]

    @cached_property
    def slots(self) -> list[Indices]:
        """For j = 0, 1 ...: the j-th contact of each person who has so many, row by row."""
        having = len(self.degree) - np.searchsorted(
            self.degree[::-1], np.arange(1, self.degree[0] + 1)
        )
        return [self.contacts[self.first[:rows] + j] for j, rows in enumerate(having)]

    @cached_property
    def counter(self) -> Any:
        """The smallest dtype that holds the largest number of contacts and one more."""
        return np.min_scalar_type(int(self.degree[0]) + 1)

    def count(self, marked: NDArray[np.uint8]) -> NDArray[Any]:
        """Count each person's marked contacts; ``marked`` is 0 or 1, (people, runs), by row."""
        counts = np.zeros(marked.shape, self.counter)
        found = np.empty_like(marked)
        for slot in self.slots:
            rows = len(slot)
            # mode="clip" lets NumPy write straight into ``out``; every index is within bounds.
            np.take(marked, slot, axis=0, out=found[:rows], mode="clip")
            counts[:rows] += found[:rows]
        return counts

    def padded(self) -> Indices:
        """Give the contacts as one table (people, most contacts), in the order of ``people``.

        Short rows are filled up with the person's own number.
        """
        table = np.repeat(np.arange(len(self.people))[:, None], max(1, self.degree[0]), axis=1)
        person = np.argsort(self.row)
        for j, slot in enumerate(self.slots):
            table[person[: len(slot)], j] = person[slot]
        return table

    def reach(self, rows: Indices) -> tuple[Indices, Indices]:
        """Give all contacts of ``rows``, and for each of them its place in ``rows``."""
        lengths = self.degree[rows]
        place = np.repeat(np.arange(len(rows)), lengths)
        within = np.arange(len(place)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        return self.contacts[self.first[rows][place] + within], place


def _adjacency(graphs: Iterable[Network]) -> tuple[Indices, Indices]:
    """Everyone's number of contacts, and the contacts, person by person, as numbers."""
    degree: list[int] = []
    contacts: list[int] = []
    for graph in graphs:
        number = dict(zip(graph, count(len(degree)), strict=False))
        for _, others in graph.adjacency():
            degree.append(len(others))
            contacts += map(number.__getitem__, others)
    return np.array(degree, dtype=np.intp), np.array(contacts, dtype=np.intp)
