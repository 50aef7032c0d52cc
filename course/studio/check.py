"""Everything that can be wrong with the lessons, found without running them."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from course.content.course import Course
from course.content.minutes import word_count
from course.content.references import CITATION
from course.faults import Fault, FaultError
from course.paths import LANGUAGES
from course.plain import Json
from course.studio.coverage import coverage_faults
from course.studio.data import entry_faults
from course.studio.facilitator import facilitator_faults
from course.studio.marks import mark_faults, unmarked
from course.studio.meeting_faults import leading_faults, meeting_faults
from course.studio.myst import Cell
from course.studio.notebooks import contents
from course.studio.source import AUDIENCES, TAGS, Source
from course.studio.standards import cast_standards, lesson_standards, picture_standards
from course.studio.steps import step_faults
from course.studio.summary import hard_texts, size_faults
from course.studio.terms import glossary_faults, subject_faults, term_faults
from course.studio.unused import unused

MOST_WORDS = 1600
"""The longest that a lesson's text may be, in one language."""

_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
_MEANT_AS_CITATION = re.compile(r"\[@[^\]]*\]")
_HEADING = re.compile(r"^# +", re.MULTILINE)


def source_faults(lessons: Iterable[Source]) -> list[Fault]:
    """Every fault of the lessons' sources, each by itself."""
    return [fault for source in lessons for fault in _faults(source)]


def course_faults(course: Course, lessons: Iterable[Source]) -> list[Fault]:
    """What is wrong with the course as a whole: unused, not covered, too much or too little."""
    lessons = tuple(lessons)
    return [
        *entry_faults(course),
        *leading_faults(course),
        *unused(course, lessons),
        *glossary_faults(course, lessons),
        *unmarked(course, lessons),
        *subject_faults(course),
        *coverage_faults(course, lessons),
        *lesson_standards(course, lessons),
        *picture_standards(course),
        *cast_standards(course),
        *size_faults(lessons),
    ]


def _faults(source: Source) -> Iterator[Fault]:
    name = source.name
    try:
        pairs = source.pairs
        assert source.head
        for language in LANGUAGES:
            source.title(language)
    except FaultError as error:
        yield error.fault.in_file(name)
        return
    for cell in source.cells:
        for key, values in _cell_faults(cell, source):
            yield Fault.at(cell.line, key, values, name)
    if all(cell.audience in AUDIENCES for cell in source.cells):
        yield from facilitator_faults(source)
    yield from meeting_faults(source)
    for language in LANGUAGES:
        cells = [pair.cells[language] for pair in pairs]
        texts = [cell for cell in cells if cell.kind == "text"]
        titles = [cell for cell in texts for _ in _HEADING.findall(cell.body)]
        for cell in titles[1:]:
            yield Fault.at(cell.line, "two-titles", {}, name)
        n = sum(word_count(cell.body) for cell in texts)
        if n > MOST_WORDS:
            values = {"n": n, "language": f"say:in.{language}", "most": MOST_WORDS}
            yield Fault.at(1, "too-many-words", values, name)
    yield from step_faults(source)
    yield from term_faults(source)
    yield from mark_faults(source)
    yield from hard_texts(source)


def _cell_faults(cell: Cell, source: Source) -> Iterator[tuple[str, dict[str, object]]]:
    course = source.course
    for tag in cell.tags:
        if tag not in TAGS:
            yield "unknown-tag", {"given": tag, "known": ", ".join(sorted(TAGS))}
    if cell.audience not in AUDIENCES:
        yield "unknown-audience", {"given": cell.audience}
    if cell.kind == "code":
        yield from _shown_faults(cell, source)
        return
    for meant in _MEANT_AS_CITATION.findall(cell.body):
        match = CITATION.fullmatch(meant)
        if match is None:
            yield "bad-citation", {"given": meant}
        elif match[1] not in course.references:
            yield "missing-source", {"key": match[1]}
    for link in _LINK.findall(cell.body):
        if not _leads_somewhere(link, course):
            yield "broken-link", {"link": link}


def _shown_faults(cell: Cell, source: Source) -> Iterator[tuple[str, dict[str, object]]]:
    """A code cell shows one thing that there is, or is one to look at under the hood."""
    if ("exercise" in cell.shows) + ("figure" in cell.shows) + bool(cell.tags) != 1:
        yield "shows-not-one", {}
    elif cell.shows and cell.body:
        yield "shown-with-code", {}
    for what in ("exercise", "after"):
        given = cell.shows.get(what)
        if given is not None and given not in source.course.exercises(source.lesson):
            yield "unknown-exercise", {"given": given, "lesson": source.lesson}
    figure = cell.shows.get("figure")
    if figure is not None and figure not in source.course.figures():
        yield "unknown-figure", {"given": figure}


def _leads_somewhere(link: str, course: Course) -> bool:
    """Links go to another lesson's notebook, to an address, or to a work in the list of sources."""
    if re.match(r"https?://[^/\s]+\.[a-z]{2,}(/|$)", link):
        return True
    if link.startswith("#ref-"):
        return link.removeprefix("#ref-") in course.references
    target = link.split("#", 1)[0]
    return target.endswith(".ipynb") and course.file(f"notebooks/source/{target[:-6]}.md").exists()


def notebook_faults(course: Course, lessons: Iterable[Source]) -> list[Fault]:
    """Notebooks that are missing, that differ from their source, or that have none."""
    faults, expected = [], set()
    for source in lessons:
        for language in LANGUAGES:
            path = course.notebook(source.lesson, language)
            expected.add(path)
            values = {"lesson": source.lesson, "language": language}
            file = source.name
            try:
                new = contents(source, language)
            except FaultError as error:
                faults.append(error.fault.in_file(file))
                continue
            if not path.exists():
                faults.append(Fault.at(1, "missing-notebook", dict(values), file))
            elif not is_built(path, new):
                faults.append(Fault.at(1, "stale", dict(values), file))
    for language in LANGUAGES:
        for path in course.files(f"notebooks/{language}/*.ipynb"):
            if path not in expected:
                faults.append(Fault.at(1, "orphan", {}, course.name(path)))
    return faults


def is_built(path: Path, new: Json) -> bool:
    """Whether a file has the notebook that is built now, whatever its code printed."""
    if not path.is_file():
        return False
    try:
        there = json.loads(path.read_bytes())
        return _without_outputs(there) == _without_outputs(json.loads(json.dumps(new)))
    except (ValueError, LookupError, TypeError, AttributeError):  # it holds no notebook
        return False


def _without_outputs(notebook: Json) -> Json:
    """What a notebook holds before it is run; a file has the text of a cell line by line."""
    cells = [
        {
            key: "".join(value) if key == "source" else value
            for key, value in cell.items()
            if key not in ("outputs", "execution_count")
        }
        for cell in notebook["cells"]
    ]
    return {"cells": cells, "metadata": notebook["metadata"]}
