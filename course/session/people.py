"""The people of the story, as a page shows them: who they are, and where one meets them."""

import json
import re
from functools import lru_cache
from pathlib import Path

from course.content.course import Course
from course.content.scenes import portrayed
from course.plain import Json
from course.words import say


def told(course: Course, language: str) -> list[Json]:
    """Those whom the lessons present, in groups: who recurs, then unit by unit.

    Each has a face, a name, a post, a sentence, and the lessons in whose text or exercises they are
    named.
    """
    cast, lessons, filling = course.cast, course.outlines(language), course.filling
    read = {one.id: _read(course, one.id, language) for one in lessons}
    asked = {one.id: _asked(course, one.id) for one in lessons}
    ours = {now: before for before, now in filling.people.items()}  # exercises have our names
    groups: dict[str, list[Json]] = {}
    for one in cast.met:
        unit = cast.units[one.unit].name.in_language(language) if one.unit in cast.units else ""
        recurs = one.id in cast.recurring
        named = {ours.get(one.given, one.given), f"{{{one.id}"}
        told = {
            "id": one.id,
            "name": one.name,
            "role": one.role.in_language(language),
            "unit": unit[:1].lower() + unit[1:] if recurs else "",
            "met": filling.said(one.met.in_language(language), language) if one.met else "",
            "face": portrayed(course, one.id, one.name, language),
            "lessons": [
                {"id": lesson.id, "number": int(lesson.number), "title": lesson.title}
                for lesson in lessons
                if one.given in read[lesson.id] or named & asked[lesson.id]
            ],
        }
        groups.setdefault(say("people.recurring", language) if recurs else unit, []).append(told)
    return [{"title": title, "people": people} for title, people in groups.items()]


def _read(course: Course, lesson: str, language: str) -> frozenset[str]:
    """The words of a lesson's text, as it is built: with a municipality's own names."""
    notebook = course.notebook(lesson, language)
    return _of_notebook(notebook, notebook.stat().st_mtime_ns)


def _asked(course: Course, lesson: str) -> frozenset[str]:
    """The words of a lesson's exercises, as their files have them."""
    files = [course.file(f"exercises/{lesson}/{id}.yml") for id in course.exercises(lesson)]
    return frozenset[str]().union(*(_of_file(file, file.stat().st_mtime_ns) for file in files))


_WORD = re.compile(r"\{?[^\W\d_][\w-]*")


@lru_cache(maxsize=64)
def _of_notebook(file: Path, _changed: int) -> frozenset[str]:
    cells = json.loads(file.read_text(encoding="utf-8")).get("cells", ())
    texts = (cell["source"] for cell in cells if cell["cell_type"] == "markdown")
    return frozenset(_WORD.findall(" ".join("".join(text) for text in texts)))


@lru_cache(maxsize=512)
def _of_file(file: Path, _changed: int) -> frozenset[str]:
    return frozenset(_WORD.findall(file.read_text(encoding="utf-8")))
