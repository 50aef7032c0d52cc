"""A lesson as a learner meets it: text, exercises, answers, sliders; in Chromium."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import jupyter_client
from playwright.sync_api import Page, sync_playwright

from tests.benchmarks.material import copies
from tests.benchmarks.measured import Measured
from tests.benchmarks.serving import Serving, serving

LESSON = "sv/06-across-boundaries"
SIMULATIONS = "sv/07-how-ideas-travel"
_WARM = 6000  # ms for the next kernel to be started and made warm
_LOOK = 150  # ms between two moves of the slider: one change is measured, not a queue of them
_ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")

# Time in the page itself from a slider's change to the new picture on the screen.
_DRAG = """async (stop) => {
  const card = document.querySelector('.card.explore');
  const slider = card.querySelector('input[type=range]');
  const shown = card.querySelector('.shown');
  const drawn = new Promise((done) => new MutationObserver((_, watch) => {
    watch.disconnect(); requestAnimationFrame(() => done(performance.now()));
  }).observe(shown, { childList: true }));
  slider.value = stop;
  const start = performance.now();
  slider.dispatchEvent(new Event('input', { bubbles: true }));
  return (await drawn) - start;
}"""

_ANSWER = """async () => {
  const card = document.querySelector('.card.explore');
  const verdict = card.querySelector('.verdict');
  const said = new Promise((done) => new MutationObserver((_, watch) => {
    watch.disconnect(); requestAnimationFrame(() => done(performance.now()));
  }).observe(verdict, { childList: true }));
  const start = performance.now();
  card.querySelector('form').requestSubmit();
  return (await said) - start;
}"""

# The same explorer over a larger organisation: people and ties after the same pattern.
_FIVE_HUNDRED = """
import random
import networkx as nx
from course.explorers import tie_strength
from course.networks.ties import at_least
_draw = random.Random(1)
_large = nx.Graph()
_units = list(tie_strength.unit_names("sv"))
for _i in range(500):
    _large.add_node(f"p{_i}", unit=_units[_i % len(_units)], name=f"p{_i}", role="")
for _a in range(500):
    for _b in range(_a):
        _same = (_a - _b) % len(_units) == 0
        if _draw.random() < (0.12 if _same else 0.012):
            _large.add_edge(f"p{_a}", f"p{_b}", strength=1 + int(4 * _draw.random() ** 2))
_levels = {strength: at_least(_large, strength) for strength in (1, 2, 3, 4)}
tie_strength.network = _levels.__getitem__
"""


# A picture that has been drawn is kept; to measure new ones, each is drawn anew, and so is counted.
_FORGET = """
from course.explorers import explorer as _explorer
_kept = _explorer._drawn
_explorer._drawn = _explorer._drawn.__wrapped__
"""
_REMEMBER = "_explorer._drawn = _kept"


@contextmanager
def browser_page(serving: Serving) -> Iterator[Page]:
    """A page in Chromium that is logged in to the server."""
    path = os.environ.get("COURSE_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_ARGUMENTS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(serving.address)
        yield page
        browser.close()


def opened(page: Page, serving: Serving, path: str = LESSON) -> tuple[float, float]:
    """Open a page: seconds until its text can be read, and until every exercise is live."""
    page.goto(f"{serving.base}/course/{path}", wait_until="commit")
    page.wait_for_selector("html[data-live]", timeout=60_000)
    marks = page.evaluate(
        "[performance.getEntriesByName('first-contentful-paint')[0].startTime,"
        " performance.getEntriesByName('course-live')[0].startTime]"
    )
    return marks[0] / 1000, marks[1] / 1000


def page_lines(serving: Serving, *, times: int = 7) -> Iterator[Measured]:
    """Everything that is measured in the page."""
    with browser_page(serving) as page:
        page.wait_for_timeout(_WARM)
        visits = []
        for _ in range(times):
            visits.append(opened(page, serving))
            page.wait_for_timeout(_WARM)
        yield Measured("lesson page, kernel warm: text", tuple(v[0] for v in visits), "s", 0.4)
        yield Measured("lesson page: every exercise live", tuple(v[1] for v in visits), "s", 1.5)
        times_live = []
        for _ in range(times):
            times_live.append(opened(page, serving, SIMULATIONS)[1])
            page.wait_for_timeout(_WARM)
        yield Measured("a page with four simulations, every one live", tuple(times_live), "s", 1.5)
        opened(page, serving)
        shared_once, resident = serving.memory()
        yield Measured("memory, one lesson open (shared pages once)", (shared_once,), "MB", 350)
        yield Measured("memory, one lesson open (resident, summed)", (resident,), "MB")
        card = page.locator(".card.explore").first
        card.locator("input[type=radio]").first.check()
        answers = [page.evaluate(_ANSWER) for _ in range(21)]
        yield Measured("answer to feedback", tuple(answers), "ms", 80)
        page.wait_for_selector(".card.explore .drawing svg")
        _in_kernel(serving, _FORGET)
        yield Measured("slider to new picture, 60 people", _drags(page), "ms", 60)
        _in_kernel(serving, _REMEMBER)
        yield Measured("slider to a picture seen before", _drags(page), "ms")
        _in_kernel(serving, _FIVE_HUNDRED + _FORGET)
        yield Measured("slider to new picture, 500 people", _drags(page), "ms", 120)


def twelve_line(home: Path, *, times: int = 7) -> Iterator[Measured]:
    """A page with twelve exercises, as a preview shows them."""
    with tempfile.TemporaryDirectory() as folder:
        twelve = copies(12, Path(folder)) / "00-copies"
        with serving(home, preview=twelve) as server, browser_page(server) as page:
            page.wait_for_timeout(_WARM)
            times_live = []
            for _ in range(times):
                times_live.append(opened(page, server, "sv/preview")[1])
                page.wait_for_timeout(_WARM)
            yield Measured("page with 12 exercises, every one live", tuple(times_live), "s", 2)


def _drags(page: Page) -> tuple[float, ...]:
    stops = [1, 2, 3, 2, 1, 0] * 5
    page.evaluate(_DRAG, "3")
    times = []
    for stop in stops:
        page.wait_for_timeout(_LOOK)
        times.append(page.evaluate(_DRAG, str(stop)))
    return tuple(times)


def _in_kernel(serving: Serving, code: str) -> None:
    """Run code in the kernel of the open lesson, found as the one with a connection."""
    for process in serving.process.children(recursive=True):
        command = process.cmdline()
        if "-f" in command and process.is_running():
            file = command[command.index("-f") + 1]
            client = jupyter_client.BlockingKernelClient(connection_file=file)
            client.load_connection_file()
            client.start_channels()
            client.wait_for_ready(timeout=30)
            client.execute_interactive(code, timeout=60)
            client.stop_channels()
