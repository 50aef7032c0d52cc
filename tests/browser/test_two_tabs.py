"""Two tabs at the same exercise: nobody's answer is lost, and the later one counts."""

from answers import exercises, right, wrong
from learner import Learner


def test_both_answers_are_kept_and_a_reload_shows_the_later(learner, course):
    one = learner("en").open_lesson("00-start")
    other = Learner(one.page.context.new_page(), course, "en").open_lesson("00-start")
    exercise = next(e for e in exercises("00-start") if e["kind"] == "estimate")
    first, second = wrong(exercise, "en"), right(exercise, "en")

    one.answer(exercise, first)
    other.answer(exercise, second)
    assert answers(course, exercise) == [first.answer, second.answer]
    one.page.reload()
    one.awake()
    one.see(exercise, second)
    one.see_entered(exercise, second.answer)

    one.answer(exercise, first)
    other.page.reload()
    other.awake()
    other.see(exercise, first)
    assert answers(course, exercise) == [first.answer, second.answer, first.answer]


def answers(course, exercise):
    kept = course.journal().answers(exercise["lesson"], exercise["id"])
    return [event.answer for event in kept]
