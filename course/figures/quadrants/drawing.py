"""Two questions and the four answers they give together: cells between two axes."""

from attrs import frozen

from course.plots.sheet import LEADING, SMALL, WIDE, WORDS, Box, Page, Sheet, lines_of, width_of
from course.plots.style import INK, LINE, PAPER, SOFT

_GAP = 6  # points between cells
_PAD = 6  # points from a cell's edge to its words
_LEAST = 84  # points, the lowest that a cell is


@frozen
class Axis:
    """What grows along the axis, and what its low and its high end stand for."""

    text: str
    low: str
    high: str


def draw(across: Axis, up: Axis, cells: tuple[str, str, str, str], *, width: float) -> Page:
    """Draw ``cells`` in reading order: top left, top right, bottom left, bottom right.

    On a wide sheet the ends of the upward axis stand beside its rows, on a narrow one above them.
    """
    sheet = Sheet(width)
    beside = width >= WIDE
    left = _column(up, width) if beside else 14.0
    wide = (width - 1 - left - _GAP) / 2
    high = max(_LEAST, *(_height(text, wide) for text in cells))
    top = sheet.write(up.text, 0 if beside else left, 0, width - left, bold=True) + 4
    first = top
    for row, end in enumerate((up.high, up.low)):
        if beside:
            lines = len(lines_of(end, left - 24, SMALL))
            middle = top + (high - lines * SMALL * LEADING) / 2
            sheet.write(end, left - 24, middle, left - 24, size=SMALL, colour=SOFT, side="right")
        else:
            top = sheet.write(end, left, top, width - left, size=SMALL, colour=SOFT) + 2
        for column in (0, 1):
            x = left + column * (wide + _GAP)
            _cell(sheet, cells[2 * row + column], Box(x, top, x + wide, top + high))
        top += high + _GAP
    _axes(sheet, left - 8, first, top + 2, width)
    below = top + 8
    for column, end in enumerate((across.low, across.high)):
        middle = left + wide / 2 + column * (wide + _GAP)
        ends = sheet.write(end, middle, top + 8, wide, size=SMALL, colour=SOFT, side="center")
        below = max(below, ends)
    below = sheet.write(across.text, width, below + 2, width, bold=True, side="right")
    return sheet.finished(below)


def _column(up: Axis, width: float) -> float:
    """Room before the cells for the ends of the upward axis, and the axis itself."""
    widest = max(width_of(end, SMALL) for end in (up.low, up.high))
    return min(widest, 0.22 * width) + 24


def _height(text: str, wide: float) -> float:
    return len(lines_of(text, wide - 2 * _PAD, WORDS)) * WORDS * LEADING + 2 * _PAD


def _cell(sheet: Sheet, text: str, box: Box) -> None:
    sheet.box(box, fill=PAPER, edge=LINE, rounding=6)
    room = box.right - box.left - 2 * _PAD
    lines = len(lines_of(text, room, WORDS))
    middle = (box.top + box.bottom - lines * WORDS * LEADING) / 2
    sheet.write(text, (box.left + box.right) / 2, middle, room, side="center", colour=INK)


def _axes(sheet: Sheet, left: float, top: float, bottom: float, right: float) -> None:
    """The two axes with their arrows, up along the cells and across below them."""
    sheet.line([(left, top + 6), (left, bottom), (right - 6, bottom)], colour=SOFT, width=1.4)
    sheet.mark(left, top + 5, shape="^", size=9, colour=SOFT)
    sheet.mark(right - 5, bottom, shape=">", size=9, colour=SOFT)
