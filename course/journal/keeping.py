"""What a journal stands on: events in memory, made durable in a store, and read from it."""

import os
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from threading import Lock, RLock

from course.journal.drafts import Drafts
from course.journal.event import Entry, Event, written
from course.journal.files import FileStore
from course.journal.home import home
from course.journal.moment import moment, utc_now
from course.journal.reading import Reading
from course.journal.store import Store
from course.once import Same, known


class Keeping:
    """Events that are known at once and written when ``write`` is called; `Journal` says which.

    >>> from tempfile import mkdtemp
    >>> keeping = Keeping(mkdtemp())
    >>> keeping.kept, keeping.why, keeping.set_aside
    (True, None, ())
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
        self._left: OSError | None = None  # why something that was deleted is still in the store
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
        return self._store.why or self._left or self._unread

    @property
    def set_aside(self) -> tuple[int, ...]:
        """The numbers (from 1) of lines in the store that cannot be used; they stay there."""
        with self._turn:
            self._refresh()
            return self._reading.set_aside

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
            return self._tidy()

    def _tidy(self) -> bool:
        """Have nothing in the store that was deleted, and return whether that worked."""
        if self._reading.collected.hidden:
            try:
                self._store.drop(self._reading.tells_what_is_gone)
            except OSError as fault:
                self._left = fault
                return False
            with self._turn:
                self._refresh()
        self._left = None
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
                known = self._reading.collected
                if entry.id not in known.lines and not known.hides(entry):
                    self._pending[entry.id] = (entry, line)
                    self._reading.take(entry, line)
                    new += 1
        return new

    def _refresh(self) -> None:
        """Read what is new, once for a page; if it cannot be, what was said before still counts."""
        known(("journal", Same(self)), self._read_new)

    def _read_new(self) -> None:
        try:
            self._reading.refresh(self._pending.values())
        except OSError as fault:
            self._unread = fault
        else:
            self._unread = None
