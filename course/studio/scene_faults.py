"""What is wrong with ``data/scenes.yml``: its shape, and names that nobody and nothing has.

And with the looks of the people in ``data/cast.yml``, whose words are the same.
"""

import re
from collections.abc import Iterator
from typing import Any

from course.content.course import Course
from course.content.schema import not_one_of, of_data, schema_faults
from course.content.unreadable import read_or_fault
from course.drawing.places import PLACES
from course.faults import Fault
from course.marked import Marked
from course.paths import LANGUAGES
from course.studio.cast_faults import CAST, cast_faults
from course.studio.shape import shape_faults

SCENES = "data/scenes.yml"


def scene_faults(course: Course) -> list[Fault]:
    """What keeps pictures from being drawn; nothing in a course that has none."""
    documents = _documents(course, SCENES)
    found = [
        fault
        for document in documents
        for fault in shape_faults(document, SCENES, "scenes.schema.json", ("scenes",))
    ]
    found += [fault for document in _documents(course, CAST) for fault in _portraits(document)]
    if found or cast_faults(course):  # which of the people there are nobody knows then
        return found
    return [
        fault.found(SCENES, document)
        for document in documents
        if isinstance(document, Marked)
        for fault in _names(document.value, course)
    ]


def _documents(course: Course, name: str) -> list[Marked | Fault]:
    return [read_or_fault(file, name) for file in course.layers(name)]


def _portraits(document: Marked | Fault) -> Iterator[Fault]:
    """Looks in a cast that cannot be drawn; what else is wrong with it, `cast_faults` tells."""
    schema = {"$defs": of_data("scenes.schema.json")["$defs"], "$ref": "#/$defs/portrait"}
    if isinstance(document, Marked) and isinstance(document.value, dict):
        people = document.value.get("people")
        for id, person in people.items() if isinstance(people, dict) else ():
            if isinstance(person, dict) and "portrait" in person:
                for fault in schema_faults(person["portrait"], schema):
                    place = ("people", id, "portrait", *fault.place)
                    yield Fault(place, fault.key, fault.values).found(CAST, document)


def _names(given: dict[str, Any], course: Course) -> Iterator[Fault]:
    """Lessons, people, slots and things that there are none of; two people in one slot."""
    people = (*course.cast.people, *course.scenes.others)
    for lesson, scene in given.get("scenes", {}).items():
        at, place = ("scenes", lesson), PLACES[scene["place"]]
        if lesson not in course.lessons():
            yield not_one_of(at, lesson, course.lessons())
        slots = [one["at"] for one in scene["people"]]
        for n, one in enumerate(scene["people"]):
            if one["who"] not in people:
                yield Fault((*at, "people", n, "who"), "cast-nobody", {"given": one["who"]})
            if one["at"] not in place.slots:
                yield not_one_of((*at, "people", n, "at"), one["at"], place.slots)
            elif one["at"] in slots[:n]:
                yield Fault((*at, "people", n, "at"), "id-twice", {"id": one["at"]})
        for n, thing in enumerate(scene.get("shows", [])):
            if thing not in place.things:
                yield not_one_of((*at, "shows", n), thing, place.things)
        for code in LANGUAGES:
            for id in re.findall(r"\{([^}]*)\}", scene["alt"][code]):
                if id not in course.cast.people:
                    yield Fault((*at, "alt", code), "cast-nobody", {"given": id})
