"""What the plan shows beside its words: the own map, and the profile before and after."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from attrs import frozen

from course.content.course import Course
from course.errors import CourseError
from course.journal import Journal
from course.kinds import KINDS, readable
from course.kinds.broken import BrokenKindError
from course.kinds.exercise import Exercise
from course.plain import Json
from course.words import decimal

BEFORE = ("00-start", "climate")
AFTER = ("10-your-plan", "climate-again")
OWN_MAP = ("06-across-boundaries", "own-network")
"""The lesson and the id of the profile, of the one made last, and of the own map."""


@frozen
class Area:
    """One area of the profile: its means as the language writes them, and 0 to 1 of what can be.

    A mean is empty, and its share None, where it was not given.
    """

    about: str
    before: str
    after: str
    shares: tuple[float | None, float | None]


def exercise(course: Course, place: tuple[str, str], language: str) -> Exercise | None:
    """An exercise of the course; None where it is not there or faulty, which its lesson tells."""
    with suppress(CourseError):
        return course.exercise(*place, language=language)
    return None


def last_answer(journal: Journal, given: Exercise) -> Any:
    """The last answer that can be read as the exercise is worded now; None without one."""
    answers = [event.answer for event in journal.answers(given.lesson, given.id)]
    last = list(readable(given, answers))[-1:]
    return last[0] if last else None


def own_map(journal: Journal, course: Course, language: str) -> Json:
    """The map that the learner drew, as `course.kinds.sketch.drawn` gives it; {} without one."""
    found = exercise(course, OWN_MAP, language)
    answer = last_answer(journal, found) if found else None
    if found is None or answer is None:
        return {}
    with suppress(BrokenKindError):
        return KINDS[found.kind].drawn_along(found, answer, language)
    return {}


def areas(journal: Journal, course: Course, language: str) -> Iterator[Area]:
    """The profile, area by area; nothing where it was made neither before nor after."""
    levels: list[dict[str, tuple[str, float | None]]] = []
    for place in (BEFORE, AFTER):
        of: dict[str, tuple[str, float | None]] = {}
        found = exercise(course, place, language)
        answer = last_answer(journal, found) if found else None
        if found is not None and answer is not None:
            with suppress(BrokenKindError):
                for one in KINDS[found.kind].levels(found, answer, language):
                    share = None if one.mean is None else (one.mean - 1) / (one.of - 1)
                    shown = "" if one.mean is None else decimal(one.mean, 1, language)
                    of[one.about] = shown, share
        levels.append(of)
    for about in {**levels[0], **levels[1]}:
        before, after = (one.get(about, ("", None)) for one in levels)
        yield Area(about, before[0], after[0], (before[1], after[1]))
