"""What the shared tests try on a network of one's own that is drawn."""

from typing import Any

from hypothesis import strategies as st

from course.kinds.cases import Claim, Definition, Given, text
from course.kinds.sketch import seen
from course.kinds.sketch.rules import Party

FIELDS = {
    "own": text("Our unit"),
    "parties": [{"id": id, "text": text(f"Party {id}")} for id in "abc"],
    "question": text("What stops?"),
    "feedback": {
        name: text(f"Why {name}")
        for name in ("parties", "tie", "bridge", "same", "other", "nobody")
    },
}
_IDS = [f"p{n}" for n in range(1, 6)]
_ENDS = st.sampled_from(_IDS)
VALID = st.builds(
    lambda inside, ties, bridge, away, words: {
        "parties": [
            {"id": id, "name": f"Party {id}", "inside": is_own}
            for id, is_own in zip(_IDS, [True, *inside], strict=True)
        ],
        "ties": ties,
        "bridge": bridge,
        "away": away,
        "words": words,
    },
    st.lists(st.booleans(), min_size=4, max_size=4),
    st.lists(
        st.tuples(_ENDS, _ENDS, st.integers(1, 4)).filter(lambda one: one[0] != one[1]).map(list),
        max_size=8,
    ),
    st.none() | _ENDS,
    st.lists(_ENDS, max_size=2),
    st.text(max_size=50),
)
PARTS = ((Party, "parties"),)
LACKS = ("sketch-put-out", None)


def is_judged(_: object) -> bool:
    """Nobody's own network is right or wrong."""
    return False


def drawn(exercise: Definition, language: str) -> dict[str, Any]:
    """A drawing in which two of three others are reached through a role of one's own."""
    names = [exercise["own"][language], "Karin", "Kajgatan", "Torggatan", "Storgatan"]
    return {
        "parties": [
            {"id": id, "name": name, "inside": n < 2}
            for n, (id, name) in enumerate(zip(_IDS, names, strict=True))
        ],
        "ties": [["p1", "p2", 3], ["p1", "p5", 3], ["p2", "p3", 3], ["p2", "p4", 3]],
        "bridge": "p2",
        "away": [],
        "words": "Det stannar",
    }


def right(exercise: Definition, language: str) -> Given:
    """Enough is drawn, and most hangs on whoever is marked."""
    answer = drawn(exercise, language)
    told = [exercise["feedback"]["same"][language], *seen.sentences(answer, language)]
    return Given(answer, [(None, words) for words in told])


def enter(me: Any, exercise: Definition, card: Any, answer: dict[str, Any]) -> None:
    """From an empty sheet, by the table: names, two presses for each tie, and who holds the bridge.

    The map's own presses are tried where the kind's are (tests/browser/test_sketch.py).
    """
    again = card.get_by_role("button", name=me.word("sketch-restart"), exact=True)
    if again.is_enabled():
        me.hand.press(again)
    first, *others = answer["parties"]
    for one in others:
        me.hand.write(card.get_by_label(me.word("sketch-name"), exact=True), one["name"])
        where = card.locator(".putting select")
        me.hand.pick(where, int(one["inside"]))
        me.hand.press(card.get_by_role("button", name=me.word("sketch-add"), exact=True))
    table = card.get_by_role("button", name=me.word("sketch-as-table"), exact=True)
    if table.get_attribute("aria-pressed") == "false":
        me.hand.press(table)
    name = {one["id"]: one["name"] for one in [first, *others]}

    def press(mode: str, *ids: str) -> None:
        me.hand.press(card.get_by_role("button", name=me.word(f"sketch-mode-{mode}"), exact=True))
        for id in ids:
            me.hand.press(card.locator("th").get_by_role("button", name=name[id], exact=True))

    press("tie", *(end for tie in answer["ties"] for end in tie[:2]))
    press("bridge", answer["bridge"])
    me.hand.write(card.locator("textarea"), answer["words"])
    me.see_entered(exercise, answer)


def entered(exercise: Definition, answer: dict[str, Any], language: str) -> list[Claim]:
    """The ties are listed, and the words stand in their field."""
    name = {one["id"]: one["name"] for one in answer["parties"]}
    ties = [f"{name[one]} – {name[other]}" for one, other, _ in answer["ties"]]
    return [
        {"listed": [".made > li > span", ties]},
        {"written": [exercise["question"][language], answer["words"]]},
    ]
