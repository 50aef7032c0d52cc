"""``course guide``: all that is printed for a group, as pages and as PDF, lesson by lesson."""

import sys
from collections.abc import Iterator
from pathlib import Path

from course.content.course import Course, ours
from course.faults import FaultError
from course.paths import LANGUAGES
from course.studio.paper.blocks import Document
from course.studio.paper.guide import guide
from course.studio.paper.handouts import handouts, joining, together
from course.studio.paper.lesson import Led
from course.studio.paper.written import Printer, html
from course.studio.source import Source, sources


def main(names: list[str], folder: Path, course: Course | None = None) -> int:
    """Write what the lessons named have to print, or all that are led; 1 if one can't be.

    Where it is written is printed.
    """
    course = course if course is not None else ours()
    lessons = sources(course)
    chosen = [one for one in lessons if (_is_named(one, names) if names else _is_led(one))]
    unknown = [name for name in names if not any(_is_named(one, [name]) for one in lessons)]
    for name in sorted(unknown):
        print(f"There is no lesson called {name} in notebooks/source.", file=sys.stderr)
    failed = bool(unknown)
    with Printer.open() as printer:
        for source in chosen:
            for language in LANGUAGES:
                try:
                    made = list(documents(Led.of(source, language)))
                except FaultError as error:
                    print(f"{source.name}, {error}", file=sys.stderr)
                    failed = True
                    continue
                write(made, folder, printer)
        if not names:
            for language in LANGUAGES:
                both = [together(course, language), joining(course, language)]
                write(both, folder, printer)
    return int(failed)


def documents(led: Led) -> Iterator[Document]:
    """The guide of a lesson, and what it hands out."""
    yield guide(led)
    yield from handouts(led)


def write(made: list[Document], folder: Path, printer: Printer) -> None:
    """Write documents as pages and as PDF, and say where."""
    for document in made:
        page = folder / document.language / f"{document.name}.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(html(document), encoding="utf-8", newline="\n")
        page.with_suffix(".pdf").write_bytes(printer.pdf(document))
        print(page, page.with_suffix(".pdf"), sep="\n")


def _is_led(source: Source) -> bool:
    return source.course.file(f"data/meetings/{source.lesson}.yml").is_file()


def _is_named(source: Source, names: list[str]) -> bool:
    """Whether a lesson is meant, by its name or by its number alone."""
    return source.lesson in names or source.lesson.split("-", 1)[0] in names
