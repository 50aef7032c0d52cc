"""What is measured of a network as somebody changes it, and how it does beside others."""

from collections.abc import Iterator
from math import isnan
from typing import TYPE_CHECKING, Any
from zlib import crc32

from course.kinds.lab import worlds
from course.kinds.lab.goals import GOALS
from course.kinds.lab.recorded import kept
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

FEW = 2
"""Organisations in each part where one's own network learns without NumPy, which takes longer."""

OTHERS = {"spread": "spread out", "brokers": "one broker a unit", "pair": "one pair of units"}
"""What one's own network is compared with: how the model calls that placement of ties."""


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
    Where they cannot be had the others come from what was kept, one's own network learns in fewer
    organisations, and ``fewer`` says how many.
    """
    ties = exercise.ties or 0
    known = kept().get("placed", {}).get(str(ties))
    own = worlds.now(exercise, answer, [])
    paid: dict[str, list[list[float]]] = {name: [] for name in ("own", *OTHERS)}
    for number in range(BATCHES):
        for name, placed in paid.items():
            if name == "own":
                placed += _learnt(own, number) if known is None else _learnt_by_few(own, number)
            elif known is not None:
                placed += known[name][number]
            else:
                placed += learnt_by(name, ties, number)
        yield {
            "setting": {},
            "progress": (number + 1) / BATCHES,
            "compared": [_row(name, placed, language) for name, placed in paid.items()],
            "fewer": "" if known is None else _fewer(language),
        }


def learnt_by(name: str, ties: int, number: int) -> list[list[float]]:
    """What organisations of a part score on Friday and at the end, with ties that are so placed."""
    from course.models.groups import units

    placement: Any = OTHERS[name]
    first = number * REPLICATIONS
    return _learnt(lambda n: units(ties, placement=placement, seed=first + n), number)


def _learnt(network: Any, number: int) -> list[list[float]]:
    """The same of a network, or of a function that makes one anew for each organisation."""
    from course.models.groups import learn_in_groups

    learnt = learn_in_groups(network, replications=REPLICATIONS, seed=number)
    early, late = learnt.after(FRIDAY), learnt.after(None)
    return [list(pair) for pair in zip(early.tolist(), late.tolist(), strict=True)]


def _learnt_by_few(network: Any, number: int) -> list[list[float]]:
    """The same of a network, by fewer organisations and without NumPy."""
    from course.models.few_groups import learn_among_few

    paid = [learn_among_few(network, seed=FEW * number + n) for n in range(FEW)]
    return [[one[min(FRIDAY, len(one) - 1)], one[-1]] for one in paid]


def _fewer(language: str) -> str:
    others = REPLICATIONS * BATCHES
    return say("lab.own-fewer", language, own=FEW * BATCHES, others=others)


def _row(name: str, paid: list[list[float]], language: str) -> Json:
    early, late = (100 * sum(one) / len(paid) for one in zip(*paid, strict=True))
    return {
        "name": name,
        "text": say(f"lab.placed-{name}", language),
        "friday": early,
        "friday_text": decimal(early, 0, language),
        "end": late,
        "end_text": decimal(late, 0, language),
    }
