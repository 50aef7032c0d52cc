"""The server killed under answers: nothing that a page was told is saved is ever lost."""

import asyncio
import json
import os
import random
import re
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.request import HTTPCookieProcessor, build_opener

import pytest
from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

from course.journal import Journal
from course.paths import ROOT
from tests.counts import count

LESSON, EXERCISE = "00-start", "first-thought"
KILLS = count(300)
PATIENCE = 30


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


class Server:
    """``python -m course`` in a process of its own, and the line of one page."""

    def __init__(self, home: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "course", "--no-browser", "--port", str(free_port())],
            cwd=ROOT,
            env={**os.environ, "COURSE_HOME": str(home), "COURSE_ENVIRONMENT": "here"},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout
        address = next(line for line in self.process.stdout if line.startswith("http")).strip()
        self.base = re.match(r"http://[^/]+", address)[0]  # type: ignore[index]
        opener = build_opener(HTTPCookieProcessor())
        answer = opener.open(address)
        self.cookie = answer.headers["Set-Cookie"].partition(";")[0]

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(PATIENCE)
        assert self.process.stdout
        self.process.stdout.close()


async def answer_until_killed(server: Server, first: int, seconds: float) -> tuple[int, set[int]]:
    """Answer one number after another until the server is killed; which were said to be saved."""
    line = f"{server.base.replace('http', 'ws')}/course/en/line?lesson={LESSON}"
    headers = {"Cookie": server.cookie, "Origin": server.base}
    page = await websocket_connect(HTTPRequest(line, headers=headers))
    asyncio.get_running_loop().call_later(seconds, server.kill)
    acknowledged: set[int] = set()
    sent = first
    under_way: dict[int, int] = {}
    while True:
        for _ in range(3):  # several at once, so that a write has more than one
            message = {"do": "answer", "answer": words(sent), "n": sent}
            with suppress(Exception):
                await page.write_message(json.dumps({"exercise": EXERCISE, "message": message}))
            under_way[sent] = sent
            sent += 1
        while under_way:
            told = await page.read_message()
            if told is None:
                page.close()
                return sent, acknowledged
            change = json.loads(told)
            if change["name"] == "saved" and change["value"]["n"] is not None:
                assert change["value"]["kept"]
                done = {n for n in under_way if n <= change["value"]["n"]}
                acknowledged |= done
                for n in done:
                    del under_way[n]


def words(n: int) -> Any:
    """An answer that no other is."""
    return f"idea number {n}"


@pytest.mark.long
def test_nothing_acknowledged_is_lost_when_the_server_is_killed(tmp_path: Path) -> None:
    """kill -9 at random moments, KILLS times over one journal."""
    chance = random.Random(20261128)
    acknowledged: set[int] = set()
    sent = 1
    for _ in range(KILLS):
        server = Server(tmp_path)
        try:
            sent, more = asyncio.run(answer_until_killed(server, sent, chance.uniform(0.02, 0.4)))
        finally:
            if server.process.poll() is None:
                server.kill()
        acknowledged |= more
    assert acknowledged
    kept = {event.answer for event in Journal(tmp_path).answers(LESSON, EXERCISE)}
    assert {words(n) for n in acknowledged} <= kept
    assert len(kept) == len(Journal(tmp_path).answers(LESSON, EXERCISE))
