"""From a world of neighbours to one of long ties, without giving anyone more or fewer contacts.

Source: Centola & Macy (2007), American Journal of Sociology 113(3), 702-734, whose networks go
from a ring lattice to a random one by letting ties trade ends; the trade is that of Maslov &
Sneppen (2002), Science 296, 910-913.
"""

import random
from typing import Any

import networkx as nx

from course.models.checks import Network, require_count, require_network, require_share

_TRIES = 100
"""Partners that a tie tries to trade with: in a sparse network the first will nearly always do."""


def ring_lattice(people: int, contacts: int) -> "nx.Graph[int]":
    """Make a ring where each has a tie to as many nearest on both sides, ``contacts`` in all.

    Raises ValueError when ``contacts`` is odd, below 2, or leaves no room on the ring.

    >>> sorted(ring_lattice(10, 4)[0])
    [1, 2, 8, 9]
    """
    require_count(people, "people", least=3)
    require_count(contacts, "contacts", least=2, most=people - 1)
    if contacts % 2:
        raise ValueError(
            f"contacts is {contacts}: give an even number, half of them on each side of the ring."
        )
    ring: nx.Graph[int] = nx.circulant_graph(people, list(range(1, contacts // 2 + 1)))
    return ring


def rewired(graph: Network, share: float, *, seed: int = 1) -> Network:
    """Give a copy of the network in which ties have traded ends at random.

    Each tie, with chance ``share``, trades with another chosen at random: a-b and c-d become a-d
    and c-b. Trades that would tie a pair twice or a person to themselves are not made, so that
    everyone keeps the number of contacts. Attributes of people stay, those of ties are dropped.

    Raises ValueError for a share outside 0 to 1, for what is no network, and when a tie finds
    nobody to trade with, as where everyone knows everyone.

    >>> ring = ring_lattice(100, 8)
    >>> mixed = rewired(ring, 0.5)
    >>> set(dict(mixed.degree).values()), nx.transitivity(mixed) < nx.transitivity(ring) / 2
    ({8}, True)
    """
    require_network(graph)
    require_share(share, "share")
    rng = random.Random(seed)
    ties: list[tuple[Any, Any]] = [tuple(tie[:2]) for tie in graph.edges]
    known = {person: set(contacts) for person, contacts in graph.adjacency()}
    for place in range(len(ties)):
        if rng.random() < share:
            _trade(ties, known, place, rng)
    mixed: Network = nx.Graph()
    mixed.add_nodes_from(graph.nodes(data=True))
    mixed.add_edges_from(ties)
    return mixed


def _trade(
    ties: list[tuple[Any, Any]], known: dict[Any, set[Any]], place: int, rng: random.Random
) -> None:
    a, b = ties[place]
    for _ in range(_TRIES):
        other = rng.randrange(len(ties))
        c, d = ties[other] if rng.random() < 0.5 else ties[other][::-1]
        if a in (c, d) or b in (c, d) or d in known[a] or b in known[c]:
            continue
        known[a] ^= {b, d}
        known[b] ^= {a, c}
        known[c] ^= {d, b}
        known[d] ^= {c, a}
        ties[place], ties[other] = (a, d), (c, b)
        return
    raise ValueError(
        f"The tie between {a!r} and {b!r} found none to trade ends with: nearly everyone here "
        "knows everyone. Choose a larger network, or one with fewer ties."
    )
