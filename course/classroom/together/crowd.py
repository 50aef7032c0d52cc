"""One of a hundred, played by the room: everybody waits until so many others have begun.

Each telephone is dealt a number in the order of coming, 0, 1, 2 and so on, in each of the crowds
that a large class is divided into. It is how many must have begun in that crowd before its holder
does. The class is stepped through twice: first everybody begins, one after another; then a single
person in each crowd waits for one more, and it stops. What has begun follows from the numbers that
were dealt (Granovetter 1978), so it tells of nobody's own mind.
"""

from typing import Any

from course.classroom.phases import NotNowError, Stand
from course.classroom.room import Room
from course.classroom.together.coming import added as added
from course.classroom.together.coming import there as there
from course.content.course import Course
from course.models.thresholds import collective
from course.plain import Json
from course.words import say

LEAST, MOST = 4, 20
"""How many make a crowd: of fewer there is nothing to see, of more it takes too many steps."""

WAITS = 1
"""The number of the one who waits for one more the second time."""


def is_for(course: Course, lesson: str) -> bool:
    """Whether the lesson's meeting has it."""
    meeting = course.meeting(lesson)
    return meeting is not None and "crowd" in meeting.together


def crowds(people: int) -> int:
    """How many crowds so many people make.

    >>> crowds(4), crowds(20), crowds(21), crowds(300)
    (1, 1, 2, 15)
    """
    return max(1, -(-people // MOST))


def numbers(people: int, crowds: int, crowd: int = 0) -> int:
    """How many numbers are dealt in a crowd: as many as in the others, or one fewer.

    >>> [numbers(21, 2, crowd) for crowd in (0, 1)]
    [11, 10]
    """
    return (people - crowd + crowds - 1) // crowds


def begun(numbers: int, play: int) -> tuple[int, ...]:
    """How many of a crowd have begun after each step of the first or the second time.

    >>> begun(4, 1), begun(4, 2)
    ((0, 1, 2, 3, 4), (0, 1))
    """
    each = list(range(numbers))
    if play > 1:
        each[WAITS] += 1
    return collective(each).acting


def chosen(course: Course, room: Room, value: Any) -> Json:
    """How many there are and in how many crowds; each step is a part. NotNowError for too few."""
    people = there(room, room.at)
    if people < LEAST:
        raise NotNowError("crowd-few")
    among = crowds(people)
    parts = sum(len(begun(numbers(people, among), play)) for play in (1, 2))
    return {"people": people, "crowds": among, "parts": parts}


def minutes(course: Course, room: Room) -> int:
    """Both times, and the talk."""
    return 10


def titled(language: str) -> str:
    """What it is called."""
    return say("class.crowd", language)


def told(course: Course, room: Room, step: int, language: str) -> Json:
    """How many have begun, in all and in each crowd, and whether it stops there."""
    found: Json = {"say": say("class.crowd-say", language)}
    dealt = room.chosen.get(step)
    if dealt is None:
        return found
    people, among = dealt["people"], dealt["crowds"]
    part = room.stands.get(step, Stand()).round - 1
    first = len(begun(numbers(people, among), 1))
    play, at = (1, part) if part < first else (2, part - first)
    acting = [_at(begun(numbers(people, among, one), play), at) for one in range(among)]
    longest = begun(numbers(people, among), play)
    return {
        **found,
        "people": people,
        "crowds": among,
        "parts": dealt["parts"],
        "play": play,
        "step": at,
        "acting": sum(acting),
        "inEach": longest[at],
        "stops": at == len(longest) - 1,
    }


def _at(acting: tuple[int, ...], step: int) -> int:
    return acting[min(step, len(acting) - 1)]


def to_instructor(course: Course, room: Room, language: str) -> Json:
    """What to do, and what to ask afterwards."""
    return {
        "do": say("class.crowd-do", language),
        "debrief": [say(f"class.crowd-debrief-{n}", language) for n in (1, 2, 3)],
    }


def own(course: Course, room: Room, person: str, language: str) -> Json:
    """The number of a telephone once it is dealt; who came after that looks on."""
    given = room.round(room.at, 1).answers.get(person)
    dealt = room.chosen.get(room.at)
    if given is None or dealt is None or given.order >= dealt["people"]:
        return {}
    number, crowd = divmod(given.order, dealt["crowds"])
    crowd = crowd + 1 if dealt["crowds"] > 1 else 0
    return {"number": number, "crowd": crowd, "waits": number == WAITS}
