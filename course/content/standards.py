"""What the course asks of every exercise besides that it works.

A file can be without a fault and still teach nobody: a reason of three words, an objective that
says what the course does and not what the learner can do.
"""

from collections.abc import Iterator
from typing import Any

from course.content.reading import build
from course.content.reasons import reasons
from course.faults import Fault
from course.kinds import KINDS
from course.marked import Marked
from course.paths import LANGUAGES
from course.words.sentences import first_sentence

SHORTEST_REASON = 60
"""How many letters a reason has at least; what is shorter is a verdict and no reason."""

_OBJECTIVE = {"sv": "Du kan ", "en": "You can "}


def standards(document: Marked, name: str) -> list[Fault]:
    """What is asked of the exercise in a file of that name, which has no fault of its own."""
    return [fault.found(name, document) for fault in _asked(document.value)]


def _asked(definition: dict[str, Any]) -> Iterator[Fault]:
    kind = KINDS.get(definition["kind"])
    if kind is not None:
        yield from kind.standards(build(definition))
    said = list(reasons(definition))
    # What a test says lies in the files of its questions, which have claims of their own.
    if said and not definition.get("claims"):
        yield Fault((), "no-claims")
    for code, start in _OBJECTIVE.items():
        if not definition["objective"][code].startswith(start):
            yield Fault(("objective", code), "objective", {"start": start.strip()})
    for reason in said:
        for code in LANGUAGES:
            place, text = (*reason.place, code), reason.text[code].strip()
            n = len(text)
            if n < SHORTEST_REASON:
                values = {"n": n, "least": SHORTEST_REASON}
                yield Fault(place, "short-reason", values)
            # A page shows it by itself, in front of the rest.
            lead = first_sentence(text)
            if lead.count("(") != lead.count(")"):
                yield Fault(place, "sentence-cut", {"end": lead[-20:].strip()})
    yield from _without_hint(definition)


def _without_hint(definition: dict[str, Any]) -> Iterator[Fault]:
    """Whatever is tried one by one and says nothing to think of when it goes wrong."""
    kind = KINDS.get(definition["kind"])
    # What stands in a list and is answered all at once gets its reasons at once as well.
    hinted = kind.hinted if kind and not definition.get("together") else ""
    for i, thing in enumerate(definition.get(hinted, ())):
        if "hint" not in thing:
            yield Fault((hinted, i), "no-hint", {"id": thing["id"]})
