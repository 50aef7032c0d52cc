"""Everything that can be wrong with the lessons and exercises, found without running them.

Each fault is told with its file and line, what is wrong and what to write; all of them at once.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from typing import Any

import nbformat

from course.build.coverage import coverage_faults
from course.build.documents import stale_documents
from course.build.found import Found
from course.build.guide import guide_faults
from course.build.notebooks import built
from course.build.prose import words
from course.build.source import AUDIENCES, TAGS, Cell, Source, SourceError, sources
from course.build.summary import hard_texts, size_faults, summary
from course.build.terms import glossary_faults, term_faults
from course.build.unused import unused
from course.content.checking import faults_in
from course.content.course import Course, ours
from course.content.figure_checking import faults_in_figure
from course.content.references import CITATION
from course.paths import LANGUAGES

MOST_WORDS = 1600
"""The longest that a lesson's text may be, in one language."""

_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
_MEANT_AS_CITATION = re.compile(r"\[@[^\]]*\]")
_HEADING = re.compile(r"^# +", re.MULTILINE)


def main(language: str = "en", course: Course | None = None) -> int:
    """Print every fault and a summary; 1 if there is any."""
    course = course if course is not None else ours()
    lessons = sources(course)
    found = [
        *exercise_faults(course, language),
        *figure_faults(course, language),
        *(one.told(language) for one in source_faults(lessons)),
    ]
    if not found:  # what has faults of its own cannot be built
        found = [one.told(language) for one in notebook_faults(course, lessons)]
    found += [one.told(language) for one in course_faults(course, lessons)]
    for line in summary(lessons, language):
        print(line)
    for sentence in found:
        print(sentence, file=sys.stderr)
    print(f"{len(found)} faults" if found else "No faults.")
    return int(bool(found))


def exercise_faults(course: Course, language: str) -> list[str]:
    """Every fault of every exercise file."""
    find = course.find_exercises
    found = [fault for file in find("*/*.yml") for fault in faults_in(file, find)]
    # What is wrong with a file that others stand on is found once more at each of these.
    return list(dict.fromkeys(fault.told(language) for fault in found))


def figure_faults(course: Course, language: str) -> list[str]:
    """Every fault of every figure file."""
    files, references = course.files("data/figures/*.yml"), course.references
    return [fault.told(language) for file in files for fault in faults_in_figure(file, references)]


def source_faults(lessons: Iterable[Source]) -> list[Found]:
    """Every fault of the lessons' sources, each by itself."""
    return [fault for source in lessons for fault in _faults(source)]


def course_faults(course: Course, lessons: Iterable[Source]) -> list[Found]:
    """What is wrong with the course as a whole: unused, not covered, too much or too little."""
    lessons = tuple(lessons)
    return [
        *unused(course, lessons),
        *glossary_faults(course, lessons),
        *coverage_faults(course, lessons),
        *size_faults(lessons),
        *stale_documents(course, lessons),
    ]


def _faults(source: Source) -> Iterator[Found]:
    name = f"notebooks/source/{source.path.name}"
    try:
        pairs = source.pairs
        assert source.head
        for language in LANGUAGES:
            source.title(language)
    except SourceError as error:
        yield Found(name, error.line, error.key, error.values)
        return
    for cell in source.cells:
        for key, values in _cell_faults(cell, source):
            yield Found(name, cell.line, key, values)
    if all(cell.audience in AUDIENCES for cell in source.cells):
        yield from guide_faults(source)
    for language in LANGUAGES:
        cells = [pair.cells[language] for pair in pairs]
        texts = [cell for cell in cells if cell.kind == "text"]
        titles = [cell for cell in texts for _ in _HEADING.findall(cell.body)]
        for cell in titles[1:]:
            yield Found(name, cell.line, "two-titles", {})
        n = sum(words(cell.body) for cell in texts)
        if n > MOST_WORDS:
            values = {"n": n, "language": f"say:in.{language}", "most": MOST_WORDS}
            yield Found(name, 1, "too-many-words", values)
    yield from term_faults(source)
    yield from hard_texts(source)


def _cell_faults(cell: Cell, source: Source) -> Iterator[tuple[str, dict[str, object]]]:
    course = source.course
    for tag in cell.tags:
        if tag not in TAGS:
            yield "unknown-tag", {"given": tag, "known": ", ".join(sorted(TAGS))}
    if cell.audience not in AUDIENCES:
        yield "unknown-audience", {"given": cell.audience}
    if cell.kind == "code":
        for exercise in _named_exercises(cell.body):
            if exercise not in course.exercises(source.lesson):
                yield "unknown-exercise", {"given": exercise, "lesson": source.lesson}
        for figure in _named_figures(cell.body):
            if figure not in course.figures():
                yield "unknown-figure", {"given": figure}
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


def _named_exercises(code: str) -> list[str]:
    """The exercises that a cell shows, or that a figure in it waits for."""
    return re.findall(r'lesson\.(?:exercise\(|figure\([^)]*after=)\s*"([^"]+)"', code)


def _named_figures(code: str) -> list[str]:
    return re.findall(r'lesson\.figure\(\s*"([^"]+)"', code)


def _leads_somewhere(link: str, course: Course) -> bool:
    """Links go to another lesson's notebook, to an address, or to a work in the list of sources."""
    if re.match(r"https?://[^/\s]+\.[a-z]{2,}(/|$)", link):
        return True
    if link.startswith("#ref-"):
        return link.removeprefix("#ref-") in course.references
    target = link.split("#", 1)[0]
    return target.endswith(".ipynb") and course.file(f"notebooks/source/{target[:-6]}.md").exists()


def notebook_faults(course: Course, lessons: Iterable[Source]) -> list[Found]:
    """Notebooks that are missing, that differ from their source, or that have none."""
    faults, expected = [], set()
    for source in lessons:
        for language in LANGUAGES:
            path = course.notebook(source.lesson, language)
            expected.add(path)
            values = {"lesson": source.lesson, "language": language}
            file = f"notebooks/source/{source.path.name}"
            try:
                new = built(source, language)
            except SourceError as error:
                faults.append(Found(file, error.line, error.key, error.values))
                continue
            if not path.exists():
                faults.append(Found(file, 1, "missing-notebook", dict(values)))
            elif _without_outputs(nbformat.read(path, 4)) != _without_outputs(new):
                faults.append(Found(file, 1, "stale", dict(values)))
    for language in LANGUAGES:
        for path in course.files(f"notebooks/{language}/*.ipynb"):
            if path not in expected:
                faults.append(Found(course.name(path), 1, "orphan", {}))
    return faults


def _without_outputs(notebook: Any) -> Any:
    cells = [
        {key: value for key, value in cell.items() if key not in ("outputs", "execution_count")}
        for cell in notebook.cells
    ]
    return {"cells": cells, "metadata": notebook.metadata}
