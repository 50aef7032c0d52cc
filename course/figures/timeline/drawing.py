"""Events in the order of their years, from the top down; long years apart stand further apart."""

from collections.abc import Sequence

from course.plots.sheet import WORDS, Page, Sheet, width_of
from course.plots.style import ACCENT, LINE

WIDTH = 480
"""Points across on a wide page: lines of words need no more."""

_GAP = 12  # points between two events at least
_APART = 120  # points of the whole line that show how far apart in time the events are


def draw(events: Sequence[tuple[int, str]], *, width: float) -> Page:
    """Draw events, each a year and what happened."""
    sheet = Sheet(width)
    years = [year for year, _ in events]
    spine = max(width_of(str(year), WORDS, bold=True) for year in years) + 16
    left = spine + 16
    span = max(years[-1] - years[0], 1)
    tops, top = [], 0.0
    for n, (year, text) in enumerate(events):
        if n:
            top += _GAP + _APART * (year - years[n - 1]) / span
        tops.append(top)
        sheet.write(str(year), spine - 14, top, bold=True, side="right")
        top = sheet.write(text, left, top, width - left)
    middles = [one + 0.62 * WORDS for one in tops]
    sheet.line([(spine, middles[0]), (spine, middles[-1])], colour=LINE, width=3, behind=True)
    for middle in middles:
        sheet.mark(spine, middle, size=11, colour=ACCENT)
    return sheet.finished(top)
