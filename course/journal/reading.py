"""A store read from its start, and then only what has been added since."""

from collections.abc import Iterable
from contextlib import nullcontext

from course.journal.collected import Collected
from course.journal.event import Entry, Event, Later, parse
from course.journal.line import lines
from course.journal.many import MANY, no_collection
from course.journal.store import Store


class Reading:
    """What has been read of one store, and what was taken that is not in the store yet.

    Lines that are neither events nor the head of an export are passed over, and their numbers
    remembered.
    """

    def __init__(self, store: Store) -> None:
        """Prepare to read ``store``."""
        self._store = store
        self._generation = store.generation
        self._start_over()

    @property
    def set_aside(self) -> tuple[int, ...]:
        """The numbers (from 1) of the lines that cannot be used, in rising order."""
        return (*self._set_aside, self._lines + 1) if self._torn else tuple(self._set_aside)

    def refresh(self, waiting: Iterable[tuple[Entry, bytes]]) -> None:
        """Read what is new; all of it, if what was read before may be gone.

        ``waiting`` are the entries that were taken and are not known to be in the store.

        Raises OSError if there is something that cannot be read; what was read before then stays.
        """
        fresh = self._store.read(self._position)
        if self._store.generation != self._generation:
            self._generation = self._store.generation  # before reading: it may change again
            fresh = self._store.read(0)
            self._start_over()
            for entry, line in waiting:
                self.take(entry, line)
        with no_collection() if len(fresh) >= MANY else nullcontext():
            self._add(fresh)

    def tells_what_is_gone(self, line: bytes) -> bool:
        """Whether a line of the store tells of what was deleted later."""
        said = parse(next(lines(line)))
        return isinstance(said, Event) and self.collected.hides(said)

    def take(self, entry: Entry, line: bytes) -> None:
        """Take an entry that is to be stored; its line will not be read when it comes back."""
        self.collected.add(entry, line)
        self._taken.add(line)

    def _start_over(self) -> None:
        self.collected = Collected()
        self._position = 0
        self._tail = b""  # what stands after the last newline
        self._lines = 0  # that have ended
        self._set_aside: list[int] = []
        self._torn = False  # the store ends in something that is neither a line nor an event
        self._taken: set[bytes] = set()

    def _add(self, fresh: bytes) -> None:
        if not fresh:
            return
        self._position += len(fresh)
        ended, newline, self._tail = (self._tail + fresh).rpartition(b"\n")
        if newline:
            for line in lines(ended):
                self._lines += 1
                if line in self._taken:
                    self._taken.discard(line)
                elif line and not self._read(line):
                    self._set_aside.append(self._lines)
        # An editor may have taken away the last newline, and an event without one is whole all
        # the same. When its newline comes it is read once more, and its id is known.
        (line,) = lines(self._tail)
        self._torn = bool(line) and not self._read(line)

    def _read(self, line: bytes) -> bool:
        """Add what a line says; return whether it says something."""
        said = parse(line)
        if isinstance(said, Event | Later):
            self.collected.add(said, line)
        return said is not None
