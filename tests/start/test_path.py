"""The user's own modules, in PYTHONPATH or in the current folder, hide none of the course's."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from course.paths import ROOT
from course.start import path

SHOW = "import sys; print(str(list(sys.modules)).replace(chr(39), chr(34)))"

CODE = """
import json, os, sys
from course.start import path
path.keep_foreign_modules_out()
print(json.dumps([sys.path, os.environ.get("PYTHONPATH"), os.environ.get("PYTHONHOME")]))
"""


def run(*arguments, cwd=ROOT, **settings):
    """What a Python prints, as JSON; it is clean but for the environment variables given."""
    clean = {name: v for name, v in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env=clean | settings,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture
def foreign(tmp_path) -> Path:
    """A folder with a broken module for each of the standard library's that Python has not loaded.

    Those that ``python -m`` itself loads would break it before any of our lines is read.
    """
    (tmp_path / "show.py").write_text(SHOW)
    loaded = {name.partition(".")[0] for name in run("-m", "show", cwd=tmp_path)}
    taken = sys.stdlib_module_names - loaded | {"attr", "attrs", "numpy"}
    for name in taken:
        (tmp_path / f"{name}.py").write_text(f"raise ImportError('the foreign {name}')")
    assert {"random", "json", "argparse", "subprocess", "re", "venv"} <= taken
    return tmp_path


def test_the_command_line_answers_with_foreign_modules_on_pythonpath(foreign):
    clean = {name: v for name, v in os.environ.items() if not name.startswith("PYTHON")}
    command = [sys.executable, "-m", "course", "--language", "en", "--help"]
    for settings in ({"PYTHONPATH": str(foreign)}, {"PYTHONPATH": os.pathsep + str(foreign)}):
        done = subprocess.run(
            command, cwd=ROOT, env=clean | settings, capture_output=True, encoding="utf-8"
        )
        assert done.stderr == ""
        assert "Start the course" in done.stdout


def test_foreign_folders_are_left_out_and_the_course_comes_last(tmp_path):
    theirs = os.pathsep.join([str(tmp_path), str(ROOT)])
    before = run("-c", "import json, sys; print(json.dumps(sys.path))")[1:]
    after, pythonpath, _ = run("-c", CODE, PYTHONPATH=theirs)
    assert after == [folder for folder in before if folder != str(ROOT)] + [str(ROOT)]
    assert pythonpath == str(ROOT)  # Kernels find the course, and nothing else of theirs.
    assert run("-c", CODE, PYTHONHOME=sys.base_prefix)[2] is None


def test_pythons_own_folders_stay_also_if_pythonpath_names_them():
    own = os.path.dirname(os.__file__)
    after, *_ = run("-c", CODE, PYTHONPATH=own)
    assert own in after


def test_a_course_that_is_found_anyway_needs_no_pythonpath(monkeypatch):
    """As in ``.venv``, which knows the course's folder: kernels then get no PYTHONPATH at all."""
    monkeypatch.setattr(sys, "path", ["/somewhere", *sys.path, str(ROOT)])
    monkeypatch.setenv("PYTHONPATH", "/foreign")
    path.keep_foreign_modules_out()
    assert "PYTHONPATH" not in os.environ
    assert sys.path.count(str(ROOT)) >= 1
    assert "/somewhere" not in sys.path
