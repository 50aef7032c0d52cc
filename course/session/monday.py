"""What the learner promised to do after a lesson, and how it went; and what comes back by name.

A promise is the learner's own words, to begin with the lesson's own suggestion, and a day. From
that day on it is asked once how it went, in two honest answers and a line of the learner's own.
"""

from contextlib import suppress
from datetime import date, timedelta

from course.content.course import Course
from course.errors import CourseError
from course.journal import Event, Journal
from course.kinds import KINDS, readable
from course.kinds.broken import BrokenKindError
from course.plain import Json
from course.portfolio.plan import GOAL
from course.words import dated

PROFILE = ("00-start", "climate")
PROBLEM = ("00-start", "first-thought")
"""The lesson and the id of the profile, and of the first problem in the learner's own words."""

LONGEST = 500
"""The most characters that a promise, or what came of it, holds."""

_LATEST_DAY = timedelta(days=366)


def next_monday(today: date) -> date:
    """The Monday after a day.

    >>> next_monday(date(2026, 10, 5)), next_monday(date(2026, 10, 11))
    (datetime.date(2026, 10, 12), datetime.date(2026, 10, 12))
    """
    return today + timedelta(days=7 - today.weekday())


def day_of(sent: str, today: date) -> date | None:
    """The day that was sent, if it is one from today on and within a year."""
    with suppress(ValueError):
        day = date.fromisoformat(sent)
        if today <= day <= today + _LATEST_DAY:
            return day
    return None


def promised(course: Course, journal: Journal, lesson: str, language: str) -> Json | None:
    """What a page shows after a lesson: its suggestion, or what was promised; None without one."""
    outline = next((one for one in course.outlines(language) if one.id == lesson), None)
    if outline is None:
        return None
    today = journal.now().astimezone().date()
    made = next((one for one in journal.promises() if one.lesson == lesson), None)
    if made is None and not outline.monday:
        return None
    return {
        "lesson": lesson,
        "suggestion": outline.monday,
        "monday": next_monday(today).isoformat(),
        "today": today.isoformat(),
        "promise": told(course, journal, made, language) if made else None,
    }


def told(course: Course, journal: Journal, made: Event, language: str) -> Json:
    """A promise as pages show it, with what came of it."""
    today = journal.now().astimezone().date()
    day = date.fromisoformat(made.day or today.isoformat())
    outcome = journal.outcome(made.id)
    return {
        "id": made.id,
        "lesson": made.lesson,
        "from": course.titled(made.lesson, language),
        "words": made.words or "",
        "day": day.isoformat(),
        "dated": dated(day, language),
        "due": day <= today,
        "outcome": outcome and {"answer": outcome.answer, "words": outcome.words or ""},
    }


def asked(course: Course, journal: Journal, language: str) -> Json | None:
    """The promise to ask about or to show first: the one that is due, or the next; None for none.

    One that has been answered is not asked about again.
    """
    open_ones = [one for one in journal.promises() if journal.outcome(one.id) is None]
    if not open_ones:
        return None
    first = min(open_ones, key=lambda one: (one.day or "", one.clock))
    return told(course, journal, first, language)


def yours(course: Course, journal: Journal, language: str) -> Json:
    """The learner's goal, lowest area and first problem, in words; only what was given."""
    places = {"goal": GOAL, "profile": PROFILE, "problem": PROBLEM}
    found = {name: _in_short(course, journal, place, language) for name, place in places.items()}
    return {name: words for name, words in found.items() if words}


def _in_short(course: Course, journal: Journal, place: tuple[str, str], language: str) -> str:
    latest = journal.latest(*place)
    if latest is None:
        return ""
    with suppress(CourseError, BrokenKindError):
        exercise = course.exercise(*place, language=language)
        for answer in readable(exercise, [latest.answer]):
            return KINDS[exercise.kind].in_short(exercise, answer, language)
    return ""
