"""How many chose each place, told so that no number is of a few: small cells are put together.

A number of fewer than the smallest group could be of somebody whom the others can guess. So a
place that few chose is told only together with others, and if that leaves a single number, the
places are not told apart at all. Several rounds are told in the same parts, so that they can be
compared.
"""

from collections.abc import Mapping, Sequence

from attrs import frozen

SMALLEST, LEAST_SMALLEST, MOST_SMALLEST = 5, 4, 10
"""The smallest group that is told of, and between what it can be set."""

Counts = Mapping[str, int]
"""How many chose each place, by the places' ids in their order; every place is there."""


@frozen
class Cell:
    """Places that are told together, and how many chose one of them, round by round."""

    places: tuple[str, ...]
    n: tuple[int, ...]


def cells(rounds: Sequence[Counts], smallest: int, *, ordered: bool = False) -> tuple[Cell, ...]:
    """The places put together so that each number is none or at least ``smallest``.

    A place that nobody chose stands alone only where nothing has to be put together. ``ordered``
    places are put together with their neighbours alone. Each round has ``smallest`` answers or
    more; the numbers of the cells add up to them.

    >>> [(cell.places, cell.n) for cell in cells([{"a": 9, "b": 4, "c": 2, "d": 0}], 5)]
    [(('a',), (9,)), (('b', 'c', 'd'), (6,))]
    """
    parts: Parts = [[place] for place in rounds[0]]
    put = _neighbours if ordered else _pool
    for n in range(1, len(rounds) + 1):
        # What was put together in an earlier round stays so: the difference would tell the parts.
        seen = rounds[:n]
        if any(0 < _together(part, one) < smallest for part in parts for one in seen):
            parts = put(parts, seen, smallest)
    return tuple(
        Cell(tuple(part), tuple(_together(part, counts) for counts in rounds)) for part in parts
    )


Parts = list[list[str]]


def _together(places: Sequence[str], counts: Counts) -> int:
    return sum(counts[place] for place in places)


def _can_be_told(places: Sequence[str], rounds: Sequence[Counts], smallest: int) -> bool:
    numbers = [_together(places, counts) for counts in rounds]
    return any(numbers) and all(n == 0 or n >= smallest for n in numbers)


def _pool(parts: Parts, rounds: Sequence[Counts], smallest: int) -> Parts:
    """All small parts in one, with the next smallest until that one can be told."""
    rising = sorted(parts, key=lambda part: sum(_together(part, counts) for counts in rounds))
    pooled = [
        part for part in parts if min(_together(part, counts) for counts in rounds) < smallest
    ]
    for part in rising:
        if _can_be_told([place for one in pooled for place in one], rounds, smallest):
            break
        if part not in pooled:
            pooled.append(part)
    among = {place for part in pooled for place in part}
    alone = [part for part in parts if part not in pooled]
    return [*alone, [place for place in rounds[0] if place in among]]


def _neighbours(parts: Parts, rounds: Sequence[Counts], smallest: int) -> Parts:
    """From the first part on, each as long as it must be.

    What is left joins the last, and that the one before for as long as it cannot be told: of two
    rounds it may be few enough in one of them.
    """
    found: Parts = []
    now: list[str] = []
    for part in parts:
        now = [*now, *part]
        if _can_be_told(now, rounds, smallest):
            found.append(now)
            now = []
    if now:
        found.append(now)
    while len(found) > 1 and not _can_be_told(found[-1], rounds, smallest):
        *found, before, last = found
        found.append([*before, *last])
    return found


def most(counts: Counts) -> str | None:
    """The place that more chose than any other; None where two share the lead.

    >>> most({"a": 4, "b": 8}), most({"a": 6, "b": 6})
    ('b', None)
    """
    best = max(counts.values())
    leading = [place for place, n in counts.items() if n == best]
    return leading[0] if len(leading) == 1 else None


def included(at_first: int | None, now: int, smallest: int) -> int:
    """How many of the answers, in the order that they came, are in what is shown.

    ``at_first`` is how many there were when they were first shown; None before that. Later ones
    join ``smallest`` at a time: what somebody has just answered cannot be seen by the difference.

    >>> [included(12, now, 5) for now in (12, 16, 17, 22)], included(3, 4, 5), included(3, 6, 5)
    ([12, 12, 17, 22], 0, 5)
    """
    if at_first is None:
        return 0
    base = at_first if at_first >= smallest else 0
    return base + (now - base) // smallest * smallest
