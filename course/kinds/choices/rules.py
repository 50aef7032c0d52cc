"""Choices: several answers may be right, and each of them counts."""

from collections.abc import Iterable, Iterator
from functools import partial

from attrs import frozen

from course.faults import Fault
from course.kinds import deck as decks
from course.kinds.exercise import Exercise
from course.kinds.kind import AnswerError, Asked, Recallable, Said, Verdict, Went
from course.kinds.options import shown, twice
from course.kinds.polled import Filled, Poll, Row
from course.plain import Json
from course.words import say
from course.words.bilingual import Text

HINTED = "options"


@frozen
class Hinted:
    """An option to take or to leave; ``hint`` is what is said to a wrong first try.

    ``cost`` is what it takes of a board's budget, in kronor.
    """

    id: str
    text: Text
    feedback: Text
    right: bool = False
    hint: Text | None = None
    cost: int | None = None


@frozen
class Board:
    """A budget, in kronor, and how many options there is room for."""

    budget: int
    most: int


SECONDS = 12
"""Judging an option."""


@frozen(kw_only=True)
class Choices(Exercise):
    """A question with options of which several may be right.

    ``together``: they are weighed against one another, and so stand in a list; otherwise they are
    cards, dealt one at a time. ``takes`` and ``leaves`` are what each card is answered with, where
    that says more than yes and no. On a ``board`` what is chosen together is added up, and no more
    is let on than there is money and room for.
    """

    options: list[Hinted]
    together: bool = False
    board: Board | None = None
    takes: Text | None = None
    leaves: Text | None = None


def accept(exercise: Choices, sent: object) -> list[str]:
    """The ids of the chosen options, in the order of the file.

    Raises AnswerError for what is unknown, and for none in a list, which is not filled in yet; of
    cards each has been left.
    """
    if not isinstance(sent, list) or (exercise.together and not sent):
        raise AnswerError("choose-some")
    known = [option.id for option in exercise.options]
    if any(not isinstance(one, str) or one not in known for one in sent):
        raise AnswerError("unknown-option")
    return [one for one in known if one in sent]


def judge(exercise: Choices, answer: list[str]) -> Verdict:
    """The share of options that are rightly chosen or rightly left, and a reason for each."""
    said = tuple(_said(option, option.id in answer) for option in exercise.options)
    right = sum(one.tone == "right" for one in said)
    return Verdict(right=right == len(said), score=right / len(said), said=said)


def _said(option: Hinted, taken: bool) -> Said:
    return Said(option.feedback, "right" if taken == option.right else "not-yet", option.id)


def deck(exercise: Choices) -> decks.Deck | None:
    """The options, each taken or left by itself; None where they are weighed together."""
    if exercise.together:
        return None
    return decks.Deck(
        tuple(
            decks.Card(one.id, one.right, _taken, partial(_said, one), one.hint)
            for one in exercise.options
        ),
        lambda first: [id for id, taken in first.items() if taken],
    )


def _taken(sent: object) -> bool:
    if not isinstance(sent, bool):
        raise AnswerError("unknown-option")
    return sent


def key(exercise: Choices) -> list[str]:
    """Every right option."""
    return [option.id for option in exercise.options if option.right]


def task(exercise: Choices, language: str) -> Json:
    """The options, what a card of them is answered with, and a board with what each costs."""
    board = exercise.board
    return {
        "options": shown(exercise.options, language),
        "together": exercise.together,
        "board": board
        and {
            "budget": board.budget,
            "most": board.most,
            "costs": {one.id: one.cost or 0 for one in exercise.options},
        },
        "takes": exercise.takes and exercise.takes.in_language(language),
        "leaves": exercise.leaves and exercise.leaves.in_language(language),
    }


def recall(exercise: Choices, answer: list[str], language: str) -> str:
    """The words of each chosen option, a line each."""
    chosen = [option for option in exercise.options if option.id in answer]
    lines = [option.text.in_language(language) for option in chosen]
    return "\n".join(lines) or say("choices.none", language)


def faults(exercise: Choices) -> Iterable[Fault]:
    """No right option, or an id that stands twice; a board on which what is right has no room."""
    yield from twice((option.id for option in exercise.options), "options")
    if not key(exercise):
        yield Fault(("options",), "none-right")
    if exercise.board is not None:
        yield from _board_faults(exercise, exercise.board)


def _board_faults(exercise: Choices, board: Board) -> Iterator[Fault]:
    if not exercise.together:
        yield Fault(("board",), "choices-apart")
    for n, option in enumerate(exercise.options):
        if option.cost is None:
            yield Fault(("options", n), "choices-no-cost", {"id": option.id})
    right = [option.cost or 0 for option in exercise.options if option.right]
    if sum(right) > board.budget or len(right) > board.most:
        values = {"cost": sum(right), "n": len(right)}
        yield Fault(("board",), "choices-no-room", values)


def polled(exercise: Choices, language: str) -> Poll:
    """Each option, taken or left; where they are weighed together they are ticked in one list."""
    places = tuple(_sides(exercise, language))
    rows = (Row(one["id"], one["text"], places) for one in shown(exercise.options, language))

    def answer(filled: Filled) -> object:
        if not exercise.together and set(filled) != {one.id for one in exercise.options}:
            raise AnswerError("cards-left", n=len(exercise.options) - len(filled))
        return [id for id, side in filled.items() if side == "yes"]

    return Poll(
        form="several" if exercise.together else "each",
        rows=tuple(rows),
        answer=answer,
        cells=lambda taken: {
            one.id: "yes" if one.id in taken else "no" for one in exercise.options
        },
    )


def _sides(exercise: Choices, language: str) -> Iterator[Json]:
    """What a card of the options is answered with: that it is taken, and that it is left."""
    for id, own in (("yes", exercise.takes), ("no", exercise.leaves)):
        text = own.in_language(language) if own else say(f"choices.{id}", language)
        yield {"id": id, "text": text}


def recallable(exercise: Choices) -> Iterator[Recallable]:
    """Each option, to be taken or left again; none where they are weighed against one another."""

    def ask(one: Hinted, language: str) -> Asked:
        return Asked(one.text.in_language(language), tuple(_sides(exercise, language)))

    def reply(one: Hinted, option: str) -> Said:
        if option not in ("yes", "no"):
            raise AnswerError("unknown-option")
        right = (option == "yes") == one.right
        return Said(one.feedback, "right" if right else "not-yet", one.id)

    def went(one: Hinted, answer: list[str]) -> Went:
        return "right" if (one.id in answer) == one.right else "wrong"

    for one in () if exercise.together else exercise.options:
        yield Recallable(
            id=one.id, ask=partial(ask, one), reply=partial(reply, one), went=partial(went, one)
        )
