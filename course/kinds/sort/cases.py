"""What the shared tests try on cards that are put into groups."""

from collections.abc import Iterator

from hypothesis import strategies as st

from course.kinds.cases import (
    Counted,
    Definition,
    Given,
    each,
    misplaced,
    text,
    why,
    with_part,
)
from course.kinds.exercise import Group
from course.kinds.played import Played
from course.kinds.sort.rules import Card

FIELDS = {
    "groups": [{"id": id, "text": text(id)} for id in ("left", "right")],
    "cards": [
        {**why("x"), "group": "left", "hint": text("Think of x")},
        {**why("y"), "group": "right", "tempting": {"left": text("Why y tempts")}},
        {**why("z"), "group": "left"},
    ],
}
VALID = st.fixed_dictionaries({card: st.sampled_from(["left", "right"]) for card in "xyz"})
PARTS = ((Group, "groups"), (Card, "cards"))
SECRET = ("group",)
REASONS = ("hint",)
COUNTED = Counted("deck-told", "cards")
PLAYED = Played(
    "cards",
    lambda exercise, language: {one["id"]: one["text"][language] for one in exercise["groups"]},
    lambda answer, id: answer[id],
    lambda card: card["group"],
)

answer, work = PLAYED.answer, PLAYED.work
reasons, entered = PLAYED.reasons, PLAYED.entered


def mutations(definition: Definition) -> Iterator[Definition]:
    """Each card in each other group."""
    for i, card in enumerate(definition["cards"]):
        for group in definition["groups"]:
            if group["id"] != card["group"]:
                yield with_part(definition, "cards", i, group=group["id"])


def wrong(exercise: Definition, language: str) -> Given:
    """Each card where it tempts, or else in another group."""

    def other(card: Definition) -> str:
        return next(str(one["id"]) for one in exercise["groups"] if one["id"] != card["group"])

    return misplaced(exercise["cards"], other, language)


def right(exercise: Definition, language: str) -> Given:
    """Each card in its own group."""
    cards = exercise["cards"]
    return Given({one["id"]: one["group"] for one in cards}, each(cards, language), len(cards))
