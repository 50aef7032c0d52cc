"""The map on the home page: for eyes, keys and screen readers, wide and narrow; and the people."""

import re

import pytest
from accessible import LOOK_IN, obstacles, wider_than_the_window
from answers import fill_journal
from playwright.sync_api import expect
from written import LESSONS, exercises

from course.content.course import ours
from course.words import say

STOPS = ".town .wide a.stop"
SMALLEST = 24
"""WCAG 2.2, 2.5.8: how wide and how high what one presses is at least."""


@pytest.fixture
def begun(course):
    """A course whose learner has done the first lesson and begun the next."""
    journal = course.journal()
    fill_journal(journal, LESSONS[0], "sv")
    one = exercises(LESSONS[1], "sv")[0]
    written = ours().exercise(LESSONS[1], one["id"])
    journal.record(
        LESSONS[1],
        one["id"],
        {},
        verdict={"right": None, "score": None},
        fingerprint=written.fingerprint,
        language="sv",
        words="",
    )
    journal.record_place(LESSONS[1], "c05", language="sv")
    return course


OPENED = {"sv": 1280, "en": 360}
"""How wide the window is in which a page is opened, before it is looked at in others."""


def test_nothing_keeps_anybody_from_the_map(learner, begun, language):
    me = learner(language, width=OPENED[language]).open()
    assert obstacles(me.page, language, LOOK_IN[language]) == []
    assert wider_than_the_window(me.page) == []


def test_each_stop_says_name_state_and_minutes_and_keys_lead_along(learner, begun, language):
    me = learner(language, width=1280).open()
    stops = me.page.locator(STOPS)
    expect(stops).to_have_count(len(LESSONS))
    for n, (lesson, state) in enumerate(
        zip(LESSONS, ["done", "begun", *["not-begun"] * 9], strict=True)
    ):
        label = stops.nth(n).get_attribute("aria-label")
        assert ours().outline(lesson, language).title in label
        assert say(f"map.{state}", language) in label
        assert "min" in label
    assert say("map.here", language) in stops.nth(1).get_attribute("aria-label")
    stops.first.focus()
    for n in range(1, len(LESSONS)):
        me.page.keyboard.press("Tab")
        expect(stops.nth(n)).to_be_focused()
    me.page.keyboard.press("Enter")
    expect(me.page).to_have_url(me.course.url(f"{language}/{LESSONS[-1]}"))


def test_a_phone_has_its_own_map_and_the_list(learner, begun, language):
    me = learner(language, width=360).open()
    expect(me.page.locator(".town .wide")).to_be_hidden()
    drawn = me.page.locator(".town .tall")
    expect(drawn).to_be_visible()
    expect(me.page.locator(".town summary")).to_be_hidden()
    # For a screen reader there is the list alone: what stands in it is all that leads to a lesson.
    way = me.page.get_by_role("navigation", name=me.said("lessons"))
    expect(way.get_by_role("list").get_by_role("link")).to_have_count(len(LESSONS))
    expect(way.get_by_role("link")).to_have_count(len(LESSONS))
    boxes = [one.bounding_box() for one in drawn.locator("a.stop .dot").all()]
    assert all(min(box["width"], box["height"]) >= SMALLEST for box in boxes)
    drawn.locator("a.stop").nth(3).click()
    expect(me.page).to_have_url(me.course.url(f"{language}/{LESSONS[3]}"))


def test_the_wide_map_folds_out_as_a_list(learner, begun):
    me = learner("sv", width=1280).open()
    listed = me.page.locator(".town .contents")
    expect(listed).to_be_hidden()
    me.page.get_by_text(say("map.as-list", "sv")).click()
    expect(listed.get_by_role("link")).to_have_count(len(LESSONS))
    expect(listed).to_contain_text(say("map.begun", "sv"))


def test_nothing_keeps_anybody_from_the_people(learner, language):
    me = learner(language, width=OPENED[language]).open("people")
    assert obstacles(me.page, language, LOOK_IN[language]) == []
    assert wider_than_the_window(me.page) == []
    karin = me.page.locator("#karin")
    name = f"Karin Lindqvist, {say('mood.calm', language)}"
    expect(karin.get_by_role("img", name=name)).to_be_visible()
    karin.get_by_role("link").first.click()
    expect(me.page).to_have_url(me.course.url(f"{language}/{LESSONS[0]}"))


def test_the_foot_of_every_page_leads_to_the_people(learner):
    me = learner("en").open("glossary")
    me.page.get_by_role("link", name="The people of Älvhamn").click()
    expect(me.page.get_by_role("heading", level=1)).to_have_text("The people of Älvhamn")


def test_a_lesson_s_picture_says_what_matters(learner):
    me = learner("en", width=360).open_lesson(LESSONS[0])
    expect(me.page.get_by_role("img").first).to_have_accessible_name(
        re.compile("Karin.*Yonas.*padlock")
    )
