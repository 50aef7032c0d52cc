"""A table that was pasted, or the text of a .csv: what separates its cells is found out."""

import csv
import io
from collections import Counter

from course.networks.given.remark import UnreadableError
from course.networks.given.steps import ROWS, Steps, finished
from course.networks.given.table import Row, Sheet

_SEPARATORS = ("\t", ";", ",", "|")
_BLANK = " ;,|\t"  # what a row of empty cells may look like by another separator
_LOOKED_AT = 50  # rows that are looked at to find what separates cells
_LINES_IN_A_CELL = 3  # more is a quotation mark that was never closed


def pasted(text: str) -> Sheet:
    r"""Read a text as a table; UnreadableError where it is none.

    >>> pasted("Hemtjänst\tEkonomi\t2").rows
    ((1, ('Hemtjänst', 'Ekonomi', '2')),)
    """
    return finished(pasting(text))


def pasting(text: str) -> Steps[Sheet]:
    """Read a text as `pasted` does, in steps."""
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if "\x00" in lines:
        raise UnreadableError("no-text")
    first, _, rest = lines.partition("\n")
    skipped = 0
    if first.lower().startswith("sep=") and len(first) == len("sep=;"):  # Excel's own first line
        lines, skipped = rest, 1
    separator = _separator(lines)
    return Sheet(tuple((yield from _rows(lines, separator, skipped))), separator)


def _separator(text: str) -> str:
    """What separates cells: that by which most rows have equally many, and more than one."""

    def agreement(separator: str) -> tuple[float, int]:
        head = "\n".join(text.split("\n")[:_LOOKED_AT])
        try:
            widths = [len(cells) for _, cells in finished(_rows(head, separator))]
        except UnreadableError:  # by this one; another may read it
            return (0, 0)
        width, rows = Counter(widths).most_common(1)[0] if widths else (1, 0)
        return (rows / len(widths), width) if width > 1 else (0, 0)

    return max(_SEPARATORS, key=agreement)


def _rows(text: str, separator: str, skipped: int = 0) -> Steps[list[Row]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows, number, lines = [], 1, text.count("\n") + 1
    try:
        for cells in reader:
            if any(cell.count("\n") > _LINES_IN_A_CELL for cell in cells):
                raise UnreadableError("open-quote", number + skipped)
            if any(cell.strip(_BLANK) for cell in cells):
                rows.append((number + skipped, tuple(" ".join(cell.split()) for cell in cells)))
            number = reader.line_num + 1
            if number % ROWS == 0:
                yield number / lines
    except csv.Error:
        raise UnreadableError("open-quote", number + skipped) from None
    return rows
