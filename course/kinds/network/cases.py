"""What the shared tests try on the puzzle of two departments."""

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from course.kinds.cases import Claim, Definition, Given, text, wanted
from course.kinds.network.rules import Department, Outcomes

FIELDS = {
    "first": {"text": text("One"), "people": ["Ada", "Bo", "Cleo"]},
    "second": {"text": text("Other"), "people": ["Dan", "Eva", "Fia"]},
    "ties": 4,
    "threshold": 2,
    "feedback": {
        name: text(f"Why {name}")
        for name in ("narrow", "spare", "scattered", "one_person", "stalls")
    },
}
VALID = st.lists(st.lists(st.integers(0, 2), min_size=2, max_size=2), min_size=1, max_size=4)
PARTS = ((Department, "first"), (Department, "second"), (Outcomes, "feedback"))
LACKS = ("place-a-tie", None)


def mutations(definition: Definition) -> Iterator[Definition]:
    """One colleague more to be seen, and a single tie."""
    yield {**definition, "threshold": definition["threshold"] + 1}
    yield {**definition, "ties": 1}


def wrong(exercise: Definition, language: str) -> Given:
    """Every tie to a new person: nobody sees two who work the new way."""
    assert exercise["threshold"] > 1
    answer = [[i, i] for i in range(min(exercise["ties"], len(exercise["second"]["people"])))]
    return Given(answer, [(None, exercise["feedback"]["scattered"][language])])


def right(exercise: Definition, language: str) -> Given:
    """As many ties to one person as are needed, and to each next one fewer; by hand."""
    most = exercise["threshold"]
    answer = sorted([a, b] for b in range(most) for a in range(most - b))
    return Given(answer, [(None, exercise["feedback"]["narrow"][language])])


def enter(me: Any, exercise: Definition, card: Any, answer: list[list[int]]) -> None:
    """The first by the two lists, the others by pressing their people."""
    clear = card.get_by_role("button", name=me.word("clear"), exact=True)
    if clear.is_enabled():
        me.hand.press(clear)
    by_lists, *by_people = answer
    for key, side in (("from-person", "first"), ("to-person", "second")):
        label = me.word(key, unit=exercise[side]["text"][me.language])
        choices = card.get_by_role("combobox", name=label)
        me.hand.pick(choices, by_lists[side == "second"])
    tie(me, exercise, *by_people, first=[wanted("button", me.word("place-tie"))])
    me.see_entered(exercise, answer)


def tie(me: Any, exercise: Definition, *ties: list[int], first: list[Claim] | None = None) -> None:
    """Place ties, or take them away, by pressing their two people."""
    people = [
        wanted("button", exercise[side]["people"][tie[side == "second"]])
        for tie in ties
        for side in ("first", "second")
    ]
    me.hand.press_each(me.card(exercise), [*(first or []), *people])


def entered(exercise: Definition, answer: list[list[int]], language: str) -> list[Claim]:
    """The ties are listed."""
    ends = [(exercise["first"]["people"][a], exercise["second"]["people"][b]) for a, b in answer]
    return [{"listed": [".ties > li", [f"{a} – {b}" for a, b in ends]]}]
