"""What a lesson is, as its built notebook describes itself; no exercise is opened for it."""

import json
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from attrs import field, frozen

from course.content.steps import Step
from course.plain import Json


@frozen
class PlannedExercise:
    """An exercise as its lesson lists it: the minutes it takes, and whether it is on the core path.

    It is told apart from the exercise itself so that a list of lessons opens no exercise file.
    """

    id: str
    minutes: int
    core: bool


@frozen
class LessonOutline:
    """A lesson in one language, as its built notebook describes itself.

    Attributes:
        id: the name of its files, which begins with its number.
        title: what it is called.
        minutes: how long it takes to its end, as estimated when it was built;
            ``core_minutes`` on the core path.
        exercises: its exercises, in order.
        monday: what it suggests to do on Monday; empty where it suggests nothing.
        terms: the glossary's terms that are explained in it: ``id`` and the ``heading`` above.
        steps: the steps that it is played in, in order, and after its end what is ``more``.
        slips: what each table is told where a group takes the lesson: ``unit`` and ``text``.
        expected: answers to be ready for there: ``text``, and the ``exercises`` it is about.
        questions: the questions that a group ends with; ``read``: what is read out to it, by cell.
        added: the day from which learners have it; None for those of the first version.
    """

    id: str
    language: str
    title: str
    minutes: int
    core_minutes: int
    exercises: tuple[PlannedExercise, ...]
    terms: tuple[dict[str, str], ...] = ()
    monday: str = ""
    steps: tuple[Step, ...] = ()
    slips: tuple[dict[str, str], ...] = ()
    expected: tuple[Json, ...] = ()
    questions: tuple[str, ...] = ()
    read: dict[str, list[str]] = field(factory=dict)
    added: date | None = None

    @property
    def number(self) -> str:
        """The lesson's number, as the file's name begins."""
        return self.id.split("-", 1)[0]


@lru_cache(maxsize=256)
def read_outline(file: Path, language: str, _changed: int) -> LessonOutline:
    """A lesson from its built notebook; what is kept for an unchanged file."""
    about: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))["metadata"]["course"]
    return LessonOutline(
        id=about["lesson"],
        language=language,
        title=about["title"],
        minutes=about["minutes"],
        core_minutes=about["core_minutes"],
        exercises=tuple(PlannedExercise(**exercise) for exercise in about["exercises"]),
        terms=tuple(about.get("terms", ())),
        monday=about.get("monday", ""),
        steps=tuple(Step(**step, language=language) for step in about.get("steps", ())),
        slips=tuple(about.get("class", {}).get("slips", ())),
        expected=tuple(about.get("class", {}).get("expected", ())),
        questions=tuple(about.get("class", {}).get("questions", ())),
        read=about.get("class", {}).get("read", {}),
        added=date.fromisoformat(about["added"]) if about.get("added") else None,
    )
