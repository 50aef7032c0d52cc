"""A running course: the real command in a process of its own, with a folder of its own."""

import os
import random
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import psutil

from course.journal import Journal
from course.paths import ROOT

PATIENCE = 60.0
"""Seconds that anything may take on a busy computer before a test gives up."""

_PAUSE = 0.05  # seconds between two looks


class RunningCourse:
    """``python -m course --no-browser``, started and ready, until ``stop``.

    ``home`` is the folder of the learner's journal (COURSE_HOME), ``settings`` a folder for what
    Jupyter keeps, ``preview`` a file or folder of exercises to show instead of the lessons,
    ``present`` a lesson to show to a room, ``lab`` whether JupyterLab is started too, ``terminal``
    a file to give the process as its input, ``more`` what its environment has besides.
    """

    def __init__(
        self,
        home,
        settings,
        *,
        port=None,
        language=None,
        preview=None,
        present=None,
        lab=False,
        terminal=subprocess.DEVNULL,
        more=None,
    ):
        self.home = Path(home)
        self.is_preview = preview is not None
        self.printed = Path(settings, f"printed-{time.monotonic_ns()}.txt")
        self.printed.parent.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "course", "--no-browser"]
        command += ["--port", str(port or free_port())]
        command += ["--language", language] if language else []
        command += ["--lab"] if lab else []
        command += ["preview", str(preview)] if preview else []
        command += ["present", present] if present else []
        environment = {
            **os.environ,
            "COURSE_ENVIRONMENT": "here",
            "COURSE_HOME": str(home),
            "IPYTHONDIR": str(Path(settings, "ipython")),
            "JUPYTER_CONFIG_DIR": str(Path(settings, "config")),
            "JUPYTER_DATA_DIR": str(Path(settings, "data")),
            "LC_ALL": "C.UTF-8",
            **(more or {}),
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
            wait_for(lambda: self._addresses(1), "the course to say its address", self.told)
        except BaseException:
            self.process.kill()
            raise
        self.address = self._addresses(1)[0]
        shape = r"(http://127\.0\.0\.1:(\d+)/)course/enter\?key=([\w-]+)&to=[\w%-]*"
        found = re.fullmatch(shape, self.address)
        assert found, f"this is no address with a key: {self.address!r}"
        self.base, self.port, self.key = found[1], int(found[2]), found[3]

    def url(self, path=""):
        """The address of a page of the course, such as ``en/00-start``."""
        return f"{self.base}course/{path}"

    def lab_address(self):
        """The address that lets a browser into JupyterLab, as soon as it is told."""
        return wait_for(lambda: self._addresses(2), "JupyterLab's address", self.told)[1]

    def told(self):
        """All that it has printed."""
        return self.printed.read_text(encoding="utf-8")

    def lines(self):
        """All that it has printed, line by line."""
        return self.told().splitlines()

    def _addresses(self, count):
        """The addresses that it has told, if there are as many; a half-written line is none."""
        assert self.process.poll() is None, f"the course has stopped:\n{self.told()}"
        whole = [line for line in self.told().splitlines(keepends=True) if line.endswith("\n")]
        found = [line.strip() for line in whole if line.startswith("http")]
        return found if len(found) >= count else []

    def children(self):
        """The processes that it has started: for models, for JupyterLab, for its kernels."""
        return psutil.Process(self.process.pid).children(recursive=True)

    def journal(self):
        """The learner's journal, read by somebody else."""
        return Journal(self.home)

    def forget(self):
        """Make the learner a new one, as the course itself does: it forgets what is begun, too."""
        browser, secret = self._door
        form = urlencode({"delete": "yes", "_xsrf": secret}).encode()
        browser.open(self.url("en/answers"), form).close()
        assert self.journal().events() == ()

    @cached_property
    def _door(self):
        """Who has come in, and the secret that a form of theirs has to bring."""
        browser = build_opener(HTTPCookieProcessor())
        browser.open(self.address).close()
        with browser.open(self.url("en/answers")) as page:
            secret = re.search(r'name="_xsrf" value="([^"]+)"', page.read().decode())[1]
        return browser, secret

    def stop(self, how=signal.SIGINT):
        """Stop it as Ctrl-C does, and return its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(how)
        return self.process.wait(PATIENCE)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        left = self.children() if self.process.poll() is None else []
        try:
            self.stop()
        finally:
            if self.process.poll() is None:
                self.process.kill()
            for child in filter(is_alive, left):
                child.kill()


def is_alive(process):
    """Whether a process still does anything."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False


def free_port():
    """A port that nobody uses, with nobody on the next one either.

    It is none of those that the system gives to the connections that programs open.
    """
    while True:
        port = random.randrange(20_000, 30_000)
        with socket.socket() as first, socket.socket() as second, suppress(OSError):
            first.bind(("127.0.0.1", port))
            second.bind(("127.0.0.1", port + 1))
            return port


def wait_for(condition, what, told=lambda: "", *, page=None):
    """Return what ``condition`` gives as soon as it is true; fail after a while.

    A ``page`` whose requests pass through the test has to be given: it stands still otherwise.
    """
    deadline = time.monotonic() + PATIENCE
    while not (found := condition()):
        assert time.monotonic() < deadline, f"waited in vain for {what}\n{told()}"
        if page is None:
            time.sleep(_PAUSE)
        else:
            page.wait_for_timeout(1000 * _PAUSE)
    return found
