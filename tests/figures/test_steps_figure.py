"""Steps: numbered from the top, with their notes, and a way back that is told in words too."""

import pytest
from matplotlib.figure import Figure as MplFigure

from course.figures.steps.drawing import Back, Stage, draw
from course.plots.sheet import NARROW, WIDE
from course.plots.style import LINE, SOFT
from tests.plots.looked_at import (
    bold,
    clipped,
    lines,
    overlapping,
    running,
    smallest_on_a_phone,
    words,
)

NOTE = "Omställning, välfärdsteknik, upphandling och samverkan med många andra i kommunen och ute."
STEPS = [
    Stage("Ta emot", "Någon säger vem som svarar."),
    Stage("Pröva i mycket liten skala nu", NOTE),  # as long as an author may write
    Stage("Bestäm", ""),
]
BACK = Back(2, 0, "Tillbaka till 1: när något ska ändras")
every_width = pytest.mark.parametrize("width", [WIDE, NARROW])


def drawn(width: float, back: Back | None = BACK) -> MplFigure:
    return draw(STEPS, back, width=width).figure()


@every_width
def test_the_steps_are_numbered_from_the_top(width: float) -> None:
    numbers = [text for text in drawn(width).texts if text.get_text().isdigit()]
    assert [text.get_text() for text in numbers] == ["1", "2", "3"]
    heights = [text.get_position()[1] for text in numbers]
    assert heights == sorted(heights)
    assert len({text.get_position()[0] for text in numbers}) == 1


@every_width
def test_every_word_is_written(width: float) -> None:
    text = running(drawn(width))
    for step in STEPS:
        assert step.text in text
        assert step.note in text
    assert BACK.text in text


@every_width
@pytest.mark.parametrize("back", [BACK, None])
def test_nothing_is_clipped_and_nothing_stands_on_anything(width: float, back: Back | None) -> None:
    assert clipped(drawn(width, back)) == []
    assert overlapping(drawn(width, back)) == []


@every_width
def test_what_happens_is_bold_and_its_note_is_not(width: float) -> None:
    assert {"Ta emot", "Bestäm"} <= bold(drawn(width))
    assert not any(NOTE[:12] in line for line in bold(drawn(width)))


@every_width
def test_the_way_back_is_a_dashed_line_between_the_two_steps(width: float) -> None:
    figure = drawn(width)
    (way,) = [line for line in lines(figure) if line.get_color() == SOFT and line.is_dashed()]
    discs = [line.get_ydata()[0] for line in lines(figure) if line.get_marker() == "o"]
    assert (way.get_ydata()[0], way.get_ydata()[-1]) == (discs[2], discs[0])
    assert min(way.get_xdata()) > 0
    assert not any(line.is_dashed() for line in lines(drawn(width, None)))
    assert [line.get_color() for line in lines(drawn(width, None))].count(LINE) == 1


def test_words_on_a_phone_are_large_enough() -> None:
    assert smallest_on_a_phone(drawn(NARROW)) >= 12


def test_on_a_phone_a_note_stands_below_its_step() -> None:
    order = words(drawn(NARROW))
    assert order.index("Någon säger vem som svarar.") == order.index("Ta emot") + 1
