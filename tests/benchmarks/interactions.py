"""How long an interaction takes until the page is painted anew: Chromium's own measure of it.

A lesson is walked with a mouse's presses, since what a script clicks is no interaction. Chromium
tells those that take 16 ms or more, in steps of eight; the others count as eight.
"""

from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from math import ceil

from playwright.sync_api import Error, Locator, Page

from course.content.course import ours
from tests.benchmarks.measured import Measured
from tests.benchmarks.pages import browser_page, opened
from tests.benchmarks.serving import Serving

_QUICK = 8.0  # ms: what is not told
_SETTLED = 80  # ms after a press until what it led to is told
_AT_ONCE = 1500  # ms that something to press may take to be there
_ROUNDS = 3

_LISTEN = """() => {
  window.interactions = [];
  new PerformanceObserver((seen) => {
    for (const { interactionId, duration } of seen.getEntries())
      if (interactionId) window.interactions.push([interactionId, duration]);
  }).observe({ type: 'event', durationThreshold: 16 });
}"""
_TOLD = "() => window.interactions.splice(0)"

_PRESSED = (
    ".opt input >> nth=-1",
    ".place >> nth=0",
    "button.reply >> nth=0",
    "button.hour:not([aria-disabled]) >> nth=3",
    ".pair .thing >> nth=0",
    ".piece >> nth=0",
    "button[aria-label]:not([data-person]) >> nth=0",
    "[type=submit] >> nth=0",
)
"""What is pressed in a card, where it has it, in each of some rounds."""


def interaction_line(serving: Serving) -> Iterator[Measured]:
    """The 95th percentile of every press on the way through all lessons."""
    with browser_page(serving, "steps") as page:
        took: list[float] = []
        for lesson in ours().lessons():
            took += _walked(page, serving, lesson)
    nearly = sorted(took)[ceil(0.95 * len(took)) - 1]
    what = f"press to next paint, 95th percentile of {len(took)}"
    yield Measured(what, (nearly,), "ms", 100)


def _walked(page: Page, serving: Serving, lesson: str) -> list[float]:
    """How long each press took in a lesson that is walked to its end."""
    opened(page, serving, f"sv/{lesson}#c02")
    page.evaluate(_LISTEN)
    told: dict[int, float] = {}
    pressed = 0
    forward = page.locator("#next")
    while True:
        for one in chain(_in_cards(page), [forward]):
            with suppress(Error):  # what is covered or gone by now is not pressed
                if not one.is_visible() or not one.is_enabled():
                    continue
                one.click(timeout=_AT_ONCE)
                pressed += 1
            page.wait_for_timeout(_SETTLED)
            for id, duration in page.evaluate(_TOLD):
                told[id] = max(told.get(id, 0), duration)
        if not forward.is_visible():
            return [*told.values(), *[_QUICK] * (pressed - len(told))]


def _in_cards(page: Page) -> Iterator[Locator]:
    """What is pressed in the cards of the step that is shown."""
    cards = page.locator(".step:not([hidden]) .live[data-live] > .card")
    for n in range(cards.count()):
        card = cards.nth(n)
        for turn in range(_ROUNDS):
            people = card.locator("[data-person]:visible")
            if people.count():
                yield people.nth(7 * turn)
            for selector in _PRESSED:
                if (found := card.locator(selector)).count():
                    yield found
