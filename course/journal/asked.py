"""What a journal is asked: which events there are, and which of them is the latest."""

from datetime import datetime

from course.journal.event import Event
from course.journal.keeping import Keeping


class Asked(Keeping):
    """The events of a journal, by what they are about; each question reads what is new first."""

    def events(self) -> tuple[Event, ...]:
        """Return all events, earliest first."""
        with self._turn:
            self._refresh()
            return tuple(self._reading.collected.events())

    def answers(self, lesson: str, exercise: str) -> tuple[Event, ...]:
        """Return all answers to an exercise, earliest first."""
        with self._turn:
            self._refresh()
            return tuple(self._reading.collected.answers(lesson, exercise))

    def latest(self, lesson: str, exercise: str) -> Event | None:
        """Return the latest answer to an exercise, or None if there is none."""
        with self._turn:
            self._refresh()
            return self._reading.collected.latest(lesson, exercise)

    def recalls(self, lesson: str, exercise: str) -> tuple[Event, ...]:
        """Return what was asked anew of an exercise, earliest first."""
        with self._turn:
            self._refresh()
            return tuple(self._reading.collected.recalls(lesson, exercise))

    def promises(self) -> tuple[Event, ...]:
        """Return the latest promise after each lesson, earliest first."""
        with self._turn:
            self._refresh()
            return tuple(self._reading.collected.promises())

    def outcome(self, promise: str) -> Event | None:
        """Return how the promise with this id went, as was said last, or None."""
        with self._turn:
            self._refresh()
            return self._reading.collected.outcome(promise)

    def planned(self) -> dict[str, Event]:
        """Return what was written last in each field of the plan itself, by the field."""
        with self._turn:
            self._refresh()
            return self._reading.collected.planned()

    def knows(self, id: str) -> bool:
        """Return whether there is an event with this id."""
        with self._turn:
            self._refresh()
            return id in self._reading.collected.lines

    def answered(self) -> frozenset[tuple[str, str]]:
        """Return the (lesson, exercise) of every exercise that has been answered."""
        with self._turn:
            self._refresh()
            return self._reading.collected.answered()

    def first_answer(self) -> str:
        """Return the id of the earliest answer of all, or an empty text if there is none."""
        return next((event.id for event in self.events() if event.type == "answer"), "")

    def now(self) -> datetime:
        """Return the time now by the journal's clock."""
        return self._clock()

    def place(self, lesson: str | None = None) -> Event | None:
        """Return the latest place in a lesson, or of all if no lesson is given; None if none."""
        with self._turn:
            self._refresh()
            return self._reading.collected.place(lesson)
