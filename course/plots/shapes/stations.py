"""Where each of a crowd stands: a few places, one below another, and who is in each."""

from typing import Literal, TypedDict


class Station(TypedDict):
    """A place: what it is called, a style as in a crowd, and who stands in it, by their numbers.

    ``room`` is for how many there is room, so that a place is as large when it is empty.
    """

    text: str
    style: int
    room: int
    who: list[int]


class Stations(TypedDict):
    """Places, the one where people come in first; in each they stand in rows of so many."""

    kind: Literal["stations"]
    columns: int
    stations: list[Station]


def rows(drawing: Stations, station: Station) -> int:
    """How many rows a place has, one at least.

    >>> inn: Station = {"text": "", "style": 0, "room": 5, "who": []}
    >>> rows({"kind": "stations", "columns": 4, "stations": [inn]}, inn)
    2
    """
    return max(1, -(-station["room"] // drawing["columns"]))
