"""The course as a folder on a plain web server: the engine runs in the browser alone."""

import json
import re
import shutil
import threading
import time
import zipfile
from collections import defaultdict
from datetime import date, timedelta
from urllib.parse import unquote, urlsplit

import pytest
from accessible import obstacles
from answers import right
from hosted import hosted
from playwright.sync_api import expect
from running import PATIENCE
from test_one_page import pages, write_lines
from written import LESSONS, exercises

from course.content.course import ours
from course.kinds import KINDS
from course.kinds.tried import cases
from course.paths import ROOT
from course.portfolio.seal import code_in
from course.runtimes.browser import installed
from course.runtimes.browser.engine import Engine
from course.runtimes.browser.shown import Files, served
from course.words import say
from tests.built_site import built

pytestmark = pytest.mark.edition

QUICKLY = 10
"""Seconds in which a page is ready for answers, also on a busy machine."""


class Site:
    """The folder as a plain file server gives it; each has an address of its own.

    ``gate`` is asked before the course's pack is given: it waits, or says that the file is missing.
    """

    is_preview = False

    def __init__(self, folder, gate=lambda: True):
        class Gated(Files):
            def do_GET(self):
                if not self.path.endswith("/course.zip.bin") or gate():
                    super().do_GET()
                else:
                    self.send_error(404)

        self._server = served(folder, Gated)
        self.address = f"http://127.0.0.1:{self._server.server_port}/"
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def url(self, path=""):
        """The address of a page, such as ``en/00-start``."""
        page, mark, place = path.partition("#")
        return f"{self.address}{page}{'index' if page.endswith('/') else ''}.html{mark}{place}"

    def close(self):
        """Serve no more."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@pytest.fixture(scope="session")
def folder(tmp_path_factory, worker_id):
    return built(tmp_path_factory, worker_id)


@pytest.fixture
def site(folder):
    site = Site(folder)
    yield site
    site.close()


@pytest.fixture
def me(learner, site):
    """A learner who has not begun."""
    return learner("sv", at=site, signed_in=False)


def awake(me):
    """The engine is awake, and what is asked of it has been answered."""
    expect(me.page.locator("html")).to_have_attribute("data-live", "true")


def one_of_each():
    """An exercise of every kind, in few lessons: each wakes an engine, which is what takes long.

    Of models it is one that has no frames to be played. The final test, which takes minutes, is
    answered in ``tests/runtimes/browser`` alone.
    """
    kinds = defaultdict(list)
    for one in (one for lesson in LESSONS for one in exercises(lesson, "sv")):
        is_played = one["kind"] == "explore" and one["model"] not in ("tie-strength", "brokers")
        if not is_played:
            kinds[one["kind"]].append(one)
    assert set(kinds) == set(KINDS)
    del kinds["test"]
    lessons, found = set(), []
    for all_of_it in sorted(kinds.values(), key=lambda all_of_it: len(lessons_of(all_of_it))):
        one = next((one for one in all_of_it if one["lesson"] in lessons), all_of_it[0])
        lessons.add(one["lesson"])
        found.append(one)
    return sorted(found, key=lambda one: one["lesson"])


def lessons_of(exercises):
    """The lessons that they are of."""
    return {one["lesson"] for one in exercises}


def answer(me, exercise):
    """Answer it rightly and see that it is saved; gives the answer."""
    how = cases(exercise["kind"]).work
    if how is not None:
        me.work(exercise)
        return None
    given = right(exercise, me.language).answer
    me.enter(exercise, given)
    me.submit(exercise)
    me.see_saved(exercise)
    return given


def test_every_kind_is_answered_and_kept_in_the_browser(me):
    """Then the page is loaded anew, and My answers and home tell of it; nobody else is asked."""
    begun = time.monotonic()
    me.open_lesson(LESSONS[0])
    assert time.monotonic() - begun < QUICKLY
    lesson, given = LESSONS[0], {}
    for exercise in one_of_each():
        if exercise["lesson"] != lesson:
            lesson = exercise["lesson"]
            me.open_lesson(lesson)
        given[exercise["title"]["sv"]] = answer(me, exercise)
    left = me.minutes_left()
    me.page.reload()
    me.awake()
    me.see_entered(exercise, given[exercise["title"]["sv"]])
    me.open("answers")
    awake(me)
    for title in given:
        expect(me.page.get_by_role("main")).to_contain_text(title)
    me.open("")
    awake(me)
    assert me.minutes_left() == left
    expect(me.page.locator("#saved")).to_have_text(say("browser.saved-here", "sv"))


def test_answers_are_taken_along_and_brought_back(me, learner, folder, tmp_path):
    exercise = next(one for one in exercises("00-start", "sv") if one["kind"] == "choice")
    me.open_lesson("00-start")
    answer(me, exercise)
    me.open("answers")
    awake(me)
    with me.page.expect_download() as loading:
        me.page.get_by_role("link", name=me.said("download")).click()
    file = tmp_path / "my-answers.zip"
    loading.value.save_as(file)

    elsewhere = Site(folder)
    other = learner("en", at=elsewhere, signed_in=False)
    other.open("answers")
    awake(other)
    expect(other.page.get_by_role("main")).to_contain_text(other.said("no-answers"))
    other.page.get_by_label(other.said("bring-back")).set_input_files(file)
    other.page.get_by_role("button", name=other.said("import"), exact=True).click()
    main = other.page.get_by_role("main")
    expect(main).to_contain_text(exercise["title"]["en"])
    other.page.reload()  # it is kept there, and not only shown
    awake(other)
    expect(main).to_contain_text(exercise["title"]["en"])
    other.page.get_by_text(other.said("delete"), exact=True).click()
    other.page.get_by_role("button", name=other.said("delete-for-good")).click()
    expect(main).to_contain_text(other.said("no-answers"))
    elsewhere.close()


def test_nothing_keeps_anybody_from_the_page_for_those_who_lead(me, learner, site):
    assert obstacles(me.open("leaders").page, "sv") == []
    other = learner("en", at=site, signed_in=False)
    assert obstacles(other.open("leaders").page, "en") == []


def test_all_that_is_ever_asked_is_a_file_of_the_folder(learner, folder):
    """Seen by the server, which the pages, their workers and what keeps them all ask alike.

    What is answered stands in no address, nothing is sent, and a lesson's steps are not told.
    """
    asked = []

    class Listed(Files):
        def parse_request(self):
            is_one = super().parse_request()
            asked.append((self.command, self.path, self.headers.get("Content-Length")))
            return is_one

    with hosted(folder, Listed) as site:
        me = learner("sv", at=site, signed_in=False).open_lesson("00-start", "c12")
        exercise = next(one for one in exercises("00-start", "sv") if one["kind"] == "reflection")
        me.enter(exercise, "Samtal om Kajgatan")
        me.submit(exercise)
        me.see_saved(exercise)
        expect(me.page.locator("#offline")).to_be_visible(timeout=1000 * PATIENCE)  # all is kept
        for page in ("", "answers", "plan", "certificate", "verify"):
            me.open(page)
            awake(me)
        for page in ("own", "glossary", "people", "leaders"):
            me.open(page)
    assert {method for method, _, _ in asked} == {"GET"}
    assert {length for _, _, length in asked} == {None}
    paths = {unquote(urlsplit(path).path).lstrip("/") for _, path, _ in asked}
    assert paths - {"favicon.ico"} <= {
        file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()
    }
    told = " ".join(unquote(path) for _, path, _ in asked)
    assert "Kajgatan" not in told
    assert "c12" not in told
    queries = {urlsplit(path).query for _, path, _ in asked} - {""}
    assert all(query.startswith("language=sv&lesson=") for query in queries), queries


def test_who_answers_before_the_engine_is_awake_is_answered_then(learner, folder):
    """Cards are drawn from the page; what is sent waits while the engine is on its way."""
    come = threading.Event()
    site = Site(folder, gate=lambda: come.wait(PATIENCE))
    me = learner("sv", at=site, signed_in=False).open_lesson("00-start")
    exercise = next(one for one in exercises("00-start", "sv") if one["kind"] == "choice")
    me.enter(exercise, right(exercise, "sv").answer)
    me.submit(exercise)
    expect(me.card(exercise).locator(".verdict")).to_be_empty()
    come.set()
    me.see_saved(exercise)
    site.close()


def test_a_room_is_shown_a_lesson_and_nothing_of_it_is_kept(me, site):
    """From the page of those who lead; a model on the big screen is played as on one's own."""
    me.open("leaders")
    me.page.locator('a[href="present/06-across-boundaries.html"]').click()
    me.page.wait_for_url("**/present/06-across-boundaries.html")
    awake(me)
    shown = json.loads(me.page.locator("#lesson").text_content())["exercises"]
    at = next(n for n, one in enumerate(shown) if one["played"] and len(one["questions"]) == 1)
    for _ in range(at + 1):
        me.page.keyboard.press("Shift+ArrowRight" if _ < at else "ArrowRight")
    expect(me.page.locator("#stage .model-alone, #stage.model-alone")).to_be_visible()
    expect(me.page.locator("#stage svg").first).to_be_visible()
    me.open("leaders")  # by then it would be kept
    me.open_lesson("00-start")
    awake(me)
    assert me.page.evaluate(KEPT) == []


KEPT = """async () => {
  const scripts = performance.getEntriesByType("resource").map(({ name }) => name);
  const at = scripts.find((name) => name.endsWith("/worker-session.js"));
  return (await (await import(new URL("kept.js", at).href)).open()).lines();
}"""
"""What lies in the browser's database."""

FULL = """() => {
  self.put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = () => { throw new DOMException("no room", "QuotaExceededError"); };
}"""


def test_what_finds_no_room_is_said_and_kept_when_there_is_some(me, watch):
    watch.forgive("no room")
    me.open_lesson("00-start")
    first, second = (
        next(one for one in exercises("00-start", "sv") if one["kind"] == kind)
        for kind in ("choice", "reflection")
    )
    me.enter(first, right(first, "sv").answer)
    me.submit(first)
    me.see_saved(first)
    (worker,) = me.page.workers
    worker.evaluate(FULL)
    me.enter(second, right(second, "sv").answer)
    me.submit(second)
    card = me.card(second)
    expect(card.locator(".row .saved")).to_have_text(say("browser.not-kept-full", "sv"))
    worker.evaluate("() => { IDBObjectStore.prototype.put = self.put; }")
    # What is begun is a message as well, with which all is tried again.
    me.hand.write(card.get_by_role("textbox"), "Något mer.")
    expect(me.page.locator("#saved")).to_have_text(say("browser.saved-here", "sv"))
    me.open("answers")
    awake(me)
    main = me.page.get_by_role("main")
    expect(main).to_contain_text(second["title"]["sv"])


def test_an_engine_that_cannot_be_had_is_told_and_the_text_stays(learner, folder, watch):
    watch.forgive("404")
    site = Site(folder, gate=lambda: False)
    me = learner("sv", at=site, signed_in=False).open("01-what-counts")
    expect(me.page.get_by_text(say("browser.engine-gone-title", "sv"))).to_be_visible()
    expect(me.page.locator("h1")).to_be_visible()
    me.page.close()  # it may still ask for scripts
    site.close()


def kept_for_later(me):
    """The browser has all of the course, and says so."""
    expect(me.page.locator("#offline")).to_have_text(say("browser.offline-ready", me.language))


def test_without_a_network_the_course_goes_on(learner, folder):
    """Another lesson than was read, an answer that is kept, a page of one's own, a check."""
    site = Site(folder)
    me = learner("sv", at=site, signed_in=False).open_lesson("00-start")
    kept_for_later(me)
    site.close()
    exercise = next(one for one in one_of_each() if one["lesson"] != "00-start")
    me.open_lesson(exercise["lesson"])
    answer(me, exercise)
    me.open("answers")
    awake(me)
    expect(me.page.get_by_role("main")).to_contain_text(exercise["title"]["sv"])

    lines = (ROOT / "tests" / "landed" / "whole-en.jsonl").read_bytes()
    certificate = Engine(ours(), "sv", lines).certificate("Karin", timed=False, does="page")
    me.open("verify")
    awake(me)
    given = {"name": "a.html", "mimeType": "text/html", "buffer": certificate.encode()}
    me.page.get_by_label(say("verify.file", "sv")).set_input_files(given)
    me.page.get_by_role("button", name=say("verify.check", "sv"), exact=True).click()
    told = say("verify.unchanged", "sv", name="a.html", code=code_in(certificate))
    expect(me.page.get_by_role("status").filter(has_text=told)).to_be_visible()


def as_another_version(folder):
    """The folder as if it were built anew: headings say something else, and all names differ."""
    old = engine(folder).name
    for page in folder.rglob("*.html"):
        html = page.read_text("utf-8").replace(old, old[::-1]).replace("</h1>", " nu</h1>")
        page.write_text(html, "utf-8")
    for part in ("engine", "files"):
        (folder / part / old).rename(folder / part / old[::-1])
    for file in [*folder.glob("app-*.json"), folder / "keeper.js"]:
        file.unlink()
    installed.write(folder)


def engine(folder):
    """The folder of its engine, which is named by the version."""
    (found,) = (folder / "engine").iterdir()
    return found


def test_a_newer_version_is_taken_between_pages_and_the_older_one_is_removed(
    learner, folder, tmp_path
):
    """The page that is open has its own files until then, and all of the newer one is kept."""
    here = tmp_path / "site"
    shutil.copytree(folder, here)
    site = Site(here)
    me = learner("sv", at=site, signed_in=False).open("glossary")
    kept_for_later(me)
    as_another_version(here)
    me.open("people")  # as it was; a newer version is looked for then
    expect(me.page.locator("#offline")).to_have_text(say("browser.offline-newer", "sv"))
    expect(me.page.locator("h1")).not_to_have_text(re.compile(" nu$"))
    has = f"async () => (await fetch('/engine/{engine(folder).name}/worker.js')).ok"
    assert me.page.evaluate(has)
    site.close()
    me.open("glossary")
    expect(me.page.locator("h1")).to_have_text(re.compile(" nu$"))
    me.page.wait_for_function("async () => (await caches.keys()).length === 1")
    me.open_lesson("00-start")


def test_the_plan_is_written_where_it_stands_and_taken_along(me, tmp_path):
    me.open("plan")
    awake(me)
    owner = me.page.get_by_role("textbox", name=say("plan.field-owner", "sv"), exact=True)
    problem = me.page.get_by_role("textbox", name=say("plan.field-problem", "sv"), exact=True)
    about = me.page.locator("#plan-about")
    for written, key in (("Någon", "about"), ("", "empty"), ("Enhetschefen", "about")):
        owner.fill(written)
        problem.focus()  # what is written is kept when one leaves its place
        expect(about).to_have_text(say(f"plan.{key}", "sv"))
    problem.fill("Nio")
    for kind, inside in (("docx", "word/document.xml"), ("pptx", "ppt/presentation.xml")):
        with me.page.expect_download() as loading:
            me.page.get_by_role("button", name=say(f"plan.as-{kind}", "sv")).click()
        loading.value.save_as(tmp_path / f"plan.{kind}")
        with zipfile.ZipFile(tmp_path / f"plan.{kind}") as archive:
            assert archive.testzip() is None
            assert (kind == "pptx") or b"Enhetschefen" in archive.read(inside)
    expect(me.page.locator("#plan-said")).to_have_text(say("browser.saved-here", "sv"))
    me.page.reload()
    awake(me)
    expect(owner).to_have_text("Enhetschefen")


def test_a_plan_that_runs_over_its_page_says_by_how_much_and_a_part_goes_to_the_appendix(me):
    """The printer counts the pages: one line too many is two of them."""
    me.open("plan")
    awake(me)
    page = me.page
    told, offered = page.locator("#plan-over"), page.locator("#plan-long button")
    write_lines(page, 60)
    expect(told).to_be_visible()
    over = int(re.search(r"\d+", told.inner_text())[0])
    write_lines(page, 60 - over)
    expect(told).to_have_text(say("plan.fits", "sv"))
    assert pages(page) == 1
    write_lines(page, 61 - over)
    expect(told).to_contain_text(say("plan.one-line", "sv"))
    assert pages(page) == 2
    offered.first.click()
    expect(told).to_have_text(say("plan.fits", "sv"))
    assert pages(page) == 1
    expect(page.locator("#plan-said")).to_have_text(say("browser.saved-here", "sv"))
    page.reload()
    awake(me)
    expect(page.locator(".in-appendix [data-part]")).to_have_count(1)


def test_the_home_page_asks_about_the_plan_s_day_and_not_again_after_not_now(me):
    me.open("plan")
    awake(me)
    start = me.page.get_by_label(say("plan.field-start", "sv"), exact=True)
    start.fill((date.today() - timedelta(days=61)).isoformat())
    start.blur()
    expect(me.page.locator("#plan-happened-60")).to_be_visible()  # it is shown as soon as known
    expect(me.page.locator("#plan-happened-90")).to_be_hidden()
    expect(me.page.locator("#plan-said")).to_have_text(say("browser.saved-here", "sv"))
    me.open()
    awake(me)
    follow = me.page.locator("#follow")
    expect(follow.get_by_role("heading")).to_contain_text("61 dagar")
    follow.get_by_role("button", name=say("follow.not-now", "sv")).click()
    expect(follow.get_by_role("status")).to_have_text(say("follow.later", "sv"))
    me.page.reload()
    awake(me)
    expect(follow).to_have_count(0)
