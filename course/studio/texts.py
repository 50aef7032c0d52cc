"""Every text of a course in both languages, with the file and the line on which it stands.

What checks hold to something is found here: to the law, to the cast of the story, to the numbers.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from attrs import frozen

from course.content.course import Course
from course.content.unreadable import read_or_fault
from course.faults import FaultError
from course.marked import Marked, Place
from course.once import known
from course.paths import LANGUAGES
from course.studio.myst import Cell
from course.studio.source import Source, readable


@frozen
class Said:
    """A text in both languages, the file it stands in, and the line on which each begins.

    ``place`` is what the text is in for whoever reads of it: a lesson, an exercise, a figure, a
    term. In a lesson the lines of a text are those of the file (``is_lined``); in YAML they may be
    folded, and only the first is known. ``sources`` are the works that an exercise, a figure or a
    term says it stands on; a lesson's text names its own, and has None.
    """

    file: str
    place: str
    words: dict[str, str]
    lines: dict[str, int]
    is_lined: bool = False
    sources: tuple[str, ...] | None = None

    def line(self, language: str, start: int) -> int:
        """The line of what stands ``start`` letters into the text."""
        further = self.words[language][:start].count("\n") if self.is_lined else 0
        return self.lines[language] + further


def texts(course: Course, lessons: Iterable[Source]) -> Iterator[Said]:
    """Every text of a course: lesson by lesson, then the data."""
    for source in lessons:
        yield from _of_lesson(source)
    for file in course.texts():
        yield from texts_of(course, file)


def texts_of(course: Course, file: Path) -> Iterator[Said]:
    """Every text of one file: a lesson's source, an exercise, a figure or the glossary."""
    name = course.name(file)
    if file.suffix == ".md":
        yield from _of_lesson(Source(file, course))
    elif name == "data/glossary.yml":
        yield from _of_glossary(course)
    elif name.startswith("data/figures/"):
        yield from of_file(file, course, f"figures/{file.stem}")
    else:
        yield from of_file(file, course, "/".join(file.with_suffix("").parts[-2:]))


def said_in(course: Course, file: Path) -> tuple[Said, ...]:
    """The texts of a file, within `course.once` read once for all that hold them to something."""
    return known(("said", course.folders, file), lambda: tuple(texts_of(course, file)))


def in_no_language(value: Any, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Every text in what a file holds that stands in no language, and its place."""
    if isinstance(value, dict):
        for key, one in value.items():
            if key not in LANGUAGES:
                yield from in_no_language(one, (*place, key))
    elif isinstance(value, list):
        for n, one in enumerate(value):
            yield from in_no_language(one, (*place, n))
    elif isinstance(value, str):
        yield place, value


def _of_lesson(source: Source) -> Iterator[Said]:
    if not readable([source]):
        return
    try:
        guide = source.facilitator_pairs
    except FaultError:  # its own fault is told where lessons are checked
        guide = ()
    for pair in (*(one.cells for one in source.pairs), *guide):
        if pair[LANGUAGES[0]].kind == "text":
            yield of_cells(source, pair)


def of_cells(source: Source, pair: dict[str, Cell]) -> Said:
    """The text of a pair of cells of a lesson."""
    words = {language: cell.body for language, cell in pair.items()}
    lines = {language: cell.line for language, cell in pair.items()}
    return Said(source.name, source.lesson, words, lines, is_lined=True)


def of_file(file: Path, course: Course, place: str) -> Iterator[Said]:
    """Every text of a file of an exercise or a figure; none of one that cannot be read."""
    name = course.name(file)
    document = read_or_fault(file, name)
    if isinstance(document, Marked):  # what it has of faults is told by itself
        given = document.value.get("sources") if isinstance(document.value, dict) else None
        works = tuple(given) if isinstance(given, list) else ()
        for at, words in _bilingual(document.value, ()):
            lines = {one: document.line((*at, one)) for one in LANGUAGES}
            yield Said(name, place, words, lines, sources=works)


def _of_glossary(course: Course) -> Iterator[Said]:
    file = course.file("data/glossary.yml")
    document = read_or_fault(file, course.name(file)) if file.is_file() else None
    if not isinstance(document, Marked):
        return
    for id, entry in course.glossary.items():
        words = {language: entry.meaning.in_language(language) for language in LANGUAGES}
        lines = {language: document.line((id, language, "meaning")) for language in LANGUAGES}
        name = course.name(file)
        yield Said(name, f"glossary/{id}", words, lines, sources=entry.sources)


def _bilingual(value: Any, at: Place) -> Iterator[tuple[Place, dict[str, str]]]:
    """Every text that stands in both languages, with the way to it."""
    if isinstance(value, dict):
        if all(isinstance(value.get(language), str) for language in LANGUAGES):
            yield at, value
            return
        for key, one in value.items():
            yield from _bilingual(one, (*at, key))
    elif isinstance(value, list):
        for n, one in enumerate(value):
            yield from _bilingual(one, (*at, n))
