"""From what an author wrote to what is drawn and told: numbers, ticks, tables, in each language."""

from typing import Any

import pytest

from course.content.course import ours
from course.content.figure import build_figure
from course.figures.drawn import drawn
from course.figures.numbers import digits_of, plain_number, ticks_within
from course.paths import LANGUAGES


def text(words: str) -> dict[str, str]:
    return {"sv": f"{words} sv", "en": f"{words} en"}


def made(kind: str, **fields: Any) -> Any:
    head = {"title": text("title"), "message": text("message"), "sources": ["hartley-2005"]}
    return build_figure({"kind": kind, **head, **fields})


BARS = made(
    "bars",
    unit=text("unit"),
    rows=[
        {"label": text("a"), "value": 9300},
        {"label": text("b"), "value": 46.9, "strong": True},
    ],
)
LINES = made(
    "lines",
    across=text("year"),
    unit=text("unit"),
    series=[
        {"label": text("a"), "points": [[1998, 9300], [2003, 7300]]},
        {"label": text("b"), "points": [[2003, 12.5]]},
    ],
)
STEPS = made(
    "steps",
    steps=[{"text": text("a"), "note": text("note")}, {"text": text("b")}, {"text": text("c")}],
    loop={"from": 3, "to": 2, "text": text("again")},
)
AXES = {
    "across": {"text": text("across?"), "low": text("left"), "high": text("right")},
    "up": {"text": text("up"), "low": text("low"), "high": text("high")},
}
QUADRANTS = made(
    "quadrants",
    **AXES,
    cells={name: text(name) for name in ("top-left", "top-right", "bottom-left", "bottom-right")},
)
TIMELINE = made(
    "timeline", events=[{"year": year, "text": text(str(year))} for year in (1766, 2009, 2025)]
)
EVERY = [BARS, LINES, STEPS, QUADRANTS, TIMELINE]


def table(figure: Any, language: str) -> list[tuple[str, ...]]:
    told = drawn(figure, language, {}).table
    return [told.columns, *told.rows]


def test_numbers_are_written_as_the_language_writes_them() -> None:
    # One decimal in one row gives one in all; a space that does not break, or a comma.
    assert table(BARS, "sv") == [
        ("Vad", "Unit sv"), ("a sv", "9\u00a0300,0"), ("b sv", "46,9"),
    ]  # fmt: skip
    assert table(BARS, "en") == [("What", "Unit en"), ("a en", "9,300.0"), ("b en", "46.9")]
    assert "9\u00a0300,0" in drawn(BARS, "sv", {}).wide
    assert "9,300.0" in drawn(BARS, "en", {}).narrow


def test_years_have_no_space_and_a_value_that_is_not_there_a_dash() -> None:
    assert table(LINES, "sv") == [
        ("Year sv", "a sv, unit sv", "b sv, unit sv"),
        ("1998", "9\u00a0300,0", "–"),
        ("2003", "7\u00a0300,0", "12,5"),
    ]


def test_steps_are_numbered_and_the_way_back_is_told() -> None:
    assert table(STEPS, "en") == [
        ("Step", "What happens", "More about the step"),
        ("1", "a en", "note en"),
        ("2", "b en", ""),
        ("3", "c en", "(Back to 2: again en)"),
    ]


def test_steps_without_notes_need_no_column_for_them() -> None:
    bare = made("steps", steps=[{"text": text(name)} for name in "abc"])
    assert table(bare, "sv")[:2] == [("Steg", "Vad som händer"), ("1", "a sv")]


def test_quadrants_are_a_table_of_two_by_two_with_the_high_end_first() -> None:
    assert table(QUADRANTS, "sv") == [
        ("up sv", "across? sv: left sv", "across? sv: right sv"),
        ("high sv", "top-left sv", "top-right sv"),
        ("low sv", "bottom-left sv", "bottom-right sv"),
    ]


def test_a_timeline_is_a_table_of_years() -> None:
    assert table(TIMELINE, "en")[:2] == [("Year", "Event"), ("1766", "1766 en")]


@pytest.mark.parametrize("figure", EVERY, ids=lambda one: one.kind)
@pytest.mark.parametrize("language", LANGUAGES)
def test_both_drawings_are_named_and_told(figure: Any, language: str) -> None:
    shown = drawn(figure, language, {})
    for svg in (shown.wide, shown.narrow):
        assert f">title {language}</title>" in svg
        assert f">message {language}</desc>" in svg
        assert 'role="img"' in svg
    assert shown.wide != shown.narrow
    assert shown.table.caption == f"title {language}"


def test_the_same_figure_gives_the_same_bytes() -> None:
    assert drawn(LINES, "sv", {}) == drawn(LINES, "sv", {})


def test_its_sources_are_cited_as_in_the_text() -> None:
    known = ours().references
    (source,) = drawn(BARS, "en", known).as_json("en")["sources"]
    assert source == {"key": "hartley-2005", "cited": known["hartley-2005"].cited("en")}


def test_a_source_that_no_bibliography_has_is_cited_by_its_key() -> None:
    (source,) = drawn(BARS, "en", {}).as_json("en")["sources"]
    assert source == {"key": "hartley-2005", "cited": "hartley-2005"}


@pytest.mark.parametrize(
    ("lowest", "highest", "ticks"),
    [  # By hand: round numbers that hold both ends.
        (0, 77, [0, 20, 40, 60, 80]),
        (0, 9300, [0, 2000, 4000, 6000, 8000, 10000]),
        (0, 100, [0, 20, 40, 60, 80, 100]),
        (0, 0.9, [0, 0.2, 0.4, 0.6, 0.8, 1.0]),
        (-0.44, 0.23, [-0.6, -0.4, -0.2, 0.0, 0.2, 0.4]),
        (0, 0, [0, 0.2]),
    ],
)
def test_ticks_are_round(lowest: float, highest: float, ticks: list[float]) -> None:
    assert ticks_within(lowest, highest) == pytest.approx(ticks)


def test_as_many_decimals_as_are_needed() -> None:
    assert digits_of([1, 2.0]) == 0
    assert digits_of([1, 2.5, 2.25]) == 2
    assert (plain_number(2003.0, "sv"), plain_number(12.5, "sv"), plain_number(12.5, "en")) == (
        "2003",
        "12,5",
        "12.5",
    )
