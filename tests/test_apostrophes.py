"""Apostrophes: typed straight, read curled. What is expected is set by hand."""

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
from course.words.apostrophes import typeset
from course.words.bilingual import Text

STRAIGHT = re.compile(r"\w'|'\w")
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


def written(value: Any) -> Iterator[str]:
    """Every text that stands in both languages, wherever it is in an object: its English."""
    if isinstance(value, Text):
        yield value.en
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


def test_nothing_that_the_interface_says_is_straight() -> None:
    sentences = {key: words._sentences(key.partition(".")[0])[key] for key in words.every_key()}
    assert len(sentences) > 1000
    assert straight(one["en"] for one in sentences.values()) == []


def test_no_exercise_figure_term_or_meeting_is_straight() -> None:
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
    assert straight(iter(texts)) == []


@pytest.mark.parametrize("source", sources(ours()), ids=lambda source: source.lesson)
def test_no_lesson_is_straight_on_its_page(source: Any) -> None:
    notebook = built(source, "en")
    cells = [html(cell.source) for cell in notebook.cells if cell.cell_type == "markdown"]
    assert straight(CODE.sub("", one) for one in cells) == []
    assert straight(strings(dict(notebook.metadata["course"]))) == []


def test_what_a_learner_writes_stays_as_it_is_written() -> None:
    session = Session(Course.open(), Journal(MemoryStore()), "en")
    list(session.handle("00-start", "first-thought", {"do": "answer", "answer": "It's ours."}))
    assert "It's ours." in str(session.answers())
