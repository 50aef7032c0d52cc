"""Choices: several answers may be right, and each of them counts."""

from collections.abc import Iterable, Iterator
from functools import partial

from attrs import frozen

from course.faults import Fault
from course.kinds.exercise import Exercise, Option
from course.kinds.kind import AnswerError, Asked, Recallable, Said, Verdict, Went
from course.kinds.options import shown, twice
from course.plain import Json
from course.words import say
from course.words.bilingual import Text

HINTED = "options"


@frozen
class Hinted(Option):
    """An option to take or to leave; ``hint`` is what is said to a wrong first try."""

    hint: Text | None = None


SECONDS = 12
"""Judging an option."""


@frozen(kw_only=True)
class Choices(Exercise):
    """A question with options of which several may be right."""

    options: list[Hinted]


def accept(exercise: Choices, sent: object) -> list[str]:
    """The ids of the chosen options, in the order of the file; AnswerError for none or unknown."""
    if not isinstance(sent, list) or not sent:
        raise AnswerError("choose-some")
    known = [option.id for option in exercise.options]
    if any(not isinstance(one, str) or one not in known for one in sent):
        raise AnswerError("unknown-option")
    return [one for one in known if one in sent]


def judge(exercise: Choices, answer: list[str]) -> Verdict:
    """The share of options that are rightly chosen or rightly left, and a reason for each."""
    said = tuple(
        Said(
            option.feedback,
            "right" if (option.id in answer) == option.right else "not-yet",
            option.id,
        )
        for option in exercise.options
    )
    right = sum(one.tone == "right" for one in said)
    return Verdict(right=right == len(said), score=right / len(said), said=said)


def key(exercise: Choices) -> list[str]:
    """Every right option."""
    return [option.id for option in exercise.options if option.right]


def task(exercise: Choices, language: str) -> Json:
    """The options."""
    return {"options": shown(exercise.options, language)}


def recall(exercise: Choices, answer: list[str], language: str) -> str:
    """The words of each chosen option, a line each."""
    chosen = [option for option in exercise.options if option.id in answer]
    return "\n".join(option.text.in_language(language) for option in chosen)


def faults(exercise: Choices) -> Iterable[Fault]:
    """No right option, or an id that stands twice."""
    yield from twice((option.id for option in exercise.options), "options")
    if not key(exercise):
        yield Fault(("options",), "none-right")


def recallable(exercise: Choices) -> Iterator[Recallable]:
    """Each option, to be taken or left again."""

    def ask(one: Option, language: str) -> Asked:
        options = tuple({"id": id, "text": say(f"choices.{id}", language)} for id in ("yes", "no"))
        return Asked(one.text.in_language(language), options)

    def reply(one: Option, option: str) -> Said:
        if option not in ("yes", "no"):
            raise AnswerError("unknown-option")
        right = (option == "yes") == one.right
        return Said(one.feedback, "right" if right else "not-yet", one.id)

    def went(one: Option, answer: list[str]) -> Went:
        return "right" if (one.id in answer) == one.right else "wrong"

    for one in exercise.options:
        yield Recallable(
            id=one.id, ask=partial(ask, one), reply=partial(reply, one), went=partial(went, one)
        )
