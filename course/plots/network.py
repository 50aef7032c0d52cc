"""People and ties: units by colour and shape, ties within a unit pale, between units dark.

The artists stand in the figure itself, without axes: a network has no scales, and making axes and
their limits takes matplotlib longer than drawing the network does.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import matplotlib as mpl
import networkx as nx
import numpy as np
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.transforms import IdentityTransform
from numpy.typing import NDArray

from course.networks.layout import Places, by_unit, unit_centres
from course.plots.style import INK, PALE, PAPER, RC, SHAPES, UNITS

SIZE = (7.8, 5.9)
"""Width and height in inches; at 72 to the inch, the units of the SVG."""

_SCALE = 72 * SIZE[1] / 3.14  # points for one unit of the layout, which reaches from -1.57 to 1.57
_POINTS = IdentityTransform()
_NAME_ABOVE = 9  # points from a person to the name


def draw(
    graph: "nx.Graph[Any]",
    units: Mapping[str, str],
    *,
    named: Sequence[Any] = (),
    weight: Mapping[Any, float] | None = None,
) -> Figure:
    """Draw a network whose nodes carry ``unit``.

    ``units`` maps the units, in their order around the ring, to what they are called. The people
    in ``named`` get their name beside them. ``weight`` (0 to 1 a person) makes people larger.
    """
    unit_of: dict[Any, Any] = dict(graph.nodes(data="unit"))
    people = {unit: [n for n, at in unit_of.items() if at == unit] for unit in units}
    places = {person: _point(*place) for person, place in by_unit(people).items()}
    with mpl.rc_context(RC):
        figure = Figure(figsize=SIZE, dpi=72)
        _ties(figure, graph, unit_of, places)
        for i, unit in enumerate(units):
            _people(figure, i, people[unit], places, weight)
        _unit_labels(figure, units)
        for person in named:
            _name(figure, str(person), places[person])
    return figure


def _point(x: float, y: float) -> tuple[float, float]:
    """A place of the layout in points, to a tenth: short numbers make a short SVG."""
    return round(_SCALE * x + 36 * SIZE[0], 1), round(_SCALE * y + 36 * SIZE[1], 1)


def _ties(
    figure: Figure,
    graph: "nx.Graph[Any]",
    unit_of: Mapping[Any, Any],
    places: Places,
) -> None:
    """Two paths for all ties: matplotlib writes one path in a fraction of the time of hundreds."""
    within = [(a, b) for a, b in graph.edges if unit_of[a] == unit_of[b]]
    between = [(a, b) for a, b in graph.edges if unit_of[a] != unit_of[b]]
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
    figure: Figure,
    i: int,
    people: Sequence[Any],
    places: Places,
    weight: Mapping[Any, float] | None,
) -> None:
    """One artist for people of one size: the shape is written once and used for all of them."""
    sizes: dict[float, list[tuple[float, float]]] = {}
    for person in people:
        size = 7.5 if weight is None else 5 + 17 * float(np.sqrt(weight.get(person, 0)))
        sizes.setdefault(round(size, 1), []).append(places[person])
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


def _unit_labels(figure: Figure, units: Mapping[str, str]) -> None:
    centres = unit_centres(list(units))
    for i, (unit, name) in enumerate(units.items()):
        x, y = centres[unit]
        at_side = abs(x) >= 0.3
        across = ("left" if x > 0 else "right") if at_side else "center"
        reach = 1.36 if at_side else 1.42
        label = figure.text(
            *_point(x * reach, y * reach),
            name,
            transform=_POINTS,
            ha=across,
            va="center",
            fontsize=9.5,
            gid=f"label-{i}",
        )
        label.set_in_layout(False)


def _name(figure: Figure, name: str, place: tuple[float, float]) -> None:
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
