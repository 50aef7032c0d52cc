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
