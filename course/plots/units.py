"""Small units and the ties between them: a ring a unit with its letter, people by colour and shape.

Within a unit everyone has a tie to everyone, and that is what the ring stands for. Drawn as wide as
the narrowest page, so that the words keep their size there.
"""

from typing import Final

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle
from matplotlib.transforms import IdentityTransform

from course.plots.shapes import Units
from course.plots.shapes.units import linked
from course.plots.style import INK, PALE, PAPER, RC, SHAPES, UNITS

SIZE: Final = (300, 296)
"""Width and height in points, the units of the SVG."""

_SCALE = 104.0  # points from the middle of all to the middle of a unit
_POINTS = IdentityTransform()


def draw(drawing: Units) -> Figure:
    """Draw the units; those who have a tie that leaves their unit are larger."""
    places = [_point(person["x"], person["y"]) for person in drawing["people"]]
    centres = [_point(unit["x"], unit["y"]) for unit in drawing["units"]]
    large = linked(drawing)
    width, height = SIZE
    with mpl.rc_context(RC):
        figure = Figure(figsize=(width / 72, height / 72), dpi=72)
        for i, centre in enumerate(centres):
            _ring(figure, centre, _SCALE * drawing["radius"])
            members = [n for n, one in enumerate(drawing["people"]) if one["unit"] == i]
            for size, among in ((5.5, {*members} - large), (9.0, {*members} & large)):
                _people(figure, i, size, [places[person] for person in sorted(among)])
        for a, b in drawing["ties"]:
            (x0, y0), (x1, y1) = places[a], places[b]
            line = Line2D((x0, x1), (y0, y1), color=INK, linewidth=1.3, transform=_POINTS)
            line.set_zorder(1)
            figure.add_artist(line)
        for unit, centre in zip(drawing["units"], centres, strict=True):
            _letter(figure, unit["text"], centre)
    return figure


def _point(x: float, y: float) -> tuple[float, float]:
    return round(SIZE[0] / 2 + _SCALE * x, 1), round(SIZE[1] / 2 + _SCALE * y, 1)


def _ring(figure: Figure, centre: tuple[float, float], radius: float) -> None:
    ring = Circle(
        centre,
        radius,
        fill=False,
        edgecolor=PALE,
        linewidth=1.2,
        transform=_POINTS,
        zorder=0,
    )
    figure.add_artist(ring)


def _people(figure: Figure, i: int, size: float, at: list[tuple[float, float]]) -> None:
    if not at:
        return
    figure.add_artist(
        Line2D(
            *zip(*at, strict=True),
            linestyle="none",
            marker=SHAPES[i],
            markersize=size,
            color=UNITS[i],
            markeredgecolor=PAPER,
            markeredgewidth=0.8,
            transform=_POINTS,
            zorder=2,
        )
    )


def _letter(figure: Figure, letter: str, centre: tuple[float, float]) -> None:
    box = {"boxstyle": "round,pad=0.2", "facecolor": PAPER, "edgecolor": "none", "alpha": 0.85}
    figure.text(
        *centre,
        letter,
        transform=_POINTS,
        ha="center",
        va="center",
        fontsize=15,
        fontweight="bold",
        color=INK,
        bbox=box,
        zorder=3,
    )
