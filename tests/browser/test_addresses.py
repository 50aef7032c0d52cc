"""Which address leads where: wrong ones are told in the reader's language, strangers stay out."""

import re

import pytest
from accessible import wider_than_the_window
from answers import fill_journal
from playwright.sync_api import expect
from written import LESSONS

from course.paths import LANGUAGES
from course.words import say


@pytest.mark.parametrize("path", ["99-no-such-lesson", "no-such-page", f"{LESSONS[0]}/more"])
def test_a_wrong_address_is_told_in_its_language(learner, watch, language, path):
    watch.forgive("404")
    me = learner(language)
    answer = me.page.goto(me.course.url(f"{language}/{path}"))
    assert answer.status == 404
    expect(me.page.locator("html")).to_have_attribute("lang", language)
    expect(me.page.get_by_role("heading", level=1)).to_have_text(me.said("not-here"))
    expect(me.page.get_by_role("main")).to_contain_text(me.said("not-found"))
    me.page.get_by_role("link", name=me.said("to-start")).click()
    expect(me.page).to_have_url(me.course.url(f"{language}/"))


@pytest.mark.parametrize("path", ["de/", f"de/{LESSONS[0]}"])
def test_an_unknown_language_is_told_in_the_one_used_last(learner, watch, course, language, path):
    watch.forgive("404")
    course.journal().record_place(LESSONS[0], "c03", language=language)
    me = learner(language)
    assert me.page.goto(course.url(path)).status == 404
    expect(me.page.locator("html")).to_have_attribute("lang", language)
    expect(me.page.get_by_role("main")).to_contain_text(me.said("not-found"))


def test_every_link_of_the_home_page_leads_somewhere(learner):
    me = learner("en").open()
    # Those of the map are SVG's, whose href is no text.
    address = "link => new URL(link.getAttribute('href'), document.baseURI).href"
    links = {link.evaluate(address) for link in me.page.get_by_role("link").all()}
    lessons = {me.course.url(f"en/{lesson}") for lesson in LESSONS}
    assert lessons <= links
    for link in links - lessons:  # other tests open the lessons
        assert me.page.request.get(link).ok, link


@pytest.mark.parametrize("path", ["", *(f"{one}/" for one in LANGUAGES), f"en/{LESSONS[0]}"])
def test_a_stranger_is_told_how_to_come_in(visitor, course, watch, path):
    """Old bookmarks, too: in both languages, the page's own first, and nothing of the learner's."""
    watch.forgive("403")
    fill_journal(course.journal(), LESSONS[0], "sv")
    page = visitor(course, signed_in=False)
    assert page.goto(course.url(path)).status == 403
    own = path.partition("/")[0] or "sv"
    for language in LANGUAGES:
        said = page.locator(f"section[lang={language}]")
        expect(said.get_by_role("heading")).to_have_text(say("door.title", language))
        expect(said).to_contain_text(say("door.words", language))
    expect(page.locator("section").first).to_have_attribute("lang", own)
    expect(page.get_by_role("progressbar")).to_have_count(0)
    assert not wider_than_the_window(page)


def test_whoever_shows_the_key_is_let_in_and_the_address_does_not_keep_it(visitor, course):
    page = visitor(course, signed_in=False)
    page.goto(course.address)
    expect(page).to_have_url(re.compile("/course/(sv|en)/$"))
    page.go_back()
    expect(page).not_to_have_url(re.compile("key="))
    assert course.key not in page.content()


def test_a_wrong_key_is_no_key(visitor, course, watch):
    watch.forgive("403")
    page = visitor(course, signed_in=False)
    page.goto(course.address.replace(course.key, "0" * len(course.key)))
    expect(page.get_by_role("heading", name=say("door.title", "sv"))).to_be_visible()


def test_without_cookies_the_door_says_so(browser, course, watch):
    """A browser that keeps no cookie comes back to the door, and not to an endless way round."""
    watch.forgive("403")
    context = browser.new_context()
    watch.follow(context)
    context.route("**/*", lambda route: route.continue_(headers={
        name: value for name, value in route.request.headers.items() if name != "cookie"
    }))  # fmt: skip
    page = context.new_page()
    page.goto(course.address)
    context.clear_cookies()
    expect(page.get_by_role("heading", name=say("door.title", "sv"))).to_be_visible()
    context.close()
