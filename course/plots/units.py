"""Small units and the ties between them: a ring a unit with its letter, people by colour and shape.

Within a unit everyone has a tie to everyone, and that is what the ring stands for. Drawn as wide as
the narrowest page, so that the words keep their size there.
"""

from collections.abc import Mapping
from typing import Any, Final

import matplotlib as mpl
import networkx as nx
import numpy as np
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle
from matplotlib.transforms import IdentityTransform
from numpy.typing import NDArray

from course.networks.layout import Places, around
from course.plots.style import INK, PALE, PAPER, RC, SHAPES, UNITS

SIZE: Final = (300, 296)
"""Width and height in points, the units of the SVG."""

_SCALE = 104.0  # points from the middle of all to the middle of a unit
_RADIUS = 0.34  # of a unit's ring, as a share of that
_POINTS = IdentityTransform()


def draw(graph: "nx.Graph[Any]", letters: Mapping[str, str]) -> Figure:
    """Draw a network whose nodes carry ``unit``; ``letters`` is what each unit is called."""
    unit_of: dict[Any, Any] = dict(graph.nodes(data="unit"))
    people = {unit: [n for n, at in unit_of.items() if at == unit] for unit in letters}
    centres = around(len(letters))
    places: Places = {}
    for i, unit in enumerate(letters):
        # The first of a unit stands nearest to the middle of all.
        ring = around(len(people[unit]), start=0.75 - i / len(letters))
        for person, at in zip(people[unit], ring, strict=True):
            places[person] = _point(centres[i] + _RADIUS * at)
    across = [(a, b) for a, b in graph.edges if unit_of[a] != unit_of[b]]
    linked = {person for tie in across for person in tie}
    width, height = SIZE
    with mpl.rc_context(RC):
        figure = Figure(figsize=(width / 72, height / 72), dpi=72)
        for i, unit in enumerate(letters):
            _ring(figure, _point(centres[i]))
            for size, group in ((5.5, set(people[unit]) - linked), (9.0, linked & {*people[unit]})):
                _people(figure, i, size, [places[person] for person in sorted(group)])
        for a, b in across:
            (x0, y0), (x1, y1) = places[a], places[b]
            line = Line2D((x0, x1), (y0, y1), color=INK, linewidth=1.3, transform=_POINTS)
            line.set_zorder(1)
            figure.add_artist(line)
        for letter, centre in zip(letters.values(), centres, strict=True):
            _letter(figure, letter, _point(centre))
    return figure


def _point(at: NDArray[np.float64]) -> tuple[float, float]:
    x, y = at.tolist()
    return round(SIZE[0] / 2 + _SCALE * x, 1), round(SIZE[1] / 2 + _SCALE * y, 1)


def _ring(figure: Figure, centre: tuple[float, float]) -> None:
    ring = Circle(
        centre,
        _SCALE * _RADIUS,
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
