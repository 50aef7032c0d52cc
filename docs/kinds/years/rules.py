"""Years: events into periods. Each event carries its year, and the reason why it came then.

An author writes the year alone: in which period it lies follows from it, so that the key cannot
say another thing than the words.
"""

from collections.abc import Iterable
from itertools import pairwise

from attrs import frozen

from course.faults import Fault
from course.kinds.exercise import Exercise
from course.kinds.kind import Said, Verdict
from course.kinds.options import accept_placed, shown, twice
from course.plain import Json
from course.words.bilingual import Text

SECONDS = 15
"""Thinking of when something came."""


@frozen
class Event:
    """Something that happened, in which year, and why then."""

    id: str
    text: Text
    year: int
    feedback: Text


@frozen(kw_only=True)
class Years(Exercise):
    """Events, and the first year of each period; the last period ends with ``until``."""

    starts: list[int]
    until: int
    events: list[Event]


def _periods(exercise: Years) -> dict[str, str]:
    """The periods by their first years, as they are written: ``1990–1999``."""
    ends = [*(start - 1 for start in exercise.starts[1:]), exercise.until]
    return {str(start): f"{start}–{end}" for start, end in zip(exercise.starts, ends, strict=True)}


def _period_of(exercise: Years, event: Event) -> str:
    return str(max(start for start in exercise.starts if start <= event.year))


def accept(exercise: Years, sent: object) -> dict[str, str]:
    """The period of every event, by event id; AnswerError when one is left or a name is unknown."""
    ids = (event.id for event in exercise.events)
    return accept_placed(ids, _periods(exercise), sent, "events-left")


def judge(exercise: Years, answer: dict[str, str]) -> Verdict:
    """The share of events in their own period, and for each the reason."""
    right = key(exercise)
    said = tuple(
        Said(one.feedback, "right" if answer[one.id] == right[one.id] else "not-yet", one.id)
        for one in exercise.events
    )
    score = sum(one.tone == "right" for one in said) / len(said)
    return Verdict(right=score == 1, score=score, said=said)


def key(exercise: Years) -> dict[str, str]:
    """Every event in the period of its year."""
    return {event.id: _period_of(exercise, event) for event in exercise.events}


def task(exercise: Years, language: str) -> Json:
    """The events and the periods."""
    periods = [{"id": start, "text": words} for start, words in _periods(exercise).items()]
    return {"periods": periods, "cards": shown(exercise.events, language)}


def recall(exercise: Years, answer: dict[str, str], language: str) -> str:
    """Each event and the period that it was placed in, a line each."""
    periods = _periods(exercise)
    return "\n".join(
        f"{event.text.in_language(language)} → {periods[answer[event.id]]}"
        for event in exercise.events
    )


def faults(exercise: Years) -> Iterable[Fault]:
    """An id that stands twice, periods that do not follow each other, a year outside them all."""
    yield from twice((event.id for event in exercise.events), "events")
    years = [*exercise.starts, exercise.until + 1]
    for i, (start, after) in enumerate(pairwise(years)):
        if after <= start:
            yield Fault(("starts", i), "years-not-rising", {"year": start})
            return
    for i, event in enumerate(exercise.events):
        if not exercise.starts[0] <= event.year <= exercise.until:
            values = {"first": exercise.starts[0], "last": exercise.until}
            yield Fault(("events", i, "year"), "year-outside", values)
