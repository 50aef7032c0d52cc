"""Who came? How many of those who come are satisfied, by how much more readily they do."""

from functools import cache

from course.explorers.explorer import Control, Explorer, Setting
from course.models.volunteers import Draw, volunteers
from course.plots.picture import Frame, Picture, Table
from course.plots.shapes import Crowd
from course.plots.shapes.crowd import crowd
from course.words import decimal, say

NAME = "volunteers"

PEOPLE = 300
SATISFIED = 150
KEENNESS = (1, 2, 4, 8)
"""How many times as likely as anyone else a satisfied person is to be the next to come."""

PLACES = (12, 24, 36, 48)
_COLUMNS = 12


@cache
def _draw(places: int, keenness: int) -> Draw:
    return volunteers(PEOPLE, SATISFIED, places, keenness)


def look(setting: Setting, language: str) -> Picture:
    """Those who come, one mark each, with what chance would give and what is likely in words."""
    places = PLACES[setting["places"]]
    draw = _draw(places, KEENNESS[setting["keenness"]])
    came = _expected(draw)
    message = say(f"explore.{NAME}.message", language, places=places, came=came)
    low, high = draw.likely()
    reading = say(
        f"explore.{NAME}.reading",
        language,
        share=decimal(100 * draw.share, 0, language),
        of_all=decimal(100 * draw.members_share, 0, language),
        people=PEOPLE,
        low=low,
        high=high,
    )
    frames = _frames(places, KEENNESS[setting["keenness"]], language)
    return Picture(
        name=NAME,
        title=say(f"explore.{NAME}.title", language, places=places),
        drawing=frames[-1].drawing,
        message=message,
        caption=say(f"explore.{NAME}.caption", language, people=PEOPLE, members=SATISFIED),
        reading=reading,
        table=_table(places, language),
        frames=frames,
    )


@cache
def _frames(places: int, keenness: int, language: str) -> tuple[Frame, ...]:
    """One after another comes, as is to be expected of the first, the first two, and so on."""
    satisfied = [0, *(_expected(_draw(taken, keenness)) for taken in range(1, places + 1))]
    told = [say(f"explore.{NAME}.nobody-yet", language)]
    told += [
        say(f"explore.{NAME}.taken", language, n=taken, came=satisfied[taken])
        for taken in range(1, places + 1)
    ]
    return tuple(
        Frame(_drawn(came, taken - came, places - taken, language), words)
        for taken, (came, words) in enumerate(zip(satisfied, told, strict=True))
    )


def _drawn(came: int, others: int, empty: int, language: str) -> Crowd:
    """The room: those who have come, and the chairs that are still empty."""
    return crowd(
        _COLUMNS,
        {"n": came, "style": 0, "text": say(f"explore.{NAME}.satisfied", language, n=came)},
        {"n": others, "style": 2, "text": say(f"explore.{NAME}.others", language, n=others)},
        {"n": empty, "style": 3, "text": ""},
    )


def _expected(draw: Draw) -> int:
    return round(draw.share * draw.places)


def _table(places: int, language: str) -> Table:
    rows = []
    for stop, keenness in enumerate(KEENNESS):
        draw = _draw(places, keenness)
        low, high = draw.likely()
        rows.append(
            (
                say(f"explore.{NAME}.keenness-{stop}", language),
                str(_expected(draw)),
                decimal(100 * draw.share, 0, language),
                f"{low}–{high}",
            )
        )
    columns = ("keenness", "expected", "share", "likely")
    return Table(
        caption=say(f"explore.{NAME}.table", language, places=places),
        columns=tuple(say(f"explore.{NAME}.{column}", language) for column in columns),
        rows=tuple(rows),
    )


EXPLORER = Explorer(
    name=NAME,
    controls=(Control("keenness", len(KEENNESS), start=2), Control("places", len(PLACES))),
    look=look,
)
