"""What the shared tests try on cards that are put into groups."""

from collections.abc import Iterator

from hypothesis import strategies as st

from course.kinds.cases import (
    Claim,
    Counted,
    Definition,
    Given,
    each,
    misplaced,
    text,
    wanted,
    why,
    with_part,
)
from course.kinds.exercise import Group
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
LACKS = ("cards-left", "cards")
COUNTED = Counted("sorted", "cards")


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


def controls(exercise: Definition, answer: dict[str, str], language: str) -> list[Claim]:
    """The group's button in the row of each card."""
    groups = {group["id"]: group["text"][language] for group in exercise["groups"]}
    return [
        wanted("radio", groups[answer[one["id"]]], row=one["text"][language], on=True)
        for one in exercise["cards"]
    ]
