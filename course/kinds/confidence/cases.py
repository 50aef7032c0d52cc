"""What the shared tests try on statements, and how sure one is of them."""

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from course.kinds.cases import (
    Counted,
    Definition,
    FaultCase,
    Given,
    each,
    text,
    why,
    with_part,
)
from course.kinds.confidence.rules import SURE, Statement
from course.kinds.kind import Verdict
from course.kinds.played import Played
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
COUNTED = Counted("deck-told", "statements")


def _places(_: Definition, language: str) -> dict[Any, str]:
    return {True: say("card.holds", language), False: say("card.holds-not", language)}


def _sure(answer: Any, id: str, language: str) -> str:
    return say("card.per-cent", language, n=answer[id]["sure"])


PLAYED = Played(
    "statements",
    _places,
    lambda answer, id: answer[id]["holds"],
    lambda statement: statement["holds"],
    _sure,
)

answer, work = PLAYED.answer, PLAYED.work
reasons, entered = PLAYED.reasons, PLAYED.entered
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
