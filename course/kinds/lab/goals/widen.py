"""Widen: a practice crosses from one unit to all of another."""

from functools import cache
from typing import TYPE_CHECKING, Any

from course.kinds.lab import worlds
from course.kinds.lab.goals.goal import Check, Goal, Outcome, between, done
from course.models.few import spread_rounds
from course.networks.changed import bridges, width
from course.plain import Json
from course.words import say

if TYPE_CHECKING:
    from course.kinds.lab.rules import Lab
    from course.networks.municipality import Municipality


def _all_of_the_first(exercise: "Lab") -> list[str]:
    return worlds.of_unit(exercise, exercise.units[0])


def _spread(exercise: "Lab", answer: Json) -> tuple[list[str], Any]:
    """Who has taken it up in the second unit, and the network."""
    graph = worlds.now(exercise, answer, exercise.away)
    begin = [p for p in _all_of_the_first(exercise) if p in graph]
    last = spread_rounds(graph, begin, contacts=exercise.threshold)[-1]
    return [p for p in worlds.of_unit(exercise, exercise.units[1]) if p in last], graph


def _widen(exercise: "Lab", answer: Json) -> Outcome:
    reached, graph = _spread(exercise, answer)
    everyone = len(worlds.of_unit(exercise, exercise.units[1]))
    share = len(reached) / everyone
    if len(reached) == everyone:
        fewest = len(_widened(exercise)["tied"])
        return ("narrow" if len(answer["tied"]) <= fewest else "spare"), 1.0
    across = bridges(graph).get(between(exercise), [])
    if any(one[2] < exercise.strength for one in answer["tied"]):
        return "weak", share
    if len(across) > 1 and width(across) == 1:
        # One person at one end of all of them: is it where the practice comes from, or goes to?
        sources = {a if graph.nodes[a]["unit"] == exercise.units[0] else b for a, b in across}
        return ("same-source" if len(sources) == 1 else "same-person"), share
    return ("stalls" if reached else "scattered"), share


def _widen_checks(exercise: "Lab", answer: Json, language: str) -> list[Check]:
    reached, graph = _spread(exercise, answer)
    unit = exercise.units[1]
    everyone = len(worlds.of_unit(exercise, unit))
    name = exercise.town.unit_names(language)[unit]
    told = say("lab.work-so", language, unit=name, n=len(reached), of=everyone)
    across = bridges(graph).get(between(exercise), [])
    return [
        (told, len(reached) == everyone),
        (say("lab.bridge-width", language, n=width(across), ties=len(across)), width(across) > 1),
    ]


@cache
def _fewest(
    town: "Municipality", units: tuple[str, ...], strength: int, threshold: int
) -> tuple[tuple[str, str], ...]:
    """As many ties to the most seen as are missing, then to the next: ties that bring all along."""
    graph = worlds.people_of(town, units, strength)
    begin = [p for p, unit in graph.nodes(data="unit") if unit == units[0]]
    goal = [p for p, unit in graph.nodes(data="unit") if unit == units[1]]
    ties: list[tuple[str, str]] = []
    while True:
        made = graph.copy()
        made.add_edges_from(ties)
        adopted = spread_rounds(made, begin, contacts=threshold)[-1]
        waiting = [p for p in goal if p not in adopted]
        if not waiting:
            return tuple(ties)

        def missing(person: str, made: Any = made, adopted: Any = adopted) -> tuple[int, int]:
            return threshold - sum(o in adopted for o in made[person]), -graph.degree(person)

        # Whoever many see comes first, though it takes more ties.
        person = min(waiting, key=lambda p: (-graph.degree(p), missing(p)))
        new = [(a, person) for a in begin if not made.has_edge(a, person)]
        if not new:  # the first unit has too few people to learn from, as the faults tell
            return tuple(ties)
        ties += new[: missing(person)[0]]


def _widened(exercise: "Lab") -> Json:
    ties = _fewest(exercise.town, tuple(exercise.units), exercise.strength, exercise.threshold)
    return done(sorted([*sorted(tie), exercise.strength] for tie in ties), exercise)


WIDEN = Goal(
    asks="ties",
    outcomes=("narrow", "spare", "same-person", "same-source", "scattered", "stalls", "weak"),
    right=frozenset({"narrow", "spare"}),
    judge=_widen,
    key=_widened,
    checks=_widen_checks,
    needs=("units",),
    spreads=True,
    begins=_all_of_the_first,
)
