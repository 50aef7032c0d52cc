"""Figures on a lesson's page: there without script, drawn for the room there is.

That all of them are whole and open to everybody, and that those which give an answer away open with
the answer, is looked at with their lessons in ``test_lessons.py``.
"""

from answers import right
from playwright.sync_api import expect
from written import LESSONS, exercises, figures

OPEN = {lesson: [one for one in figures(lesson) if not one["after"]] for lesson in LESSONS}
LESSON = max(LESSONS, key=lambda lesson: len(OPEN[lesson]))
"""A lesson with several figures that wait for no answer."""


def test_it_is_there_without_script(visitor, course):
    page = visitor(course, java_script_enabled=False)
    page.goto(course.url(f"sv/{LESSON}"))  # with its styles: they show one of two drawings
    for written in OPEN[LESSON]:
        title = written["title"]["sv"]
        figure = page.get_by_role("figure").filter(has_text=title)
        expect(figure.get_by_role("img", name=title)).to_be_visible()
        expect(figure.locator("figcaption b")).to_have_text(written["message"]["sv"])


def test_the_drawing_that_has_room_is_shown(learner):
    me = learner("en").open_lesson(LESSON)
    for width, drawing in ((1280, "wide"), (320, "narrow")):
        me.page.set_viewport_size({"width": width, "height": 900})
        shown = me.page.locator(".pictured svg:visible").evaluate_all(
            "all => all.map((svg) => svg.getAttribute('aria-labelledby'))"
        )
        assert len(shown) == len(OPEN[LESSON])
        assert all(f"-{drawing}-title" in names for names in shown), shown


FOLDED = next(lesson for lesson in LESSONS if any(one["after"] for one in figures(lesson)))


def test_one_that_gives_an_answer_away_opens_with_that_answer_alone(learner):
    """Any other answer leaves it folded; and on the next visit it is open at once."""
    asked = next(one["after"] for one in figures(FOLDED) if one["after"])
    me = learner("en").open_lesson(FOLDED)
    question = next(one for one in exercises(FOLDED) if one["id"] == asked)
    other = next(
        one for one in exercises(FOLDED) if one["id"] != asked and one["kind"] != "scenario"
    )
    figure = me.page.locator(f"details[data-after='{asked}']")
    me.answer(other, right(other, "en"))
    expect(figure).not_to_have_attribute("open", "")
    me.answer(question, right(question, "en"))
    expect(figure).to_have_attribute("open", "")
    me.page.reload()
    me.awake()
    expect(figure).to_have_attribute("open", "")
