"""A running course: the real command in a process of its own, with a folder of its own."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import psutil

from course.journal import Journal
from course.paths import ROOT

PATIENCE = 60.0
"""Seconds that anything may take on a busy computer before a test gives up."""


class RunningCourse:
    """``python -m course --no-browser``, started and ready, until ``stop``.

    ``home`` is the folder of the learner's journal (COURSE_HOME), ``settings`` a folder for what
    Jupyter keeps, ``preview`` a file or folder of exercises to show instead of the lessons,
    ``terminal`` a file to give the process as its input.
    """

    def __init__(
        self,
        home,
        settings,
        *,
        port=None,
        language=None,
        preview=None,
        terminal=subprocess.DEVNULL,
    ):
        self.home = Path(home)
        self.printed = Path(settings, f"printed-{time.monotonic_ns()}.txt")
        self.printed.parent.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "course", "--no-browser"]
        command += ["--port", str(port or free_port())]
        command += ["--language", language] if language else []
        command += ["preview", str(preview)] if preview else []
        environment = {
            **os.environ,
            "COURSE_ENVIRONMENT": "here",
            "COURSE_HOME": str(home),
            "IPYTHONDIR": str(Path(settings, "ipython")),
            "JUPYTER_CONFIG_DIR": str(Path(settings, "config")),
            "JUPYTER_DATA_DIR": str(Path(settings, "data")),
            "LC_ALL": "C.UTF-8",
        }
        environment.pop("COURSE_LANGUAGE", None)
        with self.printed.open("wb") as output:
            self.process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=environment,
                stdin=terminal,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        try:
            wait_for(self._is_announced, "the course to say its address", self.told)
        except BaseException:
            self.process.kill()
            raise
        self.address = next(line for line in self.lines() if line.startswith("http"))
        found = re.fullmatch(r"(http://127\.0\.0\.1:(\d+)/)[\w/]*\?token=(\w+)", self.address)
        assert found, f"this is no address with a token: {self.address!r}"
        self.base, self.port, self.token = found[1], int(found[2]), found[3]

    def url(self, path=""):
        """The address of a page of the course, such as ``en/00-start``."""
        return f"{self.base}course/{path}"

    def told(self):
        """All that it has printed."""
        return self.printed.read_text(encoding="utf-8")

    def lines(self):
        """All that it has printed, line by line."""
        return self.told().splitlines()

    def _is_announced(self):
        assert self.process.poll() is None, f"the course has stopped:\n{self.told()}"
        # A line that is only half written has no address yet.
        return any(line.startswith("http") for line in self.told().splitlines(keepends=True)[:-1])

    def kernels(self):
        """Its kernels' processes."""
        children = psutil.Process(self.process.pid).children(recursive=True)
        return [child for child in children if is_kernel(child)]

    def kernel(self, id):
        """The process of one kernel."""
        return next(process for process in self.kernels() if id in " ".join(process.cmdline()))

    def journal(self):
        """The learner's journal, read by somebody else."""
        return Journal(self.home)

    def forget(self):
        """Make the learner a new one."""
        self.journal().erase()

    def stop(self, how=signal.SIGINT):
        """Stop it as Ctrl-C does, and return its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(how)
        return self.process.wait(PATIENCE)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        left = self.kernels() if self.process.poll() is None else []
        try:
            self.stop()
        finally:
            if self.process.poll() is None:
                self.process.kill()
            for kernel in filter(is_alive, left):
                kernel.kill()


def is_kernel(process):
    """Whether a process runs a notebook's code."""
    try:
        return "ipykernel_launcher" in " ".join(process.cmdline())
    except psutil.Error:
        return False


def is_alive(process):
    """Whether a process still does anything."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False


def free_port():
    """A port that nobody uses, with nobody on the next one either."""
    while True:
        with socket.socket() as first, socket.socket() as second:
            first.bind(("127.0.0.1", 0))
            port = first.getsockname()[1]
            try:
                second.bind(("127.0.0.1", port + 1))
            except (OSError, OverflowError):
                continue
            return port


def wait_for(condition, what, told=lambda: ""):
    """Return what ``condition`` gives as soon as it is true; fail after a while."""
    deadline = time.monotonic() + PATIENCE
    while not (found := condition()):
        assert time.monotonic() < deadline, f"waited in vain for {what}\n{told()}"
        time.sleep(0.05)
    return found
