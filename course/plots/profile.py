"""A self-assessment's profile: one line an area, a dot where its mean lies. No total.

Where it was made before, an open square stands where the mean lay then.
"""

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure as MplFigure

from course.plots.shapes import Profile
from course.plots.style import ACCENT, INK, LINE, PAPER, RC, SOFT, WARM

WIDTH = 300 / 72
"""Inches. As wide as the narrowest page, so that its words keep their size there."""

_ROW = 0.56


_HEAD = 0.9  # rows above the first area, for what the marks stand for


def draw(drawing: Profile) -> MplFigure:
    """Draw each area's mean on its line, where there is one, and where it lay before."""
    areas, points, times = drawing["areas"], drawing["points"], drawing["times"]
    head = _HEAD if times else 0
    height = _ROW * (len(areas) + head) + 0.45
    with mpl.rc_context(RC):
        figure = MplFigure(figsize=(WIDTH, height))
        axes = figure.add_axes((0.03, 0.0, 0.94, 1.0))
        axes.set_axis_off()
        axes.set_xlim(0.9, points + 0.1)
        axes.set_ylim(len(areas) + 0.25, -0.55 - head)
        if times:
            _legend(axes, points, times)
        for row, area in enumerate(areas):
            axes.plot([1, points], [row, row], color=LINE, linewidth=2, solid_capstyle="round")
            axes.plot(range(1, points + 1), [row] * points, "|", color=SOFT, markersize=5)
            axes.text(1, row - 0.26, area["text"], fontsize=13, color=INK, va="bottom")
            if (mean := area["mean"]) is not None:
                axes.plot([mean], [row], "o", color=ACCENT, markersize=11, markeredgecolor=PAPER)
        for row, area in enumerate(areas):
            if (before := area["before"]) is not None:
                _open_square(axes, before, row)
        low, high = drawing["ends"]
        for at, words, side in ((1, low, "left"), (points, high, "right")):
            axes.text(at, len(areas) - 0.42, words, fontsize=12, color=SOFT, ha=side, va="top")
    return figure


def _open_square(axes: Axes, at: float, row: float) -> None:
    axes.plot(
        [at], [row], "s", markersize=14, color=WARM, markerfacecolor="none", markeredgewidth=1.6
    )


def _legend(axes: Axes, points: int, times: list[str]) -> None:
    """Which mark is which, above the first area."""
    row, right = -0.55 - _HEAD / 2, 1 + 0.72 * (points - 1)
    _open_square(axes, 1.06, row)
    axes.plot([right], [row], "o", color=ACCENT, markersize=11, markeredgecolor=PAPER)
    for at, words in zip((1.06, right), times, strict=True):
        beside = at + 0.05 * (points - 1)
        axes.text(beside, row, words, fontsize=12, color=INK, va="center_baseline")
