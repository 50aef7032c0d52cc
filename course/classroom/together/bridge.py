"""A wide bridge, played by the room: two units, and a few ties that cross between them.

Each telephone is dealt a place in one of two units, in the order of coming. Within a unit everybody
sees everybody. In the first unit some begin to work in a new way, and whoever sees enough contacts
who do takes it up (Centola & Macy 2007, `course.models.contagion`). It is stepped through twice,
each time with as many ties between the units, and as many contacts to see, as the instructor has
set: so the narrow bridge stands beside the wide one, or news, for which one contact is enough,
beside a practice, which takes several. A large class plays in groups of two units each. Who has
taken it up follows from the places that were dealt, so it tells of nobody's own mind.
"""

from functools import cache
from itertools import accumulate, chain
from typing import Any

from course.classroom.room import Room
from course.classroom.together.coming import added as added
from course.classroom.together.coming import dealt_to
from course.classroom.together.coming import there as there
from course.classroom.together.groups import place, size
from course.classroom.together.named import is_named
from course.classroom.together.plays import (
    dealt_among,
    in_steps,
    set_twice,
    standing,
    stands_at,
    to_be_set,
)
from course.content.course import Course
from course.content.meeting import TOGETHER
from course.models.adjacency import Adjacency
from course.models.contagion import spread
from course.plain import Json
from course.words import say

LEAST, LEAST_WIDE = 5, 7
"""Three in the first unit, so that it spreads there, and two in the second; one more in each where
three contacts must be seen, or the ties end at three people."""

TIES, THRESHOLDS = (1, 2, 3, 4, 5, 6), (1, 2, 3)
"""How many ties can cross, and how many contacts somebody must see take it up; as many begin.

With a threshold of a it takes a (a + 1) / 2 ties side by side to tip the other unit: 1, 3 or 6.
"""

NEEDED = 2
"""The threshold if nothing is changed."""

OFFERED = {"ties": TIES, "threshold": THRESHOLDS}
USUAL = {"ties": (2, 3), "threshold": (NEEDED, NEEDED)}
"""What can be set for the first and the second time, and what it is if nothing is changed."""

_ACROSS = ((0, 0), (1, 0), (1, 1), (2, 0), (2, 1), (2, 2))  # who in the first unit, and beyond
_NARROW = 5  # so many of them end at two people in the other unit


def is_for(course: Course, lesson: str) -> bool:
    """Whether the lesson's meeting has it."""
    return is_named(course, lesson, "bridge")


def units(people: int) -> tuple[int, int]:
    """How many of a group are in each unit.

    >>> units(5), units(20)
    ((3, 2), (10, 10))
    """
    return -(-people // 2), people // 2


def across(people: int, ties: int) -> list[tuple[int, int]]:
    """The ties that cross, between people by number: those of the first unit come first, from 0.

    >>> across(6, 3)
    [(0, 3), (1, 3), (1, 4)]
    """
    first, _ = units(people)
    return [(a, first + b) for a, b in _ACROSS[:ties]]


@cache
def taken_up(people: int, ties: int, threshold: int = NEEDED) -> tuple[int, ...]:
    """The step in which each of a group takes it up, by number: 0 for who begins, -1 for never.

    >>> taken_up(6, 2), taken_up(6, 3)
    ((1, 0, 0, 2, -1, -1), (1, 0, 0, 2, 3, 4))
    >>> taken_up(6, 1, threshold=1)
    (1, 1, 0, 2, 3, 3)
    """
    first, _ = units(people)
    start = (first + 2 - threshold) // 2  # farthest from the bridge, where it is drawn
    seen = contacts(people, ties)
    network = Adjacency([0, *accumulate(map(len, seen))], [*chain.from_iterable(seen)])
    begin = range(start, start + threshold)
    found = spread(network, [begin], contacts=threshold).adopted_at[0]
    return tuple(found.tolist())


@cache
def contacts(people: int, ties: int) -> tuple[tuple[int, ...], ...]:
    """Whom each of a group sees, by number: everybody in the own unit, and whom a tie leads to.

    >>> contacts(5, 1)
    ((1, 2, 3), (0, 2), (0, 1), (0, 4), (3,))
    """
    first, _ = units(people)
    seen = [
        {*(range(first) if one < first else range(first, people))} - {one} for one in range(people)
    ]
    for a, b in across(people, ties):
        seen[a].add(b)
        seen[b].add(a)
    return tuple(tuple(sorted(each)) for each in seen)


def chosen(course: Course, room: Room, value: Any) -> Json:
    """What holds each time, how many people there are and in how many groups.

    ``value`` is what is set, as `OFFERED` has it. NotNowError for others, and for too few people.
    """
    set_to = set_twice(value, OFFERED)
    dealt = dealt_among(room, LEAST, "five-phones")
    if max(set_to["ties"]) > _NARROW or max(set_to["threshold"]) > NEEDED:
        dealt = dealt_among(room, LEAST_WIDE, "seven-phones")
    shown = size(dealt["people"], dealt["groups"])
    steps = in_steps(*(max(taken_up(shown, *time)) + 1 for time in _times(set_to)))
    return {**dealt, **set_to, **steps}


def _times(dealt: Json) -> list[tuple[int, int]]:
    """The ties and the threshold of each time."""
    return [*zip(dealt["ties"], dealt["threshold"], strict=True)]


def minutes(course: Course, room: Room) -> int:
    """Both times, and the talk."""
    return TOGETHER["bridge"]


def titled(language: str) -> str:
    """What it is called."""
    return say("class.bridge", language)


def told(course: Course, room: Room, step: int, language: str) -> Json:
    """Who has taken it up in the first group, and how many in all; the first time to its end."""
    found: Json = {"say": say("class.bridge-say", language), **standing(room, step)}
    if "play" not in found:
        return found
    people, among, at = found["people"], found["groups"], found["step"]
    shown = size(people, among)
    *before, now = _times(room.chosen[step])[: found["play"]]
    return {
        **found,
        "units": units(shown),
        "stops": at == max(taken_up(shown, *now)),
        "times": [
            *(_time(people, among, time, None) for time in before),
            _time(people, among, now, at),
        ],
    }


def _time(people: int, among: int, time: tuple[int, int], at: int | None) -> Json:
    """How it stands at a step of a time; at its end where that is None."""
    ties, threshold = time
    each = [taken_up(size(people, among, group), ties, threshold) for group in range(among)]
    has = [[0 <= one <= (people if at is None else at) for one in group] for group in each]
    return {
        "ties": ties,
        "threshold": threshold,
        "across": across(len(each[0]), ties),
        "has": has[0],
        "acting": sum(map(sum, has)),
    }


def to_instructor(course: Course, room: Room, language: str) -> Json:
    """What can be set, what to do, and what to ask afterwards."""
    return {
        **to_be_set(OFFERED, USUAL),
        "do": say("class.bridge-do", language),
        "debrief": [say(f"class.bridge-debrief-{n}", language) for n in (1, 2, 3)],
    }


def own(course: Course, room: Room, person: str, language: str) -> Json:
    """The place of a telephone once it is dealt, whom it sees, and whether it has taken it up."""
    order = dealt_to(room, person)
    if order is None:
        return {}
    dealt = room.chosen[room.at]
    within, group = place(order, dealt["groups"])
    people = size(dealt["people"], dealt["groups"], group)
    first, _ = units(people)
    unit = within % 2
    number = unit * first + within // 2
    play, at = stands_at(room, room.at)
    ties, threshold = _times(dealt)[play - 1]
    took, seen = taken_up(people, ties, threshold), contacts(people, ties)[number]
    return {
        "number": number + 1,
        "group": group + 1 if dealt["groups"] > 1 else 0,
        "unit": unit,
        "across": [one + 1 for one in seen if (one < first) != (number < first)],
        "threshold": threshold,
        "sees": sum(0 <= took[one] <= at for one in seen),
        "starts": took[number] == 0,
        "has": 0 <= took[number] <= at,
    }
