"""A journal that is taken along as a file: its first line, and how it is read in again."""

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from attrs import frozen

from course.errors import CourseError
from course.journal.event import FORMAT, Entry, Head, dated, parse
from course.journal.line import lines
from course.journal.moment import DAY, at, moment

VERSION = 1
"""The version of the format that this course writes, and the latest that it reads."""

LARGEST_IMPORT = 64_000_000
"""The bytes that a file may have to be read in; 100,000 answers have some half of that."""

_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06")  # what a zip file begins with; no journal does
_READ_AT_ONCE = 200_000  # bytes between two reports; some milliseconds
_TAKEN_AT_ONCE = 1_000  # entries between two reports

_Found = list[tuple[Entry, bytes]]


@frozen
class Imported:
    """What came of an import: numbers of new events, of events known before, of other lines."""

    new: int
    known: int
    set_aside: int


def head(time: datetime) -> bytes:
    """Return the first line of an export that is written at this time.

    >>> head(datetime.fromisoformat("2026-03-01T12:00Z")).decode()
    '{"format": "nya-satt-att-tanka-journal", "version": 1, "written": "2026-03-01T12:00:00.000Z"}'
    """
    said = {"format": FORMAT, "version": VERSION, "written": moment(time)[0]}
    return json.dumps(said).encode("ascii")


class Importing:
    """An import under way, which is stepped so that nobody waits for it.

    Iterating gives the share that is done, 0 to 1, after each step of some milliseconds; then
    ``result`` is there. The file is read to its end before anything of it is taken. One that is
    left off half-way may have added some of its events, and can be begun again.

    Iterating raises CourseError ``journal-of-later-version`` for a format that this version of
    the course does not know, and ``foreign-journal`` for lines without any event among them;
    nothing is changed then. Nor is it by a zip file that has no journal to be read, for which see
    `course.journal.archive.journal_in`.
    """

    def __init__(
        self,
        content: bytes | bytearray | memoryview,
        name: str,
        now: Callable[[], datetime],
        add: Callable[[Sequence[tuple[Entry, bytes]]], int],
        write: Callable[[], bool],
    ) -> None:
        """Prepare to read ``content``, a journal or a zip file with one in it.

        ``add`` takes entries and says how many were new; ``write`` makes them durable and says
        whether that worked.

        Raises CourseError ``large-journal`` if there is too much of it.
        """
        if memoryview(content).nbytes > LARGEST_IMPORT:
            raise CourseError("large-journal", name=name, most=LARGEST_IMPORT // 1_000_000)
        self.result: Imported | None = None
        self._content = bytes(content)
        self._name = name
        self._now = now
        self._add = add
        self._write = write
        self._set_aside = 0

    def __iter__(self) -> Iterator[float]:
        """Import, and give the share that is done."""
        found: _Found = []
        if self._content[:4] in _ARCHIVES:
            # Loaded where it is asked: a session that meets no archive starts sooner.
            from course.journal.archive import journal_in

            self._content = journal_in(self._content, self._name)
            yield 0.0
        for position in self._read(found):
            yield position / len(self._content) / 2
        correct = _correction(found, self._now())
        new, known, durable = 0, 0, True
        for start in range(0, len(found), _TAKEN_AT_ONCE):
            part = found[start : start + _TAKEN_AT_ONCE]
            sound = list(correct(part))
            added = self._add(sound)
            new, known = new + added, known + len(sound) - added
            self._set_aside += len(part) - len(sound)
            durable = durable and self._write()  # what has failed is not waited for again
            yield 0.5 + (start + len(part)) / len(found) / 2
        self.result = Imported(new, known, self._set_aside)

    def finish(self) -> Imported:
        """Take all steps at once, and return the result."""
        for _ in self:
            pass
        assert self.result is not None
        return self.result

    def _read(self, found: _Found) -> Iterator[int]:
        """Read the content into ``found``, and give the position after each step."""
        start, heads = 0, 0
        while start < len(self._content):
            newline = self._content.find(b"\n", start + _READ_AT_ONCE)
            end = len(self._content) if newline < 0 else newline
            for line in filter(None, lines(self._content[start:end])):
                said = parse(line)
                if isinstance(said, Head):
                    if said.version > VERSION:
                        raise CourseError("journal-of-later-version", name=self._name)
                    heads += 1
                elif said is not None:
                    found.append((said, line))
                else:
                    self._set_aside += 1
            start = end + 1
            yield min(start, len(self._content))
        if self._set_aside and not found and not heads:
            raise CourseError("foreign-journal", name=self._name)


def _correction(found: _Found, now: datetime) -> Callable[[_Found], Iterator[tuple[Entry, bytes]]]:
    """Return what lets entries that lie more than a day ahead count as now, in their own order.

    A computer whose year was set wrong would else have the last word for ever.
    """
    text, clock = moment(now)
    last, horizon = clock + DAY, at(clock + DAY)
    ahead = sorted({entry.clock for entry, _ in found if entry.clock > last})
    clocks = {late: clock + rank for rank, late in enumerate(ahead)}

    def correct(part: _Found) -> Iterator[tuple[Entry, bytes]]:
        for entry, line in part:
            if entry.clock <= last and entry.time <= horizon:
                yield entry, line
                continue
            time = text if entry.time > horizon else entry.time
            corrected = dated(line, time, clocks.get(entry.clock, entry.clock))
            again = parse(corrected)
            if again is not None and not isinstance(again, Head):
                yield again, corrected

    return correct
