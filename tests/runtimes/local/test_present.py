"""The big screen: there when it was asked for, in both languages, and forgetful."""

import json
import re
from html import unescape
from pathlib import Path

import pytest

from course.journal import Journal, MemoryStore
from course.paths import LANGUAGES
from course.words import say
from tests.runtimes.served_here import Site, Start

LESSON = "06-across-boundaries"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_every_exercise_with_its_card_and_its_questions(
    start: Start, language: str
) -> None:
    page = start(MemoryStore(), present=LESSON).ask(f"/course/{language}/present/{LESSON}").text
    given = re.search(r'"application/json" id="lesson">(.*?)</script>', page, re.DOTALL)
    assert given is not None
    shown = json.loads(unescape(given[1]))["exercises"]
    assert [one["id"] for one in shown[:2]] == ["wall", "broker"]  # as the meeting has them
    assert shown[0]["card"]["task"]["language"] == language
    assert not shown[0]["card"]["state"]["answered"]
    assert say("present.keeps", language) in page


def test_a_course_that_is_not_presented_has_no_such_page(site: Site) -> None:
    assert site.ask(f"/course/sv/present/{LESSON}").status == 404


def test_an_unknown_lesson_is_not_found(start: Start) -> None:
    site = start(MemoryStore(), present=LESSON)
    assert site.ask("/course/sv/present/99-nowhere").status == 404


def test_whoever_shows_the_key_is_led_to_the_lesson(start: Start) -> None:
    site = start(MemoryStore(), present=LESSON)
    page = site.ask(f"/course/enter?key={site.door.key}&to=sv/present/{LESSON}")
    assert f"/course/sv/present/{LESSON}" in page.text


def test_nothing_that_was_answered_on_this_computer_is_seen(start: Start, tmp_path: Path) -> None:
    """The command gives a memory for a journal, whatever lies in the learner's own."""
    own = Journal(tmp_path / "own")
    own.record(LESSON, "wall", "informal", fingerprint="f", language="sv", words="x")
    page = start(MemoryStore(), present=LESSON).ask(f"/course/sv/present/{LESSON}").text
    assert '"answered": true' not in page
