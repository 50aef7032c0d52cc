"""Rooms in a PostgreSQL database, for several processes behind one address.

Each change of a room is a turn: a transaction that has the room's row to itself and gives the
change the next number. So all processes know the changes in one order, and each asks for those
after the last that it knows. That there are any is told by ``NOTIFY``.
"""

import json
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from time import sleep
from typing import Any

import psycopg
from attrs import asdict
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from course.classroom.room import About, Given, News, Note, Room
from course.classroom.store import ClassStore, KeepingError, about_from
from course.plain import Json

CHANNEL = "course_class"
"""Where changes are told: the id of a room and, where it is no change, what is said of it."""

_PATIENCE = 5  # seconds, at most, for a connection, for a statement and for another's turn
_ONE_AT_A_TIME = 3_120_614  # a lock's number: two processes make the tables one after the other
_TRIED_EVERY = 1.0  # seconds between two tries to hear again
_LISTENS_FOR = 0.5  # seconds until it is seen whether to go on

_TABLES = (
    """CREATE TABLE IF NOT EXISTS class_rooms (
        id text PRIMARY KEY, about text NOT NULL, state text NOT NULL DEFAULT '',
        at bigint NOT NULL DEFAULT 0, state_at bigint NOT NULL DEFAULT 0,
        notes_at bigint NOT NULL DEFAULT 0
    )""",
    """CREATE TABLE IF NOT EXISTS class_answers (
        room text REFERENCES class_rooms ON DELETE CASCADE, step integer, round integer,
        person text, n bigint, answer text, place integer, at bigint,
        PRIMARY KEY (room, step, round, person)
    )""",
    "CREATE INDEX IF NOT EXISTS class_answers_at ON class_answers (room, at)",
    """CREATE TABLE IF NOT EXISTS class_notes (
        room text REFERENCES class_rooms ON DELETE CASCADE, id integer, step integer, text text,
        shown boolean, PRIMARY KEY (room, id)
    )""",
    "CREATE TABLE IF NOT EXISTS class_instructors (key text PRIMARY KEY, name text)",
)

_NEWS = """
SELECT at, CASE WHEN state_at > %(known)s THEN state END,
    (SELECT json_agg(json_build_array(step, round, person, n, answer, place))
        FROM class_answers WHERE room = id AND class_answers.at > %(known)s),
    CASE WHEN notes_at > %(known)s THEN
        (SELECT coalesce(json_agg(json_build_array(id, step, text, shown) ORDER BY id), '[]')
            FROM class_notes WHERE room = class_rooms.id) END
FROM class_rooms WHERE id = %(room)s
"""
"""One statement, which sees one moment: the last number, and what has a later one than is known."""


class PostgresStore(ClassStore):
    """Rooms in a database, whose address begins with ``postgresql://``.

    It is used from one thread; only ``listen`` has a thread and a connection of its own. A
    connection that breaks is made anew when it is next needed.
    """

    is_shared = True

    def __init__(self, address: str) -> None:
        """Raises KeepingError where the database cannot be used."""
        self._address = address
        self._connection: psycopg.Connection[Any] | None = None
        self._is_closed = False
        self._known: dict[str, int] = {}  # rooms, by the number of the last change that is known
        self._turn_at = 0  # the number of the change that is being made; 0 where there is none
        with self._work() as work, work.transaction():
            work.execute("SELECT pg_advisory_xact_lock(%s)", (_ONE_AT_A_TIME,))
            for table in _TABLES:
                work.execute(table)

    # --- what is known ----------------------------------------------------------------------------

    def rooms(self, known: Collection[str] = ()) -> Iterator[Room]:
        """All rooms but those that are known by their ids, with their answers and notes."""
        with self._work() as work:
            found = work.execute(
                "SELECT id, about FROM class_rooms WHERE NOT id = ANY(%s)", ([*known],)
            ).fetchall()
        for id, about in found:
            room = Room(about_from(json.loads(about)))
            self._known.pop(id, None)
            news = self.news(id)
            if not news.is_over:
                room.learn(news)
                yield room

    def news(self, room: str) -> News:
        """What others have done with a room since this was last asked."""
        with self._work() as work:
            return self._news(work, room)

    def _news(self, work: psycopg.Connection[Any], room: str) -> News:
        known = self._known.get(room, -1)
        row = work.execute(_NEWS, {"room": room, "known": known}).fetchone()
        if row is None:
            self._known.pop(room, None)
            return News(is_over=True)
        at, state, answers, notes = row
        self._known[room] = at
        return News(
            state=json.loads(state) if state else None,
            answers=[
                (step, round, person, Given(n, json.loads(answer), place))
                for step, round, person, n, answer, place in answers or ()
            ],
            notes=None if notes is None else [Note(*note) for note in notes],
        )

    # --- what is changed --------------------------------------------------------------------------

    @contextmanager
    def turn(self, room: str) -> Iterator[News]:
        """Have a room alone, and know what others have done with it."""
        with self._work() as work:
            # Sent together: there and back three times, however many statements there are.
            with work.pipeline() as together, work.transaction():
                # A statement of its own: the next sees what was done until this had the room.
                work.execute("SELECT FROM class_rooms WHERE id = %s FOR UPDATE", (room,))
                news = self._news(work, room)
                together.sync()  # from now on the database waits for us, for so long and no longer
                self._turn_at = before = self._known.get(room, 0)
                yield news
                at = self._turn_at
                if at != before:
                    work.execute(
                        "UPDATE class_rooms SET at = %s WHERE id = %s RETURNING pg_notify(%s, id)",
                        (at, room, CHANNEL),
                    )
            if not news.is_over:
                self._known[room] = at

    def add(self, about: About) -> None:
        """A new room."""
        with self._work() as work:
            values = (about.id, json.dumps(asdict(about)))
            work.execute("INSERT INTO class_rooms (id, about) VALUES (%s, %s)", values)
            self._known[about.id] = 0

    def keep_state(self, room: str, state: Json) -> None:
        """Where a room stands."""
        with self._change() as (work, at):
            work.execute(
                "UPDATE class_rooms SET state = %s, state_at = %s WHERE id = %s",
                (json.dumps(state), at, room),
            )

    def keep_answer(self, room: str, person: str, step: int, round: int, given: Given) -> None:
        """An answer, in place of an earlier one in that round."""
        with self._change() as (work, at):
            answer = json.dumps(given.answer)
            work.execute(
                """INSERT INTO class_answers VALUES (%s, %s, %s, %s, %s, %s, %s, %s)
                ON CONFLICT (room, step, round, person)
                DO UPDATE SET n = excluded.n, answer = excluded.answer, at = excluded.at""",
                (room, step, round, person, given.n, answer, given.order, at),
            )

    def keep_note(self, room: str, note: Note) -> None:
        """Words that were shared, in place of what was kept of them."""
        with self._change() as (work, at):
            work.execute(
                """INSERT INTO class_notes VALUES (%s, %s, %s, %s, %s)
                ON CONFLICT (room, id) DO UPDATE SET shown = excluded.shown""",
                (room, note.id, note.step, note.text, note.shown),
            )
            work.execute("UPDATE class_rooms SET notes_at = %s WHERE id = %s", (at, room))

    def drop_note(self, room: str, note: int) -> None:
        """Shared words that the instructor has taken away."""
        with self._change() as (work, at):
            work.execute("DELETE FROM class_notes WHERE room = %s AND id = %s", (room, note))
            work.execute("UPDATE class_rooms SET notes_at = %s WHERE id = %s", (at, room))

    def remove(self, room: str) -> None:
        """Delete a room and all in it; PostgreSQL gives its space to others when it is tidied."""
        with self._work() as work, work.transaction():
            work.execute("DELETE FROM class_rooms WHERE id = %s", (room,))
            work.execute("SELECT pg_notify(%s, %s)", (CHANNEL, room))
        self._known.pop(room, None)

    # --- instructors ------------------------------------------------------------------------------

    def instructors(self) -> dict[str, str]:
        """The names of instructors by the hashes of their keys."""
        with self._work() as work:
            return dict(work.execute("SELECT key, name FROM class_instructors").fetchall())

    def add_instructor(self, key: str, name: str) -> None:
        """Somebody who may begin rooms, by the hash of the key."""
        with self._work() as work:
            work.execute("INSERT INTO class_instructors VALUES (%s, %s)", (key, name))

    # --- other processes --------------------------------------------------------------------------

    def say(self, room: str, words: str) -> None:
        """Let the other processes know something of a room that is no change of it."""
        with self._work() as work:
            work.execute("SELECT pg_notify(%s, %s)", (CHANNEL, f"{room} {words}"))

    def listen(self, hear: Callable[[str], None], goes_on: Callable[[], bool]) -> None:
        """Pass on what other processes tell; "" when some of it may have been missed.

        It blocks, in a thread of its own, until it is not to go on.
        """
        while goes_on():
            try:
                with self._connected() as connection:
                    connection.execute(f"LISTEN {CHANNEL}")
                    hear("")
                    while goes_on():
                        for told in connection.notifies(timeout=_LISTENS_FOR):
                            if not self._is_own(told.pid):
                                hear(told.payload)
            except psycopg.Error:
                sleep(_TRIED_EVERY)

    def _is_own(self, process: int) -> bool:
        own = self._connection
        return own is not None and not own.closed and own.info.backend_pid == process

    def close(self) -> None:
        """Be used no more."""
        self._is_closed = True
        if self._connection is not None:
            self._connection.close()

    # --- the connection ---------------------------------------------------------------------------

    def _connected(self) -> psycopg.Connection[Any]:
        # A process that is stopped in its turn does not stop the others.
        limits = {
            "statement_timeout": _PATIENCE,
            "lock_timeout": _PATIENCE,
            "idle_in_transaction_session_timeout": 2 * _PATIENCE,
        }
        own = str(conninfo_to_dict(self._address).get("options") or "")
        options = [own, *(f"-c {name}={seconds}s" for name, seconds in limits.items())]
        address = make_conninfo(self._address, connect_timeout=_PATIENCE, options=" ".join(options))
        return psycopg.connect(address, autocommit=True)

    @contextmanager
    def _work(self) -> Iterator[psycopg.Connection[Any]]:
        """The connection; what goes wrong with it is a KeepingError."""
        if self._is_closed:
            raise KeepingError("the store is closed")
        try:
            if self._connection is None or self._connection.closed:
                self._connection = self._connected()
            yield self._connection
        except psycopg.Error as error:
            if isinstance(error, psycopg.OperationalError) and self._connection is not None:
                self._connection.close()
            raise KeepingError(str(error).partition("\n")[0]) from error

    @contextmanager
    def _change(self) -> Iterator[tuple[psycopg.Connection[Any], int]]:
        """The connection within a turn, and the number of what is changed in it."""
        with self._work() as work:
            assert work.info.transaction_status != psycopg.pq.TransactionStatus.IDLE, "no turn"
            self._turn_at += 1
            yield work, self._turn_at
