"""Somebody who stops in the middle finds everything as it was: the same day, or another."""

import re

import pytest
from answers import fill_journal, right, wrong
from playwright.sync_api import expect
from running import wait_for
from written import LESSONS, exercises, first, places, top

from course.content.course import ours
from course.kinds.cases import SUBMIT, plain, wanted
from course.kinds.test.cases import question_shown
from course.words import duration, say

pytestmark = pytest.mark.sweep

LESSON = LESSONS[0]
*_, PLACE = places(LESSON)
"""The cell of the lesson's last exercise."""


@pytest.fixture
def begun():
    """What is answered before the learner stops: the first wrongly, the next rightly."""
    one, other = [one for one in exercises(LESSON) if wrong(one, "sv")][:2]
    return ((one, wrong(one, "sv")), (other, right(other, "sv")))


def read_down_to(me, exercise):
    """Read on to an exercise, until the course has noticed, and return the place's name.

    That one was at the top may be noticed late, when one has gone on.
    """
    before = me.course.journal().place()
    me.card(exercise).evaluate("card => card.scrollIntoView({block: 'start'})")

    def noticed():
        place = me.course.journal().place()
        return place if place != before and place.cell != top(exercise["lesson"]) else None

    return wait_for(noticed, "the place to be kept").cell


def assert_is_at(page, cell):
    """The page has scrolled to a place: its head is in the upper half of the window."""
    expect(page).to_have_url(re.compile(f"#{cell}$"))
    page.wait_for_function(
        """cell => {
          const place = document.getElementById(cell)?.getBoundingClientRect();
          return place && place.top > -5 && place.top < innerHeight / 2;
        }""",
        arg=cell,
    )


def test_a_second_visit_goes_on_where_the_first_stopped(start, learner, begun):
    """On the same day, and again when the course has been stopped and started in between."""
    course = start()
    me = learner("sv", at=course).open_lesson(LESSON)
    at_first = me.minutes_left()
    for exercise, given in begun:
        me.answer(exercise, given)
    after_two = me.minutes_left()
    assert after_two < at_first
    cell = read_down_to(me, begun[1][0])
    me.page.close()
    assert_goes_on(learner("sv", at=course), begun, cell, after_two)

    course.stop()
    again = start(home=course.home)
    assert_goes_on(learner("sv", at=again), begun, cell, after_two)


def assert_goes_on(me, begun, cell, minutes):
    """The home page leads to the place, and what was answered stands there."""
    me.open()
    assert me.minutes_left() == minutes
    me.page.get_by_role("link", name=me.said("continue")).click()
    me.awake()
    assert_is_at(me.page, cell)
    for exercise, given in begun:
        me.see(exercise, given)
        me.see_entered(exercise, given.answer)
        me.see_saved(exercise)
    me.page.close()


def test_the_lesson_offers_the_place_where_the_last_visit_ended(learner, course):
    course.journal().record_place(LESSON, PLACE, language="sv")
    me = learner("en").open_lesson(LESSON)
    me.page.get_by_role("link", name=me.said("resume")).click()
    assert_is_at(me.page, PLACE)


@pytest.mark.parametrize("place", [(LESSON, top(LESSON)), (LESSONS[1], PLACE)])
def test_neither_the_top_nor_another_lessons_place_is_offered(learner, course, place):
    """Cells have the same names in all lessons."""
    course.journal().record_place(*place, language="sv")
    me = learner("sv").open_lesson(LESSON)
    expect(me.page.get_by_role("link", name=me.said("resume"))).to_have_count(0)


def test_a_test_goes_on_at_the_question_where_it_was_left(learner, course):
    """Some answers are kept, the next is chosen and not sent when the page is loaded again."""
    exercise = first("test")
    lesson, n = exercise["lesson"], exercise["draw"] // 2
    given = right(exercise, "en").answer
    for far in range(1, n):
        course.journal().record(
            lesson,
            exercise["id"],
            {**given, "given": given["given"][:far]},
            verdict={"right": None, "score": None},
            fingerprint=ours().exercise(lesson, exercise["id"]).fingerprint,
            language="sv",
        )
    me = learner("en").open_lesson(lesson)
    asked = question_shown(me, exercise, n)
    assert asked["id"] == given["drawn"][n - 1]
    option = wanted("radio", asked["options"][0]["text"]["en"], on=True)
    me.hand.press_each(me.card(exercise), [option])
    me.page.reload()
    me.awake().claim(exercise, {"stands": option})
    me.hand.press_each(me.card(exercise), [SUBMIT])
    me.claim(exercise, {"announces": plain(asked["options"][0]["feedback"]["en"])})
    me.hand.press_each(me.card(exercise), [SUBMIT])
    assert question_shown(me, exercise, n + 1)["id"] == given["drawn"][n]


def test_the_lists_tell_what_is_done(learner, course, language):
    """Nothing, then all but one lesson, then all: the minutes that are left follow."""
    me = learner(language).open()
    way = me.page.get_by_role("navigation", name=me.said("lessons"))
    contents = way.get_by_role("list").last.get_by_role("listitem")
    me.unfold(way, say("map.as-list", language))
    expect(contents).to_have_count(len(LESSONS))
    expect(contents.filter(has_text=me.said("done"))).to_have_count(0)
    expect(me.page.get_by_role("link", name=me.said("begin"), exact=True)).to_be_visible()
    at_first = me.minutes_left()

    *others, last = LESSONS
    for lesson in others:
        fill_journal(course.journal(), lesson, language)
    me.open().unfold(way, say("map.as-list", language))
    expect(contents.filter(has_text=me.said("done"))).to_have_count(len(others))
    expect(contents.first).to_contain_text(me.said("done"))
    left = me.minutes_left()
    assert 0 < left < at_first
    # The last lesson has not been opened: what is left is its whole core path.
    expect(contents.last).to_contain_text(duration(left, language))

    fill_journal(course.journal(), last, language)
    me.open().unfold(way, say("map.as-list", language))
    expect(contents.filter(has_text=me.said("done"))).to_have_count(len(LESSONS))
    expect(me.page.get_by_role("banner")).to_contain_text(me.said("all-done"))
    expect(me.page.get_by_role("progressbar")).to_have_attribute("value", "100")


def test_the_course_opens_in_the_language_used_last(visitor, course, language):
    course.journal().record_place(LESSON, PLACE, language=language)
    page = visitor(course)
    page.goto(course.address)
    expect(page).to_have_url(re.compile(f"/course/{language}/"))


def go_up_to(page, name):
    """Scroll to the head of the page, as somebody does who wants a link there, and press it."""
    page.evaluate("""() => new Promise((arrived) => {
      document.addEventListener("scroll", () => setTimeout(arrived, 0), { once: true });
      scrollTo(0, 0);
    })""")
    page.get_by_role("link", name=name, exact=True).click()


def test_the_other_language_is_at_the_same_place(learner):
    me = learner("sv").open_lesson(LESSON)
    exercise = exercises(LESSON)[2]
    cell = read_down_to(me, exercise)
    for language, other in (("sv", "en"), ("en", "sv")):
        go_up_to(me.page, say("view.other-language", language))
        expect(me.page.locator("html")).to_have_attribute("lang", other)
        me.awake()
        assert_is_at(me.page, cell)
        me.language = other
        expect(me.card(exercise)).to_be_in_viewport()


def test_an_answer_to_an_earlier_wording_is_said_to_be_that(learner, course):
    exercise = first("choice")
    course.journal().record(
        exercise["lesson"], exercise["id"], "an-option-of-old", fingerprint="another", language="en"
    )
    me = learner("en").open_lesson(exercise["lesson"])
    expect(me.card(exercise)).to_contain_text(me.word("changed"), use_inner_text=True)
    me.answer(exercise, right(exercise, "en"))
    me.open("answers")
    expect(me.page.get_by_role("main")).to_contain_text(say("view.times", "en", n=2))
