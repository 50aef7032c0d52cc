"""What is wrong with ``data/cast.yml`` itself: its shape, names that lead nowhere, days that clash.

What the texts say of people and days is held to it in `course.studio.story_faults`.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from course.content.cast import id_of
from course.content.course import Course
from course.content.schema import not_one_of
from course.content.unreadable import read_or_fault
from course.faults import Fault
from course.marked import Marked
from course.studio.shape import shape_faults

CAST = "data/cast.yml"


def cast_faults(course: Course) -> list[Fault]:
    """What keeps the cast from being used; nothing in a course that has none.

    Each folder's own is held to what stands in it and below: an overlay may have other units.
    """
    places = [n for n, folder in enumerate(course.folders) if (folder / CAST).is_file()]
    documents = {n: read_or_fault(course.folders[n] / CAST, CAST) for n in places}
    found = [fault for document in documents.values() for fault in _shape(document)]
    if found:  # no cast can be made of them all
        return found
    return [
        fault.found(CAST, document)
        for n, document in documents.items()
        if isinstance(document, Marked)
        for fault in _names(document.value, Course(course.folders[: n + 1]))
    ]


def _shape(document: Marked | Fault) -> list[Fault]:
    found = shape_faults(document, CAST, "cast.schema.json", ("people", "days"))
    if found or isinstance(document, Fault):
        return found
    return [fault.found(CAST, document) for fault in _days(document.value)]


def _days(given: dict[str, Any]) -> Iterator[Fault]:
    """Days that no calendar has; a trial that is no number of whole weeks from a Monday on."""
    trial = given.get("trial", {})
    places: list[tuple[tuple[str | int, ...], str]] = [
        (("trial", end), trial[end]) for end in ("starts", "ends") if trial
    ]
    places += [(("days", n, "day"), one["day"]) for n, one in enumerate(given.get("days", []))]
    sound = True
    for place, day in places:
        try:
            date.fromisoformat(day if len(day) > len("2026-12") else f"{day}-01")
        except ValueError:
            sound = False
            yield Fault(place, "cast-no-day", {"given": day})
    if trial and sound:
        starts, ends = (date.fromisoformat(trial[end]) for end in ("starts", "ends"))
        after = ends + timedelta(days=1)
        if starts.weekday() != 0 or after.weekday() != 0 or after <= starts:
            yield Fault(("trial",), "cast-no-weeks")


def _names(given: dict[str, Any], course: Course) -> Iterator[Fault]:
    """Ids that are not the given name's, that name nobody, no unit, no street or no lesson."""
    cast, below = course.cast, Course(course.folders[:-1] or course.folders).cast
    for part in ("streets", "residents"):
        for id in given.get(part, {}):
            if id not in (known := getattr(below, part)):  # no text could say it
                yield not_one_of((part, id), id, known)
    for id, person in given.get("people", {}).items():
        if id_of(person["name"]) != id and len(course.folders) == 1:
            values = {"given": id, "name": person["name"], "right": id_of(person["name"])}
            yield Fault(("people", id), "cast-id", values)
        if len(course.folders) > 1 and id not in (*below.people, id_of(person["name"])):
            values = {"given": id, "name": person["name"], "right": id_of(person["name"])}
            yield Fault(("people", id), "own-nobody", values)
        if person["unit"] not in cast.units:
            yield not_one_of(("people", id, "unit"), person["unit"], cast.units)
    trial = given.get("trial", {})
    for n, id in enumerate(given.get("recurring", [])):
        if id not in cast.people:
            yield Fault(("recurring", n), "cast-nobody", {"given": id})
    for n, id in enumerate(trial.get("group", [])):
        if id not in cast.people:
            yield Fault(("trial", "group", n), "cast-nobody", {"given": id})
    if trial and trial["street"] not in cast.streets:
        yield not_one_of(("trial", "street"), trial["street"], cast.streets)
    lessons = course.lessons()
    for n, one in enumerate(given.get("days", [])):
        if one["lesson"] not in lessons:
            yield not_one_of(("days", n, "lesson"), one["lesson"], lessons)
