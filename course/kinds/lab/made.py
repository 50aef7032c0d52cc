"""What somebody has made of a network: what a page sends of it, in one form."""

from typing import TYPE_CHECKING, Any

from course.kinds.kind import AnswerError
from course.kinds.lab.worlds import world
from course.plain import Json

if TYPE_CHECKING:
    from course.kinds.lab.rules import Lab

MOST_TIES = 400
"""Ties that somebody may make where no number is set."""

_STRENGTHS = (1, 2, 3, 4)

_THRESHOLDS = (1, 2, 3)
"""At how many contacts a practice may have to be seen."""


def made(exercise: "Lab", sent: dict[Any, Any]) -> Json:
    """Ties made and cut, who is away, and how the practice spreads."""
    base = world(exercise)
    tied: dict[tuple[str, str], int] = {}
    for one in _list(sent, "tied"):
        if not isinstance(one, list) or len(one) != 3:
            raise AnswerError("unknown-option")
        pair, strength = _pair(exercise, one[:2]), _one_of(one[2], _STRENGTHS)
        if not base.has_edge(*pair) or base.edges[pair]["strength"] != strength:
            tied[pair] = strength
    cut = {_pair(exercise, one) for one in _list(sent, "cut")}
    most = MOST_TIES if exercise.ties is None else exercise.ties
    if len(tied) > most:
        raise AnswerError("lab-too-many-ties", n=len(tied), most=most)
    away = sorted({known(exercise, one) for one in _list(sent, "away")})
    begin = sorted({known(exercise, one) for one in _list(sent, "begin")})
    threshold = _one_of(sent.get("threshold"), _THRESHOLDS, exercise.threshold)
    counted = exercise.strength
    if exercise.goal == "free":
        counted = _one_of(sent.get("counted"), _STRENGTHS, counted)
    return {
        "tied": [[*pair, strength] for pair, strength in sorted(tied.items())],
        "cut": [list(pair) for pair in sorted(cut) if base.has_edge(*pair) and pair not in tied],
        "away": away,
        "begin": begin,
        "threshold": threshold,
        "noise": sent.get("noise") is True,
        "counted": counted,
    }


def _one_of(given: object, among: tuple[int, ...], instead: int | None = None) -> int:
    """A number among some; what stands for none given."""
    if given is None and instead is not None:
        return instead
    if isinstance(given, bool) or not isinstance(given, int) or given not in among:
        raise AnswerError("unknown-option")
    return given


def _list(sent: dict[Any, Any], name: str) -> list[Any]:
    given = sent.get(name, [])
    if not isinstance(given, list):
        raise AnswerError("unknown-option")
    return given


def known(exercise: "Lab", person: object) -> str:
    """Somebody who is in the lab's network; AnswerError for anybody else."""
    if not isinstance(person, str) or person not in world(exercise):
        raise AnswerError("unknown-option")
    return person


def _pair(exercise: "Lab", given: object) -> tuple[str, str]:
    if not isinstance(given, list) or len(given) != 2:
        raise AnswerError("unknown-option")
    one, other = sorted(known(exercise, person) for person in given)
    if one == other:
        raise AnswerError("unknown-option")
    return one, other
