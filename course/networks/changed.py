"""A network that somebody changes by hand: ties made and cut, people away, wide bridges."""

from collections.abc import Collection, Iterable
from typing import Any

import networkx as nx

from course.networks.graph import Network, unit_by_node

Pair = tuple[Any, Any]


def changed(
    graph: Network,
    tied: Iterable[tuple[Any, Any, int]] = (),
    cut: Iterable[Pair] = (),
    away: Collection[Any] = (),
) -> Network:
    """Give a new graph with ties cut, others made (or given another strength), and people away.

    ``tied`` has two people and the strength of their tie; these ties stand, whatever is cut. People
    in ``away`` are gone with all their ties. Attributes are kept.

    >>> line = nx.path_graph(4)
    >>> list(changed(line, tied=[(0, 3, 2)], cut=[(1, 2)], away=[2]).edges(data="strength"))
    [(0, 1, None), (0, 3, 2)]
    """
    made: Network = graph.copy()
    made.remove_edges_from(cut)
    made.add_edges_from((one, other, {"strength": strength}) for one, other, strength in tied)
    made.remove_nodes_from(away)
    return made


def bridges(graph: Network, unit: str = "unit") -> dict[tuple[Any, Any], list[Pair]]:
    """Give the ties between each two units that have any: each from the first unit to the second.

    Units come in the order of the graph's people.

    >>> graph = nx.path_graph(3)
    >>> nx.set_node_attributes(graph, {0: "a", 1: "b", 2: "b"}, "unit")
    >>> bridges(graph)
    {('a', 'b'): [(0, 1)]}
    """
    member = unit_by_node(graph, unit)
    place = {name: n for n, name in enumerate(dict.fromkeys(member.values()))}
    found: dict[tuple[Any, Any], list[Pair]] = {}
    for ends in graph.edges:
        one, other = sorted(ends, key=lambda person: place[member[person]])
        if member[one] != member[other]:
            found.setdefault((member[one], member[other]), []).append((one, other))
    return found


def width(ties: Iterable[Pair]) -> int:
    """Give how wide the ties between two units are: the most of them that share no person.

    It is also the least number of people who have to be away for no tie to be left (König 1931).
    Ties that all end at the same person have the width 1, however many they are. Each tie goes from
    the first unit to the second.

    >>> width([("Karin", "Ali"), ("Johan", "Ali")]), width([("Karin", "Ali"), ("Johan", "Lena")])
    (1, 2)
    """
    reaches: dict[Any, list[Any]] = {}
    for one, other in ties:
        reaches.setdefault(one, []).append(other)
    partner: dict[Any, Any] = {}

    def has_found(one: Any, tried: set[Any]) -> bool:
        """Whether the person gets a partner, if need be by another changing theirs (Kuhn 1955)."""
        for other in reaches[one]:
            if other in tried:
                continue
            tried.add(other)
            if other not in partner or has_found(partner[other], tried):
                partner[other] = one
                return True
        return False

    return sum(has_found(one, set()) for one in reaches)


def groups(number: int, size: int) -> Network:
    """Make units in which everyone knows everyone, with no tie between them.

    People are ``A1``, ``A2`` and so on, and their unit is the letter.

    >>> sorted(groups(2, 2).edges)
    [('A1', 'A2'), ('B1', 'B2')]
    """
    made: Network = nx.Graph()
    for n in range(number):
        letter = chr(ord("A") + n)
        people = [f"{letter}{i + 1}" for i in range(size)]
        made.add_nodes_from(people, unit=letter)
        made.add_edges_from(
            ((one, other) for i, one in enumerate(people) for other in people[i + 1 :]), strength=3
        )
    return made
