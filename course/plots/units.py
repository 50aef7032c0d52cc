"""Small units and the ties between them: a ring a unit with its letter, people by colour and shape.

Within a unit everyone has a tie to everyone, and that is what the ring stands for. Drawn as wide as
the narrowest page, so that the words keep their size there.
"""

from typing import Final

import matplotlib as mpl
from matplotlib.figure import Figure as MplFigure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle
from matplotlib.transforms import IdentityTransform

from course.plots.shapes import Units
from course.plots.shapes.units import linked
from course.plots.style import INK, PALE, PAPER, RC, SHAPES, UNITS

SIZE: Final = (300, 296)
"""Width and height in points, the units of the SVG."""

HALF: Final = 0.5
"""Below this share of the problem a mark is open."""

_SCALE = 104.0  # points from the middle of all to the middle of a unit
_POINTS = IdentityTransform()


def draw(drawing: Units) -> MplFigure:
    """Draw the units; those who have a tie that leaves their unit are larger."""
    places = [_point(person["x"], person["y"]) for person in drawing["people"]]
    centres = [_point(unit["x"], unit["y"]) for unit in drawing["units"]]
    large = linked(drawing)
    width, height = SIZE
    with mpl.rc_context(RC):
        figure = MplFigure(figsize=(width / 72, height / 72), dpi=72)
        for i, centre in enumerate(centres):
            _ring(figure, centre, _SCALE * drawing["radius"])
            members = [n for n, one in enumerate(drawing["people"]) if one["unit"] == i]
            for person in members:
                solved = drawing["people"][person].get("solved")
                large_or_not = 9.0 if person in large else 5.5
                size = large_or_not if solved is None else size_of(solved)
                _person(figure, i, size, places[person], filled=solved is None or solved >= HALF)
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


def _ring(figure: MplFigure, centre: tuple[float, float], radius: float) -> None:
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


def size_of(solved: float) -> float:
    """How large the mark of somebody is who has solved so much, from 0 to 1, in points."""
    return round(5 + 6 * solved, 2)


def _person(
    figure: MplFigure, i: int, size: float, at: tuple[float, float], *, filled: bool
) -> None:
    figure.add_artist(
        Line2D(
            [at[0]],
            [at[1]],
            linestyle="none",
            marker=SHAPES[i],
            markersize=size,
            color=UNITS[i],
            markerfacecolor=UNITS[i] if filled else PAPER,
            markeredgecolor=PAPER if filled else UNITS[i],
            markeredgewidth=0.8 if filled else 1.2,
            transform=_POINTS,
            zorder=2,
        )
    )


def _letter(figure: MplFigure, letter: str, centre: tuple[float, float]) -> None:
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
