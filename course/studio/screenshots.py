"""The README's pictures, taken of the course as it is: ``python3 -m course pictures``.

A course of its own is started for a learner who has not begun, Chromium visits it, and what it
sees is kept in few enough colours that a clone stays small.
"""

import io
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from attrs import frozen

from course.content.course import ours
from course.paths import ROOT
from course.programs import find_chromium
from course.start.sentences import Problem
from course.words import say

LARGEST = 150_000
"""The bytes that a picture may have."""

_COLOURS = 256
_WIDTH, _HEIGHT = 1180, 860
_SETTLED = 1000  # milliseconds after which a drawing stands; it is not announced to those who look
_LESSON, _EXERCISE, _STEP = "06-across-boundaries", "mend-it", "c43"


@frozen
class Screenshot:
    """A picture: its file in ``docs``, the page it is of, and what is done there first.

    What is taken is as much of the page as ``height`` pixels show, where ``ready`` has left it.
    """

    file: str
    language: str
    page: str
    height: int = _HEIGHT
    ready: Callable[[Any, str], None] = lambda page, language: None


def _tie(page: Any, language: str) -> None:
    """Tie Karin to Ali, the first of three that mend the network, and look at whom Karin knows."""
    title = ours().exercise(_LESSON, _EXERCISE).title.in_language(language)
    heading = page.get_by_role("heading", name=title, exact=True)
    card = page.get_by_role("group").filter(has=heading)
    card.locator(".goals li").first.wait_for()  # what is left to do is told by the session
    karin, ali = (card.locator(f"[data-person][aria-label^='{one} ']") for one in ("Karin", "Ali"))
    karin.click()
    ali.click()
    card.get_by_role("button", name=say("card.lab-mode-see", language), exact=True).click()
    karin.click()
    # From the goal on, so that all of the map is seen.
    top = "goal => scrollTo(0, goal.getBoundingClientRect().top + scrollY - 24)"
    card.locator(".banner").evaluate(top)
    karin.hover()
    page.wait_for_timeout(_SETTLED)


PICTURES = (
    Screenshot("course.png", "en", f"{_LESSON}#{_STEP}", 905, _tie),
    Screenshot("home.png", "en", ""),
    Screenshot("lesson.png", "en", "01-what-counts"),
    Screenshot("lektion.png", "sv", "03-culture"),
)
"""All pictures that the README shows."""


def main(folder: Path = ROOT / "docs") -> int:
    """Take every picture into a folder; 1 where there is no Chromium, or one is too large."""
    from playwright.sync_api import sync_playwright

    chromium = find_chromium()
    if chromium is None:
        print(
            "Chromium is missing: install it, or name its file in COURSE_CHROMIUM.", file=sys.stderr
        )
        return 1
    too_large = False
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=str(chromium), args=arguments)
        for picture in PICTURES:
            with _running() as address:
                taken = small(_taken(picture, browser, address))
            (folder / picture.file).write_bytes(taken)
            print(f"{picture.file} written, {len(taken) / 1000:.0f} kB")
            too_large |= len(taken) > LARGEST
        browser.close()
    if too_large:
        print(
            f"A picture may have {LARGEST / 1000:.0f} kB. Show less of the page.", file=sys.stderr
        )
    return int(too_large)


def small(png: bytes) -> bytes:
    """The same picture in its own commonest colours; those between them are at edges of letters."""
    from PIL import Image

    with Image.open(io.BytesIO(png)) as opened:
        picture = opened.convert("RGB")
    counted: list[tuple[int, Any]] = picture.getcolors(picture.width * picture.height) or []
    commonest = sorted(counted, reverse=True)[:_COLOURS]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for _, colour in commonest for part in colour])
    written = io.BytesIO()
    few = picture.quantize(palette=palette, dither=Image.Dither.NONE)
    few.save(written, "PNG", optimize=True)
    return written.getvalue()


def _taken(picture: Screenshot, browser: Any, address: str) -> bytes:
    """What a learner sees who enters at an address and goes to the picture's page."""
    size = {"width": _WIDTH, "height": picture.height}
    context = browser.new_context(viewport=size, reduced_motion="reduce", color_scheme="light")
    context.request.get(address)  # It lets in: the pages are shown to nobody else.
    page = context.new_page()
    page.goto(f"{address.split('/course/', 1)[0]}/course/{picture.language}/{picture.page}")
    if picture.page:
        page.wait_for_selector("html[data-live=true]")
    page.evaluate("document.fonts.ready")
    picture.ready(page, picture.language)
    png: bytes = page.screenshot()
    context.close()
    return png


@contextmanager
def _running() -> Iterator[str]:
    """The address of a course that runs for a learner who has not begun."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        process = subprocess.Popen(
            [sys.executable, "-m", "course", "--no-browser"],
            cwd=ROOT,
            env={**os.environ, "COURSE_ENVIRONMENT": "here", "COURSE_HOME": home},
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        try:
            assert process.stdout
            address = next((line for line in process.stdout if line.startswith("http")), "")
            if not address:
                raise Problem("The course did not start. Try: python3 -m course --no-browser")
            yield address.strip()
        finally:
            process.send_signal(signal.SIGINT if os.name == "posix" else signal.SIGTERM)
            process.wait(30)
