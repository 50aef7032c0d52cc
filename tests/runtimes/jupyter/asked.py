"""A server in a process of its own, asked by hand: any host name, any cookie, any header."""

import http.client
import os
import socket
from base64 import b64encode
from pathlib import Path
from typing import Any

from attrs import frozen

PATIENCE = 20.0  # seconds that a server may take on a busy computer


@frozen
class Answer:
    """What a server answered."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def cookies(self) -> dict[str, str]:
        """The cookies that came with it."""
        told = [one.partition(";")[0] for one in self.headers.get_all("Set-Cookie") or []]
        return dict(one.split("=", 1) for one in told)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def ask(
    port: int,
    path: str,
    *,
    method: str = "GET",
    host: str = "localhost",
    headers: dict[str, str] | None = None,
    body: bytes | None = None,
    patience: float = PATIENCE,
) -> Answer:
    """Ask a server of this computer, under any name of it."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=patience)
    try:
        named = {"Host": f"{host}:{port}", **(headers or {})}
        connection.request(method, path, body=body, headers=named)
        found = connection.getresponse()
        body = b"" if found.status == 101 else found.read()
        return Answer(found.status, found.headers, body)
    finally:
        connection.close()


def upgrade(port: int, **more: str) -> dict[str, str]:
    """The headers that ask for a WebSocket, as a page of the server itself sends them."""
    return {
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": b64encode(os.urandom(16)).decode(),
        "Origin": f"http://localhost:{port}",
        **more,
    }


def written(folder: Path, **files: Any) -> Path:
    """A folder with these files, as texts."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")
    return folder
