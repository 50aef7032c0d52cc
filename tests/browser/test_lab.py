"""One rung of the network lab by mouse, by keys and by touch; the picture saved; room and contrast.

All rungs are worked, wrongly and rightly, where every exercise is (``test_walks.py``).
"""

import pytest
from accessible import NARROW, WIDE, obstacles
from hands import Keyboard, Mouse, Touch
from playwright.sync_api import expect
from written import exercise

from course.content.course import ours
from course.words import say

LESSON, RUNG = "06-across-boundaries", "mend-it"
CARD = f".live[data-exercise='{RUNG}'] > .card"
"""Axe looks at it alone: ``test_lessons.py`` looks at the lesson around it."""

TIES = [("Ali", "Karin"), ("Lena", "Dragana"), ("Ida", "Shirin")]
MENDED = ours().exercise(LESSON, RUNG).feedback["mended"].sv
MOVE = 100  # ms of the processor from a press to the page drawn anew, at the 95th percentile


@pytest.fixture
def rung():
    """The exercise as its file has it."""
    return exercise(LESSON, RUNG)


def person(card, name):
    return card.locator(f"[data-person][aria-label^='{name} ']")


def opened(learner, hand, rung, **more):
    me = learner("sv", hand, steps="all", **more).open_at(rung)
    card = me.card(rung)
    expect(card.locator(".goals li")).to_have_count(3)
    again = card.get_by_role("button", name=me.word("lab-restart"), exact=True)
    if again.is_enabled():  # another test has been here
        again.click()
    expect(card.locator(".made li")).to_have_count(0)
    return me, card


def test_it_is_mended_by_mouse_and_stays_so(learner, rung):
    me, card = opened(learner, Mouse, rung)
    for one, other in TIES:
        person(card, one).click()
        person(card, other).click()
    expect(card.locator(".goals .met")).to_have_count(2)
    me.submit(rung)
    expect(card.locator(".verdict")).to_contain_text(MENDED[:30])
    person(card, "Ali").hover()
    expect(card.locator(".who h4")).to_have_text("Ali Rahimi")
    me.page.reload()
    expect(card.locator(".made li")).to_have_count(3)
    expect(card.locator(".goals .met")).to_have_count(2)


def test_a_line_is_drawn_from_one_to_another(learner, rung):
    _, card = opened(learner, Mouse, rung)
    person(card, "Ali").locator(".hit").drag_to(person(card, "Karin").locator(".hit"))
    expect(card.locator(".made li")).to_contain_text(["Ali – Karin"])


def test_it_is_mended_by_keys_alone(learner, rung):
    me, card = opened(learner, Keyboard, rung)
    for one, other in TIES:
        for name in (one, other):
            reach_by_arrows(me.page, card, name)
            me.page.keyboard.press("Enter")
            expect(person(card, name)).to_be_focused()
    expect(card.locator(".goals .met")).to_have_count(2)
    me.page.keyboard.press("Escape")
    assert obstacles(me.page, "sv", WIDE, within=CARD) == []


_FROM_HERE = """(goal) => {
  const middle = (one) => {
    const { x, y, width, height } = one.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  };
  const here = document.activeElement;
  const [[x, y], [toX, toY]] = [middle(here), middle(goal)];
  return [here.dataset.person, toX - x, toY - y];
}"""


def reach_by_arrows(page, card, name):
    """Go through the map until that person has the focus: each time the way that comes nearest, of
    those that were not taken from there before."""
    goal = person(card, name).element_handle()
    card.locator("[data-person][tabindex='0']").focus()
    taken = set()
    while person(card, name).evaluate("one => one !== document.activeElement"):
        here, x, y = goal.evaluate(_FROM_HERE)
        nearer = {"Right": x, "Left": -x, "Down": y, "Up": -y}
        key = max((key for key in nearer if (here, key) not in taken), key=nearer.get)
        taken.add((here, key))
        page.keyboard.press(f"Arrow{key}")


@pytest.mark.sweep
def test_it_is_mended_by_touch_on_a_telephone(learner, rung):
    me, card = opened(learner, Touch, rung, width=360, has_touch=True, is_mobile=True)
    for one, other in TIES:
        person(card, one).locator(".hit").tap()
        person(card, other).locator(".hit").tap()
    expect(card.locator(".goals .met")).to_have_count(2)
    measure = "all => all.map((one) => one.getBoundingClientRect().width)"
    sizes = card.locator(".hit").evaluate_all(measure)
    assert min(sizes) >= 24
    assert me.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert obstacles(me.page, "sv", NARROW, within=CARD) == []


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_the_map_is_saved_as_a_picture(learner, rung, kind):
    me, card = opened(learner, Mouse, rung)
    with me.page.expect_download() as saved:
        name = say("card.save-as", "sv", **{"as": kind.upper()})
        card.get_by_role("button", name=name).click()
    assert saved.value.suggested_filename == f"{RUNG}.{kind}"
    content = saved.value.path().read_bytes()
    assert content.startswith(b"\x89PNG" if kind == "png" else b"<svg")
    assert len(content) > 20_000
    if kind == "svg":
        assert b"var(" not in content
        assert "Hemtjänst".encode() in content


def test_a_move_is_drawn_in_time(learner, rung):
    """What else keeps the computer busy takes none of the time that the page's own thread has."""
    me, card = opened(learner, Mouse, rung)
    taken = sorted(moves(me.page, card))
    assert taken[int(0.95 * len(taken))] < MOVE


def moves(page, card):
    """What each of forty presses on somebody takes of the page's thread until drawn, in ms."""
    browser = page.context.new_cdp_session(page)
    browser.send("Performance.enable")

    def used():
        metrics = browser.send("Performance.getMetrics")["metrics"]
        return 1000 * next(one["value"] for one in metrics if one["name"] == "ThreadTime")

    taken = []
    for at in range(40):
        before = used()
        card.evaluate(
            """async (card, at) => {
              const marks = card.querySelectorAll("[data-person]");
              marks[at].dispatchEvent(new MouseEvent("click", {bubbles: true}));
              await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
            }""",
            at,
        )
        taken.append(used() - before)
    return taken


@pytest.mark.sweep
def test_a_panel_below_the_map_that_is_alone_has_the_whole_width(learner, start):
    """Where one looks for somebody, no measures stand beside what is said of who is chosen.

    They do once it is answered, so this is a course that nobody has answered anything in.
    """
    other = exercise(LESSON, "look-for-broker")
    card = learner("sv", at=start(), steps="all").open_at(other).card(other)
    panel = card.locator(".aside > .panel:not(:empty)")
    expect(panel).to_have_count(1)
    own, whole = panel.bounding_box(), card.locator(".aside").bounding_box()
    assert own["width"] == pytest.approx(whole["width"], abs=1)
