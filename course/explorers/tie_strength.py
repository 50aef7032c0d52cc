"""At which strength of tie does the wall appear? The boundary between units, tie by tie."""

from functools import lru_cache

from course.explorers.explorer import Control, OfTown, Setting
from course.explorers.placed import network as drawn
from course.networks.measures import Boundary, boundary
from course.networks.municipality import OURS, STRENGTHS, Municipality
from course.plots.picture import Mark, Picture, Table
from course.words import decimal, grouped, say

NAME = "tie-strength"


def look(setting: Setting, language: str, town: Municipality = OURS) -> Picture:
    """The network with ties from the chosen strength, its E-I index and what chance would give."""
    strength = STRENGTHS[setting["strength"]]
    graph = town.at(strength)
    units = town.unit_names(language)
    at = _at_each(town)[setting["strength"]]
    counted = say(f"explore.{NAME}.strength-{setting['strength']}", language)
    external, ties = (grouped(n, 0, language) for n in (at.external, at.ties))
    message = say(f"explore.{NAME}.message", language, external=external, ties=ties)
    reading = _reading(at, language)
    return Picture(
        name=NAME,
        title=say(f"explore.{NAME}.title", language, counted=counted),
        drawing=drawn(graph, units),
        message=message,
        caption=say(f"explore.{NAME}.caption", language, people=len(graph), units=len(units)),
        reading=reading,
        table=_table(town, language),
        legend=tuple(Mark(i, name) for i, name in enumerate(units.values())),
        narrow="crop",
    )


@lru_cache(maxsize=8)
def _at_each(town: Municipality) -> tuple[Boundary, ...]:
    """The boundary at each strength of tie: the table tells of all, whichever is shown."""
    return tuple(boundary(town.at(strength)) for strength in STRENGTHS)


def _reading(at: Boundary, language: str) -> str:
    return say(
        f"explore.{NAME}.reading",
        language,
        ei=decimal(at.ei, 2, language, signed=True),
        chance=decimal(at.chance, 2, language, signed=True),
        low=decimal(at.by_chance[0], 2, language, signed=True),
        high=decimal(at.by_chance[1], 2, language, signed=True),
        isolates=say(f"explore.{NAME}.isolates-{min(at.isolates, 2)}", language, n=at.isolates),
    )


def _table(town: Municipality, language: str) -> Table:
    rows = []
    for stop, at in enumerate(_at_each(town)):
        rows.append(
            (
                say(f"explore.{NAME}.strength-{stop}", language),
                grouped(at.ties, 0, language),
                grouped(at.external, 0, language),
                str(at.isolates),
                decimal(at.ei, 2, language, signed=True),
                decimal(at.density_within, 2, language),
                decimal(at.density_between, 2, language),
            )
        )
    columns = ("strength", "ties", "external", "isolates", "ei", "within", "between")
    return Table(
        caption=say(f"explore.{NAME}.table", language),
        columns=tuple(say(f"column.{column}", language) for column in columns),
        rows=tuple(rows),
    )


EXPLORER = OfTown(name=NAME, controls=(Control("strength", len(STRENGTHS), start=2),), look=look)
