"""Where a journal is kept: lines that are added to, and small things that are replaced."""

import errno
from collections.abc import Callable, Sequence
from threading import Lock
from typing import Literal, Protocol

_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}

Cause = Literal["full", "read-only", "permission", "nothing", "other"]
"""Why nothing can be kept, as far as a learner can do something about it."""


class Store(Protocol):
    """What a journal needs of the place where it is kept: bytes, and nothing of events.

    A store is used from several threads at once. Reading never waits for writing.
    """

    @property
    def kept(self) -> bool:
        """True when the last attempt to write worked; a store attempts it when it is made."""

    @property
    def why(self) -> OSError | None:
        """What the last attempt to write met with, or None."""

    @property
    def generation(self) -> int:
        """Another number than before when what ``read`` gave earlier may be there no longer."""

    def read(self, since: int) -> bytes:
        """Return all bytes from a position on; the positions of one generation stay as they are.

        Raises OSError if there is something that cannot be read.
        """

    def append(self, lines: Sequence[bytes]) -> None:
        """Add lines (without newlines), and return when they are durable.

        No lines at all are an attempt to write and change nothing.

        Raises OSError if they may not be durable; some of them may be there all the same.
        """

    def drop(self, is_gone: Callable[[bytes], bool]) -> None:
        """Remove the lines that are gone, all others stay; a new generation begins.

        Raises OSError if some of them may be left.
        """

    def get(self, name: str) -> bytes | None:
        """Return the small thing of this name, or None; raise OSError if it cannot be read."""

    def put(self, name: str, content: bytes | None) -> None:
        """Replace a small thing, or remove it with None, durably; raise OSError if it fails."""

    def names(self, prefix: str) -> tuple[str, ...]:
        """Return the names of the small things that begin so, sorted; raises OSError as ``get``."""

    def clear(self) -> None:
        """Remove all lines and all small things; raise OSError if some may be left."""


class MemoryStore:
    """A store that is gone with its process, and says so: ``kept`` is False.

    >>> store = MemoryStore()
    >>> store.append([b"one", b"two"])
    >>> store.read(4)
    b'two\\n'
    """

    def __init__(self) -> None:
        self.kept = False
        self.why: OSError | None = None
        self.generation = 0
        self._lines = bytearray()
        self._small: dict[str, bytes] = {}
        self._turn = Lock()

    def read(self, since: int) -> bytes:
        """Return all bytes from a position on."""
        with self._turn:
            return bytes(memoryview(self._lines)[since:])

    def append(self, lines: Sequence[bytes]) -> None:
        """Add lines (without newlines)."""
        with self._turn:
            self._lines += b"".join(line + b"\n" for line in lines)

    def drop(self, is_gone: Callable[[bytes], bool]) -> None:
        """Remove the lines that are gone."""
        with self._turn:
            kept = [line for line in bytes(self._lines).split(b"\n") if not is_gone(line)]
            self._lines = bytearray(b"\n".join(kept))
            self.generation += 1

    def get(self, name: str) -> bytes | None:
        """Return the small thing of this name, or None."""
        return self._small.get(name)

    def put(self, name: str, content: bytes | None) -> None:
        """Replace a small thing, or remove it with None."""
        with self._turn:
            if content is None:
                self._small.pop(name, None)
            else:
                self._small[name] = content

    def names(self, prefix: str) -> tuple[str, ...]:
        """Return the names of the small things that begin so, sorted."""
        with self._turn:
            return tuple(sorted(name for name in self._small if name.startswith(prefix)))

    def clear(self) -> None:
        """Remove all lines and all small things."""
        with self._turn:
            self._lines.clear()
            self._small.clear()
            self.generation += 1


def cause(why: OSError | None) -> Cause:
    """Return why nothing can be kept, in one of the words that a page has a sentence for.

    >>> cause(OSError(errno.ENOSPC, "No space left on device"))
    'full'
    >>> cause(TimeoutError("another program holds the lock"))
    'other'
    """
    if why is None:
        return "other"
    if why.errno in _FULL:
        return "full"
    if why.errno == errno.EROFS:
        return "read-only"
    if why.errno == errno.ECANCELED:
        return "nothing"
    return "permission" if isinstance(why, PermissionError) else "other"
