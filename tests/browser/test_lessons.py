"""Each lesson opened once, on one page, with all of it answered: whole, and open to everybody.

It was answered in one language and is read in the other. An ordinary run opens the first, one with
networks in it, and the last; ``course test --clients`` opens the others, and walks through all of
them step by step (``test_walks.py``).
"""

import pytest
from accessible import LOOK_IN, obstacles
from answers import fill_journal, right
from written import LESSONS, exercises, figures

from course.kinds.cases import plain
from course.paths import LANGUAGES, ROOT
from course.words import other

READ = {lesson: ("sv", "en")[n % 2] for n, lesson in enumerate(LESSONS)}
"""The language that each lesson is read in, by turns."""

OPENED = (LESSONS[0], LESSONS[6], LESSONS[-1])
"""Those that an ordinary run opens."""

MOTION = {"sv": "reduce", "en": "no-preference"}
"""Half of the readers have asked for less motion: what moves for the others has to work without."""


def test_every_exercise_stands_in_a_lesson_in_both_languages():
    """So the tests of lessons miss none: what they take is what the built notebooks show."""
    for language in LANGUAGES:
        assert {file.stem for file in ROOT.glob(f"notebooks/{language}/*.ipynb")} == set(LESSONS)
        shown = {(lesson, one["id"]) for lesson in LESSONS for one in exercises(lesson, language)}
        assert shown == {(file.parent.name, file.stem) for file in ROOT.glob("exercises/*/*.yml")}


@pytest.mark.parametrize(
    "lesson",
    [pytest.param(one, marks=() if one in OPENED else pytest.mark.sweep) for one in LESSONS],
)
def test_every_answer_stands_there_again_in_the_other_language(learner, course, lesson):
    """Each answer and reason is in its place, no figure is folded any more, and all can get in."""
    language = READ[lesson]
    answered = other(language)
    fill_journal(course.journal(), lesson, answered)
    me = learner(language, reduced_motion=MOTION[language]).open_lesson(lesson)
    for exercise in exercises(lesson, language):
        given = right(exercise, language)
        if exercise["kind"] in ("reflection", "sketch"):
            # The learner's own words stay as they are.
            given.answer = right(exercise, answered).answer
        me.see(exercise, given)
        me.see_entered(exercise, given.answer)
        me.see_saved(exercise)
    see_figures(me, lesson, is_answered=True)
    assert obstacles(me.page, language, LOOK_IN[language]) == []


def see_figures(me, lesson, *, is_answered=False):
    """Each figure says what it shows; one that would give an answer away is folded until then."""
    written = figures(lesson, me.language)
    said = me.page.locator(".pictured figcaption b").all_text_contents()
    assert [plain(one) for one in said] == [plain(one["message"][me.language]) for one in written]
    hidden = me.page.locator("details[data-after]").evaluate_all(
        "all => all.filter((one) => !one.open).map((one) => one.dataset.after)"
    )
    assert hidden == ([] if is_answered else [one["after"] for one in written if one["after"]])
