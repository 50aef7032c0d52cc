"""What the learner has begun to write and not yet answered, kept beside the journal."""

import json
from collections.abc import Callable
from threading import Lock
from typing import Any

from attrs import frozen

from course.journal.event import GREATEST_CLOCK
from course.journal.line import said, whole
from course.journal.store import Store

LARGEST_DRAFT = 200_000
"""The bytes that a draft may take."""

_PREFIX = "draft:"
_LONGEST_NAME = 500  # characters; a lesson and an exercise have at most 200 each


@frozen
class _Draft:
    """What was begun, and the line that says it with its clock; None and b"" if it was removed."""

    clock: int
    value: Any
    line: bytes


class Drafts:
    """The drafts of one store: kept in memory at once, and in the store when ``write`` is called.

    Of two writers, the one with the later clock wins.
    """

    def __init__(self, store: Store) -> None:
        """Prepare to keep drafts in ``store``."""
        self._store = store
        self._changed: dict[str, _Draft] = {}  # by name in the store; not written yet
        self._swept = False
        self._turn = Lock()

    def keep(self, lesson: str, exercise: str, value: Any, clock: int) -> None:
        """Keep a draft in memory, instead of any other; None removes it.

        Raises ValueError if it is too large or cannot be said in JSON.
        """
        name = _name(lesson, exercise)
        if len(name) > _LONGEST_NAME:
            raise ValueError("The draft cannot be kept: no lesson has an exercise with this name.")
        draft = _Draft(clock, None, b"")
        if value is not None:
            try:
                line = json.dumps({"clock": clock, "value": value}, allow_nan=False).encode("ascii")
                draft = _Draft(clock, said(line)["value"], line)
            except (TypeError, ValueError, RecursionError) as fault:
                raise ValueError(f"The draft cannot be kept: {fault}.") from fault
            if len(line) > LARGEST_DRAFT:
                raise ValueError(f"A draft takes at most {LARGEST_DRAFT:,} bytes.")
        with self._turn:
            self._changed[name] = draft

    def latest(self, lesson: str, exercise: str) -> tuple[int, Any]:
        """Return the clock of the latest draft and its value, which is None if it was removed."""
        name = _name(lesson, exercise)
        with self._turn:
            changed = self._changed.get(name)
        try:
            stored = _read(self._store.get(name))
        except OSError:
            stored = None
        if changed is None or (stored is not None and stored.clock > changed.clock):
            changed = stored
        return (0, None) if changed is None else (changed.clock, changed.value)

    def write(self, answered: Callable[[str, str], int]) -> bool:
        """Make what has changed durable, and return whether that worked.

        ``answered`` gives the clock of the latest answer to an exercise, or 0. What an answer in
        another process has left behind is removed, once. One thread at a time may call this.
        """
        try:
            if not self._swept:
                self._sweep(answered)
                self._swept = True
            with self._turn:
                changed = dict(self._changed)
            for name, draft in changed.items():
                self._replace(name, draft)
                with self._turn:
                    if self._changed.get(name) is draft:
                        del self._changed[name]
        except OSError:
            return False
        return True

    def forget(self) -> None:
        """Forget what has changed; the store is cleared by others."""
        with self._turn:
            self._changed.clear()

    def _replace(self, name: str, draft: _Draft) -> None:
        """Put a draft in the store, unless there is a later one."""
        stored = _read(self._store.get(name))
        if draft.line and (stored is None or stored.clock < draft.clock):
            self._store.put(name, draft.line)
        elif not draft.line and stored is not None and stored.clock < draft.clock:
            self._store.put(name, None)

    def _sweep(self, answered: Callable[[str, str], int]) -> None:
        for name in self._store.names(_PREFIX):
            place, draft = _place(name), _read(self._store.get(name))
            if place is None or draft is None or draft.clock < answered(*place):
                self._store.put(name, None)


def _name(lesson: str, exercise: str) -> str:
    return _PREFIX + whole(json.dumps([lesson, exercise], ensure_ascii=False))


def _place(name: str) -> tuple[str, str] | None:
    try:
        lesson, exercise = json.loads(name.removeprefix(_PREFIX))
    except (ValueError, TypeError, RecursionError):
        return None
    return (lesson, exercise) if isinstance(lesson, str) and isinstance(exercise, str) else None


def _read(line: bytes | None) -> _Draft | None:
    """Return the draft that a line says, or None if there is none that can be used."""
    if line is None or len(line) > LARGEST_DRAFT:
        return None
    try:
        found = said(line)
        clock, value = found["clock"], found["value"]
    except (ValueError, KeyError, RecursionError):
        return None
    usable = isinstance(clock, int) and 0 <= clock <= GREATEST_CLOCK
    return _Draft(clock, value, line) if usable else None
