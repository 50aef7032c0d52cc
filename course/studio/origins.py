"""Where numbers that texts quote come from: a count, a value, a line that code printed, a model.

``data/quoted.yml`` names an origin and what it is asked for (`course.studio.quoted`). Each gives
its numbers in order, and is found here by its name. To add one, write a function and name it in
`ORIGINS`; what needs NumPy or networkx imports it when it is asked.
"""

import json
import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from itertools import combinations, combinations_with_replacement
from typing import Any

from course.content.course import Course
from course.kinds import KINDS
from course.marked import read

Numbers = list[float]
Origin = Callable[..., Numbers]


def value_at(value: Any, path: str) -> Any:
    """What stands at a path: keys, numbers and ids with ``/`` between; ``*`` is all of a list.

    Raises LookupError where nothing does.

    >>> value_at({"rows": [{"id": "a", "n": 1}, {"id": "b", "n": 2}]}, "rows/b/n")
    2
    >>> value_at([{"n": 1}, {"n": 2}], "*/n")
    [1, 2]
    """
    part, _, rest = path.partition("/")
    if not part:
        return value
    if part == "*":
        return [value_at(one, rest) for one in _all(value)]
    if isinstance(value, list):
        named = [one for one in value if isinstance(one, dict) and one.get("id") == part]
        return value_at(named[0] if named else value[int(part)], rest)
    known = {str(key): one for key, one in value.items()}
    return value_at(known[part], rest)


def numbers_in(value: Any) -> Numbers:
    """The numbers of a value, or of a list of them; TypeError for what is none."""
    if isinstance(value, list):
        return [number for one in value for number in numbers_in(one)]
    if isinstance(value, bool | int | float):
        return [float(value)]
    raise TypeError(f"{value!r} is no number")


def _all(value: Any) -> list[Any]:
    return list(value.values()) if isinstance(value, dict) else list(value)


def _flat(value: Any) -> list[Any]:
    """A list, or the lists in it one after another."""
    there = _all(value)
    return [one for part in there for one in part] if isinstance(there[0], list) else there


def _is_like(one: dict[str, Any], like: dict[str, Any]) -> bool:
    return all(one.get(key) == value for key, value in like.items())


def _file(course: Course, name: str) -> Any:
    file = course.file(name)
    if not file.is_file():
        raise LookupError(f"no file {name}")
    return read(file).value


# --- what stands in a file ------------------------------------------------------------------------


def value(course: Course, file: str, path: str) -> Numbers:
    """The number at a path in a file."""
    return numbers_in(value_at(_file(course, file), path))


def count(course: Course, file: str, path: str, **like: Any) -> Numbers:
    """How many there are at a path; of those alone that have the given values."""
    there = _flat(value_at(_file(course, file), path))
    return [sum(not like or _is_like(one, like) for one in there)]


def said(course: Course, file: str, path: str) -> Numbers:
    """The numbers, in digits, of the Swedish text at a path."""
    text = value_at(_file(course, file), path)
    return [float(one) for one in re.findall(r"\d+", text["sv"])]


def total(course: Course, file: str, path: str, key: str, **like: Any) -> Numbers:
    """What is given under a key at a path, added up; of those alone that have the given values."""
    there = _all(value_at(_file(course, file), path))
    return [sum(one[key] for one in there if _is_like(one, like))]


def needed(course: Course, lesson: str, id: str) -> Numbers:
    """How many right answers a test asks for."""
    test: Any = course.exercise(lesson, id)
    return [test.needed]


def plans(course: Course, lesson: str, id: str) -> Numbers:
    """How many plans of a calendar keep every rule, giving up only what can give way."""
    week: Any = course.exercise(lesson, id)
    kind = KINDS[week.kind]
    giving = [slot for one in week.busy if one.gives for slot in week.slots if one.holds(slot)]
    chosen = combinations(giving, week.hours)
    return [sum(bool(kind.judge(week, list(map(list, plan))).right) for plan in chosen)]


def free_hours(course: Course, lesson: str, id: str) -> Numbers:
    """How many hours of a calendar's week nothing takes."""
    week: Any = course.exercise(lesson, id)
    return [sum(not any(one.holds(slot) for one in week.busy) for slot in week.slots)]


def low_and_high(course: Course, lesson: str, id: str) -> Numbers:
    """The highest mean of an area of a scale that is read as low, and the lowest as high."""
    scale: Any = course.exercise(lesson, id)
    area, points = scale.areas[0], range(1, len(scale.points) + 1)
    low, high = 0.0, float(len(scale.points))
    for answers in combinations_with_replacement(points, len(area.items)):
        given = {item.id: point for item, point in zip(area.items, answers, strict=True)}
        read_as = KINDS[scale.kind].judge(scale, given).said[0].text
        mean = sum(answers) / len(answers)
        low = max(low, mean) if read_as == area.low else low
        high = min(high, mean) if read_as == area.high else high
    return [low, high]


# --- what code of a lesson printed ----------------------------------------------------------------


def code(course: Course, lesson: str) -> Numbers:
    """The whole numbers in a lesson's code under the hood, in order."""
    return [float(one) for one in re.findall(r"(?<![\w.])\d+(?![\w.])", _hood(course, lesson)[0])]


def printed(course: Course, lesson: str, line: int) -> Numbers:
    """The numbers in a line (from 1) that a lesson's code under the hood printed when built."""
    words = _hood(course, lesson)[1].splitlines()[line - 1].replace("%-", "% ")
    return [float(one) for one in re.findall(r"[-+]?\d+(?:\.\d+)?", words)]


def _hood(course: Course, lesson: str) -> tuple[str, str]:
    """The code, and all that it printed; it is the same in both languages."""
    notebook = json.loads(course.notebook(lesson, "en").read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if "under-the-hood" in cell["metadata"].get("tags", []):
            outputs = "".join("".join(one.get("text", "")) for one in cell["outputs"])
            return "".join(cell["source"]), outputs
    raise LookupError(f"{lesson} has no code under the hood")


# --- the calendar ---------------------------------------------------------------------------------


def day_after(course: Course, day: str, weeks: int) -> Numbers:
    """Which day of its month it is, so many weeks after a day (ISO 8601)."""
    return [(date.fromisoformat(day) + timedelta(weeks=weeks)).day]


def week_after(course: Course, day: str, weeks: int) -> Numbers:
    """Which week of the year it is (ISO 8601), so many weeks after a day."""
    return [(date.fromisoformat(day) + timedelta(weeks=weeks)).isocalendar().week]


# --- what a model, or the municipality's network, gives -------------------------------------------


def tipping(course: Course, file: str, *ties: int) -> Numbers:
    """In how many cases of 100 so many ties at random tip the second unit of a puzzle."""
    from course.models.bridges import tipping_share

    puzzle = _file(course, file)
    size, threshold = len(puzzle["second"]["people"]), puzzle["threshold"]
    return [float(100 * tipping_share(n, size, threshold).share) for n in ties]


def narrowest(course: Course, file: str) -> Numbers:
    """How few ties are enough where everybody wants to see as many as a puzzle says."""
    from course.models import bridges

    return [bridges.narrowest(_file(course, file)["threshold"])]


def chance(course: Course, *sizes: int) -> Numbers:
    """The E-I index that chance gives among units of some sizes."""
    from course.networks import ei_by_chance

    return [float(ei_by_chance(list(sizes)))]


def crowd(course: Course, *waits_for: int) -> Numbers:
    """How many act in the end, of people who wait for so many others."""
    from course.models.thresholds import collective

    return [collective(waits_for).final]


def is_right(course: Course, lesson: str, id: str, option: str) -> Numbers:
    """1 where the data makes an option right, of an exercise about the network; else 0."""
    from course.studio.numbers import network_of
    from course.studio.own_keys import right_by_data

    return [float(right_by_data(network_of(course), course.exercise(lesson, id)) == option)]


def is_broker(course: Course, person: str) -> Numbers:
    """For each strength of tie, from the weakest on: 1 where nobody stands more often between."""
    from course.networks import betweenness
    from course.studio.numbers import STRENGTHS, network_of

    between = [betweenness(network_of(course).at(strength)) for strength in STRENGTHS]
    return [float(max(one, key=one.__getitem__) == person) for one in between]


def are_closest(course: Course, strength: str, one: str, other: str) -> Numbers:
    """1 where no two units have more of the ties that they could have; else 0."""
    from course.studio.numbers import network_of

    net = network_of(course)
    found: list[tuple[float, set[str]]] = []
    for pair in combinations(net.units, 2):
        ties, possible = net.between(*pair, strength)
        found.append((ties / possible, set(pair)))
    most = max(density for density, _ in found)
    return [float((most, {one, other}) in found)]


def at_work(course: Course, unit: str, file: str, path: str) -> Numbers:
    """How many of the people at a path work in a unit."""
    people = {one.given: one.unit for one in course.cast.people.values()}
    return [sum(people.get(name) == unit for name in value_at(_file(course, file), path))]


def colleagues(course: Course, unit: str) -> Numbers:
    """How many people a unit has."""
    return [sum(one.unit == unit for one in course.cast.people.values())]


_ALL: Iterable[Origin] = (
    *(value, count, said, total, needed, low_and_high, plans, free_hours),
    *(code, printed, day_after, week_after),
    *(tipping, narrowest, chance, crowd, is_right, is_broker),
    *(are_closest, at_work, colleagues),
)

ORIGINS = {one.__name__.replace("_", "-"): one for one in _ALL}
"""Every origin by its name."""
