"""What changes along an axis: a line each, told by colour, dashes and marker."""

from collections.abc import Callable, Sequence
from typing import Final

from attrs import frozen

from course.plots.curves import apart
from course.plots.sheet import LEADING, SMALL, WIDE, WORDS, Box, Page, Sheet, lines_of, width_of
from course.plots.style import ACCENT, INK, LINE, SOFT, WARM

STYLES: Final = (
    (ACCENT, "-", "o"),
    (WARM, (0, (5, 2.5)), "s"),
    (SOFT, (0, (1, 1.8)), "^"),
    (INK, (0, (6, 2, 1, 2)), "D"),
)
"""Colour, dashes and marker of the first line, the second and so on."""

_HEIGHT = 210  # points from the lowest tick to the highest
_GAP = 8
_INSET = 16  # points from the grid's left end to the first point, for the value written at it
_ROW = SMALL * LEADING


@frozen
class Series:
    """A line: what it stands for, and its points (across, up)."""

    label: str
    points: Sequence[tuple[float, float]]


@frozen
class Scale:
    """What an axis is called, and its ticks, the first at its beginning, the last at its end."""

    text: str
    ticks: Sequence[float]
    written: Callable[[float], str]


def draw(series: Sequence[Series], across: Scale, up: Scale, *, width: float) -> Page:
    """Draw up to four lines.

    On a wide sheet each name stands at the line's end, on a narrow one above the lines.
    """
    sheet = Sheet(width)
    beside = width >= WIDE
    top = 0.0 if beside else _key(sheet, series)
    top = sheet.write(up.text, 0, top, width, size=SMALL, colour=SOFT) + 10
    left = max(width_of(up.written(tick), SMALL) for tick in up.ticks) + _GAP
    ends = [up.written(one.points[-1][1]) for one in series]
    last = width_of(across.written(across.ticks[-1]), SMALL)
    room = 230.0 if beside else max(max(width_of(end, WORDS, True) for end in ends) + 12, last / 2)
    plot = Box(left + _INSET, top, width - room, top + _HEIGHT)
    x, y = (
        _positions(across.ticks, plot.left, plot.right),
        _positions(up.ticks, plot.bottom, plot.top),
    )
    _grid(sheet, across, up, plot, x, y)
    for one, (colour, dashes, shape) in zip(series, STYLES, strict=False):
        places = [(x(a), y(b)) for a, b in one.points]
        sheet.line(places, colour=colour, width=2.2, dashes=dashes)
        for place in places:
            sheet.mark(*place, shape=shape, size=9, colour=colour)
    _ends(sheet, series, ends, up, x, y, beside=beside)
    _values(sheet, series, up, x, y, left=plot.left - _INSET - _GAP)
    below = plot.bottom + 8 + _ROW
    below = sheet.write(
        across.text, plot.right, below, plot.right, size=SMALL, colour=SOFT, side="right"
    )
    return sheet.finished(below)


def _positions(ticks: Sequence[float], start: float, end: float) -> Callable[[float], float]:
    span = (ticks[-1] - ticks[0]) or 1
    return lambda value: start + (end - start) * (value - ticks[0]) / span


def _grid(
    sheet: Sheet,
    across: Scale,
    up: Scale,
    plot: Box,
    x: Callable[[float], float],
    y: Callable[[float], float],
) -> None:
    """A pale line at each tick of the upward axis, and the ticks' numbers on both."""
    for tick in up.ticks:
        colour, wide = (SOFT, 1.4) if tick == 0 else (LINE, 1)
        sheet.line(
            [(plot.left - _INSET, y(tick)), (plot.right, y(tick))], colour=colour, width=wide
        )
        sheet.write(
            up.written(tick),
            plot.left - _INSET - _GAP,
            y(tick) - 0.6 * SMALL,
            size=SMALL,
            side="right",
        )
    for tick in _apart_enough(across, x):
        sheet.write(across.written(tick), x(tick), plot.bottom + 6, size=SMALL, side="center")


def _apart_enough(across: Scale, x: Callable[[float], float]) -> list[float]:
    """The ticks that have room for their numbers, the first and the last always among them."""

    def room(one: float, other: float) -> bool:
        half = (width_of(across.written(one), SMALL) + width_of(across.written(other), SMALL)) / 2
        return abs(x(one) - x(other)) > half + _GAP

    first, *others, last = across.ticks
    kept = [first]
    for tick in others:
        if room(kept[-1], tick) and room(tick, last):
            kept.append(tick)
    return [*kept, last]


def _key(sheet: Sheet, series: Sequence[Series]) -> float:
    """The lines' names, each after a piece of its line; gives where they end."""
    top = 0.0
    for one, (colour, dashes, shape) in zip(series, STYLES, strict=False):
        middle = top + 0.62 * SMALL
        sheet.line([(2, middle), (30, middle)], colour=colour, width=2.2, dashes=dashes)
        sheet.mark(16, middle, shape=shape, size=9, colour=colour)
        top = sheet.write(one.label, 38, top, sheet.width - 38, size=SMALL) + 3
    return top + 6


def _ends(
    sheet: Sheet,
    series: Sequence[Series],
    ends: Sequence[str],
    up: Scale,
    x: Callable[[float], float],
    y: Callable[[float], float],
    *,
    beside: bool,
) -> None:
    """Each line's last value, and its name where there is room beside the lines."""
    blocks = []
    for one, end in zip(series, ends, strict=True):
        left = x(one.points[-1][0]) + 10
        room = sheet.width - left - width_of(f"{end} ", WORDS, True)
        blocks.append((left, lines_of(one.label, room) if beside else []))
    heights = [max(1, len(lines)) * WORDS * LEADING + 3 for _, lines in blocks]
    middles = [-at for at in apart([-y(one.points[-1][1]) for one in series], heights)]
    middles = _within(middles, heights, y(up.ticks[-1]) - 10, y(up.ticks[0]) + 6)
    for n, (left, lines) in enumerate(blocks):
        top = middles[n] - heights[n] / 2 + 1.5
        colour = STYLES[n][0]
        sheet.write(ends[n], left, top, bold=True, colour=colour)
        after = left + width_of(f"{ends[n]} ", WORDS, True)
        for line in lines:
            top = sheet.write(line, after, top)


def _within(
    middles: Sequence[float], heights: Sequence[float], top: float, bottom: float
) -> list[float]:
    """Move what stands apart already so that it keeps between ``top`` and ``bottom``."""
    kept = list(middles)
    order = sorted(range(len(kept)), key=lambda i: kept[i])
    for i in order:
        kept[i] = max(kept[i], top + heights[i] / 2)
        top = kept[i] + heights[i] / 2
    for i in reversed(order):
        kept[i] = min(kept[i], bottom - heights[i] / 2)
        bottom = kept[i] - heights[i] / 2
    return kept


def _values(
    sheet: Sheet,
    series: Sequence[Series],
    up: Scale,
    x: Callable[[float], float],
    y: Callable[[float], float],
    *,
    left: float,
) -> None:
    """Each line's first value, above or below its point, where it meets nothing.

    ``left`` is where the numbers of the upward axis end.
    """
    taken = [Box(x(a) - 6, y(b) - 6, x(a) + 6, y(b) + 6) for one in series for a, b in one.points]
    taken += [Box(0, y(tick) - _ROW / 2, left, y(tick) + _ROW / 2) for tick in up.ticks]
    for one, (colour, _, _) in zip(series, STYLES, strict=False):
        if len(one.points) < 2:
            continue
        a, b = one.points[0]
        words = up.written(b)
        half = width_of(words, SMALL, True) / 2
        for top in (y(b) - 8 - _ROW, y(b) + 7):
            box = Box(x(a) - half, top, x(a) + half, top + _ROW)
            if not any(box.meets(other) for other in taken):
                taken.append(box)
                sheet.write(words, x(a), top, size=SMALL, bold=True, colour=colour, side="center")
                break
