"""A room's sums as tables for a spreadsheet: what has been shown, and never a person's row."""

import csv
from collections.abc import Iterator
from io import BytesIO, StringIO

from course.classroom.classroom import Classroom
from course.classroom.results import result
from course.classroom.room import Room
from course.plain import Json
from course.words import say

COLUMNS = ("lesson", "exercise", "row", "round", "places", "count")
"""Those of both tables (``class.column-``)."""

Line = tuple[str, str, str, int, str, int]


def table(classroom: Classroom, room: Room, language: str) -> str:
    """Lesson, exercise, row, round, places that are told together, count; a line each, as CSV.

    Text that a spreadsheet could take for a formula begins with an apostrophe.
    """
    text = StringIO()
    write = csv.writer(text, lineterminator="\r\n").writerow
    write(_heads(language))
    for line in _all(classroom, room, language):
        write([_plain(str(one)) for one in line])
    return text.getvalue()


def workbook(classroom: Classroom, room: Room, language: str) -> bytes:
    """The same lines as a workbook (XLSX): numbers as numbers, and no text as a formula."""
    from openpyxl import Workbook  # asked for once in a class, if at all
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = say("class.sheet", language)
    for line in (_heads(language), *_all(classroom, room, language)):
        sheet.append(list(line))
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(cell.value, str):
                cell.data_type = "s"  # a text, whatever it begins with
    for heading in sheet[1]:
        heading.font = Font(bold=True)
    for column, wide in zip("ABCDEF", (22, 28, 40, 8, 48, 8), strict=True):
        sheet.column_dimensions[column].width = wide
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _heads(language: str) -> list[str]:
    return [say(f"class.column-{one}", language) for one in COLUMNS]


def _all(classroom: Classroom, room: Room, language: str) -> Iterator[Line]:
    """A line for each cell that can be told, exercise by exercise and row by row."""
    for step in sorted(room.stands):
        poll = None if room.together(step) else classroom.questions.poll(room, step, language)
        if poll is None:
            continue
        title = classroom.questions.exercise(room, step).title.in_language(language)
        told = result(room, step, poll)
        rows = [row for row in poll.rows if not row.aside]
        for row, summed in zip(rows, told["rows"], strict=True):
            texts = {place["id"]: place["text"] for place in row.places}
            for line in _lines(summed, texts):
                yield (room.about.lesson, title, row.text, *line)


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
