"""A button that is pressed twice, or a key that is held, gives one answer."""

import pytest
from answers import right
from written import exercises, first

pytestmark = pytest.mark.sweep

NUMBER = first("estimate")
CHOICE = first("choice")
_PRESSES = 40
_BETWEEN = 40  # ms, as a keyboard repeats a key that is held


def answers(course, exercise):
    """What the journal has of an exercise."""
    kept = course.journal().answers(exercise["lesson"], exercise["id"])
    return [event.answer for event in kept]


def hold(page, key):
    """Hold a key for longer than a second; the browser repeats it."""
    for _ in range(_PRESSES):
        page.keyboard.down(key)
        page.wait_for_timeout(_BETWEEN)
    page.keyboard.up(key)


def test_a_double_click_is_one_answer(learner, course):
    me = learner("en").open_lesson(CHOICE["lesson"])
    given = right(CHOICE, "en")
    me.enter(CHOICE, given.answer)
    me.card(CHOICE).locator("button[type=submit]").dblclick()
    me.see(CHOICE, given)
    me.see_saved(CHOICE)
    another = next(one for one in exercises(CHOICE["lesson"]) if one["kind"] == "estimate")
    me.answer(another, right(another, "en"))  # whatever was sent has arrived by now
    assert answers(course, CHOICE) == [given.answer]


@pytest.mark.parametrize("where", ["textbox", "button"])
def test_a_held_enter_is_one_answer(learner, course, where):
    me = learner("en", steps="all").open_at(NUMBER)
    given = right(NUMBER, "en")
    me.enter(NUMBER, given.answer)
    me.card(NUMBER).get_by_role(where).last.focus()
    hold(me.page, "Enter")
    me.see(NUMBER, given)
    me.see_saved(NUMBER)
    assert answers(course, NUMBER) == [given.answer]


def test_a_held_enter_in_a_text_is_many_lines(learner):
    written = first("reflection")
    me = learner("sv", steps="all").open_at(written)
    field = me.card(written).get_by_role("textbox")
    field.focus()
    for _ in range(3):
        me.page.keyboard.down("Enter")
    me.page.keyboard.up("Enter")
    assert field.input_value() == "\n\n\n"
