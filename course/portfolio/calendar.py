"""Days of the learner's own as a file for a calendar (RFC 5545), by icalendar.

Of the two libraries that are kept, icalendar is pure Python on python-dateutil, follows the RFC and
escapes every text; ics has not been changed for long and brings a parser and a clock of its own.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from attrs import frozen

from course.journal import Event
from course.portfolio.one_page import OnePage
from course.words import say


@frozen
class Day:
    """A whole day in a calendar: ``id`` makes one event of a file that is opened twice."""

    id: str
    day: date
    summary: str
    about: str


def calendar_file(promise: Event, lesson: str, language: str) -> bytes:
    """A promised day as a file, in UTF-8; ``lesson`` is what the lesson is called.

    The learner's words stand in it as text. The event's id is that of the promise.
    """
    words, day = " ".join((promise.words or "").split()), date.fromisoformat(promise.day or "")
    about = say("monday.calendar-about", language, course=say("course", language), lesson=lesson)
    return _file([Day(promise.id, day, words, about)], promise.when, language)


def plan_file(page: OnePage, id: str, when: datetime) -> bytes | None:
    """The days of a plan as a file, in UTF-8; None where it has no start.

    ``id`` is the plan's own, so that a file of changed days changes those in the calendar; ``when``
    is now.
    """
    title = page["title"].words or say("plan.title", page.language)
    days = [
        Day(
            f"{id}-{mark.days}",
            date.fromisoformat(mark.day),
            " ".join(f"{title}: {mark.field.heading}".split()),
            mark.field.words or mark.field.hint,
        )
        for mark in page.line
        if mark.day
    ]
    return _file(days, when, page.language) if days else None


def _file(days: Iterable[Day], when: datetime, language: str) -> bytes:
    """Events of a whole day each, with a reminder at eight in the morning."""
    # Loaded here: few pages ask for it, and it reads the names of all time zones.
    from icalendar import Alarm, Calendar
    from icalendar import Event as Entry

    calendar = Calendar()
    calendar.add("prodid", f"-//{say('course', language)}//{language.upper()}")
    calendar.add("version", "2.0")
    for one in days:
        entry = Entry()
        entry.add("uid", f"{one.id}@nya-satt-att-tanka")
        entry.add("dtstamp", when)
        entry.add("dtstart", one.day)
        entry.add("dtend", one.day + timedelta(days=1))
        entry.add("summary", one.summary, parameters={"language": language})
        entry.add("description", one.about)
        entry.add("transp", "TRANSPARENT")
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", one.summary)
        alarm.add("trigger", timedelta(hours=8))
        entry.add_component(alarm)
        calendar.add_component(entry)
    return bytes(calendar.to_ical())
