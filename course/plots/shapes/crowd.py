"""A crowd, one mark for each: who belongs to which group."""

from collections.abc import Sequence
from typing import Literal, NotRequired, TypedDict


class Group(TypedDict):
    """So many of the crowd (``n``), what the key calls them, and in which of four styles.

    Style 0 is for those whom the picture is about, 1 for those who are lost, 2 for the others, 3
    for a place where nobody is yet. What has no words is not in the key.
    """

    n: int
    style: int
    text: str


class Crowd(TypedDict):
    """Groups that fill so many columns, row by row, one group after another.

    ``numbers`` are written in the marks, one in each.
    """

    kind: Literal["crowd"]
    columns: int
    groups: list[Group]
    numbers: NotRequired[list[int]]


def crowd(columns: int, *groups: Group, numbers: Sequence[int] = ()) -> Crowd:
    """Groups in so many columns, with a number in each mark, or in none.

    >>> crowd(2, {"n": 3, "style": 0, "text": "three"})["columns"]
    2
    """
    drawing: Crowd = {"kind": "crowd", "columns": columns, "groups": list(groups)}
    return {**drawing, "numbers": list(numbers)} if numbers else drawing


def rows(drawing: Crowd) -> int:
    """How many rows the groups fill.

    >>> rows(crowd(2, {"n": 2, "style": 0, "text": ""}, {"n": 1, "style": 2, "text": ""}))
    2
    """
    return -(-sum(group["n"] for group in drawing["groups"]) // drawing["columns"])
