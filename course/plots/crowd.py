"""A crowd, one mark for each: its groups are told by colour, shape and a key.

Drawn as wide as the narrowest page, so that the words keep their size there.
"""

from collections.abc import Sequence
from typing import Final

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.transforms import IdentityTransform

from course.plots.shapes import Crowd
from course.plots.shapes.crowd import rows
from course.plots.style import ACCENT, INK, RC, SOFT, WARM

WIDTH: Final = 300
"""Points, the units of the SVG."""

STYLES: Final = ((ACCENT, "o", True), (WARM, "X", True), (SOFT, "s", False))
"""Colour, marker, and whether it is filled, of the first group, the second, the third."""

_ROW = 22  # points from one line of the key to the next
_WORDS = 14  # points
_POINTS = IdentityTransform()


def draw(drawing: Crowd) -> Figure:
    """Draw the groups one after another, below the key."""
    groups, columns = drawing["groups"], drawing["columns"]
    step = WIDTH / columns
    height = _ROW * len(groups) + 8 + step * rows(drawing)
    with mpl.rc_context(RC):
        figure = Figure(figsize=(WIDTH / 72, height / 72), dpi=72)
        for line, group in enumerate(groups):
            y = height - _ROW * (line + 0.5)
            _marks(figure, group["style"], [(9.0, y)], 10)
            figure.text(
                24, y, group["text"], transform=_POINTS, va="center", fontsize=_WORDS, color=INK
            )
        top = height - _ROW * len(groups) - 8
        places = [
            (
                round((place % columns + 0.5) * step, 1),
                round(top - (place // columns + 0.5) * step, 1),
            )
            for place in range(sum(group["n"] for group in groups))
        ]
        for group in groups:
            _marks(figure, group["style"], places[: group["n"]], 0.56 * step)
            places = places[group["n"] :]
    return figure


def _marks(figure: Figure, style: int, places: Sequence[tuple[float, float]], size: float) -> None:
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
