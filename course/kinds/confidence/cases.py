"""What the shared tests try on statements, and how sure one is of them."""

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from course.kinds.cases import (
    Claim,
    Counted,
    Definition,
    FaultCase,
    Given,
    each,
    text,
    wanted,
    why,
    with_part,
)
from course.kinds.confidence.rules import SURE, Statement
from course.kinds.kind import Verdict
from course.words import say

FIELDS = {
    "statements": [
        {**why(id), "holds": id in "ac", "hint": text(f"Think of {id}")} for id in "abcd"
    ]
}
VALID = st.fixed_dictionaries(
    {
        statement: st.fixed_dictionaries({"holds": st.booleans(), "sure": st.sampled_from(SURE)})
        for statement in "abcd"
    }
)
PARTS = ((Statement, "statements"),)
SECRET = ("holds",)
REASONS = ("hint",)
LACKS = ("statements-left", "statements")
COUNTED = Counted("judged-rightly", "statements")
PICTURED = False
FAULTS = (
    FaultCase(
        "    holds: true",
        "    holds: false",
        "statements:",
        "Alla påståenden stämmer, eller inget. Blanda.",
        "All statements are true, or none. Mix them.",
        every=True,
    ),
)


def agrees(_: object, verdict: Verdict) -> bool:
    """Right without being certain is right, and scores less."""
    return bool(verdict.right) or (verdict.score is not None and verdict.score < 1)


def mutations(definition: Definition) -> Iterator[Definition]:
    """Each statement in turn the other way round."""
    for i, one in enumerate(definition["statements"]):
        yield with_part(definition, "statements", i, holds=not one["holds"])


def _said(exercise: Definition, language: str, *, holds: bool, sure: int) -> Given:
    """Each statement said to hold, or not, as it does (``holds``), or the other way round."""
    said = exercise["statements"]
    answer = {one["id"]: {"holds": one["holds"] is holds, "sure": sure} for one in said}
    return Given(answer, each(said, language), len(said) if holds else 0)


def wrong(exercise: Definition, language: str) -> Given:
    """Every statement misjudged, with some doubt."""
    return _said(exercise, language, holds=False, sure=60)


def right(exercise: Definition, language: str) -> Given:
    """Every statement judged rightly, and almost surely."""
    return _said(exercise, language, holds=True, sure=90)


def controls(exercise: Definition, answer: dict[str, Any], language: str) -> list[Claim]:
    """Two buttons in the row of each statement: whether it holds, and how sure."""
    found = []
    for one in exercise["statements"]:
        holds, sure = answer[one["id"]]["holds"], answer[one["id"]]["sure"]
        judged = say(f"card.{'holds' if holds else 'holds-not'}", language)
        for words in (judged, say("card.per-cent", language, n=sure)):
            found.append(wanted("radio", words, row=one["text"][language], on=True))
    return found
