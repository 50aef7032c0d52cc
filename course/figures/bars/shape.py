"""Bars: amounts beside each other, from 0."""

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from course.faults import Fault
from course.figures.figure import Figure, Rows, alike
from course.figures.numbers import as_head, digits_of
from course.words import grouped, say
from course.words.bilingual import Text


@frozen
class Row:
    """A bar: what it stands for and how long it is; ``strong`` is the one to look at."""

    label: Text
    value: float
    strong: bool = False


@frozen(kw_only=True)
class Bars(Figure):
    """Amounts beside each other, from 0; ``highest`` is the end of the axis, such as 100."""

    unit: Text
    rows: list[Row]
    highest: float | None = None


def faults(definition: dict[str, Any]) -> Iterator[Fault]:
    """Two bars with the same words, and one that is longer than the axis."""
    rows, highest = definition["rows"], definition.get("highest")
    yield from alike((("rows", n, "label"), row["label"]) for n, row in enumerate(rows))
    for n, row in enumerate(rows):
        if highest is not None and row["value"] > highest:
            values = {"given": row["value"], "limit": f"≤ {highest} (highest)"}
            yield Fault(("rows", n, "value"), "out-of-bounds", values)


def table(figure: Bars, language: str) -> Rows:
    """Each bar and its amount."""
    digits = digits_of([row.value for row in figure.rows])
    heads = (say("figure.row", language), as_head(figure.unit.in_language(language)))
    return heads, [
        (row.label.in_language(language), grouped(row.value, digits, language))
        for row in figure.rows
    ]
