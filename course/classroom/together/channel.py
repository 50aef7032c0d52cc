"""The idea channel, played by the room: ideas queue, a few are tested, and who waits loses heart.

Each telephone sends an idea, of which nothing is written, when its holder likes in the course of a
year of four quarters. In each quarter as many as the instructor has set are taken up for a test, in
the order in which they were sent; who has waited for as long as their patience gives up. Patience
is dealt in the order of coming, one, two or three quarters. The year is stepped through twice, the
second time with the same ideas and another number of tests.

It is the queue of `course.models.channel` in whole quarters: first come, first served, a test takes
a quarter, and people wait for so long and no longer. There the times are drawn at random; here who
sends decides when ideas come, and the rest is even, so that a year can be seen again.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from course.classroom.phases import NotNowError, Stand
from course.classroom.room import Given, Room
from course.classroom.together.coming import added as come
from course.classroom.together.coming import there as there
from course.classroom.together.named import is_named
from course.classroom.together.plays import in_steps, set_twice, stands_at
from course.content.course import Course
from course.content.meeting import TOGETHER
from course.plain import Json
from course.words import say

LEAST = 5
"""Of fewer there is no queue to see."""

QUARTERS, LONGEST = 4, 3
"""In the year; and how many anybody waits at most."""

TESTS = (1, 2, 3, 4, 6, 9, 12, 18, 30, 60, 120, 250)
"""How many tests a quarter can be set."""

_STEPS = QUARTERS + 2  # the New Year, each quarter's end, and when nobody waits any more
_IDEA = {"idea": "sent"}  # what a telephone fills in

Idea = tuple[int, int]
"""At which step of the year it was sent, and for how many quarters its sender waits."""


def is_for(course: Course, lesson: str) -> bool:
    """Whether the lesson's meeting has it."""
    return is_named(course, lesson, "channel")


def patience(order: int) -> int:
    """For how many quarters somebody waits, by their place in the order of coming.

    >>> [patience(order) for order in range(4)]
    [1, 2, 3, 1]
    """
    return order % LONGEST + 1


def became(ideas: Sequence[Idea], tests: int, step: int) -> list[str]:
    """What has become of ideas, in the order in which they were sent, at a step of the year.

    ``later`` where it has not been sent yet, ``new`` where it has been since the last step, and
    else ``waiting``, ``tested`` or ``lost``. At the last step nobody waits any more.

    >>> became([(0, 1), (0, 2), (0, 3), (0, 1), (2, 1)], tests=1, step=1)
    ['tested', 'waiting', 'waiting', 'lost', 'later']
    """
    found = ["later"] * len(ideas)
    queue: list[int] = []
    for quarter in range(1, (step if step <= QUARTERS else QUARTERS + LONGEST) + 1):
        queue += [n for n, (sent, _) in enumerate(ideas) if sent == quarter - 1]
        for n in queue[:tests]:
            found[n] = "tested"
        for n in queue[tests:]:
            sent, waits = ideas[n]
            found[n] = "waiting" if quarter - sent < waits else "lost"
        queue = [n for n in queue if found[n] == "waiting"]
    for n, (sent, _) in enumerate(ideas):
        if sent == step:
            found[n] = "new"
    return found


def chosen(course: Course, room: Room, value: Any) -> Json:
    """How many tests there are a quarter each year; each quarter is a part.

    ``value`` is the two numbers of tests. NotNowError for others, and for too few people.
    """
    set_to = set_twice(value, TESTS)
    if there(room, room.at) < LEAST:
        raise NotNowError("five-phones")
    return {"tests": set_to, **in_steps(_STEPS, _STEPS)}


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


def _sent(room: Room, step: int) -> dict[str, Idea]:
    """The ideas by who sent them, in the order in which they come into the queue."""
    rows = room.round(step, 1).answers
    sent = [(who, row) for who, row in rows.items() if row.answer is not None]
    sent.sort(key=lambda one: (one[1].answer["at"], one[1].answer["after"]))
    return {who: (row.answer["at"], patience(row.order)) for who, row in sent}


def told(course: Course, room: Room, step: int, language: str) -> Json:
    """How many ideas wait, are tested and are lost, this year and, the second, the first as well.

    ``when`` says which quarter it is, ``open`` whether ideas are taken.
    """
    found: Json = {"say": say("class.channel-say", language)}
    dealt = room.chosen.get(step)
    if dealt is None:
        return found
    play, at = stands_at(room, step)
    ideas = [*_sent(room, step).values()]
    return {
        **found,
        "play": play,
        "step": at,
        "when": _when(play, at, language),
        "open": _takes_ideas(room, step),
        "years": [
            {"tests": tests, **_counted(ideas, tests, at if year == play else _STEPS - 1)}
            for year, tests in enumerate(dealt["tests"][:play], start=1)
        ],
    }


def _counted(ideas: Sequence[Idea], tests: int, step: int) -> Json:
    counted = Counter(became(ideas, tests, step))
    return {one: counted[one] for one in ("new", "waiting", "tested", "lost")}


def _when(play: int, step: int, language: str) -> str:
    if 0 < step <= QUARTERS:
        return say(f"explore.idea-channel.month-{3 * step}", language)
    return say(f"class.channel-begin-{play}" if step == 0 else "class.channel-end", language)


def to_instructor(course: Course, room: Room, language: str) -> Json:
    """What can be set, what to do, and what to ask afterwards.

    ``usual`` follows from how many are there: of as many ideas, a third at most can be tested in
    the first year, and all in the second.
    """
    people = there(room, room.at)
    return {
        "offered": TESTS,
        "usual": [_enough(people / 12), _enough(people / 4)],
        "do": say("class.channel-do", language),
        "debrief": [say(f"class.channel-debrief-{n}", language) for n in (1, 2, 3)],
    }


def _enough(tests: float) -> int:
    return next((one for one in TESTS if one >= tests), TESTS[-1])


def own(course: Course, room: Room, person: str, language: str) -> Json:
    """How long somebody waits, what has become of their idea, and where it is in the queue."""
    kept = room.round(room.at, 1).answers.get(person)
    dealt = room.chosen.get(room.at)
    if kept is None or dealt is None:
        return {}
    found: Json = {"patience": patience(kept.order), "sent": kept.answer is not None}
    if kept.answer is not None:
        play, at = stands_at(room, room.at)
        ideas = _sent(room, room.at)
        all_became = became([*ideas.values()], dealt["tests"][play - 1], at)
        mine = [*ideas].index(person)
        found["idea"] = all_became[mine]
        found["place"] = all_became[: mine + 1].count("waiting")
    return found
