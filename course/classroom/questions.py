"""What a class is asked: its exercises, how each is counted, what becomes of what is filled in.

A form of a telephone becomes an answer of the exercise's kind here, and raised hands become counts;
whether they come in time is the room's to say.
"""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from attrs import define, field

from course.classroom.phases import NotNowError
from course.classroom.room import Room
from course.content.course import Course
from course.errors import CourseError
from course.kinds import KINDS
from course.kinds.exercise import Exercise
from course.kinds.kind import AnswerError
from course.kinds.polled import Poll

_MOST_HANDS = 2_000


class NotTakenError(Exception):
    """Why an answer is none, or why nothing is done, by the key of a sentence and its values."""

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


@define
class Questions:
    """The exercises of a course as its rooms ask them, each read once."""

    course: Course
    _exercises: dict[tuple[str, str], Exercise] = field(factory=dict, init=False)
    _polls: dict[tuple[str, str, str], Poll | None] = field(factory=dict, init=False)

    def read(self, room: Room) -> None:
        """Read a lesson's exercises now: later a class would wait for them in the middle."""
        for step in range(len(room.about.steps)):
            with suppress(CourseError):  # told when the class comes to it
                self.poll(room, step, room.about.language)

    def exercise(self, room: Room, step: int) -> Exercise:
        """An exercise of the room's lesson, as it was when it was first asked for here.

        Raises CourseError where its file has faults.
        """
        at = (room.about.lesson, room.about.steps[step])
        if at not in self._exercises:
            self._exercises[at] = self.course.exercise(*at, language=room.about.language)
        return self._exercises[at]

    def poll(self, room: Room, step: int, language: str) -> Poll | None:
        """How a class answers an exercise; None where that cannot be counted."""
        at = (room.about.lesson, room.about.steps[step], language)
        if at not in self._polls:
            exercise = self.exercise(room, step)
            self._polls[at] = KINDS[exercise.kind].polled(exercise, language)
        return self._polls[at]

    def answered(self, room: Room, step: int, filled: Any) -> Any:
        """The kind's own answer of what a telephone has filled in.

        Raises NotNowError where there is no such exercise, NotTakenError where it is no answer, and
        CourseError as ``exercise`` does.
        """
        if not 0 <= step < len(room.about.steps):
            raise NotNowError("not-begun")
        poll = self.poll(room, step, room.about.language)
        if poll is None or not _is_filled(filled, poll):
            raise NotTakenError("answer.unknown-option")
        exercise = self.exercise(room, step)
        try:
            return KINDS[exercise.kind].accept(exercise, poll.answer(filled))
        except AnswerError as error:
            raise NotTakenError(f"answer.{error.key}", **error.values) from None

    def hands(self, room: Room, value: Any) -> dict[str, dict[str, int]]:
        """Counts of raised hands, by row and place; NotNowError for anything else."""
        is_counted = room.stand is not None and not room.together(room.at)
        poll = self.poll(room, room.at, room.about.language) if is_counted else None
        counted: dict[str, dict[str, int]] = {}
        for row in poll.rows if poll else ():
            given = value.get(row.id) if isinstance(value, dict) else None
            if isinstance(given, dict):
                ids = [place["id"] for place in row.places]
                counted[row.id] = {id: _hand(given.get(id)) for id in ids if _hand(given.get(id))}
        if not counted:
            raise NotNowError("not-offered")
        return counted


def _is_filled(filled: Any, poll: Poll) -> bool:
    """Whether it is what a telephone's form gives: short texts by the ids of rows."""
    rows = {row.id for row in poll.rows}
    return isinstance(filled, Mapping) and all(
        row in rows and isinstance(place, str) and len(place) <= 100
        for row, place in filled.items()
    )


def _hand(given: Any) -> int:
    is_number = isinstance(given, int) and not isinstance(given, bool)
    return given if is_number and 0 < given <= _MOST_HANDS else 0
