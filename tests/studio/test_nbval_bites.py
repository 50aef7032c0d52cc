"""Proof that the notebooks are tested: a wrong number in a measure makes nbval fail."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from course.paths import ROOT

pytestmark = pytest.mark.client  # half a minute of another pytest, for what seldom changes

NOTEBOOK = "notebooks/en/06-across-boundaries.ipynb"


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the notebooks need, to be changed and run."""
    copy = tmp_path_factory.mktemp("tree")
    for folder in ("course", "exercises", "data", "notebooks"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "tests").mkdir()
    shutil.copy(ROOT / "tests" / "nbval-sanitize.cfg", copy / "tests")
    shutil.copy(ROOT / "pyproject.toml", copy)
    return copy


def nbval(tree: Path) -> "subprocess.CompletedProcess[str]":
    """Run the notebook as ``course test`` does, with the copy's code before any installed one."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(tree),
        "PYTHONDONTWRITEBYTECODE": "1",
        "COURSE_HOME": str(tree / "home"),
    }
    sanitised = ("--nbval-sanitize-with", "tests/nbval-sanitize.cfg")
    command = (
        sys.executable,
        "-m",
        "pytest",
        "--nbval",
        *sanitised,
        "-q",
        "-p",
        "no:cacheprovider",
    )
    return subprocess.run(
        [*command, NOTEBOOK], cwd=tree, env=environment, capture_output=True, text=True
    )


@pytest.fixture(scope="module")
def passing(tree: Path) -> Path:
    """The copy, which passes as it is: else a failure after a change would prove nothing."""
    done = nbval(tree)
    assert done.returncode == 0, done.stdout
    passed = re.search(r"(\d+) passed", done.stdout)
    assert passed
    assert int(passed[1]) >= 8  # the lesson's cells of code: exercises, and one under the hood
    return tree


@pytest.mark.parametrize(
    ("file", "old", "new", "cells"),
    [
        pytest.param(
            "course/networks/measures.py",
            "ei=(external - internal) / ties if ties else nan,",
            "ei=(internal - external) / ties if ties else nan,",
            1,
            id="the sign of the E-I index",
        ),
        pytest.param(
            "course/networks/measures.py",
            "return 1 - 2 * sum(size * (size - 1) for size in people)",
            "return 1 - 2 * sum(size * (size + 1) for size in people)",
            1,
            id="the index that chance would give",
        ),
        pytest.param(
            "data/municipality/ties.csv",
            "Karin,Mehmet,1\n",
            "Karin,Mehmet,3\n",
            3,
            id="the strength of one tie",
        ),
    ],
)
def test_one_wrong_number_fails(passing: Path, file: str, old: str, new: str, cells: int) -> None:
    path = passing / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    try:
        done = nbval(passing)
    finally:
        path.write_text(text, encoding="utf-8")
    assert done.returncode == 1, done.stdout
    failed = re.search(r"(\d+) failed", done.stdout)
    assert failed
    assert int(failed[1]) >= cells
    assert "Cell outputs differ" in done.stdout
