"""A lesson as a learner meets it: text, exercises, answers, sliders; in Chromium."""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter

from playwright.sync_api import Page, sync_playwright

from course.content.course import ours
from course.journal import Journal
from course.kinds.exercise import Exercise
from course.kinds.explore.rules import Explore
from tests.benchmarks.copied import copied
from tests.benchmarks.material import copies
from tests.benchmarks.measured import Measured
from tests.benchmarks.serving import Serving, serving
from tests.benchmarks.weighed import MOST_AT_HOME, loaded

_FLOOR = "a plain text, the least that this browser takes"
LESSON = "sv/06-across-boundaries"
SIMULATIONS = "07-how-ideas-travel"
_PLAYED = "sv/05-idea-to-use#c05"
_LAB = "c43"  # the step of that lesson that has the network lab
_LOOK = 150  # ms between two moves of the slider: one change is measured, not a queue of them
_ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")

# Time in the page itself from the press of another stop to the new picture on the screen.
_DRAG = """async (stop) => {
  const card = document.querySelector('.card.explore');
  const stops = card.querySelectorAll('.control input');
  const shown = card.querySelector('.shown');
  const drawn = new Promise((done) => new MutationObserver((_, watch) => {
    watch.disconnect(); requestAnimationFrame(() => done(performance.now()));
  }).observe(shown, { childList: true }));
  const start = performance.now();
  stops[stop].click();
  return (await drawn) - start;
}"""

# Times between two frames of a model that is played, until its button says that it is over.
_FRAMES = """async () => {
  const card = document.querySelector('.card.explore:has(.playing:not([hidden]))');
  const play = card.querySelector('.playing button');
  play.click();
  const [playing, times] = [play.textContent, []];
  let before = performance.now();
  while (play.textContent === playing) {
    const now = await new Promise((done) => requestAnimationFrame(() => done(performance.now())));
    times.push(now - before);
    before = now;
  }
  return times;
}"""

ANSWER = """async () => {
  const card = document.querySelector('.card.explore');
  const verdict = card.querySelector('.verdict');
  [...card.querySelectorAll('.opt input')].find((one) => !one.checked).click();
  await new Promise((pressed) => setTimeout(pressed, 300));
  const said = new Promise((done) => new MutationObserver((_, watch) => {
    watch.disconnect(); requestAnimationFrame(() => done(performance.now()));
  }).observe(verdict, { childList: true }));
  const start = performance.now();
  card.querySelector('form').requestSubmit();
  return (await said) - start;
}"""
"""Time in the page itself from the press of the first model's button to the verdict.

Another option is chosen first, as quickly as a hand goes on to the button: the button of a card
that is answered clears it.
"""

TRY = """async () => {
  const card = document.querySelector('.card.sort');
  const deck = card.querySelector('.deck');
  while (deck.dataset.stage !== 'asked') card.querySelector('[type=submit]').click();
  await new Promise((pressed) => setTimeout(pressed, 300));
  const said = new Promise((done) => new MutationObserver((_, watch) => {
    watch.disconnect(); requestAnimationFrame(() => done(performance.now()));
  }).observe(card.querySelector('.verdict'), { childList: true }));
  const start = performance.now();
  card.querySelector('.place').click();
  return (await said) - start;
}"""
"""Time in the page itself from the press of a place in the first deck to the reason.

The card was dealt a while before, as quickly as a hand goes on: pressed in the same moment, the
place would wait for the card itself to be painted, which nobody answers before.
"""

_FRAME = """async () => {
  const card = document.querySelector('.card.explore');
  const verdict = card.querySelector('.verdict');
  const said = verdict.firstChild;
  await new Promise((pressed) => setTimeout(pressed, 300));
  const drawn = new Promise((done) => new MutationObserver((_, watch) => {
    watch.disconnect(); requestAnimationFrame(() => done(performance.now()));
  }).observe(verdict, { childList: true }));
  const start = performance.now();
  setTimeout(() => verdict.append(said));
  return (await drawn) - start;
}"""
# Time in the page itself until something is on the screen that nobody had to be asked for.

_MOVE = """async (again) => {
  const card = document.querySelector('.card.lab:has(.goals li)');
  const [undo, redo] = [...card.querySelectorAll('.tools .set:last-child button')];
  const counted = new Promise((done) => new MutationObserver((_, watch) => {
    watch.disconnect(); requestAnimationFrame(() => done(performance.now()));
  }).observe(card.querySelector('.goals'), { childList: true }));
  const start = performance.now();
  (again ? redo : undo).click();
  return (await counted) - start;
}"""
# Time in the page itself from taking a tie back, or making it again, to the session's measures.

_MARKED = """([type, name]) => new Promise((told) => new PerformanceObserver((seen, observer) => {
  const [mark] = seen.getEntriesByName(name);
  if (!mark) return;
  observer.disconnect();
  told(mark.startTime);
}).observe({ type, buffered: true }))"""
"""When something was in the page, in milliseconds since it was asked for; waits until it is."""

_TEXT, _LIVE = ("paint", "first-contentful-paint"), ("mark", "course-live")
_ALONE = 600  # ms from a page's load in which nothing is asked of it

_WISH = (
    """localStorage.setItem('course-show', '{show}'); localStorage.setItem('course-way', 'all');"""
)
_NEXT = """() => new Promise((shown) => {
  new PerformanceObserver((seen, observer) => {
    const [step] = seen.getEntriesByName('course-step');
    if (!step) return;
    observer.disconnect();
    shown(step.duration);
  }).observe({ type: 'measure' });
  document.getElementById('next').click();
})"""
"""Press Next: the milliseconds, measured by the page itself, until the step is on the screen."""


@contextmanager
def browser_page(serving: Serving, show: str = "whole") -> Iterator[Page]:
    """A page in Chromium that is let in to the course; it shows lessons whole or in steps."""
    path = os.environ.get("COURSE_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_ARGUMENTS)
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        context.add_init_script(_WISH.format(show=show))
        page = context.new_page()
        page.goto(serving.address)
        page.wait_for_url("**/course/sv/**")
        yield page
        browser.close()


def opened(page: Page, serving: Serving, path: str = LESSON) -> tuple[float, float]:
    """Open a page: seconds until its text can be read, and until every exercise is live.

    It is left alone until it is there: whatever is asked of a page goes before what it has to do
    itself, and Playwright's own script, which waits for things in it, has 330 kB to be read.
    """
    page.goto(f"{serving.base}/course/{path}", timeout=60_000)
    page.wait_for_timeout(_ALONE)
    painted, live = (page.evaluate(_MARKED, list(mark)) for mark in (_TEXT, _LIVE))
    return painted / 1000, live / 1000


_PLAIN = """() => document.querySelector('link[rel=icon]').href
  .replace('icon.svg', 'fonts/OFL.txt')"""
"""The address of four kilobytes of plain text beside a lesson's files."""


def plainly(page: Page) -> float:
    """Open a plain text that the same server gives: seconds until it can be read.

    No page is there sooner, in this browser on this computer.
    """
    page.goto(page.evaluate(_PLAIN))
    page.wait_for_timeout(_ALONE)
    return float(page.evaluate(_MARKED, list(_TEXT))) / 1000


def beside_plain(
    page: Page, serving: Serving, times: int
) -> tuple[list[float], list[tuple[float, float]]]:
    """A lesson and the plain text in turns: seconds of the texts, and what `opened` gives."""
    floor, visits = [], []
    for _ in range(times):
        visits.append(opened(page, serving))
        floor.append(plainly(page))
    return floor, visits


def step_lines(serving: Serving, *, times: int = 9) -> Iterator[Measured]:
    """A lesson that is played: its text, its first step, and every next step of every lesson."""
    with browser_page(serving, "steps") as page:
        floor, visits = beside_plain(page, serving, times)
        yield Measured(_FLOOR, tuple(floor), "s")
        yield Measured("lesson in steps: text", tuple(v[0] for v in visits), "s", 0.1)
        yield Measured("lesson in steps: first step live", tuple(v[1] for v in visits), "s", 0.25)
        shown: list[float] = []
        for lesson in ours().lessons():
            opened(page, serving, f"sv/{lesson}#c02")
            while page.locator("#next").is_visible():
                shown.append(page.evaluate(_NEXT))
        yield Measured("next step shown", tuple(shown), "ms", 50)


def page_lines(serving: Serving, *, times: int = 9) -> Iterator[Measured]:
    """Everything that is measured in the page of an ordinary course."""
    with browser_page(serving) as page:
        floor, visits = beside_plain(page, serving, times)
        yield Measured(_FLOOR, tuple(floor), "s")
        yield Measured("lesson page: text", tuple(v[0] for v in visits), "s", 0.1)
        yield Measured("lesson page: every exercise live", tuple(v[1] for v in visits), "s", 0.25)
        opened(page, serving)
        begin(page)
        answers = [page.evaluate(ANSWER) for _ in range(21)]
        frames = [page.evaluate(_FRAME) for _ in range(21)]
        yield Measured("the least for anything new on the screen", tuple(frames), "ms")
        yield Measured("answer to feedback", tuple(answers), "ms", 25)
        tries = [page.evaluate(TRY) for _ in range(21)]
        yield Measured("a deck's card to its reason", tuple(tries), "ms", 30)
        page.wait_for_selector(".card.explore .drawing svg")
        yield Measured("slider to a picture seen before", drags(page), "ms", 25)
        yield Measured("memory, one page open", (serving.memory(),), "MB", 150)
        lessons = islice(cycle(ours().lessons()), 24)
        pages = [page.context.new_page() for _ in range(23)]
        for one, lesson in zip([page, *pages], lessons, strict=True):
            opened(one, serving, f"sv/{lesson}")
        yield Measured("memory, 24 pages open", (serving.memory(),), "MB", 200)


def home_line(serving: Serving) -> Iterator[Measured]:
    """The home page with the map, and all that it loads, uncompressed."""
    with browser_page(serving) as page:
        page.goto(f"{serving.base}/course/sv/")
        page.wait_for_load_state("networkidle")
        size = sum(loaded(page).values()) / 1000
        yield Measured(
            "home page with map, and all that it loads", (size,), "kB", MOST_AT_HOME / 1000
        )


def lab_line(serving: Serving, *, times: int = 40) -> Iterator[Measured]:
    """A move on the map of sixty people: from the press to the session's measures on the screen."""
    with browser_page(serving) as page:
        opened(page, serving, f"{LESSON}#{_LAB}")
        card = page.locator(".card.lab:has(.goals li)")
        for name in ("Ali", "Karin"):
            card.locator(f"[data-person][aria-label^='{name} ']").click()
        page.wait_for_timeout(2 * _LOOK)
        moves = [page.evaluate(_MOVE, bool(n % 2)) for n in range(times)]
        yield Measured("a move in the network lab, 60 people", tuple(moves), "ms", 50)


def played_line(serving: Serving) -> Iterator[Measured]:
    """Sixty ideas that wait, are tested or walk off: from one frame to the next."""
    with browser_page(serving) as page:
        opened(page, serving, _PLAYED)
        begin(page)
        page.evaluate(ANSWER)
        page.wait_for_selector(".card.explore .playing:not([hidden])")
        page.wait_for_timeout(2 * _LOOK)
        yield Measured(
            "a frame of a model that is played, 60", tuple(page.evaluate(_FRAMES)), "ms", 33
        )


def begin(page: Page) -> None:
    """Choose an answer to the first model's question."""
    page.locator(".card.explore").first.locator("input[type=radio]").first.check()


def twelve_line(home: Path, *, times: int = 9) -> Iterator[Measured]:
    """A page with twelve exercises, as a preview shows them."""
    with tempfile.TemporaryDirectory() as folder:
        twelve = copies(12, Path(folder)) / "00-copies"
        with serving(home, preview=twelve) as server, browser_page(server) as page:
            live = [opened(page, server, "sv/preview")[1] for _ in range(times)]
            yield Measured("page with 12 exercises, every one live", tuple(live), "s", 0.3)


def preview_line(home: Path, *, times: int = 9) -> Iterator[Measured]:
    """From the moment that an author saves a file until the preview shows what was written."""
    with tempfile.TemporaryDirectory() as folder:
        file = copies(1, Path(folder)) / "00-copies" / "copy-0.yml"
        text, seconds = file.read_text("utf-8"), []
        with serving(home, preview=file) as server, browser_page(server) as page:
            opened(page, server, "sv/preview")
            for n in range(times):
                page.wait_for_timeout(90 * n)  # saved at any moment between two looks at the file
                title = f"Ny rubrik {n}"
                start = perf_counter()
                file.write_text(re.sub(r"(?m)(?<=^title:\n  sv: ).+", title, text), "utf-8")
                page.get_by_text(title).first.wait_for()
                seconds.append(perf_counter() - start)
        yield Measured("preview shows what was saved", tuple(seconds), "s", 1)


def simulations_line(home: Path, *, times: int = 9) -> Iterator[Measured]:
    """The lesson with most simulations, opened again after all of them were answered."""
    journal = Journal(home)
    for id in ours().exercises(SIMULATIONS):
        if isinstance(exercise := ours().exercise(SIMULATIONS, id), Explore):
            _answer(journal, exercise)
    with serving(home) as server, browser_page(server) as page:
        live = [opened(page, server, f"sv/{SIMULATIONS}")[1] for _ in range(times)]
        yield Measured("page with answered simulations, live", tuple(live), "s", 0.4)


def _answer(journal: Journal, exercise: Exercise) -> None:
    assert isinstance(exercise, Explore)
    journal.record(
        exercise.lesson,
        exercise.id,
        exercise.options[0].id,
        fingerprint=exercise.fingerprint,
        language="sv",
    )


def slider_lines() -> Iterator[Measured]:
    """New pictures, in a copy of the course that keeps none: of 60 people, and of 500."""
    for people, at_most in ((None, 25), (500, 60)):
        with tempfile.TemporaryDirectory() as folder:
            root = copied(Path(folder) / "course", people=people)
            with serving(Path(folder) / "home", root=root) as server, browser_page(server) as page:
                opened(page, server)
                begin(page)
                page.evaluate(ANSWER)
                page.wait_for_selector(".card.explore .drawing svg")
                what = f"slider to new picture, {people or 60} people"
                yield Measured(what, drags(page), "ms", at_most)


def drags(page: Page) -> tuple[float, ...]:
    """Times from the press of another stop of the first model to its picture."""
    page.evaluate(_DRAG, "3")
    times = []
    for stop in [1, 2, 3, 2, 1, 0] * 5:
        page.wait_for_timeout(_LOOK)
        times.append(page.evaluate(_DRAG, str(stop)))
    return tuple(times)
