"""A class of simulated telephones over real sockets: how long an acknowledgement takes."""

import asyncio
import json
import random
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import quantiles
from time import perf_counter, process_time
from typing import Any
from urllib.request import urlopen

import psutil
from attrs import define, field
from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from tests.benchmarks.measured import Measured
from tests.clients.postgresql import postgresql
from tests.runtimes.classroom.class_started import LESSON, started

ROOT = Path(__file__).resolve().parents[2]
EXERCISE = 0  # that the telephones answer
AT_ONCE = 50  # telephones that connect at a time; the kernel's queue for new sockets is short


@define
class Phones:
    """Telephones in a room, and what was measured of them, in milliseconds."""

    address: str
    key: str
    n: int
    seconds: float
    acknowledged: list[float] = field(factory=list)
    kept: list[float] = field(factory=list)
    seen: list[tuple[float, int]] = field(factory=list)
    told: list[float] = field(factory=list)
    lines: list[WebSocketClientConnection] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        AsyncHTTPClient.configure(None, max_clients=self.n + 10)

    async def ask(self, what: str, **body: Any) -> Any:
        """Ask the server for something, over a socket of its own; raises where it is refused."""
        request = HTTPRequest(
            f"{self.address}api/{what}",
            method="POST",
            body=json.dumps(body),
            request_timeout=60,
            connect_timeout=60,
        )
        return json.loads((await AsyncHTTPClient().fetch(request)).body)

    async def steer(self, action: str, value: Any = None) -> None:
        """What the instructor presses."""
        state = await self.ask("state", view="lead", key=self.key)
        sent = {"key": self.key, "version": state["version"], "action": action, "value": value}
        await self.ask("steer", **sent)

    async def listen(self, view: str, secret: str) -> WebSocketClientConnection:
        """A line of a page."""
        line = await websocket_connect(self.address.replace("http", "ws") + "live")
        await line.write_message(json.dumps({"view": view, "secret": secret, "in": "sv"}))
        await line.read_message()
        return line

    async def watch(self, screen: WebSocketClientConnection) -> None:
        """What the big screen says of how many have answered, and when."""
        while (told := await screen.read_message()) is not None:
            self.seen.append((perf_counter(), json.loads(told).get("answered", 0)))

    async def answer(self, phone: int, door: str, places: list[str], after: float) -> None:
        """One telephone answers, after a while, and waits for the acknowledgement."""
        await asyncio.sleep(after)
        filled = {"answer": random.choice(places)}
        begun = perf_counter()
        await self.ask(
            "answer", door=door, token=f"{phone:032x}", step=EXERCISE, round=1, n=1, filled=filled
        )
        self.kept.append(perf_counter())
        self.acknowledged.append(1000 * (perf_counter() - begun))

    async def hear(self, line: WebSocketClientConnection, begun: float) -> None:
        """One telephone is told that the distribution is shown."""
        while json.loads(str(await line.read_message())).get("phase") != "shown":
            pass
        self.told.append(1000 * (perf_counter() - begun))

    async def play(self) -> int:
        """An exercise from its beginning to the distribution; how many answers that shows."""
        state = await self.ask("state", view="lead", key=self.key)
        door = state["door"]
        for begun in range(0, self.n, AT_ONCE):
            now = (self.listen("phone", door) for _ in range(min(AT_ONCE, self.n - begun)))
            self.lines += await asyncio.gather(*now)
        screen = await self.listen("screen", door)
        watching = asyncio.ensure_future(self.watch(screen))
        await self.steer("go", EXERCISE)
        state = await self.ask("state", view="lead", key=self.key)
        places = [place["id"] for place in state["exercise"]["rows"][0]["places"]]
        await asyncio.gather(
            *(
                self.answer(one, door, places, random.uniform(0, self.seconds))
                for one in range(self.n)
            )
        )
        await asyncio.sleep(1.5)  # until the screen has been told of the last
        await self.steer("close")
        hearing = [self.hear(line, perf_counter()) for line in self.lines]
        await asyncio.gather(self.steer("show"), *hearing)
        state = await self.ask("state", view="screen", door=door)
        watching.cancel()
        for line in (*self.lines, screen):
            line.close()
        return int(state["result"]["rounds"][0])

    def behind(self) -> float:
        """How long the screen took, at most, to tell of an acknowledged answer, in milliseconds."""
        longest = 0.0
        for n, at in enumerate(sorted(self.kept), start=1):
            told = next(when for when, answered in self.seen if answered >= n)
            longest = max(longest, told - at)
        return 1000 * longest


@define
class Class:
    """A class as it is served: its processes, its address, and the presenter's key to its room."""

    processes: list[psutil.Process]
    address: str
    key: str

    def work(self) -> float:
        """The processor's time that they have taken so far, in seconds."""
        return float(sum(sum(one.cpu_times()[:2]) for one in self.processes))

    def memory(self) -> float:
        """That of the one that has most, in MB."""
        return float(max(one.memory_info().rss for one in self.processes)) / 1e6


@contextmanager
def class_served(
    folder: Path, database: str = "", processes: int = 1, lesson: str = LESSON
) -> Iterator[Class]:
    """A class as an instructor starts it; in a database several processes may serve it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    kept = ["--database", database] if database else ["--data", str(folder / "class.sqlite")]
    with ExitStack() as ends:
        served = []
        for n in range(processes):
            begins = [] if n else [lesson]  # the first begins the room
            served.append(started(folder, port, *kept, *begins))
            ends.callback(_stopped, served[-1][0])
        (_, key, address), *_ = served
        urlopen(address).read()
        yield Class([psutil.Process(process.pid) for process, _, _ in served], address, key)


def _stopped(process: "subprocess.Popen[str]") -> None:
    process.terminate()
    process.communicate(timeout=60)  # ten thousand lines are closed one by one


def class_lines(n: int = 1000, seconds: float = 60.0) -> Iterator[Measured]:
    """So many telephones in one room answer within so long; nothing acknowledged is lost."""
    with tempfile.TemporaryDirectory() as folder, class_served(Path(folder)) as served:
        yield from _played(served, n, seconds, at_most=500)


def database_lines(n: int = 2500, seconds: float = 60.0) -> Iterator[Measured]:
    """So many in one room that two processes serve from a PostgreSQL; none where there is none."""
    try:
        with (
            postgresql() as database,
            tempfile.TemporaryDirectory() as folder,
            class_served(Path(folder), database, processes=2) as served,
        ):
            yield from _played(served, n, seconds, at_most=1000)
    except ImportError:
        print("For a PostgreSQL run first: python3 -m course test --clients", file=sys.stderr)


def _played(served: Class, n: int, seconds: float, at_most: float) -> Iterator[Measured]:
    before, begun = served.work(), process_time()
    phones = Phones(served.address, served.key, n, seconds)
    counted = asyncio.run(phones.play())
    used, own = served.work() - before, process_time() - begun
    assert counted == n, f"{n} were acknowledged and {counted} are counted"
    cuts = quantiles(phones.acknowledged, n=100)
    told = quantiles(phones.told, n=100)
    of = f"{n} telephones" + (", 2 processes" if len(served.processes) > 1 else "")
    yield Measured(f"{of}: acknowledged, half of them", (cuts[49],), "ms", 50)
    yield Measured(f"{of}: acknowledged, 99 of 100", (cuts[98],), "ms", at_most)
    yield Measured(f"{of}: the screen is behind, at most", (phones.behind(),), "ms", 1000)
    yield Measured(f"{of}: told that it is shown, 99 of 100", (told[98],), "ms", 2000)
    yield Measured(f"{of}: a process's memory", (served.memory(),), "MB", 200)
    yield Measured(f"{of}: the servers' work", (used,), "s")
    yield Measured(f"{of}: the telephones' own work", (own,), "s")
