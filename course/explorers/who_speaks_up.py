"""Who speaks up at a workplace meeting? Twenty thresholds, made up and shown as such."""

from collections import Counter
from itertools import pairwise

from course.explorers.explorer import Control, Explorer, Setting
from course.models.thresholds import collective
from course.plots.picture import Frame, Picture, Table
from course.plots.shapes import Crowd
from course.plots.shapes.crowd import crowd
from course.words import say

NAME = "who-speaks-up"

THRESHOLDS = (0, 0, 1, 2, 5, 5, 6, 6, 7, 8, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18)
"""How many others each person must hear first. Made up, with a gap after the first four."""

SHIFTS = (1, 0, -1)
"""What everyone's threshold changes by, after a sigh, after nothing, after thanks."""

PROMISED = 4
"""Up to three may have promised to begin."""

_COLUMNS = 10
_ASKED = 9  # people with middling thresholds are the ones who promise


def thresholds(setting: Setting) -> list[int]:
    """Give everyone's threshold, after how bad news was met and what some have promised."""
    shift = SHIFTS[setting["met"]]
    each = [max(0, threshold + shift) for threshold in THRESHOLDS]
    promised = setting["begin"]
    each[_ASKED : _ASKED + promised] = [0] * promised
    return sorted(each)


def look(setting: Setting, language: str) -> Picture:
    """Twenty people by their threshold, those who speak and those who do not, step by step."""
    each = thresholds(setting)
    acting = collective(each).acting
    speak, people = acting[-1], len(each)
    message = say(
        f"explore.{NAME}.{'message' if speak else 'message-nobody'}",
        language,
        speak=speak,
        people=people,
    )
    reading = say(
        f"explore.{NAME}.{_reading(speak, people)}",
        language,
        steps=", ".join(map(str, acting[1:])),
        next=each[speak] if speak < people else "",
        speak=speak,
    )
    return Picture(
        name=NAME,
        title=say(f"explore.{NAME}.title", language, people=people),
        drawing=_drawn(each, speak, language),
        message=message,
        caption=say(f"explore.{NAME}.caption", language, people=people),
        reading=reading,
        table=_table(each, speak, language),
        frames=_frames(each, acting, language),
    )


def _drawn(each: list[int], speak: int, language: str) -> Crowd:
    """Everybody with the number of others to hear first; the most willing stand first."""
    silent = len(each) - speak
    return crowd(
        _COLUMNS,
        {"n": speak, "style": 0, "text": say(f"explore.{NAME}.speak", language, n=speak)},
        {"n": silent, "style": 2, "text": say(f"explore.{NAME}.silent", language, n=silent)},
        numbers=each,
    )


def _frames(each: list[int], acting: tuple[int, ...], language: str) -> tuple[Frame, ...]:
    """Round by round, from the first, when nobody has spoken; none where nobody ever does."""
    if acting[-1] == 0:
        return ()
    told = [say(f"explore.{NAME}.nobody-yet", language)]
    for before, speak in pairwise(acting):
        new = speak - before
        key = ("round" if before else "first") + ("-one" if new == 1 else "")
        told.append(say(f"explore.{NAME}.{key}", language, new=new, speak=speak))
    return tuple(
        Frame(_drawn(each, speak, language), words)
        for speak, words in zip(acting, told, strict=True)
    )


def _reading(speak: int, people: int) -> str:
    if not speak:
        return "reading-nobody"
    return "reading-everyone" if speak == people else "reading"


def _table(each: list[int], speak: int, language: str) -> Table:
    columns = ("threshold", "people", "speaks")
    return Table(
        caption=say(f"explore.{NAME}.table", language),
        columns=tuple(say(f"explore.{NAME}.{column}", language) for column in columns),
        rows=tuple(
            (
                str(threshold),
                str(n),
                say(f"explore.{NAME}.{'yes' if threshold <= speak else 'no'}", language),
            )
            for threshold, n in sorted(Counter(each).items())
        ),
    )


EXPLORER = Explorer(
    name=NAME,
    controls=(Control("met", len(SHIFTS), start=2), Control("begin", PROMISED)),
    look=look,
)
