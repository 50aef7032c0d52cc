"""Units that learn, with few people and few runs, in plain Python.

`course.models.groups` lets many organisations learn at once, with NumPy, which a session in a
browser does without. From the same beliefs, and with no chance in it (``rate=1``), the two give the
same numbers; otherwise the same in the mean, since each draws chance in its own way.

One's beliefs are two whole numbers of as many bits: those that are right, and those that are wrong.
"""

import random
from collections.abc import Hashable, Iterator, Sequence

from course.models.checks import Network, require_bundles, require_network, require_share

LONGEST = 2_000
"""Periods after which an organisation that still changes is left as it stands."""

Held = tuple[int, int]
"""What a person believes: bits of what is right, and of what is wrong."""


def learn_among_few(
    graph: Network, *, beliefs: int = 60, bundle: int = 3, rate: float = 0.3, seed: int = 1
) -> tuple[float, ...]:
    """Give the mean payoff of one organisation before the first period and after each.

    It goes on until nobody has anything to learn from a contact. Arguments, and what is raised, as
    for `course.models.groups.learn_one_by_one`.

    >>> import networkx as nx
    >>> paid = learn_among_few(nx.complete_graph(8))
    >>> paid[0] < paid[-1] <= 1
    True
    """
    require_bundles(beliefs, bundle)
    require_share(rate, "rate", above_zero=True)
    chance = random.Random(seed)
    held = [_drawn(beliefs, chance) for _ in graph]
    payoffs = followed(graph, held, beliefs=beliefs, bundle=bundle, rate=rate, chance=chance)
    return tuple(sum(paid) / len(paid) for paid in payoffs)


def followed(
    graph: Network,
    held: Sequence[Held],
    *,
    beliefs: int,
    bundle: int,
    rate: float,
    chance: random.Random,
) -> Iterator[list[float]]:
    """Give each one's payoff, in the order of the graph, before the first period and after each.

    ``held`` is what they believe in the beginning.
    """
    require_network(graph)
    place: dict[Hashable, int] = {person: at for at, person in enumerate(graph)}
    contacts: list[list[int]] = [[place[one] for one in graph[person]] for person in graph]
    starts = sum(1 << at for at in range(0, beliefs, bundle))
    now = list(held)
    for _ in range(LONGEST + 1):
        solved = [_solved(right, starts, bundle) for right, _ in now]
        yield [count * bundle / beliefs for count in solved]
        learnt = []
        is_over = True
        for at, (right, wrong) in enumerate(now):
            better = [now[one] for one in contacts[at] if solved[one] > solved[at]]
            to_right, to_wrong = _views(better)
            to_right, to_wrong = to_right & ~right, to_wrong & ~wrong
            if to_right or to_wrong:
                is_over = False
                to_right, to_wrong = (_some(one, rate, chance) for one in (to_right, to_wrong))
                right, wrong = (right | to_right) & ~to_wrong, (wrong | to_wrong) & ~to_right
            learnt.append((right, wrong))
        if is_over:
            return
        now = learnt


def _drawn(beliefs: int, chance: random.Random) -> Held:
    """Beliefs that are right, wrong or none, with chance 1/3 each."""
    right = wrong = 0
    for at in range(beliefs):
        one = chance.randrange(3)
        right |= (one == 0) << at
        wrong |= (one == 1) << at
    return right, wrong


def _solved(right: int, starts: int, bundle: int) -> int:
    """How many bundles are all right."""
    for at in range(bundle):
        starts &= right >> at
    return starts.bit_count()


def _views(better: Sequence[Held]) -> Held:
    """What most of those believe who believe anything: right, and wrong."""
    for_right = _counted([right for right, _ in better])
    for_wrong = _counted([wrong for _, wrong in better])
    more = less = 0
    for one, other in zip(for_right, for_wrong, strict=True):  # the largest digit first
        undecided = ~(more | less)
        more |= one & ~other & undecided
        less |= other & ~one & undecided
    return more, less


def _counted(held: Sequence[int]) -> list[int]:
    """How many have each bit: the binary digits of those numbers, the largest first."""
    digits = [0] * len(held).bit_length()
    for bits in held:
        carried = bits
        for at, digit in enumerate(digits):
            digits[at], carried = digit ^ carried, digit & carried
            if not carried:
                break
    return digits[::-1]


def _some(bits: int, rate: float, chance: random.Random) -> int:
    """Each of the bits with this chance."""
    chosen = 0
    while bits:
        lowest = bits & -bits
        if chance.random() < rate:
            chosen |= lowest
        bits ^= lowest
    return chosen
