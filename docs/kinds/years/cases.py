"""What the shared tests try on events that are placed in time."""

from collections.abc import Iterator
from typing import Any

from course.kinds.years.rules import Event
from hypothesis import strategies as st

from course.kinds.cases import (
    Claim,
    Counted,
    Definition,
    FaultCase,
    Given,
    each,
    plain,
    why,
    with_part,
)

FIELDS = {
    "starts": [1900, 1950, 2000],
    "until": 2029,
    "events": [{**why("a"), "year": 1900}, {**why("b"), "year": 1999}, {**why("c"), "year": 2000}],
}
VALID = st.fixed_dictionaries({id: st.sampled_from(["1900", "1950", "2000"]) for id in "abc"})
PARTS = ((Event, "events"),)
SECRET = ("year",)
LACKS = ("events-left", "events")
COUNTED = Counted("years-right", "events")
FAULTS = (
    FaultCase(
        "starts: [1970, 1980,",
        "starts: [1980, 1970,",
        "starts:",
        "Perioden som börjar 1980 slutar innan den har börjat. "
        "Skriv åren i starts: i ordning, och until: efter det sista.",
        "The period that begins in 1980 ends before it has begun. "
        "Write the years of starts: in order, and until: after the last.",
    ),
    FaultCase(
        "year: 2025",
        "year: 2052",
        "year: 2052",
        "Året ligger utanför perioderna, som går från 1970 till 2029. "
        "Ändra året, starts: eller until:.",
        "The year is outside the periods, which go from 1970 to 2029. "
        "Change the year, starts: or until:.",
    ),
)


def _periods(exercise: Definition) -> list[tuple[int, int]]:
    """The first year and the last of each period, as the file has them."""
    starts = exercise["starts"]
    ends = [*(start - 1 for start in starts[1:]), exercise["until"]]
    return list(zip(starts, ends, strict=True))


def _answer(exercise: Definition, *, shift: int) -> dict[str, str]:
    """Each event in its period, or so many periods later; from the last one on to the first."""
    periods = _periods(exercise)
    at = {
        event["id"]: next(i for i, (_, end) in enumerate(periods) if event["year"] <= end)
        for event in exercise["events"]
    }
    return {id: str(periods[(i + shift) % len(periods)][0]) for id, i in at.items()}


def mutations(definition: Definition) -> Iterator[Definition]:
    """Each event in turn in another period."""
    for i, event in enumerate(definition["events"]):
        for start, end in _periods(definition):
            if not start <= event["year"] <= end:
                yield with_part(definition, "events", i, year=start)


def wrong(exercise: Definition, language: str) -> Given:
    """Every event a period too late."""
    return Given(_answer(exercise, shift=1), each(exercise["events"], language))


def right(exercise: Definition, language: str) -> Given:
    """Every event in its period."""
    events = exercise["events"]
    return Given(_answer(exercise, shift=0), each(events, language), len(events))


def enter(me: Any, exercise: Definition, card: Any, answer: dict[str, str]) -> None:
    """Pick from the list of each event; above the first period stands what to do."""
    starts = [str(start) for start in exercise["starts"]]
    for event in exercise["events"]:
        choices = card.get_by_role("combobox", name=event["text"][me.language], exact=True)
        me.hand.pick(choices, 1 + starts.index(answer[event["id"]]))
    me.see_entered(exercise, answer)


def entered(exercise: Definition, answer: dict[str, str], language: str) -> list[Claim]:
    """What was picked stands in each list."""
    words = {str(start): f"{start}–{end}" for start, end in _periods(exercise)}
    return [
        {"picked": [plain(one["text"][language]), words[answer[one["id"]]]]}
        for one in exercise["events"]
    ]
