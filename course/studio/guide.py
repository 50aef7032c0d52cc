"""The facilitator's guide: one printable page a lesson and language, from the facilitator's cells.

A lesson's source ends with a pair of cells for whoever leads a group. Their headings are always
the same four (``course/words/guide.yml``): a run sheet, the answers to expect, two questions for
afterwards, and a variant where each unit holds a part of the case, with a slip for each.
"""

import re
import sys
from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from attrs import frozen
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt

from course.content.course import Course, ours
from course.content.glossary import ROLE
from course.content.minutes import exercise_minutes
from course.faults import Fault, FaultError
from course.kinds import KINDS
from course.kinds.exercise import Exercise
from course.paths import LANGUAGES
from course.studio.expected import expected_faults, shown
from course.studio.source import Cell, Source, sources, used_exercises
from course.studio.summary import minutes as lesson_minutes
from course.widgets import STATIC
from course.words import duration, interface, other, say

PARTS = ("run-sheet", "expected", "questions", "split")
"""The parts of a facilitator's cell, by their headings' keys, in order."""

_FONTS = Path(__file__).parents[1] / "pages" / "static" / "fonts"
_HEADING = re.compile(r"^### +(.+?) *$", re.MULTILINE)
_SLIP = re.compile(r"^#### +(.+?) *$", re.MULTILINE)
_ROW = re.compile(r"^\|([^|\n]*)\|([^|\n]*)\|([^|\n]*)\| *$", re.MULTILINE)


@frozen
class Moment:
    """A row of the run sheet: from when to when, in minutes, what is done and how, as HTML."""

    start: int
    end: int
    what: str
    how: str


@frozen
class Slip:
    """What only one unit gets to know: the unit's name, and the words as HTML."""

    unit: str
    html: str


@frozen
class Task:
    """An exercise as its leader needs it.

    ``answer`` is what answers its ``question`` best, line by line. The question stands with it:
    where that asks what lacks support, the answer alone would say the opposite.
    """

    title: str
    kind: str
    minutes: int
    objective: str
    question: str
    answer: tuple[str, ...]


@frozen(kw_only=True)
class Guide:
    """What a page of the guide says."""

    lesson: str
    language: str
    title: str
    minutes: int
    moments: tuple[Moment, ...]
    tasks: tuple[Task, ...]
    expected: str
    questions: str
    split: str
    slips: tuple[Slip, ...]


def main(names: list[str], folder: Path, course: Course | None = None) -> int:
    """Write the pages of the lessons named, or of all, and say where; 1 if one can't be written."""
    lessons = sources(course if course is not None else ours())
    chosen = [source for source in lessons if not names or source.lesson in names]
    unknown = set(names) - {source.lesson for source in chosen}
    for name in sorted(unknown):
        print(f"There is no lesson called {name} in notebooks/source.", file=sys.stderr)
    failed = bool(unknown)
    for source in chosen:
        for language in LANGUAGES:
            try:
                text = page(guide(source, language))
            except FaultError as error:
                print(f"notebooks/source/{source.path.name}, {error}", file=sys.stderr)
                failed = True
                continue
            target = folder / language / f"{source.lesson}.html"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
            print(target)
    return int(failed)


def guide(source: Source, language: str) -> Guide:
    """A lesson's guide in a language.

    Raises FaultError where the facilitator's cell lacks a part, a minute or a slip.
    """
    parts, moments, split, slips = _read(source, language)
    exercises = [source.course.exercise(source.lesson, name) for name in used_exercises(source)]
    return Guide(
        lesson=source.lesson,
        language=language,
        title=source.title(language),
        minutes=lesson_minutes(source, language),
        moments=moments,
        tasks=tuple(_task(exercise, language) for exercise in exercises),
        expected=_html(shown(parts["expected"])),
        questions=_html(parts["questions"]),
        split=split,
        slips=slips,
    )


def page(guide: Guide) -> str:
    """The page: one HTML file that needs nothing beside it."""
    return (
        _templates()
        .get_template("guide.html")
        .render(
            guide=guide,
            words=interface(guide.language, "guide"),
            course=say("course", guide.language),
            other=other(guide.language),
            alone=duration(guide.minutes, guide.language),
            together=duration(guide.moments[-1].end, guide.language),
            style=_style(),
        )
    )


def guide_faults(source: Source) -> list[Fault]:
    """What keeps a lesson's facilitator's cell from becoming a page."""
    faults: list[Fault] = []
    for language in LANGUAGES:
        try:
            _read(source, language)
        except FaultError as error:
            fault = error.fault.in_file(source.name)
            if fault not in faults:  # a cell without its twin is a fault in either language
                faults.append(fault)
    return faults or list(expected_faults(source, _expected(source)))


def _expected(source: Source) -> dict[str, tuple[Cell, str]]:
    """The answers to be ready for, in each language, and the cell that they stand in."""
    cells = source.facilitator_pairs[0]
    found = {}
    for language, cell in cells.items():
        found[language] = cell, dict(_parts(cell.body, cell.line, language))["expected"]
    return found


def _read(
    source: Source, language: str
) -> tuple[dict[str, str], tuple[Moment, ...], str, tuple[Slip, ...]]:
    """The cell's parts by key, and what the run sheet and the split information hold."""
    if not source.facilitator_pairs:
        raise FaultError(Fault.at(1, "no-guide"))
    cell = source.facilitator_pairs[0][language]
    parts = dict(_parts(source.course.filling.said(cell.body, language), cell.line, language))
    split, slips = _slips(parts["split"], cell.line)
    return parts, tuple(_moments(parts["run-sheet"], cell.line)), split, slips


def _parts(body: str, line: int, language: str) -> Iterator[tuple[str, str]]:
    """The parts under their headings, by key."""
    headings = {say(f"guide.{part}", language): part for part in PARTS}
    _, *found = _HEADING.split(body)
    texts = dict(zip(found[::2], found[1::2], strict=True))
    if list(texts) != list(headings):
        raise FaultError(Fault.at(line, "guide-parts", {"known": "; ".join(headings)}))
    for heading, text in texts.items():
        yield headings[heading], text.strip()


def _moments(table: str, line: int) -> Iterator[Moment]:
    clock = 0
    for minutes, what, how in _ROW.findall(table)[2:]:  # below the heads of the columns
        if not minutes.strip().isdecimal():
            raise FaultError(Fault.at(line, "guide-minutes", {"given": minutes.strip()}))
        start, clock = clock, clock + int(minutes)
        yield Moment(start, clock, _inline(what), _inline(how))
    if not clock:
        raise FaultError(Fault.at(line, "guide-minutes", {"given": ""}))


def _slips(text: str, line: int) -> tuple[str, tuple[Slip, ...]]:
    intro, *found = _SLIP.split(text)
    slips = tuple(
        Slip(unit, _html(words)) for unit, words in zip(found[::2], found[1::2], strict=True)
    )
    if len(slips) < 2:
        raise FaultError(Fault.at(line, "guide-slips"))
    return _html(intro), slips


def _task(exercise: Exercise, language: str) -> Task:
    kind = KINDS[exercise.kind]
    key = kind.key(exercise)
    return Task(
        title=exercise.title.in_language(language),
        kind=say(f"card.kind-{exercise.kind}", language),
        minutes=exercise_minutes(exercise, language),
        objective=exercise.objective.in_language(language),
        question=exercise.prompt.in_language(language),
        answer=() if key is None else tuple(kind.recall(exercise, key, language).splitlines()),
    )


def _html(text: str) -> str:
    return str(_markdown().render(_words(text)))


def _inline(text: str) -> str:
    return str(_markdown().renderInline(_words(text)))


def _words(text: str) -> str:
    """The text with its glossary terms as plain words."""
    return ROLE.sub(r"\g<words>", text.strip())


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False})


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _style() -> str:
    """The course's colours and its two typefaces, in the page itself."""
    faces = "".join(
        f'@font-face {{ font-family: "{family}"; font-weight: 200 900; '
        f"src: url(data:font/woff2;base64,{b64encode((_FONTS / name).read_bytes()).decode()}); }}\n"
        for family, name in (
            ("Source Sans 3", "source-sans-3-latin-wght-normal.woff2"),
            ("Source Serif 4", "source-serif-4-latin-wght-normal.woff2"),
        )
    )
    return faces + (STATIC / "tokens.css").read_text(encoding="utf-8")
