"""Choice: one answer among several, each with its own reason.

Where no option is right, the exercise asks for a choice and not for knowledge: a goal, a priority.
"""

from collections.abc import Iterable

from attrs import field, frozen

from course.faults import Fault
from course.kinds.exercise import Exercise, Option
from course.kinds.kind import Recallable, TakenAlong, Verdict
from course.kinds.options import (
    accept_option,
    asked_anew,
    bars_faults,
    judge_option,
    option_faults,
    polled_options,
    right_option,
    shown,
    words_of,
)
from course.kinds.polled import Poll
from course.plain import Json
from course.words.bilingual import Text

SECONDS = 45
"""Choosing among all options."""


@frozen(kw_only=True)
class Choice(Exercise):
    """A question with options."""

    options: list[Option]
    bars: list[Text] = field(factory=list)


def accept(exercise: Choice, sent: object) -> str:
    """The id of an option; AnswerError for anything else."""
    return accept_option(exercise.options, sent, "choose-one")


def judge(exercise: Choice, answer: str) -> Verdict:
    """Right when the option is; full marks or none."""
    return judge_option(exercise.options, answer)


def key(exercise: Choice) -> str | None:
    """The right option; None where the choice is free."""
    return right_option(exercise.options)


def task(exercise: Choice, language: str) -> Json:
    """The options, and what their rows will show."""
    bars = [name.in_language(language) for name in exercise.bars]
    return {"options": shown(exercise.options, language), "bars": bars}


def recall(exercise: Choice, answer: str, language: str) -> str:
    """The words of the option."""
    return words_of(exercise.options, answer, language)


def faults(exercise: Choice) -> Iterable[Fault]:
    """More than one right option, or an id that stands twice."""
    yield from option_faults(exercise.options, ("options",))
    yield from bars_faults(exercise.bars, exercise.options)


def taken_along(exercise: Choice, answer: str, language: str) -> Iterable[TakenAlong]:
    """What was chosen where the choice is free, with what the course says to it."""
    if key(exercise) is None:
        chosen = next(option for option in exercise.options if option.id == answer)
        yield TakenAlong(
            exercise.title.in_language(language),
            chosen.text.in_language(language),
            chosen.feedback.in_language(language),
        )


def polled(exercise: Choice, language: str) -> Poll:
    """The options, of which one is chosen."""
    return polled_options(exercise.options, language)


def recallable(exercise: Choice) -> Iterable[Recallable]:
    """The question itself, where it has a right answer."""
    if key(exercise) is not None:
        yield asked_anew(exercise.id, exercise.prompt, exercise.options, lambda answer: str(answer))


def in_short(exercise: Choice, answer: str, language: str) -> str:
    """The words of the option."""
    return words_of(exercise.options, answer, language)
