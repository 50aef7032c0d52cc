"""The learner's own plan: what was chosen and written, and nothing else. On a small course."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from course.content.course import Course, ours
from course.journal import Journal
from course.paths import LANGUAGES
from course.portfolio.plan import GOAL, NINETY_DAYS, Item, Plan, Section, collected, html, plain
from course.words import say
from tests.small_course import choice, made, text, write_exercise, write_lesson


def fields(*ids: str) -> list[dict[str, Any]]:
    return [
        {"id": id, "text": text(id), "hint": text(f"hint {id}"), "model": text(f"model {id}")}
        for id in ids
    ]


LESSONS = {
    "00-start": [
        choice(GOAL[1]),
        choice("knowledge", right="a"),
        made("thought", "reflection", after=text("after")),
    ],
    "03-culture": [
        choice("first-act"),
        made("card", "canvas", fields=fields("who", "when"), after=text("after")),
    ],
    "10-your-plan": [
        made(NINETY_DAYS[1], "canvas", fields=fields("problem", "stop"), after=text("after"))
    ],
}


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """A small course."""
    folder = tmp_path / "course"
    for lesson, exercises in LESSONS.items():
        listed = [(one["id"], 2, True) for one in exercises]
        write_lesson(folder, lesson, f"Title of {lesson}", 20, listed)
        for one in exercises:
            write_exercise(folder, lesson, one)
    return Course.open(folder)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path)


@pytest.fixture
def answer(journal: Journal) -> Callable[..., None]:
    def record(lesson: str, id: str, given: Any) -> None:
        journal.record(lesson, id, given, fingerprint="f", language="sv")

    return record


Answer = Callable[..., None]


@pytest.fixture
def answered(answer: Answer) -> None:
    """Everything is answered, the goal twice."""
    answer(*GOAL, "a")
    answer("00-start", "knowledge", "a")
    answer("00-start", "thought", "A thought\nin two lines")
    answer("03-culture", "first-act", "b")
    answer("03-culture", "card", {"who": "The four"})
    answer(*NINETY_DAYS, {"problem": "Eight faces"})
    answer(*GOAL, "b")


@pytest.mark.usefixtures("answered")
def test_it_holds_what_was_chosen_and_written(journal: Journal, course: Course) -> None:
    plan = collected(journal, course, "en")
    assert plan.goal == Section(
        "My goal", "00-start", (Item("title of goal en", "text b en", "why b en"),)
    )
    assert plan.ninety_days == Section(
        "My 90\u00a0days", "10-your-plan", (Item("problem en", "Eight faces"), Item("stop en", ""))
    )
    assert plan.lessons == (
        Section(
            "Lesson 0: Title of 00-start",
            "00-start",
            (Item("title of thought en", "A thought\nin two lines"),),
        ),
        Section(
            "Lesson 3: Title of 03-culture",
            "03-culture",
            (
                Item("title of first-act en", "text b en"),
                Item("who en", "The four"),
                Item("when en", ""),
            ),
        ),
    )
    assert not plan.is_empty


@pytest.mark.usefixtures("answered")
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_has_a_right_answer_is_in_it(
    journal: Journal, course: Course, language: str
) -> None:
    plan = collected(journal, course, language)
    for written in (plain(plan.sections, language), html(plan.sections, language, str)):
        assert "knowledge" not in written
        assert "why a" not in written
        assert "model" not in written


@pytest.mark.parametrize("language", LANGUAGES)
def test_when_nothing_is_answered_it_says_so_and_where_to_begin(
    journal: Journal, course: Course, language: str
) -> None:
    plan = collected(journal, course, language)
    assert plan.is_empty
    assert plan.lessons == ()
    assert say("plan.nothing-yet", language) in plain(plan.sections, language)
    assert re.findall(r'href="([^"]+)"', html(plan.sections, language, str)) == [
        "00-start",
        "10-your-plan",
    ]
    assert "href" not in html(plan.sections, language)


def test_a_course_without_these_lessons_has_an_empty_plan(journal: Journal, tmp_path: Path) -> None:
    plan = collected(journal, Course.open(tmp_path), "sv")
    assert plan == Plan(None, None, ())
    assert plan.is_empty
    assert plain(plan.sections, "sv") == ""
    assert html(plan.sections, "sv", str) == ""


def test_a_file_with_faults_hides_no_other(
    journal: Journal, course: Course, answer: Answer
) -> None:
    answer("00-start", "thought", "A thought")
    answer("03-culture", "first-act", "b")
    course.file("exercises/00-start/thought.yml").write_text("kind: reflection\n", "utf-8")
    assert [section.lesson for section in collected(journal, course, "sv").lessons] == [
        "03-culture"
    ]


def test_an_answer_that_the_exercise_cannot_read_any_more_gives_way_to_an_earlier(
    journal: Journal, course: Course, answer: Answer
) -> None:
    answer("03-culture", "first-act", "a")
    answer("03-culture", "first-act", "of-old")
    (section,) = collected(journal, course, "en").lessons
    assert section.items[0].words == "text a en"


@pytest.mark.usefixtures("answered")
def test_in_plain_text_each_heading_is_underlined_and_a_blank_has_room(
    journal: Journal, course: Course
) -> None:
    lines = plain(collected(journal, course, "en").sections, "en").splitlines()
    assert lines[:3] == ["My goal", "-------", ""]
    assert lines[lines.index("stop en") + 1] == "_" * 40
    assert lines[lines.index("title of thought en") + 1 :][:2] == ["A thought", "in two lines"]


EVIL = "<script>alert(1)</script> & \"you\" 'me'"


class Words(HTMLParser):
    def __init__(self, written: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []
        self.feed(written)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_no_word_of_the_learner_is_markup() -> None:
    section = Section(EVIL, EVIL, (Item(EVIL, EVIL, EVIL),))
    empty = Section(EVIL, '"><script>', ())
    parsed = Words(html((section, empty, section), "sv", str))
    assert set(parsed.tags) == {"h2", "dl", "div", "dt", "dd", "p", "a"}
    assert parsed.words.count(EVIL) == 9


@pytest.mark.parametrize(("lesson", "id"), [GOAL, NINETY_DAYS])
def test_the_goal_and_the_plan_are_where_they_are_looked_for(lesson: str, id: str) -> None:
    assert id in ours().exercises(lesson)
