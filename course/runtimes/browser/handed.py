"""The store of a browser: in memory here, and handed on to who makes it durable."""

import errno
from collections.abc import Callable, Mapping, Sequence

from attrs import frozen

from course.journal.line import said
from course.journal.store import MemoryStore

_WHY = {"full": errno.ENOSPC, "permission": errno.EACCES, "nothing": errno.ECANCELED}
"""What a browser's database can meet with, as the errors of a disk, which pages have words for."""


@frozen
class Handed:
    """What is to be made durable, in this order.

    Attributes:
        cleared: whether all that was kept goes first.
        lines: lines of the journal to add.
        removed: the ids of the events that go.
        small: small things to replace by name, or to remove, with None.
    """

    cleared: bool
    lines: tuple[bytes, ...]
    small: Mapping[str, bytes | None]
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.cleared or bool(self.lines or self.small or self.removed)


class HandedStore(MemoryStore):
    """A store that hands over what is new (`hand_over`) and is told what came of it (`told`).

    Where nothing can be kept it goes on in memory, as every store does, and hands over the same
    again the next time.

    >>> store = HandedStore(b"one\\n")
    >>> store.append([b"two"])
    >>> store.read(0), store.hand_over().lines
    (b'one\\ntwo\\n', (b'two',))
    >>> store.told()
    >>> bool(store.hand_over())
    False
    """

    def __init__(self, lines: bytes = b"", small: Mapping[str, bytes] | None = None) -> None:
        """Begin with what was kept on an earlier visit."""
        super().__init__()
        super().append(lines.splitlines())
        self._small.update(small or {})
        self.kept = True
        self._begin()

    def _begin(self) -> None:
        self._cleared = False
        self._new: list[bytes] = []
        self._changed: dict[str, bytes | None] = {}
        self._removed: list[str] = []

    def append(self, lines: Sequence[bytes]) -> None:
        """Add lines, and have them to hand over."""
        super().append(lines)
        self._new.extend(lines)

    def put(self, name: str, content: bytes | None) -> None:
        """Replace a small thing, or remove it with None, and have that to hand over."""
        super().put(name, content)
        self._changed[name] = content

    def drop(self, is_gone: Callable[[bytes], bool]) -> None:
        """Remove the lines that are gone, and have them to hand over by their ids."""
        gone = [line for line in bytes(self._lines).splitlines() if is_gone(line)]
        super().drop(is_gone)
        self._new = [line for line in self._new if not is_gone(line)]
        self._removed += [str(said(line)["id"]) for line in gone]

    def clear(self) -> None:
        """Remove everything; what was not handed over yet never is."""
        super().clear()
        self._begin()
        self._cleared = True

    def hear(self, lines: Sequence[bytes], *, cleared: bool = False) -> None:
        """Take what another page of the same browser has made durable, or has ``cleared`` first."""
        if cleared:
            super().clear()
            self._begin()
        super().append(lines)

    def hand_over(self) -> Handed:
        """What is not known to be durable: what is new, and what could not be kept before."""
        return Handed(self._cleared, tuple(self._new), dict(self._changed), tuple(self._removed))

    def told(self, why: str = "") -> None:
        """Know whether what was handed over is durable; else ``why``: full, permission or other.

        ``nothing`` is what the learner wants kept: what was durable is so no longer, and all there
        is will be handed over again, if that changes before the page is left.

        Whoever is handed something says this before anything else is asked.
        """
        self.kept = not why
        self.why = OSError(_WHY.get(why, errno.EIO), why) if why else None
        if self.kept:
            self._begin()
        elif why == "nothing":
            self._new = bytes(self._lines).splitlines()
            self._changed = {**self._changed, **self._small}
