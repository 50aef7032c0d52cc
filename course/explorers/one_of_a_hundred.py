"""One of a hundred: what becomes of a crowd when a single person waits for one more."""

from course.explorers.explorer import Control, Explorer, Setting
from course.models.thresholds import collective
from course.plots.picture import Frame, Picture, Table
from course.plots.shapes import Crowd
from course.plots.shapes.crowd import crowd
from course.words import say

NAME = "one-of-a-hundred"

PEOPLE = 100
_COLUMNS = 20
CHANGED = (None, 1, 2, 10, 50, 90)
"""Whose threshold rises by one, by the threshold itself; None is nobody's."""


def thresholds(changed: int | None, extra: bool) -> list[int]:
    """Give everyone's threshold, 0 to 99 but for the change.

    With ``extra``, the most cautious person begins unasked.
    """
    each = list(range(PEOPLE))
    if changed is not None:
        each[changed] += 1
    if extra:
        each[-1] = 0
    return each


def begun(changed: int | None, extra: bool) -> int:
    """Give how many of the hundred begin in the end."""
    return collective(thresholds(changed, extra)).final


def look(setting: Setting, language: str) -> Picture:
    """A hundred people, those who begin and those who wait, and why it stops where it does."""
    changed, extra = CHANGED[setting["changed"]], bool(setting["starters"])
    n = begun(changed, extra)
    message = say(f"explore.{NAME}.message", language, n=n, people=PEOPLE)
    waiting = "reading" if n < PEOPLE else "reading-everyone"
    reading = say(f"explore.{NAME}.{waiting}", language, n=n, next=n + 1)
    return Picture(
        name=NAME,
        title=say(f"explore.{NAME}.title", language, people=PEOPLE),
        drawing=_drawn(n, language),
        message=message,
        caption=say(f"explore.{NAME}.caption", language, people=PEOPLE),
        reading=reading,
        table=_table(language),
        frames=tuple(
            Frame(_drawn(acting, language), say(f"explore.{NAME}.round", language, n=acting))
            for acting in collective(thresholds(changed, extra)).acting
        ),
    )


def _drawn(n: int, language: str) -> Crowd:
    waits = PEOPLE - n
    return crowd(
        _COLUMNS,
        {"n": n, "style": 0, "text": say(f"explore.{NAME}.begin", language, n=n)},
        {"n": waits, "style": 2, "text": say(f"explore.{NAME}.wait", language, n=waits)},
    )


def _table(language: str) -> Table:
    return Table(
        caption=say(f"explore.{NAME}.table", language, people=PEOPLE),
        columns=(
            say(f"explore.{NAME}.changed", language),
            *(say(f"explore.{NAME}.with-{stop}", language) for stop in (0, 1)),
        ),
        rows=tuple(
            (
                say(f"explore.{NAME}.changed-{stop}", language),
                *(str(begun(changed, extra)) for extra in (False, True)),
            )
            for stop, changed in enumerate(CHANGED)
        ),
    )


EXPLORER = Explorer(
    name=NAME,
    controls=(Control("changed", len(CHANGED), start=1), Control("starters", 2)),
    look=look,
)
