"""People and ties: units by colour and shape, ties within a unit pale, between units dark."""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

import matplotlib as mpl
import networkx as nx
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from numpy.typing import NDArray

from course.networks.layout import Places, by_unit, unit_centres
from course.plots.style import INK, PALE, PAPER, RC, SHAPES, UNITS

SIZE = (7.8, 5.9)
"""Width and height in inches; at 72 to the inch, the units of the SVG."""


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
        figure = Figure(figsize=SIZE)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.set_xlim(-2.08, 2.08)
        axes.set_ylim(-1.57, 1.57)
        _ties(axes, graph, places)
        for i, unit in enumerate(units):
            _people(axes, i, people[unit], places, weight)
        _unit_labels(axes, units)
        for person in named:
            _name(axes, person, places[person])
    return figure


def _ties(axes: Axes, graph: "nx.Graph[Any]", places: Places) -> None:
    """Two paths for all ties: matplotlib writes one path in a fraction of the time of hundreds."""
    unit = dict(graph.nodes(data="unit"))
    within = [(a, b) for a, b in graph.edges if unit[a] == unit[b]]
    between = [(a, b) for a, b in graph.edges if unit[a] != unit[b]]
    for ties, colour, width in ((within, PALE, 0.8), (between, INK, 0.7)):
        if ties:
            points = np.array([[places[a], places[b]] for a, b in ties])
            axes.add_patch(
                PathPatch(_segments(points), edgecolor=colour, facecolor="none", linewidth=width)
            )


def _segments(points: NDArray[np.float64]) -> Path:
    """One path of separate lines from ``points``, shape (lines, 2, 2)."""
    codes = np.tile([Path.MOVETO, Path.LINETO], len(points))
    return Path(points.reshape(-1, 2), codes)


def _people(
    axes: Axes, i: int, people: Sequence[Any], places: Places, weight: Mapping[Any, float] | None
) -> None:
    if not people:
        return
    at = np.array([places[person] for person in people])
    style = {
        "marker": SHAPES[i % len(SHAPES)],
        "linestyle": "none",
        "color": UNITS[i % len(UNITS)],
        "markeredgecolor": PAPER,
        "markeredgewidth": 0.8,
    }
    if weight is None:
        axes.plot(at[:, 0], at[:, 1], markersize=7.5, **style)  # type: ignore[arg-type]
        return
    for person, (x, y) in zip(people, at, strict=True):
        size = 5 + 17 * np.sqrt(weight.get(person, 0))
        axes.plot([x], [y], markersize=size, **style)  # type: ignore[arg-type]


def _unit_labels(axes: Axes, units: Mapping[str, str]) -> None:
    centres = unit_centres(list(units))
    for i, (unit, name) in enumerate(units.items()):
        x, y = centres[unit]
        across = "center" if abs(x) < 0.3 else ("left" if x > 0 else "right")
        reach = 1.42 if abs(x) < 0.3 else 1.36
        text = axes.text(
            np.clip(x * reach, -2.05, 2.05), y * reach, name, ha=across, va="center", fontsize=9.5
        )
        text.set_gid(f"label-{i}")


def _name(axes: Axes, person: Any, place: tuple[float, float]) -> None:
    x, y = place
    axes.annotate(
        str(person),
        (x, y),
        xytext=(0, 9),
        textcoords="offset points",
        ha="center",
        fontsize=9.5,
        fontweight="bold",
        bbox={"boxstyle": "round,pad=0.15", "facecolor": PAPER, "edgecolor": "none", "alpha": 0.85},
    )


def longest(names: Sequence[str]) -> int:
    """The length of the longest name, for pictures that need room for it."""
    return max(chain((len(name) for name in names), (0,)))
