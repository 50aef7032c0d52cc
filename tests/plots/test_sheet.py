"""The sheet that the lessons' figures are drawn on. Widths are measured anew by a renderer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.figure import Figure as MplFigure

from course.plots.sheet import LEADING, NARROW, WIDE, WORDS, Box, Sheet, Side, lines_of, width_of
from course.plots.style import ACCENT
from tests.plots.looked_at import boxes, clipped

ROOM = 120.0


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("side", ["left", "center", "right"])
@pytest.mark.parametrize("words", ["Samverkan över gränser", "gyj", "Å 100 000 kr", "AVTAL", "–"])
def test_words_fill_the_box_that_they_are_drawn_in(words: str, side: Side, bold: bool) -> None:
    sheet = Sheet(WIDE)
    sheet.write(words, 10, 10, bold=bold, side=side)
    page = sheet.finished(40)
    ((_, drawn),) = boxes(page.figure())
    assert width_of(words, WORDS, bold) == pytest.approx(drawn.width, rel=0.01)
    (line,) = page.lines
    known = (line.box.left, line.box.bottom, line.box.right, line.box.top)
    assert known == pytest.approx(drawn.extents, abs=0.5)  # what may reach beyond an edge


@given(st.lists(st.text("aeiklmnorstvåäö", min_size=1, max_size=30), min_size=1, max_size=8))
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(words: list[str]) -> None:
    lines = lines_of(" ".join(words), ROOM)
    assert all(width_of(line) <= ROOM for line in lines)
    assert "".join(lines).replace("-", "").replace(" ", "") == "".join(words)


@pytest.mark.parametrize(
    ("word", "lines"),
    [
        # At the joint of the compound.
        ("Verksamhetsutveckling", ["Verksamhets-", "utveckling"]),
        ("Ledningssystemet", ["Lednings-", "systemet"]),
        # No joint that is known: before a consonant that a vowel follows, as late as it fits.
        ("Omsorgsnämnden", ["Omsorgs-", "nämnden"]),
        ("Biståndshandläggare", ["Biståndshand-", "läggare"]),
        # No such place: anywhere.
        ("m" * 12, ["mmmmmmm-", "mmmmm"]),
    ],
)
def test_a_long_word_is_divided_where_it_can_be_read(word: str, lines: list[str]) -> None:
    assert lines_of(word, 105) == lines


def test_nothing_gives_no_line() -> None:
    assert lines_of("", ROOM) == []


def test_each_line_of_words_is_aligned_by_itself() -> None:
    """Another font has other widths; a block of lines would lose its alignment there."""
    sheet = Sheet(NARROW)
    end = sheet.write("ett två tre fyra fem sex sju åtta", NARROW, 5, 100, side="right")
    figure = sheet.finished(end).figure()
    assert len(figure.texts) > 1
    assert {text.get_ha() for text in figure.texts} == {"right"}
    assert {text.get_position()[0] for text in figure.texts} == {NARROW}
    assert end == pytest.approx(5 + len(figure.texts) * WORDS * LEADING)
    assert clipped(figure) == []


def test_words_are_words_and_no_formula() -> None:
    sheet = Sheet(NARROW)
    sheet.write("från $5 till $6", 0, 0)
    (text,) = sheet.finished(30).figure().texts
    assert text.get_parse_math() is False


def test_points_are_counted_from_the_top() -> None:
    sheet = Sheet(NARROW)
    sheet.write("högst", 0, 0)
    sheet.write("lägst", 0, 100)
    figure = sheet.finished(140).figure()
    (_, high), (_, low) = boxes(figure)
    assert high.y0 > 100 > low.y1
    assert tuple(figure.get_size_inches() * 72) == pytest.approx((NARROW, 140))


def test_what_is_clipped_is_seen() -> None:
    """The tests of the figures lean on this."""

    def written(left: float, top: float) -> MplFigure:
        sheet = Sheet(100)
        sheet.write("brett nog", left, top)
        return sheet.finished(30).figure()

    assert clipped(written(1, 5)) == []
    for left, top in ((-5, 5), (60, 5), (1, -8), (1, 24)):
        assert clipped(written(left, top)) == ["brett nog"]


def test_boxes_that_meet_and_boxes_that_do_not() -> None:
    box = Box(0, 0, 10, 10)
    assert box.meets(Box(9, 9, 12, 12))
    assert not box.meets(Box(10, 0, 12, 10))
    assert not box.meets(Box(0, 11, 10, 12))


def test_a_box_and_a_mark_stand_in_the_figure_itself() -> None:
    sheet = Sheet(NARROW)
    sheet.box(Box(0, 0, 20, 10), fill=ACCENT)
    sheet.box(Box(0, 20, 20, 30), edge=ACCENT, rounding=4)
    sheet.mark(30, 5)
    sheet.line([(0, 40), (20, 40)])
    figure = sheet.finished(50).figure()
    assert not figure.axes
    assert len(figure.artists) + len(figure.lines) + len(figure.patches) == 4
