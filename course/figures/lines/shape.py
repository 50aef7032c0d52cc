"""Lines: what changes along an axis, most often time."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from attrs import frozen

from course.faults import Fault
from course.figures.figure import Figure, Rows, alike
from course.figures.numbers import as_head, digits_of, plain_number
from course.words import grouped
from course.words.bilingual import Text


@frozen
class Series:
    """A line through ``points``, each a pair (across, up), in order."""

    label: Text
    points: list[tuple[float, float]]


@frozen(kw_only=True)
class Lines(Figure):
    """What changes along an axis, most often time."""

    across: Text
    unit: Text
    series: list[Series]


def faults(definition: dict[str, Any]) -> Iterator[Fault]:
    """Two lines with the same words, and points that are not in order."""
    series = definition["series"]
    yield from alike((("series", n, "label"), one["label"]) for n, one in enumerate(series))
    for n, one in enumerate(series):
        for at, (before, after) in enumerate(pairwise(one["points"]), start=1):
            if after[0] <= before[0]:
                values = {"given": after[0], "before": before[0]}
                yield Fault(("series", n, "points", at), "points-not-in-order", values)


def table(figure: Lines, language: str) -> Rows:
    """Each place along the axis, with every line there."""
    digits = digits_of([up for one in figure.series for _, up in one.points])
    heads = [
        as_head(figure.across.in_language(language)),
        *(
            f"{one.label.in_language(language)}, {figure.unit.in_language(language)}"
            for one in figure.series
        ),
    ]
    values = [dict(one.points) for one in figure.series]
    places = sorted({across for one in values for across in one})
    return heads, [
        (
            plain_number(at, language),
            *(grouped(one[at], digits, language) if at in one else "–" for one in values),
        )
        for at in places
    ]
