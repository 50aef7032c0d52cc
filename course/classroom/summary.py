"""The class's own summary: all that has been shown in a room, for a page to print and keep."""

from datetime import UTC, datetime

from course.classroom import together, told
from course.classroom.classroom import Classroom
from course.classroom.results import result
from course.classroom.room import Room
from course.plain import Json
from course.words import dated


def summary(classroom: Classroom, room: Room, language: str) -> Json:
    """What each exercise came to, in the lesson's order, and what was done together.

    Only what the class has seen: no exercise whose answers have not been shown, what holds where it
    has been revealed, and shared words that were let on the screen.
    """
    return {
        "lesson": classroom.course.titled(room.about.lesson, language),
        "day": dated(datetime.fromtimestamp(room.about.began, UTC).date(), language),
        "smallest": room.about.smallest,
        "parts": [
            part
            for step in sorted(room.stands)
            if (part := _part(classroom, room, step, language)) is not None
        ],
    }


def _part(classroom: Classroom, room: Room, step: int, language: str) -> Json | None:
    notes = [one.text for one in room.notes.values() if one.step == step and one.shown]
    stand = room.stands[step]
    if thing := room.together(step):
        if stand.phase != "revealed":
            return None
        made = together.THINGS[thing]
        return {
            "step": step,
            "title": made.titled(language),
            "together": {
                "what": thing,
                "title": made.titled(language),
                **made.told(classroom.course, room, step, language),
            },
            "notes": notes,
        }
    exercise, poll = (
        classroom.questions.exercise(room, step),
        classroom.questions.poll(room, step, language),
    )
    was_shown = poll is not None and room.round(step, 1).at_first is not None
    if not was_shown and not notes:
        return None
    return {
        "step": step,
        "title": exercise.title.in_language(language),
        "exercise": told.asked(exercise, poll, language),
        "result": result(room, step, poll) if was_shown and poll is not None else None,
        "held": told.held(exercise, poll, language) if stand.phase == "revealed" else None,
        "notes": notes,
    }
