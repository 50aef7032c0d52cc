"""From nothing to the first page: a fresh clone, and every start after it."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measured import Measured
from tests.benchmarks.serving import ROOT, serving

_PLAIN = "01-what-counts"
"""A lesson in which no exercise has a model or a picture."""

_SESSION = f"""
from time import perf_counter
start = perf_counter()
from course.journal import Journal, MemoryStore
from course.content.course import ours
from course.session import Session
Session(ours(), Journal(MemoryStore()), "sv").page("{_PLAIN}")
print(perf_counter() - start)
"""


def first_start(python: str) -> Measured:
    """Clone the repository, start the course with a bare Python, wait for the first page."""
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder) / "clone"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        with serving(Path(folder) / "home", root=clone, python=python) as served:
            seconds = served.seconds
    return Measured("fresh clone to first page, packages downloaded", (seconds,), "s", 90)


def next_starts(*, times: int = 5) -> Iterator[Measured]:
    """Start the course where its environment is made already, and a session without a server."""
    seconds = []
    for _ in range(times):
        with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as served:
            seconds.append(served.seconds)
    yield Measured("next start to first page", tuple(seconds), "s", 1.2)
    # As the course is installed: its bytecode is kept, whatever this shell says of that.
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-c", _SESSION]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    made = [
        float(subprocess.check_output(command, cwd=ROOT, env=environment, text=True))
        for _ in range(times)
    ]
    yield Measured("a session of plain choices, in a fresh process", tuple(made), "s", 0.3)
