"""Mend: two own ways between two units, and a tie for somebody who has none."""

from typing import TYPE_CHECKING

from course.kinds.lab import worlds
from course.kinds.lab.goals.goal import Check, Goal, Outcome, between, done
from course.networks.changed import bridges, width
from course.plain import Json
from course.words import say

if TYPE_CHECKING:
    from course.kinds.lab.rules import Lab

WIDE = 2
"""How many ties without a person in common make a bridge wide."""


def _mend(exercise: "Lab", answer: Json) -> Outcome:
    graph = worlds.now(exercise, answer, exercise.away)
    across = bridges(graph).get(between(exercise), [])
    has_somebody = exercise.alone is None or graph.degree(exercise.alone) > 0
    share = (min(width(across), WIDE) / WIDE + has_somebody) / 2
    if width(across) >= WIDE:
        return ("mended" if has_somebody else "left-out"), share
    too_weak = [one for one in answer["tied"] if one[2] < exercise.strength]
    if too_weak:
        return "weak", share
    if not across:
        return "no-way", share
    return ("one-way" if len(across) == 1 else "same-person"), share


def _mend_checks(exercise: "Lab", answer: Json, language: str) -> list[Check]:
    graph = worlds.now(exercise, answer, exercise.away)
    wide = min(width(bridges(graph).get(between(exercise), [])), WIDE)
    first, second = (exercise.town.unit_names(language)[unit] for unit in exercise.units)
    told = say("lab.own-ways", language, first=first, second=second, n=wide, of=WIDE)
    checks = [(told, wide == WIDE)]
    if exercise.alone is not None:
        has = graph.degree(exercise.alone) > 0
        key = "lab.has-somebody" if has else "lab.has-nobody"
        checks.append((say(key, language, name=exercise.alone), has))
    return checks


def _mended(exercise: "Lab") -> Json:
    """Two pairs with nobody in common; and the one who is alone with the first of the own unit."""

    def there(unit: str) -> list[str]:
        return [p for p in worlds.of_unit(exercise, unit) if p not in exercise.away]

    pairs = list(zip(*map(there, exercise.units), strict=False))[:WIDE]
    if exercise.alone is not None:
        own = there(worlds.world(exercise).nodes[exercise.alone]["unit"])
        pairs.append((exercise.alone, next(p for p in own if p != exercise.alone)))
    return done(sorted([*sorted(pair), exercise.strength] for pair in pairs), exercise)


MEND = Goal(
    asks="ties",
    outcomes=("mended", "left-out", "same-person", "one-way", "no-way", "weak"),
    right=frozenset({"mended"}),
    judge=_mend,
    key=_mended,
    checks=_mend_checks,
    needs=("units",),
    spreads=True,
)
