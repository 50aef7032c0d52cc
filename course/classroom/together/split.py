"""Split information: a case in four parts, of which each telephone is dealt one.

The slips are the lesson's own, and so are its parts, its key and its law. They are dealt in the
order in which telephones came: every slip is held by as many, or by one fewer, in each of the rooms
that a large class is divided into. Whoever holds a slip ticks what of it has been told: in the end
the class sees in which part each of its sentences came, if it came. Nothing is said of who told it.
"""

from collections.abc import Mapping
from typing import Any

from course.classroom.phases import NotNowError, Stand
from course.classroom.room import Given, Room
from course.classroom.together.coming import added as come
from course.classroom.together.coming import there as there
from course.content.course import Course
from course.content.meeting import Jigsaw
from course.plain import Json
from course.words import say
from course.words.sentences import sentences

SIZES, USUAL = (4, 8, 12, 16, 20, 24, 32, 40), 20
"""How many share a room: as the instructor sets it, from four tables of one to four of ten."""

MOST_FACTS = 20
"""How many sentences of a slip can be ticked."""


def is_for(course: Course, lesson: str) -> bool:
    """Whether the lesson has such a case."""
    meeting = course.meeting(lesson)
    has_case = meeting is not None and meeting.jigsaw is not None
    return has_case and all(_slips(course, lesson, language) for language in ("sv", "en"))


def rooms(people: int, size: int) -> int:
    """How many rooms so many people need, so that each has about ``size``.

    >>> rooms(12, 20), rooms(40, 20), rooms(300, 8), rooms(0, 20)
    (1, 2, 38, 1)
    """
    return max(1, -(-people // size))


def place(order: int, slips: int, rooms: int) -> tuple[int, int]:
    """The room and the slip, each from 0, of who came as number ``order``.

    >>> [place(n, 4, 2) for n in (0, 3, 4, 9)]
    [(0, 0), (0, 3), (1, 0), (0, 1)]
    """
    return order // slips % rooms, order % slips


def chosen(course: Course, room: Room, value: Any) -> Json:
    """How many rooms there are to be; ``value`` is how many share one."""
    if not isinstance(value, int) or value not in SIZES:
        raise NotNowError("not-offered")
    return {"rooms": rooms(there(room, room.at), value), "parts": len(_jigsaw(course, room).phases)}


def minutes(course: Course, room: Room) -> int:
    """Those of all its parts."""
    return sum(one.minutes for one in _jigsaw(course, room).phases)


def titled(language: str) -> str:
    """As the guide calls it."""
    return say("guide.split", language)


def told(course: Course, room: Room, step: int, language: str) -> Json:
    """The part that the class is at; the tables; in the end the key, the law, the questions."""
    jigsaw, stand = _jigsaw(course, room), room.stands.get(step, Stand())
    found: Json = {
        "say": jigsaw.say.in_language(language),
        "parts": len(jigsaw.phases),
        "tables": _units(course, room, language),
        "rooms": room.chosen.get(step, {}).get("rooms", 0),
    }
    if stand.phase != "open":
        found["do"] = jigsaw.phases[stand.round - 1].do.in_language(language)
        found["minutes"] = jigsaw.phases[stand.round - 1].minutes
    if stand.phase == "revealed":
        found |= _after(jigsaw, language)
        found["facts"] = _facts(course, room, step, language)
    return found


def added(room: Room, step: int, person: str, filled: Any) -> tuple[str, Given] | None:
    """The row of a telephone that comes in, or that has ticked what of its slip has been told.

    ``filled`` is every sentence that is ticked, by number from 0; each keeps the part in which it
    first was. Raises NotNowError where there are no such sentences, or none are taken any more.
    """
    if filled is None:
        return come(room, step, person, filled)
    if not isinstance(filled, Mapping) or not all(_is_fact(one) for one in filled):
        raise NotNowError("no-form")
    stand, kept = room.stands.get(step, Stand()), room.round(step, 1).answers.get(person)
    if kept is None or stand.phase != "shown":
        raise NotNowError("too-late")
    before = kept.answer or {}
    ticked = {one: before.get(one, stand.round) for one in sorted(filled, key=int)}
    return None if ticked == before else (person, Given(kept.n + 1, ticked, kept.order))


def _is_fact(name: Any) -> bool:
    is_number = isinstance(name, str) and name.isascii() and name.isdecimal()
    return is_number and len(name) < 3 and int(name) < MOST_FACTS


def _facts(course: Course, room: Room, step: int, language: str) -> list[Json]:
    """What each slip says, and of each sentence in how many rooms it was told, and when first."""
    slips = _slips(course, room.about.lesson, language)
    many = room.chosen.get(step, {}).get("rooms", 1)
    heard: dict[tuple[int, int], dict[int, int]] = {}  # by slip and sentence: the part, by room
    for given in room.round(step, 1).answers.values():
        at, slip = place(given.order, len(slips), many)
        for fact, part in (given.answer or {}).items():
            parts = heard.setdefault((slip, int(fact)), {})
            parts[at] = min(part, parts.get(at, part))
    return [
        {
            "unit": one["unit"],
            "facts": [
                {
                    "text": text,
                    "rooms": len(heard.get((slip, n), {})),
                    "part": min(heard.get((slip, n), {}).values(), default=0),
                }
                for n, text in enumerate(_said(one))
            ],
        }
        for slip, one in enumerate(slips)
    ]


def _said(slip: Mapping[str, str]) -> list[str]:
    """The sentences of a slip."""
    return [text for _, text in sentences(slip["text"])][:MOST_FACTS]


def to_instructor(course: Course, room: Room, language: str) -> Json:
    """All of it, how many rooms each size makes now, and how many hold each slip, room by room."""
    jigsaw, people = _jigsaw(course, room), there(room, room.at)
    phases = [{"minutes": one.minutes, "do": one.do.in_language(language)} for one in jigsaw.phases]
    return {
        **_after(jigsaw, language),
        "phases": phases,
        "observers": jigsaw.observers.in_language(language),
        "held": _held(course, room, language),
        "sizes": [{"size": size, "rooms": rooms(people, size)} for size in SIZES],
        "usual": USUAL,
    }


def own(course: Course, room: Room, person: str, language: str) -> Json:
    """The slip of a telephone, once it is dealt, and which of its sentences are ticked."""
    given = room.round(room.at, 1).answers.get(person)
    dealt = room.chosen.get(room.at)
    if given is None or dealt is None:
        return {}
    slips = _slips(course, room.about.lesson, language)
    at, slip = place(given.order, len(slips), dealt["rooms"])
    held = slips[slip]
    return {
        "slip": {
            "unit": held["unit"],
            "facts": _said(held),
            "told": [*(given.answer or {})],
            "room": at + 1 if dealt["rooms"] > 1 else 0,
        }
    }


def _held(course: Course, room: Room, language: str) -> list[list[int]]:
    """How many hold each slip, room by room; nothing before it is dealt."""
    dealt = room.chosen.get(room.at)
    if dealt is None:
        return []
    n = len(_units(course, room, language))
    held = [[0] * n for _ in range(dealt["rooms"])]
    for given in room.round(room.at, 1).answers.values():
        at, slip = place(given.order, n, dealt["rooms"])
        held[at][slip] += 1
    return held


def _after(jigsaw: Jigsaw, language: str) -> Json:
    return {
        "key": jigsaw.key.in_language(language),
        "law": jigsaw.law.in_language(language),
        "debrief": [one.in_language(language) for one in jigsaw.debrief],
    }


def _jigsaw(course: Course, room: Room) -> Jigsaw:
    meeting = course.meeting(room.about.lesson)
    if meeting is None or meeting.jigsaw is None:
        raise NotNowError("not-offered")  # its file was changed while the class went on
    return meeting.jigsaw


def _slips(course: Course, lesson: str, language: str) -> tuple[Mapping[str, str], ...]:
    return course.outline(lesson, language).slips


def _units(course: Course, room: Room, language: str) -> list[str]:
    return [one["unit"] for one in _slips(course, room.about.lesson, language)]
