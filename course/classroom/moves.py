"""Who moved between two rounds, never by person: a flow, or else how many changed."""

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from attrs import frozen


@frozen
class Moves:
    """How those who answered twice moved.

    Attributes:
        n: how many they are.
        flow: from which place to which, and how many; None where one of these is too small.
        changed: how many changed; None where that tells of too few.
        few: whom there are too few of to say, where ``changed`` is None.
    """

    n: int
    flow: tuple[tuple[str, str, int], ...] | None
    changed: int | None
    few: Literal["changed", "same"] | None = None


def moves(
    pairs: Iterable[tuple[object, object]],
    smallest: int,
    *,
    flows: bool,
    once: Iterable[Iterable[object]] = (),
) -> Moves | None:
    """How the answers of two rounds, paired by person, differ; None for too few pairs.

    ``flows``: whether the answers are places among which a flow can be drawn. ``once``: the answers
    of those who are in one round alone, round by round. They are what is left of a round's sums
    when the flow is taken from them, so there is no flow where few of them gave the same.

    >>> moves([("a", "a")] * 6 + [("a", "b")] * 5, 5, flows=True).flow
    (('a', 'a', 6), ('a', 'b', 5))
    >>> moves([("a", "a")] * 8 + [("a", "b")] * 4, 5, flows=True)
    Moves(n=12, flow=None, changed=None, few='changed')
    """
    both = list(pairs)
    if len(both) < smallest:
        return None
    changed = sum(first != then for first, then in both)
    if 0 < changed < smallest:
        return Moves(len(both), None, None, "changed")
    if 0 < len(both) - changed < smallest:
        return Moves(len(both), None, None, "same")
    if not flows:
        return Moves(len(both), None, changed)
    counted = Counter((str(first), str(then)) for first, then in both)
    left = (n for given in once for n in Counter(given).values())
    flow = tuple((first, then, n) for (first, then), n in sorted(counted.items()))
    is_told = min((*counted.values(), *left)) >= smallest
    return Moves(len(both), flow if is_told else None, changed)
