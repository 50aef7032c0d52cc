"""Which units meet? A table of units by units: how many ties of those that could be are there."""

from itertools import combinations
from math import isnan

from course.explorers.explorer import Control, OfTown, Setting
from course.networks.measures import BoundaryTable, boundary_table
from course.networks.municipality import OURS, STRENGTHS, Municipality
from course.plots.picture import Picture, Table
from course.words import say

NAME = "boundary-table"


def look(setting: Setting, language: str, town: Municipality = OURS) -> Picture:
    """Ties within and between the units from the chosen strength, as squares and as a table."""
    units = town.unit_names(language)
    counted = boundary_table(town.at(STRENGTHS[setting["strength"]]), order=list(units))
    names = tuple(units.values())
    a, b = _closest(counted)
    without = sum(counted.ties[i, j] == 0 for i, j in combinations(range(len(names)), 2))
    message = say(f"explore.{NAME}.message", language, a=names[a], b=names[b], n=counted.ties[a, b])
    pairs = len(names) * (len(names) - 1) // 2
    some = "some-without" if without else "none-without"
    reading = say(f"explore.{NAME}.{some}", language, without=without, pairs=pairs)
    return Picture(
        name=NAME,
        title=say(f"explore.{NAME}.title", language),
        drawing={
            "kind": "matrix",
            "names": list(names),
            "ties": counted.ties.tolist(),
            "shares": _shares(counted),
        },
        message=message,
        caption=say(f"explore.{NAME}.caption", language),
        reading=reading,
        table=_table(counted, names, language),
        narrow="table",
    )


def _shares(counted: BoundaryTable) -> list[list[float]]:
    """The share of the possible ties, by two units; nothing within a unit of one person."""
    rows: list[list[float]] = counted.density.tolist()
    return [[0.0 if isnan(share) else share for share in row] for row in rows]


def _closest(counted: BoundaryTable) -> tuple[int, int]:
    """The two units with most ties between them, in proportion to how many there could be."""
    pairs = combinations(range(len(counted.units)), 2)
    return max(pairs, key=lambda pair: (counted.density[pair], counted.ties[pair]))


def _table(counted: BoundaryTable, names: tuple[str, ...], language: str) -> Table:
    return Table(
        caption=say(f"explore.{NAME}.table", language),
        columns=(say("column.unit", language), *names),
        rows=tuple(
            (name, *(str(n) for n in row)) for name, row in zip(names, counted.ties, strict=True)
        ),
    )


EXPLORER = OfTown(name=NAME, controls=(Control("strength", len(STRENGTHS), start=2),), look=look)
