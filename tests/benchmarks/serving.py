"""A server under measurement: started as a user starts it, watched as the machine sees it."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from urllib.request import HTTPCookieProcessor, build_opener

import psutil
from attrs import frozen

ROOT = Path(__file__).resolve().parents[2]
_ADDRESS = re.compile(r"http://\S+token=\S+")


@frozen
class Serving:
    """A running server: its process, the address it printed, seconds until the first page."""

    process: psutil.Process
    address: str
    seconds: float

    @property
    def base(self) -> str:
        """The address before ``/course/``."""
        return self.address.split("/course/")[0]

    def memory(self) -> tuple[float, float]:
        """Megabytes of the server and its kernels: shared pages counted once, and all of them."""
        processes = [self.process, *self.process.children(recursive=True)]
        infos = [process.memory_full_info() for process in processes]
        shared_once = sum(getattr(info, "pss", info.uss) for info in infos)
        return shared_once / 1e6, sum(info.rss for info in infos) / 1e6


@contextmanager
def serving(
    home: Path, *, root: Path = ROOT, python: str = sys.executable, preview: Path | None = None
) -> Iterator[Serving]:
    """Start the course, wait until its first page is there, stop it by Ctrl-C."""
    shown = ["preview", str(preview)] if preview else []
    here = {} if root != ROOT else {"COURSE_ENVIRONMENT": "here"}
    environment = {**os.environ, **here, "COURSE_HOME": str(home)}
    start = perf_counter()
    with subprocess.Popen(
        [python, "-m", "course", "--no-browser", "--language", "sv", *shown],
        cwd=root,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            address = _printed_address(process)
            build_opener(HTTPCookieProcessor()).open(address).read()
            seconds = perf_counter() - start
            yield Serving(psutil.Process(process.pid), address, seconds)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(30)


def _printed_address(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    for line in process.stdout:
        if match := _ADDRESS.search(line):
            return match[0]
    raise RuntimeError("The course stopped before it printed its address.")
