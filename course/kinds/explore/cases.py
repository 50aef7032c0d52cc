"""What the shared tests try on a prediction, and on the model that it opens."""

from typing import Any

from hypothesis import strategies as st

from course.explorers import EXPLORERS
from course.explorers.explorer import Controlled, Simulated
from course.kinds.cases import (
    Claim,
    Definition,
    FaultCase,
    Given,
    one_of_options,
    option,
    other_options,
    plain,
    right_option,
    text,
    told,
    wrong_option,
)
from course.kinds.exercise import Option
from course.words import say

FIELDS = {
    "options": [option("a"), option("b", right=True), option("c")],
    "model": "tie-strength",
    "leaves_out": text("Left out"),
}
VALID = st.sampled_from("abc")
PARTS = ((Option, "options"),)
LACKS = ("predict-first", None)

wrong, right, controls, mutations = wrong_option, right_option, one_of_options, other_options

_KNOWN = ", ".join(EXPLORERS)
FAULTS = (
    FaultCase(
        "model: tie-strength",
        "model: tie-strenght",
        "model:",
        f"Det finns ingen modell tie-strenght att utforska. Skriv en av: {_KNOWN}.",
        f"There is no model tie-strenght to explore. Write one of: {_KNOWN}.",
    ),
    FaultCase(
        "leaves_out:\n",
        "guesses:\n  four: [{control: strength, stop: 4}]\nleaves_out:\n",
        "  four: [{control: strength, stop: 4}]",
        "Det finns inget läge 4 för strength. Skriv ett tal från 0 till 3.",
        "There is no stop 4 for strength. Write a number from 0 to 3.",
    ),
    FaultCase(
        "leaves_out:\n",
        "guesses:\n  four: [{control: strength}]\nleaves_out:\n",
        "  four: [{control: strength}]",
        "Raden stop: saknas. Lägg till den.",
        "A line with stop: is missing. Add it.",
    ),
)


def reasons(exercise: Definition, given: Given, language: str) -> list[Claim]:
    """Besides the reason, the model is there."""
    return [*told(exercise, given, language), {"model": {}}]


def look_around(me: Any, exercise: Definition) -> None:
    """Set each thing as far as it goes: picture, words and table follow, and the focus stays."""
    from playwright.sync_api import expect

    card, explorer = me.card(exercise), EXPLORERS[exercise["model"]]
    setting = {control.id: control.start for control in explorer.controls}
    me.claim(exercise, *shown(explorer, setting, me.language))
    for control in explorer.controls:
        is_last = control.start != control.stops - 1
        setting[control.id] = control.stops - 1 if is_last else 0
        name = say(f"explore.{explorer.name}.{control.id}", me.language)
        slider = card.get_by_role("slider", name=name, exact=True)
        stops = card.get_by_role("radiogroup", name=name, exact=True).get_by_role("radio")
        if stops.count():
            pressed = stops.nth(setting[control.id])
            me.hand.choose(pressed)
        else:
            pressed = slider
            me.hand.to_an_end(slider, last=is_last)
        me.claim(exercise, *shown(explorer, setting, me.language))
        expect(pressed).to_be_focused()
    for words in ("as-table", "leaves-out"):
        me.unfold(card, me.word(words))
    me.claim(exercise, {"says": plain(exercise["leaves_out"][me.language])})


afterwards = look_around


def shown(explorer: Controlled, setting: dict[str, int], language: str) -> list[Claim]:
    """What a card shows for a setting; a simulation's numbers are still on their way."""
    claims: list[Claim] = [{"model": setting}]
    for id, stop in setting.items():
        name = say(f"explore.{explorer.name}.{id}", language)
        claims.append({"stop": [name, say(f"explore.{explorer.name}.{id}-{stop}", language)]})
    if isinstance(explorer, Simulated):
        return claims
    return [*claims, *claims_of_scene(explorer.scene(setting, language))]


def claims_of_scene(scene: Any) -> list[Claim]:
    """A picture's words and its table."""
    return [
        {"says": plain(scene["message"])},
        {"announces": plain(scene["reading"])},
        {"table": [scene["table"]["caption"], len(scene["table"]["rows"])]},
    ]


def stop_running(me: Any, exercise: Definition) -> None:
    """Stop a simulation, if it still runs."""
    # In one go: it may end between a look and a press.
    me.card(exercise).evaluate("card => card.querySelector('.run:not([hidden]) button')?.click()")
