"""A room's sums as a table for a spreadsheet: what has been shown, and never a person's row."""

import csv
from io import StringIO

from course.classroom.classroom import Classroom
from course.classroom.results import result
from course.classroom.room import Room
from course.plain import Json
from course.words import say


def table(classroom: Classroom, room: Room, language: str) -> str:
    """Lesson, exercise, row, round, places that are told together, count; a line each, as CSV.

    Text that a spreadsheet could take for a formula begins with an apostrophe.
    """
    text = StringIO()
    write = csv.writer(text, lineterminator="\r\n").writerow
    columns = ("lesson", "exercise", "row", "round", "places", "count")
    write([say(f"class.column-{one}", language) for one in columns])
    for step in sorted(room.stands):
        poll = None if room.together(step) else classroom.poll(room, step, language)
        if poll is None:
            continue
        title = classroom.exercise(room, step).title.in_language(language)
        told = result(room, step, poll)
        rows = [row for row in poll.rows if not row.aside]
        for row, summed in zip(rows, told["rows"], strict=True):
            texts = {place["id"]: place["text"] for place in row.places}
            for line in _lines(summed, texts):
                write([_plain(str(one)) for one in (room.about.lesson, title, row.text, *line)])
    return text.getvalue()


def _lines(summed: Json, texts: dict[str, str]) -> list[tuple[int, str, int]]:
    """Round, places and count of each cell that can be told."""
    return [
        (round, " / ".join(texts[place] for place in cell["places"]), n)
        for cell in summed["cells"]
        for round, n in enumerate(cell["n"], start=1)
        if n is not None
    ]


def _plain(text: str) -> str:
    """A text that no spreadsheet takes for a formula.

    >>> _plain("=1+1"), _plain("12")
    ("'=1+1", '12')
    """
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
