"""Rows of text out of what somebody brings: a pasted table, a .csv of any habit, or an .xlsx.

A spreadsheet's habits are recognised and told, never asked for: its separator, its encoding, a byte
order mark, merged cells, formulas. What is not a table at all is refused in one sentence.
"""

from attrs import evolve

from course.networks.given.pasted import pasting
from course.networks.given.remark import Remark, UnreadableError
from course.networks.given.steps import Steps, finished
from course.networks.given.table import MOST_BYTES, MOST_ROWS, Sheet

_OTHER_FILES = {
    b"\xd0\xcf\x11\xe0": "old-excel",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF8": "picture",
    b"%PDF": "pdf",
}


def sheets(given: bytes | str) -> tuple[Sheet, ...]:
    r"""Read every table in it: one of a text or a .csv, one a sheet of an .xlsx that is not empty.

    Raises UnreadableError for what is no table.

    >>> sheets("från;till;styrka\nHemtjänst;Ekonomi;2")[0].rows[1]
    (2, ('Hemtjänst', 'Ekonomi', '2'))
    """
    return finished(in_steps(given))


def in_steps(given: bytes | str) -> Steps[tuple[Sheet, ...]]:
    """Read every table as `sheets` does, in steps."""
    if len(given) > MOST_BYTES:
        raise UnreadableError("too-large", megabytes=str(MOST_BYTES // 1_000_000))
    if isinstance(given, bytes):
        if given.startswith(b"PK\x03\x04"):
            from course.networks.given.workbook import workbook  # openpyxl, where it is asked for

            found = tuple((yield from workbook(given)))
        else:
            found = ((yield from _decoded(given)),)
    else:
        found = ((yield from pasting(given)),)
    filled = tuple(one for one in found if one.rows)
    if not filled:
        raise UnreadableError("empty")
    if any(len(one.rows) > MOST_ROWS for one in filled):
        raise UnreadableError("too-many-rows", most=str(MOST_ROWS))
    return filled


def _decoded(given: bytes) -> Steps[Sheet]:
    for start, key in _OTHER_FILES.items():
        if given.startswith(start):
            raise UnreadableError(key)
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if given.startswith(mark):
            text = given.decode(encoding, errors="replace")
            return evolve((yield from pasting(text)), encoding=encoding)
    if b"\x00" in given:
        raise UnreadableError("no-text")
    try:
        text = given.decode("utf-8-sig")
    except UnicodeDecodeError:
        return (yield from _in_windows_letters(given))
    return evolve((yield from pasting(text)), encoding="utf-8")


def _in_windows_letters(given: bytes) -> Steps[Sheet]:
    """A table in Windows' encoding, or one that was put together from two."""
    lines = [_line(one) for one in given.removeprefix(b"\xef\xbb\xbf").splitlines(keepends=True)]
    text = "".join(line for line, _ in lines)
    other = [number for number, (_, is_utf8) in enumerate(lines, 1) if not is_utf8]
    beyond_ascii = [number for number, (line, _) in enumerate(lines, 1) if not line.isascii()]
    mixed = [Remark("two-encodings", other[0])] if len(other) < len(beyond_ascii) else []
    return evolve((yield from pasting(text)), encoding="windows-1252", remarks=tuple(mixed))


def _line(given: bytes) -> tuple[str, bool]:
    """A line, and whether it is UTF-8."""
    try:
        return given.decode("utf-8"), True
    except UnicodeDecodeError:
        return given.decode("cp1252", errors="replace"), False
