"""Looking around in a model: its sliders, what it shows at each end, what it leaves out."""

from hands import wanted
from playwright.sync_api import expect
from replies import plain

from course.explorers import EXPLORERS
from course.explorers.explorer import Simulated
from course.words import say


def look_around(me, exercise):
    """Move each slider as far as it goes: picture, words and table follow, and the focus stays."""
    card, explorer = me.card(exercise), EXPLORERS[exercise["model"]]
    setting = {control.id: control.start for control in explorer.controls}
    expect(card.get_by_role("slider")).to_have_count(len(setting))
    me.claim(exercise, *shown(explorer, setting, me.language))
    for control in explorer.controls:
        is_last = control.start != control.stops - 1
        setting[control.id] = control.stops - 1 if is_last else 0
        name = say(f"explore.{explorer.name}.{control.id}", me.language)
        slider = card.get_by_role("slider", name=name, exact=True)
        me.hand.to_an_end(slider, last=is_last)
        me.claim(exercise, *shown(explorer, setting, me.language))
        expect(slider).to_be_focused()
    for words in ("as-table", "leaves-out"):
        me.unfold(card, me.word(words))
    me.claim(exercise, {"says": plain(exercise["leaves_out"][me.language])})


def shown(explorer, setting, language):
    """What a card shows for a setting; a simulation's numbers are still on their way."""
    claims = [{"model": setting}]
    for id, stop in setting.items():
        name = say(f"explore.{explorer.name}.{id}", language)
        claims.append({"slider": [name, say(f"explore.{explorer.name}.{id}-{stop}", language)]})
    if isinstance(explorer, Simulated):
        return claims
    return [*claims, *told(explorer.scene(setting, language))]


def told(scene):
    """A picture's words and its table."""
    return [
        {"says": plain(scene["message"])},
        {"announces": plain(scene["reading"])},
        {"table": [scene["table"]["caption"], len(scene["table"]["rows"])]},
    ]


def stop(me, exercise):
    """Stop a simulation, if it still runs."""
    button = wanted("button", me.word("stop"))
    if me.card(exercise).locator(".run").is_visible():
        me.hand.press_each(me.card(exercise), [button])
