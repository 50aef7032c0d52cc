"""Curves over a common axis, with what is noted at single points."""

from collections.abc import Mapping
from typing import Literal, TypedDict


class Tick(TypedDict):
    """A place on an axis, and what is written there."""

    at: float
    text: str


class Axis(TypedDict):
    """An axis: what it measures, where it ends, and its ticks."""

    text: str
    lowest: float
    highest: float
    ticks: list[Tick]


class Curve(TypedDict):
    """A curve through points ``across`` and ``up``, with a marker at every ``every``-th of them."""

    text: str
    across: list[float]
    up: list[float]
    every: int


class Note(TypedDict):
    """A point that is ringed, and what is written above it."""

    across: float
    up: float
    text: str


class Curves(TypedDict):
    """Up to three curves, the one that the picture is about first."""

    kind: Literal["curves"]
    across: Axis
    up: Axis
    curves: list[Curve]
    notes: list[Note]


def axis(
    text: str, lowest: float, highest: float, ticks: Mapping[int, str] | Mapping[float, str]
) -> Axis:
    """An axis, its ticks by what is written at them.

    >>> axis("years", 0, 10, {5: "five"})["ticks"]
    [{'at': 5, 'text': 'five'}]
    """
    written: list[Tick] = [{"at": at, "text": words} for at, words in ticks.items()]
    return {"text": text, "lowest": lowest, "highest": highest, "ticks": written}
