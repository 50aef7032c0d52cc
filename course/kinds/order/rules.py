"""Order: steps to put in the order in which they belong."""

import random
from collections.abc import Iterable, Iterator
from functools import partial
from hashlib import sha256
from itertools import combinations, pairwise

from attrs import frozen

from course.faults import Fault
from course.kinds.exercise import Exercise
from course.kinds.kind import AnswerError, Asked, Recallable, Said, Verdict, Went
from course.kinds.options import shown, twice
from course.kinds.polled import Filled, Poll, Row
from course.kinds.sheet import Sheet, shuffled
from course.plain import Json
from course.words import say
from course.words.bilingual import Text

SECONDS = 20
"""Finding the place of a step."""


@frozen
class Item:
    """A step, and why it stands where it stands."""

    id: str
    text: Text
    feedback: Text


@frozen(kw_only=True)
class Order(Exercise):
    """Steps, in their right order in the file."""

    steps: list[Item]


def accept(exercise: Order, sent: object) -> list[str]:
    """The ids of all steps, each once; AnswerError for anything else."""
    known = [step.id for step in exercise.steps]
    if not isinstance(sent, list) or any(not isinstance(one, str) for one in sent):
        raise AnswerError("unknown-option")
    if sorted(sent) != sorted(known):
        raise AnswerError("unknown-option")
    return list(sent)


def judge(exercise: Order, answer: list[str]) -> Verdict:
    """The share of pairs of steps that stand in the right order, and for each step the reason.

    The steps that have to move are as few as can be: the others are in order among themselves.
    """
    place = {id: i for i, id in enumerate(answer)}
    steps = exercise.steps
    pairs = list(combinations([step.id for step in steps], 2))
    kept = sum(place[first] < place[second] for first, second in pairs)
    stay = longest_rise([place[step.id] for step in steps])
    said = tuple(
        Said(step.feedback, "right" if place[step.id] in stay else "not-yet", step.id)
        for step in steps
    )
    return Verdict(right=kept == len(pairs), score=kept / len(pairs), said=said)


def longest_rise(numbers: list[int]) -> list[int]:
    """The longest part of a list, in its order, in which the numbers rise (the first of several).

    >>> longest_rise([3, 0, 1, 2])
    [0, 1, 2]
    """
    best: list[list[int]] = []  # for each number, the longest rise that ends in it
    for i, number in enumerate(numbers):
        before = [best[j] for j in range(i) if numbers[j] < number]
        best.append([*max(before, key=len, default=[]), number])
    return max(best, key=len, default=[])


def key(exercise: Order) -> list[str]:
    """The order of the file."""
    return [step.id for step in exercise.steps]


def task(exercise: Order, language: str) -> Json:
    """The steps in an order that is not the right one."""
    steps = list(exercise.steps)
    shuffle = random.Random(exercise.id)
    while steps == exercise.steps:
        shuffle.shuffle(steps)
    return {"cards": [{"id": step.id, "text": step.text.in_language(language)} for step in steps]}


def sheet(exercise: Order, language: str) -> Sheet:
    """The steps in an order that tells nothing, to be numbered."""
    steps = tuple(step.text.in_language(language) for step in exercise.steps)
    return Sheet(rows=shuffled(steps, exercise.id), places=(say("order.number", language),))


def recall(exercise: Order, answer: list[str], language: str) -> str:
    """The steps in the order that they were put, numbered."""
    words = {step.id: step.text.in_language(language) for step in exercise.steps}
    return "\n".join(f"{n}. {words[id]}" for n, id in enumerate(answer, start=1))


def faults(exercise: Order) -> Iterable[Fault]:
    """An id that stands twice."""
    return twice((step.id for step in exercise.steps), "steps")


def polled(exercise: Order, language: str) -> Poll:
    """The steps, each with its number in the order."""
    numbers = tuple({"id": str(n), "text": str(n)} for n in range(1, len(exercise.steps) + 1))

    def answer(filled: Filled) -> object:
        """The steps by their numbers; one that has none comes to be an unknown answer."""
        at = {number: id for id, number in filled.items()}
        return [at.get(number["id"], "") for number in numbers]

    return Poll(
        form="order",
        rows=tuple(
            Row(one["id"], one["text"], numbers) for one in task(exercise, language)["cards"]
        ),
        ordered=True,
        answer=answer,
        cells=lambda order: {id: str(n) for n, id in enumerate(order, start=1)},
    )


MOST_ASKED = 4
"""How many steps the next one stands among when it is asked for anew."""


def recallable(exercise: Order) -> Iterator[Recallable]:
    """For each step but the last, which one comes right after it."""

    def few(before: Item, after: Item) -> list[Item]:
        """The step itself and a few others, in an order of their own that tells nothing."""

        def at(step: Item) -> str:
            return sha256(f"{exercise.id}/{before.id}/{step.id}".encode()).hexdigest()

        others = sorted((one for one in exercise.steps if one not in (before, after)), key=at)
        return sorted([after, *others[: MOST_ASKED - 1]], key=at)

    def ask(before: Item, after: Item, language: str) -> Asked:
        text = say("order.right-after", language, step=before.text.in_language(language))
        return Asked(text, tuple(shown(few(before, after), language)), prompted=False)

    def reply(before: Item, after: Item, option: str) -> Said:
        if option not in {one.id for one in few(before, after)}:
            raise AnswerError("unknown-option")
        return Said(after.feedback, "right" if option == after.id else "not-yet", after.id)

    def went(before: Item, after: Item, answer: list[str]) -> Went:
        apart = answer.index(after.id) - answer.index(before.id)
        return "right" if apart == 1 else "unsure" if apart > 1 else "wrong"

    for pair in pairwise(exercise.steps):
        yield Recallable(
            id=pair[0].id,
            ask=partial(ask, *pair),
            reply=partial(reply, *pair),
            went=partial(went, *pair),
        )
