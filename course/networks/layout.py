"""Where people stand in a picture: units as circles on a ring, the same place at every strength.

A spring layout moves everybody when a tie goes; a reader who drags a slider then sees movement and
not the change. Here only the roster decides, so the same person stays in the same place.
"""

from collections.abc import Hashable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

WIDEST = 0.29
"""The largest radius of a unit's circle: with a larger one somebody drawn large, as far up as that,
would touch the unit's name."""

MOST_ABREAST = 24
"""How many people have room on one circle."""

Places = dict[Hashable, tuple[float, float]]


def around(n: int, *, start: float = 0.25, share: float = 1.0) -> NDArray[np.float64]:
    """``n`` points on the unit circle, shape (n, 2), clockwise from ``start`` (turns, 0 is east).

    >>> around(4).tolist()
    [[0.0, 1.0], [1.0, 0.0], [0.0, -1.0], [-1.0, 0.0]]
    """
    turns = start - share * np.arange(n) / max(n, 1)
    points = np.column_stack([np.cos(2 * np.pi * turns), np.sin(2 * np.pi * turns)])
    rounded: NDArray[np.float64] = points.round(6) + 0.0  # adding zero makes -0.0 plain
    return rounded


def by_unit(units: Mapping[str, Sequence[Hashable]]) -> Places:
    """A place for each person: units on a ring of radius 1, their people on small circles of it.

    ``units`` gives the people of each unit, in the order in which they stand. The small circles
    grow with the root of the number of people, so that the distance between neighbours is even.
    """
    largest = max((len(people) for people in units.values()), default=1)
    widest = min(0.72 * np.sin(np.pi / max(len(units), 2)), WIDEST)
    places: Places = {}
    for centre, people in zip(around(len(units)), units.values(), strict=True):
        radius = widest * np.sqrt(len(people) / largest)
        points = (centre + radius * _circles(len(people))).round(4).tolist()
        places.update((person, (x, y)) for person, (x, y) in zip(people, points, strict=True))
    return places


def _circles(n: int) -> NDArray[np.float64]:
    """Places for a unit's people, shape (n, 2): one circle, or two or three where all need them.

    >>> _circles(2).tolist()
    [[0.0, 1.0], [0.0, -1.0]]
    """
    if n <= MOST_ABREAST:
        return around(n)
    outer = round(0.62 * n)
    if n <= 2 * MOST_ABREAST:
        return np.vstack([around(outer), 0.6 * around(n - outer)])
    outer, middle = round(0.49 * n), round(0.33 * n)
    return np.vstack([around(outer), 0.68 * around(middle), 0.36 * around(n - outer - middle)])


def unit_centres(units: Sequence[str]) -> dict[str, tuple[float, float]]:
    """The middle of each unit's circle, for its label."""
    return {
        unit: (round(float(x), 4), round(float(y), 4))
        for unit, (x, y) in zip(units, around(len(units)), strict=True)
    }
