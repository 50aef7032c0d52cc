"""Where the learner stands; all expected minutes are counted by hand beside the test."""

from pathlib import Path

import pytest

from course.content.outline import LessonOutline, PlannedExercise
from course.journal import Journal, Standing, standing

Exercises = tuple[PlannedExercise, ...]


def outline(id: str, core_minutes: int, exercises: Exercises = ()) -> LessonOutline:
    """A lesson; its title, language and minutes beside the core path make no difference here."""
    return LessonOutline(id, "en", id, 2 * core_minutes, core_minutes, exercises)


# The core path takes 25 minutes: 4 + 6 for its exercises, and so 15 of reading.
FIRST = outline(
    "01-first",
    25,
    (
        PlannedExercise("guess", 4, True),
        PlannedExercise("sort", 6, True),
        PlannedExercise("extra", 5, False),
    ),
)
READING = outline("02-reading", 10)
OPTIONAL = outline("03-optional", 7, (PlannedExercise("extra", 5, False),))  # 7 of reading


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path)


def answer(journal: Journal, lesson: str, *exercises: str) -> None:
    for exercise in exercises:
        journal.record(lesson, exercise, "so", fingerprint="f", language="sv")


def test_at_the_start_everything_is_left(journal: Journal) -> None:
    at_start = standing(journal, [FIRST, READING, OPTIONAL])
    assert [lesson.minutes_left for lesson in at_start.lessons] == [25, 10, 7]
    assert (at_start.minutes_left, at_start.share_done) == (42, 0.0)
    assert (at_start.lessons_done, at_start.done) == (0, False)
    assert at_start.lesson("01-first").answered == frozenset()


def test_half_the_core_exercises_leave_half_the_reading(journal: Journal) -> None:
    answer(journal, "01-first", "guess")
    now = standing(journal, [FIRST])
    # 15 / 2 + 6 = 13.5, and halves are rounded up.
    assert now.lesson("01-first").minutes_left == now.minutes_left == 14
    assert now.share_done == pytest.approx(1 - 13.5 / 25)
    assert now.lesson("01-first").answered == {"guess"}
    assert not now.done


def test_an_exercise_beside_the_core_path_shortens_nothing(journal: Journal) -> None:
    answer(journal, "01-first", "extra")
    now = standing(journal, [FIRST])
    assert (now.minutes_left, now.share_done) == (25, 0.0)
    assert now.lesson("01-first").answered == {"extra"}


def test_a_lesson_is_done_when_its_core_exercises_are(journal: Journal) -> None:
    answer(journal, "01-first", "guess", "sort", "guess")
    now = standing(journal, [FIRST])
    assert (now.done, now.lessons_done, now.minutes_left, now.share_done) == (True, 1, 0, 1.0)


@pytest.mark.parametrize(("lesson", "minutes"), [(READING, 10), (OPTIONAL, 7)])
def test_a_lesson_without_core_exercises_is_done_when_visited(
    journal: Journal, lesson: LessonOutline, minutes: int
) -> None:
    journal.record_place("01-first", "a", language="sv")
    assert standing(journal, [lesson]).minutes_left == minutes
    journal.record_place(lesson.id, "b", language="sv")
    now = standing(journal, [lesson])
    assert (now.done, now.minutes_left, now.share_done) == (True, 0, 1.0)


def test_an_answer_is_a_visit_too(journal: Journal) -> None:
    answer(journal, "03-optional", "extra")
    assert standing(journal, [OPTIONAL]).done


def test_a_visit_to_a_lesson_with_core_exercises_is_no_end(journal: Journal) -> None:
    journal.record_place("01-first", "a", language="sv")
    assert standing(journal, [FIRST]).lesson("01-first").done is False


def test_answers_to_exercises_that_the_course_has_not_are_left_out(journal: Journal) -> None:
    answer(journal, "01-first", "an exercise of last year")
    answer(journal, "02-reading", "guess")
    assert standing(journal, [FIRST]).lesson("01-first").answered == frozenset()


def test_exercises_longer_than_the_lesson_leave_no_reading(journal: Journal) -> None:
    lesson = outline("l", 5, (PlannedExercise("e", 8, True),))
    assert standing(journal, [lesson]).minutes_left == 8


def test_the_sum_is_of_the_minutes_that_are_shown(journal: Journal) -> None:
    # Each has 3 / 2 + 1 = 2.5 minutes left, shown as 3; together 6 and not 5.
    pair = (PlannedExercise("a", 1, True), PlannedExercise("b", 1, True))
    lessons = [outline("x", 5, pair), outline("y", 5, pair)]
    for lesson in lessons:
        answer(journal, lesson.id, "a")
    assert standing(journal, lessons).minutes_left == 6
    assert standing(journal, lessons).share_done == 0.5


def test_a_course_without_lessons_is_done(journal: Journal) -> None:
    assert standing(journal, []) == Standing((), 0, 0, 1.0)


def test_a_course_that_takes_no_time_is_done_when_it_is_done(journal: Journal) -> None:
    lessons = [outline("l", 0)]
    assert standing(journal, lessons).share_done == 0.0
    journal.record_place("l", "c", language="sv")
    assert standing(journal, lessons).share_done == 1.0


def test_a_lesson_outside_the_course_has_no_standing(journal: Journal) -> None:
    with pytest.raises(KeyError):
        standing(journal, [FIRST]).lesson("99-never")
