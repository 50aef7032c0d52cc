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
        command = [sys.executable, "-m", "course", "--no-browser", "--port", str(self.port)]
        command += ["class", "--address", "127.0.0.1", "--data", str(self.file)]
        self.process = subprocess.Popen(
            command + ([] if self.key else [LESSON]),
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            text=True,
            env={**os.environ, "COURSE_HOME": str(self.folder), "COURSE_ENVIRONMENT": "here"},
        )
        assert self.process.stdout is not None
        told = [self.process.stdout.readline().strip() for _ in range(4)]
        self.key = self.key or told[1].partition("#")[2]
        assert self.address in ("", told[3])
        self.address = told[3]

    def kill(self) -> None:
        """End it without a word."""
        self.process.kill()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()

    def steer(self, action: str, value: Any = None) -> None:
        """What the instructor presses."""
        version = ask(self.address, "state", view="lead", key=self.key)["version"]
        ask(self.address, "steer", key=self.key, version=version, action=action, value=value)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
