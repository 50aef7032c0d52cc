"""The glossary's terms in a lesson's text: their links, their entries, and what is wrong with them.

A term in a built notebook is a link to its entry in the notebook's last cell, just as a citation is
a link to its work: plain Markdown within the notebook. JupyterLab's sanitizer leaves it alone, and
it leads somewhere also where a notebook is read by itself, on paper, or without the course's
server. (A link to the glossary's page would lead nowhere in JupyterLab, which takes every relative
link for a file.) The course view makes a button of the link and shows the entry that is already in
the page, so that no question to the server is needed to say what a word means.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from course.content.course import Course
from course.content.glossary import MOST_LETTERS, ROLE, Entry, lacks
from course.content.unreadable import read_or_fault
from course.faults import Fault, FaultError
from course.marked import Marked
from course.paths import LANGUAGES
from course.plain import Json
from course.studio.cells import text_cell
from course.studio.myst import Cell
from course.studio.source import Source, readable
from course.words import alphabetical, other, say

SUBJECT = "data/subject.yml"
"""The ids of the terms that the course's subject needs, as a list."""

CELL = "words"
"""The id of the notebook's last cell, which says what the lesson's terms mean."""

_HEADING_OR_TERM = re.compile(rf"^#{{1,6}} +(?P<heading>.+)$|{ROLE.pattern}", re.MULTILINE)
_MEANT_AS_TERM = re.compile(r"\{term\}(?:`[^`]*`?)?")


@frozen
class Use:
    """A term where it stands: the cell (its id), the heading above it, the line."""

    term: str
    cell: str
    heading: str
    line: int


def used_terms(source: Source, language: str) -> list[Use]:
    """The terms in a lesson's text, in order. Raises FaultError for one that is in no glossary."""
    uses = []
    heading = ""
    glossary = source.course.glossary
    for pair in source.pairs:
        cell = pair.cells[language]
        for match in _HEADING_OR_TERM.finditer(cell.body) if cell.kind == "text" else ():
            line = _line(cell, match)
            if match["heading"]:
                heading = source.course.filling.said(match["heading"].strip(), language)
            elif match["term"] in glossary:
                uses.append(Use(match["term"], pair.id, heading, line))
            else:
                raise FaultError(Fault.at(line, "unknown-term", {"given": match["term"]}))
    return uses


def linked(text: str) -> str:
    """Text with its terms as links to their entries.

    >>> linked("Here is a {term}`wall <silo>`.")
    'Here is a [wall](#term-silo).'
    """
    return ROLE.sub(r"[\g<words>](#term-\g<term>)", text)


def entries_cell(entries: Iterable[Entry], language: str, more: Iterable[str] = ()) -> Json:
    """The notebook's last cell: what its terms mean, and their names in the other language.

    ``more`` are the lines that follow: what its marks mean.
    """
    foreign = other(language)
    entries = sorted(entries, key=lambda entry: alphabetical(entry.term.in_language(language)))
    lines = [f"## {say('glossary.in-lesson', language)}", ""]
    for entry in entries:
        name = f'<span lang="{foreign}">{entry.term.in_language(foreign)}</span>'
        lines.append(
            f'- <span id="term-{entry.id}"></span>**{entry.term.in_language(language)}**, '
            f"{say('glossary.also', language, term=name)}. {entry.meaning.in_language(language)}"
        )
    lines += more
    return text_cell("\n".join(lines), CELL, {"tags": ["glossary"]})


def _line(cell: Cell, match: re.Match[str]) -> int:
    return cell.line + cell.body[: match.start()].count("\n")


# --- what can be wrong ----------------------------------------------------------------------------


def term_faults(source: Source) -> Iterator[Fault]:
    """What is wrong with the terms in a lesson's text."""
    name = source.name
    known = source.course.glossary
    for cell in source.cells:
        for line, key, values in _cell_faults(cell, known) if cell.kind == "text" else ():
            yield Fault.at(line, key, values, name)
    seen: set[tuple[str, str]] = set()
    for pair in source.pairs:
        terms = {code: _terms(cell) for code, cell in pair.cells.items()}
        for language in LANGUAGES:
            for term, line in terms[language]:
                if (language, term) in seen:
                    yield Fault.at(line, "term-twice", {"given": term}, name)
                seen.add((language, term))
                if term not in dict(terms[other(language)]):
                    values = {"given": term, "language": f"say:in.{other(language)}"}
                    yield Fault.at(line, "term-alone", values, name)


def _terms(cell: Cell) -> list[tuple[str, int]]:
    """The terms in a text cell, each with its line."""
    if cell.kind == "code":
        return []
    return [(match["term"], _line(cell, match)) for match in ROLE.finditer(cell.body)]


def _cell_faults(
    cell: Cell, known: Collection[str]
) -> Iterator[tuple[int, str, Mapping[str, object]]]:
    for meant in _MEANT_AS_TERM.finditer(cell.body):
        line = _line(cell, meant)
        match = ROLE.match(meant[0])
        row = cell.body[: meant.start()].rpartition("\n")[2]
        if match is None:
            yield line, "bad-term", {"given": meant[0], "role": "{term}"}
        elif match["term"] not in known:
            yield line, "unknown-term", {"given": match["term"]}
        elif row.startswith("#"):
            yield line, "term-not-here", {"given": match["term"], "role": "{term}"}


def glossary_faults(course: Course, lessons: Iterable[Source]) -> Iterator[Fault]:
    """What is wrong with the glossary itself, and the entries that no lesson uses."""
    name = "data/glossary.yml"
    document = read_or_fault(course.file(name), name)
    if isinstance(document, Fault):
        yield document
        return
    pairs = (pair for source in readable(lessons) for pair in source.pairs)
    used = {term for pair in pairs for cell in pair.cells.values() for term, _ in _terms(cell)}
    references = course.references
    for term, fields in (document.value or {}).items():
        for line, key, values in _entry_faults(term, fields, document, references):
            yield Fault.at(line, key, {"given": term, **values}, name)
        if term not in used:
            yield Fault.at(document.line((term,)), "unused-term", {"given": term}, name)


def subject_faults(course: Course) -> Iterator[Fault]:
    """Terms that the subject needs and the glossary has not; none where no list says which."""
    file = course.file(SUBJECT)
    if not file.is_file():
        return
    document = read_or_fault(file, SUBJECT)
    if isinstance(document, Fault):
        yield document
        return
    for n, term in enumerate(document.value if isinstance(document.value, list) else ()):
        if term not in course.glossary:
            yield Fault((n,), "subject-term", {"given": term}).found(SUBJECT, document)


def _entry_faults(
    term: str, fields: Any, document: Marked, references: Collection[str]
) -> Iterator[tuple[int, str, Mapping[str, object]]]:
    line = document.line((term,))
    for missing in lacks(fields):
        yield line, "term-lacks", {"missing": missing}
    if not isinstance(fields, dict):
        return
    for key in set(fields) - {*LANGUAGES, "sources"}:
        yield document.line((term, key)), "term-has", {"key": key}
    for code in LANGUAGES:
        words = fields.get(code)
        meaning = words.get("meaning") if isinstance(words, dict) else None
        if isinstance(meaning, str) and len(meaning) > MOST_LETTERS:
            values = {"n": len(meaning), "most": MOST_LETTERS}
            yield document.line((term, code, "meaning")), "term-long", values
    for key in fields.get("sources") or ():
        if key not in references:
            yield document.line((term, "sources")), "missing-source", {"key": key}
