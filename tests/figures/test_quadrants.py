"""Quadrants: what is high up stands above what is low, and what is high across to the right."""

import pytest
from matplotlib.figure import Figure as MplFigure
from matplotlib.patches import FancyBboxPatch

from course.figures.quadrants.drawing import Axis, draw
from course.plots.sheet import NARROW, WIDE
from tests.plots.looked_at import boxes, clipped, overlapping, running, smallest_on_a_phone

ACROSS = Axis("Krav på arbetet", "låga", "höga")
UP = Axis("Psykologisk trygghet", "låg", "hög")
CELLS = ("Trivsamt, men lite händer", "Vi lär oss", "Var och en sköter sitt", "Vi håller tyst")
# As long as an author may write: 40, 20, 20 and 40 characters.
LONG = Axis(
    "Hur mycket ansvar brukaren själv vill ta", "mycket mindre än nu.", "mycket mer än i dag!"
)
LONG_CELLS = ("Ett samråd med alla berörda i kommunen..",) * 4
every_width = pytest.mark.parametrize("width", [WIDE, NARROW])


def drawn(width: float) -> MplFigure:
    return draw(ACROSS, UP, CELLS, width=width).figure()


def middles(figure: MplFigure) -> dict[str, tuple[float, float]]:
    """The middle of each single line, from the bottom left corner."""
    return {
        text.get_text(): ((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
        for text, box in boxes(figure)
    }


@every_width
def test_each_cell_stands_at_its_ends_of_the_axes(width: float) -> None:
    at = middles(drawn(width))
    learn, quiet = at["Vi lär oss"], at["Vi håller tyst"]
    assert at["hög"][1] > quiet[1] > at["höga"][1] > at["Krav på arbetet"][1]
    assert at["Psykologisk trygghet"][1] > learn[1] > at["låg"][1]
    assert abs(learn[0] - at["höga"][0]) < 1
    assert abs(learn[0] - quiet[0]) < 1
    assert at["låga"][0] < quiet[0]
    if width == WIDE:
        assert at["hög"][1] == pytest.approx(learn[1], abs=2)
        assert at["låg"][1] == pytest.approx(quiet[1], abs=2)


@every_width
def test_every_word_is_written_once(width: float) -> None:
    text = running(drawn(width))
    for words in (*CELLS, ACROSS.text, UP.text):
        assert text.count(words) == 1


@every_width
@pytest.mark.parametrize(("axis", "cells"), [(ACROSS, CELLS), (LONG, LONG_CELLS)])
def test_nothing_is_clipped_and_nothing_stands_on_anything(
    width: float, axis: Axis, cells: tuple[str, str, str, str]
) -> None:
    figure = draw(axis, UP if axis is ACROSS else LONG, cells, width=width).figure()
    assert clipped(figure) == []
    assert overlapping(figure) == []


@every_width
@pytest.mark.parametrize("words", [LONG_CELLS[0], "m" * 40])
def test_words_keep_within_their_cells(width: float, words: str) -> None:
    figure = draw(ACROSS, UP, (words, "b", "c", words), width=width).figure()
    cells = [one.get_bbox() for one in figure.artists if isinstance(one, FancyBboxPatch)]
    assert len(cells) == 4
    height = figure.get_size_inches()[1] * 72
    axes = {ACROSS.text, ACROSS.low, ACROSS.high, UP.text, UP.low, UP.high}
    lines = [box for text, box in boxes(figure) if text.get_text() not in axes]
    assert len(lines) >= 6
    for box in lines:
        top, bottom = height - box.y1, height - box.y0
        assert any(
            cell.x0 <= box.x0 and box.x1 <= cell.x1 and cell.y0 <= top and bottom <= cell.y1
            for cell in cells
        )


def test_words_on_a_phone_are_large_enough() -> None:
    assert smallest_on_a_phone(drawn(NARROW)) >= 12
