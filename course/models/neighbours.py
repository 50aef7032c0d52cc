"""Who has a tie to whom, as arrays that a model can count with."""

from collections.abc import Hashable, Iterable, Sequence
from functools import cached_property
from itertools import chain, count
from typing import TypeAlias

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from course.models.adjacency import Adjacency
from course.models.checks import Network, require_network

Indices = NDArray[np.intp]

Ties: TypeAlias = "Network | Adjacency"
"""A network as networkx or as arrays has it."""


class Neighbours:
    """The contacts of everyone in one network, or in several side by side.

    ``people`` are the nodes, network by network, each in its graph's order; from then on they are
    their numbers there. Person i has ``degree[i]`` contacts, which stand in ``contacts`` from
    ``first[i]`` on.

    Raises ValueError for a network that is empty, directed, has double ties or self-loops.

    >>> import networkx as nx
    >>> star = Neighbours([nx.star_graph(3)])
    >>> star.degree.tolist(), star.contacts[star.first[1] :].tolist()
    ([3, 1, 1, 1], [0, 0, 0])
    """

    def __init__(self, graphs: Sequence[Ties]) -> None:
        self.sizes = [len(graph) for graph in graphs]
        if len(graphs) == 1 and isinstance(graphs[0], Adjacency):
            self.people: Sequence[Hashable] = range(len(graphs[0]))
            self.degree, self.contacts = graphs[0].degree, graphs[0].indices
        else:
            networks = [_network(graph) for graph in graphs]
            self.people = tuple(chain.from_iterable(networks))
            self.degree, self.contacts = _adjacency(networks)
        self.first: Indices = np.cumsum(self.degree) - self.degree

    def of(self, people: Indices) -> Indices:
        """Give the contacts of some people, one person after the other."""
        many = self.degree[people]
        ends = np.cumsum(many)
        places = np.repeat(self.first[people] - ends + many, many)
        places += np.arange(len(places))
        return self.contacts[places]

    @cached_property
    def slots(self) -> "Slots":
        """The same contacts, for looking at everyone's j-th at once."""
        by_degree = np.argsort(-self.degree, kind="stable")
        row: Indices = np.empty_like(by_degree)
        row[by_degree] = np.arange(len(by_degree))
        degree, first = self.degree[by_degree], self.first[by_degree]
        having = len(degree) - np.searchsorted(degree[::-1], np.arange(1, degree[0] + 1))
        each = [row[self.contacts[first[:rows] + j]] for j, rows in enumerate(having)]
        return Slots(by_degree, row, each)

    def padded(self) -> Indices:
        """Give the contacts as one table (people, most contacts), in the order of ``people``.

        Short rows are filled up with the person's own number.
        """
        table = np.repeat(np.arange(len(self.people))[:, None], max(1, self.degree.max()), axis=1)
        slot = np.arange(len(self.contacts)) - np.repeat(self.first, self.degree)
        table[np.repeat(np.arange(len(self.people)), self.degree), slot] = self.contacts
        return table


@frozen(eq=False)
class Slots:
    """Contacts by place: people stand in rows by falling number of contacts.

    Row r is that of person ``person[r]``, and person i stands in row ``row[i]``. ``each`` has, for
    j = 0, 1 ..., the row of the j-th contact of each who has so many: those are always the first
    rows.
    """

    person: Indices
    row: Indices
    each: list[Indices]

    def reach(self, rows: Indices) -> NDArray[np.bool_]:
        """Mark every row that has a contact among ``rows``, which rise."""
        reached = np.zeros(len(self.row), bool)
        for slot in self.each:
            rows = rows[: np.searchsorted(rows, len(slot))]
            if not len(rows):
                break
            reached[slot[rows]] = True
        return reached


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
