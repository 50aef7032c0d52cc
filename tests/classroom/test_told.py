"""What each view is told: nothing of the key or of the answers before its time."""

import csv
import json

import pytest

from course.classroom import told
from course.classroom.classroom import Classroom
from course.classroom.room import Room
from course.classroom.table import table
from course.classroom.taken_home import taken_home
from course.journal import Journal, MemoryStore
from course.kinds import KINDS
from course.paths import LANGUAGES
from tests.classroom.people import a_class, choose, key_of, places, steer, step_of


@pytest.fixture
def at_the_wall() -> tuple[Classroom, Room]:
    classroom, room, _ = a_class()
    classroom.steer(room, "go", step_of(room, "wall"))
    return classroom, room


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_exercise_of_the_lesson_can_be_told_to_every_view(language: str) -> None:
    classroom, room, _ = a_class()
    for step in range(len(room.about.steps)):
        classroom.steer(room, "go", step)
        for view in (told.common, told.on_screen, told.to_instructor):
            json.dumps(view(classroom, room, language), allow_nan=False)


def test_a_telephone_is_not_told_what_holds_or_how_others_answered_before_it_is_shown(
    at_the_wall: tuple[Classroom, Room],
) -> None:
    classroom, room = at_the_wall
    choose(classroom, room, places(classroom, room, room.at)[:1] * 8)
    for action in ("close", "show"):
        assert {"result", "held"} & set(told.common(classroom, room, "en")) == set()
        steer(classroom, room, action)
    assert "result" in told.common(classroom, room, "en")
    assert "held" not in told.common(classroom, room, "en")
    steer(classroom, room, "reveal")
    held = told.common(classroom, room, "en")["held"]
    assert held["right"] == key_of(classroom, room, room.at)
    assert len(held["said"]) == len(places(classroom, room, room.at))  # a reason for each option


def test_no_text_of_what_a_telephone_is_told_names_code_key_or_people(
    at_the_wall: tuple[Classroom, Room],
) -> None:
    classroom, room = at_the_wall
    choose(classroom, room, places(classroom, room, room.at)[:1] * 8)
    text = json.dumps(told.common(classroom, room, "en"))
    assert room.about.key not in text
    assert room.about.door not in text
    assert '"p1"' not in text


def test_somebody_is_told_the_own_answer_and_what_is_said_to_it_once_it_is_revealed(
    at_the_wall: tuple[Classroom, Room],
) -> None:
    classroom, room = at_the_wall
    right = key_of(classroom, room, room.at)["answer"]
    choose(classroom, room, [right] * 6)
    mine = told.own(classroom, room, "p1", "en")
    assert mine == {"filled": {"1": {"answer": right}}, "said": []}
    steer(classroom, room, "close", "show", "reveal")
    assert [one["tone"] for one in told.own(classroom, room, "p1", "en")["said"]] == ["right"]
    assert told.own(classroom, room, "nobody", "en") == {"filled": {}, "said": []}


def test_words_are_on_the_screen_when_they_are_let_in(at_the_wall: tuple[Classroom, Room]) -> None:
    classroom, room = at_the_wall
    classroom.share(room, room.at, "mine")
    assert told.on_screen(classroom, room, "en")["notes"] == []
    assert [one["text"] for one in told.to_instructor(classroom, room, "en")["notes"]] == ["mine"]
    classroom.steer(room, "let-in", 1)
    assert told.on_screen(classroom, room, "en")["notes"] == ["mine"]


def test_what_is_taken_home_is_read_in_by_the_course_and_leaves_out_what_is_not_revealed() -> None:
    classroom, room, _ = a_class()
    for exercise in ("wall", "broker"):
        classroom.steer(room, "go", step_of(room, exercise))
        choose(classroom, room, places(classroom, room, room.at)[:1] * 6)
    steer(classroom, room, "close", "show", "reveal")
    journal = Journal(MemoryStore())
    done = journal.import_from(taken_home(classroom, room, "p3", "en"))
    assert (done.new, done.set_aside) == (1, 0)
    (event,) = journal.events()
    exercise = classroom.questions.exercise(room, room.at)
    assert event.exercise == "broker"
    assert event.fingerprint == exercise.fingerprint
    assert event.verdict is not None
    assert event.verdict["right"] is KINDS[exercise.kind].judge(exercise, event.answer).right


def test_the_table_has_sums_and_nothing_under_five(at_the_wall: tuple[Classroom, Room]) -> None:
    classroom, room = at_the_wall
    a, b, *_ = places(classroom, room, room.at)
    choose(classroom, room, [a] * 9 + [b] * 3)
    steer(classroom, room, "close", "show")
    head, *rows = csv.reader(table(classroom, room, "en").splitlines())
    assert head == ["lesson", "exercise", "row", "round", "answer", "number"]
    assert [row[-1] for row in rows] == ["12"]  # three alone would be told by the difference
    assert {row[0] for row in rows} == {"06-across-boundaries"}
