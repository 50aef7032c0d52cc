"""Reading in steps, so that whoever waits sees how far it has come, and others have their turn."""

from collections.abc import Generator
from typing import TypeAlias, TypeVar

T = TypeVar("T")

Steps: TypeAlias = Generator[float, None, T]
"""Work that tells after each step which share of it is done, 0 to 1, and gives T at its end."""

ROWS = 200
"""Rows of a step: a twentieth of a second in a browser."""


def finished(steps: Steps[T]) -> T:
    """What some work comes to, without a word on the way.

    >>> def work():
    ...     yield 0.5
    ...     return "done"
    >>> finished(work())
    'done'
    """
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: T = end.value
            return found


def within(steps: Steps[T], begin: float, end: float) -> Steps[T]:
    """Tell of some work as a part of a longer one, which it takes from ``begin`` to ``end``."""
    while True:
        try:
            share = next(steps)
        except StopIteration as stop:
            found: T = stop.value
            return found
        yield begin + (end - begin) * min(share, 1.0)
