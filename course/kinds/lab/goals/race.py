"""Race: guess in which round the line passes the crowd."""

from typing import TYPE_CHECKING

from course.kinds.lab.goals.goal import Goal, Outcome
from course.plain import Json

if TYPE_CHECKING:
    from course.kinds.lab.rules import Lab

_CLOSE = 3
"""Rounds off that still count as right."""


def _race(exercise: "Lab", answer: Json) -> Outcome:
    at, truth = answer["round"], exercise.round or 0
    if at == 0:
        return "never", 0.0
    if abs(at - truth) <= _CLOSE:
        return "close", 1.0
    return ("too-early" if at < truth else "too-late"), 0.5


RACE = Goal(
    asks="round",
    outcomes=("close", "too-early", "too-late", "never"),
    right=frozenset({"close"}),
    judge=_race,
    key=lambda exercise: {"round": exercise.round},
    needs=("round",),
)
