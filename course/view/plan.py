"""The course as the view lists it: its lessons, their minutes, what is done and what is left."""

from course.journal import Journal, Standing, standing
from course.material.course import LessonOutline, ours
from course.material.exercise import Json
from course.paths import LANGUAGES
from course.text import duration, other, say


def entries(language: str) -> tuple[LessonOutline, ...]:
    """The lessons that are built in a language, in order."""
    return ours().outlines(language)


def current(journal: Journal, language: str) -> Standing:
    """What is done of the course, and how long is left."""
    return standing(journal, entries(language))


def told(journal: Journal, language: str) -> Json:
    """The standing in words, for the head of every page and for its update after an answer."""
    now = current(journal, language)
    saved = say("view.saved-here" if journal.kept else "view.not-kept", language)
    left = say("view.left", language, time=duration(now.minutes_left, language))
    return {
        "saved": saved,
        "kept": journal.kept,
        "left": say("view.all-done", language) if now.done else left,
        "percent": round(100 * now.share_done),
        "done": [one.id for one in now.lessons if one.done],
    }


def overview(journal: Journal, language: str, lesson: str | None = None) -> Json:
    """Everything that a page says about the course around its own text."""
    listed = entries(language)
    done = set(told(journal, language)["done"])
    here = next((i for i, entry in enumerate(listed) if entry.id == lesson), None)
    place = journal.place(lesson) if lesson else journal.place()
    return {
        "language": language,
        "other": other(language),
        "lesson": lesson,
        "entry": _row(listed[here], done, language) if here is not None else None,
        "lessons": [_row(entry, done, language) for entry in listed],
        "previous": _row(listed[here - 1], done, language) if here else None,
        "next": _row(listed[here + 1], done, language)
        if here is not None and here + 1 < len(listed)
        else None,
        "standing": told(journal, language),
        "place": {"lesson": place.lesson, "cell": place.cell} if place else None,
        "set_aside": len(journal.set_aside),
    }


def _row(entry: LessonOutline, done: set[str], language: str) -> Json:
    return {
        "id": entry.id,
        "number": entry.number,
        "title": entry.title,
        "minutes": duration(entry.minutes, language),
        "core": duration(entry.core_minutes, language),
        "done": entry.id in done,
    }


def is_lesson(lesson: str, language: str) -> bool:
    """Whether the course has this lesson in this language."""
    return language in LANGUAGES and any(entry.id == lesson for entry in entries(language))
