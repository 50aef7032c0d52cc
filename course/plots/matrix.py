"""Units by units: a square for each pair, its area the share of possible ties that are there."""

from textwrap import fill

import matplotlib as mpl
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure as MplFigure

from course.plots.shapes import Matrix
from course.plots.style import ACCENT, INK, LINE, PALE, RC

SIZE = (7.2, 5.6)
_ABREAST = 20  # letters of a name that have room beside the cells


def draw(drawing: Matrix) -> MplFigure:
    """Squares with the number of ties: within a unit (the diagonal) pale, between units strong."""
    names, ties, shares = drawing["names"], drawing["ties"], drawing["shares"]
    k = len(names)
    with mpl.rc_context(RC):
        figure = MplFigure(figsize=SIZE)
        axes = figure.add_axes((0.23, 0.01, _width(names), 0.78))
        axes.set_xlim(-0.5, k - 0.5)
        axes.set_ylim(k - 0.5, -0.5)
        axes.set_aspect("auto")
        squares = [_square(i, j, shares[i][j]) for i in range(k) for j in range(k)]
        colours = [PALE if i == j else ACCENT for i in range(k) for j in range(k)]
        axes.add_collection(PolyCollection(squares, facecolors=colours, edgecolors="none"))
        for i in range(k):
            for j in range(k):
                if ties[i][j]:
                    axes.text(j + 0.46, i + 0.4, str(ties[i][j]), ha="right", fontsize=8.5)
        for edge in range(k + 1):
            axes.axhline(edge - 0.5, color=LINE, linewidth=0.6)
            axes.axvline(edge - 0.5, color=LINE, linewidth=0.6)
        axes.set_yticks(range(k), [fill(name, _ABREAST) for name in names], color=INK)
        axes.xaxis.tick_top()
        axes.set_xticks(range(k), names, color=INK, rotation=35, ha="left")
        axes.tick_params(length=0)
        axes.spines[:].set_visible(False)
    return figure


def _width(names: list[str]) -> float:
    """How much of the figure the cells take: less where the last name would leave it."""
    last = 0.0104 * len(names[-1]) if names else 0.0
    return round(min(0.76, (0.76 + 0.01 - last) / (1 - 0.5 / max(len(names), 1))), 3)


def _square(row: int, column: int, share: float) -> list[tuple[float, float]]:
    """A square about a point left of the cell's middle, so that the number has its own corner."""
    half = 0.34 * share**0.5
    corners = ((-1, -1), (1, -1), (1, 1), (-1, 1))
    return [(column - 0.1 + dx * half, row - 0.08 + dy * half) for dx, dy in corners]
