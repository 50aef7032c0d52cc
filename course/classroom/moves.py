"""Who moved between two rounds, never by person: a flow from answer to answer, or nothing.

How many changed is told with the flow alone. Beside the rounds' own sums it says more than it
seems to: where 12 and 8 became 8 and 12 and six changed, five went one way and one the other.
"""

from collections import Counter
from collections.abc import Iterable

from attrs import frozen


@frozen
class Moves:
    """How those who answered twice moved.

    Attributes:
        n: how many they are.
        flow: from which place to which, and how many.
    """

    n: int
    flow: tuple[tuple[str, str, int], ...]

    @property
    def changed(self) -> int:
        """How many changed."""
        return sum(n for first, then, n in self.flow if first != then)


def moves(
    pairs: Iterable[tuple[str, str]], smallest: int, once: Iterable[Iterable[str]] = ()
) -> Moves | None:
    """How the places of two rounds, paired by person, differ.

    None where one part of the flow is of too few. ``once``: the places of those who are in one
    round alone, round by round. They are what is left of a round's sums when the flow is taken from
    them, so there is no flow where few of them gave the same.

    >>> moves([("a", "a")] * 6 + [("a", "b")] * 5, 5)
    Moves(n=11, flow=(('a', 'a', 6), ('a', 'b', 5)))
    >>> moves([("a", "a")] * 8 + [("a", "b")] * 4, 5) is None
    True
    """
    counted = Counter(pairs)
    left = [n for given in once for n in Counter(given).values()]
    if not counted or min((*counted.values(), *left)) < smallest:
        return None
    flow = tuple((first, then, n) for (first, then), n in sorted(counted.items()))
    return Moves(counted.total(), flow)
