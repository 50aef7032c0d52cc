"""The folder on nginx and on Apache, with what docs/hosting.md gives for them."""

import re

import pytest
from answers import right
from playwright.sync_api import expect
from running import PATIENCE
from web_servers import apache, headers, nginx, web_server
from written import exercises

from course.words import say
from tests.built_site import built

pytestmark = pytest.mark.edition

SERVERS = pytest.mark.parametrize("program", [nginx, apache])

KINDS = {
    ".bin": "application/octet-stream",
    ".css": "text/css",
    ".html": "text/html",
    ".js": "(text|application)/javascript",
    ".json": "application/json",
    ".svg": r"image/svg\+xml",
    ".woff2": "font/woff2",
}
"""What a browser has to be told of each kind: by HTML of scripts, else as registered with IANA."""

TEXTS = {".css", ".html", ".js", ".json", ".svg"}
"""What the examples have compressed."""


@pytest.fixture(scope="session")
def folder(tmp_path_factory, worker_id):
    return built(tmp_path_factory, worker_id)


def one_of_each(folder):
    """The largest file of every kind that a browser asks for, by its address in the folder."""
    files = sorted(folder.rglob("*.*"), key=lambda file: file.stat().st_size)
    each = {file.suffix: file for file in files if file.suffix in KINDS}
    assert set(each) == set(KINDS)
    return {kind: file.relative_to(folder).as_posix() for kind, file in each.items()}


@SERVERS
@pytest.mark.parametrize("place", ["/", "/kurser/innovation/"])
def test_the_course_is_taken_and_goes_on_without_the_server(learner, folder, program, place):
    with web_server(program, folder, place) as site:
        for kind, file in one_of_each(folder).items():
            said = headers(site.address + file)
            assert re.match(KINDS[kind], said["Content-Type"]), (kind, said["Content-Type"])
            assert (said["Content-Encoding"] == "gzip") == (kind in TEXTS), kind
            is_kept = file.startswith(("engine/", "files/"))
            cached = "max-age=31536000, immutable" if is_kept else "no-cache"
            assert said["Cache-Control"] == cached, file
        assert headers(f"{site.address}keeper.js")["Cache-Control"] == "no-cache"

        me = learner("sv", at=site, signed_in=False).open("").awake()
        me.open_lesson("00-start")
        exercise = next(one for one in exercises("00-start", "sv") if one["kind"] == "choice")
        given = right(exercise, "sv")
        me.enter(exercise, given.answer)
        me.submit(exercise)
        me.see(exercise, given)
        me.see_saved(exercise)
        offline = me.page.locator("#offline")
        ready = say("browser.offline-ready", "sv")
        expect(offline).to_have_text(ready, timeout=1000 * PATIENCE)
        scope = "async () => (await navigator.serviceWorker.ready).scope"
        assert me.page.evaluate(scope) == site.address
        site.stop()
        me.page.reload()
        me.awake()
        me.see_entered(exercise, given.answer)


@SERVERS
def test_a_server_that_compresses_everything_once_more_does_no_harm(learner, folder, program):
    with web_server(program, folder, compresses_all=True) as site:
        packed = one_of_each(folder)[".bin"]
        assert headers(site.address + packed)["Content-Encoding"] == "gzip"
        me = learner("sv", at=site, signed_in=False).open_lesson("00-start")
        exercise = next(one for one in exercises("00-start", "sv") if one["kind"] == "choice")
        me.enter(exercise, right(exercise, "sv").answer)
        me.submit(exercise)
        me.see_saved(exercise)
