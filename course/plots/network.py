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
from matplotlib.transforms import Affine2D, ScaledTranslation, Transform
from numpy.typing import NDArray

from course.networks.layout import Places, by_unit, unit_centres
from course.plots.style import INK, PALE, PAPER, RC, SHAPES, UNITS

SIZE = (7.8, 5.9)
"""Width and height in inches; at 72 to the inch, the units of the SVG."""

_SCALE = 72 * SIZE[1] / 3.14  # points for one unit of the layout, which reaches from -1.57 to 1.57
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
    places = by_unit(people)
    with mpl.rc_context(RC):
        figure = Figure(figsize=SIZE, dpi=72)
        onto = Affine2D().scale(_SCALE).translate(36 * SIZE[0], 36 * SIZE[1])
        _ties(figure, onto, graph, unit_of, places)
        for i, unit in enumerate(units):
            _people(figure, onto, i, people[unit], places, weight)
        _unit_labels(figure, onto, units)
        for person in named:
            _name(figure, onto, str(person), places[person])
    return figure


def _ties(
    figure: Figure,
    onto: Transform,
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
                    path, edgecolor=colour, facecolor="none", linewidth=width, transform=onto
                )
            )


def _segments(points: NDArray[np.float64]) -> Path:
    """One path of separate lines from ``points``, shape (lines, 2, 2)."""
    codes = np.tile([Path.MOVETO, Path.LINETO], len(points))
    return Path(points.reshape(-1, 2), codes)


def _people(
    figure: Figure,
    onto: Transform,
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
                transform=onto,
            )
        )


def _unit_labels(figure: Figure, onto: Transform, units: Mapping[str, str]) -> None:
    centres = unit_centres(list(units))
    for i, (unit, name) in enumerate(units.items()):
        x, y = centres[unit]
        at_side = abs(x) >= 0.3
        across = ("left" if x > 0 else "right") if at_side else "center"
        reach = 1.36 if at_side else 1.42
        label = figure.text(
            x * reach,
            y * reach,
            name,
            transform=onto,
            ha=across,
            va="center",
            fontsize=9.5,
            gid=f"label-{i}",
        )
        label.set_in_layout(False)


def _name(figure: Figure, onto: Transform, name: str, place: tuple[float, float]) -> None:
    above = ScaledTranslation(0, _NAME_ABOVE / 72, figure.dpi_scale_trans)
    box = {"boxstyle": "round,pad=0.15", "facecolor": PAPER, "edgecolor": "none", "alpha": 0.85}
    figure.text(
        *place,
        name,
        transform=onto + above,
        ha="center",
        fontsize=9.5,
        fontweight="bold",
        bbox=box,
    )
