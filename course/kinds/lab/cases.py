"""What the shared tests try on a network that is changed by hand."""

from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any

from hypothesis import strategies as st

from course.kinds.cases import Claim, Definition, FaultCase, Given, text, wanted
from course.kinds.lab import goals, worlds
from course.networks.municipality import OURS

FIELDS = {
    "goal": "mend",
    "units": ["home-care", "needs-assessment"],
    "away": ["Samira"],
    "alone": "Shirin",
    "ties": 3,
    "begin": ["Karin"],
    "feedback": {
        name: text(f"Why {name}")
        for name in ("mended", "left-out", "same-person", "one-way", "no-way", "weak")
    },
}
_PEOPLE = st.sampled_from(["Ali", "Karin", "Lena", "Samira", "Shirin"])
_TIE = st.tuples(_PEOPLE, _PEOPLE, st.integers(1, 2)).filter(lambda one: one[0] != one[1])
VALID = st.builds(
    lambda ties, away: {"tied": ties, "away": away},
    st.lists(_TIE.map(list), min_size=1, max_size=3),
    st.lists(_PEOPLE, max_size=2),
)

FAULTS = (
    FaultCase(
        "alone: Shirin",
        "alone: Sjirin",
        "alone:",
        "På kartan finns ingen som heter Sjirin. "
        "Skriv ett förnamn ur data/municipality/people.csv.",
        "There is no Sjirin on the map. Write a first name from data/municipality/people.csv.",
    ),
)

_WRONG: dict[str, tuple[str, Any]] = {
    # Eva has two ties, both in the staff; the rest by hand.
    "find": ("few", {"person": "Eva"}),
    "mend": ("same-person", ["Ali Karin", "Ali Mehmet", "Henrik Shirin"]),
    "widen": ("scattered", ["Ali Karin", "Eleni Mehmet"]),
    "place": ("few-ties", ["A1 B1", "A2 C1"]),
    "race": ("never", {"round": 0}),
}
"""For each goal an answer that misses it, and the outcome."""


def is_judged(exercise: Any) -> bool:
    """All but what is free."""
    goal = exercise["goal"] if isinstance(exercise, dict) else exercise.goal
    return bool(goal != "free")


def mutations(definition: Definition) -> Iterable[Definition]:
    """Whoever stands between is away; the line passes later; or ties must be stronger to count."""
    if definition["goal"] == "find":
        found = right(definition, "en").answer["person"]
        yield {**definition, "away": [*definition.get("away", ()), found]}
    elif definition["goal"] == "race":
        yield {**definition, "round": definition["round"] + 10}
    elif is_judged(definition):
        yield {**definition, "strength": definition.get("strength", 3) + 1}
    if definition["goal"] == "widen":
        yield {**definition, "threshold": definition.get("threshold", 2) + 1}
    if definition["goal"] == "place":
        yield {**definition, "ties": definition["ties"] - 1}


def as_exercise(exercise: Definition) -> Any:
    """The fields that the goals' rules read, as an object."""
    without = {
        "units": [], "strength": 3, "away": [], "alone": None, "ties": None, "threshold": 2,
        "begin": [], "round": None, "town": OURS,
    }  # fmt: skip
    return SimpleNamespace(**{**without, **exercise})


def answered(ties: list[str], exercise: Definition) -> dict[str, Any]:
    """An answer in which these ties have been made, of the strength that counts."""
    made = as_exercise(exercise)
    tied = [[*sorted(tie.split()), made.strength] for tie in ties]
    return {**goals.done(sorted(tied), made), "away": sorted(made.away)}


def wrong(exercise: Definition, language: str) -> Given | None:
    """What misses the goal; nothing can where it is free."""
    if not is_judged(exercise):
        return None
    outcome, given = _WRONG[exercise["goal"]]
    answer = answered(given, exercise) if isinstance(given, list) else given
    return Given(answer, [(None, exercise["feedback"][outcome][language])])


def right(exercise: Definition, language: str) -> Given:
    """A way to the goal; or, where it is free, one tie."""
    made = as_exercise(exercise)
    goal = goals.GOALS[exercise["goal"]]
    answer = goal.key(made)
    if answer is None:
        return Given(
            answered(["Ali Karin"], exercise), [(None, exercise["feedback"]["free"][language])]
        )
    if "tied" in answer:
        answer = {**answer, "away": sorted(made.away)}
    outcome = goal.judge(made, answer)[0]
    return Given(answer, [(None, exercise["feedback"][outcome][language])])


def enter(me: Any, exercise: Definition, card: Any, answer: dict[str, Any]) -> None:
    """By the map's table: from the start, then two people for each tie; or one; or a slider."""
    if "round" in answer:
        slider = card.get_by_role("slider")
        slider.fill(str(answer["round"] or 0))
        me.see_entered(exercise, answer)
        return
    me.hand.press_each(card, [wanted("button", me.word("lab-as-table"), on=True)])
    press = []
    if "person" in answer:
        press.append(wanted("button", full_name(exercise, answer["person"])))
    else:
        again = card.get_by_role("button", name=me.word("lab-restart"), exact=True)
        if again.is_enabled():
            press.append(wanted("button", me.word("lab-restart")))
        press.append(wanted("button", me.word("lab-mode-tie"), on=True))
        press += [
            wanted("button", full_name(exercise, person))
            for tie in answer["tied"]
            for person in tie[:2]
        ]
    for one in press:
        if one.get("on"):
            me.hand.press_each(card, [one])
        else:  # not by its place: a comparison that runs on above the table moves it
            card.get_by_role("button", name=one["name"], exact=True).first.dispatch_event("click")
    me.see_entered(exercise, answer)


def full_name(exercise: Definition, person: str) -> str:
    """What somebody is called in the table."""
    return str(worlds.world(as_exercise(exercise)).nodes[person].get("name", person))


def entered(exercise: Definition, answer: dict[str, Any], language: str) -> list[Claim]:
    """The ties are listed; or the name."""
    if "round" in answer:
        return []
    if "person" in answer:
        return [{"listed": [".made > li", [full_name(exercise, answer["person"])]]}]
    return [{"listed": [".made > li", [f"{one} – {other}" for one, other, _ in answer["tied"]]]}]
