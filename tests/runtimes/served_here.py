"""The course served in the test's own process: real requests and lines over a port, no browser."""

import asyncio
import json
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, Self

from attrs import frozen
from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest, HTTPResponse
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.websocket import WebSocketClientConnection, websocket_connect

from course.content.course import Course, ours
from course.journal import Journal
from course.journal.store import Store
from course.pages.render import Pages
from course.runtimes.local.application import application
from course.runtimes.local.door import Door
from course.runtimes.local.serve import LARGEST_BODY
from course.runtimes.local.served import Served

PATIENCE = 30.0
"""Seconds that anything may take on a busy computer before a test gives up."""


@frozen
class Answer:
    """What a server answered."""

    status: int
    headers: Any
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8")


class Site:
    """A course that is served until ``close``; whoever asks has been let in, unless told else."""

    def __init__(
        self,
        where: Path | Store,
        *,
        course: Course | None = None,
        preview: Path | None = None,
        present: str = "",
    ) -> None:
        self.loop = asyncio.new_event_loop()
        # Tornado's client makes its futures in the thread's loop, which asyncio.run() took away.
        asyncio.set_event_loop(self.loop)
        self.journal = Journal(where)
        self.served = Served(
            course or ours(),
            self.journal,
            Pages("/course"),
            previewed=preview,
            presented=present,
        )
        self.door = Door()
        self.cookies: dict[str, str] = {}
        self.lines: list[Line] = []
        self.run(self._start())
        self.enter()

    async def _start(self) -> None:
        self.client = AsyncHTTPClient(force_instance=True, max_body_size=2**30)
        self.server = HTTPServer(application(self.served, self.door), max_body_size=LARGEST_BODY)
        sockets = bind_sockets(0, "127.0.0.1")
        self.port: int = sockets[0].getsockname()[1]
        self.host = f"127.0.0.1:{self.port}"
        self.server.add_sockets(sockets)

    def run(self, work: Coroutine[Any, Any, Any], patience: float = PATIENCE) -> Any:
        """Let the server and a piece of work run until the work is done."""
        return self.loop.run_until_complete(asyncio.wait_for(work, patience))

    def rest(self, seconds: float) -> None:
        """Let the server run for a while."""
        self.run(asyncio.sleep(seconds))

    # --- pages ------------------------------------------------------------------------------------

    def enter(self) -> Answer:
        """Show the key, as the browser does that the course opens."""
        address = self.door.address(self.port, "").partition(self.host)[2]
        answer = self.ask(address, cookie=False)
        self._keep_cookies(answer)
        return answer

    def ask(self, path: str, **options: Any) -> Answer:
        """Ask for an address, without following where it leads."""
        answer: Answer = self.run(self.asking(path, **options))
        self._keep_cookies(answer)
        return answer

    async def asking(
        self,
        path: str,
        *,
        method: str = "GET",
        cookie: bool | str = True,
        host: str | None = None,
        headers: dict[str, str] | None = None,
        body: bytes | None = None,
    ) -> Answer:
        """``ask``, to be awaited beside others."""
        request = HTTPRequest(
            f"http://{self.host}{path}",
            method=method,
            headers=self._headers(cookie, host) | (headers or {}),
            body=body,
            follow_redirects=False,
            allow_nonstandard_methods=True,
            request_timeout=PATIENCE,
        )
        found: HTTPResponse = await self.client.fetch(request, raise_error=False)
        return Answer(found.code, found.headers, found.body or b"")

    def post(self, path: str, *, xsrf: bool = True, **parts: str | tuple[str, bytes]) -> Answer:
        """Send a form whose parts are texts, or files with a name."""
        return self.run(self.posting(path, xsrf=xsrf, **parts))  # type: ignore[no-any-return]

    async def posting(
        self, path: str, *, xsrf: bool = True, **parts: str | tuple[str, bytes]
    ) -> Answer:
        """``post``, to be awaited beside others; the form's token comes from the page itself."""
        if "_xsrf" not in self.cookies:
            self._keep_cookies(await self.asking("/course/en/answers"))
        if xsrf:
            parts = {**parts, "_xsrf": self.cookies["_xsrf"]}
        headers = {"Content-Type": "multipart/form-data; boundary=xxBOUNDARYxx"}
        return await self.asking(path, method="POST", headers=headers, body=form(parts))

    def _headers(self, cookie: bool | str, host: str | None) -> dict[str, str]:
        pairs = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        shown = cookie if isinstance(cookie, str) else pairs if cookie else ""
        return ({"Cookie": shown} if shown else {}) | {"Host": host or self.host}

    def _keep_cookies(self, answer: Answer) -> None:
        for told in answer.headers.get_list("Set-Cookie"):
            name, _, value = told.partition(";")[0].partition("=")
            self.cookies[name] = value

    # --- lines ------------------------------------------------------------------------------------

    def line(self, lesson: str, language: str = "en", **options: Any) -> "Line":
        """Open the line of a page."""
        return self.run(self.opening(lesson, language, **options))  # type: ignore[no-any-return]

    async def opening(
        self,
        lesson: str,
        language: str = "en",
        *,
        cookie: bool | str = True,
        host: str | None = None,
        origin: str | None = None,
    ) -> "Line":
        """``line``, to be awaited; raises tornado's HTTPClientError where it is refused."""
        headers = self._headers(cookie, host)
        headers["Origin"] = origin or f"http://{self.host}"
        address = f"ws://{self.host}/course/{language}/line?lesson={lesson}"
        request = HTTPRequest(address, headers=headers, request_timeout=PATIENCE)
        try:
            connection = await websocket_connect(request)
        except HTTPClientError:
            await asyncio.sleep(0.02)  # until the answer is read to its end
            raise
        self.lines.append(Line(self, connection))
        return self.lines[-1]

    # --- the end ----------------------------------------------------------------------------------

    def close(self) -> None:
        """End it as the real course does, and see that nothing of the course goes on."""
        self.server.stop()
        self.run(self.server.close_all_connections())
        self.client.close()
        for line in self.lines:
            line.close()
        self.served.close()
        self.rest(0.01)
        left = asyncio.all_tasks(self.loop)
        ours_left = [one for one in left if "/course/" in one.get_coro().cr_code.co_filename]
        for one in left:  # Tornado's, such as the one that sends a ping every 20 seconds
            one.cancel()
        if left:
            self.loop.run_until_complete(asyncio.wait(left))
        self.loop.run_until_complete(self.loop.shutdown_default_executor())
        self.loop.close()
        assert not ours_left, ours_left

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@frozen
class Line:
    """A page's line: what it sends, and what it hears."""

    site: Site
    connection: WebSocketClientConnection

    def send(self, exercise: str, message: object) -> None:
        """Send a message about an exercise."""
        self.say(json.dumps({"exercise": exercise, "message": message}))

    def say(self, text: str | bytes) -> None:
        """Send whatever it is."""
        self.site.run(self.saying(text))

    async def saying(self, text: str | bytes) -> None:
        """``say``, to be awaited."""
        await self.connection.write_message(text, binary=isinstance(text, bytes))

    def hear(self, name: str = "", patience: float = PATIENCE) -> Any:
        """The next change, or the next of a name; TimeoutError when there is none in time."""
        return self.site.run(self.hearing(name), patience)

    async def hearing(self, name: str = "") -> Any:
        """``hear``, to be awaited."""
        while True:
            told = await self.connection.read_message()
            assert told is not None, "the line was closed"
            change = json.loads(told)
            if name in ("", change["name"]):
                return change

    def hears_nothing(self, seconds: float = 0.3) -> bool:
        """Whether there is no change for a while."""
        try:
            self.hear(patience=seconds)
        except TimeoutError:
            return True
        return False

    def close(self) -> None:
        """End the line, as a page does that is left."""
        protocol = self.connection.protocol
        if protocol is not None:
            self.site.run(self._closing())
            protocol._abort()  # else it may wait for seconds

    async def _closing(self) -> None:
        self.connection.close()
        await asyncio.sleep(0.02)  # the server is told


def form(parts: dict[str, str | tuple[str, bytes]]) -> bytes:
    """A form as a browser sends it."""
    told = []
    for name, part in parts.items():
        file = f'; filename="{part[0]}"' if isinstance(part, tuple) else ""
        content = part[1] if isinstance(part, tuple) else part.encode()
        head = f'--xxBOUNDARYxx\r\nContent-Disposition: form-data; name="{name}"{file}\r\n\r\n'
        told.append(head.encode() + content + b"\r\n")
    return b"".join(told) + b"--xxBOUNDARYxx--\r\n"


Start = Callable[..., Site]
