"""A crowd, one mark for each: its groups are told by colour, shape and a key.

Drawn as wide as the narrowest page, so that the words keep their size there.
"""

from collections.abc import Sequence
from typing import Final

import matplotlib as mpl
from matplotlib.figure import Figure as MplFigure
from matplotlib.lines import Line2D
from matplotlib.transforms import IdentityTransform

from course.plots.shapes import Crowd
from course.plots.shapes.crowd import rows
from course.plots.style import ACCENT, INK, PALE, PAPER, RC, SOFT, WARM

WIDTH: Final = 300
"""Points, the units of the SVG."""

STYLES: Final = (
    (ACCENT, "o", True),
    (WARM, "X", True),
    (SOFT, "s", False),
    (PALE, "h", False),
)
"""Colour, marker, and whether it is filled, in each style."""

_ROW = 22  # points from one line of the key to the next
_WORDS = 14  # points
_NUMBERS = 12  # in a mark
_POINTS = IdentityTransform()


def draw(drawing: Crowd) -> MplFigure:
    """Draw the groups one after another, below the key."""
    groups, columns = drawing["groups"], drawing["columns"]
    step = WIDTH / columns
    named = [group for group in groups if group["text"]]
    numbers = drawing.get("numbers", [])
    height = _ROW * len(named) + 8 + step * rows(drawing)
    with mpl.rc_context(RC):
        figure = MplFigure(figsize=(WIDTH / 72, height / 72), dpi=72)
        for line, group in enumerate(named):
            y = height - _ROW * (line + 0.5)
            marks(figure, group["style"], [(9.0, y)], 10)
            figure.text(
                24, y, group["text"], transform=_POINTS, va="center", fontsize=_WORDS, color=INK
            )
        top = height - _ROW * len(named) - 8
        places = [
            (
                round((place % columns + 0.5) * step, 1),
                round(top - (place // columns + 0.5) * step, 1),
            )
            for place in range(sum(group["n"] for group in groups))
        ]
        first = 0
        for group in groups:
            here = places[first : first + group["n"]]
            marks(figure, group["style"], here, (0.8 if numbers else 0.56) * step)
            _numbers(figure, group["style"], here, numbers[first : first + group["n"]])
            first += group["n"]
    return figure


def _numbers(
    figure: MplFigure, style: int, places: Sequence[tuple[float, float]], numbers: Sequence[int]
) -> None:
    for (x, y), number in zip(places, numbers, strict=False):
        figure.text(
            x,
            y,
            str(number),
            transform=_POINTS,
            ha="center",
            va="center",
            fontsize=_NUMBERS,
            fontweight="bold",
            color=PAPER if STYLES[style][2] else INK,
        )


def marks(
    figure: MplFigure, style: int, places: Sequence[tuple[float, float]], size: float
) -> None:
    """One artist for all of a group: the shape is written once and used for all of them."""
    if not places:
        return
    colour, marker, filled = STYLES[style]
    figure.add_artist(
        Line2D(
            *zip(*places, strict=True),
            linestyle="none",
            marker=marker,
            markersize=size,
            markerfacecolor=colour if filled else "none",
            markeredgecolor=colour,
            markeredgewidth=1.6 if not filled else 0,
            transform=_POINTS,
        )
    )
