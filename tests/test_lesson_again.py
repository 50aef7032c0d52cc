"""A final test and a self-assessment made again, as a lesson uses them; the journal remembers."""

import shutil
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from course.content.course import Course
from course.journal import Journal
from course.lesson import Lesson
from course.paths import LANGUAGES, ROOT
from course.widgets.card import Card
from course.words import say

LESSON = "99-tried"
HEAD = """\
title: {sv: Rubrik, en: Title}
prompt: {sv: Svara., en: Answer.}
objective: {sv: Du kan svara., en: You can answer.}
minutes: 2
"""
FINAL = f"id: final\nkind: test\n{HEAD}bank: bank\ndraw: 4\nmastery: 0.75\n"
AGAIN = f"id: again\nkind: scale\n{HEAD}again: 00-start/climate\n"

Send = Callable[[Card, object], Any]


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """A course with a lesson more, which has a test of six questions and a scale made again."""
    folder = tmp_path / "overlay" / "exercises" / LESSON
    shutil.copytree(ROOT / "course/kinds/test/beside/bank", folder / "bank")
    (folder / "final.yml").write_text(FINAL, encoding="utf-8")
    (folder / "again.yml").write_text(AGAIN, encoding="utf-8")
    return Course.open(ROOT, tmp_path / "overlay")


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "journal")


@pytest.fixture
def final(course: Course, journal: Journal) -> Callable[..., Card]:
    """Opens the test: ``final()``, or ``final("sv")``, as a page that is loaded does."""
    return lambda language="en": lesson(course, journal, language).exercise("final")


def lesson(course: Course, journal: Journal, language: str = "en", id: str = LESSON) -> Lesson:
    return Lesson(id, language, journal=journal, course=course)


def send(card: Card, attempt: dict[str, Any], *options: str) -> Any:
    sent = {"seed": attempt["seed"], "drawn": attempt["drawn"], "given": list(options)}
    card._handle_custom_msg({"do": "answer", "answer": sent, "n": 1}, [])
    return card.state


def rightly(course: Course, attempt: dict[str, Any]) -> list[str]:
    """The right options of an attempt, from the files of the bank."""
    test: Any = course.exercise(LESSON, "final")
    options = {one.id: one.exercise.options for one in test.questions}
    return [next(o.id for o in options[id] if o.right) for id in attempt["drawn"]]


def told(card: Card) -> str:
    """All that a page has been given, as text."""
    return str([card.task, card.state])


def reasons(course: Course, language: str) -> dict[tuple[str, str], str]:
    test: Any = course.exercise(LESSON, "final")
    return {
        (question.id, option.id): option.feedback.in_language(language)
        for question in test.questions
        for option in question.exercise.options
    }


# --- the test -------------------------------------------------------------------------------------


def test_it_begins_with_an_attempt_of_its_own_and_nothing_is_kept(
    final: Callable[..., Card], journal: Journal
) -> None:
    card = final()
    assert card.state["answered"] is False
    attempt = card.state["fresh"]
    assert len(attempt["drawn"]) == 4
    assert attempt["next"]["question"] == attempt["drawn"][0]
    assert final("sv").state == card.state, "the same questions in both languages, and on a reload"
    assert journal.events() == ()


def test_learners_draw_differently_once_they_have_answered_anything(
    course: Course, tmp_path: Path
) -> None:
    draws = set()
    for n in range(10):
        journal = Journal(tmp_path / f"learner-{n}")
        journal.record("00-start", "goal", "culture", fingerprint="f", language="en")
        card = lesson(course, journal).exercise("final")
        draws.add(tuple(card.state["fresh"]["drawn"]))
    # By hand: of 216 draws, ten alike have a chance of 216 to the power of -9.
    assert len(draws) > 1


@pytest.mark.parametrize(
    ("language", "known", "unknown"),
    [
        ("sv", "Lektion 0: Börja här", "Lektion 6"),
        ("en", "Lesson 0: Start here", "Lesson 6"),
    ],
)
def test_the_lessons_that_it_leads_back_to_are_named(
    tmp_path: Path, course: Course, journal: Journal, language: str, known: str, unknown: str
) -> None:
    """By number and title; by the number alone where the course has not built the lesson."""
    alone = Course.open(tmp_path / "overlay")
    for of, names in ((course, [known]), (alone, [unknown])):
        card = lesson(of, journal, language).exercise("final")
        assert set(names) <= {one["text"] for one in card.task["lessons"]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_answer_brings_its_own_reason_and_no_other(
    final: Callable[..., Card], course: Course, language: str
) -> None:
    card = final(language)
    attempt = card.state["fresh"]
    words = reasons(course, language)
    assert [reason for reason in words.values() if reason in told(card)] == []
    answers = rightly(course, attempt)
    for n in range(1, 4):
        send(card, attempt, *answers[:n])
        (said,) = card.state["verdict"]["said"]
        assert said["text"] == words[attempt["drawn"][n - 1], answers[n - 1]]
        heard = {reason for reason in words.values() if reason in told(card)}
        assert heard == {said["text"]}
        assert set(card.state["verdict"]["detail"]) == {"ended", "here", "next"}


def test_whoever_stops_in_the_middle_finds_the_same_question(
    final: Callable[..., Card], course: Course
) -> None:
    card = final()
    attempt = card.state["fresh"]
    first, second, *_ = rightly(course, attempt)
    send(card, attempt, first)
    send(card, attempt, first, second)
    again = final("sv")
    assert again.state["answer"] == {
        "seed": attempt["seed"],
        "drawn": attempt["drawn"],
        "given": [first, second],
    }
    assert again.state["verdict"]["detail"] == card.state["verdict"]["detail"]
    assert again.state["verdict"]["detail"]["next"]["question"] == attempt["drawn"][2]
    assert "fresh" not in again.state


def test_every_answer_is_an_event_and_only_the_last_has_a_score(
    final: Callable[..., Card], course: Course, journal: Journal
) -> None:
    card = final()
    attempt = card.state["fresh"]
    answers = rightly(course, attempt)
    for n in range(1, 5):
        send(card, attempt, *answers[:n])
    assert [len(event.answer["given"]) for event in journal.events()] == [1, 2, 3, 4]
    unjudged = {"right": None, "score": None}
    assert [event.verdict for event in journal.events()] == [
        *[unjudged] * 3,
        {"right": True, "score": 1.0},
    ]


def test_after_the_end_there_are_new_questions_as_often_as_one_likes(
    final: Callable[..., Card], course: Course
) -> None:
    card, seeds, seen = final(), set(), Counter[str]()
    for _ in range(6):
        attempt = card.state["fresh"]
        least = min(seen[id] for id in card.task["questions"])
        new = [id for id in card.task["questions"] if seen[id] == least]
        # By hand: each lesson has three questions and gives two, so two of the least seen fit in.
        assert len(set(attempt["drawn"]) & set(new)) >= min(2, len(new))
        seeds.add(attempt["seed"])
        seen.update(attempt["drawn"])
        send(card, attempt, *rightly(course, attempt))
        assert final().state["fresh"] == card.state["fresh"], "a reload changes nothing"
    assert len(seeds) == 6
    # By hand: 24 answers to six questions, evenly.
    assert set(seen.values()) == {4}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_that_is_missing_is_asked_for_and_nothing_is_kept(
    final: Callable[..., Card], journal: Journal, language: str
) -> None:
    card = final(language)
    attempt = card.state["fresh"]
    assert send(card, attempt, "")["problem"] == say("answer.choose-one", language)
    assert send(card, attempt, "not-an-option")["problem"] == say("answer.unknown-option", language)
    assert journal.events() == ()


def test_an_attempt_whose_questions_are_gone_gives_way_to_a_new_one(
    final: Callable[..., Card], course: Course
) -> None:
    card = final()
    attempt = card.state["fresh"]
    send(card, attempt, *rightly(course, attempt)[:2])
    (gone,) = course.find_exercises(f"{LESSON}/bank/*/{attempt['drawn'][0]}.yml")
    gone.unlink()
    assert final().state["answered"] is False
    assert final().state["changed"] is True
    assert attempt["drawn"][0] not in final().state["fresh"]["drawn"]


# --- a self-assessment made again -----------------------------------------------------------------


def profile_of(card: Card) -> Any:
    return card.state["verdict"]["detail"]["picture"]


def assess(card: Card, point: int) -> None:
    given = {item["id"]: point for area in card.task["areas"] for item in area["items"]}
    card._handle_custom_msg({"do": "answer", "answer": given, "n": 1}, [])


def test_the_first_profile_stands_beside_the_one_made_now(course: Course, tmp_path: Path) -> None:
    september = Journal(tmp_path / "journal", clock=lambda: datetime(2026, 9, 14, 12, tzinfo=UTC))
    assess(lesson(course, september, id="00-start").exercise("climate"), 2)
    journal = Journal(tmp_path / "journal")
    assess(lesson(course, journal, id="00-start").exercise("climate"), 5)
    card = lesson(course, journal).exercise("again")
    assert "picture" not in str(card.state)
    assess(card, 4)
    picture = profile_of(card)
    assert picture["table"]["columns"] == ["Area", "Then, 14 September 2026", "Now"]
    # The first answer counts as before, not the later one of 5.
    assert {tuple(row[1:]) for row in picture["table"]["rows"]} == {("2.0", "4.0")}
    assert "Higher does not mean better" in picture["caption"]
    assert "better" not in picture["message"]
    assert card.state["verdict"]["right"] is None
    again = lesson(course, journal, "sv").exercise("again")
    assert profile_of(again)["table"]["columns"] == ["Område", "Då, 14 september 2026", "Nu"]


def test_without_an_earlier_answer_there_is_the_profile_alone(
    course: Course, journal: Journal
) -> None:
    card = lesson(course, journal).exercise("again")
    assess(card, 3)
    picture = profile_of(card)
    assert picture["table"]["columns"] == ["Area", "Mean"]
    assert picture["caption"].startswith(say("profile.no-before", "en"))


def test_an_earlier_answer_that_cannot_be_read_is_passed_over(
    course: Course, journal: Journal
) -> None:
    journal.record("00-start", "climate", {"of-old": 3}, fingerprint="f", language="en")
    assess(lesson(course, journal, id="00-start").exercise("climate"), 2)
    card = lesson(course, journal).exercise("again")
    assess(card, 4)
    assert {tuple(row[1:]) for row in profile_of(card)["table"]["rows"]} == {("2.0", "4.0")}
