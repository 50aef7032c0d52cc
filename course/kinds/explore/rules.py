"""Explore: predict, then run. The learner commits to a guess before the model answers."""

from collections.abc import Iterable, Iterator

from attrs import field, frozen

from course.explorers import EXPLORERS
from course.faults import Fault
from course.kinds.exercise import Exercise, Option
from course.kinds.kind import Recallable, Verdict
from course.kinds.options import (
    accept_option,
    asked_anew,
    bars_faults,
    judge_option,
    option_faults,
    right_option,
    shown,
    words_of,
)
from course.plain import Json
from course.words.bilingual import Text

SECONDS = 150
"""Guessing, and trying what the model shows."""

BUTTON = "predict"


@frozen(kw_only=True)
class Explore(Exercise):
    """A question on what a model will show, the model, and what the model leaves out.

    ``model`` names an explorer of ``course.explorers``; ``prompt`` is the question to predict.
    """

    model: str
    options: list[Option]
    leaves_out: Text
    bars: list[Text] = field(factory=list)


def accept(exercise: Explore, sent: object) -> str:
    """The id of the predicted option; AnswerError for anything else."""
    return accept_option(exercise.options, sent, "predict-first")


def judge(exercise: Explore, answer: str) -> Verdict:
    """The verdict on the prediction."""
    return judge_option(exercise.options, answer)


def key(exercise: Explore) -> str | None:
    """The prediction that the model bears out."""
    return right_option(exercise.options)


def task(exercise: Explore, language: str) -> Json:
    """The options to predict among, what the model leaves out, and how it can be set."""
    return {
        "options": shown(exercise.options, language),
        "bars": [name.in_language(language) for name in exercise.bars],
        "leaves_out": exercise.leaves_out.in_language(language),
        "controls": EXPLORERS[exercise.model].task(language),
    }


def recall(exercise: Explore, answer: str, language: str) -> str:
    """The words of the prediction."""
    return words_of(exercise.options, answer, language)


def faults(exercise: Explore) -> Iterable[Fault]:
    """As for a choice; a model that is not there."""
    if exercise.model not in EXPLORERS:
        values = {"given": exercise.model, "known": ", ".join(EXPLORERS)}
        yield Fault(("model",), "unknown-explorer", values)
    yield from option_faults(exercise.options, ("options",))
    yield from bars_faults(exercise.bars, exercise.options)


def scenes(exercise: Explore, setting: object, language: str) -> Iterator[Json]:
    """What the model shows for a setting, ever more surely."""
    yield from EXPLORERS[exercise.model].scenes(setting, language, exercise.town)


def reads(exercise: Explore, language: str) -> list[str]:
    """The question, the predictions, the right one's reason, and what the model leaves out."""
    right = [option.feedback for option in exercise.options if option.right]
    texts = [exercise.prompt, *(one.text for one in exercise.options), *right, exercise.leaves_out]
    return [text.in_language(language) for text in texts]


def recallable(exercise: Explore) -> Iterable[Recallable]:
    """The question itself, where it has a right answer."""
    if key(exercise) is not None:
        yield asked_anew(exercise.id, exercise.prompt, exercise.options, lambda answer: str(answer))
