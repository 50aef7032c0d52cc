"""Who comes back: what is asked anew by mouse, keys and touch, and how Monday went."""

import pytest
from accessible import LOOK_IN, NARROW, WIDE, obstacles
from hands import Keyboard, Mouse, Touch
from playwright.sync_api import expect
from returned import PLACE, come_back
from running import wait_for

from course.content.course import ours
from course.words import say
from tests.benchmarks.weighed import MOST_AT_HOME, loaded

pytestmark = pytest.mark.sweep

PHONE = {"width": 360, "height": 740, "has_touch": True, "is_mobile": True}


@pytest.mark.parametrize(
    ("hand", "looks", "options", "language"),
    [
        (Mouse, LOOK_IN["sv"], {}, "en"),
        (Keyboard, WIDE, {}, "sv"),
        (Touch, NARROW, PHONE, "sv"),
    ],
    ids=["mouse", "keyboard", "touch"],
)
def test_a_card_comes_back_and_is_answered_at_once(course, learner, hand, looks, options, language):
    card, group = come_back(course.home, language)
    me = learner(language, hand, at=course, **options).open()
    asked = me.page.locator("#anew")
    expect(asked.locator(".thing")).to_have_text(card.text.in_language(language))
    exercise = ours().exercise(*PLACE)
    n = next(i for i, one in enumerate(exercise.groups) if one.id == group)
    option = asked.get_by_role("group").get_by_role("button").nth(n)
    if hand is Keyboard:  # a digit counts with the focus in the card, and nowhere else
        me.page.keyboard.press(str(n + 1))
        expect(asked.locator(".say")).to_have_count(0)
        me.hand.go_to(asked.get_by_role("group").get_by_role("button").first)
        me.page.keyboard.press(str(n + 1))
    else:
        me.hand.press(option)
    told = asked.get_by_role("status")
    expect(told).to_contain_text(say("recall.remembered", language))
    expect(told).to_contain_text(card.feedback.in_language(language).strip())
    expect(option).to_contain_text(say("recall.right", language))
    finish = asked.get_by_role("button", name=say("recall.finish", language))
    expect(finish).to_be_focused()
    wait_for(lambda: course.journal().recalls(*PLACE), "the answer to be kept")
    (event,) = course.journal().recalls(*PLACE)
    assert (event.item, event.verdict) == (card.id, {"right": True})
    assert obstacles(me.page, language, looks) == []


def test_monday_is_asked_about_once_and_stands_in_the_plan(course, learner):
    come_back(course.home, "en")
    me = learner("en", at=course).open()
    asked = me.page.locator("#asked")
    expect(asked.locator(".thing")).to_have_text("<b>Ask</b> Johan.")
    asked.get_by_role("textbox").fill("He said <i>yes</i>.")
    me.hand.press(asked.get_by_role("button", name=say("monday.done", "en")))
    expect(asked.get_by_role("status")).to_have_text(say("monday.thanks-done", "en"))
    wait_for(lambda: course.journal().outcome(course.journal().promises()[0].id), "it to be kept")
    me.page.reload()
    expect(me.page.locator("#asked")).to_have_count(0)
    me.open("plan")
    expect(me.page.get_by_text("Done. He said <i>yes</i>.")).to_be_visible()
    with me.page.expect_download() as download:
        me.page.get_by_role("link", name=say("monday.calendar", "en")).click()
    assert "SUMMARY;LANGUAGE=en:<b>Ask</b> Johan." in download.value.path().read_text("utf-8")


def test_a_promise_is_made_at_the_end_of_a_lesson(course, learner):
    me = learner("sv", at=course).open_lesson("01-what-counts")
    promise = me.page.locator("#promise")
    promise.evaluate("one => one.closest('[data-step]')?.removeAttribute('hidden')")
    expect(promise.locator("textarea")).to_have_value(
        next(one.monday for one in ours().outlines("sv") if one.id == "01-what-counts")
    )
    promise.locator("textarea").evaluate("one => { one.value = 'Fråga Åsa.'; }")
    promise.get_by_role("button", name=say("monday.promise", "sv"), include_hidden=True).evaluate(
        "one => one.click()"
    )
    expect(promise.locator(".thing")).to_have_text("Fråga Åsa.")
    wait_for(lambda: course.journal().promises(), "the promise to be kept")


def test_the_home_page_is_light_with_all_that_meets_who_comes_back(start, learner, language):
    course = start()
    come_back(course.home, language)
    me = learner(language, at=course).open()
    expect(me.page.locator("#anew .thing")).to_be_visible()
    expect(me.page.locator("#asked h2")).to_be_visible()
    files = loaded(me.page)
    assert any(name.endswith(".woff2") for name in files)
    assert sum(files.values()) <= MOST_AT_HOME
