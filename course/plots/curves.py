"""Curves over a common axis, each told by colour, line and marker, with its name at its end.

Drawn as wide as the narrowest page, so that the words keep their size there.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure as MplFigure

from course.plots.shapes import Curves
from course.plots.shapes.curves import Axis, Curve, Note
from course.plots.sheet import lines_of
from course.plots.style import ACCENT, INK, LINE, PAPER, RC, SOFT, WARM

SIZE: Final = (300, 240)
"""Width and height in points, the units of the SVG."""

STYLES: Final = ((ACCENT, "-", "o"), (WARM, (0, (5, 2.5)), "s"), (SOFT, (0, (1, 1.8)), "^"))
"""Colour, line and marker of the first curve, the second, the third."""

_LEFT, _RIGHT, _TOP, _BOTTOM = 26, 92, 34, 46
_WORDS, _TICKS = 13, 12  # points
_ROW = 14  # points from one row of words to the next
_BESIDE = 7  # points from a curve to its name


def draw(drawing: Curves) -> MplFigure:
    """Draw up to three curves, in the order of `STYLES`, with notes at single points."""
    curves, across, up = drawing["curves"], drawing["across"], drawing["up"]
    width, height = SIZE
    with mpl.rc_context(RC):
        figure = MplFigure(figsize=(width / 72, height / 72), dpi=72)
        axes = figure.add_axes(
            (
                _LEFT / width,
                _BOTTOM / height,
                (width - _LEFT - _RIGHT) / width,
                (height - _TOP - _BOTTOM) / height,
            )
        )
        _frame(axes, across, up)
        for curve, (colour, line, marker) in reversed(list(zip(curves, STYLES, strict=False))):
            axes.plot(
                curve["across"],
                curve["up"],
                color=colour,
                linestyle=line,
                linewidth=2,
                marker=marker,
                markevery=curve["every"],
                markersize=6,
                markeredgecolor=PAPER,
                markeredgewidth=0.8,
                clip_on=False,
            )
        for note in drawing["notes"]:
            _note(axes, note, across)
        _names(axes, curves, up)
    return figure


def _frame(axes: Axes, across: Axis, up: Axis) -> None:
    axes.set_xlim(across["lowest"], across["highest"])
    axes.set_ylim(up["lowest"], up["highest"])
    axes.set_xticks(*_ticks(across))
    axes.set_yticks(*_ticks(up))
    axes.tick_params(labelsize=_TICKS, length=0, labelcolor=INK)
    axes.grid(axis="y", color=LINE, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.spines["left"].set_visible(False)
    axes.annotate(
        across["text"],
        (0, 0),
        (0, -_BOTTOM + 8),
        xycoords="axes fraction",
        textcoords="offset points",
        fontsize=_WORDS,
        color=SOFT,
    )
    axes.annotate(
        up["text"],
        (0, 1),
        (-_LEFT + 2, _TOP - 15),
        xycoords="axes fraction",
        textcoords="offset points",
        fontsize=_WORDS,
        color=SOFT,
    )


def _ticks(axis: Axis) -> tuple[list[float], list[str]]:
    return [tick["at"] for tick in axis["ticks"]], [tick["text"] for tick in axis["ticks"]]


def _note(axes: Axes, note: Note, across: Axis) -> None:
    """Ring the point; the words stand above it, and within the figure."""
    axes.plot(
        [note["across"]],
        [note["up"]],
        "o",
        markersize=12,
        markerfacecolor="none",
        markeredgecolor=INK,
        markeredgewidth=1.4,
        clip_on=False,
    )
    share = (note["across"] - across["lowest"]) / (across["highest"] - across["lowest"])
    axes.annotate(
        note["text"],
        (note["across"], note["up"]),
        (0, 10),
        textcoords="offset points",
        ha="left" if share < 0.12 else "center",
        fontsize=_WORDS,
        fontweight="bold",
        color=INK,
        bbox={"boxstyle": "round,pad=0.1", "facecolor": PAPER, "edgecolor": "none", "alpha": 0.8},
    )


def _names(axes: Axes, curves: Sequence[Curve], up: Axis) -> None:
    """Each curve's name beside its end, moved up or down where two would meet."""
    points = (SIZE[1] - _TOP - _BOTTOM) / (up["highest"] - up["lowest"])
    blocks = [lines_of(curve["text"], _RIGHT - _BESIDE, _WORDS, True) for curve in curves]
    ends = [points * (curve["up"][-1] - up["lowest"]) for curve in curves]
    for i, place in enumerate(apart(ends, [_ROW * len(rows) for rows in blocks])):
        axes.annotate(
            "\n".join(blocks[i]),
            (1, 0),
            (_BESIDE, place),
            xycoords="axes fraction",
            textcoords="offset points",
            va="center",
            fontsize=_WORDS,
            color=STYLES[i][0],
            fontweight="bold",
            linespacing=1.1,
        )


def apart(places: Sequence[float], heights: Sequence[float]) -> list[float]:
    """Move what stands on a line as little as needed, so that each has room for its height.

    The order is kept; of two at the same place the first stands higher.

    >>> apart([10, 12, 40], [14, 14, 14])
    [4.0, 18.0, 40]
    """
    order = sorted(range(len(places)), key=lambda i: (places[i], -i))
    moved = list(places)
    for _ in range(50):
        crowded = False
        for low, high in pairwise(order):
            lacking = (heights[low] + heights[high]) / 2 - (moved[high] - moved[low])
            if lacking > 1e-6:
                moved[low] -= lacking / 2
                moved[high] += lacking / 2
                crowded = True
        if not crowded:
            break
    return moved
