"""What the shared tests try on a form with a model answer."""

from typing import Any

from hypothesis import strategies as st

from course.kinds.canvas.rules import Field
from course.kinds.cases import Claim, Definition, Given, each, plain, text

FIELDS = {
    "fields": [
        {"id": id, "text": text(id), "hint": text(f"Hint {id}"), "model": text(f"Model {id}")}
        for id in "ab"
    ],
    "after": text("Afterwards"),
}
VALID = st.dictionaries(
    st.sampled_from("ab"), st.text(min_size=1, max_size=300).filter(str.strip), min_size=1
)
PARTS = ((Field, "fields"),)
REASONS = ("model",)
LACKS = ("write-something", None)


def is_judged(_: object) -> bool:
    """Nobody's own plan is right or wrong."""
    return False


def right(exercise: Definition, language: str) -> Given:
    """Something in every field."""
    fields = exercise["fields"]
    answer = {one["id"]: f"Kajgatan {n}" for n, one in enumerate(fields)}
    return Given(answer, [(None, exercise["after"][language]), *each(fields, language, "model")])


def enter(me: Any, exercise: Definition, card: Any, answer: dict[str, str]) -> None:
    """Write in every field."""
    for one in exercise["fields"]:
        field = card.get_by_role("textbox", name=one["text"][me.language], exact=True)
        me.hand.write(field, answer[one["id"]])


def entered(exercise: Definition, answer: dict[str, str], language: str) -> list[Claim]:
    """The words stand in their fields."""
    return [
        {"written": [plain(one["text"][language]), answer[one["id"]]]} for one in exercise["fields"]
    ]


def reasons(exercise: Definition, given: Given, language: str) -> list[Claim]:
    """A model answer is folded, since it is to be looked at when one has written one's own."""
    return [
        {"announces": plain(words)} if about is None else {"folded": [plain(about), plain(words)]}
        for about, words in given.reasons
    ]
