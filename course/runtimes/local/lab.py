"""JupyterLab, started beside the pages when it is asked for, in a process of its own."""

import json
import subprocess
import sys
from contextlib import suppress
from secrets import token_urlsafe
from urllib.parse import urlencode

from course.paths import PACKAGE

_PATIENCE = 1.0  # seconds that it may take to end before it is ended


class Lab:
    """A JupyterLab on a port of this computer; its key is in no command line and no page."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.key = token_urlsafe(24)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "course.runtimes.jupyter.lab"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=PACKAGE.parent,
        )
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"key": self.key, "port": port}).encode() + b"\n")
        self._process.stdin.flush()

    @property
    def address(self) -> str:
        """The address that lets a browser in."""
        return f"http://localhost:{self.port}/enter?{urlencode({'key': self.key})}"

    def wait(self) -> bool:
        """Wait until it answers; False if it ended instead."""
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip() == b"ready"

    def close(self) -> None:
        """End it, and its kernels with it."""
        with suppress(OSError):
            if self._process.stdin is not None:
                self._process.stdin.close()
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()
