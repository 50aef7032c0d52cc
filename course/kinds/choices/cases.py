"""What the shared tests try on a choice of several options."""

from typing import Any

from hypothesis import strategies as st

from course.kinds.cases import (
    Claim,
    Definition,
    FaultCase,
    Given,
    each,
    option,
    other_options,
    text,
    told,
    wanted,
)
from course.kinds.choices.rules import Hinted
from course.kinds.played import Played
from course.words import say

FIELDS = {
    "options": [
        {**option("a", right=True), "hint": text("Think of a")},
        option("b"),
        option("c", right=True),
        option("d"),
    ]
}
VALID = st.lists(st.sampled_from("abcd"), min_size=1)
REASONS = ("hint",)
PARTS = ((Hinted, "options"),)


def _places(exercise: Definition, language: str) -> dict[bool, str]:
    def words(field: str) -> str:
        return exercise[field][language] if field in exercise else say(f"card.{field}", language)

    return {True: words("takes"), False: words("leaves")}


PLAYED = Played(
    "options",
    _places,
    lambda answer, id: id in answer,
    lambda option: option.get("right", False),
)


def answer(me: Any, exercise: Definition, given: Given) -> None:
    """Card by card; or all at once, where the options are weighed together."""
    if not exercise.get("together"):
        PLAYED.answer(me, exercise, given)
        return
    me.set_controls(exercise, controls(exercise, given.answer, me.language))
    me.submit(exercise)


def work(me: Any, exercise: Definition, *, empty_first: bool) -> list[Any]:
    """A wrong answer and a right one, and what is said to each."""
    answers = []
    for given in (wrong(exercise, me.language), right(exercise, me.language)):
        answer(me, exercise, given)
        me.claim(exercise, me.is_saved(), *reasons(exercise, given, me.language))
        answers.append(given.answer)
    return answers


def reasons(exercise: Definition, given: Given, language: str) -> list[Claim]:
    """How many hold, and the reasons: of each in a list, of those that were missed in a deck."""
    n = len(exercise["options"])
    if exercise.get("together"):
        count = say("card.judged-rightly", language, right=given.hold, n=n)
        return [{"announces": count}, *told(exercise, given, language)]
    count = say("card.deck-told", language, right=given.hold, n=n)
    return [{"announces": count}, *PLAYED.reasons(exercise, given, language)]


def entered(exercise: Definition, answer: Any, language: str) -> list[Claim]:
    """The boxes of a list stand as they were; of a deck it is told how many were right."""
    if exercise.get("together"):
        return [{"stands": one} for one in controls(exercise, answer, language)]
    return PLAYED.entered(exercise, answer, language)


def controls(exercise: Definition, answer: list[str], language: str) -> list[Claim]:
    """A box for each option, ticked or not, where they stand in a list.

    What is not to be ticked comes first: a board lets no more on than has room beside it.
    """
    return [
        wanted("checkbox", one["text"][language], on=one["id"] in answer)
        for one in sorted(exercise["options"], key=lambda one: one["id"] in answer)
    ]


FAULTS = (
    FaultCase(
        "    right: true\n",
        "",
        "options:",
        "Inget svar är rätt. Skriv right: true på minst ett.",
        "No answer is right. Write right: true at one at least.",
        every=True,
    ),
)

mutations = other_options


def wrong(exercise: Definition, language: str) -> Given:
    """A wrong option alone: it does not hold, nor do the right ones that are left out."""
    options = exercise["options"]
    first = next(one["id"] for one in options if not one.get("right"))
    left_out = sum(one.get("right", False) for one in options)
    return Given([first], each(options, language), len(options) - 1 - left_out)


def right(exercise: Definition, language: str) -> Given:
    """Every right option."""
    options = exercise["options"]
    ids = [one["id"] for one in options if one.get("right")]
    return Given(ids, each(options, language), len(options))
