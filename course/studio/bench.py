"""``python3 -m course bench``: what the course takes, measured as a user meets it."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from course.paths import IS_CHECKOUT, ROOT

_NOT_BESIDE = """
Not beside it: the same lesson in stock JupyterLite or as a marimo page. Both fetch their Python
from another host, which this computer need not reach; docs/hosting.md says more."""


def main(full: bool = False, beside: Path | None = None, site: Path | None = None) -> int:
    """Measure and print a table; with ``full``, also a first start and every published table.

    ``beside`` is another checkout of the course, with an environment in its ``.venv``: its own
    figures are measured first, by its own bench, in the same run; the models of both are then run
    in turns, in this environment. ``site`` is a folder for a web server (``course site``), which is
    then measured alone; one that is not there is built.

    These are figures to compare, not tests: a busy machine gives larger ones.
    """
    if not IS_CHECKOUT:
        print("The measurements are in the repository: run this in a clone of it.", file=sys.stderr)
        return 1
    if site is not None:
        return _measure_site(site)
    if beside is not None:
        if code := _measure_beside(beside):
            return code
        print(f"\n{ROOT}", flush=True)
    sys.path.insert(0, str(ROOT))
    from tests.benchmarks.measured import printed

    printed(_lines(full, beside))
    if full:
        from tests.benchmarks.models.__main__ import main as models

        models()
    return 0


def of_class() -> int:
    """Measure the server of a class with simulated telephones; 1 where there is no repository.

    A thousand in a room, one on a slow network, 2,500 with two processes, and 10,000 who listen.
    """
    if not IS_CHECKOUT:
        print("The measurements are in the repository: run this in a clone of it.", file=sys.stderr)
        return 1
    sys.path.insert(0, str(ROOT))
    from tests.benchmarks.connected import connected_lines
    from tests.benchmarks.measured import printed
    from tests.benchmarks.phones import class_lines, database_lines
    from tests.benchmarks.slow_phone import slow_lines

    lines = (class_lines, slow_lines, database_lines, connected_lines)
    printed(line for some in lines for line in some())
    return 0


def _measure_site(folder: Path) -> int:
    sys.path.insert(0, str(ROOT))
    from course.studio import javascript
    from tests.benchmarks.measured import printed
    from tests.benchmarks.site import site_lines

    if not javascript.installed():
        return 1
    printed(site_lines(folder))
    print(_NOT_BESIDE)
    return 0


def _measure_beside(checkout: Path) -> int:
    """Let another checkout measure itself, with its own Python; give its exit code."""
    folder = "Scripts/python.exe" if sys.platform == "win32" else "bin/python"
    python = checkout.resolve() / ".venv" / folder
    if not python.exists():
        told = f"{checkout} has no environment of its own: start the course there once, then again."
        print(told, file=sys.stderr)
        return 1
    print(checkout.resolve(), flush=True)
    environment = {**os.environ, "COURSE_ENVIRONMENT": "here"}
    environment.pop("PYTHONPATH", None)
    command = [str(python), "-m", "course", "bench"]
    return subprocess.run(command, cwd=checkout, env=environment).returncode


def _lines(full: bool, beside: Path | None) -> Iterator[Any]:
    from tests.benchmarks.beside_own import beside_own_lines
    from tests.benchmarks.interactions import interaction_line
    from tests.benchmarks.large import large_lines
    from tests.benchmarks.material import material_lines
    from tests.benchmarks.models.apart import QUICK, SLOW, work_lines
    from tests.benchmarks.pages import (
        home_line,
        lab_line,
        page_lines,
        played_line,
        preview_line,
        simulations_line,
        slider_lines,
        step_lines,
        twelve_line,
    )
    from tests.benchmarks.serving import serving
    from tests.benchmarks.start import first_start, next_starts
    from tests.benchmarks.taken_home import taken_home_lines

    yield from material_lines()
    yield from next_starts()
    with tempfile.TemporaryDirectory() as home, serving(Path(home)) as served:
        yield from page_lines(served)
    for served_lines in (home_line, step_lines, lab_line, played_line, interaction_line):
        with tempfile.TemporaryDirectory() as home, serving(Path(home)) as served:
            yield from served_lines(served)
    for lines in (twelve_line, preview_line, simulations_line):
        with tempfile.TemporaryDirectory() as home:
            yield from lines(Path(home))
    yield from slider_lines()
    yield from large_lines()
    yield from taken_home_lines()
    yield from beside_own_lines()
    yield from work_lines(QUICK + SLOW if full else QUICK, beside)
    if full:
        yield first_start(shutil.which("python3") or sys.executable)
