"""A self-assessment's profile: where each area's mean lies, and where it lay before."""

from typing import Literal, TypedDict


class Area(TypedDict):
    """An area and its mean, now and ``before``; None where it was passed over, or not asked."""

    text: str
    mean: float | None
    before: float | None


class Profile(TypedDict):
    """Areas on lines from 1 to ``points``, whose two ends stand for what ``ends`` say.

    ``times`` says what the earlier and the later time are called; it is empty where there was no
    earlier one.
    """

    kind: Literal["profile"]
    points: int
    ends: list[str]
    times: list[str]
    areas: list[Area]
