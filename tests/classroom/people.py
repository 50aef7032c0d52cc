"""A class for tests: a room over lesson 06 of the shipped course, and people who answer in it."""

from collections.abc import Callable, Iterable
from typing import Any

from course.classroom.classroom import Classroom
from course.classroom.room import Room
from course.classroom.store import ClassStore, SQLiteStore
from course.content.course import ours
from course.kinds import KINDS

LESSON = "06-across-boundaries"


def a_class(
    store: ClassStore | None = None, lesson: str = LESSON, now: Callable[[], float] = lambda: 1e9
) -> tuple[Classroom, Room, str]:
    """A classroom with one room, and the presenter's key."""
    classroom = Classroom(ours(), store or SQLiteStore(":memory:"), now)
    return classroom, *classroom.begin(lesson, "en")


def step_of(room: Room, exercise: str) -> int:
    """Where an exercise stands in the room's lesson."""
    return room.about.steps.index(exercise)


def places(classroom: Classroom, room: Room, step: int) -> list[str]:
    """The ids of what can be chosen in an exercise with one row."""
    poll = classroom.poll(room, step, "en")
    assert poll is not None
    return [place["id"] for place in poll.rows[0].places]


def choose(
    classroom: Classroom, room: Room, chosen: Iterable[str], *, round: int = 1, first: int = 0
) -> None:
    """Let as many people as there are choices answer the exercise that the class is at."""
    for person, place in enumerate(chosen, start=first):
        classroom.answer(room, f"p{person}", room.at, round, 1, {"answer": place})


def steer(classroom: Classroom, room: Room, *actions: str) -> None:
    """Let the instructor do one thing after another."""
    for action in actions:
        classroom.steer(room, action)


def key_of(classroom: Classroom, room: Room, step: int) -> Any:
    """The place of each row in what holds."""
    exercise = classroom.exercise(room, step)
    poll = classroom.poll(room, step, "en")
    assert poll is not None
    return poll.cells(KINDS[exercise.kind].key(exercise))
