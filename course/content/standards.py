"""What the course asks of every exercise besides that it works.

A file can be without a fault and still teach nobody: a reason of three words, an objective that
says what the course does and not what the learner can do.
"""

from collections.abc import Iterator
from typing import Any

from course.faults import Fault
from course.marked import Marked, Place
from course.paths import LANGUAGES

SHORTEST_REASON = 60
"""How many letters a reason has at least; what is shorter is a verdict and no reason."""

_OBJECTIVE = {"sv": "Du kan ", "en": "You can "}
_JUDGED = ("options", "cards", "pairs", "steps", "statements")


def standards(document: Marked, name: str) -> list[Fault]:
    """What is asked of the exercise in a file of that name, which has no fault of its own."""
    return [fault.found(name, document) for fault in _asked(document.value)]


def _asked(definition: dict[str, Any]) -> Iterator[Fault]:
    if definition["kind"] != "test" and not definition.get("claims"):
        yield Fault((), "no-claims")
    for code, start in _OBJECTIVE.items():
        if not definition["objective"][code].startswith(start):
            yield Fault(("objective", code), "objective", {"start": start.strip()})
    for place, reason in reasons(definition):
        for code in LANGUAGES:
            n = len(reason[code].strip())
            if n < SHORTEST_REASON:
                yield Fault((*place, code), "short-reason", {"n": n, "least": SHORTEST_REASON})


def reasons(definition: dict[str, Any]) -> Iterator[tuple[Place, dict[str, str]]]:
    """Every piece of feedback that an exercise's file holds, with its place.

    >>> [place for place, _ in reasons({"options": [{"id": "a", "feedback": {}}]})]
    [('options', 0, 'feedback')]
    """
    parts: list[tuple[Place, dict[str, Any]]] = [
        ((name, i), one) for name in _JUDGED for i, one in enumerate(definition.get(name, []))
    ]
    for n, scene in enumerate(definition.get("scenes", [])):
        parts += [
            (("scenes", n, "replies", i), one) for i, one in enumerate(scene.get("replies", []))
        ]
    for place, one in parts:
        yield (*place, "feedback"), one["feedback"]
        for group, reason in one.get("tempting", {}).items():
            yield (*place, "tempting", group), reason
    if not parts:
        for outcome, reason in definition.get("feedback", {}).items():
            yield ("feedback", outcome), reason
    for n, area in enumerate(definition.get("areas", [])):
        for level in ("low", "middle", "high"):
            yield ("areas", n, level), area[level]
    if "after" in definition:
        yield ("after",), definition["after"]
