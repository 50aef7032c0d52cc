"""Amounts beside each other: a bar each, from 0, with its value at its end."""

from collections.abc import Sequence

from attrs import frozen

from course.plots.sheet import LEADING, SMALL, WIDE, WORDS, Box, Page, Sheet, lines_of, width_of
from course.plots.style import ACCENT, PALE, SOFT

_BAR = 18  # points thick
_GAP = 8  # points between a bar's end and its value, and between the words and the bars


@frozen
class Bar:
    """What a bar stands for, how long it is, how that is written, and whether to look at it."""

    label: str
    value: float
    written: str
    strong: bool = False


def draw(bars: Sequence[Bar], *, unit: str, highest: float, end: str, width: float) -> Page:
    """Draw bars on an axis from 0 to ``highest``, where ``end`` is written.

    On a wide sheet the words stand before the bars, on a narrow one above each.
    """
    sheet = Sheet(width)
    beside = width >= WIDE
    left = _column(bars, width) if beside else 1.0
    room = max(width_of(bar.written, WORDS, bold=True) for bar in bars) + _GAP
    length = width - left - room
    top = sheet.write(unit, left, 0, length + room, size=SMALL, colour=SOFT) + 4
    start = top
    for bar in bars:
        top = _row(sheet, bar, top, left, length * bar.value / highest, beside=beside)
    if beside:
        sheet.line([(left, start), (left, top)], colour=SOFT, width=1.4)
    sheet.line([(left, top), (left, top + 4)], colour=SOFT)
    sheet.write("0", left, top + 4, size=SMALL, colour=SOFT)
    if end:
        at = left + length
        sheet.line([(at, top), (at, top + 4)], colour=SOFT)
        sheet.write(end, at, top + 4, size=SMALL, colour=SOFT, side="center")
    return sheet.finished(top + 4 + SMALL * LEADING)


def _column(bars: Sequence[Bar], width: float) -> float:
    """How wide the column of words is: what they need, but at most two fifths."""
    widest = max(width_of(bar.label, WORDS, bold=bar.strong) for bar in bars)
    return min(widest, 0.4 * width) + _GAP + 2


def _row(sheet: Sheet, bar: Bar, top: float, left: float, length: float, *, beside: bool) -> float:
    """A bar with its words and its value; gives where the next begins."""
    if beside:
        room = left - _GAP
        high = WORDS * LEADING * len(lines_of(bar.label, room, WORDS, bar.strong))
        row = max(high, _BAR) + 12
        sheet.write(
            bar.label, left - _GAP, top + (row - high) / 2, room, side="right", bold=bar.strong
        )
        above = top + (row - _BAR) / 2
        below = top + row
    else:
        above = sheet.write(bar.label, left, top + 6, sheet.width - left, bold=bar.strong) + 3
        sheet.line([(left, above - 2), (left, above + _BAR + 2)], colour=SOFT, width=1.4)
        below = above + _BAR + 6
    if length:
        colour = ACCENT if bar.strong else PALE
        sheet.box(Box(left, above, left + length, above + _BAR), fill=colour)
    middle = above + (_BAR - WORDS * LEADING) / 2
    sheet.write(bar.written, left + length + _GAP, middle, bold=bar.strong)
    return below
