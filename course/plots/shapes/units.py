"""Small units and the ties between them; within a unit everyone has a tie to everyone."""

from typing import Literal, NotRequired, TypedDict


class Ring(TypedDict):
    """A unit's letter, and the middle of its ring."""

    text: str
    x: float
    y: float


class Member(TypedDict):
    """A person: the unit (from 0) and the place; what is up in the picture has the higher ``y``.

    With ``solved``, from 0 to 1, the mark is as large as that says, and open below a half.
    """

    unit: int
    x: float
    y: float
    solved: NotRequired[float]


class Units(TypedDict):
    """Units on a ring of radius 1, each a ring of its people, and the ties that leave a unit.

    ``radius`` is that of a unit's ring. Ties tell people by their number, counted from 0.
    """

    kind: Literal["units"]
    radius: float
    units: list[Ring]
    people: list[Member]
    ties: list[list[int]]


def linked(drawing: Units) -> set[int]:
    """The numbers of those who have a tie that leaves their unit.

    >>> linked({"kind": "units", "radius": 1, "units": [], "people": [], "ties": [[1, 4]]})
    {1, 4}
    """
    return {person for tie in drawing["ties"] for person in tie}
