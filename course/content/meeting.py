"""How a group takes a lesson together, from ``data/meetings/<lesson>.yml``.

What whoever leads says and does stands there as data, activity by activity; the slips of the jigsaw
and the answers to be ready for stand in the lesson's own source. An exercise is named, and its
question, options and reasons are taken from its own file wherever they are told.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from attrs import field, frozen

from course.content.filled import Filling
from course.marked import read
from course.words.bilingual import Text

ROUTES = {"hour": 60, "long": 90}
"""The ways through a lesson with a group, and the minutes that each takes."""

GROUPS = ("alone", "pairs", "threes", "fours", "corners", "voices", "tables", "all")
"""How people sit or stand in an activity (``guide.groups-``)."""

NEEDS = ("screen", "computers", "sheet", "cards", "slips", "paper", "board")
"""What an activity needs (``guide.needs-``)."""

TOGETHER = {"network": 10, "crowd": 10, "bridge": 10, "channel": 15}
"""What a class can do on its telephones that no activity has (`course.classroom.together`), and
how many minutes it takes, with the talk."""

EXERCISE = re.compile(r"\{exercise:([a-z0-9-]+)\}")
"""Where a text names an exercise of the lesson, which is told by its title."""


@frozen
class Phase:
    """A part of the jigsaw: so many minutes, and what is done in them."""

    minutes: int
    do: Text


@frozen(kw_only=True)
class Jigsaw:
    """The case of which each table holds a part: how it is led, and what it comes to.

    Attributes:
        say: the invitation, word for word.
        phases: its parts, in order.
        key: an answer that holds.
        law: what may be told, and by which rule.
        observers: what those do who belong to no table.
        debrief: what is asked afterwards.
    """

    say: Text
    phases: tuple[Phase, ...]
    key: Text
    law: Text
    observers: Text
    debrief: tuple[Text, ...]


@frozen(kw_only=True)
class Activity:
    """Something that a group does: with exercises of the lesson, or with none.

    Attributes:
        exercises: the exercises that it takes up; its name is theirs unless ``what`` gives one.
        what: what it is called where no exercise names it.
        minutes: how long it takes in the long route, or beside it.
        hour: how long in the hour; None where it is left out of that.
        extra: whether it is left out of the long route as well.
        groups: how people sit, in the order in which they do (`GROUPS`).
        needs: what must be there (`NEEDS`).
        read: ids of cells of the lesson whose text is read out or looked at.
        say: the invitation, word for word.
        how: what else whoever leads does.
        jigsaw: the case, where this is the jigsaw.
    """

    minutes: int
    say: Text
    groups: tuple[str, ...]
    exercises: tuple[str, ...] = ()
    what: Text | None = None
    hour: int | None = None
    extra: bool = False
    needs: tuple[str, ...] = ()
    read: tuple[str, ...] = ()
    how: Text | None = None
    jigsaw: Jigsaw | None = None

    def takes(self, route: str) -> int:
        """The minutes that it takes on a route; 0 where it is not on it."""
        if route == "hour":
            return self.hour or 0
        return 0 if self.extra else self.minutes


@frozen
class Meeting:
    """A lesson taken by a group: its activities, and what to leave out when it gets late.

    The activities of the routes come first, in their order, and then those for a longer time, as
    whoever leads meets them on paper and on the big screen. ``together`` names what a class can do
    on its telephones besides (`TOGETHER`).
    """

    late: Text
    activities: tuple[Activity, ...]
    together: tuple[str, ...] = ()

    @property
    def exercises(self) -> tuple[str, ...]:
        """The exercises that it takes up, in its order."""
        return tuple(id for one in self.activities for id in one.exercises)

    def clock(self, route: str) -> Iterator[tuple[Activity, int, int]]:
        """The activities of a route, each with the minutes at which it begins and ends.

        >>> from course.content.course import Course
        >>> meeting = Course.open().meeting("06-across-boundaries")
        >>> [end for _, _, end in meeting.clock("hour")][-1]
        60
        """
        at = 0
        for one in self.activities:
            if minutes := one.takes(route):
                yield one, at, at + minutes
                at += minutes

    @property
    def jigsaw(self) -> Jigsaw | None:
        """The jigsaw among its activities."""
        return next((one.jigsaw for one in self.activities if one.jigsaw), None)


@lru_cache(maxsize=32)
def read_meeting(file: Path, _changed: int, filling: Filling) -> Meeting:
    """The meeting of a file, filled in; `check` tells the faults of one that cannot be read."""
    return meeting_of(filling.filled(read(file).value))


def meeting_of(given: Mapping[str, Any]) -> Meeting:
    """A meeting from what its file holds."""
    activities = sorted(map(_activity, given["activities"]), key=lambda one: one.extra)
    return Meeting(Text(**given["late"]), tuple(activities), tuple(given.get("together", ())))


def _activity(given: Mapping[str, Any]) -> Activity:
    if "split" in given:
        jigsaw = _jigsaw(given["split"])
        return Activity(
            minutes=sum(one.minutes for one in jigsaw.phases),
            hour=given.get("hour"),
            groups=("tables",),
            needs=("slips",),
            say=jigsaw.say,
            jigsaw=jigsaw,
        )
    return Activity(
        minutes=given["minutes"],
        hour=given.get("hour"),
        extra=given.get("extra", False),
        exercises=tuple(given.get("exercises", ())),
        what=Text(**given["what"]) if "what" in given else None,
        groups=tuple(given["groups"]),
        needs=tuple(given.get("needs", ())),
        read=tuple(given.get("read", ())),
        say=Text(**given["say"]),
        how=Text(**given["how"]) if "how" in given else None,
    )


def _jigsaw(given: Mapping[str, Any]) -> Jigsaw:
    return Jigsaw(
        say=Text(**given["say"]),
        phases=tuple(Phase(one["minutes"], Text(**one["do"])) for one in given["rounds"]),
        key=Text(**given["key"]),
        law=Text(**given["law"]),
        observers=Text(**given["observers"]),
        debrief=tuple(Text(**one) for one in given["debrief"]),
    )


# --- several lessons, and what holds for all ------------------------------------------------------


@frozen(kw_only=True)
class Part:
    """A part of a day: a lesson by a route, or something else with its minutes."""

    minutes: int
    lesson: str = ""
    route: str = ""
    what: Text | None = None


@frozen(kw_only=True)
class Programme:
    """A half day or a day: what it is called, for whom, and its parts."""

    id: str
    title: Text
    about: Text
    parts: tuple[Part, ...]

    @property
    def minutes(self) -> int:
        """How long it takes, breaks included."""
        return sum(part.minutes for part in self.parts)


@frozen(kw_only=True)
class Section:
    """A heading, and what stands below it, line by line."""

    id: str
    title: Text
    lines: tuple[Text, ...]


@frozen(kw_only=True)
class Leading:
    """What holds for every meeting: programmes of several lessons, advice, the joining page."""

    programmes: tuple[Programme, ...] = ()
    sections: tuple[Section, ...] = ()
    forty: Mapping[str, Text] = field(factory=dict)
    online: Mapping[str, Text] = field(factory=dict)
    join: tuple[Text, ...] = ()


@lru_cache(maxsize=8)
def read_leading(file: Path, _changed: int, filling: Filling) -> Leading:
    """What holds for every meeting, from its file, filled in."""
    return leading_of(filling.filled(read(file).value))


def leading_of(given: Mapping[str, Any]) -> Leading:
    """What holds for every meeting, from what its file holds."""
    return Leading(
        programmes=tuple(
            Programme(
                id=one["id"],
                title=Text(**one["title"]),
                about=Text(**one["about"]),
                parts=tuple(map(_part, one["parts"])),
            )
            for one in given["programmes"]
        ),
        sections=tuple(
            Section(
                id=one["id"],
                title=Text(**one["title"]),
                lines=tuple(Text(**line) for line in one["lines"]),
            )
            for one in given["sections"]
        ),
        forty={key: Text(**text) for key, text in given["forty"].items()},
        online={key: Text(**text) for key, text in given["online"].items()},
        join=tuple(Text(**line) for line in given["join"]),
    )


def _part(given: Mapping[str, Any]) -> Part:
    if "lesson" in given:
        return Part(minutes=ROUTES[given["route"]], lesson=given["lesson"], route=given["route"])
    return Part(minutes=given["minutes"], what=Text(**given["what"]))
