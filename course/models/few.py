"""Contagion among few people, in plain Python: for a network whose people one can see and name.

`course.models.contagion` gives the same numbers for many runs and many people, with NumPy, which a
session in a browser does without.
"""

import random
from collections.abc import Collection, Hashable, Mapping
from math import ceil
from typing import Any

from course.models.checks import (
    Network,
    require_network,
    require_one_threshold,
    require_share,
    require_threshold,
)

_ROUNDS = 200
"""Rounds after which a practice that spreads by chance too is left as it stands."""


def spread_rounds(
    graph: Network,
    begin: Collection[Hashable],
    *,
    contacts: int | Mapping[Any, int] | None = None,
    share: float | Mapping[Any, float] | None = None,
    noise: float = 0.0,
    seed: int = 1,
) -> tuple[frozenset[Hashable], ...]:
    """Give those who have adopted before the first round, and after each one up to the last that
    brings anyone new.

    Arguments as for `course.models.contagion.spread`, with one set of people who begin. With
    ``noise`` a round may pass in which nobody is new; a run ends when nobody waits who has an
    adopting contact, or after 200 rounds.

    Raises ValueError as that does.

    >>> import networkx as nx
    >>> [sorted(adopted) for adopted in spread_rounds(nx.path_graph(4), {0}, contacts=1)]
    [[0], [0, 1], [0, 1, 2], [0, 1, 2, 3]]
    """
    require_network(graph)
    needed = _needed(graph, contacts, share)
    for person in begin:
        if person not in graph:
            raise ValueError(f"{person!r} is not in the network: begin with some of its nodes.")
    chance = random.Random(seed)
    require_share(noise, "noise")
    adopted = [frozenset(begin)]
    while len(adopted) <= _ROUNDS or not noise:
        now = adopted[-1]
        new, in_sight = set(), False
        for person, others in graph.adjacency():
            if person in now:
                continue
            seen = sum(other in now for other in others)
            in_sight |= seen > 0
            if seen >= needed[person] or (noise and seen and chance.random() < noise):
                new.add(person)
        if not new and not (noise and in_sight):
            break
        adopted.append(now | new)
    while len(adopted) > 1 and adopted[-1] == adopted[-2]:
        adopted.pop()
    return tuple(adopted)


def _needed(graph: Network, contacts: Any, share: Any) -> dict[Any, float]:
    """How many adopting contacts each person waits for."""
    require_one_threshold(contacts, share)
    is_share = contacts is None
    given = share if is_share else contacts
    needed = {}
    for person, contacts_of in graph.degree:
        if isinstance(given, Mapping) and person not in given:
            raise ValueError(f"{person!r} has no threshold: give one for each person.")
        one = given[person] if isinstance(given, Mapping) else given
        threshold = require_threshold(one, is_share=is_share)
        # 0.3 x 10 must be 3, though it is a little more in floating point; and nobody without
        # contacts follows a share, unless it is 0.
        needed[person] = (
            max(1, ceil(threshold * contacts_of - 1e-9)) if is_share and threshold else threshold
        )
    return needed
