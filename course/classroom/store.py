"""Where rooms are kept: what every store does, and the one that is a file on this computer.

The other, for several processes, is `course.classroom.shared_store`.
"""

import json
import re
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, Protocol

from attrs import asdict

from course.classroom.room import About, Given, News, Note, Room
from course.plain import Json


class KeepingError(Exception):
    """What was to be kept may not be, as when a disk is full; nobody is told that it was."""


class ClassStore(Protocol):
    """What a server needs of the place where its rooms are kept.

    Each method returns when what it was given outlives the process. Raises KeepingError where it
    may not.

    Attributes:
        is_shared: whether other processes keep the same rooms there at the same time.
    """

    is_shared: bool

    def rooms(self, known: Collection[str] = ()) -> Iterator[Room]:
        """All rooms but those that are known by their ids, with their answers and notes."""

    def turn(self, room: str) -> AbstractContextManager[News]:
        """Have a room alone, and know what others have done with it.

        What is kept within is kept when it ends, all together or nothing.
        """

    def news(self, room: str) -> News:
        """What others have done with a room since this was last asked."""

    def add(self, about: About) -> None:
        """A new room."""

    def keep_state(self, room: str, state: Json) -> None:
        """Where a room stands."""

    def keep_answer(self, room: str, person: str, step: int, round: int, given: Given) -> None:
        """An answer, in place of an earlier one in that round."""

    def keep_note(self, room: str, note: Note) -> None:
        """Words that were shared, in place of what was kept of them."""

    def drop_note(self, room: str, note: int) -> None:
        """Shared words that the instructor has taken away."""

    def remove(self, room: str) -> None:
        """Delete a room and all in it, so that it cannot be read from the file either."""

    def instructors(self) -> dict[str, str]:
        """The names of instructors by the hashes of their keys."""

    def add_instructor(self, key: str, name: str) -> None:
        """Somebody who may begin rooms, by the hash of the key."""

    def close(self) -> None:
        """Be used no more."""


def about_from(said: Json) -> About:
    """What a room is, from its plain JSON."""
    return About(**{**said, "steps": tuple(said["steps"])})


def without_password(address: str) -> str:
    """The address of a database as it may be read on a screen.

    >>> without_password("postgresql://class:secret@db.example.org/class")
    'postgresql://class@db.example.org/class'
    """
    return re.sub(r"^(\w+://[^:@/?]*):[^@/]*@", r"\1@", address)


_TABLES = """
CREATE TABLE IF NOT EXISTS rooms (id TEXT PRIMARY KEY, about TEXT, state TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS answers (
    room TEXT, step INTEGER, round INTEGER, person TEXT, n INTEGER, answer TEXT, place INTEGER,
    PRIMARY KEY (room, step, round, person)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS notes (
    room TEXT, id INTEGER, step INTEGER, text TEXT, shown INTEGER, PRIMARY KEY (room, id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS instructors (key TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID;
"""


class SQLiteStore(ClassStore):
    """Rooms in one SQLite file, or in memory alone; a process at a time.

    It is written ahead in a log of its own (WAL): what was committed is there after the process is
    killed. What is deleted is overwritten with zeros.

    >>> store = SQLiteStore(":memory:")
    >>> store.add(About("r", "ABC234", "door", "hash", "06-across-boundaries", ("wall",)))
    >>> [room.about.code for room in store.rooms()]
    ['ABC234']
    >>> store.close()
    """

    is_shared = False

    def __init__(self, file: Path | str) -> None:
        """Raises KeepingError where the file cannot be used."""
        try:
            if isinstance(file, Path):
                file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._file = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
            for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "secure_delete=ON"):
                self._file.execute(f"PRAGMA {pragma}")
            self._file.executescript(_TABLES)
        except (sqlite3.Error, OSError) as error:
            raise KeepingError(str(error)) from error

    def rooms(self, known: Collection[str] = ()) -> Iterator[Room]:
        """All rooms but those that are known by their ids, with their answers and notes."""
        for id, about, state in self._do("SELECT id, about, state FROM rooms").fetchall():
            if id in known:
                continue
            room = Room(about_from(json.loads(about)))
            for step, round, person, n, answer, place in self._do(
                "SELECT step, round, person, n, answer, place FROM answers WHERE room=?", id
            ):
                room.round(step, round).answers[person] = Given(n, json.loads(answer), place)
                room.people.add(person)
            for note, step, text, shown in self._do(
                "SELECT id, step, text, shown FROM notes WHERE room=?", id
            ):
                room.notes[note] = Note(note, step, text, bool(shown))
            if state:
                room.restore(json.loads(state))
            yield room

    def turn(self, room: str) -> AbstractContextManager[News]:
        """Nobody else has a room that is kept here."""
        return nullcontext(News())

    def news(self, room: str) -> News:
        """There is never any."""
        return News()

    def add(self, about: About) -> None:
        """A new room."""
        self._do("INSERT INTO rooms VALUES (?, ?, '')", about.id, json.dumps(asdict(about)))

    def keep_state(self, room: str, state: Json) -> None:
        """Where a room stands."""
        self._do("UPDATE rooms SET state=? WHERE id=?", json.dumps(state), room)

    def keep_answer(self, room: str, person: str, step: int, round: int, given: Given) -> None:
        """An answer, in place of an earlier one in that round."""
        answer = json.dumps(given.answer)
        values = (room, step, round, person, given.n, answer, given.order)
        self._do("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?)", *values)

    def keep_note(self, room: str, note: Note) -> None:
        """Words that were shared, in place of what was kept of them."""
        values = (room, note.id, note.step, note.text, int(note.shown))
        self._do("INSERT OR REPLACE INTO notes VALUES (?, ?, ?, ?, ?)", *values)

    def drop_note(self, room: str, note: int) -> None:
        """Shared words that the instructor has taken away."""
        self._do("DELETE FROM notes WHERE room=? AND id=?", room, note)

    def remove(self, room: str) -> None:
        """Delete a room and all in it, from the file and from the log beside it."""
        self._do("BEGIN IMMEDIATE")
        try:
            for table, key in (("answers", "room"), ("notes", "room"), ("rooms", "id")):
                self._do(f"DELETE FROM {table} WHERE {key}=?", room)
            self._do("COMMIT")
        except KeepingError:
            if self._file.in_transaction:
                self._file.rollback()
            raise
        self._do("PRAGMA wal_checkpoint(TRUNCATE)")

    def instructors(self) -> dict[str, str]:
        """The names of instructors by the hashes of their keys."""
        return dict(self._do("SELECT key, name FROM instructors").fetchall())

    def add_instructor(self, key: str, name: str) -> None:
        """Somebody who may begin rooms, by the hash of the key."""
        self._do("INSERT INTO instructors VALUES (?, ?)", key, name)

    def close(self) -> None:
        """Be used no more."""
        self._file.close()

    def _do(self, statement: str, *values: Any) -> sqlite3.Cursor:
        try:
            return self._file.execute(statement, values)
        except sqlite3.Error as error:
            raise KeepingError(str(error)) from error
