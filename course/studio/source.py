"""A lesson's source: one MyST file, read into pairs of text and code that serves both languages.

Text cells stand in pairs, ``+++ {"language": "sv"}`` and then ``+++ {"language": "en"}``; code
cells stand once. A code cell says what it shows, ``:exercise: wall`` or ``:figure: skolfam``, and
the builder writes the code; one that is tagged ``under-the-hood`` holds its own. Cells with
``"audience": "instructor"`` are for the facilitator's guide.

Each pair has an ``id``, on its Swedish cell, that stays with it wherever it is moved: links and the
places that learners keep lead to it. A pair that begins a step says which: ``"step": "guess"``.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from attrs import define, field, frozen

from course.content.course import Course
from course.content.minutes import exercise_minutes
from course.errors import CourseError
from course.faults import Fault, FaultError
from course.kinds.exercise import Exercise
from course.paths import LANGUAGES
from course.studio.head import day, read_head
from course.studio.myst import Cell, cells_in

TAGS = frozenset({"under-the-hood"})
"""What a code cell can be tagged with; ``under-the-hood`` shows its code in the course view."""

AUDIENCES = ("learner", "instructor")
"""Whom a text is for; the instructor's cells are left out of the learner's notebook."""

_TITLE = re.compile(r"^# +(.+)$", re.MULTILINE)


@frozen
class Pair:
    """The same text in both languages, or one code cell; ``id`` is the same in both notebooks.

    The first of a notebook's cells is the builder's own: it opens the lesson.
    """

    id: str
    cells: dict[str, Cell]

    @property
    def first(self) -> Cell:
        """The cell that speaks for the pair: the Swedish text, or the code."""
        return self.cells[LANGUAGES[0]]

    @property
    def step(self) -> str | None:
        """What sort of step begins here; None where none does."""
        return self.first.step


@define
class Source:
    """A lesson's source file, and the course that it is a lesson of."""

    path: Path
    course: Course
    text: str = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.text = self.path.read_text(encoding="utf-8")

    @property
    def name(self) -> str:
        """What the file is called in its course, as faults in it are told."""
        return f"notebooks/source/{self.path.name}"

    @property
    def lesson(self) -> str:
        """The lesson's id: the name of the file."""
        return self.path.stem

    @cached_property
    def head(self) -> dict[str, Any]:
        """What stands between ``---`` at the top of the file, for Jupytext and for the kernel."""
        return read_head(self.text)

    def monday(self, language: str) -> str:
        """What the lesson suggests to do on Monday, as its head has it; empty where it has none."""
        suggested = (self.head.get("course") or {}).get("monday") or {}
        return str(suggested.get(language, "")).strip()

    @property
    def added(self) -> date | None:
        """The day from which learners have the lesson, as its head says it."""
        return day((self.head.get("course") or {}).get("added"))

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """All cells, in order, with their lines."""
        assert self.head  # without which there are no cells
        return cells_in(self.text)

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The learner's cells, paired; raises FaultError where a text lacks its twin."""
        learner = [cell for cell in self.cells if cell.audience == "learner"]
        return tuple(
            Pair(cells[LANGUAGES[0]].id or f"c{n:02d}", cells)
            for n, cells in enumerate(_pairs(learner), start=2)
        )

    @cached_property
    def facilitator_pairs(self) -> tuple[dict[str, Cell], ...]:
        """The facilitator's cells, paired; raises FaultError where a text lacks its twin."""
        return tuple(_pairs([cell for cell in self.cells if cell.audience == "instructor"]))

    @cached_property
    def shown_exercises(self) -> tuple[Exercise, ...]:
        """The exercises that the lesson shows and that can be read, in order."""
        found = []
        for id in used_exercises(self):
            try:
                found.append(self.course.exercise(self.lesson, id))
            except CourseError:
                continue  # its own faults are told where exercises are checked
        return tuple(found)

    @cached_property
    def exercise_minutes(self) -> dict[str, dict[str, int]]:
        """How long each exercise that the lesson shows takes, by its id and by language."""
        return {
            one.id: {language: exercise_minutes(one, language) for language in LANGUAGES}
            for one in self.shown_exercises
        }

    def title(self, language: str) -> str:
        """The lesson's title: its one first-level heading."""
        for pair in self.pairs:
            if match := _TITLE.search(pair.cells[language].body):
                return match[1].strip()
        raise FaultError(Fault.at(1, "no-title", {"language": f"say:in.{language}"}))


def unreadable_sources(course: Course) -> Iterator[Fault]:
    """The lessons' sources that are not saved as UTF-8."""
    for file in course.files("notebooks/source/*.md"):
        try:
            file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            yield Fault.at(1, "not-utf8", {}, course.name(file))


def sources(course: Course) -> tuple[Source, ...]:
    """Every lesson's source in a course, in order."""
    return tuple(Source(path, course) for path in course.files("notebooks/source/*.md"))


def used_exercises(source: Source) -> list[str]:
    """The exercises that the lesson's cells show, in order."""
    return [cell.shows["exercise"] for cell in source.cells if "exercise" in cell.shows]


def used_figures(source: Source) -> list[str]:
    """The figures that the lesson's cells show, in order."""
    return [cell.shows["figure"] for cell in source.cells if "figure" in cell.shows]


def readable(lessons: Iterable[Source]) -> list[Source]:
    """Those of some sources that can be read into pairs under a title."""
    return [source for source in lessons if _is_readable(source)]


def _is_readable(source: Source) -> bool:
    try:
        return source.pairs is not None and all(map(source.title, LANGUAGES))
    except FaultError:
        return False


def _pairs(cells: list[Cell]) -> Iterator[dict[str, Cell]]:
    waiting: dict[str, Cell] = {}
    for cell in cells:
        if cell.kind == "text" and cell.language not in LANGUAGES:
            raise FaultError(Fault.at(cell.line, "no-language"))
        expected = LANGUAGES[len(waiting)]
        if cell.kind == "code":
            if waiting:
                raise _no_twin(waiting)
            yield dict.fromkeys(LANGUAGES, cell)
        elif cell.language != expected:
            raise (
                _no_twin(waiting)
                if waiting
                else FaultError(Fault.at(cell.line, "no-twin", {"language": f"say:in.{expected}"}))
            )
        else:
            waiting[expected] = cell
            if len(waiting) == len(LANGUAGES):
                yield waiting
                waiting = {}
    if waiting:
        raise _no_twin(waiting)


def _no_twin(waiting: dict[str, Cell]) -> FaultError:
    missing = next(language for language in LANGUAGES if language not in waiting)
    line = next(iter(waiting.values())).line
    return FaultError(Fault.at(line, "no-twin", {"language": f"say:in.{missing}"}))
