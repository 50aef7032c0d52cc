"""What the lessons are called, for whoever points to one of them."""

import json
from functools import lru_cache
from pathlib import Path

from course.paths import NOTEBOOKS
from course.text import say


def titled(lesson: str, language: str) -> str:
    """A lesson by number and title; by its number alone where its notebook is not at hand.

    >>> titled("99-not-written-yet", "en")
    'Lesson 99'
    """
    number = say("lesson-number", language, n=int(lesson.split("-", 1)[0]))
    path = NOTEBOOKS / language / f"{lesson}.ipynb"
    try:
        return f"{number}: {_title(path, path.stat().st_mtime_ns)}"
    except OSError:
        return number


@lru_cache(maxsize=64)
def _title(path: Path, _changed: int) -> str:
    return str(json.loads(path.read_text(encoding="utf-8"))["metadata"]["course"]["title"])
