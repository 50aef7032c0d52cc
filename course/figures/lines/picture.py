"""The picture of ``lines``."""

from course.figures.lines import drawing
from course.figures.lines.shape import Lines
from course.figures.numbers import digits_of, plain_number, ticks_within
from course.plots.sheet import Page
from course.words import grouped


def draw(figure: Lines, language: str, width: float) -> Page:
    """Lines in a language, so many points across."""
    points = [point for one in figure.series for point in one.points]
    ups = [up for _, up in points]
    digits = digits_of(ups)
    ticks = ticks_within(min(0.0, *ups), max(0.0, *ups))
    places = sorted({across for across, _ in points})

    def up(value: float) -> str:
        return grouped(value, digits if value in ups else digits_of(ticks), language)

    return drawing.draw(
        [drawing.Series(one.label.in_language(language), one.points) for one in figure.series],
        drawing.Scale(
            figure.across.in_language(language),
            places,
            lambda value: plain_number(value, language),
        ),
        drawing.Scale(figure.unit.in_language(language), ticks, up),
        width=width,
    )
