"""The journal file read from its start, and then only what has been added since."""

import os
from pathlib import Path
from typing import BinaryIO

from course.journal.event import Event, well_formed

_State = tuple[int, int, int, int]  # device, inode, size and time of change

_REMEMBERED = 256  # bytes before the place where reading stopped; they hold the id of an event


class Collected:
    """Events in the order in which they came, each id once, ready to be asked about.

    ``lines`` has the line of each event under its id, ``answers`` the answers to each (lesson,
    exercise), ``places`` the last place in each lesson, and ``place`` the last place of all.
    """

    def __init__(self) -> None:
        """Start with no events."""
        self.events: list[Event] = []
        self.lines: dict[str, bytes] = {}
        self.answers: dict[tuple[str, str], list[Event]] = {}
        self.places: dict[str, Event] = {}
        self.place: Event | None = None

    def add(self, event: Event, line: bytes) -> None:
        """Add an event and its line, unless its id is known already."""
        if event.id in self.lines:
            return
        self.lines[event.id] = line
        self.events.append(event)
        if event.type == "place":
            self.place = self.places[event.lesson] = event
        elif event.exercise is not None:
            self.answers.setdefault((event.lesson, event.exercise), []).append(event)


class Reading:
    """What has been read of one journal file.

    Lines that are not events are passed over, and their numbers remembered.
    """

    def __init__(self, path: Path) -> None:
        """Prepare to read ``path``, which need not exist."""
        self._path = path
        self._state: _State | None = None
        self._start_over()

    @property
    def set_aside(self) -> tuple[int, ...]:
        """The numbers (from 1) of the lines that are not events, in rising order."""
        return (*self._set_aside, self._lines + 1) if self._torn else tuple(self._set_aside)

    def refresh(self) -> None:
        """Read what is new; all of it, if the file is another one than before or was rewritten.

        Raises OSError if there is a file that cannot be read; what was read before then stays.
        """
        try:
            file = self._path.open("rb")
        except FileNotFoundError:
            self._start_over()
            return
        with file:
            status = os.fstat(file.fileno())
            state = (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)
            if state == self._state:
                return
            if not self._continues(file, state):
                self._start_over()
            file.seek(self._offset)
            fresh = file.read(status.st_size - self._offset)
        self._take(fresh)
        self._state = state

    def _start_over(self) -> None:
        self.collected = Collected()
        self._state = None
        self._offset: int = 0  # of the first byte after the last newline that was read
        self._before = b""  # the last bytes before the offset
        self._lines = 0  # that ended before the offset
        self._set_aside: list[int] = []
        self._torn = False  # the file ends in something that is neither a line nor an event

    def _continues(self, file: BinaryIO, state: _State) -> bool:
        """Is this the file that was read before, with all of what was read still in it?"""
        if self._state is None or state[:2] != self._state[:2]:
            return False
        file.seek(self._offset - len(self._before))
        return file.read(len(self._before)) == self._before

    def _take(self, fresh: bytes) -> None:
        ended, newline, tail = fresh.rpartition(b"\n")
        if newline:
            for line, event in well_formed(ended):
                self._lines += 1
                if event is not None:
                    self.collected.add(event, line)
                elif line:
                    self._set_aside.append(self._lines)
        self._offset += len(ended) + len(newline)
        self._before = (self._before + ended[-_REMEMBERED:] + newline)[-_REMEMBERED:]
        # An editor may have taken away the last newline, and an event without one is whole all
        # the same. The offset stays before it: when its newline comes it is read once more, and
        # its id is known.
        ((line, event),) = well_formed(tail)
        self._torn = bool(line) and event is None
        if event is not None:
            self.collected.add(event, line)
