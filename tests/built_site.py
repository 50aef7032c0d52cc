"""The folder for a web server, built once for all tests of a run, whichever process they are in.

``course test`` names a folder (COURSE_SHARED) by which its proofs share it too.
"""

import os
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from course.content.course import ours
from course.runtimes.browser.site import MARK, build
from course.studio import javascript


def built(factory: pytest.TempPathFactory, worker: str) -> Path:
    """The folder; who comes first builds it, and the others wait. ``worker`` is xdist's name.

    They wait as long as it is being built: where that fails, or its process ends, the next begins.
    """
    base = factory.getbasetemp()
    own = base if worker == "master" else base.parent
    folder = Path(os.environ.get("COURSE_SHARED") or own, "course-site")
    with FileLock(folder.with_name("course-site.lock")):
        if not (folder / MARK).is_file():
            assert javascript.installed(), "npm could not install what the lock names"
            build(ours(), folder, tell=_quiet)
    return folder


def _quiet(*_: Any) -> None:
    """Hear what is being built, and say nothing."""
