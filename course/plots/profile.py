"""A self-assessment's profile: one line an area, a dot where its mean lies. No total.

Where it was made before, an open square stands where the mean lay then.
"""

from collections.abc import Sequence

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from course.plots.style import ACCENT, INK, LINE, PAPER, RC, SOFT, WARM

WIDTH = 300 / 72
"""Inches. As wide as the narrowest page, so that its words keep their size there."""

_ROW = 0.56


_HEAD = 0.9  # rows above the first area, for what the marks stand for


def draw(
    means: Sequence[tuple[str, float | None]],
    ends: tuple[str, str],
    points: int,
    *,
    before: Sequence[float | None] = (),
    times: tuple[str, str] = ("", ""),
) -> Figure:
    """Draw each area's mean on a line from 1 to ``points``; None is an area that was passed over.

    ``ends`` says what the two ends of the line stand for. ``before`` has the means of an earlier
    time, in the same order, and ``times`` what the earlier and the later are called.
    """
    head = _HEAD if before else 0
    height = _ROW * (len(means) + head) + 0.45
    with mpl.rc_context(RC):
        figure = Figure(figsize=(WIDTH, height))
        axes = figure.add_axes((0.03, 0.0, 0.94, 1.0))
        axes.set_axis_off()
        axes.set_xlim(0.9, points + 0.1)
        axes.set_ylim(len(means) + 0.25, -0.55 - head)
        if before:
            _legend(axes, points, times)
        for row, (area, mean) in enumerate(means):
            axes.plot([1, points], [row, row], color=LINE, linewidth=2, solid_capstyle="round")
            axes.plot(range(1, points + 1), [row] * points, "|", color=SOFT, markersize=5)
            axes.text(1, row - 0.26, area, fontsize=13, color=INK, va="bottom")
            if mean is not None:
                axes.plot([mean], [row], "o", color=ACCENT, markersize=11, markeredgecolor=PAPER)
        for row, mean in enumerate(before):
            if mean is not None:
                _open_square(axes, mean, row)
        for at, words, side in ((1, ends[0], "left"), (points, ends[1], "right")):
            axes.text(at, len(means) - 0.42, words, fontsize=12, color=SOFT, ha=side, va="top")
    return figure


def _open_square(axes: Axes, at: float, row: float) -> None:
    axes.plot(
        [at], [row], "s", markersize=14, color=WARM, markerfacecolor="none", markeredgewidth=1.6
    )


def _legend(axes: Axes, points: int, times: tuple[str, str]) -> None:
    """Which mark is which, above the first area."""
    row, right = -0.55 - _HEAD / 2, 1 + 0.72 * (points - 1)
    _open_square(axes, 1.06, row)
    axes.plot([right], [row], "o", color=ACCENT, markersize=11, markeredgecolor=PAPER)
    for at, words in zip((1.06, right), times, strict=True):
        beside = at + 0.05 * (points - 1)
        axes.text(beside, row, words, fontsize=12, color=INK, va="center_baseline")
