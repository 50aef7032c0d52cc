"""The budget board by keys alone and by touch: what is left, and what has no room."""

import pytest
from accessible import NARROW, WIDE, obstacles
from hands import Keyboard, Touch
from playwright.sync_api import expect
from replies import entered
from written import exercise

from course.kinds.tried import cases

pytestmark = pytest.mark.sweep

LESSON, BUDGET = "05-idea-to-use", "portfolio-budget"
BOARD = f".live[data-exercise='{BUDGET}']"
"""Where the board stands; the rest of the lesson is looked at in ``test_lessons.py``."""


@pytest.fixture
def budget():
    """The exercise as its file has it."""
    return exercise(LESSON, BUDGET)


@pytest.mark.parametrize(
    ("hand", "looks", "more"),
    [
        (Keyboard, WIDE, {}),
        (Touch, NARROW, {"width": 360, "has_touch": True, "is_mobile": True}),
    ],
    ids=["keys", "touch"],
)
def test_what_has_no_room_is_refused_in_words(learner, budget, hand, looks, more):
    me = learner("sv", hand, steps="all", **more).open_at(budget)
    card = me.card(budget)
    boxes = {
        one["id"]: card.get_by_role("checkbox").nth(n) for n, one in enumerate(budget["options"])
    }
    for box in boxes.values():
        if box.is_checked():  # another test has been here
            press(me, box)

    press(me, boxes["robot"])
    expect(card.locator(".sums .left")).to_have_text(me.word("board-left", left="5 000 kr"))
    press(me, boxes["survey"])
    refused = me.word("board-too-dear", cost="10 000 kr", left="5 000 kr")
    expect(card.locator(".budget .news")).to_have_text(refused)
    expect(boxes["survey"]).not_to_be_checked()
    if hand is Keyboard:
        expect(boxes["survey"]).to_be_focused()
    assert card.locator(".board").evaluate("one => getComputedStyle(one).position") == "sticky"
    if more:
        assert me.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert obstacles(me.page, "sv", looks, within=BOARD) == []

    given = cases("choices").right(budget, "sv")
    press(me, boxes["robot"])
    for id in given.answer:
        press(me, boxes[id])
    me.claim(budget, *entered(budget, given.answer, "sv"))
    me.submit(budget)
    me.see(budget, given)
    placed = card.locator(".trial:has(:checked) .placed")
    expect(placed).to_have_text([f"{me.word('board-chosen')}. {me.word('judged-right')}"] * 3)
    assert obstacles(me.page, "sv", looks, within=BOARD) == []


def press(me, box):
    """By the row that the box stands in, or from the keyboard by Space."""
    if isinstance(me.hand, Keyboard):
        me.hand.go_to(box)
        me.page.keyboard.press("Space")
    else:
        box.locator("xpath=ancestor::label").tap()
