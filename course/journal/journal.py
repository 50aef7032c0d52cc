"""The learner's journal: everything that the learner does, as events in one file."""

import os
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import Any

from attrs import frozen

from course.errors import CourseError
from course.journal.event import Event, utc_now, well_formed, written
from course.journal.home import home
from course.journal.reading import Collected, Reading
from course.journal.writing import append, empty, prepare

FILE_NAME = "journal.jsonl"
"""The name of the journal's one file."""


@frozen
class Imported:
    """What came of an import: numbers of new events, of events known before, of other lines."""

    new: int
    known: int
    set_aside: int


class Journal:
    """Everything that the learner has done, read from the journal file and added to it.

    The order of the events is their order in the file; the clock says only when. Several
    processes may write at once, and each sees what the others have written. Where nothing can be
    written the journal goes on in memory: ``kept`` and ``why`` tell.

    >>> from tempfile import mkdtemp
    >>> journal = Journal(mkdtemp())
    >>> event = journal.record("01-start", "first-guess", [2, 3], fingerprint="f1", language="en")
    >>> journal.latest("01-start", "first-guess") == event
    True
    >>> journal.kept, journal.set_aside
    (True, ())
    """

    def __init__(
        self, folder: str | os.PathLike[str] | None = None, clock: Callable[[], datetime] = utc_now
    ) -> None:
        """Open the journal in ``folder``, or in ``home()``; make the folder if it is missing.

        ``clock`` returns the time now, with its time zone. Never raises OSError.
        """
        self._path = Path(home() if folder is None else folder) / FILE_NAME
        self._clock = clock
        self._reading = Reading(self._path)
        self._pending: dict[str, tuple[Event, bytes]] = {}  # not known to be on the disk
        self._unwritten: OSError | None = None
        self._unread: OSError | None = None
        self._turn = RLock()
        try:
            prepare(self._path)
        except OSError as fault:
            self._unwritten = fault

    @property
    def path(self) -> Path:
        """The journal file."""
        return self._path

    @property
    def kept(self) -> bool:
        """True when all that was recorded here is on the disk, and the next event can be too."""
        return self._unwritten is None

    @property
    def why(self) -> OSError | None:
        """Why the journal is not kept, or else why the file cannot be read, or else None."""
        return self._unwritten or self._unread

    @property
    def set_aside(self) -> tuple[int, ...]:
        """The numbers (from 1) of lines in the file that are not events; they stay there."""
        with self._turn:
            self._collected()
            return self._reading.set_aside

    def record(
        self,
        lesson: str,
        exercise: str,
        answer: Any,
        *,
        verdict: dict[str, Any] | None = None,
        fingerprint: str,
        language: str,
    ) -> Event:
        """Keep an answer, and return its event when it is on the disk.

        ``answer`` is any JSON, ``verdict`` a JSON object or None, and ``fingerprint`` tells which
        definition of the exercise was answered. If nothing can be written, the event is in memory
        and ``kept`` is False.

        Raises ValueError if these cannot be said in JSON.
        """
        return self._keep(
            {
                "type": "answer",
                "lesson": lesson,
                "exercise": exercise,
                "answer": answer,
                "verdict": verdict,
                "fingerprint": fingerprint,
                "language": language,
            }
        )

    def record_place(self, lesson: str, cell: str, *, language: str) -> Event:
        """Keep the place where the learner is, and return its event, as ``record`` does.

        >>> from tempfile import mkdtemp
        >>> journal = Journal(mkdtemp())
        >>> event = journal.record_place("01-start", "a1b2", language="sv")
        >>> journal.place().cell
        'a1b2'
        """
        return self._keep({"type": "place", "lesson": lesson, "cell": cell, "language": language})

    def retry(self) -> bool:
        """Try again to write what is in memory only, and return ``kept``.

        ``record`` does this too: a journal that can be written again catches up by itself.
        """
        with self._turn:
            self._write()
            return self.kept

    def events(self) -> tuple[Event, ...]:
        """Return all events, oldest line first."""
        with self._turn:
            return (*self._collected().events, *self._waiting())

    def answers(self, lesson: str, exercise: str) -> tuple[Event, ...]:
        """Return all answers to an exercise, oldest line first."""
        with self._turn:
            kept = self._collected().answers.get((lesson, exercise), ())
            waiting = (e for e in self._waiting() if (e.lesson, e.exercise) == (lesson, exercise))
            return (*kept, *waiting)

    def latest(self, lesson: str, exercise: str) -> Event | None:
        """Return the last answer to an exercise, or None if there is none."""
        answers = self.answers(lesson, exercise)
        return answers[-1] if answers else None

    def answered(self) -> frozenset[tuple[str, str]]:
        """Return the (lesson, exercise) of every exercise that has been answered."""
        with self._turn:
            waiting = ((e.lesson, e.exercise) for e in self._waiting() if e.exercise is not None)
            return frozenset(self._collected().answers) | frozenset(waiting)

    def place(self, lesson: str | None = None) -> Event | None:
        """Return the last place in a lesson, or of all if no lesson is given; None if none."""
        with self._turn:
            collected = self._collected()
            for event in reversed(self._waiting()):
                if event.type == "place" and lesson in (None, event.lesson):
                    return event
            return collected.place if lesson is None else collected.places.get(lesson)

    def export(self) -> bytes:
        """Return all events as the bytes of a journal file, without the lines set aside."""
        with self._turn:
            lines = dict(self._collected().lines)
            lines.update((id_, line) for id_, (_, line) in self._pending.items())
        return b"".join(line + b"\n" for line in lines.values())

    def export_to(self, path: str | os.PathLike[str]) -> None:
        """Write all events to the file ``path``, whole or not at all.

        Raises OSError if it cannot be written, and ValueError if it is the journal's own file.
        """
        target = Path(path).resolve()
        if target == self._path.resolve():
            raise ValueError("A journal cannot be exported onto itself; choose another file.")
        # A half-written export would look like a whole one, so it gets its name when it is done.
        number, unfinished = tempfile.mkstemp(dir=target.parent, prefix=target.name, suffix=".part")
        try:
            with os.fdopen(number, "wb") as file:
                file.write(self.export())
                file.flush()
                os.fsync(file.fileno())
            Path(unfinished).replace(target)
        except BaseException:
            Path(unfinished).unlink(missing_ok=True)
            raise

    def import_from(
        self,
        source: str | os.PathLike[str] | bytes | bytearray | memoryview,
        *,
        name: str | None = None,
    ) -> Imported:
        """Add the events of an exported journal that are not known here; change none that are.

        ``source`` is a path or the content itself; ``name`` is what to call it in a message.

        Raises CourseError ``foreign-journal`` if it has lines but no event among them, and OSError
        if it cannot be read.
        """
        if isinstance(source, bytes | bytearray | memoryview):
            content, called = bytes(source), FILE_NAME
        else:
            content, called = Path(source).read_bytes(), Path(source).name
        lines = [(line, event) for line, event in well_formed(content) if line]
        found = [(event, line) for line, event in lines if event is not None]
        if lines and not found:
            raise CourseError("foreign-journal", name=name or called)
        with self._turn:
            known = self._collected().lines.keys() | self._pending.keys()
            new = {event.id: (event, line) for event, line in found if event.id not in known}
            self._pending.update(new)
            self._write()
        return Imported(len(new), len(found) - len(new), len(lines) - len(found))

    def erase(self) -> None:
        """Delete all events, in memory and in the file, because the learner asks for it.

        Raises OSError if the file cannot be emptied.
        """
        with self._turn:
            empty(self._path)
            self._pending.clear()

    def _keep(self, fields: dict[str, object]) -> Event:
        event, line = written(fields, self._clock)
        with self._turn:
            self._pending[event.id] = (event, line)
            self._write()
        return event

    def _write(self) -> None:
        """Write what is pending, oldest first; if that fails it stays pending."""
        try:
            if self._pending:
                append(self._path, [line for _, line in self._pending.values()])
            else:
                prepare(self._path)
        except OSError as fault:
            self._unwritten = fault
        else:
            self._pending.clear()
            self._unwritten = None

    def _collected(self) -> Collected:
        """Return what the file says now; if it cannot be read, what it said before."""
        try:
            self._reading.refresh()
        except OSError as fault:
            self._unread = fault
        else:
            self._unread = None
        return self._reading.collected

    def _waiting(self) -> tuple[Event, ...]:
        """Return the events that are in memory only (a failed write may have left some whole)."""
        known = self._reading.collected.lines
        return tuple(event for id_, (event, _) in self._pending.items() if id_ not in known)
