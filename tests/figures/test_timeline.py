"""A timeline: years in bold, events below each other, the further apart in time the further."""

import pytest
from matplotlib.figure import Figure as MplFigure

from course.figures.timeline.drawing import WIDTH, draw
from course.plots.sheet import NARROW
from tests.plots.looked_at import bold, clipped, lines, overlapping, running, smallest_on_a_phone

EVENTS = [
    (2009, "Försök i Strömstad och Tanum"),
    (2018, "Elva kommuner är med"),
    (2021, "Alla femton är med från april, efter en lång väg via nämnder"),  # 60 characters
    (2021, "En andra sak samma år"),
]
every_width = pytest.mark.parametrize("width", [WIDTH, NARROW])


def drawn(width: float) -> MplFigure:
    return draw(EVENTS, width=width).figure()


@every_width
def test_every_event_stands_beside_its_year(width: float) -> None:
    figure = drawn(width)
    years = [text for text in figure.texts if text.get_text().isdigit()]
    assert [text.get_text() for text in years] == ["2009", "2018", "2021", "2021"]
    assert bold(figure) == {"2009", "2018", "2021"}
    starts = {text.get_position()[1] for text in figure.texts if not text.get_text().isdigit()}
    assert {text.get_position()[1] for text in years} <= starts
    assert all(words in running(figure) for _, words in EVENTS)


@every_width
def test_a_year_without_a_year_between_takes_least_room(width: float) -> None:
    dots = [line.get_ydata()[0] for line in lines(drawn(width)) if line.get_marker() == "o"]
    first, second, third = (dots[n + 1] - dots[n] for n in range(3))
    # By hand: 9 of 12 years, 3 of 12, none; 120 points are shared out, above 12 and the words.
    assert first - second == pytest.approx(120 * (9 - 3) / 12, abs=18)
    assert first > second > 0
    assert third > 0


@every_width
def test_nothing_is_clipped_and_nothing_stands_on_anything(width: float) -> None:
    assert clipped(drawn(width)) == []
    assert overlapping(drawn(width)) == []


def test_words_on_a_phone_are_large_enough() -> None:
    assert smallest_on_a_phone(drawn(NARROW)) >= 12
