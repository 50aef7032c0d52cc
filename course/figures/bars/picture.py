"""The picture of ``bars``."""

from course.figures.bars import drawing
from course.figures.bars.shape import Bars
from course.figures.numbers import digits_of
from course.plots.sheet import Page
from course.words import grouped


def draw(figure: Bars, language: str, width: float) -> Page:
    """Bars in a language, so many points across."""
    digits = digits_of([row.value for row in figure.rows])
    shown = [
        drawing.Bar(
            row.label.in_language(language),
            row.value,
            grouped(row.value, digits, language),
            row.strong or not any(one.strong for one in figure.rows),
        )
        for row in figure.rows
    ]
    highest = figure.highest
    return drawing.draw(
        shown,
        unit=figure.unit.in_language(language),
        highest=highest or max(row.value for row in figure.rows) or 1,
        end=grouped(highest, digits_of([highest]), language) if highest else "",
        width=width,
    )
