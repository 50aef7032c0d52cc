"""What the lab's models show, kept as data for where NumPy is not to be had, as in a browser."""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from course.plain import Json

if TYPE_CHECKING:
    from course.kinds.lab.rules import Lab

_FILE = Path(__file__).with_name("recorded.json")


def record(exercises: Iterable["Lab"]) -> Json:
    """What does not depend on the learner: the race, and what others' placements come to."""
    from course.kinds.lab import measured, race
    from course.kinds.lab.goals import GOALS

    told: Json = {}
    for exercise in exercises:
        goal = GOALS[exercise.goal]
        if goal.asks == "round":
            first, *rest = (race.part(number) for number in range(race.BATCHES))
            told["race"] = [first, *({**one, "people": {}} for one in rest)]  # those drawn
        if goal.compares and exercise.ties is not None:
            told.setdefault("placed", {})[str(exercise.ties)] = {
                name: [
                    measured.learnt_by(name, exercise.ties, number)
                    for number in range(measured.BATCHES)
                ]
                for name in measured.OTHERS
            }
    return told


@cache
def kept() -> Json:
    """What ``record`` gave, where it was kept; nothing where the models run."""
    return json.loads(_FILE.read_text(encoding="utf-8")) if _FILE.is_file() else {}
