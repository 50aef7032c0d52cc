"""People and ties: each unit a circle of its people, the units on a ring."""

from typing import Literal, TypedDict


class Unit(TypedDict):
    """What a unit is called, and the middle of its circle on the ring of radius 1."""

    text: str
    x: float
    y: float


class Person(TypedDict):
    """A person's name, unit (from 0) and place; what is up in the picture has the higher ``y``.

    ``weight`` (0 to 1) makes people larger; with None all are of one size.
    """

    name: str
    unit: int
    x: float
    y: float
    weight: float | None


class Network(TypedDict):
    """People in units, and ties between two people each.

    ``named`` are those whose name stands beside them. They and the ties tell people by their
    number, counted from 0.
    """

    kind: Literal["network"]
    units: list[Unit]
    people: list[Person]
    ties: list[list[int]]
    named: list[int]
