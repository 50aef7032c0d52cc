"""Find who stands between others."""

from functools import cache
from typing import TYPE_CHECKING

from course.kinds.lab import worlds
from course.kinds.lab.goals.goal import Goal, Outcome
from course.networks import Broker, brokers
from course.plain import Json

if TYPE_CHECKING:
    from course.kinds.lab.rules import Lab
    from course.networks.municipality import Municipality

_NEAR = 5
"""Who is among so many first is near."""

_FEW = 3
"""Ties below which somebody has few."""


@cache
def _ranked(town: "Municipality", strength: int, away: tuple[str, ...]) -> tuple[Broker, ...]:
    graph = worlds.people_of(town, (), strength).copy()
    graph.remove_nodes_from(away)
    return brokers(graph)


def _find(exercise: "Lab", answer: Json) -> Outcome:
    ranked = _ranked(exercise.town, exercise.strength, tuple(exercise.away))
    places = {one.node: n for n, one in enumerate(ranked)}
    if answer["person"] not in places:
        return "few", 0.0
    at = places[answer["person"]]
    one = ranked[at]
    if at == 0:
        return "broker", 1.0
    if at < _NEAR:
        return "near", 0.5
    graph = worlds.people_of(exercise.town, (), exercise.strength)
    unit = graph.nodes[one.node]["unit"]
    within = sum(graph.nodes[other]["unit"] == unit for other in graph[one.node])
    if one.ties <= _FEW:
        return "few", 0.0
    return ("inside" if 2 * within > one.ties else "side"), 0.0


def _found(exercise: "Lab") -> Json:
    return {"person": _ranked(exercise.town, exercise.strength, tuple(exercise.away))[0].node}


FIND = Goal(
    asks="person",
    outcomes=("broker", "near", "inside", "side", "few"),
    right=frozenset({"broker"}),
    judge=_find,
    key=_found,
)
