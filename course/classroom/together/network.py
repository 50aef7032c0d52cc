"""The class's own network: how the units of those present work together, kept as sums alone.

Each says which unit is theirs, how it works with each of the others on the four strengths of lesson
06, and with how many they work inside and outside it. What is kept is how many said what, and a
mark of who has answered that leads to no answer. So nothing can be changed once it is sent.

A tie is drawn when two have named it. What somebody who is alone in answering for a unit says of
the others is left out: that unit is there only as others name it. How many people they work with
is in the index all the same, which is a sum of as many as the smallest group at least.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from itertools import combinations
from typing import Any

from course.classroom.phases import NotNowError, Stand
from course.classroom.room import Given, Room
from course.classroom.together.named import is_named
from course.content.course import Course
from course.content.meeting import TOGETHER
from course.plain import Json
from course.words import say

STRENGTHS = range(5)
"""From hardly anything (0) to several joint projects (4), as `course.networks.ties.GRADES`."""

NAMED_BY = 2
"""How many must name a tie, and answer for a unit, for it to count."""

LEAST_UNITS, MOST_UNITS, LONGEST_NAME, MOST_PEOPLE = 2, 12, 40, 200
"""How many units there can be, letters of a name, and people that somebody can work with."""

_SUMS = "sums"  # the room's one row, in place of a person's: each process adds to it in its turn


def is_for(course: Course, lesson: str) -> bool:
    """Whether the lesson's meeting has it."""
    return is_named(course, lesson, "network")


def chosen(course: Course, room: Room, value: Any) -> Json:
    """The units that are asked about: ``value`` is their names."""
    names = value if isinstance(value, list) else []
    units = [" ".join(one.split())[:LONGEST_NAME] for one in names if isinstance(one, str)]
    units = [*dict.fromkeys(one for one in units if one)]
    if not LEAST_UNITS <= len(units) <= MOST_UNITS:
        raise NotNowError("units")
    return {"units": units, "parts": 1}


def minutes(course: Course, room: Room) -> int:
    """As long as the form and a first look at the map take."""
    return TOGETHER["network"]


def titled(language: str) -> str:
    """What it is called."""
    return say("class.network", language)


def told(course: Course, room: Room, step: int, language: str) -> Json:
    """What is asked; the map once it is shown."""
    stand = room.stands.get(step, Stand())
    found: Json = {
        "say": say("class.network-say", language),
        "units": room.chosen.get(step, {}).get("units", []),
        "strengths": [say(f"class.strength-{one}", language) for one in STRENGTHS],
    }
    if stand.phase == "revealed":
        found["map"] = shown(room, step)
        town = course.cast.municipality
        if town is not None:
            found["theirs"] = {
                "name": town.in_language(language),
                "ei": course.filling.said("{n:formal-ei}", language),
                "chance": course.filling.said("{n:chance}", language),
            }
    return found


def to_instructor(course: Course, room: Room, language: str) -> Json:
    """The units to begin with: the course's own, for the instructor to change."""
    usual = [one.name.in_language(language) for one in course.cast.units.values()]
    return {"usual": usual}


def own(course: Course, room: Room, person: str, language: str) -> Json:
    """Whether a telephone has answered; what, is kept nowhere."""
    return {"sent": _mark(person) in _sums(room, room.at)["who"]}


def there(room: Room, step: int) -> int:
    """How many have answered."""
    return len(_sums(room, step)["who"])


def added(room: Room, step: int, person: str, filled: Any) -> tuple[str, Given] | None:
    """The room's sums with an answer in them, and their name; None where it is in already.

    Raises NotNowError where it is no answer, or comes when the map has been seen: what is added
    between two looks could be told by the difference.
    """
    stand, chose = room.stands.get(step, Stand()), room.chosen.get(step, {})
    row = _sums(room, step)
    if filled is None or _mark(person) in row["who"]:
        return None
    if stand.phase != "shown" or chose.get("seen", 0) >= room.about.smallest:
        raise NotNowError("too-late")
    mine, strengths, people = _read(filled, len(chose["units"]))
    ties = {pair: [*counts] for pair, counts in row["ties"].items()}
    for other, strength in strengths.items():
        ties.setdefault(f"{mine}-{other}", [0] * len(STRENGTHS))[strength] += 1
    counted = [(n or 0) for n in people]
    added = {
        "who": sorted([*row["who"], _mark(person)]),  # in no order that tells who came when
        "from": [n + (at == mine) for at, n in enumerate(row["from"])],
        "ties": ties,
        "people": [
            row["people"][0] + counted[0],
            row["people"][1] + counted[1],
            row["people"][2] + (None not in people),
        ],
    }
    return _SUMS, Given(0, added, 0)


def _read(filled: Any, units: int) -> tuple[int, dict[int, int], tuple[int | None, int | None]]:
    """Whose unit, how strong to each other, how many within and beyond. NotNowError for others."""
    if not isinstance(filled, Mapping):
        raise NotNowError("no-form")
    mine = _number(filled.get("from"), units - 1)
    if mine is None:
        raise NotNowError("no-unit")
    strengths = {}
    for other in range(units):
        strength = _number(filled.get(str(other)), STRENGTHS[-1])
        if other != mine and strength is not None:
            strengths[other] = strength
    within, beyond = (_number(filled.get(key), MOST_PEOPLE) for key in ("within", "beyond"))
    both = (within, beyond) if within is not None and beyond is not None else (None, None)
    return mine, strengths, both


def _number(given: Any, most: int) -> int | None:
    if not isinstance(given, str) or not given.isascii() or not given.isdecimal():
        return None
    return int(given) if len(given) < 5 and int(given) <= most else None


def shown(room: Room, step: int) -> Json:
    """What the sums come to: ``n`` answers (None for too few), ``ties`` and the E-I index.

    A tie has its two units and its strength, the greatest that two name at least. ``chance`` is
    what the index would be by chance with units alike in size: with n units and many people in each
    it is 1 - 2/n (`course.networks.measures.ei_by_chance`).
    """
    row = _sums(room, step)
    answering, n = row["from"], len(row["who"])
    units = len(answering)
    if n < room.about.smallest:
        return {"n": None, "ties": [], "ei": None, "chance": None, "alone": []}
    ties = []
    for a, b in combinations(range(units), 2):
        sides = [pair for pair in ((a, b), (b, a)) if answering[pair[0]] >= NAMED_BY]
        strength = _strength([_counts(row, *pair) for pair in sides])
        if strength:
            ties.append([a, b, strength])
    within, beyond, counted = row["people"]
    is_told = counted >= room.about.smallest and within + beyond > 0
    return {
        "n": n,
        "ties": ties,
        "alone": [at for at, many in enumerate(answering) if many < NAMED_BY],
        "ei": round((beyond - within) / (within + beyond), 2) if is_told else None,
        "chance": round(1 - 2 / units, 2) if is_told else None,
    }


def _strength(sides: Sequence[Sequence[int]]) -> int:
    """The greatest strength that as many as it takes name at least; 0 for none.

    >>> _strength([[0, 1, 0, 1, 0]]), _strength([[0, 1, 0, 0, 0], [1, 0, 0, 0, 0]])
    (1, 0)
    """
    for strength in reversed(STRENGTHS[1:]):
        if sum(sum(counts[strength:]) for counts in sides) >= NAMED_BY:
            return strength
    return 0


def _counts(row: Json, a: int, b: int) -> list[int]:
    """How many of unit a say each strength of its tie to b."""
    found: list[int] = row["ties"].get(f"{a}-{b}", [0] * len(STRENGTHS))
    return found


def _sums(room: Room, step: int) -> Json:
    """What all have said together, as it is kept; ``from`` is how many answer for each unit."""
    kept = room.round(step, 1).answers.get(_SUMS)
    units = room.chosen.get(step, {}).get("units", [])
    none: Json = {"who": [], "from": [0] * len(units), "ties": {}, "people": [0, 0, 0]}
    return kept.answer if kept else none


def _mark(person: str) -> str:
    """That somebody has answered, under a name that is in no other round."""
    return sha256(f"{person}/network".encode()).hexdigest()[:16]
