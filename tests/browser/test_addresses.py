"""Which address leads where: wrong ones are told in the reader's language, strangers stay out."""

import re

import pytest
from playwright.sync_api import expect
from written import LESSONS

from course.text import say


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
    links = {link.evaluate("link => link.href") for link in me.page.get_by_role("link").all()}
    lessons = {me.course.url(f"en/{lesson}") for lesson in LESSONS}
    assert lessons <= links
    for link in links - lessons:  # other tests open the lessons
        assert me.page.request.get(link).ok, link


PAGES = ["course/", "course/en/", f"course/en/{LESSONS[0]}", "course/en/answers", "lab"]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_wants_the_token(visitor, course, path):
    page = visitor(course, signed_in=False)
    page.goto(course.base + path)
    expect(page).to_have_url(re.compile(r"/login\?next="))
    assert say("course", "en") not in page.title()


@pytest.mark.parametrize(
    ("path", "method"),
    [
        ("api/contents", "GET"),
        ("api/kernels", "POST"),
        ("course/en/answers?download=1", "GET"),
        ("course/en/answers", "POST"),
        ("course/en/plan", "GET"),
        ("course/en/plan?download=text", "GET"),
        ("course/en/certificate", "GET"),
        ("course/api/place", "POST"),
        ("course/api/standing/en", "GET"),
        ("course/api/leave/some-kernel", "POST"),
        (f"files/exercises/{LESSONS[0]}/any.yml", "GET"),
    ],
)
def test_a_question_wants_the_token(visitor, course, path, method):
    """A stranger is sent to the login page or refused, and gets no answer."""
    page = visitor(course, signed_in=False)
    answer = page.request.fetch(course.base + path, method=method, max_redirects=0)
    assert answer.status in (302, 403)
    if answer.status == 302:
        assert "/login?" in answer.headers["location"]


def test_a_wrong_token_is_no_token(visitor, course):
    page = visitor(course, signed_in=False)
    page.goto(course.url("en/?token=" + "0" * len(course.token)))
    expect(page).to_have_url(re.compile("/login"))
