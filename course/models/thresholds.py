"""Thresholds where everyone sees everyone, and when one person can set off a large network.

Two results in closed form or nearly so: Granovetter's crowd, in which a single person decides
what becomes of all, and Watts's window, which says how well connected a random network must be,
and may be at most, for a single adopter to move a large part of it.
"""

from collections.abc import Sequence
from math import exp, floor, lgamma, log

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from course.models.checks import require_share

_LEAST_SHARE = 0.001
"""Below this share the window is so wide that it says nothing."""


@frozen
class Collective:
    """How many act in each round, from round 0, when nobody does."""

    acting: tuple[int, ...]

    @property
    def final(self) -> int:
        """How many act in the end."""
        return self.acting[-1]


@frozen
class Window:
    """The mean numbers of contacts, ``lower`` to ``upper``, between which cascades are possible."""

    lower: float
    upper: float


def collective(thresholds: Sequence[float] | NDArray[np.float64]) -> Collective:
    """Let a crowd act in which everyone sees how many act.

    A threshold is the number of others who must act before a person does: 0 begins, and so does
    whoever was drawn below it, as from a normal curve. Granovetter's second result, where such a
    curve's spread decides, is one of large crowds: with 100 people drawn at random the draw decides
    more than the spread does.

    Raises ValueError for a crowd without people, and for a threshold that is not a number.

    Source: Granovetter (1978), American Journal of Sociology 83(6), 1420-1443.

    >>> collective(range(100)).final
    100
    >>> collective([0, 2, 2, *range(3, 100)]).final
    1
    """
    each = np.asarray(thresholds, dtype=float)
    if each.ndim != 1 or not len(each):
        raise ValueError("The crowd has no people: give one threshold for each, such as [0, 1].")
    if np.isnan(each).any():
        raise ValueError("nan is no threshold: give a number of people, from 0 up.")
    sorted_thresholds = np.sort(each.clip(0))
    acting = [0]
    while True:
        # Whoever needs at most as many as act now, acts in the next round.
        now = int(np.searchsorted(sorted_thresholds, acting[-1], side="right"))
        if now == acting[-1]:
            return Collective(tuple(acting))
        acting.append(now)


def cascade_window(share: float) -> Window | None:
    """Give the window of mean contacts in which one adopter can move a large random network.

    Everyone adopts when ``share`` of the own contacts have, so that those with at most
    1 / ``share`` contacts are moved by a single one. They must hang together, on a random network
    (Poisson) with a mean of z contacts: the sum of k (k - 1) p_k over those k exceeds z. Below
    the window people are too few to reach, above it each counts too little. None when no mean
    number of contacts will do.

    Raises ValueError for a share outside 0.001 to 1.

    Source: Watts (2002), PNAS 99(9), 5766-5771, equation 5.

    >>> window = cascade_window(0.18)
    >>> round(window.lower, 2), round(window.upper, 2)
    (1.02, 5.76)
    >>> cascade_window(0.5) is None
    True
    """
    if require_share(share, "share") < _LEAST_SHARE:
        raise ValueError(f"share is {share!r}: give a number from {_LEAST_SHARE} to 1.")
    # A little more than 1 / share, so that 1 / 0.1 counts as 10 in floating point.
    most = floor(1 / share + 1e-9)
    least, largest = 1e-9, 3.0 * most + 30
    peak = _peak(least, largest, most)
    if _moved_by_one(peak, most) <= 1:
        return None
    return Window(_where_one(least, peak, most), _where_one(largest, peak, most))


def _peak(low: float, high: float, most: int) -> float:
    """Find by thirds the mean that moves most: it rises to one peak, then falls."""
    for _ in range(100):
        third = (high - low) / 3
        if _moved_by_one(low + third, most) < _moved_by_one(high - third, most):
            low += third
        else:
            high -= third
    return low


def _moved_by_one(mean: float, most: int) -> float:
    """Sum k (k - 1) p_k over k <= most, divided by the mean: mean x P(Poisson <= most - 2)."""
    return mean * sum(exp(k * log(mean) - mean - lgamma(k + 1)) for k in range(most - 1))


def _where_one(outside: float, inside: float, most: int) -> float:
    """Halve until the mean is found where the condition begins to hold."""
    for _ in range(50):
        middle = (outside + inside) / 2
        if _moved_by_one(middle, most) > 1:
            inside = middle
        else:
            outside = middle
    return inside
