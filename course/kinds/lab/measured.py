"""What is measured of a network as somebody changes it, and how it does beside others."""

from collections.abc import Iterator
from math import isnan
from typing import TYPE_CHECKING, Any
from zlib import crc32

from course.kinds.lab import worlds
from course.kinds.lab.goals import GOALS
from course.models.few import spread_rounds
from course.networks import boundary
from course.networks.changed import bridges, width
from course.plain import Json
from course.words import decimal, say

if TYPE_CHECKING:
    from course.kinds.lab.rules import Lab

NOISE = 0.05
"""The chance, each round, that somebody who sees too few tries anyway."""

FRIDAY = 10
"""Periods of learning until Friday; at the end of the year nobody has more to learn."""

REPLICATIONS, BATCHES = 8, 8
"""Organisations in each part of a comparison, and parts."""


def measured(exercise: "Lab", answer: Json, language: str) -> Json:
    """E-I beside chance, bridges and who is reached, and how the goal stands: a scene."""
    graph = worlds.now(exercise, answer, answer["away"])
    seen = boundary(graph)
    across = bridges(graph)
    units = len({unit for _, unit in graph.nodes(data="unit")})
    rounds = _rounds(exercise, answer, graph)
    checks = GOALS[exercise.goal].checks(exercise, answer, language)
    ei = None if isnan(seen.ei) else seen.ei
    return {
        "setting": {},
        "progress": 1,
        "measured": {
            "ties": seen.ties,
            "external": seen.external,
            "ei": ei,
            "ei_text": "–" if ei is None else decimal(ei, 2, language, signed=True),
            "chance": seen.chance,
            "chance_text": decimal(seen.chance, 2, language, signed=True),
            "linked": len(across),
            "pairs": units * (units - 1) // 2,
            "on_one": sum(width(ties) == 1 for ties in across.values()),
            "people": len(graph),
            "rounds": rounds,
        },
        "goals": [{"text": text, "done": is_done} for text, is_done in checks],
    }


def _rounds(exercise: "Lab", answer: Json, graph: Any) -> dict[str, int]:
    """In which round each takes it up, by first name; nobody who does not."""
    goal = GOALS[exercise.goal]
    if not goal.spreads:
        return {}
    begin = [p for p in answer["begin"] or goal.begins(exercise) if p in graph]
    found = spread_rounds(
        graph,
        begin,
        contacts=answer["threshold"],
        noise=NOISE if answer["noise"] else 0.0,
        seed=crc32(exercise.id.encode()),
    )
    rounds: dict[str, int] = {}
    for at, adopted in enumerate(found):
        for person in graph:
            if person in adopted:
                rounds.setdefault(person, at)
    return rounds


def compared(exercise: "Lab", answer: Json, language: str) -> Iterator[Json]:
    """The network beside ties that are spread out, run through brokers, or join one pair: scenes.

    Each has learnt more surely than the one before; the models are loaded when they are asked for.
    """
    from course.models.groups import learn_in_groups, units

    own = worlds.now(exercise, answer, [])
    ties = exercise.ties or 0
    others = {
        "spread": "spread out", "brokers": "one broker a unit", "pair": "one pair of units",
    }  # fmt: skip
    paid: dict[str, list[tuple[float, float]]] = {name: [] for name in ("own", *others)}
    for number in range(BATCHES):
        for name, placed in paid.items():
            made: Any = own
            if name != "own":
                made = _made(units, ties, others[name], number)
            learnt = learn_in_groups(made, replications=REPLICATIONS, seed=number)
            early, late = learnt.after(FRIDAY), learnt.after(None)
            placed += zip(early.tolist(), late.tolist(), strict=True)
        yield {
            "setting": {},
            "progress": (number + 1) / BATCHES,
            "compared": [_row(name, placed, language) for name, placed in paid.items()],
        }


def _made(units: Any, ties: int, placement: Any, number: int) -> Any:
    """A function that makes a network anew for each organisation."""
    first = number * REPLICATIONS
    return lambda n: units(ties, placement=placement, seed=first + n)


def _row(name: str, paid: list[tuple[float, float]], language: str) -> Json:
    early, late = (100 * sum(one) / len(paid) for one in zip(*paid, strict=True))
    return {
        "name": name,
        "text": say(f"lab.placed-{name}", language),
        "friday": early,
        "friday_text": decimal(early, 0, language),
        "end": late,
        "end_text": decimal(late, 0, language),
    }
