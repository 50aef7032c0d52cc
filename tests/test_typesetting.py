"""Apostrophes and spaces: typed plainly, read as in print. What is expected is set by hand."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from attrs import fields, has

from course import words
from course.content.course import Course, ours
from course.journal import Journal, MemoryStore
from course.pages.markdown import html
from course.paths import ROOT
from course.session import Session
from course.studio.notebooks import built
from course.studio.source import sources
from course.words.bilingual import Text
from course.words.typesetting import UNBROKEN, typeset

STRAIGHT = re.compile(r"\w'|'\w")
PARTED = re.compile(r"\b(?:kap|ch|ss?)\. \d|\d (?:§|kap\.|%|procent|per cent|minut|kronor|timmar)")
"""The commonest of what belongs together, with a space that a line may end at."""
CODE = re.compile(r"<code>.*?</code>|<[^>]*>", re.DOTALL)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Karin's rota isn't Johan's.", "Karin’s rota isn’t Johan’s."),
        ("two managers' plans", "two managers’ plans"),
        ("the Right to Employees'\nInventions", "the Right to Employees’\nInventions"),
        ("Wallenius' and A'Court's", "Wallenius’ and A’Court’s"),
        ("{karin}'s, *Karin*'s and [Karin](#k)'s", "{karin}’s, *Karin*’s and [Karin](#k)’s"),
        ("the “whole of it”'s end", "the “whole of it”’s end"),
        ("{term}`teachers' exemption <x>` isn't", "{term}`teachers’ exemption <x>` isn’t"),
        ("`Lesson('ties')`, don't", "`Lesson('ties')`, don’t"),
        ("``a's `b's`` don't", "``a's `b's`` don’t"),
        ("https://example.org/o'reilly isn't", "https://example.org/o'reilly isn’t"),
        ("Grupp 'A' finns kvar", "Grupp 'A' finns kvar"),
    ],
)
def test_what_is_typed_is_read_with_its_apostrophes(typed: str, read: str) -> None:
    assert typeset(typed) == read
    assert typeset(read) == read
    assert len(read) == len(typed)


@pytest.mark.parametrize(
    ("typed", "read"),  # _ stands for a space that no line ends at
    [
        ("enligt kap. 31 § och 2 kap. 3 §", "enligt kap._31_§ och 2_kap._3_§"),
        ("LOU 19 a kap. 25 a § … (8 §), 3 och 4 §§", "LOU 19_a_kap._25_a_§ … (8_§), 3 och 4_§§"),
        ("ch. 2 s. 3, ss. 4 and 5", "ch._2_s._3, ss._4 and 5"),
        ("ch. 19 a s. 25 a, and art. 6", "ch._19_a_s._25_a, and art._6"),
        ("20 minuter, 1 h 5 min och 3 veckor", "20_minuter, 1_h 5_min och 3_veckor"),
        ("20 minutes, 2 hours or 14 days", "20_minutes, 2_hours or 14_days"),
        ("22 000 av 1 336 900, år 2009 300", "22_000 av 1_336_900, år 2009 300"),
        ("85 000 kronor, 40 procent, 5 %", "85_000_kronor, 40_procent, 5_%"),
        ("SEK 85 000, 40 per cent", "SEK_85 000, 40_per cent".replace("5 0", "5_0")),
        ("{n} min kvar, 5 min kvar", "{n} min kvar, 5_min kvar"),
        ("kl. 15.30 den 5 oktober", "kl._15.30 den 5 oktober"),
        ("{term}`ch. 2 s. 3 <x>`", "{term}`ch. 2 s. 3 <x>`"),
        ("`wait(20 min)` i 20 min", "`wait(20 min)` i 20_min"),
        ("år 2026 300 av 400 personer", "år 2026 300 av 400 personer"),
        ("5 av 9, start. 6, 3 dagis", "5 av 9, start. 6, 3 dagis"),
    ],
)
def test_a_number_stands_on_a_line_with_what_it_belongs_to(typed: str, read: str) -> None:
    assert typeset(typed) == read.replace("_", UNBROKEN)
    assert typeset(typeset(typed)) == typeset(typed)
    assert len(typeset(typed)) == len(typed)


def straight(texts: Iterator[str]) -> list[str]:
    """The texts that still have a straight apostrophe, or a quotation in single marks."""
    return [text for text in texts if STRAIGHT.search(text)]


def strings(value: Any) -> Iterator[str]:
    """Every text in what a page is sent, keys left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for one in value.values() for text in strings(one))
    elif isinstance(value, list | tuple):
        yield from (text for one in value for text in strings(one))


def parted(texts: Iterator[str]) -> list[str]:
    """The texts in which a line may end between a number and what it belongs to."""
    return [text for text in texts if PARTED.search(text)]


def written(value: Any) -> Iterator[Text]:
    """Every text that stands in both languages, wherever it is in an object."""
    if isinstance(value, Text):
        yield value
    elif has(type(value)):
        yield from (
            text for one in fields(type(value)) for text in written(getattr(value, one.name))
        )
    elif isinstance(value, dict):
        yield from (text for one in value.values() for text in written(one))
    elif isinstance(value, list | tuple):
        yield from (text for one in value for text in written(one))


def test_the_sources_are_typed_straight_and_so_there_is_something_to_set() -> None:
    lessons = [file.read_text("utf-8") for file in ROOT.glob("notebooks/source/*.md")]
    assert sum(len(re.findall(r"\w'\w", text)) for text in lessons) > 50


def test_the_sources_are_typed_with_plain_spaces() -> None:
    files = [*ROOT.glob("notebooks/source/*.md"), *ROOT.glob("exercises/**/*.yml")]
    texts = [file.read_text("utf-8") for file in files]
    assert len(parted(iter(texts))) > 50
    assert [text for text in texts if UNBROKEN in text] == []


def test_nothing_that_the_interface_says_is_straight_or_parted() -> None:
    sentences = {key: words._sentences(key.partition(".")[0])[key] for key in words.every_key()}
    assert len(sentences) > 1000
    assert straight(one["en"] for one in sentences.values()) == []
    assert parted(text for one in sentences.values() for text in one.values()) == []


def test_no_exercise_figure_term_or_meeting_is_straight_or_parted() -> None:
    course = ours()
    shown = [
        *(
            course.exercise(lesson, id)
            for lesson in course.lessons()
            for id in course.exercises(lesson)
        ),
        *map(course.figure, course.figures()),
        *course.glossary.values(),
        *map(course.meeting, course.lessons()),
        course.leading,
        course.cast,
        course.cases,
        course.law,
        course.scenes,
    ]
    texts = [text for one in shown for text in written(one)]
    assert len(texts) > 3000
    assert straight(one.en for one in texts) == []
    assert parted(text for one in texts for text in (one.sv, one.en)) == []


@pytest.mark.parametrize("source", sources(ours()), ids=lambda source: source.lesson)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_lesson_is_straight_or_parted_on_its_page(source: Any, language: str) -> None:
    notebook = built(source, language)
    cells = [html(cell.source) for cell in notebook.cells if cell.cell_type == "markdown"]
    told = [*(CODE.sub("", one) for one in cells), *strings(dict(notebook.metadata["course"]))]
    assert language == "sv" or straight(iter(told)) == []
    assert parted(iter(told)) == []


def test_what_a_learner_writes_stays_as_it_is_written() -> None:
    session = Session(Course.open(), Journal(MemoryStore()), "en")
    list(session.handle("00-start", "first-thought", {"do": "answer", "answer": "It's ours."}))
    assert "It's ours." in str(session.answers())
