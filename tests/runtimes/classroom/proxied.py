"""A proxy before a class's server, as nginx is one: requests and lines pass under a folder.

It is a real one, over sockets: what it is asked under its folder it asks of the server, with the
folder or without it, and as itself where it does not pass the name on that it was asked by.
"""

import asyncio
import threading
from collections.abc import Awaitable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from attrs import field, frozen
from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler
from tornado.websocket import WebSocketClosedError, WebSocketHandler, websocket_connect

FOLDER = "/kurs/klass/"

PASSED_ON = ("Accept-Encoding", "Content-Type", "User-Agent", "Origin")


@frozen(kw_only=True)
class Proxy:
    """How a proxy asks.

    Attributes:
        to: the port of the server.
        strips: whether the folder is taken away before the server is asked.
        tells_name: whether the server learns by which name it was asked.
        lines: those that are open to the server.
    """

    to: int
    strips: bool
    tells_name: bool = True
    lines: set["Line"] = field(factory=set, init=False)

    def path(self, uri: str) -> str:
        """What the server is asked for."""
        return "/" + uri.removeprefix(FOLDER) if self.strips else uri

    def headers(self, asked: Any) -> dict[str, str]:
        """What goes on of a request."""
        name = {"Host": asked.headers["Host"]} if self.tells_name else {}
        kept = {one: asked.headers[one] for one in PASSED_ON if one in asked.headers}
        return {**kept, **name, "X-Forwarded-For": asked.remote_ip}

    def application(self) -> Application:
        """The proxy itself."""
        behind = {"proxy": self}
        return Application(
            [
                (rf"{FOLDER}live", Line, behind),
                (rf"{FOLDER.rstrip('/')}(?:/.*)?", Passing, behind),
            ],
            log_function=lambda handler: None,
        )


class Passing(RequestHandler):
    """A request, passed on; what is answered comes back as it is."""

    def initialize(self, proxy: Proxy) -> None:
        """Know the server."""
        self.proxy = proxy

    async def get(self) -> None:
        """Pass it on; what takes the folder away leads to it first, as nginx does by itself."""
        if self.proxy.strips and self.request.path == FOLDER.rstrip("/"):
            self.redirect(f"{FOLDER}?{self.request.query}".rstrip("?"))
            return
        request = HTTPRequest(
            f"http://127.0.0.1:{self.proxy.to}{self.proxy.path(self.request.uri or '')}",
            method=self.request.method or "GET",
            body=self.request.body or None,
            headers=self.proxy.headers(self.request),
            follow_redirects=False,
            decompress_response=False,
        )
        answer = await AsyncHTTPClient().fetch(request, raise_error=False)
        self.set_status(answer.code)
        for name, value in answer.headers.get_all():
            if name not in ("Content-Length", "Transfer-Encoding", "Connection"):
                self.set_header(name, value)
        self.finish(answer.body or b"")

    post = get


class Line(WebSocketHandler):
    """A line: two sockets, and what comes on one goes out on the other."""

    def initialize(self, proxy: Proxy) -> None:
        """Know the server."""
        self.proxy = proxy

    def check_origin(self, origin: str) -> bool:
        """Who may come is the server's to say."""
        return True

    async def prepare(self) -> None:
        """Have a line to the server first; raises HTTPClientError where it gives none."""
        address = f"http://127.0.0.1:{self.proxy.to}{self.proxy.path(self.request.uri or '')}"
        headers = self.proxy.headers(self.request)
        request = HTTPRequest(address.replace("http", "ws", 1), headers=headers)
        self.server = await websocket_connect(request, on_message_callback=self.back)
        self.proxy.lines.add(self)

    def back(self, message: Any) -> None:
        """What the server says; None when it hangs up."""
        if message is None:
            self.proxy.lines.discard(self)
            self.close()
        else:
            with suppress(WebSocketClosedError):
                self.write_message(message)

    async def on_message(self, message: Any) -> None:
        """What the page says."""
        await self.server.write_message(message)

    def on_close(self) -> None:
        """The page has gone."""
        self.server.close()


def sockets_for_a_proxy() -> list[Any]:
    """Sockets on a free port, which is the public one; the server is told of it as it begins."""
    return bind_sockets(0, "127.0.0.1")


@contextmanager
def passing(proxy: Proxy, sockets: list[Any]) -> Iterator[None]:
    """Let a proxy pass in a thread of its own, for tests that wait in theirs."""
    ready, ends = threading.Event(), threading.Event()

    async def serve() -> None:
        server = HTTPServer(proxy.application())
        server.add_sockets(sockets)
        ready.set()
        await _until(ends)
        server.stop()
        await server.close_all_connections()

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    ready.wait(10)
    try:
        yield
    finally:
        ends.set()
        thread.join(10)


async def _until(event: threading.Event) -> None:
    done: Awaitable[bool] = asyncio.to_thread(event.wait)
    await done
