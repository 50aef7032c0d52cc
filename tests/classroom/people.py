"""A class for tests: a room over lesson 06 of the shipped course, and people who answer in it."""

import os
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import Any

import pytest

from course.classroom.classroom import Classroom
from course.classroom.room import Room
from course.classroom.store import ClassStore, SQLiteStore
from course.content.course import ours
from course.kinds import KINDS

LESSON = "06-across-boundaries"

DATABASE = os.environ.get("COURSE_CLASS_DATABASE", "")
"""A PostgreSQL database in which these tests keep their rooms, instead of in SQLite's files."""

of_a_file = pytest.mark.skipif(bool(DATABASE), reason="it is about the file of SQLite")


def a_store(file: Path | str = ":memory:") -> ClassStore:
    """A store that is empty, or another hand on the one of a file."""
    if not DATABASE:
        return SQLiteStore(file)
    name = token_hex(8) if file == ":memory:" else sha256(str(file).encode()).hexdigest()[:16]
    return a_shared_store(DATABASE, name)


def a_shared_store(database: str, name: str) -> ClassStore:
    """A hand on the store of a name in a database, of which each has its own schema."""
    from course.classroom.shared_store import PostgresStore

    store = PostgresStore(of_a_schema(database, name))
    _OPEN.append(store)
    return store


def of_a_schema(database: str, name: str) -> str:
    """The address of a database in which a schema of its own is used, and made."""
    import psycopg

    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA IF NOT EXISTS of_{name}")
    return f"{database}{'&' if '?' in database else '?'}options=-csearch_path%3Dof_{name}"


_OPEN: list[ClassStore] = []


def close_stores() -> None:
    """Close those that a test has left open."""
    while _OPEN:
        _OPEN.pop().close()


def a_class(
    store: ClassStore | None = None, lesson: str = LESSON, now: Callable[[], float] = lambda: 1e9
) -> tuple[Classroom, Room, str]:
    """A classroom with one room, and the presenter's key."""
    classroom = Classroom(ours(), store or a_store(), now, now)
    return classroom, *classroom.begin(lesson, "en")


def a_play(
    what: str, people: int, *, lesson: str, store: ClassStore | None = None
) -> tuple[Classroom, Room]:
    """A class that has gone to what its lesson has it play, where so many telephones have come."""
    classroom, room, _ = a_class(store, lesson)
    (step,) = (n for n in room.steps_together() if room.together(n) == what)
    classroom.steer(room, "go", step)
    for person in range(people):
        classroom.take_part(room, f"p{person}", step)
    return classroom, room


def step_of(room: Room, exercise: str) -> int:
    """Where an exercise stands in the room's lesson."""
    return room.about.steps.index(exercise)


def places(classroom: Classroom, room: Room, step: int) -> list[str]:
    """The ids of what can be chosen in an exercise with one row."""
    poll = classroom.questions.poll(room, step, "en")
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
    exercise = classroom.questions.exercise(room, step)
    poll = classroom.questions.poll(room, step, "en")
    assert poll is not None
    return poll.cells(KINDS[exercise.kind].key(exercise))
