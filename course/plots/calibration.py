"""How sure beside how right: a point for each level of certainty, and the line where both agree."""

import matplotlib as mpl
from matplotlib.figure import Figure as MplFigure

from course.plots.shapes import Calibration
from course.plots.style import ACCENT, INK, LINE, PAPER, RC, SOFT

SIZE = (300 / 72, 250 / 72)
"""Inches. As wide as the narrowest page, so that its words keep their size there."""


def draw(drawing: Calibration) -> MplFigure:
    """Draw the levels as points, larger where they stand for more statements."""
    with mpl.rc_context(RC):
        figure = MplFigure(figsize=SIZE)
        axes = figure.add_axes((0.16, 0.2, 0.8, 0.72))
        axes.plot([50, 100], [50, 100], color=SOFT, linewidth=1.2, linestyle=(0, (5, 4)))
        axes.text(78, 83, drawing["agree"], fontsize=12, color=SOFT, ha="right", va="bottom")
        for level in drawing["levels"]:
            axes.plot(
                [level["sure"]],
                [100 * level["right"] / level["n"]],
                "o",
                color=ACCENT,
                markersize=6 + 3 * level["n"] ** 0.5,
                markeredgecolor=PAPER,
            )
        axes.set_xlim(45, 105)
        axes.set_ylim(-6, 108)
        axes.set_xticks((50, 75, 100))
        axes.set_yticks((0, 50, 100))
        axes.tick_params(labelsize=12, length=0, labelcolor=INK)
        axes.set_xlabel(drawing["across"], fontsize=12)
        axes.set_ylabel(drawing["up"], fontsize=12)
        axes.grid(color=LINE, linewidth=0.6)
        axes.set_axisbelow(True)
    return figure
