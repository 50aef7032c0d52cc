"""What is wrong with the numbers that texts refer to by name, or ought to.

A literal number is told only where there is no doubt: a large one, of ties, that the register has,
in a lesson whose own text refers to numbers by name.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import permutations
from pathlib import Path

from course.content.course import Course
from course.content.filled import REFERENCE
from course.content.unreadable import read_or_fault
from course.faults import Fault
from course.marked import Marked
from course.paths import LANGUAGES
from course.studio.texts import Said, in_no_language

LEAST = 20
"""Smaller numbers are in too many texts to be known again."""

_TIES = {
    "sv": re.compile(r"(?<![\w.,−+:])(\d+)(?: av \d+)? (?:formella )?kontakter(?:na)?\b"),
    "en": re.compile(r"(?<![\w.,−+:])(\d+)(?: of \d+)? (?:formal )?ties\b"),
}


def number_faults(course: Course, file: Path, texts: Iterable[Said]) -> Iterator[Fault]:
    """Names of numbers that nobody knows, and numbers that have a name and are written out.

    A text that names a number in one language names it in the other: what is written out there
    stays as it is when the data change.
    """
    known = course.numbers
    values = {f"{one.value:.0f}": name for name, one in known.items() if one.value >= LEAST}
    refers = _refers(course, file)
    yield from _in_no_language(course, file)
    for said in texts:
        yield from _in_one_language(said)
        for language in LANGUAGES:
            text = said.words[language]
            for match in REFERENCE.finditer(text):
                if match[2] not in known:
                    values_of = {"given": match[2], "known": ", ".join(sorted(known)) or "–"}
                    yield _at(said, language, match, "number-unknown", values_of)
            for match in _TIES[language].finditer(text) if refers else ():
                if match[1] in values:
                    told = {"given": match[1], "name": values[match[1]]}
                    yield _at(said, language, match, "number-literal", told)


def _in_no_language(course: Course, file: Path) -> Iterator[Fault]:
    """Names that stand alone, where an exercise has a number, and that nobody knows."""
    document = read_or_fault(file, course.name(file)) if file.suffix == ".yml" else None
    if isinstance(document, Marked):
        for place, text in in_no_language(document.value):
            match = REFERENCE.fullmatch(text)
            if match and match[2] not in course.numbers:
                values = {"given": match[2], "known": ", ".join(sorted(course.numbers)) or "–"}
                yield Fault(place, "number-unknown", values).found(course.name(file), document)


def _in_one_language(said: Said) -> Iterator[Fault]:
    named = {
        language: {match[2]: match for match in REFERENCE.finditer(said.words[language])}
        for language in LANGUAGES
    }
    for language, other in permutations(LANGUAGES, 2):
        for name in named[language].keys() - named[other].keys():
            yield _at(said, language, named[language][name], "number-one-language", {"given": name})


def _at(
    said: Said, language: str, match: re.Match[str], key: str, values: dict[str, object]
) -> Fault:
    return Fault.at(said.line(language, match.start()), key, values, said.file)


def _refers(course: Course, file: Path) -> bool:
    """Whether the lesson that a file is of refers to numbers by name."""
    name = course.name(file)
    lesson = file.stem if file.suffix == ".md" else file.parent.name
    source = course.file(f"notebooks/source/{lesson}.md")
    return name.startswith(("notebooks/", "exercises/")) and bool(
        source.is_file() and REFERENCE.search(source.read_text(encoding="utf-8"))
    )
