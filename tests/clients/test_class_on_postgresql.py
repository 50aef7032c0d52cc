"""A class that several processes serve, over a real PostgreSQL."""

import asyncio
import json
import os
import random
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, asynccontextmanager, suppress
from pathlib import Path
from secrets import token_hex
from urllib.error import HTTPError

import psycopg
import pytest
from tornado.ioloop import IOLoop
from tornado.websocket import websocket_connect

from course.classroom.classroom import Classroom
from course.classroom.phases import NotNowError
from course.classroom.room import Room
from course.classroom.rooms import RoomEndedError
from course.classroom.store import KeepingError
from course.content.course import ours
from course.paths import ROOT
from course.runtimes.classroom import neighbours
from course.runtimes.classroom.neighbours import Processes
from course.runtimes.classroom.served import Served
from tests.classroom.people import (
    LESSON,
    a_shared_store,
    choose,
    close_stores,
    of_a_schema,
    places,
    steer,
    step_of,
)
from tests.clients.postgresql import postgresql
from tests.runtimes.classroom.asked import PATIENCE, ask
from tests.runtimes.classroom.class_started import killed, started


@pytest.fixture(scope="module")
def database() -> Iterator[str]:
    with postgresql() as address:
        yield address


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    yield
    close_stores()


def test_the_store_and_the_rooms_do_on_it_what_they_do_on_a_file(database: str) -> None:
    tests = ("tests/classroom", "tests/runtimes/classroom")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *tests],
        cwd=ROOT,
        env={**os.environ, "COURSE_CLASS_DATABASE": database},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr


# --- two processes --------------------------------------------------------------------------------


@pytest.fixture
def two(database: str) -> tuple[Classroom, Classroom, Room, Room]:
    """Two processes' classrooms, and how each knows the one room, which is at an exercise."""
    name = token_hex(8)
    a, b = (Classroom(ours(), a_shared_store(database, name), lambda: 1e9) for _ in "ab")
    room, key = a.begin(LESSON, "en")
    other = b.by_key(key)
    assert other is not None
    assert other is not room
    a.steer(room, "go", step_of(room, "wall"))
    return a, b, room, other


def same(a: Classroom, room: Room, b: Classroom, other: Room) -> None:
    """Both know the same of the room, and call it by the same version."""
    a.catch_up(room)
    b.catch_up(other)
    assert other.state() == room.state()
    assert other.version == room.version
    assert other.notes == room.notes
    assert {at: one.answers for at, one in other.rounds.items() if one.answers} == {
        at: one.answers for at, one in room.rounds.items() if one.answers
    }


def test_what_one_does_the_other_knows_before_it_does_anything(two) -> None:
    a, b, room, other = two
    yes, no, *_ = places(a, room, room.at)
    b.catch_up(other)
    for person in range(8):  # by turns, and neither is told of the other's
        mine, its = (a, room) if person % 2 else (b, other)
        mine.answer(its, f"p{person}", room.at, 1, 1, {"answer": yes if person < 5 else no})
    same(a, room, b, other)
    assert sorted(one.order for one in room.round(room.at, 1).answers.values()) == [*range(8)]
    steer(a, room, "close", "show")
    with pytest.raises(NotNowError, match="too-late"):  # b thinks that it is open, and asks first
        b.answer(other, "p1", other.at, 1, 2, {"answer": no})
    choose(b, other, [yes] * 4, first=50)
    choose(a, room, [no], first=60)
    same(a, room, b, other)
    assert len(room.shown_answers(room.at, 1)) == 13  # five who were late are in it


def test_the_same_answer_to_both_counts_once_and_the_later_one_holds(two) -> None:
    a, b, room, other = two
    yes, no, *_ = places(a, room, room.at)
    a.answer(room, "me", room.at, 1, 2, {"answer": yes})
    b.answer(other, "me", room.at, 1, 2, {"answer": yes})
    b.answer(other, "me", room.at, 1, 1, {"answer": no})  # on its way for long
    same(a, room, b, other)
    assert [(one.n, one.answer) for one in room.round(room.at, 1).answers.values()] == [(2, yes)]


def test_of_two_instructors_who_press_at_once_on_two_processes_one_is_heard(two) -> None:
    a, b, room, other = two
    b.catch_up(other)
    seen = room.version
    a.steer(room, "close", seen=seen)
    with pytest.raises(NotNowError, match="changed-meanwhile"):
        b.steer(other, "close", seen=seen)
    same(a, room, b, other)


def test_shared_words_are_let_in_by_another_process(two) -> None:
    a, b, room, other = two
    a.share(room, room.at, "one\0thing")
    b.catch_up(other)
    a.share(room, room.at, "another")
    b.steer(other, "let-in", 1)
    b.share(other, room.at, "a third")
    same(a, room, b, other)
    assert [(note.id, note.text, note.shown) for note in room.notes.values()] == [
        (1, "onething", True),
        (2, "another", False),
        (3, "a third", False),
    ]
    b.steer(other, "take-away", 2)
    same(a, room, b, other)
    assert [*room.notes] == [1, 3]


def test_a_room_that_one_has_ended_is_no_more_for_the_other(two) -> None:
    a, b, room, other = two
    yes, *_ = places(b, other, room.at)
    a.end(room)
    with pytest.raises(RoomEndedError):
        b.answer(other, "me", room.at, 1, 1, {"answer": yes})
    assert b.rooms == {}
    assert list(b.store.rooms()) == []


def test_any_order_of_what_two_processes_do_leaves_both_with_the_same(two) -> None:
    a, b, room, other = two
    chance = random.Random(11)
    options = places(a, room, room.at)
    for n in range(150):
        mine, its = chance.choice(((a, room), (b, other)))
        try:
            if chance.random() < 0.8:
                round, person = chance.choice((1, 2)), f"p{chance.randrange(25)}"
                mine.answer(its, person, its.at, round, n, {"answer": chance.choice(options)})
            else:
                mine.steer(its, chance.choice(["close", "show", "revise", "undo", "close"]))
        except NotNowError:
            pass
        if chance.random() < 0.1:
            same(a, room, b, other)
    same(a, room, b, other)
    again = Classroom(ours(), a.store, lambda: 1e9)  # a third comes to it
    third = again.rooms[room.about.id]
    same(a, room, again, third)


def test_what_breaks_in_the_middle_is_kept_by_neither_and_said(two, database: str) -> None:
    a, b, room, other = two
    yes, *_ = places(a, room, room.at)
    with psycopg.connect(database, autocommit=True) as over:
        for _ in range(3):
            a.catch_up(room)
            b.catch_up(other)
            over.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
            )
            before = room.state()
            with pytest.raises(KeepingError):
                a.steer(room, "close")
            assert room.state() == before
            a.answer(room, "me", room.at, 1, 1, {"answer": yes})  # by a new connection
            with pytest.raises(KeepingError):
                b.answer(other, "you", room.at, 1, 1, {"answer": yes})
    same(a, room, b, other)
    assert [*room.round(room.at, 1).answers] == ["me"]


def test_a_process_that_stops_in_its_turn_stops_no_other_for_long(two) -> None:
    a, b, room, other = two
    yes, *_ = places(a, room, room.at)

    def stop() -> None:
        with a.store.turn(room.about.id):
            with pytest.raises(KeepingError):  # it waits for five seconds, and says so
                b.answer(other, "me", room.at, 1, 1, {"answer": yes})
            time.sleep(11)  # the database ends the turn of who does nothing in it
            a.store.keep_state(room.about.id, room.state())

    with pytest.raises(KeepingError):
        stop()
    b.answer(other, "me", room.at, 1, 1, {"answer": yes})


# --- what a process hears ------------------------------------------------------------------------


class Page:
    """A telephone's page, which takes down what it is told."""

    view, language = "phone", "en"

    def __init__(self) -> None:
        self.told: list = []

    def tell(self, text: str) -> None:
        self.told.append(json.loads(text))

    def hang_up(self) -> None:
        self.told.append("hung up")


async def until(happens: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not happens():
        assert time.monotonic() < deadline
        await asyncio.sleep(0.02)


@asynccontextmanager
async def hearing(classroom: Classroom, room: Room, teller: Classroom, **more):
    """A server of a classroom that hears the other process, with a page of the room."""
    served, page = Served(classroom, ""), Page()
    served.listen(room, page)
    others = Processes(served, classroom.store, **more)  # type: ignore[arg-type]
    others.begin()
    try:

        def heard() -> bool:
            teller.store.say(room.about.id, "a-third 7")  # type: ignore[attr-defined]
            return others.lines(room) == 7

        await until(heard)
        yield others, page
    finally:
        others.end()


def test_pages_are_told_that_their_room_has_ended_though_an_answer_met_it_first(two) -> None:
    a, b, room, other = two
    yes, *_ = places(b, other, room.at)

    async def end() -> None:
        async with hearing(b, other, a) as (_, page):
            a.end(room)
            with pytest.raises(RoomEndedError):
                b.answer(other, "me", other.at, 1, 1, {"answer": yes})
            await until(lambda: page.told[-2:] == [{"ended": True}, "hung up"])

    asyncio.run(end())


def test_what_could_not_be_read_is_looked_at_again(two, database: str) -> None:
    a, b, room, other = two

    async def break_off() -> None:
        async with hearing(b, other, a) as (_, page):
            with psycopg.connect(database, autocommit=True) as over:
                own = b.store._connection.info.backend_pid  # type: ignore[attr-defined]
                over.execute("SELECT pg_terminate_backend(%s)", (own,))
            a.steer(room, "close")
            await until(lambda: bool(page.told) and page.told[-1]["phase"] == "closed")

    asyncio.run(break_off())


def test_that_nothing_happens_makes_nobody_s_lines_forgotten(
    two, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b, room, other = two
    monkeypatch.setattr(neighbours, "TOLD_EVERY", 2.0)
    now = [0.0]

    async def wait() -> None:
        hears = hearing(b, other, a, clock=lambda: now[0])
        async with hears as (others, _), hearing(a, room, b):
            await until(lambda: others.lines(other) == 7 + 1)  # a third's, and a's one page
            await asyncio.sleep(3)  # what they told each other of it is over, and nothing happens
            now[0] += neighbours.TRUSTED_FOR + 1
            await until(lambda: others.lines(other) == 1)

    asyncio.run(wait())


# --- two servers ----------------------------------------------------------------------------------


def test_two_servers_at_one_address_tell_both_their_pages(database: str, tmp_path: Path) -> None:
    address = of_a_schema(database, token_hex(8))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with ExitStack() as left:
        servers = [started(tmp_path, port, "--database", address) for _ in range(2)]
        for process, _, _ in servers:
            left.callback(killed, process)
        _, _, at = servers[0]
        key = begun(at, [key for _, key, _ in servers])
        door = ask(at, "state", view="lead", key=key)["door"]
        lines: list = []

        async def open_lines() -> None:
            for _ in range(12):  # the system divides them: all on one has a chance of 1 in 2,048
                line = await websocket_connect(at.replace("http", "ws") + "live")
                await line.write_message(json.dumps({"view": "phone", "secret": door, "in": "en"}))
                assert json.loads(await line.read_message())["at"] == -1
                lines.append(line)

        async def hear() -> None:
            for line in lines:
                assert json.loads(await line.read_message())["phase"] == "open"

        def run(work) -> None:
            IOLoop.current().run_sync(work, timeout=PATIENCE)

        run(open_lines)
        deadline = time.monotonic() + PATIENCE
        while ask(at, "state", view="lead", key=key)["connected"] != 12:
            assert time.monotonic() < deadline
        for _ in range(3):  # whichever process is asked, all lines hear it
            version = ask(at, "state", view="lead", key=key)["version"]
            ask(at, "steer", key=key, version=version, action="go", value=0)
            run(hear)
        for line in lines:
            line.close()


def begun(at: str, keys: list[str]) -> str:
    """A room's key; each server knows a key of its own with which one is begun, so it is tried."""
    while True:
        for one in keys:
            with suppress(HTTPError):
                return ask(at, "begin", key=one, lesson=LESSON)["key"]
