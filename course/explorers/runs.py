"""Replications of a simulation, batch by batch, put together for an explorer's picture."""

from collections.abc import Iterable, Sequence
from math import hypot
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from course.models.estimate import Estimate

Case = TypeVar("Case")

ENOUGH = 10
"""Replications from which on two standard errors mean what they say."""


def estimates(cases: Sequence[Case], parts: Sequence[NDArray[np.float64]]) -> dict[Case, Estimate]:
    """Give what each of several cases comes to, from batches (replications, cases).

    >>> estimates(["a", "b"], [np.array([[1, 2]]), np.array([[3, 2]])])["a"]
    Estimate(mean=2, standard_error=1, replications=2)
    """
    columns = np.concatenate(parts).T
    return {case: Estimate(column) for case, column in zip(cases, columns, strict=True)}


def level_with_best(found: dict[Case, Estimate]) -> list[Case]:
    """Give the cases that chance alone may have put below the best: two standard errors or less.

    >>> found = {"a": Estimate([1, 3] * 5), "b": Estimate([2] * 10), "c": Estimate([0] * 10)}
    >>> level_with_best(found)
    ['a', 'b']
    """
    best = max(found.values(), key=lambda one: one.mean)
    return [case for case, one in found.items() if _level(one, best)]


def stands_apart(found: dict[Case, Estimate], case: Case) -> bool:
    """Tell whether a mean differs from each of the others by more than chance alone may do.

    >>> found = {"a": Estimate([1, 3] * 5), "b": Estimate([2] * 10), "c": Estimate([0] * 10)}
    >>> stands_apart(found, "a"), stands_apart(found, "c")
    (False, True)
    """
    return not any(_level(one, found[case]) for other, one in found.items() if other != case)


def claim(level: Sequence[Case], cases: Sequence[Case]) -> str:
    """Give what may be said boldly of those level with the best: one, several, or nothing yet.

    Nothing while half the cases or more are among them, or while one between them is not.

    >>> claim(["b"], "abcdef"), claim(["b", "c"], "abcdef")
    ('best-one', 'best-several')
    >>> claim(["a", "c"], "abcdef"), claim(["a", "b", "c"], "abcdef")
    ('unsure', 'unsure')
    """
    first, last = cases.index(level[0]), cases.index(level[-1])
    if 2 * len(level) >= len(cases) or last - first + 1 > len(level):
        return "unsure"
    return "best-one" if len(level) == 1 else "best-several"


def margin(found: Iterable[Estimate]) -> float:
    """Give how far the least certain mean may be out: two standard errors."""
    return 2 * max(one.standard_error for one in found)


def _level(one: Estimate, other: Estimate) -> bool:
    """Whether chance alone may have set two means apart; few replications do not tell."""
    apart = abs(one.mean - other.mean)
    few = min(one.replications, other.replications) < ENOUGH
    return few or apart <= 2 * hypot(one.standard_error, other.standard_error)
