"""How long others wait for an answer while an organisation of thousands is read and counted.

One page brings its table, as that page does, request by request; another answers an exercise all
the while, over its own line. Both ask a server that was started as a user starts it.
"""

import asyncio
import json
import tempfile
from collections.abc import Iterator
from http.cookiejar import CookieJar
from itertools import count
from pathlib import Path
from time import perf_counter
from typing import Any
from urllib.parse import urlsplit
from urllib.request import HTTPCookieProcessor, Request

from attrs import define, field
from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from course.content.course import ours
from course.kinds.choice.rules import Choice
from course.plain import Json
from course.session.own_told import PARTS
from tests.benchmarks.measured import Measured
from tests.benchmarks.serving import Serving, serving
from tests.benchmarks.taken_home import SIZES, table

LESSON, EXERCISE = "00-start", "goal"
MOST = 50
"""Milliseconds that an answer may take meanwhile."""

_PAUSE = 0.05  # seconds between two answers: somebody who presses as quickly as one can
_EDGE = "bench-edge"


def beside_own_lines() -> Iterator[Measured]:
    """Answers while nothing else is asked, and while the largest organisation is read: the worst
    of each, and what is usual.
    """
    names, units, ties, *_ = SIZES[-1]
    with tempfile.TemporaryDirectory() as home, serving(Path(home)) as server:
        quiet, busy = asyncio.run(_both(server, *table(names, units, ties)))
    what = f"an answer while {names:,} people are read"
    yield Measured("an answer while nothing else is asked", tuple(quiet), "ms")
    for part, waits in busy.items():
        yield Measured(f"{what}: {part}", tuple(waits), "ms", MOST)
    every = [wait for waits in busy.values() for wait in waits]
    yield Measured(f"{what}: the longest of all", (max(every),), "ms", MOST)


async def _both(
    server: Serving, ties: bytes, people: bytes
) -> tuple[list[float], dict[str, list[float]]]:
    other = await Other.opened(server)
    own = Own(server, other.reads)
    quiet = await other.answers_while(asyncio.sleep(2))
    busy = {}

    async def reading() -> None:
        asked: Json = {"do": "read", "who": "people", "steps": True}
        told = await own.ask(asked, ties=ties, units=people)
        while "reading" in told:
            told = await own.ask({**asked, "reading": told["reading"]})
        own.network = told["network"]
        await own.ask({"do": "keep", "network": own.network})

    async def showing(part: str | None) -> None:
        await own.ask({"do": "show", "network": own.network, **({"part": part} if part else {})})

    busy["table"] = await other.answers_while(reading())
    busy["map"] = await other.answers_while(showing(None))
    for part in PARTS:
        busy[part] = await other.answers_while(showing(part))
    other.line.close()
    return quiet, {part: waits for part, waits in busy.items() if waits}


@define
class Own:
    """The page on one's own organisation, which asks one thing after the other.

    ``reads`` is held while an answer is taken apart: whoever is measured in this process meanwhile
    would wait for this page, and not for the server.
    """

    server: Serving
    reads: asyncio.Lock
    network: Json = field(factory=dict)

    async def ask(self, asked: Json, **files: bytes) -> Any:
        """Ask one question, as a form with files in it."""
        async with self.reads:
            parts = {"_xsrf": _xsrf(self.server).encode(), "asked": json.dumps(asked).encode()}
            body = b"".join(_part(name, content, is_file=False) for name, content in parts.items())
            body += b"".join(_part(name, content, is_file=True) for name, content in files.items())
            body += f"--{_EDGE}--\r\n".encode()
        kind = {"Content-Type": f"multipart/form-data; boundary={_EDGE}"}
        request = Request(f"{self.server.base}/course/sv/own", body, kind)
        told = await asyncio.to_thread(lambda: self.server.visitor.open(request).read())
        async with self.reads:
            return json.loads(told)


def _part(name: str, content: bytes, *, is_file: bool) -> bytes:
    named = f'; filename="{name}.csv"' if is_file else ""
    head = f'--{_EDGE}\r\nContent-Disposition: form-data; name="{name}"{named}\r\n\r\n'
    return head.encode() + content + b"\r\n"


@define
class Other:
    """Another page of the same learner, with a line of its own."""

    line: WebSocketClientConnection
    options: tuple[str, str]
    reads: asyncio.Lock = field(factory=asyncio.Lock)
    number: "count[int]" = field(factory=count)

    @classmethod
    async def opened(cls, server: Serving) -> "Other":
        """Open a lesson's line."""
        at = urlsplit(server.base)
        address = f"ws://{at.netloc}/course/sv/line?lesson={LESSON}"
        headers = {"Cookie": _cookies(server), "Origin": server.base}
        line = await websocket_connect(HTTPRequest(address, headers=headers))
        exercise = ours().exercise(LESSON, EXERCISE)
        assert isinstance(exercise, Choice)
        one, other, *_ = (option.id for option in exercise.options)
        return cls(line, (one, other))

    async def answers_while(self, work: Any) -> list[float]:
        """The waits for the answers, in milliseconds, that began while some work was under way."""
        task, waits = asyncio.ensure_future(work), []
        while not task.done():
            async with self.reads:
                waits.append(await self._answered())
            await asyncio.sleep(_PAUSE)
        await task
        return waits

    async def _answered(self) -> float:
        n = next(self.number)
        message = {"do": "answer", "answer": self.options[n % 2], "n": n}
        begun = perf_counter()
        await self.line.write_message(json.dumps({"exercise": EXERCISE, "message": message}))
        while True:
            told = await self.line.read_message()
            assert told is not None, "the line was closed"
            change = json.loads(told)
            if change["name"] == "state" and change["value"].get("n") == n:
                return 1000 * (perf_counter() - begun)


def _jar(server: Serving) -> CookieJar:
    visitor: Any = server.visitor  # the library's types leave out what it has
    return next(one.cookiejar for one in visitor.handlers if isinstance(one, HTTPCookieProcessor))


def _cookies(server: Serving) -> str:
    return "; ".join(f"{one.name}={one.value}" for one in _jar(server))


def _xsrf(server: Serving) -> str:
    if not any(one.name == "_xsrf" for one in _jar(server)):
        server.visitor.open(f"{server.base}/course/sv/own").read()
    return next(one.value or "" for one in _jar(server) if one.name == "_xsrf")
