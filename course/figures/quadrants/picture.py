"""The picture of ``quadrants``."""

from course.figures.quadrants import drawing
from course.figures.quadrants.shape import Axis, Quadrants
from course.plots.sheet import Page


def draw(figure: Quadrants, language: str, width: float) -> Page:
    """The four cells in a language, so many points across."""

    def axis(one: Axis) -> drawing.Axis:
        return drawing.Axis(*(text.in_language(language) for text in (one.text, one.low, one.high)))

    cells = figure.cells
    top_left, top_right, bottom_left, bottom_right = (
        text.in_language(language)
        for text in (cells.top_left, cells.top_right, cells.bottom_left, cells.bottom_right)
    )
    return drawing.draw(
        axis(figure.across),
        axis(figure.up),
        (top_left, top_right, bottom_left, bottom_right),
        width=width,
    )
