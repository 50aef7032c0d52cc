"""Who has a tie to whom, as arrays that a model can count with."""

from collections.abc import Hashable, Iterable, Sequence
from itertools import chain, count
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from course.models.adjacency import Adjacency
from course.models.checks import Network, require_network

Indices = NDArray[np.intp]

Ties: TypeAlias = "Network | Adjacency"
"""A network as networkx or as arrays has it."""


class Neighbours:
    """The contacts of everyone in one network, or in several side by side.

    ``people`` are the nodes, network by network, each in its graph's order. Within, they stand in
    rows by falling number of contacts: ``row[i]`` is that of ``people[i]``. ``slots`` has, for j =
    0, 1 ..., the j-th contact of each person who has so many: those are always the first rows.

    Raises ValueError for a network that is empty, directed, has double ties or self-loops.

    >>> import networkx as nx
    >>> star = Neighbours([nx.star_graph(3)])
    >>> star.degree.tolist(), [slot.tolist() for slot in star.slots]
    ([3, 1, 1, 1], [[1, 0, 0, 0], [2], [3]])
    """

    def __init__(self, graphs: Sequence[Ties]) -> None:
        self.sizes = [len(graph) for graph in graphs]
        if len(graphs) == 1 and isinstance(graphs[0], Adjacency):
            self.people: Sequence[Hashable] = range(len(graphs[0]))
            degree, contacts = graphs[0].degree, graphs[0].indices
        else:
            networks = [_network(graph) for graph in graphs]
            self.people = tuple(chain.from_iterable(networks))
            degree, contacts = _adjacency(networks)
        by_degree = np.argsort(-degree, kind="stable")
        self.row: Indices = np.empty_like(by_degree)
        self.row[by_degree] = np.arange(len(by_degree))
        self.degree: Indices = degree[by_degree]
        begins = (np.cumsum(degree) - degree)[by_degree]
        having = len(degree) - np.searchsorted(self.degree[::-1], np.arange(1, self.degree[0] + 1))
        self.slots: list[Indices] = [
            self.row[contacts[begins[:rows] + j]] for j, rows in enumerate(having)
        ]

    def reach(self, rows: Indices) -> NDArray[np.bool_]:
        """Mark everyone who has a contact among ``rows``, which rise."""
        reached = np.zeros(len(self.row), bool)
        for slot in self.slots:
            rows = rows[: np.searchsorted(rows, len(slot))]
            if not len(rows):
                break
            reached[slot[rows]] = True
        return reached

    def padded(self) -> Indices:
        """Give the contacts as one table (people, most contacts), in the order of ``people``.

        Short rows are filled up with the person's own number.
        """
        table = np.repeat(np.arange(len(self.people))[:, None], max(1, self.degree[0]), axis=1)
        person = np.argsort(self.row)
        for j, slot in enumerate(self.slots):
            table[person[: len(slot)], j] = person[slot]
        return table


def _network(graph: Ties) -> Network:
    if isinstance(graph, Adjacency):
        raise ValueError("Several networks side by side are networkx graphs: give such.")
    require_network(graph)
    return graph


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
