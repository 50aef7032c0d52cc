"""Sixty ideas a year: how many are tested, by what can be tested and how long people wait."""

from functools import cache

from course.explorers.explorer import Control, Explorer, Setting
from course.models.channel import Channel, idea_channel
from course.plots.picture import Picture, Table
from course.plots.shapes.crowd import crowd
from course.words import decimal, say

NAME = "idea-channel"

IDEAS = 60
"""Ideas a year."""

TEST = 0.25
"""A test takes a quarter of a year, so that each place for tests gives one a quarter."""

CAPACITIES = (1, 2, 3, 4, 6, 9, 12, 15, 18)
"""Tests a quarter."""

_COLUMNS = 12

PATIENCES = (1 / 12, 0.25, 0.5, 1.0, 2.0)
"""How long people wait before they lose heart, on average, in years."""


@cache
def _channel(capacity: int, patience: float) -> Channel:
    return idea_channel(IDEAS, capacity, TEST, patience)


def look(setting: Setting, language: str) -> Picture:
    """Sixty ideas, those that are tested and those that are lost, with the wait in words."""
    patience = PATIENCES[setting["patience"]]
    channel = _channel(CAPACITIES[setting["capacity"]], patience)
    tested = round(IDEAS * channel.assessed)
    lost = IDEAS - tested
    message = say(f"explore.{NAME}.message", language, ideas=IDEAS, tested=tested, lost=lost)
    reading = say(
        f"explore.{NAME}.reading",
        language,
        wait=_months(channel, language),
        waiting=decimal(channel.waiting, 0, language),
        busy=decimal(100 * channel.utilisation, 0, language),
    )
    waits = say(f"explore.{NAME}.patience-{setting['patience']}", language)
    return Picture(
        name=NAME,
        title=say(f"explore.{NAME}.title", language, ideas=IDEAS),
        drawing=crowd(
            _COLUMNS,
            {
                "n": tested,
                "style": 0,
                "text": say(f"explore.{NAME}.are-tested", language, n=tested),
            },
            {"n": lost, "style": 1, "text": say(f"explore.{NAME}.are-lost", language, n=lost)},
        ),
        message=message,
        caption=say(f"explore.{NAME}.caption", language, ideas=IDEAS, patience=waits),
        reading=reading,
        table=_table(patience, waits, language),
    )


def _table(patience: float, waits: str, language: str) -> Table:
    columns = ("capacity", "tested", "lost", "wait", "waiting")
    rows = []
    for capacity in CAPACITIES:
        channel = _channel(capacity, patience)
        tested = round(IDEAS * channel.assessed)
        rows.append(
            (
                str(capacity),
                str(tested),
                str(IDEAS - tested),
                _months(channel, language),
                decimal(channel.waiting, 0, language),
            )
        )
    return Table(
        caption=say(f"explore.{NAME}.table", language, ideas=IDEAS, patience=waits),
        columns=tuple(say(f"explore.{NAME}.{column}", language) for column in columns),
        rows=tuple(rows),
    )


def _months(channel: Channel, language: str) -> str:
    return decimal(12 * channel.wait, 1, language)


EXPLORER = Explorer(
    name=NAME,
    controls=(
        Control("capacity", len(CAPACITIES), start=2),
        Control("patience", len(PATIENCES), start=3),
    ),
    look=look,
)
