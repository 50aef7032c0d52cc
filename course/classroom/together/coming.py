"""Telephones in the order in which they come, from which what they are dealt follows."""

from typing import Any

from course.classroom.room import Given, Room


def there(room: Room, step: int) -> int:
    """How many telephones have come."""
    return len(room.round(step, 1).answers)


def added(room: Room, step: int, person: str, filled: Any) -> tuple[str, Given] | None:
    """The place of a telephone in the order of coming, kept once."""
    if person in room.round(step, 1).answers:
        return None
    return person, Given(0, None, there(room, step))


def dealt_to(room: Room, person: str) -> int | None:
    """The place of a telephone that was there when it was dealt out; None for who came later.

    What a play comes to follows from how many are in it, so nobody comes into it once it is dealt.
    """
    given = room.round(room.at, 1).answers.get(person)
    dealt = room.chosen.get(room.at)
    if given is None or dealt is None or given.order >= dealt["people"]:
        return None
    return given.order
