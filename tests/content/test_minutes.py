"""How long things take; the words are counted by hand, the speeds are those of IReST."""

import pytest

from course.content.course import Course
from course.content.minutes import WORDS_A_MINUTE, exercise_minutes, minutes
from course.content.reading import build
from course.kinds import KINDS
from course.kinds.exercise import Exercise

TEN = " ".join(["ord"] * 10)


def reflection(**fields: object) -> Exercise:
    text = {"sv": TEN, "en": TEN}
    head = {"id": "one", "kind": "reflection", "title": text, "prompt": text, "objective": text}
    return build({**head, "after": text, **fields})


def test_an_exercise_takes_its_words_and_the_seconds_of_its_kind() -> None:
    # 20 words (prompt and after) take 0.1 minutes in Swedish; a reflection takes 120 seconds.
    assert exercise_minutes(reflection(), "sv") == 2
    # 398 words more take two minutes more in Swedish, at 199 a minute, and 1.7 in English, at 228.
    hints = [{"sv": " ".join(["ord"] * 398), "en": " ".join(["ord"] * 398)}]
    assert exercise_minutes(reflection(hints=hints), "sv") == 4
    assert exercise_minutes(reflection(hints=hints), "en") == 4
    assert WORDS_A_MINUTE == {"sv": 199, "en": 228}


def test_what_has_been_timed_counts() -> None:
    assert exercise_minutes(reflection(minutes=9), "sv") == 9


def test_a_step_takes_its_words_and_its_exercises() -> None:
    # By hand: 796 words are 4 minutes in Swedish and 3.49 in English; the exercise takes 2.
    assert minutes(796, [reflection()], "sv") == 6
    assert minutes(796, [reflection()], "en") == 5
    assert minutes(0, [reflection()], "sv") == 2


@pytest.mark.parametrize(("words", "takes"), [(0, 0), (1, 1), (298, 1), (299, 2)])
def test_little_takes_a_minute_and_nothing_takes_none(words: int, takes: int) -> None:
    assert minutes(words, (), "sv") == takes


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_exercise_of_the_course_takes_between_one_minute_and_twenty(language: str) -> None:
    course = Course.open()
    for lesson in course.lessons():
        for id in course.exercises(lesson):
            assert 1 <= exercise_minutes(course.exercise(lesson, id), language) <= 20, id


def test_items_are_as_many_as_there_are_to_answer() -> None:
    course = Course.open()
    counts = {
        ("00-start", "climate"): 18,  # six areas of three statements
        ("00-start", "statements"): 10,
        ("10-your-plan", "ninety-days"): 9,  # "fill in the nine lines"
        ("10-your-plan", "final-test"): 20,
    }
    for place, n in counts.items():
        exercise = course.exercise(*place)
        assert KINDS[exercise.kind].items(exercise) == n, place
