"""A class's server in the test's own process: real requests and lines over a port, no browser."""

import asyncio
import json
from pathlib import Path
from typing import Any, Self

from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.websocket import WebSocketClientConnection, websocket_connect

from course.classroom.classroom import Classroom
from course.content.course import Course, ours
from course.runtimes.classroom.api import LARGEST_BODY
from course.runtimes.classroom.application import application
from course.runtimes.classroom.served import Served
from tests.classroom.people import a_store

PATIENCE = 30.0
LESSON = "06-across-boundaries"


class ClassHere:
    """A server with one room, until ``close``; ``key`` is the presenter's.

    Where there is a ``public`` address, what is asked is asked there.
    """

    def __init__(
        self,
        file: Path | str = ":memory:",
        language: str = "en",
        port: int = 0,
        public: str = "",
        course: Course | None = None,
    ) -> None:
        self.loop = asyncio.new_event_loop()
        asyncio.set_event_loop(self.loop)
        self.classroom = Classroom(course or ours(), a_store(file))
        self.lines: list[WebSocketClientConnection] = []
        self.run(self._start(language, port, public))
        if not self.classroom.rooms:
            _, self.key = self.classroom.begin(LESSON, language)
        self.room = next(iter(self.classroom.rooms.values()))
        self.door = self.room.about.door

    async def _start(self, language: str, port: int, public: str) -> None:
        self.client = AsyncHTTPClient(force_instance=True, max_clients=200)
        sockets = bind_sockets(port, "127.0.0.1")
        self.port: int = sockets[0].getsockname()[1]
        self.address = public or f"http://127.0.0.1:{self.port}/"
        self.served = Served(self.classroom, self.address, language, own_key="the-house-key")
        self.server = HTTPServer(application(self.served), max_body_size=LARGEST_BODY)
        self.server.add_sockets(sockets)

    def run(self, work: Any) -> Any:
        """Let the server and a piece of work run until the work is done."""
        return self.loop.run_until_complete(asyncio.wait_for(work, PATIENCE))

    async def fetching(self, path: str, **options: Any) -> Any:
        """The answer to a request, whatever its status."""
        request = HTTPRequest(self.address + path, allow_nonstandard_methods=True, **options)
        return await self.client.fetch(request, raise_error=False)

    def get(self, path: str, **options: Any) -> Any:
        """Ask for an address."""
        return self.run(self.fetching(path, **options))

    def ask(self, what: str, **body: Any) -> tuple[int, Any]:
        """Ask the server for something: the status, and what it told."""
        return self.send(what, json.dumps(body).encode())

    def send(self, what: str, body: bytes) -> tuple[int, Any]:
        """Send whatever it is."""
        answer = self.get(f"api/{what}", method="POST", body=body)
        is_told = answer.headers.get("Content-Type", "").startswith("application/json")
        return answer.code, json.loads(answer.body) if is_told else None

    def steer(self, *actions: str, value: Any = None) -> None:
        """Let the instructor do one thing after another, as the page does."""
        for action in actions:
            version = self.ask("state", view="lead", key=self.key)[1]["version"]
            status, told = self.ask(
                "steer", key=self.key, version=version, action=action, value=value
            )
            assert status == 200, told

    def go(self, exercise: str) -> list[str]:
        """Go to an exercise with one row; what can be chosen in it."""
        self.steer("go", value=self.room.about.steps.index(exercise))
        poll = self.classroom.questions.poll(self.room, self.room.at, "en")
        assert poll is not None
        return [place["id"] for place in poll.rows[0].places]

    def answer(self, person: int, place: str, *, round: int = 1, n: int = 1) -> tuple[int, Any]:
        """Let a telephone answer the exercise that the class is at."""
        return self.ask(
            "answer",
            door=self.door,
            token=f"{person:032x}",
            step=self.room.at,
            round=round,
            n=n,
            filled={"answer": place},
        )

    def line(self, view: str = "phone", secret: str = "", language: str = "en") -> Any:
        """Open a page's line, and say who it is."""
        address = self.address.replace("http", "ws") + "live"
        connection = self.run(_connecting(address))
        self.lines.append(connection)
        first = {"view": view, "secret": secret or self.door, "in": language}
        self.run(connection.write_message(json.dumps(first)))
        return connection

    def hear(self, line: Any) -> Any:
        """The next state that a line tells; None where it is closed."""
        told = self.run(line.read_message())
        return None if told is None else json.loads(told)

    def close(self) -> None:
        """End it as the real server does."""
        self.server.stop()
        for line in self.lines:
            line.close()
        self.run(asyncio.sleep(0.02))
        self.run(self.server.close_all_connections())
        self.client.close()
        self.classroom.store.close()
        left = asyncio.all_tasks(self.loop)
        for one in left:  # Tornado's, such as the one that sends a ping every 20 seconds
            one.cancel()
        if left:
            self.loop.run_until_complete(asyncio.wait(left))
        self.loop.run_until_complete(self.loop.shutdown_default_executor())
        self.loop.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


async def _connecting(address: str) -> WebSocketClientConnection:
    return await websocket_connect(address)
