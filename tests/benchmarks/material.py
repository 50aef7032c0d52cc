"""What happens without a page: reading exercises, judging, keeping answers, drawing."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from course.build.check import exercise_faults
from course.explorers import EXPLORERS
from course.progress import Journal
from tests.benchmarks.measured import Measured, timed


def material_lines() -> Iterator[Measured]:
    """Figures of the parts, in milliseconds."""
    yield timed("all exercise files checked", lambda: exercise_faults("sv"), times=3)
    explorer = EXPLORERS["tie-strength"]
    stops = iter([1, 2, 3, 0] * 10)
    yield timed(
        "a picture of 60 people drawn",
        lambda: explorer.look({"strength": next(stops)}, "sv"),
        times=20,
    )
    with tempfile.TemporaryDirectory() as folder:
        journal = Journal(Path(folder))
        yield timed(
            "an answer on disk",
            lambda: journal.record("00-start", "x", "a", fingerprint="f", language="sv"),
            times=200,
        )
