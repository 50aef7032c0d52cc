"""The plan on one page, as a document: plain data that pages, texts and files are made from.

What an exercise asks for is read from its answer; what none asks for is written on the plan's own
page and kept as an event of type ``plan``. Nothing stands in it that the learner did not say.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from typing import Literal

from attrs import asdict, evolve, field, frozen

from course.content.course import Course
from course.journal import Journal
from course.kinds import KINDS
from course.kinds.broken import BrokenKindError
from course.plain import Json
from course.portfolio import ours as organisations
from course.portfolio import plan as plans
from course.portfolio.plan import NINETY_DAYS, Section
from course.portfolio.shown import Area, areas, exercise, last_answer, own_map
from course.words import dated, say

Form = Literal["half", "wide", "rule", "line", "day", "asked", "outcome"]
"""How a field looks: half or all of the width, the stop rule, one line, a day, somebody's question,
what happened.
"""

HEAD: dict[str, Form] = {"title": "line", "unit": "line", "name": "line", "start": "day"}
BODY: dict[str, Form] = {
    "decision": "wide",
    "problem": "half",
    "whose": "half",
    "hypothesis": "wide",
    "smallest-test": "half",
    "measure": "half",
    "stop-rule": "rule",
    "lawful": "half",
    "bridges": "half",
    "owner": "half",
    "promise": "wide",
}
ASKED: dict[str, Form] = {"reader": "asked", "question": "asked", "follow-up": "asked"}
"""The fields above the plan, in it and beside it. Those that lesson 10 asks for have its ids."""

DAYS = (30, 60, 90)
"""The days after the start that the plan says something of."""

OUTCOMES = {days: f"day-{days}-outcome" for days in DAYS}
"""The fields of what happened, by the day. Their place is on paper only when they are filled."""

MOVED = "in-appendix"
"""The plan's item that says which parts stand in the appendix: their ids, with blanks between."""

MOVABLE = ("whose", "hypothesis", "lawful", "bridges", "owner", "promise", "map", "climate")
"""What may stand there; what a decision cannot be made without stays on the page."""

Size = Literal["usual", "small", "smallest"]
USUAL, SMALL = 2600, 3600
"""So many letters have room on one page in the usual size, and in the small one."""


@frozen
class Field:
    """One place of the plan: what it is called, what stands there, and what could.

    ``planned`` is whether it is the plan's own, and not an answer to the form of lesson 10;
    ``beside`` is what the learner has chosen elsewhere that belongs to it.
    """

    id: str
    heading: str
    words: str
    hint: str
    form: Form
    planned: bool = True
    beside: str = ""


@frozen
class Mark:
    """A day on the line of ninety: ``day`` (ISO 8601) and ``dated`` are empty without a start.

    ``field`` is what was planned, ``outcome`` what happened, which can be told once the day is
    ``reached``.
    """

    days: int
    day: str
    dated: str
    reached: bool
    field: Field
    outcome: Field


@frozen
class OnePage:
    """The plan, in one language.

    ``drawn`` is the own map as `course.kinds.sketch.drawn` gives it, {} without one; ``areas`` are
    the profile before and after; ``ours`` is one's own organisation where it was taken along, and
    ``appendix`` the rest of what was chosen and written. ``moved`` are the parts (`MOVABLE`) that
    the learner has moved from the page into the appendix.
    """

    language: str
    head: tuple[Field, ...]
    body: tuple[Field, ...]
    line: tuple[Mark, ...]
    asked: tuple[Field, ...]
    drawn: Json = field(factory=dict)
    areas: tuple[Area, ...] = ()
    appendix: tuple[Section, ...] = ()
    ours: organisations.Shown | None = None
    moved: tuple[str, ...] = ()

    def __getitem__(self, id: str) -> Field:
        """A field by its id; KeyError where there is none."""
        return next((one for one in self.fields if one.id == id), None) or _none(id)

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields, in order."""
        days = (one for mark in self.line for one in (mark.field, mark.outcome))
        return (*self.head, *self.body, *days, *self.asked)

    @property
    def is_empty(self) -> bool:
        """True when there is not a word in it yet."""
        figures = self.drawn or self.areas or self.ours
        return not (any(one.words for one in self.fields) or figures)

    @property
    def starts(self) -> str:
        """The day that it starts, in words; empty where none is given."""
        start = day_of(self["start"].words)
        return say("plan.starts", self.language, date=dated(start, self.language)) if start else ""

    @property
    def size(self) -> Size:
        """How small it has to be written to have room on one page, as far as letters tell."""
        shown = (one for one in self.fields if one.words or one.form != "outcome")
        letters = sum(max(len(one.words) + len(one.beside), 40) for one in shown)
        letters += 500 if self.drawn or self.areas else 0
        return "usual" if letters <= USUAL else "small" if letters <= SMALL else "smallest"

    def as_json(self) -> Json:
        """All of it as plain JSON."""
        told = {"empty": self.is_empty, "starts": self.starts, "size": self.size}
        return {**asdict(self), **told, "movable": list(MOVABLE)}


def _none(id: str) -> Field:
    raise KeyError(id)


def one_page(journal: Journal, course: Course, language: str) -> OnePage:
    """The plan as it stands in the journal now."""
    form, given = asked_for(journal, course, language), ninety_days(journal, course, language)
    planned = {id: event.words or "" for id, event in journal.planned().items()}

    def of(fields: dict[str, Form]) -> tuple[Field, ...]:
        return tuple(_field(id, how, form, given, planned, language) for id, how in fields.items())

    def mark(days: int) -> Mark:
        day = start + timedelta(days=days) if start else None
        return Mark(
            days,
            day.isoformat() if day else "",
            dated(day, language) if day else "",
            day is not None and day <= today,
            _field(f"day-{days}", "half", form, given, planned, language),
            _field(OUTCOMES[days], "outcome", form, given, planned, language),
        )

    start = day_of(planned.get("start", ""))
    today = journal.now().astimezone().date()
    body = of(BODY)
    taken = organisations.from_words(planned.get(organisations.ITEM, ""))
    if taken and taken.bridge:
        bridge = f"{say('plan.ours-bridge', language)}: {taken.bridge}"
        body = tuple(evolve(one, beside=bridge) if one.id == "bridges" else one for one in body)
    return OnePage(
        language=language,
        head=of(HEAD),
        body=body,
        line=tuple(mark(days) for days in DAYS),
        asked=of(ASKED),
        drawn=own_map(journal, course, language),
        areas=tuple(areas(journal, course, language)),
        appendix=tuple(_appendix(journal, course, language)),
        ours=organisations.shown(taken, language) if taken else None,
        moved=movable(planned.get(MOVED, "")),
    )


def ids() -> set[str]:
    """The ids of all fields."""
    return {*HEAD, *BODY, *ASKED, *(f"day-{days}" for days in DAYS), *OUTCOMES.values()}


def movable(words: str) -> tuple[str, ...]:
    """The parts that some words name, in their own order; what is no such part is left out.

    >>> movable("map whose decision map")
    ('whose', 'map')
    """
    named = words.split()
    return tuple(one for one in MOVABLE if one in named)


def asked_for(journal: Journal, course: Course, language: str) -> dict[str, tuple[str, str]]:
    """The fields that the form of lesson 10 asks for, by id: what each is called, and its hint."""
    found = exercise(course, NINETY_DAYS, language)
    if found is None:
        return {}
    with suppress(BrokenKindError):
        fields = KINDS[found.kind].task(found, language).get("fields", ())
        return {one["id"]: (one["text"], one["hint"]) for one in fields}
    return {}


def ninety_days(journal: Journal, course: Course, language: str) -> dict[str, str]:
    """What was last written in the form of lesson 10, by field."""
    found = exercise(course, NINETY_DAYS, language)
    answer = last_answer(journal, found) if found else None
    return dict(answer) if isinstance(answer, dict) else {}


def _field(
    id: str,
    how: Form,
    form: dict[str, tuple[str, str]],
    given: dict[str, str],
    planned: dict[str, str],
    language: str,
) -> Field:
    if id in form:
        heading, hint = form[id]
        return Field(id, heading, given.get(id, ""), hint, how, planned=False)
    heading, hint = (say(f"plan.{name}-{id}", language) for name in ("field", "hint"))
    return Field(id, heading, planned.get(id, ""), hint, how)


def day_of(words: str) -> date | None:
    """The day that some words are in ISO 8601, of a year that somebody plans in; None for no day.

    >>> day_of("2027-08-30"), day_of("0002-08-30"), day_of("soon")
    (datetime.date(2027, 8, 30), None, None)
    """
    with suppress(ValueError):
        day = date.fromisoformat(words)
        return day if 2000 <= day.year < 2200 else None
    return None


def _appendix(journal: Journal, course: Course, language: str) -> Iterator[Section]:
    """All that was chosen and written besides, in the course's order."""
    plan = plans.collected(journal, course, language)
    for section in (plan.goal, plan.promises, *plan.lessons):
        if section and section.items:
            yield section
