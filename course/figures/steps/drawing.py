"""Steps in order: numbered, each with its words, and the way back where there is one."""

from collections.abc import Sequence

from attrs import frozen

from course.plots.sheet import LEADING, SMALL, WIDE, WORDS, Page, Sheet
from course.plots.style import ACCENT, INK, LINE, PAPER, SOFT

_DISC = 13  # points, radius of the disc with the step's number
_LOOP = 16  # points from the discs to the line back
_GAP = 16  # points between steps


@frozen
class Stage:
    """What happens, and a few words more (may be empty)."""

    text: str
    note: str


@frozen
class Back:
    """The way back from one step to another, counted from 0, and the words for it."""

    start: int
    end: int
    text: str


def draw(steps: Sequence[Stage], back: Back | None, *, width: float) -> Page:
    """Draw steps from the top down; on a wide sheet the notes stand beside the steps."""
    sheet = Sheet(width)
    spine = _DISC + 1 + (_LOOP if back else 0)
    left = spine + _DISC + 10
    middles, top = [], 0.0
    for n, step in enumerate(steps):
        middles.append(top + _DISC + 1)
        words = back.text if back and back.start == n else ""
        top = _step(sheet, step, words, left, top) + _GAP
    height = top - _GAP
    sheet.line([(spine, middles[0]), (spine, middles[-1])], colour=LINE, width=3, behind=True)
    if back:
        _way_back(sheet, spine, middles[back.start], middles[back.end])
    for n, middle in enumerate(middles, start=1):
        sheet.mark(spine, middle, size=2 * _DISC, colour=ACCENT)
        number = middle - SMALL * 0.6
        sheet.write(str(n), spine, number, size=SMALL, bold=True, colour=PAPER, side="center")
    return sheet.finished(height + 1)


def _step(sheet: Sheet, step: Stage, back: str, left: float, top: float) -> float:
    """The words of a step; gives where they end, at least at the foot of its disc."""
    first = top + _DISC + 1 - 0.6 * WORDS
    beside = sheet.width >= WIDE
    column = left + 0.34 * sheet.width if beside else left
    room = (column - 12 if beside else sheet.width) - left
    below = sheet.write(step.text, left, first, room, bold=True)
    if step.note:
        at = first if beside else below + 1
        ends = sheet.write(step.note, column, at, sheet.width - column, colour=INK)
        below = max(below, ends)
    if back:
        below = sheet.write(
            back, column, below + 2, sheet.width - column, size=SMALL, bold=True, colour=SOFT
        )
    return max(below, top + 2 * _DISC + 2, top + WORDS * LEADING)


def _way_back(sheet: Sheet, spine: float, start: float, end: float) -> None:
    """A dashed line up the left side, with an arrow at the step that it leads to."""
    left = spine - _DISC - _LOOP + 4
    sheet.line(
        [(spine, start), (left, start), (left, end), (spine - _DISC - 6, end)],
        colour=SOFT,
        width=1.6,
        dashes=(0, (4, 2.5)),
        behind=True,
    )
    sheet.mark(spine - _DISC - 5, end, shape=">", size=9, colour=SOFT)
