"""The networks that a lab may show: a municipality, two of its units, or units on their own."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from course.networks.changed import changed, groups
from course.networks.ties import at_least
from course.plain import Json
from course.words import say

if TYPE_CHECKING:
    from course.kinds.lab.rules import Lab
    from course.networks.municipality import Municipality

GROUPS, SIZE = 6, 8
"""The units of the model of how many bridges there should be, and the people of each."""

_WITHOUT = ("place", "race")
"""Goals that are not about the municipality."""


def world(exercise: "Lab") -> Any:
    """The network before anything is done to it; nobody in it for a race."""
    shown = tuple(exercise.units) if exercise.goal == "widen" else ()
    return _world(exercise.town, exercise.goal, shown, exercise.strength)


def _world(town: "Municipality", goal: str, units: tuple[str, ...], strength: int) -> Any:
    if goal == "race":
        return groups(0, 0)
    if goal == "place":
        return _groups()
    return people_of(town, units, 1 if goal == "free" else strength)


def unit_keys(exercise: "Lab") -> list[str]:
    """The keys of all units that there are to choose among."""
    return [] if exercise.goal in _WITHOUT else [unit.id for unit in exercise.town.units()]


def of_unit(exercise: "Lab", unit: str) -> list[str]:
    """The people of a unit, before anything is done."""
    return [person for person, of in world(exercise).nodes(data="unit") if of == unit]


def now(exercise: "Lab", answer: Json, away: list[str]) -> Any:
    """The network after what has been done, with the ties that count and those who are there."""
    shown = tuple(exercise.units) if exercise.goal == "widen" else ()
    tied = tuple(tuple(one) for one in answer["tied"])
    cut = tuple(tuple(pair) for pair in answer["cut"])
    strength, counted = exercise.strength, answer["counted"]
    return _now(exercise.town, exercise.goal, shown, strength, tied, cut, tuple(away), counted)


@lru_cache(maxsize=8)
def _now(
    town: "Municipality",
    goal: str,
    units: tuple[str, ...],
    strength: int,
    tied: tuple[Any, ...],
    cut: tuple[Any, ...],
    away: tuple[str, ...],
    counted: int,
) -> Any:
    """A move is measured and judged by the same network: to make it takes longest of all."""
    return at_least(changed(_world(town, goal, units, strength), tied, cut, away), counted)


def told(exercise: "Lab", language: str) -> Json:
    """The people with their units, and the ties by the people's places in that list."""
    graph = world(exercise)
    place = {person: n for n, person in enumerate(graph)}
    titles = dict(_roles(exercise.town, language)) if exercise.goal not in _WITHOUT else {}
    return {
        "people": [
            {
                "id": person,
                "name": data.get("name", person),
                "unit": data["unit"],
                "role": titles.get(person, ""),
            }
            for person, data in graph.nodes(data=True)
        ],
        "units": _units(exercise, language),
        "ties": [[place[a], place[b], strength] for a, b, strength in graph.edges(data="strength")],
    }


def _units(exercise: "Lab", language: str) -> list[Json]:
    present = list(dict.fromkeys(unit for _, unit in world(exercise).nodes(data="unit")))
    if exercise.goal in _WITHOUT:
        return [
            {"id": key, "text": say("lab.unit", language, letter=key), "mark": n}
            for n, key in enumerate(present)
        ]
    return [
        {"id": unit.id, "text": getattr(unit, language), "mark": n}
        for n, unit in enumerate(exercise.town.units())
        if unit.id in present
    ]


@cache
def people_of(town: "Municipality", units: tuple[str, ...], strength: int) -> Any:
    """A municipality's people, or those of some units, with the ties of this strength or more."""
    graph = town.at(strength).copy()
    unit: dict[str, str] = dict(graph.nodes(data="unit"))
    if units:
        graph.remove_nodes_from([person for person in unit if unit[person] not in units])
    return graph


@cache
def _groups() -> Any:
    return groups(GROUPS, SIZE)


@cache
def _roles(town: "Municipality", language: str) -> tuple[tuple[str, str], ...]:
    return tuple(town.load(language).nodes(data="role"))
