"""``python3 -m course class``: serve rooms until Ctrl-C, and say where they are."""

import asyncio
import errno
import logging
import signal
import socket
import sys
import webbrowser
from contextlib import suppress
from pathlib import Path
from typing import cast

from attrs import field, frozen
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from course.classroom.classroom import Classroom
from course.classroom.keys import hashed, new_key
from course.classroom.questions import NotTakenError
from course.classroom.store import ClassStore, KeepingError, SQLiteStore, without_password
from course.classroom.sums import SMALLEST
from course.content.course import ours
from course.errors import CourseError
from course.journal.home import home
from course.runtimes.classroom.addresses import LOOPBACK, LOOPBACKS, own_addresses
from course.runtimes.classroom.answering import say_nothing_of_requests
from course.runtimes.classroom.api import LARGEST_BODY
from course.runtimes.classroom.application import application
from course.runtimes.classroom.neighbours import Processes, Told
from course.runtimes.classroom.served import Served
from course.runtimes.classroom.wifi import Wifi
from course.words import say

FILE = "class.sqlite"
"""Where rooms are kept, in the folder of the course's data, unless told otherwise."""

_PORTS_TO_TRY = 50
_CLEARED_EVERY = 600.0  # seconds between two looks for rooms whose time is over


@frozen(kw_only=True)
class Wanted:
    """What was asked for on the command line; see ``python3 -m course class --help``."""

    lesson: str = ""
    language: str = "sv"
    address: str = ""
    port: int = 8888
    public: str = ""
    wifi: str = ""
    wifi_password: str = ""
    smallest: int = SMALLEST
    data: Path | None = None
    database: str = ""
    browser: bool = True
    file: Path = field(init=False)

    @file.default
    def _file(self) -> Path:
        return self.data or home() / FILE

    @property
    def place(self) -> str:
        """Where rooms are kept, in words for a screen."""
        return without_password(self.database) if self.database else str(self.file)


def serve(wanted: Wanted) -> int:
    """Serve until Ctrl-C; 1 and a sentence where that cannot begin."""
    say_nothing_of_requests()
    logging.basicConfig(format="%(message)s", level=logging.ERROR)
    address = wanted.address or asked_address(wanted.language)
    try:
        classroom = Classroom(ours(), _store(wanted))
        sockets = bound(wanted.port, address, shared=bool(wanted.database))
        served = Served(
            classroom,
            _public(wanted.public, address, sockets[0].getsockname()[1]),
            wanted.language,
            Wifi(wanted.wifi, wanted.wifi_password) if wanted.wifi else None,
            new_key(),
            {*LOOPBACKS, address, *own_addresses()},
        )
        page = _first_page(served, wanted)
    except KeepingError as error:
        return _not_kept(wanted, error)
    except OSError as error:
        values = {"address": address, "port": wanted.port, "why": error.strerror}
        return _not_begun("class.no-address", wanted.language, **values)
    except NotTakenError as error:
        return _not_begun(error.key, wanted.language, **error.values)
    except CourseError as error:
        print(error.in_language(wanted.language), file=sys.stderr)
        return 1
    asyncio.run(_until_interrupted(served, sockets, page, wanted))
    classroom.store.close()
    print(say("class.stopped", wanted.language, file=wanted.place), flush=True)
    return 0


def _store(wanted: Wanted) -> ClassStore:
    """Where rooms are kept: the database that was asked for, or else a file."""
    if not wanted.database:
        return SQLiteStore(wanted.file)
    try:
        from course.classroom.shared_store import PostgresStore
    except ImportError as error:
        why = say("class.no-psycopg", wanted.language, python=sys.executable)
        raise KeepingError(why) from error
    return PostgresStore(wanted.database)


def _neighbours(served: Served) -> Processes | None:
    """The other processes, heard from now on, where the store has any."""
    store = served.classroom.store
    if not store.is_shared:
        return None
    neighbours = Processes(served, cast(Told, store))
    neighbours.begin()
    return neighbours


def add_instructor(name: str, wanted: Wanted) -> int:
    """Print a new instructor's key, once; what is kept of it opens nothing."""
    key = new_key()
    try:
        store = _store(wanted)
        store.add_instructor(hashed(key), name)
        store.close()
    except KeepingError as error:
        return _not_kept(wanted, error)
    address = wanted.public.rstrip("/") or f"http://{LOOPBACK}:{wanted.port}"
    print(say("class.key-of", wanted.language, name=name), f"{address}/begin#{key}", sep="\n")
    return 0


def asked_address(language: str) -> str:
    """Which of this computer's addresses to use, as the instructor answers; else it alone."""
    found = own_addresses()
    if not found or not sys.stdin.isatty():
        return LOOPBACK
    print(say("class.which-address", language))
    print(f"  1  {LOOPBACK}  {say('class.this-computer-alone', language)}")
    for n, address in enumerate(found, start=2):
        print(f"  {n}  {address}")
    return chosen([LOOPBACK, *found], input(say("class.choose", language) + " "))


def chosen(addresses: list[str], answer: str) -> str:
    """The address that was answered, by its number or itself; the first for anything else.

    >>> [chosen(["127.0.0.1", "10.0.0.7"], answer) for answer in ("", "2", "10.0.0.7", "9")]
    ['127.0.0.1', '10.0.0.7', '10.0.0.7', '127.0.0.1']
    """
    answer = answer.strip()
    if answer.isdecimal() and 1 <= int(answer) <= len(addresses):
        return addresses[int(answer) - 1]
    return answer if answer in addresses else addresses[0]


def bound(first: int, address: str, *, shared: bool = False) -> list[socket.socket]:
    """Sockets on the first port from ``first`` on that is free; OSError where there is none.

    ``shared``: on that port alone, which other processes of the same server may have as well; the
    system divides what comes in among them.
    """
    if shared:
        return bind_sockets(first, address, reuse_port=hasattr(socket, "SO_REUSEPORT"))
    for port in range(first, min(first + _PORTS_TO_TRY, 65535)):
        try:
            return bind_sockets(port, address)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
    return bind_sockets(first, address)


def _public(public: str, address: str, port: int) -> str:
    """Where participants find the server: as told, or else by address and port."""
    if public:
        return public.rstrip("/") + "/"
    return f"http://{f'[{address}]' if ':' in address else address}:{port}/"


def _first_page(served: Served, wanted: Wanted) -> str:
    """The page that the instructor opens: a room that is begun already, or where one is begun."""
    if not wanted.lesson:
        return f"begin?in={wanted.language}#{served.own_key}"
    _, key = served.classroom.begin(wanted.lesson, wanted.language, wanted.smallest)
    return f"lead?in={wanted.language}#{key}"


def _not_begun(key: str, language: str, **values: object) -> int:
    print(say(key, language, **values), file=sys.stderr)
    return 1


def _not_kept(wanted: Wanted, error: KeepingError) -> int:
    values = {"file": wanted.place, "why": error}
    key = "class.no-database" if wanted.database else "class.no-file"
    return _not_begun(key, wanted.language, **values)


async def _until_interrupted(
    served: Served, sockets: list[socket.socket], page: str, wanted: Wanted
) -> None:
    loop, stopped = asyncio.get_running_loop(), asyncio.Event()
    for name in ("SIGINT", "SIGTERM"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: loop.call_soon_threadsafe(stopped.set))
    server = HTTPServer(application(served), max_body_size=LARGEST_BODY, xheaders=False)
    server.add_sockets(sockets)
    host, port = sockets[0].getsockname()[:2]
    here = f"http://{f'[{host}]' if ':' in host else host}:{port}/{page}"
    lines = [say("class.yours", wanted.language), here]
    lines += [say("class.theirs", wanted.language), served.address]
    print(*lines, say("serve.stop", wanted.language), sep="\n", flush=True)
    if wanted.browser:
        with suppress(webbrowser.Error):
            loop.run_in_executor(None, webbrowser.open, here)
    clearing = asyncio.ensure_future(_clear(served))
    neighbours = _neighbours(served)
    await stopped.wait()
    clearing.cancel()
    if neighbours:
        neighbours.end()
    server.stop()
    served.hang_up()
    await asyncio.wait_for(server.close_all_connections(), 2)


async def _clear(served: Served) -> None:
    while True:
        await asyncio.sleep(_CLEARED_EVERY)
        served.end_old()
