"""Choice: one answer among several, each with its own reason.

Where no option is right, the exercise asks for a choice and not for knowledge: a goal, a priority.
"""

from collections.abc import Iterable

from attrs import frozen

from course.material.exercise import Exercise, Json, Option
from course.scoring.verdict import AnswerError, Fault, Kind, Said, Verdict, shown, twice


@frozen(kw_only=True)
class Choice(Exercise):
    """A question with options."""

    options: list[Option]


def read(exercise: Choice, sent: object) -> str:
    """The id of an option; AnswerError for anything else."""
    if not sent:
        raise AnswerError("choose-one")
    if not isinstance(sent, str) or all(sent != option.id for option in exercise.options):
        raise AnswerError("unknown-option")
    return sent


def judge(exercise: Choice, answer: str) -> Verdict:
    """Right when the option is; full marks or none."""
    return judge_option(exercise.options, answer)


def judge_option(options: list[Option], answer: str) -> Verdict:
    """The verdict on one option among several."""
    chosen = next(option for option in options if option.id == answer)
    if not any(option.right for option in options):
        return Verdict(right=None, score=None, said=(Said(chosen.feedback, "note", answer),))
    return Verdict(
        right=chosen.right,
        score=float(chosen.right),
        said=(Said(chosen.feedback, "right" if chosen.right else "not-yet", answer),),
    )


def key(exercise: Choice) -> str | None:
    """The right option; None where the choice is free."""
    return next((option.id for option in exercise.options if option.right), None)


def task(exercise: Choice, language: str) -> Json:
    """The options."""
    return {"options": shown(exercise.options, language)}


def recall(exercise: Choice, answer: str, language: str) -> str:
    """The words of the option."""
    return next(option.text for option in exercise.options if option.id == answer).in_language(
        language
    )


def faults(exercise: Choice) -> Iterable[Fault]:
    """More than one right option, or an id that stands twice."""
    yield from option_faults(exercise.options, ("options",))


def option_faults(options: list[Option], at: tuple[str, ...]) -> Iterable[Fault]:
    """The faults of a list of options of which one at most is right."""
    for fault in twice((option.id for option in options), at[-1]):
        yield Fault((*at[:-1], *fault.place), fault.key, fault.values)
    right = [i for i, option in enumerate(options) if option.right]
    for i in right[1:]:
        yield Fault((*at, i, "right"), "one-right", {"first": options[right[0]].id})


KIND = Kind(
    name="choice",
    exercise=Choice,
    read=read,
    judge=judge,
    key=key,
    task=task,
    recall=recall,
    faults=faults,
)
