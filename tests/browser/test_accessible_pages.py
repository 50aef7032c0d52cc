"""Every page for everybody: axe finds nothing, the keyboard gets in, a narrow window will do.

The lessons themselves are looked at in ``test_lessons.py``, with all that is said to an answer.
"""

import re

import pytest
from accessible import LOOK_IN, obstacles, wider_than_the_window
from answers import fill_journal, right
from hands import Keyboard
from playwright.sync_api import expect
from test_own import PEOPLE, TIES, OwnPage
from written import LESSONS, exercises, first

from course.kinds.tried import cases

LESSON = first("network")["lesson"]
"""The lesson with the widest exercise."""


def test_the_pages_around_the_lessons(learner, course, watch, language):
    """The home page and my answers, both before and after, and the page for a wrong address."""
    watch.forgive("404")
    me = learner(language)
    for path in ("", "answers", "plan", "certificate", "no-such-page"):
        assert obstacles(me.open(path).page, language, LOOK_IN[language]) == []
    fill_journal(course.journal(), LESSONS[0], language)
    course.journal().record_place(LESSONS[0], "c05", language=language)
    for path in ("", "answers", "plan"):
        assert obstacles(me.open(path).page, language, LOOK_IN[language]) == []


@pytest.mark.parametrize("path", ["", "answers", "glossary", LESSON])
def test_a_page_that_opens_narrow_stays_narrow(learner, path):
    """Some things are laid out when a page is opened, not when its window changes."""
    me = learner("sv", width=320)
    if path == LESSON:
        me.open_lesson(path)
    else:
        me.open(path)
    assert wider_than_the_window(me.page) == []


_STAYING = """() => [...document.querySelectorAll('body *')]
  .filter((one) => ['fixed', 'sticky'].includes(getComputedStyle(one).position))
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height)
  .map((one) => one.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("kind", ["scale", "network", "lab"])
def test_at_four_hundred_per_cent_nothing_stays_and_nothing_is_wider(learner, kind):
    """A window of 1280 by 1024 at 400 % is 320 by 256: what stayed would leave no room to read."""
    exercise = first(kind)
    me = learner("sv", width=320, height=256, steps="all").open_at(exercise)
    assert me.page.evaluate(_STAYING) == []
    assert wider_than_the_window(me.page) == []


def test_the_page_that_has_lost_its_line(learner):
    me = learner("sv")
    me.page.route_web_socket(re.compile("/line"), lambda line: line.close())
    me.open(LESSONS[0])
    expect(me.page.get_by_role("alert")).to_contain_text(me.said("engine-gone"))
    assert obstacles(me.page, "sv", LOOK_IN["sv"]) == []


def test_the_skip_link_is_first_and_leads_past_the_menus(learner, watch):
    watch.forgive("404")
    me = learner("en", Keyboard)
    for path in ("", "answers", LESSONS[0], "no-such-page"):
        me.open(path)
        me.page.keyboard.press("Tab")
        skip = me.page.get_by_role("link", name=me.said("skip"), exact=True)
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport()
        me.page.keyboard.press("Enter")
        expect(me.page.get_by_role("main")).to_be_focused()


def test_on_paper_there_is_the_lesson_and_no_menu(learner, course):
    fill_journal(course.journal(), LESSON, "sv")
    me = learner("sv").open_lesson(LESSON)
    assert me.page.get_by_role("navigation").count() > 1
    me.page.emulate_media(media="print")
    expect(me.page.get_by_role("navigation")).to_have_count(0)
    expect(me.page.get_by_role("link", name=me.said("skip"))).to_have_count(0)
    expect(me.page.get_by_role("progressbar")).to_have_count(0)
    expect(me.page.get_by_role("heading", level=1)).to_be_visible()
    for exercise in exercises(LESSON):
        card = me.card(exercise)
        expect(card).to_be_visible()
        counted = cases(exercise["kind"]).counted
        if counted is None or card.locator(".paper").count() == 0:
            me.see_entered(exercise, right(exercise, "sv").answer)
            continue
        # A deck lies open on paper: each of its cards where it was put, with its reason.
        put = card.locator(".paper > *").filter(has_text="●").filter(has_text=me.word("mark-right"))
        expect(put).to_have_count(len(exercise[counted.things]))


def test_ones_own_organisation_in_each_of_its_states(learner, language):
    own = OwnPage(learner(language))
    expect(own.page.locator("#own")).to_have_attribute("data-live", "true")
    assert obstacles(own.page, language, LOOK_IN[language]) == []
    own.paste(TIES, PEOPLE)
    expect(own.heading("understood")).to_be_visible()
    assert obstacles(own.page, language, LOOK_IN[language], within=".understood") == []
    own.agree()
    own.page.locator(".names button").first.click()
    own.button("spread-run").click()
    expect(own.page.locator(".spread table")).to_be_visible()
    assert obstacles(own.page, language) == []
