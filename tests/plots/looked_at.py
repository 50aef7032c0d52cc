"""A drawn figure as a reader meets it: its words, where they stand, and what is out of place."""

from matplotlib.figure import Figure as MplFigure
from matplotlib.lines import Line2D

from course.plots.legible import boxes, clipped, overlapping
from course.plots.sheet import NARROW

__all__ = [
    "bold",
    "boxes",
    "clipped",
    "lines",
    "overlapping",
    "running",
    "smallest_on_a_phone",
    "words",
]

PAGE = 320 - 2 * 18
"""Pixels across the text column of a page of 320 pixels, whose margin is 1 rem of 18 pixels."""


def words(figure: MplFigure) -> list[str]:
    """Everything that is written, line by line, from the top down."""
    placed = [(box.y0, box.x0, text.get_text()) for text, box in boxes(figure)]
    return [words for _, _, words in sorted(placed, key=lambda one: (-one[0], one[1]))]


def running(figure: MplFigure) -> str:
    """The same as running text, with divided words whole again."""
    return " ".join(text.get_text() for text in figure.texts).replace("- ", "")


def lines(figure: MplFigure) -> list[Line2D]:
    """Every line and marker."""
    return [artist for artist in figure.artists if isinstance(artist, Line2D)]


def smallest_on_a_phone(figure: MplFigure) -> float:
    """The size of the smallest words in pixels where the page is 320 wide."""
    assert round(figure.get_size_inches()[0] * 72) == NARROW
    return min(float(text.get_fontsize()) for text in figure.texts) * PAGE / NARROW


def bold(figure: MplFigure) -> set[str]:
    """What is written in bold."""
    return {text.get_text() for text in figure.texts if text.get_fontweight() == "bold"}
