"""Choice: one answer among several, each with its own reason.

Where no option is right, the exercise asks for a choice and not for knowledge: a goal, a priority.
"""

from collections.abc import Iterable

from attrs import frozen

from course.kinds import one_option
from course.kinds.kind import TakenAlong
from course.kinds.options import accept_option, polled_options, shown
from course.kinds.polled import Poll
from course.plain import Json

SECONDS = 45
"""Choosing among all options."""


@frozen(kw_only=True)
class Choice(one_option.OneOption):
    """A question with options."""


faults, judge, key = one_option.faults, one_option.judge, one_option.key
recall = in_short = one_option.recall
recallable = one_option.recallable


def accept(exercise: Choice, sent: object) -> str:
    """The id of an option; AnswerError for anything else."""
    return accept_option(exercise.options, sent, "choose-one")


def task(exercise: Choice, language: str) -> Json:
    """The options, and what their rows will show."""
    bars = [name.in_language(language) for name in exercise.bars]
    return {"options": shown(exercise.options, language), "bars": bars}


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
