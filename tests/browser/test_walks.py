"""Whole lessons, played step by step: every exercise wrongly once, then rightly.

An ordinary run walks through every lesson in one language, by turns, and reads it in the other as
somebody does who has answered all of it in the first. ``course test --clients`` walks through them
in that one as well.
"""

import re

import pytest
from accessible import LOOK_IN, LOOKS, obstacles
from answers import fill_journal, right
from hands import Keyboard, Mouse
from playwright.sync_api import expect
from written import LESSONS, exercises, figures

from course.kinds.cases import number, plain
from course.kinds.explore.cases import look_around, stop_running
from course.paths import LANGUAGES, ROOT
from course.words import other, say

HANDS = {(LESSONS[0], "en"): Keyboard}
"""One of the walks is by keyboard alone; the others are by mouse."""

SHOWN = ".step:not([hidden])"

WALKED = {lesson: ("en", "sv")[n % 2] for n, lesson in enumerate(LESSONS)}
"""The language of an ordinary run's walk."""

MOTION = {"sv": "reduce", "en": "no-preference"}
"""Half of the walkers have asked for less motion: what moves for the others has to work without."""


def test_every_exercise_stands_in_a_lesson_in_both_languages():
    """So the walks below miss none: what they take is what the built notebooks show."""
    for language in LANGUAGES:
        assert {file.stem for file in ROOT.glob(f"notebooks/{language}/*.ipynb")} == set(LESSONS)
        shown = {(lesson, one["id"]) for lesson in LESSONS for one in exercises(lesson, language)}
        assert shown == {(file.parent.name, file.stem) for file in ROOT.glob("exercises/*/*.yml")}


@pytest.mark.parametrize(
    ("lesson", "language"),
    [
        pytest.param(lesson, language, marks=[] if language == walked else pytest.mark.client)
        for lesson, walked in WALKED.items()
        for language in LANGUAGES
    ],
)
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
    # The end, with all of it open; then everything, of which a step shows a part alone.
    assert obstacles(me.page, language, LOOK_IN[language], within=SHOWN) == []
    me.hand.press(me.page.get_by_role("button", name=me.said("show-whole")))
    looks = LOOKS if lesson == LESSONS[0] else LOOK_IN[language]
    assert obstacles(me.page, language, looks) == []


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_answer_stands_there_again_in_the_other_language(learner, course, lesson):
    """Answered in one, read in the other: each answer and reason is in its place, and no figure is
    folded any more. That all can get in to this, too, is seen where it is walked.
    """
    walked = WALKED[lesson]
    language = other(walked)
    fill_journal(course.journal(), lesson, walked)
    me = learner(language, reduced_motion=MOTION[language]).open_lesson(lesson)
    for exercise in exercises(lesson, language):
        given = right(exercise, language)
        if exercise["kind"] in ("reflection", "sketch"):
            # The learner's own words stay as they are.
            given.answer = right(exercise, walked).answer
        me.see(exercise, given)
        me.see_entered(exercise, given.answer)
        me.see_saved(exercise)
    see_figures(me, lesson, is_answered=True)


def see_figures(me, lesson, *, is_answered=False):
    """Each figure says what it shows; one that would give an answer away is folded until then."""
    written = figures(lesson, me.language)
    said = me.page.locator(".pictured figcaption b").all_text_contents()
    assert [plain(one) for one in said] == [plain(one["message"][me.language]) for one in written]
    hidden = me.page.locator("details[data-after]").evaluate_all(
        "all => all.filter((one) => !one.open).map((one) => one.dataset.after)"
    )
    assert hidden == ([] if is_answered else [one["after"] for one in written if one["after"]])


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
