"""What the shared tests try on a thought in one's own words."""

from typing import Any

from hypothesis import strategies as st

from course.kinds.cases import Claim, Definition, Given, text

FIELDS = {"hints": [text("A hint")], "after": text("Afterwards")}
VALID = st.text(min_size=1, max_size=300).filter(str.strip)
LACKS = ("write-something", None)
FIELD = "area"

_WORDS = {"sv": "Vi frågar för sällan, och för sent.", "en": "We ask too seldom, and too late."}


def is_judged(_: object) -> bool:
    """No thought is right or wrong."""
    return False


def right(exercise: Definition, language: str) -> Given:
    """A sentence of one's own."""
    return Given(_WORDS[language], [(None, exercise["after"][language])])


def enter(me: Any, exercise: Definition, card: Any, answer: str) -> None:
    """Write the words."""
    me.hand.write(card.get_by_role("textbox"), answer)


def entered(exercise: Definition, answer: str, language: str) -> list[Claim]:
    """The words stand in the field."""
    return [{"written": [None, answer]}]
