"""Curves: told apart by more than colour, with their names beside their ends."""

from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.figure import Figure as MplFigure

from course.plots.curves import SIZE, STYLES, apart, draw
from course.plots.shapes.curves import Curve, Note, axis
from course.plots.style import INK
from course.plots.svg import to_svg

TWO: list[Curve] = [
    {"text": "valda", "across": [0, 5, 10], "up": [0, 40, 90], "every": 1},
    {"text": "i snitt", "across": [0, 5, 10], "up": [0, 30, 88], "every": 1},
]


def note(across: float, up: float) -> Note:
    return {"across": across, "up": up, "text": str(up)}


def drawn(*notes: Note) -> MplFigure:
    return draw(
        {
            "kind": "curves",
            "across": axis("år", 0, 10, {0: "0", 10: "10"}),
            "up": axis("procent", 0, 100, {0: "0", 50: "50", 100: "100"}),
            "curves": TWO,
            "notes": list(notes),
        }
    )


def test_no_two_styles_share_colour_line_or_marker() -> None:
    for ways in zip(*STYLES, strict=True):
        assert len(set(map(str, ways))) == len(STYLES)


def test_each_curve_has_its_style_and_its_points() -> None:
    lines = {line.get_color(): line for line in drawn().axes[0].lines}
    for curve, (colour, _, marker) in zip(TWO, STYLES, strict=False):
        assert list(lines[colour].get_xdata()) == curve["across"]
        assert list(lines[colour].get_ydata()) == curve["up"]
        assert lines[colour].get_marker() == marker


def test_each_name_stands_beside_its_curve_in_its_colour() -> None:
    words = {text.get_text(): text for text in drawn().axes[0].texts}
    assert {"valda", "i snitt", "år", "procent"} <= set(words)
    assert words["valda"].get_color() == STYLES[0][0]
    # The curves end 2 apart; the higher has the higher name, a row's height above.
    higher, lower = (words[curve["text"]].get_position()[1] for curve in TWO)
    assert higher - lower >= 14


def test_a_note_rings_its_point() -> None:
    figure = drawn(note(5, 40))
    ring = figure.axes[0].lines[-1]
    assert (list(ring.get_xdata()), list(ring.get_ydata())) == ([5], [40])
    assert ring.get_markeredgecolor() == INK
    assert "40" in {text.get_text() for text in figure.axes[0].texts}


@pytest.mark.parametrize(("across", "side"), [(0, "left"), (1, "left"), (2, "center")])
def test_a_note_at_the_left_edge_stands_to_the_right_of_its_point(across: float, side: str) -> None:
    """An eighth of the way is where its words would reach beyond the edge."""
    (words,) = [text for text in drawn(note(across, 40)).axes[0].texts if text.get_text() == "40"]
    assert words.get_horizontalalignment() == side


def test_it_is_as_wide_as_the_narrowest_page_whatever_it_holds() -> None:
    for notes in ([], [note(0, 0), note(10, 90)]):
        svg = to_svg(drawn(*notes), name="n", title="t", description="d")
        assert ElementTree.fromstring(svg).get("viewBox") == f"0 0 {SIZE[0]} {SIZE[1]}"


def test_what_has_room_stays() -> None:
    assert apart([0, 20, 60], [14, 14, 14]) == [0, 20, 60]


@pytest.mark.parametrize(
    ("places", "moved"),
    # By hand, with heights of 10: two at 50 go 5 up and 5 down, the first upwards; three in a row
    # keep their order, with the middle one where it was.
    [([50, 50], [55, 45]), ([50, 52], [46, 56]), ([49, 50, 51], [40, 50, 60])],
)
def test_what_is_crowded_moves_as_little_as_needed(places: list[float], moved: list[float]) -> None:
    assert apart(places, [10] * len(places)) == pytest.approx(moved, abs=0.01)


@given(st.lists(st.floats(0, 100), min_size=1, max_size=4))
def test_names_never_meet(places: list[float]) -> None:
    moved = sorted(apart(places, [14] * len(places)))
    assert all(high - low >= 13.9 for low, high in pairwise(moved))
