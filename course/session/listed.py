"""A lesson as every page lists it."""

from collections.abc import Collection

from course.content.outline import LessonOutline
from course.plain import Json
from course.words import duration


def row(lesson: LessonOutline, done: Collection[str], begun: Collection[str]) -> Json:
    """What it is called, how long it takes, and whether the learner has begun it or done it."""
    return {
        "id": lesson.id,
        "number": lesson.number,
        "title": lesson.title,
        "minutes": duration(lesson.minutes, lesson.language),
        "core": duration(lesson.core_minutes, lesson.language),
        "done": lesson.id in done,
        "begun": lesson.id in begun,
    }
