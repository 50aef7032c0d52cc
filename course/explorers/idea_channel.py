"""Sixty ideas a year: how many are tested, by what can be tested and how long people wait."""

from functools import cache
from itertools import count

from course.explorers.explorer import Control, Explorer, Setting
from course.models.channel import Channel, Idea, follow_ideas, idea_channel
from course.plots.picture import Frame, Picture, Table
from course.plots.shapes import Stations
from course.words import decimal, say

NAME = "idea-channel"

IDEAS = 60
"""Ideas a year."""

TEST = 0.25
"""A test takes a quarter of a year, so that each place for tests gives one a quarter."""

CAPACITIES = (1, 2, 3, 4, 6, 9, 12, 15, 18)
"""Tests a quarter."""

_COLUMNS = 12
_MONTHS = 12

PATIENCES = (1 / 12, 0.25, 0.5, 1.0, 2.0)
"""How long people wait before they lose heart, on average, in years."""


@cache
def _channel(capacity: int, patience: float) -> Channel:
    return idea_channel(IDEAS, capacity, TEST, patience)


@cache
def _followed(capacity: int, patience: float) -> tuple[Idea, ...]:
    """The ideas of some years, the last 60 those of this: the first run that ends as expected."""
    tested = round(IDEAS * _channel(capacity, patience).assessed)
    for seed in count(1):
        ideas = follow_ideas(IDEAS, capacity, TEST, patience, seed=seed)
        if sum(idea.taken for idea in ideas[-IDEAS:]) == tested:
            return ideas
    raise AssertionError("unreachable: count() does not end")


def look(setting: Setting, language: str) -> Picture:
    """Sixty ideas, those that are tested and those that are lost, with the wait in words."""
    patience = PATIENCES[setting["patience"]]
    capacity = CAPACITIES[setting["capacity"]]
    channel = _channel(capacity, patience)
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
    frames = _frames(_followed(capacity, patience), language)
    return Picture(
        name=NAME,
        title=say(f"explore.{NAME}.title", language, ideas=IDEAS),
        drawing=frames[-1].drawing,
        message=message,
        caption=say(f"explore.{NAME}.caption", language, ideas=IDEAS, patience=waits),
        reading=reading,
        table=_table(patience, waits, language),
        frames=frames,
    )


def _frames(ideas: tuple[Idea, ...], language: str) -> tuple[Frame, ...]:
    """The ideas of the year month by month, and in the end, when none of them waits any more."""
    before, year = ideas[:-IDEAS], ideas[-IDEAS:]
    times = [month / _MONTHS for month in range(_MONTHS + 1)]
    standing = [_standing(year, at) for at in (*times, max(idea.ended for idea in year))]
    rooms = [max(len(each) for each in place) for place in zip(*standing, strict=True)]
    older = sum(idea.ended > 0 for idea in before)
    told = [say(f"explore.{NAME}.new-year", language, older=older)]
    for month, (queue, tested, lost) in enumerate(standing[1:], start=1):
        told.append(
            say(
                f"explore.{NAME}.{'month' if month <= _MONTHS else 'end'}",
                language,
                month=say(f"explore.{NAME}.month-{month}", language) if month <= _MONTHS else "",
                waiting=len(queue),
                tested=len(tested),
                lost=len(lost),
            )
        )
    return tuple(
        Frame(_drawn(places, rooms, language), words)
        for places, words in zip(standing, told, strict=True)
    )


def _standing(year: tuple[Idea, ...], at: float) -> tuple[list[int], list[int], list[int]]:
    """Who waits, who has been taken up and who is lost, in the order of their coming there."""
    came = [n for n, idea in enumerate(year) if idea.came <= at]
    ended = sorted((n for n in came if year[n].ended <= at), key=lambda n: year[n].ended)
    return (
        [n for n in came if year[n].ended > at],
        [n for n in ended if year[n].taken],
        [n for n in ended if not year[n].taken],
    )


def _drawn(
    places: tuple[list[int], list[int], list[int]], rooms: list[int], language: str
) -> Stations:
    styles = {"waiting-now": 2, "are-tested": 0, "are-lost": 1}
    return {
        "kind": "stations",
        "columns": _COLUMNS,
        "stations": [
            {
                "text": say(f"explore.{NAME}.{key}", language, n=len(who)),
                "style": style,
                "room": room,
                "who": who,
            }
            for (key, style), who, room in zip(styles.items(), places, rooms, strict=True)
        ],
    }


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
