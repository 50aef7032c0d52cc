"""Which lesson teaches each claim of the text that the course starts from, and what trains it.

The claims are listed in ``data/claims.yml``. A text cell says which it teaches (``"claims"`` in the
metadata of the Swedish cell), an exercise which it works on (``claims:``). Every claim must have
both, and a source that is cited in one of them.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from attrs import field, frozen

from course.content.course import Course
from course.content.references import CITATION
from course.errors import CourseError
from course.faults import Fault
from course.kinds.exercise import Exercise
from course.marked import Marked, read
from course.studio.source import Pair, Source, readable, used_exercises
from course.words.bilingual import Text

CLAIMS = "data/claims.yml"

VERDICTS = {
    "holds": "holds",
    "nuance": "needs nuance",
    "dated": "dated",
    "contested": "contested",
    "unsourced": "unsourced",
    "misleading": "misleading",
}

_HEADING = re.compile(r"^##+ +(.+)$", re.MULTILINE)

_ABOUT = """\
# What each claim of the source text became

The course starts from a Swedish text on innovation in social services. It makes 54 claims, here in
our own words, each with the course's verdict. Every claim is taught in a text cell of a lesson (its
id in the built notebook, and its heading), trained in an exercise, and sourced: the keys are those
of [data/references.yml](../data/references.yml). `python3 -m course build` writes this table from
the lessons, the exercises and [data/claims.yml](../data/claims.yml); `python3 -m course check` says
what is missing in it.
"""


@frozen
class Claim:
    """A claim: its number, what it says in both languages, and what holds of it."""

    number: int
    says: Text
    verdict: str


@frozen
class Coverage:
    """What one lesson does with one claim.

    ``cells`` are pairs of a cell's id and its heading, in English.
    """

    claim: int
    lesson: str
    cells: list[tuple[str, str]] = field(factory=list)
    exercises: list[str] = field(factory=list)
    sources: set[str] = field(factory=set)


def claims(course: Course) -> dict[int, Claim]:
    """All claims of a course by number."""
    file = course.file(CLAIMS)
    return _claims(file, file.stat().st_mtime_ns)


@lru_cache(maxsize=16)
def _claims(file: Path, _changed: int) -> dict[int, Claim]:
    return {
        number: Claim(number, Text(sv=one["sv"], en=one["en"]), one["verdict"])
        for number, one in read(file).value.items()
    }


def coverage(course: Course, lessons: Iterable[Source]) -> dict[int, list[Coverage]]:
    """What the lessons do with each claim, lesson by lesson; claims that none has are left out."""
    found: dict[int, dict[str, Coverage]] = {}

    def covered(claim: object, lesson: str) -> Coverage:
        number = claim if isinstance(claim, int) else 0
        return found.setdefault(number, {}).setdefault(lesson, Coverage(number, lesson))

    for source in lessons:
        for pair, heading in _texts(source):
            swedish = pair.cells["sv"]
            for claim in swedish.claims:
                one = covered(claim, source.lesson)
                one.cells.append((pair.id, heading))
                one.sources.update(match[1] for match in CITATION.finditer(swedish.body))
        for exercise in _exercises(source):
            for claim in exercise.claims:
                one = covered(claim, source.lesson)
                one.exercises.append(exercise.id)
                one.sources.update(exercise.sources)
    known = claims(course)
    return {number: list(found[number].values()) for number in sorted(found) if number in known}


def _texts(source: Source) -> Iterator[tuple[Pair, str]]:
    """The learner's text cells, each with its headings in English, or else the nearest above it."""
    above = source.title("en")
    for pair in source.pairs:
        cell = pair.cells["en"]
        if cell.kind == "text":
            headings = _HEADING.findall(cell.body) or [above]
            yield pair, " / ".join(headings)
            above = headings[-1]


def _exercises(source: Source) -> Iterator[Exercise]:
    for id in used_exercises(source):
        try:
            yield source.course.exercise(source.lesson, id)
        except CourseError:
            continue  # its own faults are told where exercises are checked


# --- the table -----------------------------------------------------------------------------------


def table(course: Course, lessons: Iterable[Source]) -> str:
    """The text of docs/coverage.md."""
    covered = coverage(course, lessons)
    lines = [
        _ABOUT,
        "| # | claim | verdict | lesson | text | exercises | sources |",
        "|---|---|---|---|---|---|---|",
    ]
    for claim in claims(course).values():
        first = [str(claim.number), claim.says.en, VERDICTS[claim.verdict]]
        for one in covered.get(claim.number, [Coverage(claim.number, "")]):
            cells = "; ".join(f"{id}: {heading}" for id, heading in one.cells)
            row = [
                *first,
                one.lesson,
                cells,
                ", ".join(one.exercises),
                ", ".join(sorted(one.sources)),
            ]
            lines.append(f"| {' | '.join(row)} |")
            first = ["", "", ""]
    return "\n".join(lines) + "\n"


# --- what can be wrong ---------------------------------------------------------------------------


def coverage_faults(course: Course, lessons: Iterable[Source]) -> Iterator[Fault]:
    """Numbers that are no claim's, and claims that nobody teaches, trains or sources."""
    lessons = readable(lessons)
    for source in lessons:
        yield from _wrong_numbers(course, source)
    yield from _uncovered(course, coverage(course, lessons))


def _wrong_numbers(course: Course, source: Source) -> Iterator[Fault]:
    known = claims(course)
    name = source.name
    for cell in source.cells:
        if cell.claims and (cell.language != "sv" or cell.audience != "learner"):
            yield Fault.at(cell.line, "claims-elsewhere", {}, name)
        for number in cell.claims:
            if number not in known:
                yield Fault.at(cell.line, "unknown-claim", {"given": number}, name)
    for exercise in _exercises(source):
        file = f"exercises/{source.lesson}/{exercise.id}.yml"
        for number in exercise.claims:
            if number not in known:
                line = read(course.file(file)).line(("claims",))
                yield Fault.at(line, "unknown-claim", {"given": number}, file)


def _uncovered(course: Course, covered: dict[int, list[Coverage]]) -> Iterator[Fault]:
    lines: Marked = read(course.file(CLAIMS))
    for number in claims(course):
        rows: list[Any] = covered.get(number, [])
        for lacks, has in (
            ("untaught-claim", any(row.cells for row in rows)),
            ("untrained-claim", any(row.exercises for row in rows)),
            ("unsourced-claim", any(row.sources for row in rows)),
        ):
            if not has:
                line = lines.line((number,))
                yield Fault.at(line, lacks, {"number": number}, CLAIMS)
