"""An exercise as a class answers it: rows, the places of each row, and where an answer puts them.

Whatever its kind, a class's answer is counted in one way: each row of the exercise (a question, a
card, a step) gets one of the row's places (an option, a group, a number in the order). A telephone
draws its form from the rows, what it sends is a place for each, and a picture of the class is how
many chose each place. So a class needs to know of no kind.
"""

from collections.abc import Callable, Mapping
from typing import Any, Literal

from attrs import field, frozen

from course.plain import Json

Form = Literal["one", "several", "each", "order", "number", "scale", "ties"]
"""How it is filled in: one row chosen in, rows ticked, each row placed, rows put in order, a number
typed, each row placed on one scale, some rows taken as ties between two departments."""

Filled = Mapping[str, str]
"""What a telephone sends: the id of a place, or what was typed, by the id of its row."""

ONLY = "answer"
"""The id of the row where there is one alone."""


@frozen
class Row:
    """One thing that gets a place.

    Attributes:
        id: its own, within the exercise.
        text: what it says; empty where the exercise's prompt says it.
        places: what it can get, each with ``id`` and ``text``, in the order that they are shown.
        area: what it is summed up with, in words; empty where it stands for itself.
        aside: it is asked of the row before it, and has no picture of its own.
    """

    id: str
    text: str
    places: tuple[Json, ...]
    area: str = ""
    aside: bool = False


@frozen(kw_only=True)
class Poll:
    """An exercise in one language, as a class answers it.

    Attributes:
        form: how it is filled in.
        rows: its rows.
        ordered: whether the places have an order, so that only neighbours are put together.
        answer: from what a telephone sent to what the kind's own ``accept`` takes.
        cells: the place of each row in an answer that ``accept`` let through.
        departments: those between which the rows are ties, each with ``text`` and ``people``.
        most: how many ties may be placed.
        has_model: whether what is chosen is marked in a model's own picture, once it is told what
            holds.
    """

    form: Form
    rows: tuple[Row, ...]
    ordered: bool = False
    answer: Callable[[Filled], object] = field(repr=False, eq=False)
    cells: Callable[[Any], Mapping[str, str]] = field(repr=False, eq=False)
    departments: tuple[Json, ...] = ()
    most: int = 0
    has_model: bool = False
