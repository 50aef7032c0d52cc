"""The folder for a web server as a learner meets it: in Chromium, cold, warm, with no network.

Files come from a server on this computer that compresses text, as most web servers are set to; how
long a line takes is not in the seconds, and how much goes over it has a line of its own.
"""

import gzip
import os
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil
from attrs import define, field
from playwright.sync_api import BrowserContext, Page, Playwright, sync_playwright

from course.content.course import ours
from course.runtimes.browser.shown import Files, served
from course.runtimes.browser.site import build
from tests.benchmarks.measured import Measured
from tests.benchmarks.own_site import own_lines
from tests.benchmarks.pages import ANSWER, begin, drags
from tests.benchmarks.weighed import MOST_AT_HOME, loaded

LESSON = "sv/06-across-boundaries"
_PATIENCE = 300_000  # ms; a busy machine
_ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
_TEXT = (".css", ".html", ".js", ".json", ".svg")
_MARKS = """() => ['first-contentful-paint', 'course-live', 'course-awake'].map(
  (name) => performance.getEntriesByName(name)[0]?.startTime / 1000)"""
_AWAKE = """() => new Promise((awake) => new PerformanceObserver((seen, observer) => {
  if (!seen.getEntriesByName('course-awake').length) return;
  observer.disconnect();
  awake();
}).observe({ type: 'mark', buffered: true }))"""
_PYTHON = "performance.getEntriesByName('python-awake')[0].startTime / 1000"
"""Asked of the worker: from its beginning until Pyodide is there, with nothing of the course."""
_STILL = 20  # s without anything over the line: the course is awake and kept
_SLICE = 0.02  # s that a browser with half a core goes, and then stands


@define
class Host:
    """A web server of a built folder, which counts what goes over the line."""

    folder: Path
    sent: int = 0
    address: str = ""
    stop: Callable[[], None] = field(default=lambda: None)

    def start(self) -> None:
        """Serve the folder at an address of its own."""
        host = self

        class Compressed(Files):
            def do_GET(self) -> None:
                file = Path(self.translate_path(self.path))
                if file.is_dir():
                    file /= "index.html"
                if not file.is_file():
                    self.send_error(404)
                    return
                content = file.read_bytes()
                self.send_response(200)
                self.send_header("Content-Type", self.guess_type(str(file)))
                self.send_header("Last-Modified", "Sun, 01 Jan 2023 00:00:00 GMT")
                if file.suffix in _TEXT:
                    content = gzip.compress(content, 6)
                    self.send_header("Content-Encoding", "gzip")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)
                host.sent += len(content)

        server = served(self.folder, Compressed)
        self.address = f"http://127.0.0.1:{server.server_port}/"
        threading.Thread(target=server.serve_forever, daemon=True).start()

        def stop() -> None:
            server.shutdown()
            server.server_close()

        self.stop = stop


def site_lines(folder: Path, *, times: int = 5) -> Iterator[Measured]:
    """Everything that is measured of the folder, which is built if it is not there."""
    if not folder.exists():
        build(ours(), folder)
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    yield Measured("folder", (size / 1e6,), "MB", 25)
    with sync_playwright() as playwright:
        yield from _visits(playwright, Host(folder), times)
        yield from _half(playwright, Host(folder))
        yield from _own(playwright, Host(folder))
    yield Measured("memory of the tab", tuple(_alone(Host(folder)) for _ in range(3)), "MB", 160)


def _visits(playwright: Playwright, host: Host, times: int) -> Iterator[Measured]:
    cold, warm, off, first, whole, firsts, least = [], [], [], [], [], [], []
    slider: tuple[float, ...] = ()
    home = 0.0
    for turn in range(times):
        host.start()
        with _browser(playwright) as context:
            page = context.new_page()
            before = host.sent
            cold.append(_opened(page, host))
            first.append((host.sent - before) / 1e6)
            least.append(page.workers[0].evaluate(_PYTHON))
            begin(page)
            firsts.append(page.evaluate(ANSWER))
            page.locator("#offline:not([hidden])").wait_for(timeout=_PATIENCE)
            whole.append((host.sent - before) / 1e6)
            if turn == 0:
                slider = drags(page)
            warm.append(_opened(page, host))
            if turn == 0:
                _opened(page, host, "sv/index")
                home = sum(loaded(page).values()) / 1000
            host.stop()
            off.append(_opened(page, host))
    yield Measured("first visit, over the line", tuple(first), "MB", 7)
    yield Measured("  and until all of it is kept", tuple(whole), "MB")
    yield Measured("home page with map, and all that it loads", (home,), "kB", MOST_AT_HOME / 1000)
    yield Measured("cold: Pyodide itself, the least that this browser takes", tuple(least), "s")
    for name, visits, limit in (("cold", cold, 1.7), ("warm", warm, 1.0), ("no network", off, 1.0)):
        text, cards, awake = zip(*visits, strict=True)
        yield Measured(f"{name}: text readable", text, "s", 0.4)
        yield Measured(f"{name}: cards usable", cards, "s", 0.5)
        yield Measured(f"{name}: engine ready", awake, "s", limit)
    yield Measured("first answer judged, from then on", tuple(firsts), "ms", 30)
    yield Measured("a slider's scene", slider, "ms", 20)


def _half(playwright: Playwright, host: Host) -> Iterator[Measured]:
    """A first visit with the whole browser held to half a core, as a cheap phone is."""
    host.start()
    with _browser(playwright) as context:
        page = context.new_page()
        with _held():
            text, cards, awake = _opened(page, host)
    host.stop()
    yield Measured("half a core: text readable", (text,), "s")
    yield Measured("half a core: cards usable", (cards,), "s")
    yield Measured("half a core: engine ready", (awake,), "s", 8)


def _own(playwright: Playwright, host: Host) -> Iterator[Measured]:
    """One's own organisation, on its page, when the engine is awake."""
    host.start()
    with _browser(playwright) as context:
        page = context.new_page()
        _opened(page, host)
        yield from own_lines(page, host.address)
    host.stop()


def _alone(host: Host) -> float:
    """Megabytes of the tab when all is there, in a browser that no tool listens to.

    One that a tool listens to keeps a copy of what came over the line, for the tool to ask for.
    """
    host.start()
    with TemporaryDirectory() as profile:
        asked = [_chromium(), *_ARGUMENTS, "--headless=new", f"--user-data-dir={profile}"]
        asked += ["--window-size=1280,900", f"{host.address}{LESSON}.html"]
        browser = subprocess.Popen(asked, stderr=subprocess.DEVNULL)
        sent, still = -1, 0
        while still < _STILL:  # nothing more has come for so long
            time.sleep(1)
            still = still + 1 if sent == host.sent > 0 else 0
            sent = host.sent
        memory = _memory()
        browser.terminate()
        browser.wait()
    host.stop()
    return memory


def _chromium() -> str:
    return os.environ.get("COURSE_CHROMIUM") or shutil.which("chromium") or "chromium"


@contextmanager
def _browser(playwright: Playwright) -> Iterator[BrowserContext]:
    """A browser that has never been here."""
    browser = playwright.chromium.launch(executable_path=_chromium(), args=_ARGUMENTS)
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(
        "localStorage.setItem('course-show', 'whole'); localStorage.setItem('course-way', 'all');"
    )
    context.set_default_timeout(_PATIENCE)
    yield context
    browser.close()


def _opened(page: Page, host: Host, path: str = LESSON) -> tuple[float, float, float]:
    """Open a page: seconds until text can be read, cards be used, and answers be judged."""
    page.goto(f"{host.address}{path}.html", wait_until="commit")
    page.wait_for_selector("html[data-live]", timeout=_PATIENCE)
    page.evaluate(_AWAKE)
    text, cards, awake = page.evaluate(_MARKS)
    return text, cards, awake


def _processes() -> list[psutil.Process]:
    """The browser's own, all of them."""
    ours = psutil.Process().children(recursive=True)
    found = []
    for one in ours:
        with suppress(psutil.NoSuchProcess):
            if "chrom" in one.name():
                found.append(one)
    return found


def _memory() -> float:
    """Megabytes of the process that shows the page, what it shares with others in parts."""
    largest = 0.0
    for one in _processes():
        with suppress(psutil.NoSuchProcess):
            if "--type=renderer" in one.cmdline():
                largest = max(largest, one.memory_full_info().pss / 1e6)
    return largest


@contextmanager
def _held() -> Iterator[None]:
    """Hold the browser to one core, of which it has every other slice of time."""
    done = threading.Event()

    def hold() -> None:
        while not done.is_set():
            for act in ("suspend", "resume"):
                for one in _processes():
                    with suppress(psutil.NoSuchProcess):
                        one.cpu_affinity([0])
                        getattr(one, act)()
                time.sleep(_SLICE)

    holding = threading.Thread(target=hold)
    holding.start()
    try:
        yield
    finally:
        done.set()
        holding.join()
