"""Figures on a lesson's page: there without kernel or script, drawn for the room there is.

That all of them are whole and open to everybody, and that those which give an answer away open with
the answer, is looked at with their lessons in ``test_walks.py``.
"""

from playwright.sync_api import expect
from written import LESSONS, figures

OPEN = {lesson: [one for one in figures(lesson) if not one["after"]] for lesson in LESSONS}
LESSON = max(LESSONS, key=lambda lesson: len(OPEN[lesson]))
"""A lesson with several figures that wait for no answer."""


def test_it_is_there_without_kernel_and_script(visitor, course):
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
