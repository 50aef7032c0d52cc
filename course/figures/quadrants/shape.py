"""Quadrants: two questions, and the four answers that they give together."""

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from course.faults import Fault
from course.figures.figure import Figure, Rows, alike
from course.words import say
from course.words.bilingual import Text


@frozen
class Axis:
    """What grows along an axis, and what its two ends stand for."""

    text: Text
    low: Text
    high: Text


@frozen
class Cells:
    """What stands in each of the four cells."""

    top_left: Text
    top_right: Text
    bottom_left: Text
    bottom_right: Text


@frozen(kw_only=True)
class Quadrants(Figure):
    """Two questions, and the four answers they give together."""

    across: Axis
    up: Axis
    cells: Cells


RENAMED = {Cells: {part: part.replace("_", "-") for part in Cells.__annotations__}}
"""Names in a file that Python cannot have as names of fields."""


def faults(definition: dict[str, Any]) -> Iterator[Fault]:
    """Two cells with the same words."""
    yield from alike((("cells", name), text) for name, text in definition["cells"].items())


def table(figure: Quadrants, language: str) -> Rows:
    """What stands in each cell, between what the axes' ends stand for."""

    def end(axis: Axis, which: str) -> str:
        words: Any = getattr(axis, which)
        return say(
            "figure.axis",
            language,
            text=axis.text.in_language(language).rstrip("?:"),
            end=words.in_language(language),
        )

    cells = figure.cells
    heads = (
        figure.up.text.in_language(language),
        end(figure.across, "low"),
        end(figure.across, "high"),
    )
    rows = (
        ("high", cells.top_left, cells.top_right),
        ("low", cells.bottom_left, cells.bottom_right),
    )
    return heads, [
        (
            getattr(figure.up, which).in_language(language),
            left.in_language(language),
            right.in_language(language),
        )
        for which, left, right in rows
    ]
