"""Where the stops of the map stand along its road.

The spots are those of the first eleven lessons; where there are more, the road's longest pieces get
one in their middle.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import dist
from typing import Literal

from attrs import frozen


@frozen
class Spot:
    """Where a stop is, how the way comes there from the one before, and where its name stands."""

    x: float
    y: float
    bend: tuple[float, float] = (0, 0)
    side: Literal["above", "below", "right", "left"] = "below"

    @property
    def at(self) -> tuple[float, float]:
        """Where it is, as a point."""
        return self.x, self.y


WIDE = (
    Spot(96, 410),
    Spot(262, 428, (180, 450)),
    Spot(366, 312, (352, 408), "right"),
    Spot(190, 292, (284, 274)),
    Spot(112, 182, (110, 266), "above"),
    Spot(312, 164, (214, 140), "above"),
    Spot(570, 262, (384, 262)),
    Spot(722, 390, (690, 268)),
    Spot(930, 322, (846, 420), "right"),
    Spot(756, 222, (762, 318), "above"),
    Spot(1040, 158, (930, 240), "above"),
)
TALL = (
    Spot(48, 60),
    Spot(148, 44, (96, 30)),
    Spot(262, 66, (206, 40)),
    Spot(312, 150, (326, 84)),
    Spot(206, 176, (262, 184)),
    Spot(92, 196, (146, 168)),
    Spot(132, 290, (54, 262)),
    Spot(244, 352, (196, 312)),
    Spot(312, 434, (318, 366)),
    Spot(196, 462, (268, 480)),
    Spot(70, 476, (130, 440)),
)
"""The spots in the order of the lessons."""

_BRIDGE = 6  # the spot on the bridge stays that of its lesson


def along(spots: Sequence[Spot], n: int, apart: float) -> tuple[Spot, ...]:
    """Spots for so many stops along one road; fewer where more would stand closer than ``apart``.

    >>> [(spot.x, spot.y) for spot in along(WIDE, 12, 100)[9:]]
    [(756, 222), (914.0, 215.0), (1040, 158)]
    """
    there = list(spots[:n])
    while _BRIDGE + 1 < len(there) < n:
        pieces = range(_BRIDGE + 1, len(there))
        longest = max(pieces, key=lambda i: dist(there[i - 1].at, there[i].at))
        start, halves = there[longest - 1], _halved(there[longest - 1], there[longest])
        if min(dist(one.at, other.at) for one, other in pairwise((start, *halves))) < apart:
            break
        there[longest : longest + 1] = halves
    return tuple(there)


def _halved(start: Spot, end: Spot) -> tuple[Spot, Spot]:
    """A spot half-way along the curve to another, and that other; the curve stays (de Casteljau).

    Its name stands on the other side of the road than the one before.
    """
    (ax, ay), (bx, by), (cx, cy) = start.at, end.bend, end.at
    x, y = (ax + 2 * bx + cx) / 4, (ay + 2 * by + cy) / 4
    side: Literal["above", "below"] = "below" if start.side == "above" else "above"
    return (
        Spot(x, y, ((ax + bx) / 2, (ay + by) / 2), side),
        Spot(cx, cy, ((bx + cx) / 2, (by + cy) / 2), end.side),
    )
