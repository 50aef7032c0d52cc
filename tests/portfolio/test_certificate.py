"""The certificate: only when everything is done, and until then what is left. A small course."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from course.content.course import Course
from course.journal import Journal
from course.portfolio.certificate import (
    Certificate,
    Left,
    LessonLeft,
    LessonTaken,
    NotMastered,
    certificate,
)
from tests.small_course import choice, made, write_exercise, write_lesson

BEGAN = datetime(2026, 9, 14, 12, tzinfo=UTC)


def write_start(folder: Path, *, more_is_core: bool = False) -> None:
    listed = [("first", 5, True), ("more", 8, more_is_core)]
    write_lesson(folder, "00-start", "Start here", 25, listed)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a small course: a lesson of two exercises, and one with a test."""
    folder = tmp_path / "course"
    write_start(folder)
    for id in ("first", "more"):
        write_exercise(folder, "00-start", choice(id, right="a"))
    write_lesson(folder, "10-your-plan", "Your plan", 45, [("final", 15, True)])
    test = made("final", "test", bank="bank", draw=4, mastery=0.75)
    write_exercise(folder, "10-your-plan", test)
    for id in ("q1", "q2", "q3", "q4"):
        write_exercise(folder, "10-your-plan/bank/00-start", choice(id, right="a"))
    return folder


@pytest.fixture
def course(folder: Path) -> Course:
    return Course.open(folder)


class Calendar:
    """A clock that says noon on some day after the beginning."""

    day = 0

    def __call__(self) -> datetime:
        return BEGAN + timedelta(days=self.day)


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def journal(tmp_path: Path, calendar: Calendar) -> Journal:
    return Journal(tmp_path, clock=calendar)


Answer = Callable[..., None]


@pytest.fixture
def answer(journal: Journal, calendar: Calendar) -> Answer:
    """``answer(3, "00-start", "first", "a", right=True)`` on the third day after the beginning."""

    def record(day: int, lesson: str, id: str, given: Any, **verdict: Any) -> None:
        calendar.day = day
        journal.record(lesson, id, given, verdict=verdict, fingerprint="f", language="en")

    return record


def attempt(options: str, seed: int = 1) -> dict[str, Any]:
    return {"seed": seed, "drawn": ["q1", "q2", "q3", "q4"], "given": list(options)}


@pytest.fixture
def taken(answer: Answer) -> None:
    """All that is needed: the core on the first day, the test mastered on the tenth."""
    answer(1, "00-start", "first", "b", right=False, score=0)
    answer(9, "10-your-plan", "final", attempt("bbbb"), right=False, score=0)
    answer(10, "10-your-plan", "final", attempt("aaab", 2), right=True, score=0.75)


@pytest.mark.usefixtures("taken")
def test_it_tells_what_was_done_how_long_it_takes_and_when(
    journal: Journal, course: Course
) -> None:
    assert certificate(journal, course, "en") == Certificate(
        # One exercise was passed over; the notebooks of the small course have no text.
        lessons=(LessonTaken("Start here", (), False), LessonTaken("Your plan", (), True)),
        # By hand: 25 minutes without the 8 of the exercise that was passed over, and 45.
        minutes=62,
        measured=0,  # a day and more lies between all that was done
        began=date(2026, 9, 15),
        day=date(2026, 9, 24),
        tests=((3, 4),),
    )


@pytest.mark.usefixtures("taken")
def test_what_is_done_later_changes_minutes_and_not_the_day(
    journal: Journal, course: Course, answer: Answer
) -> None:
    answer(30, "00-start", "first", "a", right=True, score=1)
    answer(30, "00-start", "more", "a", right=True, score=1)
    answer(40, "10-your-plan", "final", attempt("bbbb", 3), right=False, score=0)
    answer(41, "10-your-plan", "final", attempt("aaaa", 4), right=True, score=1)
    journal.record_place("00-start", "c01", language="en")
    earned = certificate(journal, course, "en")
    assert isinstance(earned, Certificate), "what was mastered once stays so"
    assert earned.minutes == 70
    assert [one.whole for one in earned.lessons] == [True, True]
    assert earned.day == date(2026, 9, 24)


@pytest.mark.usefixtures("taken")
def test_the_last_thing_needed_gives_the_day(
    journal: Journal, folder: Path, course: Course, answer: Answer
) -> None:
    answer(50, "00-start", "more", "a")
    write_start(folder, more_is_core=True)
    earned = certificate(journal, course, "en")
    assert isinstance(earned, Certificate)
    assert earned.day == date(2026, 11, 3)


def test_at_first_everything_is_left(journal: Journal, course: Course) -> None:
    # By hand: the core path is the reading (25 - 5 - 8) and 5; all 45 of the other.
    assert certificate(journal, course, "sv") == Left(
        lessons=(
            LessonLeft("00-start", "Start here", 17, ("title of first sv",)),
            LessonLeft("10-your-plan", "Your plan", 45, ("title of final sv",)),
        ),
        tests=(NotMastered("10-your-plan", "title of final sv", 3, 4, None),),
        minutes=62,
    )


def test_a_lesson_that_is_done_is_not_told_of(
    journal: Journal, course: Course, answer: Answer
) -> None:
    answer(1, "00-start", "first", "b")
    left = certificate(journal, course, "en")
    assert isinstance(left, Left)
    assert [one.id for one in left.lessons] == ["10-your-plan"]


@pytest.mark.parametrize(
    ("attempts", "best"),
    [(["a"], None), (["bbbb"], 0), (["abbb", "aabb", "abbb"], 2), (["aabb", "aaa"], 2)],
)
def test_a_test_that_is_not_mastered_is_all_that_is_left(
    journal: Journal, course: Course, answer: Answer, attempts: list[str], best: int | None
) -> None:
    answer(1, "00-start", "first", "b")
    for seed, options in enumerate(attempts):
        ended = len(options) == 4
        answer(
            2, "10-your-plan", "final", attempt(options, seed),
            right=False if ended else None, score=None,
        )  # fmt: skip
    left = certificate(journal, course, "en")
    assert isinstance(left, Left)
    assert left.lessons == ()
    assert left.tests == (NotMastered("10-your-plan", "title of final en", 3, 4, best),)


@pytest.mark.usefixtures("taken")
def test_a_test_that_is_mastered_is_not_left(
    journal: Journal, folder: Path, course: Course
) -> None:
    write_lesson(folder, "05-more", "More", 10)
    left = certificate(journal, course, "en")
    assert left == Left((LessonLeft("05-more", "More", 10, ()),), (), 10)


def test_a_right_answer_elsewhere_masters_no_test(
    journal: Journal, course: Course, answer: Answer
) -> None:
    answer(1, "00-start", "first", "a", right=True, score=1)
    answer(1, "10-your-plan", "other", "a", right=True, score=1)
    assert isinstance(certificate(journal, course, "en"), Left)


def test_a_course_without_lessons_gives_none(journal: Journal, tmp_path: Path) -> None:
    assert certificate(journal, Course.open(tmp_path), "en") == Left((), (), 0)


def test_a_file_with_faults_is_left_by_its_name(journal: Journal, course: Course) -> None:
    course.file("exercises/00-start/first.yml").write_text("kind: choice\n", "utf-8")
    left = certificate(journal, course, "en")
    assert isinstance(left, Left)
    assert left.lessons[0].exercises == ("first",)


@pytest.mark.usefixtures("taken")
def test_a_lesson_without_a_core_counts_when_it_was_visited(
    journal: Journal, folder: Path, course: Course, calendar: Calendar
) -> None:
    write_lesson(folder, "05-reading", "Reading", 10)
    assert isinstance(certificate(journal, course, "en"), Left)
    calendar.day = 60
    journal.record_place("05-reading", "c01", language="en")
    earned = certificate(journal, course, "en")
    assert isinstance(earned, Certificate)
    assert earned.day == date(2026, 11, 13)


# --- a lesson that came later ---------------------------------------------------------------------


def add_lesson(folder: Path, day: str) -> None:
    """A lesson of one exercise, which learners have from a day; all was done on 24 September."""
    write_lesson(folder, "11-later", "Later", 12, [("new", 4, True)], added=day)
    write_exercise(folder, "11-later", choice("new", right="a"))


@pytest.mark.usefixtures("taken")
def test_whoever_had_it_before_a_lesson_was_added_keeps_it(
    journal: Journal, folder: Path, course: Course
) -> None:
    before = certificate(journal, course, "en")
    add_lesson(folder, "2026-09-25")
    assert certificate(journal, course, "en") == before


@pytest.mark.usefixtures("taken")
@pytest.mark.parametrize("day", ["2026-09-24", "2026-09-01"])
def test_whoever_was_not_done_that_day_takes_the_new_lesson_too(
    journal: Journal, folder: Path, course: Course, answer: Answer, day: str
) -> None:
    add_lesson(folder, day)
    left = certificate(journal, course, "en")
    assert isinstance(left, Left)
    assert [one.id for one in left.lessons] == ["11-later"]
    answer(30, "11-later", "new", "a", right=True, score=1)
    earned = certificate(journal, course, "en")
    assert isinstance(earned, Certificate)
    assert earned.day == date(2026, 10, 14)
    assert len(earned.lessons) == 3


@pytest.mark.usefixtures("taken")
def test_a_new_lesson_that_is_taken_stands_on_it_and_the_day_stays(
    journal: Journal, folder: Path, course: Course, answer: Answer
) -> None:
    add_lesson(folder, "2026-09-25")
    answer(30, "11-later", "new", "a", right=True, score=1)
    earned = certificate(journal, course, "en")
    assert isinstance(earned, Certificate)
    assert [one.title for one in earned.lessons] == ["Start here", "Your plan", "Later"]
    assert earned.day == date(2026, 9, 24)


@pytest.mark.usefixtures("taken")
def test_a_test_in_a_new_lesson_takes_no_certificate_away(
    journal: Journal, folder: Path, course: Course
) -> None:
    write_lesson(folder, "11-later", "Later", 12, [("new", 4, True)], added="2026-09-25")
    write_exercise(folder, "11-later", made("new", "test", bank="../10-your-plan/bank", draw=4))
    assert isinstance(certificate(journal, course, "en"), Certificate)
