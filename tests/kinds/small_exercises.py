"""Small exercises of each kind, as an author would write them: those of ``cases.py``."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from course.content.reading import build, joined
from course.kinds import KINDS
from course.kinds.cases import text
from course.kinds.exercise import Exercise
from course.kinds.tried import cases

FIELDS = {kind: cases(kind).fields for kind in KINDS}

Make = Callable[..., Any]


def made(kind: str, **fields: Any) -> Exercise:
    """An exercise of a kind, with some of its fields written otherwise."""
    head = {name: text(name) for name in ("title", "prompt", "objective")}
    exercise = build({"id": "one", "kind": kind, "minutes": 2, **head, **FIELDS[kind], **fields})
    beside = {Path(file): build(one) for file, one in cases(kind).beside.items()}
    return joined(exercise, beside) if beside else exercise
