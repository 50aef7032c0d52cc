"""What a class plays twice, step by step: which time it is, and which step, at each part of it."""

from collections.abc import Collection, Mapping, Sequence
from itertools import accumulate
from typing import Any

from course.classroom.phases import NotNowError, Stand
from course.classroom.room import Room
from course.classroom.together.coming import there
from course.classroom.together.groups import groups
from course.plain import Json


def in_steps(*lengths: int) -> Json:
    """What is kept of a play: how many ``parts`` it has, and at which of them each time ``begins``.

    ``lengths`` are the steps of each time, with the one at which nothing has happened yet.

    >>> in_steps(5, 2)
    {'parts': 7, 'begins': [1, 6]}
    """
    *begins, after = accumulate(lengths, initial=1)
    return {"parts": after - 1, "begins": begins}


def dealt_among(room: Room, least: int, too_few: str) -> Json:
    """How many have come and in how many groups they play, from which all follows.

    NotNowError with the key ``too_few`` where there are not as many as it takes.
    """
    people = there(room, room.at)
    if people < least:
        raise NotNowError(too_few)
    return {"people": people, "groups": groups(people)}


def set_twice(value: Any, offered: Mapping[str, Collection[int]]) -> dict[str, list[int]]:
    """What the instructor has set for each of the two times, by name; NotNowError for others.

    >>> set_twice({"ties": [2, 3]}, {"ties": (1, 2, 3)})
    {'ties': [2, 3]}
    """
    if not isinstance(value, Mapping) or value.keys() != offered.keys():
        raise NotNowError("not-offered")
    for name, both in value.items():
        if not isinstance(both, list) or len(both) != 2:
            raise NotNowError("not-offered")
        if any(type(one) is not int or one not in offered[name] for one in both):
            raise NotNowError("not-offered")
    return {**value}


def to_be_set(offered: Mapping[str, Collection[int]], usual: Mapping[str, Sequence[int]]) -> Json:
    """What can be set for each of the two times, and what it is if nothing is changed.

    >>> to_be_set({"ties": (1, 2, 3)}, {"ties": (2, 3)})
    {'settings': [{'name': 'ties', 'offered': [1, 2, 3], 'usual': [2, 3]}]}
    """
    return {
        "settings": [
            {"name": name, "offered": [*each], "usual": [*usual[name]]}
            for name, each in offered.items()
        ]
    }


def time_and_step(part: int, begins: list[int]) -> tuple[int, int]:
    """Which time it is, from 1, and which step of it, from 0.

    >>> [time_and_step(part, [1, 6]) for part in (1, 5, 6, 7)]
    [(1, 0), (1, 4), (2, 0), (2, 1)]
    """
    time = sum(begin <= part for begin in begins)
    return time, part - begins[time - 1]


def stands_at(room: Room, step: int) -> tuple[int, int]:
    """Which time and which step a room is at in a play that is dealt out."""
    part = room.stands.get(step, Stand()).round
    return time_and_step(part, room.chosen[step]["begins"])


def standing(room: Room, step: int) -> Json:
    """How many play in how many groups, which time it is and which step; empty till it is dealt."""
    dealt = room.chosen.get(step)
    if dealt is None:
        return {}
    play, at = stands_at(room, step)
    return {"people": dealt["people"], "groups": dealt["groups"], "play": play, "step": at}
