"""Bars: their lengths are the values', from 0, and the strong one is told by more than colour."""

import pytest
from matplotlib.figure import Figure as MplFigure
from matplotlib.patches import Rectangle

from course.figures.bars.drawing import Bar, draw
from course.plots.sheet import NARROW, WIDE
from course.plots.style import ACCENT, PALE
from tests.plots.looked_at import (
    bold,
    clipped,
    lines,
    overlapping,
    running,
    smallest_on_a_phone,
    words,
)

LONG = "Medarbetare i andra enheter som fick veta"  # 41 characters, one more than an author may use
BARS = [
    Bar("Får stöd att pröva", 69.4, "69,4"),
    Bar("Tryggt att ifrågasätta", 46.9, "46,9", strong=True),
    Bar(LONG, 100.0, "100,0"),
    Bar("Ingen", 0.0, "0,0"),
]
every_width = pytest.mark.parametrize("width", [WIDE, NARROW])


def drawn(width: float, bars: list[Bar] | None = None, end: str = "100") -> MplFigure:
    return draw(bars or BARS, unit="procent", highest=100, end=end, width=width).figure()


def lengths(figure: MplFigure) -> list[float]:
    return [patch.get_width() for patch in figure.artists if isinstance(patch, Rectangle)]


@every_width
def test_a_bar_is_as_long_as_its_value_from_0(width: float) -> None:
    bars = [patch for patch in drawn(width).artists if isinstance(patch, Rectangle)]
    # By hand: the third is the whole axis, and nothing is drawn for 0.
    shares = [bar.get_width() / bars[2].get_width() for bar in bars]
    assert shares == pytest.approx([0.694, 0.469, 1])
    assert len({bar.get_x() for bar in bars}) == 1


@every_width
def test_every_word_and_value_is_written_once_in_order(width: float) -> None:
    figure = drawn(width)
    text = running(figure)
    for bar in BARS:
        assert text.count(bar.label) == 1
        assert words(figure).count(bar.written) == 1
    assert words(figure).count("procent") == 1
    assert {"0", "100"} <= set(words(figure))


@every_width
def test_nothing_is_clipped_and_nothing_stands_on_anything(width: float) -> None:
    assert clipped(drawn(width)) == []
    assert overlapping(drawn(width)) == []


@every_width
def test_the_strong_bar_differs_in_colour_and_in_weight(width: float) -> None:
    figure = drawn(width)
    colours = [patch.get_facecolor() for patch in figure.artists if isinstance(patch, Rectangle)]
    assert colours[1] != colours[0] == colours[2]
    assert bold(figure) == {"Tryggt att ifrågasätta", "46,9"}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_strong_bar_differs_in_grey_too() -> None:
    assert (luminance(PALE) + 0.05) / (luminance(ACCENT) + 0.05) > 1.7


def test_without_an_end_the_axis_has_its_0_alone() -> None:
    with_end, without = drawn(WIDE), drawn(WIDE, end="")
    assert sorted([*words(without), "100"]) == sorted(words(with_end))
    assert len(lines(without)) == len(lines(with_end)) - 1  # a tick less


def test_words_on_a_phone_are_large_enough() -> None:
    assert smallest_on_a_phone(drawn(NARROW)) >= 12


def test_on_a_wide_page_words_stand_before_their_bar_and_on_a_phone_above() -> None:
    for width, above in ((WIDE, False), (NARROW, True)):
        figure = drawn(width)
        label = next(text for text in figure.texts if text.get_text() == BARS[0].label)
        value = next(text for text in figure.texts if text.get_text() == "69,4")
        # Counted from the top of the sheet.
        assert (label.get_position()[1] < value.get_position()[1] - 10) is above
