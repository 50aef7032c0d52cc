"""The cast: the people, streets, units, dates and weeks of the story, from ``data/cast.yml``.

A municipality that lays its own folder over the course writes only what is its own there: each
part (the name, the streets, the units, the people ...) stands in the place of the one below, and of
people and streets only those that it names.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from course.marked import read
from course.paths import LANGUAGES
from course.words.bilingual import Text


@frozen
class Person:
    """Someone in the story.

    Attributes:
        id: the given name in lower case, without diacritics.
        name: in full.
        unit: the id of a unit.
        role: the post.
        since: the year from which it was theirs; None where the story has none.
        met: the person in a sentence; None for whom no lesson presents.
        portrait: how the person is drawn; empty for whom nobody has drawn.
    """

    id: str
    name: str
    unit: str
    role: Text
    since: int | None = None
    met: Text | None = None
    portrait: Mapping[str, Any] = field(factory=dict)

    @property
    def given(self) -> str:
        """The given name, by which the others speak of the person."""
        return self.name.split()[0]


@frozen
class Unit:
    """A unit of the municipality: its name, and how a sentence says that somebody works there."""

    id: str
    name: Text
    where: Text | None = None
    people: int | None = None
    """How many work there, where an overlay says only that."""

    def at(self, language: str) -> str:
        """How a sentence says that somebody works there.

        >>> Unit("roads", Text("Gata", "Roads")).at("sv")
        'på Gata'
        """
        if self.where:
            return self.where.in_language(language)
        return f"{'på' if language == 'sv' else 'in'} {self.name.in_language(language)}"


@frozen
class Resident:
    """Someone who lives there and has help: a given name, and the person in a sentence."""

    id: str
    name: str
    met: Text


@frozen
class Count:
    """Something that the story counts, and the ways in which texts say it: # is the number."""

    id: str
    n: int
    sv: tuple[str, ...]
    en: tuple[str, ...]

    def ways(self, language: str) -> tuple[str, ...]:
        """The ways in which texts of a language say it."""
        return self.sv if language == "sv" else self.en


@frozen
class Trial:
    """The trial of the story: where, whose, from which day and to which, both included."""

    street: str
    group: tuple[str, ...]
    starts: date
    ends: date

    @property
    def weeks(self) -> int:
        """How many weeks it lasts."""
        return ((self.ends - self.starts).days + 1) // 7

    def week(self, day: date) -> int:
        """Which week of the trial a day is in, from 1; 0 or less before it.

        >>> trial = Trial("kajgatan", (), date(2026, 10, 5), date(2026, 11, 15))
        >>> trial.week(date(2026, 10, 26)), trial.weeks
        (4, 6)
        """
        return (day - self.starts).days // 7 + 1

    def left(self, day: date) -> int:
        """How many whole weeks are left on the morning of a day."""
        return ((self.ends - day).days + 1) // 7

    def day(self, week: int, weekday: int) -> date:
        """The day of a week of the trial, Monday being 0."""
        return self.starts + timedelta(days=7 * (week - 1) + weekday)


@frozen
class Day:
    """Something that happens: on which day (or in which month), and which lesson tells it.

    ``day`` is written as in the file, ``2026-10-26`` or ``2026-12``; ``scene`` says that the lesson
    opens on it.
    """

    day: str
    lesson: str
    what: Text
    scene: bool = False

    @property
    def date(self) -> date | None:
        """The day; None where the story names only the month."""
        return date.fromisoformat(self.day) if len(self.day) > len("2026-12") else None


@frozen
class Cast:
    """All of the story's people, places and days.

    >>> from course.content.course import Course
    >>> cast = Course.open().cast
    >>> cast.people["eva"].role.en
    'director of social services'
    >>> cast.scene("04-leadership").isoformat(), cast.trial.weeks
    ('2026-10-26', 6)
    """

    municipality: Text | None = None
    streets: Mapping[str, Text] = field(factory=dict)
    units: Mapping[str, Unit] = field(factory=dict)
    people: Mapping[str, Person] = field(factory=dict)
    residents: Mapping[str, Resident] = field(factory=dict)
    recurring: tuple[str, ...] = ()
    trial: Trial | None = None
    days: tuple[Day, ...] = ()
    counts: Mapping[str, Count] = field(factory=dict)

    @cached_property
    def met(self) -> tuple[Person, ...]:
        """Those whom the lessons present: who recurs first, then unit by unit."""
        first = [self.people[id] for id in self.recurring if id in self.people]
        rest = [one for one in self.people.values() if one not in first]
        return tuple(one for one in (*first, *rest) if one.met)

    @cached_property
    def called(self) -> dict[str, Person]:
        """Everybody by the full name and by the given name."""
        people = self.people.values()
        return {name: person for person in people for name in (person.name, person.given)}

    @cached_property
    def posts(self) -> dict[str, frozenset[str]]:
        """What people do, by language: every post that somebody has."""
        people = self.people.values()
        return {
            one: frozenset(person.role.in_language(one) for person in people) for one in LANGUAGES
        }

    def scene(self, lesson: str) -> date | None:
        """The day on which a lesson opens; None where the story names none."""
        days = [one.date for one in self.days if one.lesson == lesson and one.scene]
        return days[0] if days else None


def id_of(name: str) -> str:
    """What somebody's id is: the given name in lower case, without diacritics.

    >>> id_of("Åsa Wikander")
    'asa'
    """
    plain = unicodedata.normalize("NFKD", name.split()[0])
    return "".join(c for c in plain.lower() if c.isascii() and (c.isalnum() or c == "-"))


@lru_cache(maxsize=16)
def read_cast(files: tuple[Path, ...], _changed: Sequence[int]) -> Cast:
    """The cast of some files, each laid over those before it; `course check` tells their faults."""
    cast = Cast()
    for file in files:
        cast = _over(cast, read(file).value or {})
    return cast


def _over(cast: Cast, given: Mapping[str, Any]) -> Cast:
    """A cast with what a file gives laid over it."""
    own: dict[str, Any] = {}
    if "municipality" in given:
        own["municipality"] = Text(**given["municipality"])
    if "units" in given:
        own["units"] = {id: _unit(id, words) for id, words in given["units"].items()}
        cast = evolve(cast, people=_moved(cast, list(own["units"])))
    for part, made in _NAMED.items():
        named = {id: made(id, fields) for id, fields in given.get(part, {}).items()}
        own[part] = {**getattr(cast, part), **named}
    if "recurring" in given:
        own["recurring"] = tuple(given["recurring"])
    if "trial" in given:
        trial = given["trial"]
        days = {end: date.fromisoformat(trial[end]) for end in ("starts", "ends")}
        own["trial"] = Trial(trial["street"], tuple(trial["group"]), **days)
    if "days" in given:
        own["days"] = tuple(
            Day(one["day"], one["lesson"], Text(**one["what"]), one.get("scene", False))
            for one in given["days"]
        )
    cast = evolve(cast, **own)
    counts = {id: _count(id, fields, cast) for id, fields in given.get("counts", {}).items()}
    return evolve(cast, counts={**cast.counts, **counts})


def _moved(cast: Cast, units: list[str]) -> dict[str, Person]:
    """The people in other units: that of the same id, or else that of the same order."""
    place = {id: units[min(n, len(units) - 1)] for n, id in enumerate(cast.units)}
    return {
        id: one if one.unit in units else evolve(one, unit=place.get(one.unit, one.unit))
        for id, one in cast.people.items()
    }


def _person(id: str, fields: Mapping[str, Any]) -> Person:
    met = fields.get("met")
    return Person(
        id,
        fields["name"],
        fields["unit"],
        Text(**fields["role"]),
        fields.get("since"),
        Text(**met) if met else None,
        fields.get("portrait", {}),
    )


def _unit(id: str, words: Mapping[str, Any]) -> Unit:
    where = words.get("at")
    names = Text(words["sv"], words["en"])
    return Unit(id, names, Text(**where) if where else None, words.get("people"))


def _resident(id: str, fields: Mapping[str, Any]) -> Resident:
    return Resident(id, fields["name"], Text(**fields["met"]))


def _street(id: str, words: Mapping[str, Any]) -> Text:
    return Text(**words)


_NAMED = {"streets": _street, "people": _person, "residents": _resident}
"""The parts whose entries are laid over those below one by one."""


def _count(id: str, fields: Mapping[str, Any], cast: Cast) -> Count:
    trial = cast.trial
    of = {
        "recurring": len(cast.recurring),
        "group": len(trial.group) if trial else 0,
        "weeks": trial.weeks if trial else 0,
    }
    n = fields["n"] if "n" in fields else of[fields["of"]]
    return Count(id, n, tuple(fields["sv"]), tuple(fields["en"]))
