"""The files that are written from others: coverage, bibliography, tables, the house."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from course.content.course import Course, ours
from course.content.references import csl_json
from course.faults import Fault
from course.studio.coverage import table
from course.studio.house import PAGE as HOUSE
from course.studio.house import page as house
from course.studio.kinds_table import PAGE, with_kinds
from course.studio.law_page import PAGE as LAW_PAGE
from course.studio.law_page import page as law_page
from course.studio.numbers import NUMBERS
from course.studio.numbers import page as numbers
from course.studio.readme import with_lessons
from course.studio.source import Source, readable, sources

DOCUMENTS: dict[str, Callable[[Course, Iterable[Source]], str]] = {
    "docs/coverage.md": table,
    "data/references.json": lambda course, _: csl_json(course.references.values()),
    "README.md": with_lessons,
    PAGE: with_kinds,
    LAW_PAGE: law_page,
    NUMBERS: lambda course, _: numbers(course),
    HOUSE: lambda course, _: house(),
}
"""Each file, and how its text is written from a course and its lessons."""


def main(course: Course | None = None) -> int:
    """Write the files that have changed, and say which."""
    course = course if course is not None else ours()
    lessons = readable(sources(course))
    for name, write in DOCUMENTS.items():
        path, text = course.file(name), write(course, lessons)
        if _stands(path, text):
            continue
        path.write_text(text, encoding="utf-8", newline="\n")
        print(f"{name} written")
    return 0


def stale_documents(course: Course, lessons: Iterable[Source]) -> Iterator[Fault]:
    """The files that no longer match what they are written from."""
    lessons = readable(lessons)
    for name, write in DOCUMENTS.items():
        if not _stands(course.file(name), write(course, lessons)):
            yield Fault.at(1, "stale-document", {}, name)


def _stands(path: Path, text: str) -> bool:
    """Whether a file holds the text; one that is to hold nothing need not be there."""
    return (path.read_text(encoding="utf-8") if path.exists() else "") == text
