"""The bank of a test's questions, and which of them an attempt has, drawn by a seed."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import TYPE_CHECKING

from course.kinds.choice.rules import Choice
from course.plain import Json

if TYPE_CHECKING:
    from course.kinds.test.rules import FinalTest

SEEDS = 2**32
"""A seed is a whole number from 0 up to, and not including, this."""


def _chance(seed: int, *names: str) -> str:
    """What things are sorted by to come in a seed's own order, the same on every computer."""
    return sha256("/".join([str(seed), *names]).encode()).hexdigest()


def of_lessons(exercise: "FinalTest") -> dict[str, list[str]]:
    """The ids of the questions of each lesson."""
    lessons: dict[str, list[str]] = {}
    for question in exercise.questions:
        lessons.setdefault(question.lesson, []).append(question.id)
    return lessons


def by_lot(exercise: "FinalTest", seed: int, seen: Mapping[str, int]) -> list[str]:
    """The questions of an attempt, in its order, by id.

    The lessons have equally many, or differ by one where ``draw`` cannot be shared equally. Within
    a lesson those come first that have been answered least often, as ``seen`` tells.
    """
    lessons = of_lessons(exercise)
    each, more = divmod(exercise.draw, len(lessons))
    can = [lesson for lesson, questions in lessons.items() if len(questions) > each]
    with_one_more = sorted(can, key=lambda lesson: _chance(seed, lesson))[:more]
    chosen = []
    for lesson, questions in lessons.items():
        by_use = sorted(questions, key=lambda id: (seen.get(id, 0), _chance(seed, id)))
        chosen += by_use[: each + (lesson in with_one_more)]
    return sorted(chosen, key=lambda id: _chance(seed, "order", id))


def attempts(answers: Iterable[Json]) -> list[Json]:
    """Each attempt as far as it went, in the order in which they were begun.

    >>> first, on = {"seed": 1, "given": ["a"]}, {"seed": 1, "given": ["a", "c"]}
    >>> attempts([first, {"seed": 2, "given": ["b"]}, on]) == [on, {"seed": 2, "given": ["b"]}]
    True
    """
    latest: dict[int, Json] = {}
    for answer in answers:
        before = latest.get(answer["seed"])
        if before is None or len(answer["given"]) >= len(before["given"]):
            latest[answer["seed"]] = answer
    return list(latest.values())


def step(exercise: "FinalTest", attempt: Json, at: int) -> Json:
    """A question as it stands in an attempt: which it is, its number, and its options in order."""
    id, seed = attempt["drawn"][at], attempt["seed"]
    options = [option.id for option in choices(exercise)[id].options]
    order = sorted(options, key=lambda option: _chance(seed, id, option))
    return {"question": id, "n": at + 1, "order": order}


def choices(exercise: "FinalTest") -> dict[str, Choice]:
    """The questions by id, to be answered; another kind is told of as a fault."""
    return {one.id: one.exercise for one in exercise.questions if isinstance(one.exercise, Choice)}
