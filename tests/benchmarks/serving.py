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
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

import psutil
from attrs import frozen

ROOT = Path(__file__).resolve().parents[2]
_ADDRESS = re.compile(r"http://\S+enter\?key=\S+")
_SECRET = re.compile(r'name="_xsrf" value="([^"]+)"')


@frozen
class Serving:
    """A running server: its process, the address it printed, seconds until the first page."""

    process: psutil.Process
    address: str
    seconds: float
    visitor: OpenerDirector

    @property
    def base(self) -> str:
        """The address before ``/course/``."""
        return self.address.split("/course/")[0]

    def memory(self) -> float:
        """Megabytes of the server and the process for models, what they share counted once."""
        processes = [self.process, *self.process.children(recursive=True)]
        infos = [process.memory_full_info() for process in processes]
        return float(sum(getattr(info, "pss", info.uss) for info in infos)) / 1e6

    def bring_in(self, journal: bytes) -> None:
        """Import a journal, as the page for that does."""
        address = f"{self.base}/course/sv/answers"
        with self.visitor.open(address) as page:
            secret = _SECRET.search(page.read().decode())
        assert secret is not None
        name = 'Content-Disposition: form-data; name="file"; filename="answers.jsonl"'
        edge = "bench-" + secret[1][-16:].replace("|", "-")
        body = f"--{edge}\r\n{name}\r\n\r\n".encode() + journal + f"\r\n--{edge}--\r\n".encode()
        kind = {"Content-Type": f"multipart/form-data; boundary={edge}"}
        query = urlencode({"_xsrf": secret[1]})
        self.visitor.open(Request(f"{address}?{query}", body, kind)).read()


@contextmanager
def serving(
    home: Path, *, root: Path = ROOT, python: str = sys.executable, preview: Path | None = None
) -> Iterator[Serving]:
    """Start the course, wait until its first page is there, stop it by Ctrl-C.

    ``root`` is the checkout to start; one with another Python makes its own environment.
    """
    shown = ["preview", str(preview)] if preview else []
    environment = {**os.environ, "COURSE_HOME": str(home), "PYTHONPATH": str(root)}
    # Another Python makes its own, also where this one was told to run in what it has.
    environment.pop("COURSE_ENVIRONMENT", None)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed course keeps its bytecode
    if python == sys.executable:
        environment["COURSE_ENVIRONMENT"] = "here"
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
            visitor = build_opener(HTTPCookieProcessor())
            visitor.open(address).read()
            visitor.open(f"{address.split('/enter')[0]}/sv/").read()
            seconds = perf_counter() - start
            yield Serving(psutil.Process(process.pid), address, seconds, visitor)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(30)


def _printed_address(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    for line in process.stdout:
        if match := _ADDRESS.search(line):
            return match[0]
    raise RuntimeError("The course stopped before it printed its address.")
