"""The store of a computer: a folder, with the journal in one file and small things beside it."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from attrs import frozen

from course.journal.small import SmallThings
from course.journal.writing import append, attempt, empty, replace, turn

FILE_NAME = "journal.jsonl"
"""The name of the journal's one file."""

_REMEMBERED = 256  # bytes before the place where reading stopped; they hold the id of an event


class FileStore:
    """A folder whose files are on the disk before anyone is told, for its owner alone.

    Several processes may write at once, and each sees what the others have written. A file that
    somebody has replaced or rewritten is noticed, and ``generation`` says so.

    >>> from tempfile import mkdtemp
    >>> store = FileStore(mkdtemp())
    >>> store.append([b"one", b"two"])
    >>> store.read(4), store.kept
    (b'two\\n', True)
    """

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        """Make the folder if it is missing, and try to write in it. Never raises OSError."""
        self.path = Path(folder) / FILE_NAME
        self.why: OSError | None = None
        self.generation = 0
        self._small = SmallThings(self.path.with_name("drafts.json"))
        self._reading = Lock()
        self._seen = _NOTHING
        try:
            attempt(self.path)
        except OSError as fault:
            self.why = fault

    @property
    def kept(self) -> bool:
        """True when the last attempt to write lines worked."""
        return self.why is None

    def read(self, since: int) -> bytes:
        """Return all bytes of the journal from a position on; a missing file has none.

        Raises OSError if there is a file that cannot be read.
        """
        with self._reading:
            try:
                file = self.path.open("rb")
            except FileNotFoundError:
                if self._seen is not _NOTHING:
                    self._start_over()
                return b""
            with file:
                status = os.fstat(file.fileno())
                identity = (status.st_dev, status.st_ino)
                if not self._continues(file, identity):
                    self._start_over()
                file.seek(since)
                fresh = file.read(max(0, status.st_size - since))  # a device has no end
                if self._seen is _NOTHING or since + len(fresh) > self._seen.end:
                    end = min(since + len(fresh), status.st_size)
                    self._seen = _seen(file, identity, end)
                return fresh

    def append(self, lines: Sequence[bytes]) -> None:
        """Add lines, and return when they are on the disk; none at all are a mere attempt.

        Raises OSError if they may not be there.
        """
        try:
            if lines:
                append(self.path, lines)
            else:
                attempt(self.path)
        except OSError as fault:
            self.why = fault
            raise
        self.why = None

    def drop(self, is_gone: Callable[[bytes], bool]) -> None:
        """Remove the lines that are gone: the file is written anew, whole or not at all.

        Raises OSError if they may be left.
        """
        with turn(self.path):
            content = self.path.read_bytes()
            kept = [line for line in content.split(b"\n") if not is_gone(line)]
            replace(self.path, b"\n".join(kept))
        with self._reading:
            self._start_over()

    def get(self, name: str) -> bytes | None:
        """Return the small thing of this name, or None; raise OSError if it cannot be read."""
        return self._small.read().get(name)

    def put(self, name: str, content: bytes | None) -> None:
        """Replace a small thing, or remove it with None; raise OSError if that fails."""
        with turn(self.path):
            self._small.put(name, content)

    def names(self, prefix: str) -> tuple[str, ...]:
        """Return the names of the small things that begin so, sorted; may raise OSError."""
        return tuple(sorted(name for name in self._small.read() if name.startswith(prefix)))

    def clear(self) -> None:
        """Remove all lines and all small things; raise OSError if some may be left."""
        with turn(self.path):
            empty(self.path)
            self._small.clear()
        with self._reading:
            self._start_over()

    def _start_over(self) -> None:
        self.generation += 1
        self._seen = _NOTHING

    def _continues(self, file: BinaryIO, identity: tuple[int, int]) -> bool:
        """Is this the file that was read before, with all of what was read still in it?"""
        seen = self._seen
        if seen is _NOTHING:
            return True
        file.seek(seen.end - len(seen.before))
        return identity == seen.identity and file.read(len(seen.before)) == seen.before


@frozen
class _Seen:
    """What was read of a file: its device and inode, how far, and the last bytes before that."""

    identity: tuple[int, int]
    end: int
    before: bytes


_NOTHING = _Seen((0, 0), 0, b"")


def _seen(file: BinaryIO, identity: tuple[int, int], end: int) -> _Seen:
    start = max(0, end - _REMEMBERED)
    file.seek(start)
    before = file.read(end - start)
    return _Seen(identity, start + len(before), before)
