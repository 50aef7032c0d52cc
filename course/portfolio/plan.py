"""The learner's own plan: what they chose and wrote in the course, collected from the journal.

The 90-day plan comes first after the goal; then, lesson by lesson, free choices, reflections and
forms. Nothing that has a right answer is in it, and nothing is in it that the learner did not say.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date
from html import escape
from urllib.parse import urlencode

from attrs import frozen

from course.content.course import Course
from course.content.outline import LessonOutline
from course.errors import CourseError
from course.journal import Journal
from course.kinds import KINDS, readable
from course.kinds.broken import BrokenKindError
from course.kinds.exercise import Exercise
from course.words import dated, say

GOAL = ("00-start", "goal")
NINETY_DAYS = ("10-your-plan", "ninety-days")
"""The lesson and the id of the goal, and of the form with the plan for 90 days."""


@frozen
class Item:
    """One thing that the learner chose or wrote; ``words`` is empty where a field was left so.

    ``advice`` is what the course said to a choice, or what came of a promise; ``promise`` is the
    lesson after which one was made.
    """

    label: str
    words: str
    advice: str = ""
    promise: str = ""


@frozen
class Section:
    """Items under a heading, and the lesson where they are chosen and written."""

    heading: str
    lesson: str
    items: tuple[Item, ...]


@frozen
class Plan:
    """The goal, the plan for 90 days, and the rest; None where the course asks for none.

    ``promises`` are what was promised for a day after a lesson, and what came of it.
    """

    goal: Section | None
    ninety_days: Section | None
    lessons: tuple[Section, ...]
    promises: Section | None = None

    @property
    def is_empty(self) -> bool:
        """True when there is not a word in it yet."""
        return not any(section.items for section in self.sections)

    @property
    def sections(self) -> tuple[Section, ...]:
        """All sections that the course has, in order."""
        first = (self.goal, self.ninety_days, self.promises)
        return (*(one for one in first if one), *self.lessons)


def collected(journal: Journal, course: Course, language: str) -> Plan:
    """The plan as it stands in the journal now."""
    first: dict[tuple[str, str], Section | None] = {GOAL: None, NINETY_DAYS: None}
    sections = []
    for lesson in course.outlines(language):
        items: list[Item] = []
        for exercise in _exercises(journal, course, lesson):
            found = tuple(_items(journal, lesson.id, exercise, language))
            place = (lesson.id, exercise.id)
            if place in first:
                heading = say("plan.goal" if place == GOAL else "plan.ninety-days", language)
                first[place] = Section(heading, lesson.id, found)
            else:
                items += found
        if items:
            number = say("lesson-number", language, n=int(lesson.id.split("-", 1)[0]))
            sections.append(Section(f"{number}: {lesson.title}", lesson.id, tuple(items)))
    promises = _promises(journal, course, language)
    return Plan(first[GOAL], first[NINETY_DAYS], tuple(sections), promises)


def _promises(journal: Journal, course: Course, language: str) -> Section | None:
    """What was promised, and what came of it; None where nothing was."""
    items, known = [], {one.id for one in course.outlines(language)}
    for made in journal.promises():
        if made.lesson not in known:
            continue
        day = dated(date.fromisoformat(made.day or ""), language)
        lesson, outcome = course.titled(made.lesson, language), journal.outcome(made.id)
        came = ""
        if outcome is not None:
            words = outcome.words or ""
            came = say(f"plan.promise-{outcome.answer}", language, words=words).strip()
        label = say("plan.promised-for", language, lesson=lesson, date=day)
        items.append(Item(label, made.words or "", came, made.lesson))
    heading = say("plan.promises", language)
    return Section(heading, items[0].promise, tuple(items)) if items else None


def _exercises(journal: Journal, course: Course, lesson: LessonOutline) -> Iterator[Exercise]:
    """Those that were answered, and those that the plan begins with; no other file is read."""
    for planned in lesson.exercises:
        place = (lesson.id, planned.id)
        if place not in (GOAL, NINETY_DAYS) and not journal.answers(*place):
            continue
        try:
            yield course.exercise(lesson.id, planned.id)
        except CourseError:
            continue  # a faulty file is told in its lesson; the rest of the plan is there


def _items(journal: Journal, lesson: str, exercise: Exercise, language: str) -> Iterator[Item]:
    """What the learner last chose or wrote in an exercise, if it is one for that."""
    answers = [event.answer for event in journal.answers(lesson, exercise.id)]
    for answer in list(readable(exercise, answers))[-1:]:
        with suppress(BrokenKindError):  # told in its lesson; the rest of the plan is there
            for one in KINDS[exercise.kind].taken_along(exercise, answer, language):
                advice = one.advice if (lesson, exercise.id) == GOAL else ""
                yield Item(one.about, one.words, advice)


# --- the same on a page and in plain text ---------------------------------------------------------


def html(
    sections: Iterable[Section], language: str, page: Callable[[str], str] | None = None
) -> str:
    """Sections as HTML, to stand in a page below its own heading.

    ``page`` tells where a page of the course is by its name; without it there are no links.
    """
    parts = []
    for section in sections:
        parts.append(f"<h2>{escape(section.heading)}</h2>")
        if section.items:
            rows = (_item_html(item, language, page) for item in section.items)
            parts.append(f"<dl>{''.join(rows)}</dl>")
        else:
            parts.append(f"<p>{_nothing_yet(section, language, page)}</p>")
    return "\n".join(parts)


def _item_html(item: Item, language: str, page: Callable[[str], str] | None) -> str:
    words = f"<dd>{escape(item.words)}</dd>" if item.words else '<dd class="blank"></dd>'
    advice = f'<dd class="advice">{escape(item.advice)}</dd>' if item.advice else ""
    calendar = _calendar(item, language, page("plan")) if item.promise and page else ""
    return f"<div><dt>{escape(item.label)}</dt>{words}{advice}{calendar}</div>"


def _calendar(item: Item, language: str, plan: str) -> str:
    """A link to the promised day, as seen from the plan's page; paper has none."""
    address = f"{plan}?{escape(urlencode({'download': 'calendar', 'lesson': item.promise}))}"
    words = escape(say("monday.calendar", language))
    return f'<dd class="on-screen"><a href="{address}" download>{words}</a></dd>'


def _nothing_yet(section: Section, language: str, page: Callable[[str], str] | None) -> str:
    words = escape(say("plan.nothing-yet", language))
    if page is None:
        return words
    where = escape(say("plan.to-lesson", language))
    return f'{words} <a href="{escape(page(section.lesson))}">{where}</a>'


def plain(sections: Iterable[Section], language: str) -> str:
    """Sections as text that can be pasted anywhere, each under its heading.

    >>> written = Section("Lesson 3", "03-culture", (Item("The problem", "Too late."),))
    >>> print(plain([written], "en"))
    Lesson 3
    --------
    <BLANKLINE>
    The problem
    Too late.
    <BLANKLINE>
    """
    lines: list[str] = []
    for section in sections:
        lines += [section.heading, "-" * len(section.heading), ""]
        for item in section.items:
            said = [item.words or "_" * 40, *([item.advice] if item.advice else [])]
            lines += [item.label, *said, ""]
        if not section.items:
            lines += [say("plan.nothing-yet", language), ""]
    return "\n".join(lines)
