"""The certificate: only when everything is done, and until then what is left. A small course."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, frozen

from course.errors import CourseError
from course.journal import Journal, LessonPlan, PlannedExercise
from course.material.exercise import Exercise
from course.material.reading import build, joined
from course.portfolio import certificate as certificates
from course.portfolio.certificate import Certificate, Left, LessonLeft, NotMastered, certificate


@frozen
class Listed:
    """A lesson as the course lists it."""

    id: str
    title: str
    minutes: int
    plan: LessonPlan


def text(words: str) -> dict[str, str]:
    return {"sv": f"{words} sv", "en": f"{words} en"}


def made(id: str, kind: str, **fields: Any) -> Exercise:
    head = {name: text(f"{name} of {id}") for name in ("title", "prompt", "objective")}
    return build({"id": id, "kind": kind, "minutes": 5, **head, **fields})


def choice(id: str) -> Exercise:
    options = [
        {"id": one, "text": text(one), "feedback": text(f"why {one}"), "right": one == "a"}
        for one in "ab"
    ]
    return made(id, "choice", options=options)


BANK = {Path(f"bank/00-start/{id}.yml"): choice(id) for id in ("q1", "q2", "q3", "q4")}
TEST = joined(made("final", "test", bank="bank", draw=4, mastery=0.75), BANK)
COURSE = {
    ("00-start", "first"): choice("first"),
    ("00-start", "more"): choice("more"),
    ("10-your-plan", "final"): TEST,
}
LESSONS = [
    Listed(
        "00-start",
        "Start here",
        25,
        LessonPlan(
            "00-start", 25, (PlannedExercise("first", 5, True), PlannedExercise("more", 8, False))
        ),
    ),
    Listed(
        "10-your-plan",
        "Your plan",
        45,
        LessonPlan("10-your-plan", 45, (PlannedExercise("final", 15, True),)),
    ),
]
BEGAN = datetime(2026, 9, 14, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def course(monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, str], Exercise]:
    """The small course in place of the real one."""
    exercises = dict(COURSE)

    def load(lesson: str, id: str) -> Exercise:
        if (lesson, id) not in exercises:
            raise CourseError("unknown-exercise", lesson=lesson, given=id, known="")
        return exercises[lesson, id]

    monkeypatch.setattr(certificates, "load", load)
    return exercises


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
def test_it_tells_what_was_done_how_long_it_takes_and_when(journal: Journal) -> None:
    assert certificate(journal, LESSONS, "en") == Certificate(
        lessons=("Start here", "Your plan"),
        # By hand: 25 minutes without the 8 of the exercise that was passed over, and 45.
        minutes=62,
        day=date(2026, 9, 24),
        tests=((3, 4),),
    )


@pytest.mark.usefixtures("taken")
def test_what_is_done_later_changes_minutes_and_not_the_day(
    journal: Journal, answer: Answer
) -> None:
    answer(30, "00-start", "first", "a", right=True, score=1)
    answer(30, "00-start", "more", "a", right=True, score=1)
    answer(40, "10-your-plan", "final", attempt("bbbb", 3), right=False, score=0)
    answer(41, "10-your-plan", "final", attempt("aaaa", 4), right=True, score=1)
    journal.record_place("00-start", "c01", language="en")
    earned = certificate(journal, LESSONS, "en")
    assert isinstance(earned, Certificate), "what was mastered once stays so"
    assert earned.minutes == 70
    assert earned.day == date(2026, 9, 24)


@pytest.mark.usefixtures("taken")
def test_the_last_thing_needed_gives_the_day(journal: Journal, answer: Answer) -> None:
    answer(50, "00-start", "more", "a")
    more_is_core = evolve(
        LESSONS[0].plan,
        exercises=tuple(evolve(one, core=True) for one in LESSONS[0].plan.exercises),
    )
    lessons = [evolve(LESSONS[0], plan=more_is_core), LESSONS[1]]
    earned = certificate(journal, lessons, "en")
    assert isinstance(earned, Certificate)
    assert earned.day == date(2026, 11, 3)


def test_at_first_everything_is_left(journal: Journal) -> None:
    # By hand: the core path is the reading (25 - 5 - 8) and 5; all 45 of the other.
    assert certificate(journal, LESSONS, "sv") == Left(
        lessons=(
            LessonLeft("00-start", "Start here", 17, ("title of first sv",)),
            LessonLeft("10-your-plan", "Your plan", 45, ("title of final sv",)),
        ),
        tests=(NotMastered("10-your-plan", "title of final sv", 3, 4, None),),
        minutes=62,
    )


def test_a_lesson_that_is_done_is_not_told_of(journal: Journal, answer: Answer) -> None:
    answer(1, "00-start", "first", "b")
    left = certificate(journal, LESSONS, "en")
    assert isinstance(left, Left)
    assert [one.id for one in left.lessons] == ["10-your-plan"]


@pytest.mark.parametrize(
    ("attempts", "best"),
    [(["a"], None), (["bbbb"], 0), (["abbb", "aabb", "abbb"], 2), (["aabb", "aaa"], 2)],
)
def test_a_test_that_is_not_mastered_is_all_that_is_left(
    journal: Journal, answer: Answer, attempts: list[str], best: int | None
) -> None:
    answer(1, "00-start", "first", "b")
    for seed, options in enumerate(attempts):
        ended = len(options) == 4
        answer(
            2, "10-your-plan", "final", attempt(options, seed),
            right=False if ended else None, score=None,
        )  # fmt: skip
    left = certificate(journal, LESSONS, "en")
    assert isinstance(left, Left)
    assert left.lessons == ()
    assert left.tests == (NotMastered("10-your-plan", "title of final en", 3, 4, best),)


@pytest.mark.usefixtures("taken")
def test_a_test_that_is_mastered_is_not_left(journal: Journal) -> None:
    more = Listed("05-more", "More", 10, LessonPlan("05-more", 10, ()))
    left = certificate(journal, [*LESSONS, more], "en")
    assert left == Left((LessonLeft("05-more", "More", 10, ()),), (), 10)


def test_a_right_answer_elsewhere_masters_no_test(journal: Journal, answer: Answer) -> None:
    answer(1, "00-start", "first", "a", right=True, score=1)
    answer(1, "10-your-plan", "other", "a", right=True, score=1)
    assert isinstance(certificate(journal, LESSONS, "en"), Left)


def test_a_course_without_lessons_gives_none(journal: Journal) -> None:
    assert certificate(journal, [], "en") == Left((), (), 0)


def test_a_file_with_faults_is_left_by_its_name(
    journal: Journal, course: dict[tuple[str, str], Exercise]
) -> None:
    del course["00-start", "first"]
    left = certificate(journal, LESSONS, "en")
    assert isinstance(left, Left)
    assert left.lessons[0].exercises == ("first",)


@pytest.mark.usefixtures("taken")
def test_a_lesson_without_a_core_counts_when_it_was_visited(
    journal: Journal, calendar: Calendar
) -> None:
    reading = Listed("05-reading", "Reading", 10, LessonPlan("05-reading", 10, ()))
    assert isinstance(certificate(journal, [*LESSONS, reading], "en"), Left)
    calendar.day = 60
    journal.record_place("05-reading", "c01", language="en")
    earned = certificate(journal, [*LESSONS, reading], "en")
    assert isinstance(earned, Certificate)
    assert earned.day == date(2026, 11, 13)
