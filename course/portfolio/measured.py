"""How long somebody was at the course, as far as a journal can tell."""

from collections.abc import Iterable
from datetime import timedelta
from itertools import pairwise

from course.journal import Event

PAUSE = timedelta(minutes=10)
"""Between two things that are longer apart than this nobody is thought to have been at work."""


def minutes(events: Iterable[Event]) -> int:
    """The time between things that were done one after the other, in whole minutes.

    It is the least that can be said: what was read before the first answer and after the last one
    of a sitting is not in it, nor a pause longer than ``PAUSE``.

    >>> from datetime import datetime
    >>> from types import SimpleNamespace as Done
    >>> times = ("12:00", "12:04", "12:14", "12:25", "12:26")
    >>> minutes(Done(when=datetime.fromisoformat(f"2026-03-01T{time}Z")) for time in times)
    15
    """
    times = sorted(event.when for event in events)
    gaps = (late - early for early, late in pairwise(times))
    return sum((gap for gap in gaps if gap <= PAUSE), timedelta()) // timedelta(minutes=1)
