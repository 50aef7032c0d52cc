"""A lesson played in steps: by mouse, keys and touch, short and whole, half-way and on paper."""

import re

import pytest
from accessible import LOOK_IN, obstacles
from hands import Keyboard, Touch
from playwright.sync_api import expect
from running import wait_for
from written import LESSONS

from course.content.course import ours
from course.words import say

LESSON = LESSONS[6]


def steps(language, way="all", lesson=LESSON):
    """The steps of a lesson's way, up to its end."""
    listed = [one for one in ours().outline(lesson, language).steps if one.kind != "more"]
    return [one for one in listed if way == "all" or one.core]


def monday(language):
    """What the lesson suggests to do on Monday."""
    return next(one.monday for one in ours().outlines(language) if one.id == LESSON)


def see_step(me, all, at):
    """One step is shown: its heading, where it is in the lesson, and the page's name."""
    expect(me.page.locator(".step:not([hidden])")).to_have_count(1)
    expect(me.page.locator(".step:not([hidden]) > .heading")).to_have_text(all[at].title)
    where = me.said("step-of", n=at + 1, of=len(all))
    expect(me.page.locator("#where")).to_have_text(where)
    expect(me.page).to_have_title(re.compile(f"^{where}: {re.escape(all[at].title)}"))


def test_a_lesson_is_played_by_keys_and_the_browsers_back_leads_one_step_back(learner, watch):
    """No request tells where one reads: the address after # never leaves the browser."""
    me = learner("sv", Keyboard, steps="all").open_lesson(LESSON)
    asked = []
    me.page.on("request", lambda request: asked.append(request.url))
    all = steps("sv")
    for at in range(len(all) - 1):
        see_step(me, all, at)
        me.page.keyboard.press("ArrowRight")
        expect(me.page.locator(".step:not([hidden]) > .heading")).to_be_focused()
    see_step(me, all, len(all) - 1)
    me.page.keyboard.press("ArrowLeft")
    see_step(me, all, len(all) - 2)
    me.page.go_back()
    see_step(me, all, len(all) - 1)
    me.page.go_back()
    see_step(me, all, len(all) - 2)
    assert [url for url in asked if "/files/" not in url] == []


def test_arrows_are_the_cards_own_where_the_focus_is_in_a_card(learner):
    me = learner("sv", steps="all").open_lesson(LESSON)
    all = steps("sv")
    at = next(n for n, one in enumerate(all) if one.kind == "guess")
    me.page.locator(f"#of-lesson a[data-to={all[at].id}]").click()
    see_step(me, all, at)
    me.page.locator(".step:not([hidden]) .card input").first.focus()
    me.page.keyboard.press("ArrowRight")
    see_step(me, all, at)


@pytest.mark.parametrize(
    ("language", "width", "hand"),
    [
        ("sv", 1280, Keyboard),
        ("en", 360, Touch),
        pytest.param("en", 1280, Keyboard, marks=pytest.mark.sweep),
        pytest.param("sv", 360, Touch, marks=pytest.mark.sweep),
    ],
)
def test_the_short_way_ends_by_saying_so_and_offers_the_rest(learner, language, width, hand):
    touch = {"has_touch": True} if hand is Touch else {}
    me = learner(language, hand, steps="short", width=width, **touch).open_lesson(LESSON)
    short, all = steps(language, "short"), steps(language)
    for at in range(len(short)):
        see_step(me, short, at)
        if at < len(short) - 1:
            me.next_step()
    end = me.page.locator(".step.end")
    expect(end).to_contain_text(me.said("end-short"))
    promise = end.get_by_role("region", name=say("monday.make", language))
    expect(promise.get_by_role("textbox").first).to_have_value(monday(language))
    rest = end.locator(".rest a")
    assert rest.all_inner_texts() == [one.title for one in all if not one.core]
    me.hand.press(rest.first)
    see_step(me, all, next(n for n, one in enumerate(all) if not one.core))


def test_which_way_is_remembered(learner):
    me = learner("sv", steps="short").open_lesson(LESSON)
    me.hand.press(me.page.get_by_role("button", name=re.compile(me.said("way-all"))))
    see_step(me, steps("sv"), 0)
    me.open_lesson(LESSONS[1])
    see_step(me, steps("sv", lesson=LESSONS[1]), 0)


def test_a_step_that_was_left_is_opened_again_and_the_language_changes_there(learner, course):
    me = learner("sv", steps="all").open_lesson(LESSON)
    for _ in range(3):
        me.next_step()
    fourth = steps("sv")[3].id
    wait_for(lambda: (course.journal().place() or NOWHERE).cell == fourth, "the place to be kept")
    me.open_lesson(LESSON)
    see_step(me, steps("sv"), 3)
    me.page.get_by_role("link", name=me.said("other-language"), exact=True).click()
    me.language = "en"
    see_step(me.awake(), steps("en"), 3)


class NOWHERE:
    """The place of somebody who has been nowhere."""

    cell = ""


def test_a_citation_leads_to_its_work_and_back(learner):
    me = learner("sv", steps="all").open_lesson(LESSON)
    cited = me.page.locator(".step:not([hidden]) a[href^='#ref-']").first
    work = me.page.locator(cited.get_attribute("href"))
    cited.click()
    expect(work).to_be_in_viewport()
    me.page.go_back()
    see_step(me, steps("sv"), 0)


def test_without_a_script_and_on_paper_all_of_the_text_is_there(visitor, course, learner):
    titles = [one.title for one in steps("sv")]
    page = visitor(course, java_script_enabled=False)
    page.goto(course.url(f"sv/{LESSON}"))
    for title in titles:
        expect(page.locator(".heading", has_text=title)).to_be_visible()
    expect(page.locator("#go")).to_be_hidden()
    me = learner("sv", steps="short").open_lesson(LESSON)
    me.page.emulate_media(media="print")
    for title in titles:
        expect(me.page.locator(".heading", has_text=title)).to_be_visible()
    expect(me.page.locator("#go")).to_be_hidden()


def test_next_is_in_view_unless_the_window_is_low(learner):
    me = learner("sv", steps="all").open_lesson(LESSON)
    go = me.page.locator("#go")
    expect(me.page.locator("#next")).to_be_in_viewport()
    assert go.evaluate("nav => getComputedStyle(nav).position") == "fixed"
    me.page.set_viewport_size({"width": 640, "height": 390})
    assert go.evaluate("nav => getComputedStyle(nav).position") == "static"


def test_everybody_gets_in_at_each_sort_of_step(learner, language):
    lesson = LESSONS[4]
    me = learner(language, steps="all").open_lesson(lesson)
    for kind in ("scene", "play", "end"):
        at = next(one.id for one in steps(language, lesson=lesson) if one.kind == kind)
        me.open_lesson(lesson, at)  # the page is the same, and another step is shown
        expect(me.page.locator(f".step[data-step='{at}']")).to_be_visible()
        assert obstacles(me.page, language, LOOK_IN[language]) == [], kind
