"""What the shared tests try on a choice of several options."""

from hypothesis import strategies as st

from course.kinds.cases import (
    Claim,
    Counted,
    Definition,
    FaultCase,
    Given,
    each,
    option,
    other_options,
    text,
    wanted,
)
from course.kinds.choices.rules import Hinted

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
LACKS = ("choose-some", None)
COUNTED = Counted("judged-rightly", "options")
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


def controls(exercise: Definition, answer: list[str], language: str) -> list[Claim]:
    """A box for each option, ticked or not."""
    return [
        wanted("checkbox", one["text"][language], on=one["id"] in answer)
        for one in exercise["options"]
    ]
