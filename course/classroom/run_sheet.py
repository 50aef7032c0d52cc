"""The guide's run sheet for the instructor's view: what is done when, and what to say and to do."""

from collections.abc import Callable

from course.classroom.room import Room
from course.content.course import Course
from course.content.meeting import ROUTES, Activity, Meeting
from course.content.meeting_told import forms, named, said
from course.content.outline import LessonOutline
from course.plain import Json
from course.words import say
from course.words.bilingual import Text


def run_sheet(course: Course, room: Room, language: str) -> Json | None:
    """The lesson's activities in order, each with its steps of the room; None without a meeting.

    ``clocks`` has, route by route, the minutes at which an activity begins and ends, or None where
    the route leaves it out. ``read`` is what is read out, ``expected`` are the answers to be ready
    for in the exercises of each, and ``questions`` what the last one ends with.
    """
    lesson = room.about.lesson
    meeting = course.meeting(lesson)
    if meeting is None:
        return None

    outline = course.outline(lesson, language)

    def told(text: Text | None) -> str:
        return said(course, lesson, text, language) if text else ""

    *_, (last, _, _) = meeting.clock("long")
    return {
        "routes": [
            {"id": route, "text": say(f"guide.route-{route}", language)} for route in ROUTES
        ],
        "late": told(meeting.late),
        "activities": [
            {
                "name": named(course, lesson, one, language),
                "steps": _steps(room, one),
                "clocks": {route: _clock(meeting, one, route) for route in ROUTES},
                "forms": forms(one, language),
                **_words(one, told),
                "read": [line for id in one.read for line in outline.read.get(id, ())],
                "expected": _expected(outline, one),
                "questions": list(outline.questions) if one is last else [],
            }
            for one in meeting.activities
        ],
    }


def _words(activity: Activity, told: Callable[[Text | None], str]) -> Json:
    return {"say": told(activity.say), "do": told(activity.how)}


def _steps(room: Room, activity: Activity) -> list[int]:
    """The steps of the room that an activity takes up."""
    steps = [room.about.steps.index(id) for id in activity.exercises if id in room.about.steps]
    if activity.jigsaw:
        steps += [n for n in room.steps_together() if room.together(n) == "split"]
    return steps


def _clock(meeting: Meeting, activity: Activity, route: str) -> list[int] | None:
    times = ([start, end] for one, start, end in meeting.clock(route) if one is activity)
    return next(times, None)


def _expected(outline: LessonOutline, activity: Activity) -> list[str]:
    return [one["text"] for one in outline.expected if {*one["exercises"]} & {*activity.exercises}]
