"""One of a hundred, played by the room: everybody waits until so many others have begun.

Each telephone is dealt a number in the order of coming, 0, 1, 2 and so on, in each of the groups
that a large class is divided into. It is how many must have begun in that group before its holder
does. The class is stepped through twice: first everybody begins, one after another; then a single
person in each group waits for one more, and it stops. What has begun follows from the numbers that
were dealt (Granovetter 1978), so it tells of nobody's own mind.
"""

from typing import Any

from course.classroom.room import Room
from course.classroom.together.coming import added as added
from course.classroom.together.coming import dealt_to
from course.classroom.together.coming import there as there
from course.classroom.together.groups import place, size
from course.classroom.together.named import is_named
from course.classroom.together.plays import dealt_among, in_steps, standing
from course.content.course import Course
from course.content.meeting import TOGETHER
from course.models.thresholds import collective
from course.plain import Json
from course.words import say

LEAST = 4
"""Of fewer there is nothing to see."""

WAITS = 1
"""The number of the one who waits for one more the second time."""


def is_for(course: Course, lesson: str) -> bool:
    """Whether the lesson's meeting has it."""
    return is_named(course, lesson, "crowd")


def begun(numbers: int, play: int) -> tuple[int, ...]:
    """How many of a group have begun after each step of the first or the second time.

    >>> begun(4, 1), begun(4, 2)
    ((0, 1, 2, 3, 4), (0, 1))
    """
    each = list(range(numbers))
    if play > 1:
        each[WAITS] += 1
    return collective(each).acting


def chosen(course: Course, room: Room, value: Any) -> Json:
    """How many there are and in how many groups; each step is a part. NotNowError for too few."""
    dealt = dealt_among(room, LEAST, "crowd-few")
    shown = size(dealt["people"], dealt["groups"])
    return {**dealt, **in_steps(*(len(begun(shown, play)) for play in (1, 2)))}


def minutes(course: Course, room: Room) -> int:
    """Both times, and the talk."""
    return TOGETHER["crowd"]


def titled(language: str) -> str:
    """What it is called."""
    return say("class.crowd", language)


def told(course: Course, room: Room, step: int, language: str) -> Json:
    """How many have begun, each time, and in each group now; the first time to its end."""
    found: Json = {"say": say("class.crowd-say", language), **standing(room, step)}
    if "play" not in found:
        return found
    people, among, play, at = (found[one] for one in ("people", "groups", "play", "step"))
    longest = begun(size(people, among), play)
    return {
        **found,
        "inEach": longest[at],
        "stops": at == len(longest) - 1,
        "times": [
            *(_acting(people, among, before, people) for before in range(1, play)),
            _acting(people, among, play, at),
        ],
    }


def _acting(people: int, among: int, play: int, step: int) -> int:
    """How many have begun in all groups; some have no more to come when others go on."""
    each = (begun(size(people, among, group), play) for group in range(among))
    return sum(one[min(step, len(one) - 1)] for one in each)


def to_instructor(course: Course, room: Room, language: str) -> Json:
    """What to do, and what to ask afterwards."""
    return {
        "do": say("class.crowd-do", language),
        "debrief": [say(f"class.crowd-debrief-{n}", language) for n in (1, 2, 3)],
    }


def own(course: Course, room: Room, person: str, language: str) -> Json:
    """The number of a telephone once it is dealt; who came after that looks on."""
    order = dealt_to(room, person)
    if order is None:
        return {}
    among = room.chosen[room.at]["groups"]
    number, group = place(order, among)
    return {"number": number, "group": group + 1 if among > 1 else 0, "waits": number == WAITS}
