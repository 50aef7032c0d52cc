"""What the shared tests try on a number that is guessed."""

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from course.kinds.cases import Claim, Definition, Given, number, text
from course.kinds.estimate.rules import Direction, Estimate
from course.plain import Json

FIELDS = {
    "unit": text("per cent"),
    "lowest": 0,
    "highest": 100,
    "answer": 40,
    "near": 5,
    "feedback": {name: text(f"Why {name}") for name in ("close", "low", "high")},
}
VALID = st.floats(0, 100) | st.integers(0, 100) | st.integers(0, 100).map(str)
PARTS = ((Direction, "feedback"),)
SECRET = ("answer", "near", "low", "high")
LACKS = ("no-number", None)
FIELD = "line"


def gives_away(exercise: Estimate, task: Json) -> bool:
    """The number itself is in what a page is told."""
    return exercise.answer in task.values()


def mutations(definition: Definition) -> Iterator[Definition]:
    """An answer out of the range, another answer, and everything near enough."""
    yield {**definition, "answer": definition["lowest"] - 1}
    yield {**definition, "answer": definition["answer"] + 2 * definition["near"]}
    yield {**definition, "near": definition["highest"] - definition["lowest"]}


def wrong(exercise: Definition, language: str) -> Given:
    """The end of the range that is farther away."""
    ends = {"low": exercise["lowest"], "high": exercise["highest"]}
    which = max(ends, key=lambda end: abs(ends[end] - exercise["answer"]))
    assert abs(ends[which] - exercise["answer"]) > exercise["near"]
    return Given(ends[which], [(None, exercise["feedback"][which][language])])


def right(exercise: Definition, language: str) -> Given:
    """The stop next to the answer."""
    step = exercise.get("step", 1)
    guess = round(round(exercise["answer"] / step) * step, 6)
    return Given(guess, [(None, exercise["feedback"]["close"][language])])


def enter(me: Any, exercise: Definition, card: Any, answer: float) -> None:
    """Write the number as one writes it in the language."""
    me.hand.write(card.get_by_role("textbox"), number(answer, me.language))


def entered(exercise: Definition, answer: float, language: str) -> list[Claim]:
    """The number stands in the field."""
    return [{"written": [None, number(answer, language)]}]
