"""``python3 -m course class`` in a process of its own, which can be killed and started again."""

import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any, Self

from course.paths import ROOT
from tests.runtimes.classroom.asked import ask

LESSON = "06-across-boundaries"


def started(folder: Path, port: int, *more: str) -> tuple["subprocess.Popen[str]", str, str]:
    """A class's server that has told where it is: its process, the instructor's key, its address.

    ``more`` is what follows the command; where that names no lesson, the key begins rooms.
    """
    command = [sys.executable, "-m", "course", "--language", "en", "--no-browser"]
    command += ["--port", str(port), "class", "--address", "127.0.0.1", *more]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "COURSE_HOME": str(folder), "COURSE_ENVIRONMENT": "here"},
    )
    assert process.stdout is not None
    told = [process.stdout.readline().strip() for _ in range(4)]
    return process, told[1].partition("#")[2], told[3]


def killed(process: "subprocess.Popen[str]") -> None:
    """End a server without a word."""
    process.kill()
    process.wait()
    assert process.stdout is not None
    process.stdout.close()


class ClassStarted:
    """A server with one room, at one port from its first start to ``__exit__``."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.file = folder, folder / "class.sqlite"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.key = ""
        self.address = ""
        self.start()

    def start(self) -> None:
        """Start it; the first time with a room."""
        lesson = [] if self.key else [LESSON]
        self.process, key, address = started(
            self.folder, self.port, "--data", str(self.file), *lesson
        )
        self.key = self.key or key
        assert self.address in ("", address)
        self.address = address

    def kill(self) -> None:
        """End it without a word."""
        killed(self.process)

    def steer(self, action: str, value: Any = None) -> None:
        """What the instructor presses."""
        version = ask(self.address, "state", view="lead", key=self.key)["version"]
        ask(self.address, "steer", key=self.key, version=version, action=action, value=value)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
