"""A year of the idea channel that a room plays: what becomes of each idea, quarter by quarter.

It is the queue of `course.models.channel` in whole quarters: first come, first served, a test takes
a quarter, and people wait for so long and no longer. There the times are drawn at random; here who
sends decides when ideas come, and the rest is even, so that a year can be seen again.

In a year with replies nobody waits in silence: at the end of the quarter in which an idea was sent
its sender is told when it will be tested, as far as the year's tests go, or else no, and why. Who
has been told when does not lose heart.
"""

from collections import Counter
from collections.abc import Sequence

QUARTERS = 4
"""In the year."""

PATIENCE = (1, 2, 3, 4)
"""How many quarters anybody waits at most, of which one is set."""

Idea = tuple[int, int]
"""At which step of the year it was sent, and for how many quarters its sender waits."""


def patience(order: int, longest: int) -> int:
    """For how many quarters somebody waits, by their place in the order of coming.

    >>> [patience(order, longest=3) for order in range(4)]
    [1, 2, 3, 1]
    """
    return order % longest + 1


def steps(replies: bool) -> int:
    """How many there are: the New Year, each quarter's end, and when nobody waits any more.

    With replies nobody waits when the year ends.
    """
    return QUARTERS + (1 if replies else 2)


def became(ideas: Sequence[Idea], tests: int, step: int, *, replies: bool = False) -> list[str]:
    """What has become of ideas, in the order in which they were sent, at a step of the year.

    ``later`` where it has not been sent yet, ``new`` where it has been since the last step, and
    else ``waiting``, ``tested`` or ``lost``; with replies ``promised``, ``tested`` or ``refused``.

    >>> became([(0, 1), (0, 2), (0, 3), (0, 1), (2, 1)], tests=1, step=1)
    ['tested', 'waiting', 'waiting', 'lost', 'later']
    >>> became([(0, 1), (0, 2), (0, 3), (0, 1), (2, 1)], tests=1, step=3, replies=True)
    ['tested', 'tested', 'tested', 'promised', 'refused']
    """
    then = _answered(ideas, tests, step) if replies else _queued(ideas, tests, step)
    for n, (sent, _) in enumerate(ideas):
        if sent >= step:
            then[n] = "new" if sent == step else "later"
    return then


def promised(ideas: Sequence[Idea], tests: int) -> list[int]:
    """In which quarter each idea will be tested, as its sender is told; 0 for a no.

    >>> promised([(0, 1), (0, 2), (0, 3), (3, 1), (3, 1)], tests=1)
    [1, 2, 3, 4, 0]
    """
    taken = Counter[int]()
    found = []
    for sent, _ in ideas:
        free = (one for one in range(sent + 1, QUARTERS + 1) if taken[one] < tests)
        found.append(next(free, 0))
        taken[found[-1]] += 1
    return found


def _answered(ideas: Sequence[Idea], tests: int, step: int) -> list[str]:
    due = promised(ideas, tests)
    return ["refused" if not one else "tested" if one <= step else "promised" for one in due]


def _queued(ideas: Sequence[Idea], tests: int, step: int) -> list[str]:
    found = ["later"] * len(ideas)
    queue: list[int] = []
    for quarter in range(1, (step if step <= QUARTERS else QUARTERS + PATIENCE[-1]) + 1):
        queue += [n for n, (sent, _) in enumerate(ideas) if sent == quarter - 1]
        for n in queue[:tests]:
            found[n] = "tested"
        for n in queue[tests:]:
            sent, waits = ideas[n]
            found[n] = "waiting" if quarter - sent < waits else "lost"
        queue = [n for n in queue if found[n] == "waiting"]
    return found
