"""A promised day as a file for the learner's own calendar (RFC 5545), by icalendar.

Of the two libraries that are kept, icalendar is pure Python on python-dateutil, follows the RFC and
escapes every text; ics has not been changed for long and brings a parser and a clock of its own.
"""

from datetime import date, timedelta

from course.journal import Event
from course.words import say


def calendar_file(promise: Event, lesson: str, language: str) -> bytes:
    """The file, in UTF-8: an event of the whole day, with a reminder at eight in the morning.

    ``lesson`` is what the lesson is called. The learner's words stand in it as text. The event's id
    is that of the promise, so that a file that is opened twice makes one event.
    """
    # Loaded here: few pages ask for it, and it reads the names of all time zones.
    from icalendar import Alarm, Calendar
    from icalendar import Event as Entry

    words, day = " ".join((promise.words or "").split()), date.fromisoformat(promise.day or "")
    course = say("course", language)
    calendar = Calendar()
    calendar.add("prodid", f"-//{course}//{language.upper()}")
    calendar.add("version", "2.0")
    entry = Entry()
    entry.add("uid", f"{promise.id}@nya-satt-att-tanka")
    entry.add("dtstamp", promise.when)
    entry.add("dtstart", day)
    entry.add("dtend", day + timedelta(days=1))
    entry.add("summary", words, parameters={"language": language})
    entry.add("description", say("monday.calendar-about", language, course=course, lesson=lesson))
    entry.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", timedelta(hours=8))
    entry.add_component(alarm)
    calendar.add_component(entry)
    return bytes(calendar.to_ical())
