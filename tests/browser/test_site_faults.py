"""The course on a bad server, in an old browser, or where nothing may be kept: told in words."""

import json

import pytest
from answers import right
from hosted import (
    AsksForLogin,
    Clumsy,
    ScriptsAsText,
    Spoils,
    SpoilsCourse,
    SpoilsLibrary,
    Strict,
    Tears,
    WithoutDatabase,
    hosted,
)
from playwright.sync_api import expect
from written import exercises

from course.words import say
from tests.built_site import built

pytestmark = pytest.mark.edition


@pytest.fixture(scope="session")
def folder(tmp_path_factory, worker_id):
    return built(tmp_path_factory, worker_id)


def choice():
    return next(one for one in exercises("00-start", "sv") if one["kind"] == "choice")


def answered(me):
    """Answer an exercise; gives it."""
    exercise = choice()
    me.enter(exercise, right(exercise, "sv").answer)
    me.submit(exercise)
    return exercise


@pytest.mark.parametrize("files", [Clumsy, Strict])
def test_a_server_that_knows_less_or_does_more_is_no_hindrance(learner, folder, files):
    with hosted(folder, files) as site:
        me = learner("sv", at=site, signed_in=False).open_lesson("00-start")
        me.see_saved(answered(me))


@pytest.mark.parametrize(
    "files", [Tears, Spoils, SpoilsCourse, SpoilsLibrary, AsksForLogin, ScriptsAsText]
)
def test_what_does_not_come_as_it_left_is_told_and_the_text_stays(learner, folder, files, watch):
    watch.forgive("error in the console", "fault in a script")
    with hosted(folder, files) as site:
        me = learner("sv", at=site, signed_in=False).open("00-start")
        expect(me.page.get_by_text(say("browser.engine-gone-title", "sv")).last).to_be_visible()
        expect(me.page.get_by_text(say("browser.engine-gone", "sv"))).to_be_visible()
        expect(me.page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("missing", ["WebAssembly", "Worker", "BroadcastChannel"])
def test_an_old_browser_has_the_text_the_pictures_and_a_sentence(learner, folder, missing, watch):
    watch.forgive("error in the console", "fault in a script")
    with hosted(folder) as site:
        me = learner("sv", at=site, signed_in=False)
        me.page.add_init_script(f"delete self.{missing}")
        me.open("00-start")
        expect(me.page.get_by_text(say("browser.old", "sv"))).to_be_visible()
        expect(me.page.locator("figure svg").first).to_be_visible()
        expect(me.page.locator("h1")).to_be_visible()


def test_where_nothing_can_be_kept_the_head_says_so_and_answers_are_judged(learner, folder):
    with hosted(folder, WithoutDatabase) as site:
        me = learner("sv", at=site, signed_in=False).open_lesson("00-start")
        exercise = answered(me)
        why = say("browser.not-kept-permission", "sv")
        expect(me.page.locator("#saved")).to_have_text(why)
        expect(me.card(exercise).locator(".row .saved")).to_have_text(why)


def test_answers_of_a_newer_version_are_refused_in_words_and_none_is_taken(learner, folder):
    head = json.dumps({"format": "nya-satt-att-tanka-journal", "version": 1001})
    file = {"name": "nyare.jsonl", "mimeType": "text/plain", "buffer": head.encode()}
    with hosted(folder) as site:
        me = learner("sv", at=site, signed_in=False).open("answers").awake()
        main = me.page.get_by_role("main")
        me.page.get_by_label(me.said("bring-back")).set_input_files(file)
        me.page.get_by_role("button", name=me.said("import"), exact=True).click()
        why = say("error.journal-of-later-version", "sv", name="nyare.jsonl")
        expect(main).to_contain_text(why)
        expect(main).to_contain_text(me.said("no-answers"))


def test_one_press_and_nothing_is_kept_until_another(learner, folder):
    """All there is, in every tab; what a page has in memory can be kept after all."""
    with hosted(folder) as site:
        me = learner("sv", at=site, signed_in=False).open_lesson("00-start")
        exercise = answered(me)
        me.see_saved(exercise)
        nothing = me.page.get_by_role("button", name=say("browser.keep-nothing", "sv"), exact=True)
        nothing.click()
        head = me.page.locator("#saved")
        expect(head).to_have_text(say("browser.not-kept-nothing", "sv"))
        again = me.page.get_by_role("button", name=say("browser.keep-again", "sv"))
        expect(again).to_be_focused()
        kept = "async () => (await (await import(KEPT)).open()).lines()"
        kept = kept.replace("KEPT", f"'{engine(folder)}/kept.js'")
        assert me.page.evaluate(kept) == []
        assert me.page.evaluate("Object.keys(localStorage)") == []
        other = me.page.context.new_page()
        other.goto(site.url("sv/answers"))
        expect(other.locator("html")).to_have_attribute("data-live", "true")
        expect(other.locator("#saved")).to_have_text(say("browser.not-kept-nothing", "sv"))
        expect(other.get_by_role("main")).to_contain_text(me.said("no-answers"))
        again.click()
        expect(head).to_have_text(say("browser.saved-here", "sv"))
        expect(other.locator("#saved")).to_have_text(say("browser.saved-here", "sv"))
        me.page.wait_for_function(f"async () => (await ({kept})()).length === 1")


def engine(folder):
    (name,) = (folder / "engine").iterdir()
    return f"/engine/{name.name}"
