"""Where the system's own colours reign, what is chosen can be told from what is not.

Backgrounds are taken away there, and with them whatever was said by background alone: Chromium's
own emulation, of the look that Windows calls high contrast.
"""

import pytest
from playwright.sync_api import expect
from written import first

pytestmark = pytest.mark.sweep

CHOSEN = {
    "lab": ("button.tool", '[aria-pressed="true"]', '[aria-pressed="false"]'),
    "calendar": ("button.hour", '[aria-pressed="true"]', '[aria-pressed="false"]'),
}
"""What can be chosen in a card of a kind, and how it says that it is, and that it is not."""

_GROUND = "one => getComputedStyle(one).backgroundColor"


@pytest.mark.parametrize("kind", CHOSEN)
def test_what_is_chosen_has_a_ground_of_its_own(learner, kind):
    exercise = first(kind)
    me = learner("sv", steps="all")
    me.page.emulate_media(forced_colors="active")
    me.open_at(exercise)
    what, on, off = CHOSEN[kind]
    card = me.card(exercise)
    if not card.locator(f"{what}{on}").count():
        me.hand.press(card.locator(f"{what}{off}").first)
    expect(card.locator(f"{what}{on}").first).to_be_visible()
    grounds = [card.locator(f"{what}{state}").first.evaluate(_GROUND) for state in (on, off)]
    assert len(set(grounds)) == 2, grounds
