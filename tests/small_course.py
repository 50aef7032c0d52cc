"""A small course in a folder of its own, for tests that need one which is not the shipped one."""

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from course.content.course import Course
from course.paths import LANGUAGES

Planned = tuple[str, int, bool]
"""An exercise as its lesson lists it: its id, its minutes, whether it is on the core path."""

FINAL_TEST = """\
id: final
kind: test
title: {sv: Rubrik, en: Title}
prompt: {sv: Svara., en: Answer.}
objective: {sv: Du kan svara., en: You can answer.}
minutes: 2
bank: bank
draw: 4
"""
"""A test of four questions, which lie in a folder beside it."""


def leave(course: Course, *lessons: str) -> None:
    """Leave a copy of the course these lessons alone, and of each of the others one exercise.

    To go through all lessons takes long; without any exercise of theirs the story, which names
    them, could not be read. What is quoted from the exercises that go is left out with them.
    """
    course.file("data/quoted.yml").unlink()
    for lesson in set(course.lessons()) - set(lessons):
        _, *others = course.files(f"exercises/{lesson}/*.yml")
        for file in (*others, *course.files(f"notebooks/*/{lesson}.*")):
            file.unlink()


def rewrite(path: Path, old: str, new: str) -> None:
    """Write a file with one thing in it otherwise, and another date, as an editor would."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    before = path.stat().st_mtime_ns
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    os.utime(path, ns=(before + 1, before + 1))


def write_lesson(
    folder: Path,
    lesson: str,
    title: str,
    minutes: int,
    exercises: Iterable[Planned] = (),
    terms: Iterable[dict[str, str]] = (),
    **more: Any,
) -> None:
    """Write the notebooks of a lesson, with nothing in them but what they say of themselves."""
    listed = [{"id": id, "minutes": takes, "core": core} for id, takes, core in exercises]
    optional = sum(one["minutes"] for one in listed if not one["core"])
    for language in LANGUAGES:
        about = {
            "lesson": lesson,
            "language": language,
            "title": title,
            "minutes": minutes,
            "core_minutes": minutes - optional,
            "exercises": listed,
            "terms": list(terms),
            **more,
        }
        _write(folder / "notebooks" / language / f"{lesson}.ipynb", {"metadata": {"course": about}})


def write_exercise(folder: Path, lesson: str, definition: dict[str, Any]) -> Path:
    """Write an exercise's file; JSON is YAML as well."""
    return _write(folder / "exercises" / lesson / f"{definition['id']}.yml", definition)


def _write(path: Path, content: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


def text(words: str) -> dict[str, str]:
    """Words in both languages, which end in the language's name."""
    return {language: f"{words} {language}" for language in LANGUAGES}


def made(id: str, kind: str, **fields: Any) -> dict[str, Any]:
    """What an exercise's file holds, with words that name what they are words of."""
    head = {name: text(f"{name} of {id}") for name in ("title", "prompt", "objective")}
    return {"id": id, "kind": kind, "minutes": 2, **head, **fields}


def choice(id: str, right: str | None = None) -> dict[str, Any]:
    """A choice between a and b."""
    options = [
        {"id": one, "text": text(f"text {one}"), "feedback": text(f"why {one}")} for one in "ab"
    ]
    return made(id, "choice", options=[{**one, "right": one["id"] == right} for one in options])
