"""A telephone on a slow network: how long the join page takes, and the first question."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

from course.programs import find_chromium
from tests.benchmarks.measured import Measured
from tests.benchmarks.phones import class_served
from tests.benchmarks.slow_line import slow_line
from tests.runtimes.classroom.asked import ask

BITS, DELAY = 400_000, 0.4
"""A second, and seconds to and fro: the slowest that is called 3G."""

TIMES = 5
PATIENCE = 60_000
NOW = "performance.now()"


def slow_lines() -> Iterator[Measured]:
    """From the address to a page that takes the code, and from the code to what is asked."""
    with tempfile.TemporaryDirectory() as folder, class_served(Path(folder)) as served:
        state = ask(served.address, "state", view="lead", key=served.key)
        version = state["version"]
        ask(served.address, "steer", key=served.key, version=version, action="go", value=0)
        with slow_line(urlsplit(served.address).port or 0, BITS, DELAY) as port:
            both = [_joined(f"http://127.0.0.1:{port}/", state["code"]) for _ in range(TIMES)]
    page, question = zip(*both, strict=True)
    yield Measured("400 kbit/s, 400 ms: the join page", page, "s", 4.5)
    yield Measured("400 kbit/s, 400 ms: from code to question", question, "s", 1.2)


def _joined(address: str, code: str) -> tuple[float, float]:
    """Seconds until the code can be typed, and from then until the question stands there."""
    options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(find_chromium()), args=options)
        page = chromium.new_page(viewport={"width": 360, "height": 740})
        page.goto(address, wait_until="commit")
        typed = page.locator("input").first
        typed.wait_for(timeout=PATIENCE)
        ready = page.evaluate(NOW) / 1000
        typed.fill(code)
        pressed = page.evaluate(NOW)
        typed.press("Enter")
        page.locator("input[type=radio]").first.wait_for(timeout=PATIENCE)
        asked = (page.evaluate(NOW) - pressed) / 1000
        chromium.close()
    return ready, asked
