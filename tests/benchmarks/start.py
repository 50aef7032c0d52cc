"""From nothing to the first page: a fresh clone, and every start after it."""

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measured import Measured
from tests.benchmarks.serving import ROOT, serving


def first_start(python: str) -> Measured:
    """Clone the repository, start the course with a bare Python, wait for the first page."""
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder) / "clone"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        with serving(Path(folder) / "home", root=clone, python=python) as served:
            seconds = served.seconds
    return Measured("fresh clone to first page, packages downloaded", (seconds,), "s", 90)


def next_starts(*, times: int = 5) -> Iterator[Measured]:
    """Start the course where its environment is made already."""
    seconds = []
    for _ in range(times):
        with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as served:
            seconds.append(served.seconds)
    yield Measured("next start to first page", tuple(seconds), "s", 4)
