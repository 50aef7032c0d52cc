"""What happens without a page: reading exercises, judging, keeping answers, drawing."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from time import perf_counter

from course.content.course import Course, ours
from course.explorers import EXPLORERS
from course.explorers.explorer import Explorer, Simulated
from course.journal import Journal
from course.paths import ROOT
from course.studio.checked import exercise_faults
from tests.benchmarks.measured import Measured, timed


def material_lines() -> Iterator[Measured]:
    """Figures of the parts, in milliseconds."""
    yield from check_lines()
    shared = ("tests/kinds/test_kinds.py", "tests/test_kinds_documented.py")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-k",
        "sort",
        *shared,
    ]
    yield timed(
        "the shared tests of one kind",
        lambda: _run(command),
        times=3,
        at_most=5000,
    )
    yield timed("all exercise files checked", lambda: exercise_faults(ours(), "sv"), times=3)
    with tempfile.TemporaryDirectory() as folder:
        copies(200, Path(folder) / "exercises")
        course = Course.open(Path(folder))
        assert exercise_faults(course, "sv") == []
        yield timed(
            "200 exercise files checked",
            lambda: exercise_faults(course, "sv"),
            times=3,
            at_most=3000,
        )
    explorer = EXPLORERS["tie-strength"]
    assert isinstance(explorer, Explorer)
    stops = iter([1, 2, 3, 0] * 10)
    yield timed(
        "a picture of 60 people, as data",
        lambda: explorer.look({"strength": next(stops)}, "sv"),
        times=20,
    )
    yield from simulation_lines()
    with tempfile.TemporaryDirectory() as folder:
        journal = Journal(Path(folder))
        yield timed(
            "an answer on disk",
            lambda: journal.record("00-start", "x", "a", fingerprint="f", language="sv"),
            times=200,
        )


def check_lines() -> Iterator[Measured]:
    """The command ``check``: of everything, and again after a word of an exercise was changed.

    Each run is a process of its own, as an author starts it: not the first one, which keeps the
    bytecode for those that follow, whatever this shell says of that.
    """
    command = [sys.executable, "-m", "course", "check"]
    kept = ROOT / "build" / "checked.json"
    edited = ROOT / "exercises" / "06-across-boundaries" / "wall.yml"
    text = edited.read_bytes()

    def cold() -> None:
        kept.unlink(missing_ok=True)
        _run(command)

    words = count()

    def after_an_edit() -> None:
        edited.write_bytes(text + f"# {next(words)}\n".encode())
        _run(command)

    cold()
    yield timed("check of everything, nothing kept", cold, times=3, at_most=6000)
    try:
        yield timed("check after one exercise was edited", after_an_edit, times=5, at_most=1000)
    finally:
        edited.write_bytes(text)


def _run(command: list[str]) -> None:
    """Run a command that keeps its bytecode; CalledProcessError where it fails."""
    environment = {**os.environ}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)


def simulation_lines() -> Iterator[Measured]:
    """Every simulation of the course, not run before: its first picture, and all of it."""
    first, whole = [], []
    for explorer in EXPLORERS.values():
        if isinstance(explorer, Simulated):
            start = perf_counter()
            scenes = explorer.scenes({}, "en")
            next(scenes)
            first.append(1000 * (perf_counter() - start))
            for _ in scenes:
                pass
            whole.append(perf_counter() - start)
    yield Measured("a simulation's first picture", tuple(first), "ms")
    yield Measured("a simulation, whole", tuple(whole), "s")


def copies(number: int, folder: Path) -> Path:
    """Copies of the examples on the pages of all kinds, in turn, each under an id of its own.

    They lie in folders of twenty, named from ``00-copies`` on, each with the bank of a test.
    """
    pages = sorted(ROOT.glob("course/kinds/*/page.md"))
    found = [re.findall(r"```yaml\n(.*?)```", page.read_text("utf-8"), re.DOTALL) for page in pages]
    examples = [example for examples in found for example in examples]
    for n in range(number):
        text = re.sub(r"\Aid: .+", f"id: copy-{n}", examples[n % len(examples)])
        path = folder / f"{n // 20:02}-copies" / f"copy-{n}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for beside in folder.iterdir():
        shutil.copytree(ROOT / "course/kinds/test/beside/bank", beside / "bank")
    return folder
