"""What is wrong with how a group takes a lesson: the file's shape, its names, its minutes."""

from collections.abc import Iterator
from typing import Any

from course.content.course import Course
from course.content.meeting import EXERCISE, ROUTES, leading_of, meeting_of
from course.content.schema import of_data, schema_faults, word_faults
from course.content.unreadable import read_or_fault
from course.faults import Fault
from course.kinds import KINDS
from course.marked import Marked, Place
from course.studio.source import Source

ALL = "data/meetings/all.yml"
"""What holds for every meeting."""


def meeting_faults(source: Source) -> list[Fault]:
    """What is wrong with a lesson's meeting; nothing where it has none (`course.studio.hints`)."""
    name = f"data/meetings/{source.lesson}.yml"
    file = source.course.file(name)
    if not file.is_file():
        return []
    document = read_or_fault(file, name)
    if isinstance(document, Fault):
        return [document]
    return [fault.found(name, document) for fault in _faults(document, source)]


def leading_faults(course: Course) -> list[Fault]:
    """What is wrong with what holds for every meeting; nothing in a course that has no such."""
    file = course.file(ALL)
    if not file.is_file():
        return []
    document = read_or_fault(file, ALL)
    if isinstance(document, Fault):
        return [document]
    return [fault.found(ALL, document) for fault in _leading(document, course)]


def _shape(document: Marked, schema: str) -> Iterator[Fault]:
    if not isinstance(document.value, dict):
        yield Fault((), "wrong-type", {"given": "–", "expected": "late:, activities:"})
        return
    yield from schema_faults(document.value, of_data(schema))
    yield from word_faults(document.value, ())


def _faults(document: Marked, source: Source) -> Iterator[Fault]:
    found = list(_shape(document, "meeting.schema.json"))
    yield from found
    if found:
        return
    yield from _unknown(document.value, source)
    meeting = meeting_of(document.value)
    for route, wanted in ROUTES.items():
        given = sum(one.takes(route) for one in meeting.activities)
        if given != wanted:
            values = {"route": route, "given": given, "wanted": wanted}
            yield Fault(("activities",), "meeting-minutes", values)
    if sum(one.jigsaw is not None for one in meeting.activities) != 1:
        yield Fault(("activities",), "meeting-jigsaw")


def _unknown(given: dict[str, Any], source: Source) -> Iterator[Fault]:
    """Exercises and cells that the lesson does not have; cards and sheets where there are none."""
    known = source.course.exercises(source.lesson)
    cells = {pair.id for pair in source.pairs}
    for at, activity in enumerate(given["activities"]):
        for n, id in enumerate(activity.get("exercises", ())):
            if id not in known:
                values = {"given": id, "lesson": source.lesson}
                yield Fault(("activities", at, "exercises", n), "unknown-exercise", values)
        for n, id in enumerate(activity.get("read", ())):
            if id not in cells:
                yield Fault(("activities", at, "read", n), "unknown-cell", {"given": id})
        yield from _lacking(activity, source, ("activities", at, "needs"))
    for place, text in _texts(given, ()):
        for id in EXERCISE.findall(text):
            if id not in known:
                yield Fault(place, "unknown-exercise", {"given": id, "lesson": source.lesson})


def _lacking(activity: dict[str, Any], source: Source, place: Place) -> Iterator[Fault]:
    """What an activity asks to be handed out, and its exercises have not.

    Nothing is lacking where one of them is not there to be seen, which is told as such.
    """
    shown = {one.id: one for one in source.shown_exercises}
    named = activity.get("exercises", ())
    if not shown.keys() >= set(named):
        return
    made = [KINDS[shown[id].kind].sheet(shown[id], "sv") for id in named]
    needs = activity.get("needs", ())
    if "cards" in needs and not any(one.rows for one in made):
        yield Fault(place, "no-cards")
    if "sheet" in needs and all(one.is_empty for one in made):
        yield Fault(place, "no-sheet")


def _texts(value: Any, at: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _texts(one, (*at, key))
    elif isinstance(value, list):
        for n, one in enumerate(value):
            yield from _texts(one, (*at, n))


def _leading(document: Marked, course: Course) -> Iterator[Fault]:
    found = list(_shape(document, "leading.schema.json"))
    yield from found
    if found:
        return
    lessons = course.lessons()
    for at, programme in enumerate(leading_of(document.value).programmes):
        for n, part in enumerate(programme.parts):
            if part.lesson and part.lesson not in lessons:
                values = {"given": part.lesson, "known": ", ".join(lessons)}
                yield Fault(("programmes", at, "parts", n, "lesson"), "unknown-part", values)
