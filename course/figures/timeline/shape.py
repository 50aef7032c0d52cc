"""A timeline: events in the order of their years."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from attrs import frozen

from course.faults import Fault
from course.figures.figure import Figure, Rows, alike
from course.words import say
from course.words.bilingual import Text


@frozen
class Event:
    """What happened in a year."""

    year: int
    text: Text


@frozen(kw_only=True)
class Timeline(Figure):
    """Events, in the order of their years."""

    events: list[Event]


def faults(definition: dict[str, Any]) -> Iterator[Fault]:
    """Two events with the same words, and years that are not in order."""
    events = definition["events"]
    yield from alike((("events", n, "text"), one["text"]) for n, one in enumerate(events))
    for n, (before, after) in enumerate(pairwise(events), start=1):
        if after["year"] < before["year"]:
            values = {"given": after["year"], "before": before["year"]}
            yield Fault(("events", n, "year"), "years-not-in-order", values)


def table(figure: Timeline, language: str) -> Rows:
    """Each year and what happened."""
    heads = (say("figure.year", language), say("figure.event", language))
    return heads, [(str(event.year), event.text.in_language(language)) for event in figure.events]
