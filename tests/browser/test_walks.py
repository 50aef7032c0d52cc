"""Whole lessons, played step by step in both languages: every exercise wrongly once, then rightly.

``course test --clients`` walks. An ordinary run opens three lessons, with all of them answered
(``test_lessons.py``), answers each kind once (``test_every_kind.py``), and plays a lesson's steps
(``test_played_in_steps.py``).
"""

import re

import pytest
from accessible import LOOK_IN, LOOKS, obstacles
from hands import Keyboard, Mouse
from playwright.sync_api import expect
from test_lessons import MOTION, READ, see_figures
from written import LESSONS, exercises

from course.kinds.cases import number
from course.kinds.explore.cases import look_around, stop_running
from course.words import say

pytestmark = pytest.mark.sweep

HANDS = {(LESSONS[0], "en"): Keyboard}
"""One of the walks is by keyboard alone; the others are by mouse."""

SHOWN = ".step:not([hidden])"


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_from_beginning_to_end(learner, course, lesson, language):
    """Each answer is kept, each reason told, each model looked around in; then all can get in."""
    hand = HANDS.get((lesson, language), Mouse)
    me = learner(language, hand, steps="all", reduced_motion=MOTION[language]).open_lesson(lesson)
    if isinstance(me.hand, Keyboard):
        me.hand.press(me.page.get_by_role("link", name=me.said("skip")))
        expect(me.page.get_by_role("main")).to_be_focused()
    left = me.minutes_left()
    see_figures(me, lesson)
    folded = me.page.locator("details[data-after]:not([open])")

    for exercise in exercises(lesson, language):
        me.play_to(exercise)
        expect(me.card(exercise)).to_have_attribute("lang", language)
        given = me.work(exercise)
        assert kept(course, exercise, language) == given
        if exercise["kind"] == "explore":
            look_around(me, exercise)
            stop_running(me, exercise)
        if exercise["kind"] == "estimate":
            see_both_numbers(me, exercise, given[-1])

    while not me.is_at_end():
        me.next_step()
    expect(folded).to_have_count(0)  # figures that would have given an answer away
    expect(me.page.get_by_role("banner")).not_to_contain_text(say("view.left", language, time=left))
    assert me.minutes_left() < left
    done = me.page.get_by_role("navigation", name=me.said("lessons")).get_by_role(
        "link", name=re.compile(re.escape(f"({me.said('done')})"))
    )
    expect(done).to_have_count(1)
    expect(done).to_have_attribute("aria-current", "page")
    # The end, with all of it open; then everything, of which a step shows a part alone. In the
    # other language everything is looked at where it is read.
    assert obstacles(me.page, language, LOOK_IN[language], within=SHOWN) == []
    if language != READ[lesson]:
        me.hand.press(me.page.get_by_role("button", name=me.said("show-whole")))
        looks = LOOKS if lesson == LESSONS[0] else LOOK_IN[language]
        assert obstacles(me.page, language, looks) == []


def kept(course, exercise, language):
    """The answers that the journal has, without what a course made up by chance."""
    events = course.journal().answers(exercise["lesson"], exercise["id"])
    assert {event.language for event in events} == {language}
    answers = [event.answer for event in events]
    if exercise["kind"] != "test":
        return answers
    return [{key: one[key] for key in ("drawn", "given")} for one in answers]


def see_both_numbers(me, exercise, guess):
    """The guess and the answer stand on one line, to be compared."""
    for key, shown in (("your-guess", guess), ("the-answer", exercise["answer"])):
        words = f"{me.word(key)}: {number(shown, me.language)}"
        me.claim(exercise, {"says": words})
