"""Wide bridges: how many ties it takes to carry a practice from one department to another.

Two departments, A and B, where everyone knows everyone in the own department. All of A has
adopted the practice; a person in B adopts when at least ``threshold`` of the own contacts have.
Rounds are simultaneous, and who has adopted stays so. People have numbers from 0 in each
department, and a tie is a pair: one person in A, one in B.

Source: Centola & Macy (2007), American Journal of Sociology 113(3), 702-734.
"""

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from math import comb

from attrs import frozen

Tie = tuple[int, int]
"""A person in A and a person in B, by number."""


@frozen
class Crossing:
    """How the practice spread in department B.

    ``adopters`` holds those in B who have adopted after each round, from round 0, when nobody
    has. ``everyone`` says whether all of B adopted, ``rounds`` how many rounds brought anyone
    new, and ``heard`` the number of ties to A that each person in B has.
    """

    adopters: tuple[frozenset[int], ...]
    everyone: bool
    rounds: int
    heard: tuple[int, ...]


@frozen
class TippingShare:
    """How many of all ``placements`` of a number of ties make all of B adopt (``tipping``)."""

    tipping: int
    placements: int

    @property
    def share(self) -> Fraction:
        """The share of placements that tip B, exact; ``float`` gives it as a number."""
        return Fraction(self.tipping, self.placements)


def crossing(ties: Iterable[Tie], size_from: int, size_to: int, threshold: int) -> Crossing:
    """Follow the practice, round by round, from ``size_from`` people in A to ``size_to`` in B.

    A tie given twice counts once.

    Raises ValueError for a department without people, a threshold below 1, and a tie to someone
    who does not exist.

    >>> crossing([(0, 0), (1, 0), (2, 1)], size_from=6, size_to=3, threshold=2)
    Crossing(adopters=(frozenset(), frozenset({0}), frozenset({0, 1}), frozenset({0, 1, 2})), \
everyone=True, rounds=3, heard=(2, 1, 0))
    """
    heard = _heard(ties, size_from, size_to, threshold)
    adopters = [frozenset[int]()]
    while True:
        # In B everyone knows everyone, so all who wait have met the same number of adopters there.
        met = len(adopters[-1])
        now = adopters[-1] | {b for b, count in enumerate(heard) if count + met >= threshold}
        if now == adopters[-1]:
            break
        adopters.append(now)
    return Crossing(tuple(adopters), len(adopters[-1]) == size_to, len(adopters) - 1, heard)


def narrowest(threshold: int) -> int:
    """Give the least number of ties that can tip all of B: a(a + 1) / 2 for threshold a.

    The first adopter needs a ties, the second a - 1, and so on to the one who needs a single
    tie. Both departments must have at least ``threshold`` people.

    Raises ValueError for a threshold below 1.

    >>> [narrowest(threshold) for threshold in (1, 2, 3, 4)]
    [1, 3, 6, 10]
    """
    _require_threshold(threshold)
    return threshold * (threshold + 1) // 2


def tipping_share(ties: int, size: int, threshold: int) -> TippingShare:
    """Count the placements of so many different ties that tip B, of all that there are.

    Both departments have ``size`` people, so there are C(size x size, ties) placements. They are
    counted, not tried: whether B tips depends only on how many ties each person in B has, and a
    person with t of them can have them in C(size, t) ways.

    Raises ValueError for a department without people, a threshold below 1, and a number of ties
    below 0 or above size x size.

    >>> tipping_share(3, size=6, threshold=2)
    TippingShare(tipping=2700, placements=7140)
    >>> round(float(tipping_share(4, size=6, threshold=2).share), 2)
    0.67
    """
    _require_threshold(threshold)
    _require_people(size, size)
    if not 0 <= ties <= size * size:
        raise ValueError(
            f"{ties} different ties cannot be placed between two departments of {size}: "
            f"choose from 0 to {size * size}."
        )
    # From those with most ties to those with none: (people so far, ties so far) -> ways.
    ways: Counter[tuple[int, int]] = Counter({(0, 0): 1})
    for heard in range(min(size, ties), -1, -1):
        extended: Counter[tuple[int, int]] = Counter()
        for (people, used), count in ways.items():
            # All with more ties have adopted. If they are too few here, they stay too few below.
            if people + heard < threshold:
                continue
            for more in range(size - people + 1):
                if used + more * heard <= ties:
                    chosen = comb(size - people, more) * comb(size, heard) ** more
                    extended[people + more, used + more * heard] += count * chosen
        ways = extended
    return TippingShare(ways[size, ties], comb(size * size, ties))


def spare_ties(ties: Iterable[Tie], size_from: int, size_to: int, threshold: int) -> frozenset[Tie]:
    """Give each tie that could go, alone, while all of B would still adopt.

    Empty when B does not tip, and when the placement is minimal. Raises ValueError as `crossing`
    does.

    >>> sorted(spare_ties([(0, 0), (1, 0), (2, 0), (2, 1)], 6, 6, threshold=2))
    [(0, 0), (1, 0), (2, 0)]
    """
    placed = frozenset(ties)
    if not crossing(placed, size_from, size_to, threshold).everyone:
        return frozenset()
    return frozenset(
        tie for tie in placed if crossing(placed - {tie}, size_from, size_to, threshold).everyone
    )


def minimal_placement(threshold: int) -> tuple[Tie, ...]:
    """Give one placement of `narrowest` ties that tips B: a ties to one person, a - 1 to the next.

    Both departments must have at least ``threshold`` people. Raises ValueError for a threshold
    below 1.

    >>> minimal_placement(2)
    ((0, 0), (1, 0), (0, 1))
    """
    _require_threshold(threshold)
    return tuple((a, b) for b in range(threshold) for a in range(threshold - b))


def _heard(ties: Iterable[Tie], size_from: int, size_to: int, threshold: int) -> tuple[int, ...]:
    _require_threshold(threshold)
    _require_people(size_from, size_to)
    heard = [0] * size_to
    for a, b in frozenset(ties):
        if not (0 <= a < size_from and 0 <= b < size_to):
            raise ValueError(
                f"The tie ({a}, {b}) leads outside the departments: number people in A from 0 "
                f"to {size_from - 1} and in B from 0 to {size_to - 1}."
            )
        heard[b] += 1
    return tuple(heard)


def _require_threshold(threshold: int) -> None:
    if threshold < 1:
        raise ValueError(f"The threshold is {threshold}: choose a whole number from 1 up.")


def _require_people(*sizes: int) -> None:
    if min(sizes) < 1:
        raise ValueError("A department has no people: give each at least one.")
