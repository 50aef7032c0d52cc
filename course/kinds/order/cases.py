"""What the shared tests try on steps that are put in order."""

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from course.kinds.cases import Claim, Counted, Definition, Given, each, plain, wanted, why
from course.kinds.order.rules import Item, Order, key
from course.plain import Json
from course.words import say

FIELDS = {"steps": [why(id) for id in "abcd"]}
VALID = st.permutations("abcd")
PARTS = ((Item, "steps"),)
COUNTED = Counted("ordered", "steps", all="in-order")


def gives_away(exercise: Order, task: Json) -> bool:
    """The steps lie there in their order."""
    return [card["id"] for card in task["cards"]] == key(exercise)


def mutations(definition: Definition) -> Iterator[Definition]:
    """Two neighbours the other way round."""
    for i in range(len(definition["steps"]) - 1):
        steps = list(definition["steps"])
        steps[i], steps[i + 1] = steps[i + 1], steps[i]
        yield {**definition, "steps": steps}


def wrong(exercise: Definition, language: str) -> Given:
    """The last two the wrong way round: one of them has to move, and all others can stay."""
    steps = exercise["steps"]
    *first, last_but_one, last = [step["id"] for step in steps]
    return Given([*first, last, last_but_one], each(steps, language), len(steps) - 1)


def right(exercise: Definition, language: str) -> Given:
    """The steps as the file has them."""
    steps = exercise["steps"]
    return Given([step["id"] for step in steps], each(steps, language), len(steps))


def enter(me: Any, exercise: Definition, card: Any, answer: list[str]) -> None:
    """Move each step up to its place, from the first place to the last."""
    words = {step["id"]: step["text"][me.language] for step in exercise["steps"]}
    stand = card.locator(".steps > li").evaluate_all("all => all.map((one) => one.dataset.id)")
    for place, id in enumerate(answer):
        up = wanted("button", say("card.move-up", me.language, step=words[id]))
        for n in range(stand.index(id), place, -1):
            me.hand.press_each(card, [up])
            moved = say("card.moved", me.language, step=words[id], n=n)
            me.claim(exercise, {"announces": plain(moved)}, {"focus": up})
        stand.remove(id)
        stand.insert(place, id)


def entered(exercise: Definition, answer: list[str], language: str) -> list[Claim]:
    """The steps stand in this order."""
    words = {step["id"]: plain(step["text"][language]) for step in exercise["steps"]}
    return [{"listed": [".steps > li", [words[id] for id in answer]]}]
