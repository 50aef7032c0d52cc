"""Units by units: for each pair the ties that are there, and what share of all possible."""

from typing import Literal, TypedDict


class Matrix(TypedDict):
    """``ties`` and ``shares`` (from 0 to 1) have a row for each name, and a column for each."""

    kind: Literal["matrix"]
    names: list[str]
    ties: list[list[int]]
    shares: list[list[float]]
