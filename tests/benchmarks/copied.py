"""Copies of the course that differ from it in one thing that is to be measured."""

import csv
import random
import shutil
from collections.abc import Sequence
from pathlib import Path

from course.networks.municipality import units
from tests.benchmarks.serving import ROOT

_TAKEN = ("course", "data", "exercises", "notebooks")
_KEEPS = "@lru_cache(maxsize=256)\n"
_PAGE_KEEPS = "const KEPT = 100;"


def copied(folder: Path, *, people: int | None = None) -> Path:
    """A copy of the course that asks for and draws every picture anew, also one seen before.

    With ``people``, its municipality has as many: their units and ties after the same pattern.
    All else is the course as it is, and it is started as it is.
    """
    for name in _TAKEN:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    explorer = folder / "course" / "explorers" / "explorer.py"
    code = explorer.read_text("utf-8")
    assert code.count(_KEEPS) == 2  # pictures, and runs of simulations
    explorer.write_text(code.replace(_KEEPS, ""), encoding="utf-8")
    view = folder / "course" / "kinds" / "explore" / "view.js"
    script = view.read_text("utf-8")
    assert script.count(_PAGE_KEEPS) == 1
    view.write_text(script.replace(_PAGE_KEEPS, "const KEPT = 0;"), encoding="utf-8")
    if people is not None:
        _populate(folder / "data" / "municipality", people)
    return folder


def _populate(folder: Path, number: int) -> None:
    draw, names = random.Random(1), [unit.id for unit in units()]
    people = [(f"p{n}", f"Person {n}", names[n % len(names)], "", "") for n in range(number)]
    ties = []
    for a in range(number):
        for b in range(a):
            share = 0.12 if (a - b) % len(names) == 0 else 0.012
            if draw.random() < share:
                ties.append((f"p{a}", f"p{b}", 1 + int(4 * draw.random() ** 2)))
    _write(folder / "people.csv", ("id", "name", "unit", "role_sv", "role_en"), people)
    _write(folder / "ties.csv", ("source", "target", "strength"), ties)


def _write(file: Path, head: tuple[str, ...], rows: Sequence[tuple[str | int, ...]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened).writerows([head, *rows])
