"""A goal of a lab: what is asked for, its outcomes, and how it is judged.

An outcome is a key; the exercise's file has the words for it. All is counted in plain Python, so
that every runtime gives the same verdict.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from attrs import frozen

from course.kinds.lab import worlds
from course.plain import Json

if TYPE_CHECKING:
    from course.kinds.lab.rules import Lab

Outcome = tuple[str, float]
"""The key of what is said, and the share of the goal that is reached, 0 to 1."""

Check = tuple[str, bool]
"""A part of the goal in words, as it stands, and whether it is reached."""


def _as_in_file(exercise: "Lab") -> list[str]:
    return exercise.begin


def _nothing(_: "Lab", __: Json, ___: str) -> list[Check]:
    return []


@frozen(kw_only=True)
class Goal:
    """What is asked for, the outcomes with those that reach it, and its rules.

    Attributes:
        asks: ``"person"``, ``"round"``, ``"ties"`` or, where nothing need be done, ``"any"``.
        outcomes: the keys of all outcomes.
        right: those that reach the goal.
        judge: the outcome of an answer.
        key: a way to reach the goal; None where there is none to reach.
        checks: the parts of the goal as they stand, in a language; none.
        begins: who works the new way from the start; those of the file.
        needs: fields that the exercise must have.
        spreads: whether a practice can be let loose.
        compares: whether the network can be set against others.
    """

    asks: str
    outcomes: tuple[str, ...]
    right: frozenset[str]
    judge: Callable[["Lab", Json], Outcome]
    key: Callable[["Lab"], Json | None]
    checks: Callable[["Lab", Json, str], list[Check]] = _nothing
    begins: Callable[["Lab"], list[str]] = _as_in_file
    needs: tuple[str, ...] = ()
    spreads: bool = False
    compares: bool = False

    @property
    def is_free(self) -> bool:
        """Whether nothing is right or wrong."""
        return not self.right


def done(tied: list[list[Any]], exercise: "Lab") -> Json:
    """An answer with these ties made, and nothing else done."""
    return {
        "tied": tied,
        "cut": [],
        "away": [],
        "begin": [],
        "threshold": exercise.threshold,
        "noise": False,
        "counted": exercise.strength,
    }


def between(exercise: "Lab") -> tuple[str, str]:
    """The two units in the order in which the municipality has them."""
    first, second = sorted(exercise.units, key=worlds.unit_keys(exercise).index)
    return first, second
