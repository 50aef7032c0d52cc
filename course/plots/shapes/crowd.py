"""A crowd, one mark for each: who belongs to which group."""

from typing import Literal, TypedDict


class Group(TypedDict):
    """So many of the crowd (``n``), what the key calls them, and in which of three styles.

    Style 0 is for those whom the picture is about, 1 for those who are lost, 2 for the others.
    """

    n: int
    style: int
    text: str


class Crowd(TypedDict):
    """Groups that fill so many columns, row by row, one group after another."""

    kind: Literal["crowd"]
    columns: int
    groups: list[Group]


def crowd(columns: int, *groups: Group) -> Crowd:
    """Groups in so many columns.

    >>> crowd(2, {"n": 3, "style": 0, "text": "three"})["columns"]
    2
    """
    return {"kind": "crowd", "columns": columns, "groups": list(groups)}


def rows(drawing: Crowd) -> int:
    """How many rows the groups fill.

    >>> rows(crowd(2, {"n": 2, "style": 0, "text": ""}, {"n": 1, "style": 2, "text": ""}))
    2
    """
    return -(-sum(group["n"] for group in drawing["groups"]) // drawing["columns"])
