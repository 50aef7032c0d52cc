"""Steps in order: an idea's way, a ladder, a process."""

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from course.faults import Fault
from course.figures.figure import Figure, Rows, alike
from course.words import say
from course.words.bilingual import Text


@frozen
class Stage:
    """A stage of a way: what happens, and a few words more."""

    text: Text
    note: Text | None = None


@frozen
class Loop:
    """The way back from a step to an earlier one; steps are counted from 1."""

    start: int
    end: int
    text: Text


@frozen(kw_only=True)
class Steps(Figure):
    """Steps in order: an idea's way, a ladder, a process."""

    steps: list[Stage]
    loop: Loop | None = None


RENAMED = {Loop: {"start": "from", "end": "to"}}
"""Names in a file that Python cannot have as names of fields."""


def faults(definition: dict[str, Any]) -> Iterator[Fault]:
    """Two steps with the same words, and a way back that leads to no earlier step."""
    steps, loop = definition["steps"], definition.get("loop")
    yield from alike((("steps", n, "text"), one["text"]) for n, one in enumerate(steps))
    if loop is None:
        return
    missing = [end for end in ("from", "to") if loop[end] > len(steps)]
    for end in missing:
        yield Fault(("loop", end), "no-such-step", {"given": loop[end], "last": len(steps)})
    if not missing and loop["to"] >= loop["from"]:
        yield Fault(("loop", "to"), "loop-not-back", {"start": loop["from"]})


def way_back(figure: Steps, language: str) -> str:
    """The words for the way back; empty where there is none."""
    if figure.loop is None:
        return ""
    text = figure.loop.text.in_language(language)
    return say("figure.back", language, n=figure.loop.end, text=text)


def table(figure: Steps, language: str) -> Rows:
    """Each step with its note and the way back, if there is one."""
    heads = [say(f"figure.{name}", language) for name in ("step", "what", "note")]
    rows = []
    for n, one in enumerate(figure.steps, start=1):
        note = one.note.in_language(language) if one.note else ""
        back = way_back(figure, language) if figure.loop and figure.loop.start == n else ""
        more = " ".join(words for words in (note, back and f"({back})") if words)
        rows.append((str(n), one.text.in_language(language), more))
    if not any(row[2] for row in rows):
        return heads[:2], [row[:2] for row in rows]
    return heads, rows
