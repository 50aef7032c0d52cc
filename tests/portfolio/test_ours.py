"""One's own organisation in the plan: in its document, its text, and as it comes from a file."""

import json
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from course.content.course import ours as our_course
from course.journal import Journal, MemoryStore
from course.portfolio import ours
from course.portfolio.one_page import OnePage, one_page
from course.portfolio.one_page_text import plain
from course.words import LANGUAGES, say

TAKEN = ours.Ours(
    told=("Mest hänger på enhet 2.", "En till mening."),
    bridge="Mellan enhet 1 och enhet 3. Par som får en kortare väg: 1.",
    units=("Enhet 1", "Enhet 2", "Enhet 3"),
    numbers=(1, 2, 3),
    rows=((0, 1, 0), (3, 0, 2), (0, 0, 0)),
    ends=(0, 2),
)


def page_with(words: str, language: str = "sv") -> OnePage:
    journal = Journal(MemoryStore())
    journal.plan("10-your-plan", ours.ITEM, words, language="sv")
    return one_page(journal, our_course(), language)


def test_sentences_table_and_figure_are_in_the_plan_and_the_bridge_on_its_front() -> None:
    page = page_with(TAKEN.as_words())
    assert page.ours is not None
    assert not page.is_empty
    assert page.ours.told == TAKEN.told
    assert page["bridges"].beside == f"{say('plan.ours-bridge', 'sv')}: {TAKEN.bridge}"
    assert page.ours.head[1:] == ("1", "2", "3")
    assert page.ours.cells[1] == ("Enhet 2", "3", "", "2")
    drawn = page.ours.drawn
    # Units 1 and 2 say 1 and 3 of each other: the figure has the stronger.
    assert drawn["ties"] == [
        {"one": 0, "other": 1, "strength": 3},
        {"one": 1, "other": 2, "strength": 2},
    ]
    assert [one["bridge"] for one in drawn["parties"]] == [True, False, True]
    assert json.loads(json.dumps(page.as_json()))["ours"]["cells"][1][0] == "Enhet 2"


def test_how_many_ties_there_are_is_drawn_beside_the_most_of_any_two() -> None:
    rows = ((9, 5, 1), (5, 0, 0), (2, 0, 7))  # ten between 1 and 2, three between 1 and 3
    found = ours.shown(evolve(TAKEN, rows=rows, counts=True), "sv")
    assert [tie["strength"] for tie in found.drawn["ties"]] == [4, 2]
    assert found.note.endswith(say("plan.ours-widths-counts", "sv"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_as_text_it_has_sentences_bridge_and_table(language: str) -> None:
    text = plain(page_with(TAKEN.as_words(), language))
    assert all(sentence in text for sentence in (*TAKEN.told, TAKEN.bridge))
    assert "Enhet 2\t3\t\t2\n" in text
    assert say("plan.ours", language) in text


def test_units_by_name_have_the_number_of_their_column_too() -> None:
    named = evolve(TAKEN, units=("Ekonomi", "IT", "Personal"), numbers=(2, 5, 14), named=True)
    found = ours.shown(named, "sv")
    assert found.head[1:] == ("2", "5", "14")
    assert [row[0] for row in found.cells] == ["2. Ekonomi", "5. IT", "14. Personal"]


def test_without_a_bridge_and_units_there_are_sentences_alone() -> None:
    page = page_with(ours.Ours(("Mest hänger på person 4.",)).as_words())
    assert page.ours is not None
    assert (page.ours.cells, page.ours.drawn, page["bridges"].beside) == ((), {}, "")
    assert page_with("").ours is None


SPOILT: Any = st.sampled_from(
    [None, -1, 10**9, True, 1.5, "x", [], {}, [[1]], ["x"] * 20, "y" * 2001]
)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(["told", "bridge", "units", "numbers", "named", "rows", "counts", "ends"]),
    SPOILT,
    st.booleans(),
)
def test_whatever_a_file_says_the_plan_can_be_read(key: str, spoilt: Any, inside: bool) -> None:
    said = json.loads(TAKEN.as_words())
    if inside and isinstance(said[key], list):
        said[key][0] = spoilt
    else:
        said[key] = spoilt
    found = ours.from_words(json.dumps(said))
    if found is not None:
        assert isinstance(ours.plain(ours.shown(found, "en"), "en"), str)


@pytest.mark.parametrize("words", ["", "{", "[" * 100_000, "null", "3", "[]", "{}"])
def test_what_is_nothing_of_the_kind_is_left_out(words: str) -> None:
    assert ours.from_words(words) is None
