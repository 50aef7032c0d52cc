"""The marks of evidence in a lesson: their links, what they mean, and what is wrong with them.

``{case:esther}`` becomes a link to the notebook's last cell, as a term does
(`course.studio.terms`). There it says what the mark means and what it
rests on, so that the texts need not repeat it.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from course.content.cases import MARK, Cases
from course.content.course import Course
from course.content.references import CITATION
from course.content.schema import not_one_of, of_data, schema_faults, word_faults
from course.content.unreadable import read_or_fault
from course.faults import Fault, FaultError
from course.marked import Marked
from course.paths import LANGUAGES
from course.studio.myst import Cell
from course.studio.source import Pair, Source, readable
from course.studio.texts import of_file
from course.words import say

CASES = "data/cases.yml"


def linked(text: str, cases: Cases, language: str, line: int = 1) -> str:
    """Text with its marks as links to what they mean. Raises FaultError for an unknown case.

    >>> from course.content.course import ours
    >>> linked("It fell. {case:esther}", ours().cases, "en")
    'It fell. [Evidence: measured before and after](#case-followed-esther)'
    """

    def link(match: re.Match[str]) -> str:
        case = cases.by_id.get(match[1])
        if case is None:
            raise FaultError(Fault.at(line, "unknown-case", _known(match[1], cases)))
        return f"[{case.grade.mark.in_language(language)}](#case-{case.grade.id}-{case.id})"

    return MARK.sub(link, text)


def meanings(source: Source, language: str) -> list[str]:
    """What the marks in a lesson mean, as lines of Markdown under a heading; none without marks."""
    course = source.course
    found = dict.fromkeys(id for pair in source.pairs for id in _marks(pair.cells[language]))
    lines = []
    for case in (course.cases.by_id[id] for id in found if id in course.cases.by_id):
        place = f'<span id="case-{case.grade.id}-{case.id}"></span>'
        meant = course.filling.said(case.meant(language), language)
        lines.append(f"- {place}**{case.grade.mark.in_language(language)}**. {meant}")
    return ["", f"### {say('glossary.evidence', language)}", "", *lines] if lines else []


def _marks(cell: Cell) -> list[str]:
    return MARK.findall(cell.body) if cell.kind == "text" else []


def _known(given: str, cases: Cases) -> dict[str, object]:
    return {"given": given, "known": ", ".join(cases.by_id) or "–"}


# --- what can be wrong ----------------------------------------------------------------------------


def case_faults(course: Course) -> list[Fault]:
    """What keeps the cases from being read; nothing in a course that has none."""
    file = course.file(CASES)
    document = read_or_fault(file, CASES) if file.is_file() else None
    if isinstance(document, Fault):
        return [document]
    if document is None:
        return []
    if not isinstance(document.value, dict):
        return [Fault.at(1, "not-entries", {}, CASES)]
    found = list(schema_faults(document.value, of_data("cases.schema.json")))
    found = found or [*word_faults(document.value, ()), *_grades(document.value)]
    return [fault.found(CASES, document) for fault in found]


def _grades(given: dict[str, Any]) -> Iterator[Fault]:
    for id, case in given["cases"].items():
        if case["grade"] not in given["grades"]:
            yield not_one_of(("cases", id, "grade"), case["grade"], given["grades"])


def unknown_works(course: Course) -> Iterator[Fault]:
    """Works of cases that the bibliography does not have."""
    document = read_or_fault(course.file(CASES), CASES) if course.cases.by_id else None
    if isinstance(document, Marked):
        for id, case in document.value["cases"].items():
            for n, key in enumerate(case.get("works", ())):
                if key not in course.references:
                    fault = Fault(("cases", id, "works", n), "missing-source", {"key": key})
                    yield fault.found(CASES, document)


def mark_faults(source: Source) -> Iterator[Fault]:
    """Cases that a lesson tells without their mark, and marks that it has in the wrong place.

    Each case is marked once, in the first cell that tells it, in both languages.
    """
    cases, told = source.course.cases, set[str]()
    for pair in source.pairs:
        if pair.first.kind != "text":
            continue
        now = [id for id in _told(pair, cases) if id not in told]
        for cell in pair.cells.values():
            yield from _cell_faults(cell, source.name, now, cases)
        told.update(now)


def _told(pair: Pair, cases: Cases) -> list[str]:
    """The cases that a pair of cells tells, in either language."""
    found = []
    for cell in pair.cells.values():
        works = [match[1] for match in CITATION.finditer(cell.body)]
        found += [case.id for case in cases.told(cell.body, works)]
    return list(dict.fromkeys(found))


def _cell_faults(cell: Cell, name: str, told: list[str], cases: Cases) -> Iterator[Fault]:
    marked = _marks(cell)
    for n, id in enumerate(marked):
        case = cases.by_id.get(id)
        if case is None:
            yield Fault.at(cell.line, "unknown-case", _known(id, cases), name)
        elif id in marked[:n] or (case.words and id not in told):
            yield Fault.at(cell.line, "case-not-told", {"given": id}, name)
    for id in told:
        if id not in marked:
            yield Fault.at(cell.line, "case-unmarked", {"given": f"{{case:{id}}}"}, name)


def file_faults(course: Course, file: Path) -> Iterator[Fault]:
    """A case that an exercise or a figure tells without its mark, or marks and does not tell."""
    if file.suffix == ".md" or course.name(file) == "data/glossary.yml":
        return
    texts, cases = list(of_file(file, course, "")), course.cases
    works = texts[0].sources or () if texts else ()
    for language in LANGUAGES:
        words = [said.words[language] for said in texts]
        told = {case.id: case for case in cases.told("\n".join(words), works)}
        marked = {id: n for n, text in enumerate(words) for id in MARK.findall(text)}
        for id, n in marked.items():
            case = cases.by_id.get(id)
            if case is None:
                key, values = "unknown-case", _known(id, cases)
            elif case.words and id not in told:
                key, values = "case-not-told", {"given": id}
            else:
                continue
            yield Fault.at(texts[n].lines[language], key, values, texts[n].file)
        for id in told.keys() - marked.keys():
            at = next(n for n, text in enumerate(words) if told[id].names(text))
            values = {"given": f"{{case:{id}}}"}
            yield Fault.at(texts[at].lines[language], "case-unmarked", values, texts[at].file)


def unmarked(course: Course, lessons: Iterable[Source]) -> Iterator[Fault]:
    """Cases that no lesson marks."""
    pairs = [pair for source in readable(lessons) for pair in source.pairs]
    used = {id for pair in pairs for cell in pair.cells.values() for id in _marks(cell)}
    document = read_or_fault(course.file(CASES), CASES) if course.cases.by_id else None
    if isinstance(document, Marked):
        for id in course.cases.by_id.keys() - used:
            yield Fault(("cases", id), "unused-case", {"given": id}).found(CASES, document)
