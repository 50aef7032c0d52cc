"""Place: some ties between units that know only themselves."""

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from course.kinds.lab import worlds
from course.kinds.lab.goals.goal import Check, Goal, Outcome, done
from course.networks.changed import bridges
from course.plain import Json
from course.words import say

if TYPE_CHECKING:
    from course.kinds.lab.rules import Lab

_BUSY = 4
"""Ties to other units from which one person is a go-between."""

_PAIRS = list(combinations(range(worlds.GROUPS), 2))

_MANY_PAIRS = 10
"""Pairs of units, of fifteen, that must meet for the ties to be spread out."""


def _place(exercise: "Lab", answer: Json) -> Outcome:
    graph = worlds.now(exercise, answer, [])
    across = bridges(graph)
    ties = [tie for pair in across.values() for tie in pair]
    linked = len(across)
    share = linked / len(_PAIRS)
    most = exercise.ties or 0
    if len(ties) < most:
        return "few-ties", share * len(ties) / max(most, 1)
    units = {unit for pair in across for unit in pair}
    having = Counter(person for tie in ties for person in tie)
    if linked == 1:
        return "one-pair", share
    if len(units) < worlds.GROUPS:
        return "unit-left-out", share
    if max(having.values()) >= _BUSY:
        return "go-betweens", share
    return ("spread-out", 1.0) if linked >= _MANY_PAIRS else ("few-pairs", share)


def _place_checks(exercise: "Lab", answer: Json, language: str) -> list[Check]:
    across = bridges(worlds.now(exercise, answer, []))
    having = Counter(person for ties in across.values() for tie in ties for person in tie)
    most = max(having.values(), default=0)
    return [
        (
            say("lab.pairs-linked", language, n=len(across), of=len(_PAIRS)),
            len(across) >= _MANY_PAIRS,
        ),
        (say("lab.busiest", language, n=most), 0 < most < _BUSY),
    ]


def _placed(exercise: "Lab") -> Json:
    """One tie for each two units, each between two people who have no other."""
    tied = []
    for one, other in _PAIRS:
        a, b = chr(ord("A") + one), chr(ord("A") + other)
        tied.append([f"{a}{other}", f"{b}{one + 1}", exercise.strength])
    return done(tied[: exercise.ties], exercise)


PLACE = Goal(
    asks="ties",
    outcomes=(
        "spread-out",
        "few-ties",
        "one-pair",
        "unit-left-out",
        "go-betweens",
        "few-pairs",
    ),
    right=frozenset({"spread-out"}),
    judge=_place,
    key=_placed,
    checks=_place_checks,
    needs=("ties",),
    compares=True,
)
