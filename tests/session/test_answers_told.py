"""My answers, in words: how often an exercise was answered, where each question is an answer."""

import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from course.content.course import Course, ours
from course.journal import Journal
from course.kinds import KINDS
from course.paths import ROOT
from course.session import answers
from course.session.work import Work
from course.words import dated, say
from tests.small_course import FINAL_TEST, choice, rewrite, write_exercise, write_lesson

LESSON = "99-tried"


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """A course of one lesson, which has a test."""
    exercises = tmp_path / "exercises"
    shutil.copytree(ROOT / "course/kinds/test/beside/bank", exercises / LESSON / "bank")
    (exercises / LESSON / "final.yml").write_text(FINAL_TEST, encoding="utf-8")
    write_lesson(tmp_path, LESSON, "Tried", 20, [("final", 2, True)])
    return Course.open(tmp_path)


def test_a_test_was_answered_as_often_as_it_was_begun(course: Course, tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal")
    whole = KINDS["test"].key(course.exercise(LESSON, "final"))

    def give(n: int, seed: int) -> list[Any]:
        attempt = {**whole, "seed": seed, "given": whole["given"][:n]}
        journal.record(LESSON, "final", attempt, fingerprint="f", language="en")
        (lesson,) = answers.told(course, journal, "en")
        (row,) = lesson["answers"]
        return [row["times"], row["words"].splitlines()[0]]

    assert give(1, seed=1) == ["", "1 of 4 questions answered"]
    assert give(2, seed=1) == ["", "2 of 4 questions answered"]
    assert give(4, seed=1) == ["", "4 of 4 correct"]
    assert give(1, seed=2) == ["answered 2 times", "1 of 4 questions answered"]


def test_an_answer_is_told_as_it_was_given_where_the_words_are_mended_later(
    course: Course, tmp_path: Path
) -> None:
    """In the language that it was given in; in the other, of which it has no words, as of now."""
    write_exercise(tmp_path, LESSON, choice("one", right="a"))
    write_lesson(tmp_path, LESSON, "Tried", 20, [("one", 2, True)])
    journal = Journal(tmp_path / "journal")
    work = Work(course, journal, course.exercise(LESSON, "one"), "en")
    list(work.handle({"do": "answer", "answer": "a"}))

    def words(language: str) -> str:
        (lesson,) = answers.told(course, journal, language)
        (row,) = lesson["answers"]
        return str(row["words"])

    before = words("en"), words("sv")
    file = course.file(f"exercises/{LESSON}/one.yml")
    for one in before:
        rewrite(file, one, f"{one}, and more")
    assert (words("en"), words("sv")) == (before[0], f"{before[1]}, and more")


def test_it_is_told_what_is_worth_a_second_look(course: Course, tmp_path: Path) -> None:
    for id in ("one", "two"):
        write_exercise(tmp_path, LESSON, choice(id, right="a"))
    write_lesson(tmp_path, LESSON, "Tried", 20, [("one", 2, True), ("two", 2, True)])
    journal = Journal(tmp_path / "journal")
    for id, option in (("one", "a"), ("two", "b")):
        work = Work(course, journal, course.exercise(LESSON, id), "en")
        list(work.handle({"do": "answer", "answer": option}))
    told = answers.told(course, journal, "en")
    assert [(row["id"], row["missed"]) for row in told[0]["answers"]] == [
        ("one", False),
        ("two", True),
    ]
    assert {row["kind"] for row in told[0]["answers"]} == {say("card.kind-choice", "en")}
    last = dated(datetime.now().astimezone().date(), "en")
    assert answers.summary(told, "en") == [
        say("answers.so-far", "en", n=2, lessons=1, last=last),
        say("answers.again", "en", missed=1, unsure=0),
    ]
    assert answers.summary([], "en") == []


def test_nothing_is_told_of_what_was_not_answered(course: Course, tmp_path: Path) -> None:
    assert answers.told(course, Journal(tmp_path / "journal"), "sv") == []


def test_the_first_way_through_a_conversation_is_told_beside_the_latest(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal")
    lesson, id = "02-whose-value", "relatives-tasks"
    given = [["voluntary"], ["voluntary", "others-manage"]]

    def row() -> Any:
        for answer in given:
            journal.record(lesson, id, answer, fingerprint="f", language="en")
        (told,) = answers.told(ours(), journal, "en")
        (only,) = told["answers"]
        return only

    once = row()
    assert (once["first"], once["times"]) == ("", "")
    given = [["what-wanted"]]
    later = row()
    assert later["first"].splitlines()[1] == "“The other relatives haven’t said anything.”"
    assert later["words"] == "“What was it you wanted more of a say in?”"
    assert later["times"] == "answered 2 times"


def test_the_first_answer_to_a_deck_stays_and_is_told_as_the_first(tmp_path: Path) -> None:
    """What was known before anything was told; an answer alone is told as it always was."""
    course, journal = ours(), Journal(tmp_path / "journal")
    place, kind = ("01-what-counts", "vignettes"), KINDS["sort"]
    exercise = course.exercise(*place)
    key = kind.key(exercise)
    wrong = {card: next(group for group in key.values() if group != key[card]) for card in key}

    def told(answer: dict[str, str]) -> dict[str, str]:
        said = {"language": "en", "words": words(answer)}
        journal.record(*place, answer, fingerprint=exercise.fingerprint, **said)
        (lesson,) = answers.told(course, journal, "en")
        (row,) = lesson["answers"]
        return {name: row[name] for name in ("first", "words")}

    def words(answer: dict[str, str]) -> str:
        return kind.recall(exercise, answer, "en")

    assert told(wrong) == {"first": "", "words": words(wrong)}
    assert told(key) == {"first": words(wrong), "words": words(key)}


def test_how_sure_one_was_is_told_in_the_order_of_time_by_the_first_answers(
    tmp_path: Path,
) -> None:
    course, journal = ours(), Journal(tmp_path)
    found = [
        (lesson, id)
        for lesson in course.lessons()
        for id in course.exercises(lesson)
        if course.exercise(lesson, id).kind == "confidence"
    ]
    assert len(found) > 1
    assert answers.calibration(answers.told(course, journal, "en"), "en") == ""
    for place, sure in ((found[1], 90), (found[0], 60), (found[1], 50)):  # the last is no first one
        key = KINDS["confidence"].key(course.exercise(*place))
        given = {one: {**said, "sure": sure} for one, said in key.items()}
        journal.record(*place, given, fingerprint="f", language="en")
    lessons = answers.told(course, journal, "en")
    rows = [row["sure"] for lesson in lessons for row in lesson["answers"]]
    assert [(row["sure"], row["right"]) for row in rows] == [(60, 100), (90, 100)]
    told = answers.calibration(lessons, "en")
    day = dated(datetime.now().astimezone().date(), "en")
    titles = [course.exercise(*place).title.in_language("en") for place in (found[0], found[1])]
    lines = told.split("\n")[1:]  # the earliest first: both are of today, and stand as the lessons
    assert lines == [
        f"{titles[0]}, {day}: 60% sure, 100% right",
        f"{titles[1]}, {day}: 90% sure, 100% right",
    ]
    assert told in answers.summary(lessons, "en")
