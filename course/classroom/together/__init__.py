"""What a class does together besides the exercises: a module each, as `Together` has them.

A lesson offers those that are for it; their steps follow its exercises in a room. What each
telephone has in it is its own row of the room's answers; what the instructor has chosen is kept
with where the room stands. So a store, a restart and a lost line need to know of none of them.
"""

from typing import Any, Protocol, cast

from course.classroom.room import Given, Room
from course.classroom.together import bridge, channel, crowd, network, split
from course.content.course import Course
from course.plain import Json


class Together(Protocol):
    """What each of the modules does."""

    def is_for(self, course: Course, lesson: str) -> bool:
        """Whether a class that takes a lesson can do it."""

    def chosen(self, course: Course, room: Room, value: Any) -> Json:
        """What is kept of how the instructor deals it out: ``parts`` and more. NotNowError."""

    def minutes(self, course: Course, room: Room) -> int:
        """How long it takes in all; where ``told`` has ``minutes``, these are of a part."""

    def titled(self, language: str) -> str:
        """What it is called."""

    def told(self, course: Course, room: Room, step: int, language: str) -> Json:
        """What every view is told of it, as it stands at its step; nothing before its time."""

    def to_instructor(self, course: Course, room: Room, language: str) -> Json:
        """What the instructor is told besides."""

    def own(self, course: Course, room: Room, person: str, language: str) -> Json:
        """What a telephone alone is told of its part."""

    def there(self, room: Room, step: int) -> int:
        """How many telephones are in it."""

    def added(self, room: Room, step: int, person: str, filled: Any) -> tuple[str, Given] | None:
        """The row that is kept when a telephone comes in, or sends what it has ``filled`` in.

        Its name, and what is in it; None where nothing changes. NotNowError where it cannot be.
        ``filled`` is None for one that only comes in.
        """


THINGS: dict[str, Together] = {
    "split": cast(Together, split),
    "network": cast(Together, network),
    "crowd": cast(Together, crowd),
    "bridge": cast(Together, bridge),
    "channel": cast(Together, channel),
}
"""By name, in the order in which they are offered."""


def offered_in(course: Course, lesson: str) -> tuple[str, ...]:
    """What a class that takes a lesson can do together.

    >>> from course.content.course import ours
    >>> "split" in offered_in(ours(), "06-across-boundaries")
    True
    """
    return tuple(name for name, thing in THINGS.items() if thing.is_for(course, lesson))
