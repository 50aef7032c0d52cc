"""Where everybody stands on the map of an organisation: the same place from look to look.

Only who there is decides, never the ties: units on a ring, people on small rings of their own.
"""

from collections import Counter
from math import cos, pi, sin, sqrt

from course.networks.organisation.neutral import Organisation

Place = tuple[float, float]

_REACH = 0.9
"""How far out anybody stands, where the middle of the sheet is 0 and its edge 1."""

_WIDEST = 0.3  # the largest ring of a unit
_SHARE = 0.62  # of the way to the next unit, which the largest ring takes

_ABREAST = 24  # people for whom one ring has room


def places(organisation: Organisation) -> tuple[list[Place], list[Place]]:
    """A place for each node, and the middle of each unit (none where no units are told).

    Both from -1 to 1, across and down; the first stands on top, the others follow clockwise.

    >>> pair = Organisation(2, ("Finance", "IT"), (), (), ((0, 1, 3),))
    >>> places(pair)
    ([(0.0, -0.9), (0.0, 0.9)], [])
    """
    if not organisation.units:
        return _ring(organisation.size, (0.0, 0.0), _REACH), []
    sizes = Counter(organisation.member)
    largest = max(sizes.values())
    share = _SHARE * sin(pi / max(len(sizes), 2))
    out = _REACH / (1 + share)  # so that the outermost of the largest unit stands at the reach
    widest = min(_WIDEST, out * share)
    middles = _ring(len(sizes), (0.0, 0.0), out) if len(sizes) > 1 else [(0.0, 0.0)]
    rings = {
        unit: iter(_rings(sizes[unit], middles[unit], widest * sqrt(sizes[unit] / largest)))
        for unit in range(len(organisation.units))
    }
    return [next(rings[unit]) for unit in organisation.member], middles


def _rings(people: int, middle: Place, radius: float) -> list[Place]:
    """Places about the middle of a unit: on one ring, or on more where one has no room."""
    if people == 1:
        return [middle]
    if people <= _ABREAST:
        return _ring(people, middle, radius)
    inner = people * 3 // 8
    return [*_ring(people - inner, middle, radius), *_rings(inner, middle, 0.62 * radius)]


def _ring(number: int, middle: Place, radius: float) -> list[Place]:
    turns = [2 * pi * n / number for n in range(number)]
    return [
        (round(middle[0] + radius * sin(turn), 4) + 0.0, round(middle[1] - radius * cos(turn), 4))
        for turn in turns
    ]
