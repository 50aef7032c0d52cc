"""Windows, and what is seen in them: the town, its weather and its light."""

from collections.abc import Callable

from course.drawing.colours import ink
from course.drawing.things import moved, rect
from course.drawing.town import placed, stroked


def _quay(w: float, h: float) -> str:
    houses = min(w * 0.46, h * 0.95)
    top = h * 0.78 - houses * 0.57
    return (
        rect(0, 0, w, h, "sky")
        + rect(0, h * 0.7, w, h * 0.3, "land")
        + placed("row", w * 0.03, top, houses)
        + placed("row", w * 0.03 + houses * 0.97, top, houses)
        + rect(0, h * 0.8, w, h * 0.2, "water")
        + stroked(
            f"M{w * 0.15:g} {h * 0.9:g}q10-5 20 0M{w * 0.62:g} {h * 0.88:g}q10-5 20 0",
            "ripple",
            2,
        )
    )


def _rain(w: float, h: float) -> str:
    drops = "".join(
        f"M{x:g} {y:g}l-5 14"
        for x in range(12, int(w), 26)
        for y in range(8 + x * 7 % 21, int(h) - 14, 38)
    )
    return (
        rect(0, 0, w, h, "water")
        + rect(0, h * 0.74, w, h * 0.26, "land2")
        + placed("tree", w * 0.52, h * 0.36, h * 0.32)
        + stroked(drops, "ripple", 2)
    )


def _town(w: float, h: float) -> str:
    return (
        rect(0, 0, w, h, "sky")
        + rect(0, h * 0.74, w, h * 0.26, "land2")
        + placed("school", w * 0.04, h * 0.34, w * 0.36)
        + placed("fir", w * 0.43, h * 0.42, h * 0.26)
        + placed("care", w * 0.6, h * 0.2, w * 0.3)
        + placed("tree", w * 0.88, h * 0.46, h * 0.22)
    )


def _dusk(w: float, h: float) -> str:
    return (
        rect(0, 0, w, h, "dusk")
        + f'<circle cx="{w * 0.72:g}" cy="{h * 0.6:g}" r="{h * 0.13:g}" fill="{ink("lamp")}"/>'
        + rect(0, h * 0.7, w, h * 0.3, "land2")
        + placed("row", w * 0.06, h * 0.7 - w * 0.22, w * 0.44)
        + placed("boat", w * 0.6, h * 0.64, w * 0.14)
        + rect(0, h * 0.84, w, h * 0.16, "water")
    )


def _snow(w: float, h: float) -> str:
    flakes = "".join(
        f"M{x:g} {y:g}h.1" for x in range(10, int(w), 19) for y in range(6 + x * 5 % 23, int(h), 29)
    )
    return (
        rect(0, 0, w, h, "sky")
        + rect(0, h * 0.76, w, h * 0.24, "frame")
        + placed("row", w * 0.08, h * 0.78 - w * 0.25, w * 0.44)
        + placed("fir", w * 0.68, h * 0.3, h * 0.34)
        + stroked(flakes, "frame", 4)
    )


VIEWS: dict[str, Callable[[float, float], str]] = {
    "quay": _quay,
    "rain": _rain,
    "town": _town,
    "dusk": _dusk,
    "snow": _snow,
}


def window(x: float, y: float, w: float, h: float, view: str) -> str:
    """A window with its sill, and the town behind it."""
    bars = f"M0 0H{w:g}V{h:g}H0ZM{w / 2:g} 0V{h:g}"
    return moved(
        x,
        y,
        VIEWS[view](w, h) + stroked(bars, "frame", 8) + rect(-10, h, w + 20, 9, "room2", 2),
    )
