"""What kinds have in common whose answer is one of an exercise's options.

Their rules take from here what is the same for each, such as ``judge = one_option.judge``.
"""

from collections.abc import Iterable

from attrs import field, frozen

from course.faults import Fault
from course.kinds.exercise import Exercise, Option
from course.kinds.kind import Recallable, Verdict
from course.kinds.options import (
    asked_anew,
    bars_faults,
    judge_option,
    option_faults,
    right_option,
    words_of,
)
from course.words.bilingual import Text


@frozen(kw_only=True)
class OneOption(Exercise):
    """A question with options; ``bars`` name the numbers that their rows show after a choice."""

    options: list[Option]
    bars: list[Text] = field(factory=list)


def judge(exercise: OneOption, answer: str) -> Verdict:
    """Right when the option is; full marks or none."""
    return judge_option(exercise.options, answer)


def key(exercise: OneOption) -> str | None:
    """The right option; None where the choice is free."""
    return right_option(exercise.options)


def recall(exercise: OneOption, answer: str, language: str) -> str:
    """The words of the option."""
    return words_of(exercise.options, answer, language)


def recallable(exercise: OneOption) -> Iterable[Recallable]:
    """The question itself, where it has a right answer."""
    if key(exercise) is not None:
        yield asked_anew(exercise.id, exercise.prompt, exercise.options, lambda answer: str(answer))


def faults(exercise: OneOption) -> Iterable[Fault]:
    """More than one right option, an id that stands twice, more or fewer numbers than names."""
    yield from option_faults(exercise.options, ("options",))
    yield from bars_faults(exercise.bars, exercise.options)
