"""Two tabs at the same exercise: nobody's answer is lost, and the later one counts."""

import pytest
from answers import right, wrong
from learner import Learner
from written import first

pytestmark = pytest.mark.sweep


def test_both_answers_are_kept_and_a_reload_shows_the_later(learner, course):
    exercise = first("estimate")
    one = learner("en", steps="all").open_at(exercise)
    other = Learner(one.page.context.new_page(), course, "en").open_at(exercise)
    before, after = wrong(exercise, "en"), right(exercise, "en")

    one.answer(exercise, before)
    other.answer(exercise, after)
    assert answers(course, exercise) == [before.answer, after.answer]
    one.page.reload()
    one.awake()
    one.see(exercise, after)
    one.see_entered(exercise, after.answer)

    one.answer(exercise, before)
    other.page.reload()
    other.awake()
    other.see(exercise, before)
    assert answers(course, exercise) == [before.answer, after.answer, before.answer]


def answers(course, exercise):
    kept = course.journal().answers(exercise["lesson"], exercise["id"])
    return [event.answer for event in kept]
