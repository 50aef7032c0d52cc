"""A lesson's steps: what the builder writes of them, and what can be wrong with them.

A step begins at a cell whose metadata says which, ``"step": "guess"``, and whose text begins with a
heading; it goes on to the next such cell. ``more`` is what lies folded after the end.
"""

import re
from collections.abc import Iterable, Iterator

from course.content.minutes import word_count
from course.content.steps import ALWAYS, STEPS
from course.faults import Fault
from course.kinds.exercise import Exercise
from course.paths import LANGUAGES
from course.plain import Json
from course.studio.source import Pair, Source
from course.studio.terms import CELL

FEWEST, MOST = 6, 9
"""How many steps a lesson has to its end."""

_HEADING = re.compile(r"^(#{1,6}) +(.+)$", re.MULTILINE)
_MARKUP = re.compile(r"[*_`]|<[^>]*>")

OPENING = "c01"
"""The id of the cell that every built notebook begins with, which opens the lesson."""


def steps(source: Source, language: str, exercises: Iterable[Exercise]) -> list[Json]:
    """What a built notebook says of the lesson's steps, in order."""
    known = {exercise.id: exercise for exercise in exercises}
    minutes = source.exercise_minutes
    told = []
    for pairs in _grouped(source.pairs):
        cells = [pair.cells[language] for pair in pairs]
        ids = [one.shows["exercise"] for one in cells if "exercise" in one.shows]
        shown = [known[id] for id in ids if id in known]  # a faulty one is told in its own file
        kind = str(pairs[0].step)
        told.append(
            {
                "id": pairs[0].id,
                "kind": kind,
                "title": _title(source.course.filling.said(cells[0].body, language)),
                "words": sum(word_count(one.body) for one in cells if one.kind == "text"),
                "exercise_minutes": sum(minutes[one.id][language] for one in shown),
                "core": kind in ALWAYS or (kind != "more" and any(one.core for one in shown)),
            }
        )
    return told


def _grouped(pairs: Iterable[Pair]) -> list[list[Pair]]:
    """The pairs of each step; what stands before the first one belongs to none."""
    groups: list[list[Pair]] = []
    for pair in pairs:
        if pair.step:
            groups.append([pair])
        elif groups:
            groups[-1].append(pair)
    return groups


def _title(text: str) -> str:
    found = _HEADING.search(text)
    return _MARKUP.sub("", found[2]).strip() if found else ""


# --- what can be wrong ----------------------------------------------------------------------------


def step_faults(source: Source) -> Iterator[Fault]:
    """What is wrong with the steps of a lesson: their words, their headings, their order.

    That a lesson has steps at all is among what the course asks of every lesson.
    """
    pairs, name = source.pairs, source.name
    begun = [pair for pair in pairs if pair.step]
    if not begun:
        return
    for pair in pairs:
        for line, key, values in _pair_faults(pair):
            yield Fault.at(line, key, values, name)
    yield from _id_faults(source)
    taken = [pair for pair in begun if pair.step != "more"]
    if not FEWEST <= len(taken) <= MOST:
        values = {"n": len(taken), "least": FEWEST, "most": MOST}
        yield Fault.at(1, "number-of-steps", values, name)
    ends = [pair for pair in begun if pair.step == "end"]
    if not ends:
        yield Fault.at(taken[-1].first.line if taken else 1, "no-end", {}, name)
        return
    for pair in ends[1:]:
        yield Fault.at(pair.first.line, "two-ends", {}, name)
    at = begun.index(ends[0])
    for n, pair in enumerate(begun):
        if pair.step == "more" and n < at:
            yield Fault.at(pair.first.line, "more-before-end", {}, name)
        elif pair.step not in {"more", "end"} and n > at:
            yield Fault.at(pair.first.line, "step-after-end", {"given": pair.step}, name)


def _pair_faults(pair: Pair) -> Iterator[tuple[int, str, dict[str, object]]]:
    """What is wrong with one pair: an unknown word, a heading without a step or the reverse."""
    if pair.step and pair.step not in STEPS:
        yield pair.first.line, "unknown-step", {"given": pair.step, "known": ", ".join(STEPS)}
    if pair.first.kind == "code":
        return
    levels = []
    for language, cell in pair.cells.items():
        if language != LANGUAGES[0] and (cell.step or cell.id):
            yield cell.line, "step-elsewhere", {}
        found = list(_HEADING.finditer(cell.body))
        levels.append([len(one[1]) for one in found])
        at_start = bool(found) and found[0].start() == 0 and len(found[0][1]) <= 2
        if pair.step and not at_start:
            yield cell.line, "step-without-heading", {"given": pair.step}
        for n, one in enumerate(found):
            if len(one[1]) <= 2 and not (pair.step and n == 0 and at_start):
                line = cell.line + cell.body[: one.start()].count("\n")
                yield line, "heading-without-step", {"heading": one[2], "known": ", ".join(STEPS)}
    if levels[0] != levels[1]:
        yield pair.cells[LANGUAGES[1]].line, "other-headings", {}


def _id_faults(source: Source) -> Iterator[Fault]:
    """Pairs without an id, and ids that two pairs have; the sentence says one that is free."""
    given = [pair.first.id for pair in source.pairs]
    numbers = [int(one[1:]) for one in given if one and re.fullmatch(r"c\d+", one)]
    free = f"c{max(numbers, default=1) + 1:02d}"
    for n, pair in enumerate(source.pairs):
        if pair.first.id is None:
            yield Fault.at(pair.first.line, "no-cell-id", {"free": free}, source.name)
        elif pair.first.id in (OPENING, CELL, *given[:n]):
            values = {"given": pair.first.id, "free": free}
            yield Fault.at(pair.first.line, "cell-id-twice", values, source.name)
