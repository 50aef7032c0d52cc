"""Who takes up a night camera, and when: information and word of mouth, low, middle and high."""

from functools import partial

from course.explorers.explorer import Control, Explorer, Setting
from course.models.adoption import MEAN_IMITATION, MEAN_INNOVATION, bass_peak, bass_share
from course.plots.picture import Frame, Picture, Table
from course.plots.shapes import Curves
from course.plots.shapes.curves import axis
from course.words import decimal, say

NAME = "adoption"

FACTORS = (0.5, 1.0, 2.0)
"""Low, middle and high, as multiples of the mean of published studies. Half and double are ours."""

MIDDLE = FACTORS.index(1.0)
ASKED = 5
"""The year that the question is about."""

YEARS = (1, 2, 3, ASKED, 7, 10, 15)
_LAST = YEARS[-1]
_DRAWN = [half / 2 for half in range(2 * _LAST + 1)]


def look(setting: Setting, language: str) -> Picture:
    """Shares over fifteen years, as set and with the mean values, with the fifth year ringed."""
    information, talk = (FACTORS[setting[control]] for control in ("information", "talk"))
    mean = (MEAN_INNOVATION, MEAN_IMITATION)
    chosen = (information * MEAN_INNOVATION, talk * MEAN_IMITATION)
    percent = partial(_percent, language=language)
    shown = {"average": mean} if chosen == mean else {"chosen": chosen, "average": mean}
    message = say(f"explore.{NAME}.message", language, share=percent(ASKED, chosen))
    reading = say(
        f"explore.{NAME}.reading{'' if 'chosen' in shown else '-average'}",
        language,
        two=percent(2, chosen),
        ten=percent(10, chosen),
        peak=decimal(bass_peak(*chosen), 1, language),
        average=percent(ASKED, mean),
    )
    return Picture(
        name=NAME,
        title=say(f"explore.{NAME}.title", language),
        drawing=_drawn(shown, language),
        frames=tuple(
            Frame(
                _drawn(shown, language, until=year),
                say(f"explore.{NAME}.year", language, year=year, share=percent(year, chosen)),
            )
            for year in range(_LAST + 1)
        ),
        message=message,
        caption=say(
            f"explore.{NAME}.caption",
            language,
            p=decimal(MEAN_INNOVATION, 2, language),
            q=decimal(MEAN_IMITATION, 2, language),
        ),
        reading=reading,
        table=_table(shown, language),
    )


def _table(shown: dict[str, tuple[float, float]], language: str) -> Table:
    """The share in some of the years, for each pair of rates."""
    return Table(
        caption=say(f"explore.{NAME}.up", language),
        columns=(
            say(f"explore.{NAME}.years", language),
            *(say(f"explore.{NAME}.{name}", language) for name in shown),
        ),
        rows=tuple(
            (str(year), *(_percent(year, rates, language=language) for rates in shown.values()))
            for year in YEARS
        ),
    )


def _drawn(shown: dict[str, tuple[float, float]], language: str, until: int = _LAST) -> Curves:
    """A curve for each pair of rates until a year, the fifth year ringed on the first of them."""
    across = [year for year in _DRAWN if year <= until]
    first = next(iter(shown.values()))
    years = {year: str(year) for year in (0, 5, 10, 15)}
    shares = {share: str(share) for share in (0, 20, 40, 60, 80, 100)}
    return {
        "kind": "curves",
        "across": axis(say(f"explore.{NAME}.years", language), 0, 15, years),
        "up": axis(say(f"explore.{NAME}.up", language), 0, 105, shares),
        "curves": [
            {
                "text": say(f"explore.{NAME}.{name}", language),
                "across": across,
                "up": _shares(across, rates),
                "every": 4,
            }
            for name, rates in shown.items()
        ],
        "notes": [
            {
                "across": ASKED,
                "up": 100 * float(bass_share(ASKED, *first)),
                "text": _percent(ASKED, first, language=language),
            }
        ]
        * (until >= ASKED),
    }


def _shares(years: list[float], rates: tuple[float, float]) -> list[float]:
    return [100 * float(share) for share in bass_share(years, *rates)]


def _percent(year: float, rates: tuple[float, float], *, language: str) -> str:
    return decimal(100 * float(bass_share(year, *rates)), 0, language)


EXPLORER = Explorer(
    name=NAME,
    controls=(
        Control("information", len(FACTORS), start=MIDDLE),
        Control("talk", len(FACTORS), start=MIDDLE),
    ),
    look=look,
)
