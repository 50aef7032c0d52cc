"""What a lesson's source says to whoever leads a group: its last pair of cells.

Their headings are always the same three (``course/words/guide.yml``): the answers to expect, two
questions for afterwards, and the slips of the jigsaw. How the meeting goes stands as data in
``data/meetings``, and names the lesson's own cells that are read out.
"""

import re
from collections.abc import Container, Iterator

from attrs import frozen

from course.content.minutes import plain
from course.faults import Fault, FaultError
from course.paths import LANGUAGES
from course.plain import Json
from course.studio.expected import ITEM, WRONG, expected_faults, shown
from course.studio.myst import Cell
from course.studio.paper import blocks
from course.studio.paper.blocks import Block
from course.studio.source import Source
from course.words import say

PARTS = ("expected", "questions", "split")
"""The parts of a facilitator's cell, by their headings' keys, in order."""

_HEADING = re.compile(r"^### +(.+?) *$", re.MULTILINE)
_MARK = re.compile(r" *\{case:[a-z0-9-]+\}")
_SLIP = re.compile(r"^#### +(.+?) *$", re.MULTILINE)


@frozen
class Slip:
    """What only one table gets to know: whom it speaks for, and the words as Markdown."""

    unit: str
    text: str


@frozen
class Expected:
    """An answer to be ready for, as Markdown, and the exercises that it is an answer to."""

    text: str
    exercises: tuple[str, ...]


@frozen
class Cells:
    """What the cells say in a language: Markdown, and the slips."""

    expected: tuple[Expected, ...]
    questions: str
    slips: tuple[Slip, ...]


def cells_of(source: Source, language: str) -> Cells:
    """What the cells say. Raises FaultError where they lack a part or a slip."""
    if not source.facilitator_pairs:
        raise FaultError(Fault.at(1, "no-guide"))
    cell = source.facilitator_pairs[0][language]
    body = source.course.filling.said(cell.body, language)
    parts = dict(_parts(body, cell.line, language))
    expected = tuple(
        Expected(shown(text), tuple(id for id, _ in WRONG.findall(text)))
        for text in ITEM.findall(parts["expected"])
    )
    return Cells(expected, parts["questions"], _slips(parts["split"], cell.line))


def for_a_class(source: Source, language: str) -> Json:
    """What a class on its own telephones needs of the cells, in plain words, for the notebook.

    ``read`` is what is read out, by the cell that it stands in. Empty where the cells say nothing
    that can be read, which `check` tells.
    """
    meeting = source.course.meeting(source.lesson)
    try:
        cells = cells_of(source, language)
    except FaultError:
        return {"slips": [], "expected": [], "questions": [], "read": {}}
    ids = [id for one in meeting.activities for id in one.read] if meeting else []
    return {
        "slips": [{"unit": one.unit, "text": plain(one.text).strip()} for one in cells.slips],
        "expected": [
            {"text": plain(one.text).replace("*", ""), "exercises": [*one.exercises]}
            for one in cells.expected
        ],
        "questions": _lines(blocks.markdown(plain(cells.questions))),
        "read": {id: _lines(read_out(source, (id,), language)) for id in ids},
    }


def read_out(source: Source, ids: Container[str], language: str) -> list[Block]:
    """What is read out of some cells of a lesson: a scene, or what is explained."""
    found: list[Block] = []
    for pair in source.pairs:
        if pair.id in ids:
            text = plain(_MARK.sub("", pair.cells[language].body))
            found += blocks.read_aloud(source.course.filling.said(text, language))
    return found


def _lines(read: list[Block]) -> list[str]:
    """Paragraphs and lists as plain words, a line each."""
    lines: list[str] = []
    for one in read:
        if one["is"] == "list":
            items = ["".join(words for words, _ in item) for item in one["items"]]
            lines += [f"{n}. {item}" for n, item in enumerate(items, start=1)]
        else:
            lines.append("".join(words for words, _ in one["runs"]))
    return lines


def facilitator_faults(source: Source) -> list[Fault]:
    """What is wrong with the cells."""
    faults: list[Fault] = []
    for language in LANGUAGES:
        try:
            cells_of(source, language)
        except FaultError as error:
            fault = error.fault.in_file(source.name)
            if fault not in faults:  # a cell without its twin is a fault in either language
                faults.append(fault)
    return faults or list(expected_faults(source, _expected(source)))


def _expected(source: Source) -> dict[str, tuple[Cell, str]]:
    """The answers to be ready for, in each language, and the cell that they stand in."""
    cells = source.facilitator_pairs[0]
    return {
        language: (cell, dict(_parts(cell.body, cell.line, language))["expected"])
        for language, cell in cells.items()
    }


def _parts(body: str, line: int, language: str) -> Iterator[tuple[str, str]]:
    """The parts under their headings, by key."""
    headings = {say(f"guide.{part}", language): part for part in PARTS}
    _, *found = _HEADING.split(body)
    texts = dict(zip(found[::2], found[1::2], strict=True))
    if list(texts) != list(headings):
        raise FaultError(Fault.at(line, "guide-parts", {"known": "; ".join(headings)}))
    for heading, text in texts.items():
        yield headings[heading], text.strip()


def _slips(text: str, line: int) -> tuple[Slip, ...]:
    _, *found = _SLIP.split(text)
    slips = tuple(Slip(*one) for one in zip(found[::2], found[1::2], strict=True))
    if len(slips) < 2:
        raise FaultError(Fault.at(line, "guide-slips"))
    return slips
