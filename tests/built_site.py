"""The folder for a web server, built once for all tests of a run, whichever process they are in.

``course test`` names a folder (COURSE_SHARED) by which its proofs share it too.
"""

import os
import time
from pathlib import Path
from typing import Any

import pytest

from course.content.course import ours
from course.runtimes.browser.site import MARK, build
from course.studio import javascript

PATIENCE = 300
"""Seconds that another process may take to build it."""


def built(factory: pytest.TempPathFactory, worker: str) -> Path:
    """The folder; who comes first builds it, and the others wait. ``worker`` is xdist's name."""
    base = factory.getbasetemp()
    own = base if worker == "master" else base.parent
    folder = Path(os.environ.get("COURSE_SHARED") or own, "course-site")
    turn = folder.with_name("course-site-is-being-built")
    try:
        turn.mkdir()
    except FileExistsError:
        _wait(folder)
        return folder
    assert javascript.installed(), "npm could not install what the lock names"
    build(ours(), folder, tell=_quiet)
    return folder


def _wait(folder: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not (folder / MARK).is_file():
        assert time.monotonic() < end, "the process that builds the folder has not done so"
        time.sleep(0.2)


def _quiet(*_: Any) -> None:
    """Hear what is being built, and say nothing."""
