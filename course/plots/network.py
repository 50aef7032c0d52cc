"""People and ties: units by colour and shape, ties within a unit pale, between units dark.

The artists stand in the figure itself, without axes: a network has no scales, and making axes and
their limits takes matplotlib longer than drawing the network does.
"""

from collections.abc import Sequence
from textwrap import fill

import matplotlib as mpl
import numpy as np
from matplotlib.figure import Figure as MplFigure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.transforms import IdentityTransform
from numpy.typing import NDArray

from course.plots.shapes import Network
from course.plots.shapes.network import Person, Unit
from course.plots.style import INK, PALE, PAPER, RC, SHAPES, UNITS

SIZE = (7.8, 5.9)
"""Width and height in inches; at 72 to the inch, the units of the SVG."""

_SCALE = 72 * SIZE[1] / 3.14  # points for one unit of the layout, which reaches from -1.57 to 1.57
_POINTS = IdentityTransform()
_ABREAST = 19  # letters of a unit's name that have room beside the units
_NAME_ABOVE = 9  # points from a person to the name


def draw(drawing: Network) -> MplFigure:
    """Draw people in their places, the units' names around them."""
    people = drawing["people"]
    places = [_point(person["x"], person["y"]) for person in people]
    with mpl.rc_context(RC):
        figure = MplFigure(figsize=SIZE, dpi=72)
        _ties(figure, drawing, places)
        for i in range(len(drawing["units"])):
            _people(figure, i, people, places)
        _unit_labels(figure, drawing["units"])
        for person in drawing["named"]:
            _name(figure, people[person]["name"], places[person])
    return figure


def _point(x: float, y: float) -> tuple[float, float]:
    """A place of the layout in points, to a tenth: short numbers make a short SVG."""
    return round(_SCALE * x + 36 * SIZE[0], 1), round(_SCALE * y + 36 * SIZE[1], 1)


def _ties(figure: MplFigure, drawing: Network, places: Sequence[tuple[float, float]]) -> None:
    """Two paths for all ties: matplotlib writes one path in a fraction of the time of hundreds."""
    unit_of = [person["unit"] for person in drawing["people"]]
    within = [(a, b) for a, b in drawing["ties"] if unit_of[a] == unit_of[b]]
    between = [(a, b) for a, b in drawing["ties"] if unit_of[a] != unit_of[b]]
    for ties, colour, width in ((within, PALE, 0.8), (between, INK, 0.7)):
        if ties:
            points = np.array([[places[a], places[b]] for a, b in ties])
            path = _segments(points)
            figure.add_artist(
                PathPatch(
                    path, edgecolor=colour, facecolor="none", linewidth=width, transform=_POINTS
                )
            )


def _segments(points: NDArray[np.float64]) -> Path:
    """One path of separate lines from ``points``, shape (lines, 2, 2)."""
    codes = np.tile([Path.MOVETO, Path.LINETO], len(points))
    return Path(points.reshape(-1, 2), codes)


def _people(
    figure: MplFigure, i: int, people: Sequence[Person], places: Sequence[tuple[float, float]]
) -> None:
    """One artist for a unit's people of one size: the shape is written once and used for all."""
    sizes: dict[float, list[tuple[float, float]]] = {}
    for person, place in zip(people, places, strict=True):
        if person["unit"] == i:
            weight = person["weight"]
            size = 7.5 if weight is None else 5 + 17 * weight**0.5
            sizes.setdefault(round(size, 1), []).append(place)
    for size, at in sizes.items():
        x, y = zip(*at, strict=True)
        figure.add_artist(
            Line2D(
                x,
                y,
                linestyle="none",
                marker=SHAPES[i % len(SHAPES)],
                markersize=size,
                color=UNITS[i % len(UNITS)],
                markeredgecolor=PAPER,
                markeredgewidth=0.8,
                transform=_POINTS,
            )
        )


def _unit_labels(figure: MplFigure, units: Sequence[Unit]) -> None:
    for i, unit in enumerate(units):
        x, y = unit["x"], unit["y"]
        at_side = abs(x) >= 0.3
        across = ("left" if x > 0 else "right") if at_side else "center"
        reach = 1.36 if at_side else 1.42
        label = figure.text(
            *_point(x * reach, y * reach),
            fill(unit["text"], _ABREAST) if at_side else unit["text"],
            transform=_POINTS,
            ha=across,
            va="center",
            fontsize=9.5,
            gid=f"label-{i}",
        )
        label.set_in_layout(False)


def _name(figure: MplFigure, name: str, place: tuple[float, float]) -> None:
    box = {"boxstyle": "round,pad=0.15", "facecolor": PAPER, "edgecolor": "none", "alpha": 0.85}
    x, y = place
    figure.text(
        x,
        y + _NAME_ABOVE,
        name,
        transform=_POINTS,
        ha="center",
        fontsize=9.5,
        fontweight="bold",
        bbox=box,
    )
