"""One's own organisation in the browser alone: from a table that is brought to the last measure."""

from collections.abc import Iterator
from time import perf_counter

from playwright.sync_api import FilePayload, Page

from tests.benchmarks.measured import Measured
from tests.benchmarks.taken_home import table

SIZES = (
    (60, 6, 240, 500, None, None),
    (1_000, 30, 15_000, None, 3_000, 20_000),
)
"""Names, units, ties; milliseconds at most to the map, to the E-I index, and to every measure."""

_DONE = ("to what was understood", "to the map", "to the E-I index", "to every measure")
_SEEN = (
    ".understood .facts",
    ".mapped svg",
    ".part.wall",
    "#own[data-whole]",
)
"""What is there when each of them is done."""


def own_lines(page: Page, address: str, *, times: int = 3) -> Iterator[Measured]:
    """Milliseconds of the course itself: what somebody reads or presses in between is not in them.

    The engine is awake before the first table. The sizes take turns, so that a moment in which the
    computer is busy falls on both.
    """
    found: dict[int, list[list[float]]] = {names: [] for names, *_ in SIZES}
    for _ in range(times):
        for names, units, ties, *_ in SIZES:
            page.goto(f"{address}sv/own.html")
            page.wait_for_selector("#own[data-live]")
            found[names].append(_once(page, *table(names, units, ties)))
            _delete(page)
    for names, _, ties, *most in SIZES:
        limits = (None, *most)
        for n, (what, limit) in enumerate(zip(_DONE, limits, strict=True)):
            values = tuple(one[n] for one in found[names])
            yield Measured(f"{names:,} names, {ties:,} ties: {what}", values, "ms", limit)


def _once(page: Page, ties: bytes, units: bytes) -> list[float]:
    for name, content in (("ties", ties), ("units", units)):
        file = FilePayload(name=f"{name}.csv", mimeType="text/csv", buffer=content)
        page.locator(f"#own-{name}-file").set_input_files(file)
    begun = perf_counter()
    page.locator(".bring > .row button").click()
    page.wait_for_selector(_SEEN[0])
    took = [1000 * (perf_counter() - begun)]
    begun = perf_counter() - took[0] / 1000
    page.locator(".understood > section > .row button").first.click()
    for seen in _SEEN[1:]:
        page.wait_for_selector(seen, state="attached")
        took.append(1000 * (perf_counter() - begun))
    return took


def _delete(page: Page) -> None:
    """Have the next table meet an empty page."""
    page.locator(".erase").evaluate("(one) => { one.open = true; }")
    page.locator(".erase button").click()
    page.wait_for_function("() => !document.querySelector('.mapped')")
