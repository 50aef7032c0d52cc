"""Lessons as pages list them: each in its row, those beside one, and what is in one."""

from collections.abc import Collection, Sequence

from course.content.outline import LessonOutline
from course.plain import Json
from course.words import duration


def rows(
    lessons: Sequence[LessonOutline],
    here: str | None,
    done: Collection[str],
    begun: Collection[str],
) -> Json:
    """All lessons; the one that is shown (``entry``), and those before and after it, else None.

    >>> from course.content.course import ours
    >>> listed = rows(ours().outlines("en"), "00-start", done=(), begun=())
    >>> listed["entry"]["title"], listed["previous"], listed["next"]["number"]
    ('Start here', None, '01')
    """
    listed = [_row(one, done, begun) for one in lessons]
    at = next((i for i, one in enumerate(lessons) if one.id == here), None)
    return {
        "entry": listed[at] if at is not None else None,
        "lessons": listed,
        "previous": listed[at - 1] if at else None,
        "next": listed[at + 1] if at is not None and at + 1 < len(listed) else None,
    }


def _row(lesson: LessonOutline, done: Collection[str], begun: Collection[str]) -> Json:
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


def inside(lesson: LessonOutline) -> Json:
    """The ways through a lesson, and the steps on them; what lies folded after its end is none."""
    return {
        "ways": [
            {"id": "short", "minutes": lesson.core_minutes},
            {"id": "all", "minutes": lesson.minutes},
        ],
        "steps": [
            {
                "id": step.id,
                "kind": step.kind,
                "title": step.title,
                "minutes": round(step.minutes, 1),
                "core": step.core,
            }
            for step in lesson.steps
            if step.kind != "more"
        ],
    }
