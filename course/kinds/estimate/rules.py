"""Estimate: predict a number, then see it. Close is good enough."""

import math
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import pairwise

from attrs import frozen

from course.faults import Fault
from course.kinds.exercise import Exercise
from course.kinds.kind import AnswerError, Asked, Recallable, Said, Verdict
from course.kinds.polled import ONLY, Poll, Row
from course.kinds.sheet import Sheet
from course.plain import Json
from course.words import decimal, number_in, say
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


def sheet(exercise: Estimate, language: str) -> Sheet:
    """Room for a number, with its unit."""
    return Sheet(blanks=(exercise.unit.in_language(language),), room=1)


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


SPANS = 10
"""Into how many spans of its range a class's guesses are counted, at most."""


def polled(exercise: Estimate, language: str) -> Poll:
    """A number, counted in spans of the range that are as wide as each other, none below a step."""
    reach = exercise.highest - exercise.lowest
    n = max(1, min(SPANS, round(reach / exercise.step)))
    ends = [round(exercise.lowest + i * reach / n, 6) for i in range(n + 1)]
    digits = next((n for n in range(6) if all(round(one, n) == one for one in ends)), 6)
    written = [decimal(end, digits, language) for end in ends]
    spans = tuple(
        {"id": str(i), "text": say("estimate.span", language, low=low, high=high)}
        for i, (low, high) in enumerate(pairwise(written))
    )
    return Poll(
        form="number",
        rows=(Row(ONLY, exercise.unit.in_language(language), spans),),
        ordered=True,
        answer=lambda filled: filled.get(ONLY),
        cells=lambda guess: {ONLY: str(min(n - 1, int((guess - exercise.lowest) / reach * n)))},
    )


MOST_ASKED = 4
"""How many numbers the answer stands among when it is asked for anew."""


def among(exercise: Estimate) -> list[float]:
    """The answer and others as far from each other, rising; none of the others is close.

    They have the answer's own decimals, so that a round number among them tells nothing, and the
    answer stands where the exercise's id says: first, in the middle or last.
    """
    answer, reach = exercise.answer, exercise.highest - exercise.lowest
    room = max(answer - exercise.lowest, exercise.highest - answer)
    apart = min(max(2 * exercise.near, 0.15 * reach), room)
    below = math.floor((answer - exercise.lowest) / apart + 1e-9)
    above = math.floor((exercise.highest - answer) / apart + 1e-9)
    others = min(MOST_ASKED - 1, below + above)
    least, most = max(0, others - above), min(others, below)
    first = least + sha256(exercise.id.encode()).digest()[0] % (most - least + 1)
    return [round(answer + n * apart, 6) for n in range(-first, others - first + 1)]


def recallable(exercise: Estimate) -> Iterator[Recallable]:
    """The number, to be found again among a few."""

    def ask(language: str) -> Asked:
        options = tuple(
            {"id": str(one), "text": recall(exercise, one, language)} for one in among(exercise)
        )
        return Asked(exercise.prompt.in_language(language), options)

    yield Recallable(
        id=exercise.id,
        ask=ask,
        reply=lambda option: judge(exercise, accept(exercise, option)).said[0],
        went=lambda answer: "right" if judge(exercise, answer).right else "wrong",
    )
