"""Estimate: predict a number, then see it. Close is good enough."""

import math
from collections.abc import Iterable

from attrs import frozen

from course.faults import Fault
from course.kinds.exercise import Exercise
from course.kinds.kind import AnswerError, Said, Verdict
from course.plain import Json
from course.words import decimal, number_in
from course.words.bilingual import Text

SECONDS = 40
"""Thinking of a number."""


@frozen
class Direction:
    """What to say to a guess that is close, too low or too high."""

    close: Text
    low: Text
    high: Text


@frozen(kw_only=True)
class Estimate(Exercise):
    """A number to guess from ``lowest`` to ``highest``; within ``near`` of ``answer`` is close."""

    unit: Text
    lowest: float
    highest: float
    step: float = 1
    answer: float
    near: float
    feedback: Direction


def accept(exercise: Estimate, sent: object) -> float:
    """A number within the exercise's range; AnswerError for anything else."""
    try:
        if isinstance(sent, bool) or not isinstance(sent, str | int | float):
            raise ValueError
        guess = number_in(sent) if isinstance(sent, str) else float(sent)
    except (ValueError, OverflowError):
        raise AnswerError("no-number") from None
    if not math.isfinite(guess) or not exercise.lowest <= guess <= exercise.highest:
        raise AnswerError(
            "out-of-range", lowest=_bare(exercise.lowest), highest=_bare(exercise.highest)
        )
    return guess


def _bare(number: float) -> str:
    return f"{number:g}"


def judge(exercise: Estimate, answer: float) -> Verdict:
    """Close or not; the score falls with the distance, in proportion to the range."""
    off = answer - exercise.answer
    detail: Json = {"answer": exercise.answer, "guess": answer}
    if abs(off) <= exercise.near:
        said = Said(exercise.feedback.close, "right")
        return Verdict(right=True, score=1.0, said=(said,), detail=detail)
    said = Said(exercise.feedback.low if off < 0 else exercise.feedback.high, "not-yet")
    score = max(0.0, 1 - abs(off) / (exercise.highest - exercise.lowest))
    return Verdict(right=False, score=score, said=(said,), detail=detail)


def key(exercise: Estimate) -> float:
    """The number itself."""
    return exercise.answer


def task(exercise: Estimate, language: str) -> Json:
    """The unit and the range."""
    return {
        "unit": exercise.unit.in_language(language),
        "lowest": exercise.lowest,
        "highest": exercise.highest,
        "step": exercise.step,
    }


def recall(exercise: Estimate, answer: float, language: str) -> str:
    """The guess with its unit."""
    digits = next((n for n in range(6) if round(answer, n) == answer), 6)
    return f"{decimal(answer, digits, language)} {exercise.unit.in_language(language)}"


def faults(exercise: Estimate) -> Iterable[Fault]:
    """A range that is empty or does not hold the answer."""
    if exercise.lowest >= exercise.highest:
        yield Fault(("lowest",), "empty-range")
    elif not exercise.lowest <= exercise.answer <= exercise.highest:
        yield Fault(("answer",), "answer-outside")
    if exercise.near >= (exercise.highest - exercise.lowest) / 2:
        yield Fault(("near",), "near-too-wide")
