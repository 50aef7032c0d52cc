"""Every drawing is the same on the page and in matplotlib: both show the numbers of its data.

A page that loads ``draw.js`` alone draws all of them; its pixels are read back into the drawing's
own terms. So are matplotlib's artists.
"""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import drawn_by_matplotlib
import drawn_by_the_page
import pytest
from drawn_in_numbers import KINDS, NEAR, told

from course.content.course import ours
from course.explorers import EXPLORERS
from course.kinds.confidence.picture import of_confidence
from course.kinds.scale.picture import of_profile
from course.paths import LANGUAGES
from course.plots.hand import HANDS
from course.widgets.card import STATIC

pytestmark = pytest.mark.sweep

READER = Path(__file__).with_name("drawn.js").read_text("utf-8")
SMALLEST = 12
"""Units that the smallest words have; a drawing that fits a narrow page shows them as pixels."""


def _explored(language):
    """Each explorer at every stop of its first control, and at the last stop of all."""
    for name, explorer in EXPLORERS.items():
        first, *_ = explorer.controls
        settings = [{first.id: stop} for stop in range(first.stops)]
        settings.append({control.id: control.stops - 1 for control in explorer.controls})
        for n, setting in enumerate(settings):
            scene = next(explorer.scenes(setting, language))
            yield f"{name} {setting}", scene
            if not n and len(scene["frames"]) > 1:  # a state on the way is drawn as the end is
                half = scene["frames"][len(scene["frames"]) // 2]
                yield f"{name} {setting} half-way", {**scene, "drawing": half["drawing"]}


def _answered(language):
    """A profile, one that was made before, both with gaps, and how sure beside how right."""
    scale, again = (
        ours().exercise("00-start", "climate"),
        ours().exercise("10-your-plan", "climate-again"),
    )
    ids = [area.id for area in scale.areas]
    means, before = (dict.fromkeys(ids, 3.0), dict.fromkeys(ids, 2.25))
    means |= {ids[0]: 1.0, ids[1]: 5.0, ids[2]: None}
    before |= {ids[0]: None, ids[-1]: 4.75}
    then = {"profile": before, "time": "2026-10-05T12:00:00.000Z"}
    yield "profile", of_profile(scale, {"profile": means}, language).as_json()
    yield "again", of_profile(again, {"profile": means, "before": then}, language).as_json()
    levels = [{"sure": 50, "n": 1, "right": 0}, {"sure": 70, "n": 4, "right": 3}]
    detail = {
        "calibration": [*levels, {"sure": 100, "n": 9, "right": 9}],
        "right": 12,
        "n": 14,
        "mean_sure": 88,
        "brier": 0.1,
    }
    statements = ours().exercise("00-start", "statements")
    yield "sure", of_confidence(statements, detail, language).as_json()


@pytest.fixture(scope="module")
def pictures():
    """All drawings of the course, each in both languages."""
    return {
        f"{language} {name}": picture
        for language in LANGUAGES
        for name, picture in [*_explored(language), *_answered(language)]
    }


@pytest.fixture(scope="module", params=["narrow", "wide"])
def shown(browser, pictures, request):
    """What a page shows of them, drawn by ``draw.js`` and nothing else of the course."""
    handler = partial(Quiet, directory=str(STATIC))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_address[1]}/draw.js"
        page = browser.new_page()
        page.goto(address)
        found = page.evaluate(
            f"(given) => {{ {READER} return drawn(given); }}",
            {
                "address": address,
                "pictures": list(pictures.values()),
                "isWide": request.param == "wide",
            },
        )
        page.close()
        server.shutdown()
    return dict(zip(pictures, found, strict=True))


class Quiet(SimpleHTTPRequestHandler):
    """Serves files, and says nothing of it."""

    def log_message(self, *_):
        """Say nothing."""


def differences(one, other, where=""):
    """Where two values differ: words and whole numbers at all, other numbers by more than NEAR."""
    if isinstance(one, dict):
        assert set(one) == set(other), where
        return [at for key in one for at in differences(one[key], other[key], f"{where}/{key}")]
    if isinstance(one, list | tuple):
        if len(one) != len(other):
            return [f"{where}: {len(one)} and {len(other)}"]
        each = enumerate(zip(one, other, strict=True))
        return [at for i, (a, b) in each for at in differences(a, b, f"{where}/{i}")]
    same = abs(one - other) <= NEAR if isinstance(one, float) else one == other
    return [] if same else [f"{where}: {one} and {other}"]


def test_every_kind_of_drawing_is_among_them(pictures):
    assert {picture["drawing"]["kind"] for picture in pictures.values()} == set(HANDS) == set(KINDS)


def test_matplotlib_draws_the_numbers(pictures):
    for name, picture in pictures.items():
        drawing = picture["drawing"]
        found = drawn_by_matplotlib.read(drawing, HANDS[drawing["kind"]](drawing))
        assert differences(told(drawing), found) == [], name


def test_the_page_draws_the_same_numbers(pictures, shown):
    for name, picture in pictures.items():
        drawing = picture["drawing"]
        found = drawn_by_the_page.read(drawing, shown[name])
        assert differences(told(drawing), found) == [], name


def test_who_cannot_see_a_drawing_is_told_of_it(pictures, shown):
    for name, picture in pictures.items():
        found = shown[name]
        assert found["role"] == "img"
        assert found["labelled"] == [found["name"], found["description"]], name
        assert found["name"] == picture["title"]
        assert found["description"] == picture["description"]


def test_no_word_is_clipped_or_small(shown):
    for name, found in shown.items():
        left, top, right, bottom = found["frame"]
        for word in found["words"]:
            box = word["box"]
            assert left - 1 <= box[0] <= box[2] <= right + 1, (name, word["text"])
            assert top - 3 <= box[1] <= box[3] <= bottom + 3, (name, word["text"])
            assert word["size"] >= SMALLEST, (name, word["text"])
