"""Where each of a crowd stands: places one below another, each with its key and its marks.

Drawn as wide as the narrowest page, so that the words keep their size there.
"""

from typing import Final

import matplotlib as mpl
from matplotlib.figure import Figure as MplFigure
from matplotlib.patches import Rectangle
from matplotlib.transforms import IdentityTransform

from course.plots import crowd
from course.plots.shapes import Stations
from course.plots.shapes.stations import rows
from course.plots.style import INK, LINE, RC

WIDTH: Final = 300
"""Points, the units of the SVG."""

_ROW = 22  # points for the key of a place
_APART = 10  # points from one place to the next
_WORDS = 14  # points
_POINTS = IdentityTransform()


def draw(drawing: Stations) -> MplFigure:
    """Draw the places one below another."""
    step = WIDTH / drawing["columns"]
    sizes = [step * rows(drawing, station) for station in drawing["stations"]]
    top = sum(sizes) + (_ROW + _APART) * len(sizes)
    with mpl.rc_context(RC):
        figure = MplFigure(figsize=(WIDTH / 72, top / 72), dpi=72)
        for station, size in zip(drawing["stations"], sizes, strict=True):
            y = top - _ROW / 2
            crowd.marks(figure, station["style"], [(9.0, y)], 10)
            figure.text(
                24, y, station["text"], transform=_POINTS, va="center", fontsize=_WORDS, color=INK
            )
            top -= _ROW
            figure.add_artist(_floor(top - size, size))
            places = [
                (
                    round((place % drawing["columns"] + 0.5) * step, 1),
                    round(top - (place // drawing["columns"] + 0.5) * step, 1),
                )
                for place in range(len(station["who"]))
            ]
            crowd.marks(figure, station["style"], places, 0.56 * step)
            top -= size + _APART
    return figure


def _floor(bottom: float, height: float) -> Rectangle:
    return Rectangle(
        (0.5, bottom),
        WIDTH - 1,
        height,
        fill=False,
        edgecolor=LINE,
        linewidth=1,
        transform=_POINTS,
        zorder=0,
    )
