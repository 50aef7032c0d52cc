"""Thousands of telephones that only listen: what their lines cost the server, and how all hear."""

import asyncio
import base64
import json
import os
import resource
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import perf_counter, process_time
from urllib.parse import urlsplit

from attrs import define, field

from tests.benchmarks.measured import Measured
from tests.benchmarks.phones import AT_ONCE, Class, Phones, class_served

SPARE = 200
"""Files that a process has open besides its lines."""

TEXT, PING, PONG = 1, 9, 10
"""Kinds of frames (RFC 6455, 5.2)."""


def _frame(kind: int, told: bytes) -> bytes:
    """A final frame of a client, which is short, and masked by zeros."""
    assert len(told) < 126
    return bytes([0x80 | kind, 0x80 | len(told), 0, 0, 0, 0]) + told


@define
class Listener:
    """A telephone's line, by hand: that of a client for browsers would weigh more than all."""

    address: str
    door: str
    phase: str = ""
    is_told: asyncio.Event = field(factory=asyncio.Event)
    listening: "asyncio.Task[None] | None" = None

    async def open(self) -> None:
        """Open it, say that it is a telephone, and hear how the room stands."""
        at = urlsplit(self.address)
        reader, writer = await asyncio.open_connection(at.hostname, at.port)
        key = base64.b64encode(os.urandom(16)).decode()
        writer.write(
            f"GET /live HTTP/1.1\r\nHost: {at.netloc}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\n"
            "Sec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        head = await reader.readuntil(b"\r\n\r\n")
        assert b" 101 " in head, head
        said = json.dumps({"view": "phone", "secret": self.door, "in": "sv"}).encode()
        writer.write(_frame(TEXT, said))
        self.listening = asyncio.ensure_future(self._listen(reader, writer))
        await self.hears("")

    async def _listen(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                kind, length = await reader.readexactly(2)
                if length > 125:
                    length = int.from_bytes(await reader.readexactly(2 if length == 126 else 8))
                told = await reader.readexactly(length)
                if kind & 0x0F == PING:
                    writer.write(_frame(PONG, told))
                elif kind & 0x0F == TEXT:
                    self.phase = json.loads(told).get("phase", "")
                    self.is_told.set()
        writer.close()

    async def hears(self, phase: str) -> None:
        """Until it has been told that the exercise is so."""
        await self.is_told.wait()
        while self.phase != phase:
            self.is_told.clear()
            await self.is_told.wait()


async def _connected(served: Class, n: int) -> tuple[float, float, float, int]:
    """Memory before and with all lines (MB), until all are told (s), and how many it knows of."""
    phones = Phones(served.address, served.key, 1, 0.0)
    door = (await phones.ask("state", view="lead", key=served.key))["door"]
    before = served.memory()
    listeners = [Listener(served.address, door) for _ in range(n)]
    for begun in range(0, n, AT_ONCE):
        await asyncio.gather(*(one.open() for one in listeners[begun : begun + AT_ONCE]))
    known = (await phones.ask("state", view="lead", key=served.key))["connected"]
    hearing = asyncio.gather(*(one.hears("open") for one in listeners))
    told = perf_counter()
    await phones.steer("go", 0)
    await hearing
    took = perf_counter() - told
    after = served.memory()
    for one in listeners:
        if one.listening is not None:
            one.listening.cancel()
    return before, after, took, known


def connected_lines(n: int = 10_000) -> Iterator[Measured]:
    """So many telephones have a line to one process, and hear that an exercise is begun."""
    may_open, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(max(may_open, n + SPARE), most), most))
    n = min(n, resource.getrlimit(resource.RLIMIT_NOFILE)[0] - SPARE)
    with tempfile.TemporaryDirectory() as folder, class_served(Path(folder)) as served:
        worked, begun = served.work(), process_time()
        before, after, took, known = asyncio.run(_connected(served, n))
        worked, own = served.work() - worked, process_time() - begun
    assert known == n, f"{n} lines are open, and the server knows of {known}"
    yield Measured(f"{n} connected: the server's memory", (after,), "MB")
    yield Measured(f"{n} connected: of that a line has", (1000 * (after - before) / n,), "kB")
    yield Measured(f"{n} connected: until all know what is begun", (took,), "s")
    yield Measured(f"{n} connected: the server's work", (worked,), "s")
    yield Measured(f"{n} connected: the telephones' own work", (own,), "s")
