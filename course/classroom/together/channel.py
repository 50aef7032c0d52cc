"""The idea channel, played by the room: ideas queue, a few are tested, and who waits loses heart.

Each telephone sends an idea, of which nothing is written, when its holder likes in the course of a
year of four quarters. In each quarter as many as the instructor has set are taken up for a test, in
the order in which they were sent; who has waited for as long as their patience gives up. Patience
is dealt in the order of coming, from one quarter to the longest that is set. Or everybody has a
reply within the quarter. The year is stepped through twice, the second time with the same ideas and
what is set for it (`course.classroom.together.year`).
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from course.classroom.phases import NotNowError, Stand
from course.classroom.room import Given, Room
from course.classroom.together.coming import added as come
from course.classroom.together.coming import there as there
from course.classroom.together.named import is_named
from course.classroom.together.plays import in_steps, set_twice, stands_at, to_be_set
from course.classroom.together.year import (
    PATIENCE,
    QUARTERS,
    Idea,
    became,
    patience,
    promised,
    steps,
)
from course.content.course import Course
from course.content.meeting import TOGETHER
from course.plain import Json
from course.words import say

LEAST = 5
"""Of fewer there is no queue to see."""

TESTS = (1, 2, 3, 4, 6, 9, 12, 18, 30, 60, 120, 250)
"""How many tests a quarter can be set."""

OFFERED = {"tests": TESTS, "patience": PATIENCE, "replies": (0, 1)}
"""What can be set for each year; ``replies``: whether everybody has one within the quarter."""

LONGEST = 3
"""The longest patience if nothing is changed."""

_IDEA = {"idea": "sent"}  # what a telephone fills in
_STATES = ("new", "waiting", "tested", "lost", "promised", "refused")


def is_for(course: Course, lesson: str) -> bool:
    """Whether the lesson's meeting has it."""
    return is_named(course, lesson, "channel")


def chosen(course: Course, room: Room, value: Any) -> Json:
    """What holds in each year; each quarter is a part.

    ``value`` is what is set, as `OFFERED` has it. NotNowError for others, and for too few people.
    """
    set_to = set_twice(value, OFFERED)
    if there(room, room.at) < LEAST:
        raise NotNowError("five-phones")
    return {**set_to, **in_steps(*(steps(bool(one)) for one in set_to["replies"]))}


def minutes(course: Course, room: Room) -> int:
    """Both years, and the talk."""
    return TOGETHER["channel"]


def titled(language: str) -> str:
    """What it is called."""
    return say("class.channel", language)


def added(room: Room, step: int, person: str, filled: Any) -> tuple[str, Given] | None:
    """The row of a telephone that comes in, or that sends its idea, which it can do once.

    Raises NotNowError where it is no idea, or the year is over or has not begun.
    """
    kept = room.round(step, 1).answers.get(person)
    if filled is None:
        return come(room, step, person, filled)
    if filled != _IDEA:
        raise NotNowError("no-form")
    if kept is not None and kept.answer is not None:
        return None
    if not _takes_ideas(room, step):
        raise NotNowError("too-late")
    order = there(room, step) if kept is None else kept.order
    _, at = stands_at(room, step)
    return person, Given(1, {"at": at, "after": len(_sent(room, step))}, order)


def _takes_ideas(room: Room, step: int) -> bool:
    if room.stands.get(step, Stand()).phase != "shown":
        return False
    play, at = stands_at(room, step)
    return play == 1 and at < QUARTERS


def _sent(room: Room, step: int) -> dict[str, tuple[int, int]]:
    """When each idea was sent, and its sender's order of coming, by who sent it.

    They stand in the order in which they come into the queue.
    """
    rows = room.round(step, 1).answers
    sent = [(who, row) for who, row in rows.items() if row.answer is not None]
    sent.sort(key=lambda one: (one[1].answer["at"], one[1].answer["after"]))
    return {who: (row.answer["at"], row.order) for who, row in sent}


def _set(dealt: Json, year: int) -> dict[str, int]:
    """What is set for a year, from 1."""
    return {name: dealt[name][year - 1] for name in OFFERED}


def _ideas(room: Room, step: int, longest: int) -> list[Idea]:
    """The ideas of a year in which nobody waits longer than that."""
    return [(sent, patience(order, longest)) for sent, order in _sent(room, step).values()]


def told(course: Course, room: Room, step: int, language: str) -> Json:
    """How many ideas wait, are tested and are lost, this year and, the second, the first as well.

    ``when`` says which quarter it is, ``open`` whether ideas are taken.
    """
    found: Json = {"say": say("class.channel-say", language)}
    dealt = room.chosen.get(step)
    if dealt is None:
        return found
    play, at = stands_at(room, step)
    years = [_set(dealt, year) for year in range(1, play + 1)]
    ends = [steps(bool(year["replies"])) - 1 for year in years[:-1]]
    return {
        **found,
        "play": play,
        "step": at,
        "when": _when(play, at, language),
        "open": _takes_ideas(room, step),
        "years": [
            {**year, **_counted(_ideas(room, step, year["patience"]), year, then)}
            for year, then in zip(years, [*ends, at], strict=True)
        ],
    }


def _counted(ideas: Sequence[Idea], year: dict[str, int], step: int) -> Json:
    """How many ideas there are in each state; ``after``: tested when the year was over."""
    tests, replies = year["tests"], bool(year["replies"])
    counted = Counter(became(ideas, tests, step, replies=replies))
    in_time = Counter(became(ideas, tests, min(step, QUARTERS), replies=replies))
    return {
        **{one: counted[one] for one in _STATES},
        "after": counted["tested"] - in_time["tested"],
    }


def _when(play: int, step: int, language: str) -> str:
    if 0 < step <= QUARTERS:
        return say(f"explore.idea-channel.month-{3 * step}", language)
    return say(f"class.channel-begin-{play}" if step == 0 else "class.channel-end", language)


def to_instructor(course: Course, room: Room, language: str) -> Json:
    """What can be set, what to do, and what to ask afterwards.

    What is usual follows from how many are there: of as many ideas, a third at most can be tested
    in the first year, and all in the second; and in that everybody has a reply.
    """
    people = there(room, room.at)
    usual = {
        "tests": (_enough(people / 12), _enough(people / 4)),
        "patience": (LONGEST, LONGEST),
        "replies": (0, 1),
    }
    return {
        **to_be_set(OFFERED, usual),
        "do": say("class.channel-do", language),
        "debrief": [say(f"class.channel-debrief-{n}", language) for n in (1, 2, 3)],
    }


def _enough(tests: float) -> int:
    return next((one for one in TESTS if one >= tests), TESTS[-1])


def own(course: Course, room: Room, person: str, language: str) -> Json:
    """How long somebody waits, what has become of their idea, and where it is in the queue.

    In a year with replies nobody waits for one, and ``due`` is the quarter that they are told.
    """
    kept = room.round(room.at, 1).answers.get(person)
    dealt = room.chosen.get(room.at)
    if kept is None or dealt is None:
        return {}
    play, at = stands_at(room, room.at)
    year = _set(dealt, play)
    replies = bool(year["replies"])
    found: Json = {"sent": kept.answer is not None, "replies": replies}
    if not replies:
        found["patience"] = patience(kept.order, year["patience"])
    if kept.answer is not None:
        mine = [*_sent(room, room.at)].index(person)
        ideas = _ideas(room, room.at, year["patience"])
        all_became = became(ideas, year["tests"], at, replies=replies)
        found["idea"] = all_became[mine]
        found["place"] = all_became[: mine + 1].count("waiting")
        found["due"] = promised(ideas, year["tests"])[mine] if replies else 0
    return found
