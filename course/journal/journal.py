"""The learner's journal: everything that the learner does, as events in one store."""

import os
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from threading import Lock, RLock
from typing import Any

from course.journal.drafts import Drafts
from course.journal.event import Entry, Event, written
from course.journal.exchange import LARGEST_IMPORT, Imported, Importing, head
from course.journal.files import FILE_NAME, FileStore
from course.journal.home import home
from course.journal.moment import moment, utc_now
from course.journal.reading import Reading
from course.journal.store import Store
from course.journal.writing import replace


class Journal:
    """Everything that the learner has done, read from a store and added to it.

    ``answer`` and ``reach`` make an event that is known at once and written when ``write`` is
    called, in another thread if need be; ``record`` and ``record_place`` do both. Several
    processes may write at once, and each sees what the others have written. Which of two events
    is the later one is decided by their clocks and ids, so that journals can be merged in any
    order. Where nothing can be written the journal goes on in memory: ``kept`` and ``why`` tell.

    >>> from tempfile import mkdtemp
    >>> journal = Journal(mkdtemp())
    >>> event = journal.answer("01-start", "guess", [2, 3], fingerprint="f1", language="en")
    >>> journal.latest("01-start", "guess") == event
    True
    >>> journal.kept, journal.write(), journal.kept
    (False, True, True)
    """

    def __init__(
        self,
        where: str | os.PathLike[str] | Store | None = None,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        """Open the journal in a folder, in ``home()``, or in any store.

        ``clock`` returns the time now, with its time zone. Never raises OSError.
        """
        if where is None:
            where = home()
        self._store = FileStore(where) if isinstance(where, str | os.PathLike) else where
        self._clock = clock
        self._reading = Reading(self._store)
        self._drafts = Drafts(self._store)
        self._pending: dict[str, tuple[Entry, bytes]] = {}  # not known to be durable
        self._unread: OSError | None = None
        self._turn = RLock()  # held for moments, never while something is made durable
        self._writing = Lock()  # held by the one thread that writes; taken before the other one

    @property
    def path(self) -> Path | None:
        """The journal file, if the store has one."""
        return self._store.path if isinstance(self._store, FileStore) else None

    @property
    def kept(self) -> bool:
        """True when all that was recorded here is durable, and the next event can be too.

        An event that ``write`` has not come to makes it False, with None as ``why``.
        """
        return self._store.kept and not self._pending

    @property
    def is_keeping(self) -> bool:
        """True when the store keeps what is written, whether or not something waits for that."""
        return self._store.kept

    def has_written(self, event: Event) -> bool:
        """Return whether an event of this journal is in its store, and not in memory alone."""
        return event.id not in self._pending

    @property
    def why(self) -> OSError | None:
        """Why the journal is not kept, or else why the store cannot be read, or else None."""
        return self._store.why or self._unread

    @property
    def set_aside(self) -> tuple[int, ...]:
        """The numbers (from 1) of lines in the store that cannot be used; they stay there."""
        with self._turn:
            self._refresh()
            return self._reading.set_aside

    # --- what happens -----------------------------------------------------------------------------

    def answer(
        self,
        lesson: str,
        exercise: str,
        answer: Any,
        *,
        verdict: dict[str, Any] | None = None,
        fingerprint: str,
        language: str,
        words: str | None = None,
        id: str | None = None,
    ) -> Event:
        """Take an answer into memory, instead of any draft, and return its event.

        ``answer`` is any JSON, ``words`` the same in words for a person, ``verdict`` a JSON object
        or None, and ``fingerprint`` tells which definition of the exercise was answered. ``id``
        is the event's, where whoever answers has given it one and no other event has it: of two
        events with one id, a journal keeps only the first.

        Raises ValueError if these cannot be said in JSON.
        """
        fields = {
            "type": "answer",
            "lesson": lesson,
            "exercise": exercise,
            "answer": answer,
            "verdict": verdict,
            "fingerprint": fingerprint,
            "language": language,
            **({} if words is None else {"words": words}),
        }
        with self._turn:
            event = self._take_once(fields, id, after=self._drafts.latest(lesson, exercise)[0])
            self._drafts.keep(lesson, exercise, None, event.clock)
        return event

    def reach(self, lesson: str, cell: str, *, language: str) -> Event:
        """Take the place where the learner is into memory, and return its event.

        Raises ValueError if it cannot be said in JSON.
        """
        fields = {"type": "place", "lesson": lesson, "cell": cell, "language": language}
        with self._turn:
            return self._take(fields)

    def recall(
        self,
        lesson: str,
        exercise: str,
        item: str,
        answer: str,
        *,
        verdict: dict[str, Any],
        fingerprint: str,
        language: str,
        id: str | None = None,
    ) -> Event:
        """Take the answer to a thing that was asked anew into memory, and return its event.

        Raises ValueError if it cannot be said in JSON.
        """
        return self._take_once(
            {
                "type": "recall",
                "lesson": lesson,
                "exercise": exercise,
                "item": item,
                "answer": answer,
                "verdict": verdict,
                "fingerprint": fingerprint,
                "language": language,
            },
            id,
        )

    def promise(
        self, lesson: str, words: str, day: date, *, language: str, id: str | None = None
    ) -> Event:
        """Take what the learner will do after a lesson, and when, into memory; return its event.

        >>> from tempfile import mkdtemp
        >>> journal = Journal(mkdtemp())
        >>> event = journal.promise("01-start", "Ask.", date(2026, 10, 5), language="en")
        >>> outcome = journal.keep_outcome(event, "done", "", language="en")
        >>> [one.words for one in journal.promises()], journal.outcome(event.id).answer
        (['Ask.'], 'done')
        """
        fields = {"type": "promise", "lesson": lesson, "words": words, "day": day.isoformat()}
        return self._take_once({**fields, "language": language}, id)

    def keep_outcome(
        self, promise: Event, answer: str, words: str, *, language: str, id: str | None = None
    ) -> Event:
        """Take how a promise went into memory, in one of two answers and the learner's words."""
        fields = {"type": "outcome", "lesson": promise.lesson, "promise": promise.id}
        said = {"answer": answer, "words": words, "language": language}
        return self._take_once({**fields, **said}, id)

    def record(
        self,
        lesson: str,
        exercise: str,
        answer: Any,
        *,
        verdict: dict[str, Any] | None = None,
        fingerprint: str,
        language: str,
        words: str | None = None,
    ) -> Event:
        """Keep an answer as ``answer`` does, and return its event when it is durable.

        If nothing can be written, the event is in memory and ``kept`` is False.
        """
        event = self.answer(
            lesson,
            exercise,
            answer,
            verdict=verdict,
            fingerprint=fingerprint,
            language=language,
            words=words,
        )
        self.write()
        return event

    def record_place(self, lesson: str, cell: str, *, language: str) -> Event:
        """Keep a place as ``reach`` does, and return its event when it is durable.

        >>> from tempfile import mkdtemp
        >>> journal = Journal(mkdtemp())
        >>> event = journal.record_place("01-start", "a1b2", language="sv")
        >>> journal.place().cell
        'a1b2'
        """
        event = self.reach(lesson, cell, language=language)
        self.write()
        return event

    def write(self) -> bool:
        """Make all that is in memory only durable, and return whether nothing is left there.

        What failed before is tried again; where the store fails with nothing to write, it is
        asked whether it could. Any thread may call this; others can read and answer meanwhile.
        Never raises OSError.
        """
        with self._writing:
            with self._turn:
                batch = dict(self._pending)
            if batch or not self._store.kept:
                try:
                    self._store.append([line for _, line in batch.values()])
                except OSError:
                    return False
            with self._turn:
                for id in batch:
                    self._pending.pop(id, None)
                self._refresh()
        return True

    def erase(self) -> None:
        """Delete all events and drafts, in memory and in the store, for a learner who asks for it.

        Raises OSError if some may be left in the store; those in memory stay then.
        """
        with self._writing:
            with self._turn:
                doomed = tuple(self._pending)
            self._store.clear()
            with self._turn:
                for id in doomed:
                    self._pending.pop(id, None)
                self._drafts.forget()

    # --- what is begun ----------------------------------------------------------------------------

    def keep_draft(self, lesson: str, exercise: str, value: Any) -> None:
        """Keep what the learner has begun to answer, in memory; None removes it.

        Raises ValueError if it cannot be said in JSON, or takes more than 200 kB.

        >>> from tempfile import mkdtemp
        >>> journal = Journal(mkdtemp())
        >>> journal.keep_draft("01-start", "goal", {"text": "I would like"})
        >>> journal.write_drafts(), journal.draft("01-start", "goal")
        (True, {'text': 'I would like'})
        """
        with self._turn:
            clock = self._tick(after=self._drafts.latest(lesson, exercise)[0])[1]
            self._drafts.keep(lesson, exercise, value, clock)

    def draft(self, lesson: str, exercise: str) -> Any:
        """Return what was begun last, or None if there is nothing later than the latest answer."""
        clock, value = self._drafts.latest(lesson, exercise)
        return value if clock > self._answered_at(lesson, exercise) else None

    def write_drafts(self) -> bool:
        """Make the drafts durable, and return whether that worked; any thread may call this."""
        with self._writing:
            return self._drafts.write(self._answered_at)

    # --- what is asked ----------------------------------------------------------------------------

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

    # --- what is taken along ----------------------------------------------------------------------

    def export(self) -> bytes:
        """Return all events as the bytes of a file, in order; no drafts, no lines set aside."""
        with self._turn:
            self._refresh()
            kept = tuple(self._reading.collected.lines.items())
        entries = sorted((clock, id, line) for id, (clock, line) in kept)
        lines = [head(self._clock()), *(line for _, _, line in entries)]
        return b"".join(line + b"\n" for line in lines)

    def export_to(self, path: str | os.PathLike[str]) -> None:
        """Write all events to the file ``path``, whole or not at all.

        Raises OSError if it cannot be written, and ValueError if it is the journal's own file.
        """
        target = Path(path).resolve()
        if self.path is not None and target == self.path.resolve():
            raise ValueError("A journal cannot be exported onto itself; choose another file.")
        replace(target, self.export())

    def importing(
        self, content: bytes | bytearray | memoryview, name: str = FILE_NAME
    ) -> Importing:
        """Return an import to be stepped: it adds the events that are not known here.

        ``name`` is what to call the content in a message. None of what is here changes, and what
        is older here stays older.

        Raises CourseError ``large-journal``; for other faults of the content see ``Importing``.
        """
        return Importing(content, name, self._clock, self._add, self.write)

    def import_from(
        self,
        source: str | os.PathLike[str] | bytes | bytearray | memoryview,
        *,
        name: str | None = None,
    ) -> Imported:
        """Import at once from a path, or from the content itself, as ``importing`` does in steps.

        Raises CourseError if that cannot be imported, and OSError if it cannot be read.
        """
        if isinstance(source, bytes | bytearray | memoryview):
            return self.importing(source, name or FILE_NAME).finish()
        with Path(source).open("rb") as file:
            content = file.read(LARGEST_IMPORT + 1)
        return self.importing(content, name or Path(source).name).finish()

    def _tick(self, after: int = 0) -> tuple[str, int]:
        """Return the time now, and a clock that is later than all that is known."""
        time, now = moment(self._clock())
        return time, max(now, self._reading.collected.greatest + 1, after + 1)

    def _take_once(self, fields: Mapping[str, object], id: str | None, after: int = 0) -> Event:
        """Take an event under the id that whoever sent it has given it, if no other has it."""
        with self._turn:
            self._refresh()
            is_free = id is not None and id not in self._reading.collected.lines
            return self._take({**fields, "id": id} if is_free else fields, after)

    def _take(self, fields: Mapping[str, object], after: int = 0) -> Event:
        self._refresh()
        event, line = written(fields, *self._tick(after))
        self._pending[event.id] = (event, line)
        self._reading.take(event, line)
        return event

    def _add(self, entries: Sequence[tuple[Entry, bytes]]) -> int:
        """Take those entries that are not known, and return how many they are."""
        new = 0
        with self._turn:
            self._refresh()
            for entry, line in entries:
                if entry.id not in self._reading.collected.lines:
                    self._pending[entry.id] = (entry, line)
                    self._reading.take(entry, line)
                    new += 1
        return new

    def _answered_at(self, lesson: str, exercise: str) -> int:
        latest = self.latest(lesson, exercise)
        return latest.clock if latest else 0

    def _refresh(self) -> None:
        """Read what is new; if it cannot be read, what was said before still counts."""
        try:
            self._reading.refresh(self._pending.values())
        except OSError as fault:
            self._unread = fault
        else:
            self._unread = None
