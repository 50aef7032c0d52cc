"""An answer in, a verdict out: the rules of each kind of exercise, one module each.

To add a kind, write its module here with a ``KIND``, name it in ``KINDS``, describe its file in
``course/material/exercise.schema.json`` and draw it in ``course/widgets/static``.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from course.material.exercise import Exercise
from course.scoring import (
    calendar,
    canvas,
    choice,
    choices,
    confidence,
    estimate,
    explore,
    match,
    network,
    order,
    reflection,
    scale,
    scenario,
    sort,
    test,
)
from course.scoring.verdict import AnswerError, Kind

KINDS: dict[str, Kind] = {
    module.KIND.name: module.KIND
    for module in (
        choice,
        choices,
        sort,
        match,
        order,
        estimate,
        scale,
        confidence,
        reflection,
        canvas,
        scenario,
        calendar,
        network,
        explore,
        test,
    )
}
"""Every kind of exercise by its name."""


def readable(exercise: Exercise, answers: Iterable[object]) -> Iterator[Any]:
    """Those of some kept answers that are answers to the exercise as it is worded now."""
    for answer in answers:
        try:
            yield KINDS[exercise.kind].read(exercise, answer)
        except AnswerError:
            continue
