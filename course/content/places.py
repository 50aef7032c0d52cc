"""Where the exercises of a lesson stand in it, for links that lead to one."""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from course.content.course import Course


def cells(course: Course, lesson: str, language: str) -> Mapping[str, str]:
    """The cell of each exercise in a lesson, by the exercise's id; empty where it is not built.

    >>> from course.content.course import ours
    >>> cells(ours(), "06-across-boundaries", "sv")["wall"]
    'c05'
    """
    file = course.notebook(lesson, language)
    return _of(file, file.stat().st_mtime_ns) if file.is_file() else {}


@lru_cache(maxsize=64)
def _of(file: Path, _changed: int) -> Mapping[str, str]:
    found = {}
    for cell in json.loads(file.read_text(encoding="utf-8")).get("cells", ()):
        if exercise := cell["metadata"].get("course", {}).get("exercise"):
            found[exercise] = cell["id"]
    return found
