"""A self-assessment's profile: one line an area, a dot where its mean lies. No total."""

from collections.abc import Sequence

import matplotlib as mpl
from matplotlib.figure import Figure

from course.plots.style import ACCENT, INK, LINE, PAPER, RC, SOFT

WIDTH = 300 / 72
"""Inches. As wide as the narrowest page, so that its words keep their size there."""

_ROW = 0.56


def draw(means: Sequence[tuple[str, float | None]], ends: tuple[str, str], points: int) -> Figure:
    """Draw each area's mean on a line from 1 to ``points``; None is an area that was passed over.

    ``ends`` says what the two ends of the line stand for.
    """
    height = _ROW * len(means) + 0.45
    with mpl.rc_context(RC):
        figure = Figure(figsize=(WIDTH, height))
        axes = figure.add_axes((0.03, 0.0, 0.94, 1.0))
        axes.set_axis_off()
        axes.set_xlim(0.9, points + 0.1)
        axes.set_ylim(len(means) + 0.25, -0.55)
        for row, (area, mean) in enumerate(means):
            axes.plot([1, points], [row, row], color=LINE, linewidth=2, solid_capstyle="round")
            axes.plot(range(1, points + 1), [row] * points, "|", color=SOFT, markersize=5)
            axes.text(1, row - 0.26, area, fontsize=13, color=INK, va="bottom")
            if mean is not None:
                axes.plot([mean], [row], "o", color=ACCENT, markersize=11, markeredgecolor=PAPER)
        for at, words, side in ((1, ends[0], "left"), (points, ends[1], "right")):
            axes.text(at, len(means) - 0.42, words, fontsize=12, color=SOFT, ha=side, va="top")
    return figure
