"""One rung of the network lab by mouse, by keys and by touch; the picture saved; room and contrast.

All rungs are worked, wrongly and rightly, where every exercise is (test_walks).
"""

import pytest
from accessible import obstacles
from hands import Keyboard, Mouse, Touch
from playwright.sync_api import expect

from course.content.course import ours
from course.marked import read
from course.paths import ROOT
from course.words import say

LESSON, RUNG = "06-across-boundaries", "mend-it"
CARD = f".live[data-exercise='{RUNG}'] > .card"
"""Axe looks at it alone, in all looks: walks look at the lesson around it (test_walks)."""

TIES = [("Ali", "Karin"), ("Lena", "Dragana"), ("Ida", "Shirin")]
MENDED = ours().exercise(LESSON, RUNG).feedback["mended"].sv
MOVE = 100  # ms of the processor from a press to the page drawn anew, at the 95th percentile


@pytest.fixture
def rung():
    """The exercise as its file has it."""
    return read(ROOT / "exercises" / LESSON / f"{RUNG}.yml").value


def person(card, name):
    return card.locator(f"[data-person][aria-label^='{name} ']")


def opened(learner, hand, rung, **more):
    me = learner("sv", hand, **more)
    me.open_lesson(LESSON)
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
    leads = led_to_by_arrows(card)
    for one, other in TIES:
        for name in (one, other):
            reach_by_arrows(me.page, card, leads, name)
            me.page.keyboard.press("Enter")
            expect(person(card, name)).to_be_focused()
    expect(card.locator(".goals .met")).to_have_count(2)
    me.page.keyboard.press("Escape")
    assert obstacles(me.page, "sv", within=CARD) == []


ARROWS = ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown")


def led_to_by_arrows(card):
    """Whom each of the arrows leads to, from each person on the map."""
    return card.locator(".people-map").evaluate(
        """(map, arrows) => {
          const marks = [...map.querySelectorAll("[data-person]")];
          const press = { bubbles: true, cancelable: true };
          return Object.fromEntries(marks.map((from) => [from.dataset.person, arrows.map((key) => {
            from.focus();
            from.dispatchEvent(new KeyboardEvent("keydown", { ...press, key }));
            return document.activeElement.dataset.person;
          })]));
        }""",
        ARROWS,
    )


def reach_by_arrows(page, card, leads, name):
    """Go through the map, the nearest way, until that person has the focus."""
    stop = card.locator("[data-person][tabindex='0']")
    stop.focus()
    goal = person(card, name).get_attribute("data-person")
    start = stop.get_attribute("data-person")
    left, ways = [start], {start: []}
    while goal not in ways:
        here = left.pop(0)  # fails where no way leads
        for arrow, there in zip(ARROWS, leads[here], strict=True):
            if there not in ways:
                ways[there] = [*ways[here], arrow]
                left.append(there)
    for arrow in ways[goal]:
        page.keyboard.press(arrow)
    expect(person(card, name)).to_be_focused()


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
    assert obstacles(me.page, "sv", within=CARD) == []


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


def test_a_panel_below_the_map_that_is_alone_has_the_whole_width(learner, start):
    """Where one looks for somebody, no measures stand beside what is said of who is chosen.

    They do once it is answered, so this is a course that nobody has answered anything in.
    """
    exercise = read(ROOT / "exercises" / LESSON / "look-for-broker.yml").value
    card = learner("sv", at=start()).open_lesson(LESSON).card(exercise)
    panel = card.locator(".aside > .panel:not(:empty)")
    expect(panel).to_have_count(1)
    own, whole = panel.bounding_box(), card.locator(".aside").bounding_box()
    assert own["width"] == pytest.approx(whole["width"], abs=1)
