"""How much a page loads, as the browser itself counts it."""

from playwright.sync_api import Page

MOST_AT_HOME = 150_000
"""Bytes of the home page with the map and all that it loads: two fonts are 55,000 of them."""

_LOADED = """() => [...performance.getEntriesByType('navigation'),
  ...performance.getEntriesByType('resource')]
  .map(({ name, decodedBodySize }) => [name, decodedBodySize])"""


def loaded(page: Page) -> dict[str, int]:
    """Bytes of each file that the page has loaded and of the page itself, by address.

    Counted as they lie on the server: none is lighter for being compressed on the way. What the
    engine's worker asks for in its turn is counted by the worker, and is not among them.
    """
    return dict(page.evaluate(_LOADED))
