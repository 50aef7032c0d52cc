"""The race: a line and a crowd in which all see all work on the same problems, round by round."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from course.kinds.lab.recorded import kept
from course.plain import Json
from course.words import decimal

ROUNDS = 100

PEOPLE = 100

PROBLEMS, BATCHES = 3, 10
"""Problems in a part of the race, and parts; the people drawn are those at the first problem."""


def scenes(language: str) -> Iterator[Json]:
    """Everybody's score on one problem as a digit 0-9, round by round, and the means over all.

    The model is loaded when it is first asked for.
    """
    line = [0.0] * (ROUNDS + 1)
    full = [0.0] * (ROUNDS + 1)
    people: Json = {}
    for number in range(BATCHES):
        ran = kept()["race"][number] if "race" in kept() else part(number)
        people = people or ran["people"]
        line = [a + b for a, b in zip(line, ran["line"], strict=True)]
        full = [a + b for a, b in zip(full, ran["full"], strict=True)]
        done = number + 1
        yield {
            "setting": {},
            "progress": done / BATCHES,
            "race": {
                "people": people,
                "line": [score / done for score in line],
                "full": [score / done for score in full],
                "line_text": [decimal(score / done, 2, language) for score in line],
                "full_text": [decimal(score / done, 2, language) for score in full],
                "problems": done * PROBLEMS,
            },
        }


@lru_cache(maxsize=BATCHES)
def part(number: int) -> Any:
    """A part of the race: each one's scores on its first problem, and the means over all."""
    from course.models.search import followed, slow_and_quick

    found = followed(slow_and_quick(PEOPLE), problems=PROBLEMS, rounds=ROUNDS, seed=number)
    digits = {
        name: ["".join(str(min(9, int(10 * score))) for score in at) for at in scores[:, 0]]
        for name, scores in found.items()
    }
    means = {name: scores.mean(axis=(1, 2)).tolist() for name, scores in found.items()}
    return {"people": digits, **means}
