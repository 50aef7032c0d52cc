"""How sure beside how right: a point for each level of certainty, and the line where both agree."""

from typing import Literal, TypedDict


class Level(TypedDict):
    """So many statements (``n``) judged so sure (per cent), and how many of them rightly."""

    sure: int
    n: int
    right: int


class Calibration(TypedDict):
    """Levels of certainty.

    ``across`` and ``up`` say what the axes measure, both in per cent, and ``agree`` what the line
    stands for where one is as right as one is sure.
    """

    kind: Literal["calibration"]
    across: str
    up: str
    agree: str
    levels: list[Level]
