"""A network of one's own drawn by mouse, by keys alone, by touch; saved; in the plan."""

import pytest
from accessible import LOOK_IN, NARROW, WIDE, obstacles
from hands import Keyboard, Mouse, Touch
from playwright.sync_api import expect
from written import exercise

from course.kinds.tried import cases
from course.words import say

pytestmark = pytest.mark.sweep

LESSON, OWN = "06-across-boundaries", "own-network"
CARD = f".live[data-exercise='{OWN}']"
"""Where it is drawn; the rest of the lesson is looked at in ``test_lessons.py``."""
NAMES = ["Samordnaren", "Nattpatrullen"]  # besides the common ones


@pytest.fixture
def own():
    """The exercise as its file has it."""
    return exercise(LESSON, OWN)


def party(card, id):
    return card.locator(f"[data-party={id}]")


def opened(learner, hand, own, **more):
    me = learner("sv", hand, steps="all", **more).open_at(own)
    card = me.card(own)
    expect(card.locator(".goals li")).to_have_count(3)
    again = card.get_by_role("button", name=me.word("sketch-restart"), exact=True)
    if again.is_enabled():  # another test has been here
        again.click()
    expect(card.locator(".made li")).to_have_count(0)
    return me, card


def put_out(me, card, common):
    """Some of the common ones, and two of one's own."""
    for text in common:
        me.hand.press(card.get_by_role("button", name=f"+ {text}", exact=True))
    for name in NAMES:
        me.hand.write(card.get_by_label(me.word("sketch-name"), exact=True), name)
        me.hand.press(card.get_by_role("button", name=me.word("sketch-add"), exact=True))


def choose(me, card, mode):
    me.hand.press(card.get_by_role("button", name=me.word(f"sketch-mode-{mode}"), exact=True))


def test_it_is_drawn_by_mouse_stands_so_again_and_goes_into_the_plan(learner, own):
    me, card = opened(learner, Mouse, own)
    put_out(me, card, ["Bistånd", "Staben"])
    for one, other in (("p1", "p4"), ("p4", "p2"), ("p4", "p3")):
        party(card, one).click()
        party(card, other).click()
    party(card, "p1").locator(".hit").drag_to(party(card, "p5").locator(".hit"))
    expect(card.locator(".made li")).to_have_count(4)
    choose(me, card, "bridge")
    party(card, "p4").click()
    expect(card.locator(".goals .met")).to_have_count(3)
    choose(me, card, "away")
    party(card, "p4").click()
    # By hand: Samordnaren (p4) stands between the unit and both Bistånd and Staben.
    first = "Utan Samordnaren når ni inte Bistånd och Staben."
    without = f"{first} Kvar att nå: Nattpatrullen."
    expect(card.locator(".says .without")).to_have_text(without)
    expect(card.locator(".tie.still")).to_have_count(3)
    card.locator("textarea").fill("Ingen vet vem vi ska fråga.")
    me.submit(own)
    expect(card.locator(".verdict")).to_contain_text(first)
    expect(card.locator(".verdict")).to_contain_text(own["feedback"]["same"]["sv"][:20])
    me.see_saved(own)
    assert obstacles(me.page, "sv", LOOK_IN["sv"], within=CARD) == []
    me.page.reload()
    expect(card.locator(".made li")).to_have_count(4)
    expect(card.locator(".says .without")).to_have_text(without)
    me.open("plan")
    main = me.page.get_by_role("main")
    expect(main).to_contain_text(without)
    expect(main).to_contain_text("Ingen vet vem vi ska fråga.")


def test_it_is_drawn_by_keys_alone(learner, own):
    """Each party is reached by arrows from the map's one stop; Enter ties; Escape lets go."""
    me, card = opened(learner, Keyboard, own)
    put_out(me, card, ["Bistånd"])
    choose(me, card, "tie")
    for one, other in (("p1", "p2"), ("p2", "p3"), ("p3", "p4")):
        for id in (one, other):
            reach(me, card, id)
            me.page.keyboard.press("Enter")
            expect(party(card, id)).to_be_focused()
    expect(card.locator(".made li")).to_have_count(3)
    choose(me, card, "bridge")
    reach(me, card, "p2")
    me.page.keyboard.press("Enter")
    expect(card.locator(".goals .met")).to_have_count(3)
    me.hand.press(card.get_by_role("button", name=me.word("sketch-undo"), exact=True))
    expect(card.locator(".goals .met")).to_have_count(2)
    redo = card.get_by_role("button", name=me.word("sketch-redo"), exact=True)
    me.hand.press(redo)
    expect(card.locator(".goals .met")).to_have_count(3)
    assert me.page.evaluate("document.activeElement !== document.body")
    assert obstacles(me.page, "sv", WIDE, within=CARD) == []


def reach(me, card, id):
    """Go to the map, and by the arrows to a party: on, as long as each press comes nearer."""
    me.hand.go_to(card.locator("[data-party][tabindex='0']"))
    middle = """one => {
      const {x, y, width, height} = one.getBoundingClientRect();
      return [x + width / 2, y + height / 2];
    }"""
    x, y = party(card, id).locator(".hit").evaluate(middle)
    for _ in range(8):
        at = me.page.locator("[data-party]:focus")
        if at.get_attribute("data-party") == id:
            return
        here, there = at.locator(".hit").evaluate(middle)
        across, down = x - here, y - there
        key = (
            ("Right" if across > 0 else "Left")
            if abs(across) > abs(down)
            else ("Down" if down > 0 else "Up")
        )
        me.page.keyboard.press(f"Arrow{key}")
    raise AssertionError(f"no arrows lead to {id}")


def test_it_is_drawn_by_touch_on_a_telephone(learner, own):
    me, card = opened(learner, Touch, own, width=360, has_touch=True, is_mobile=True)
    put_out(me, card, ["Bistånd", "Staben"])
    for one, other in (("p1", "p2"), ("p1", "p3")):
        party(card, one).locator(".hit").tap()
        party(card, other).locator(".hit").tap()
    expect(card.locator(".made li")).to_have_count(2)
    measure = "all => all.map((one) => one.getBoundingClientRect().width)"
    assert min(card.locator(".hit").evaluate_all(measure)) >= 24
    assert me.page.evaluate("document.documentElement.scrollWidth") <= 360
    me.hand.press(card.get_by_role("button", name=me.word("sketch-as-table"), exact=True))
    expect(card.locator("tbody tr")).to_have_count(5)
    assert me.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert obstacles(me.page, "sv", NARROW, within=CARD) == []


def test_it_is_drawn_in_the_table(learner, own):
    me, card = opened(learner, Keyboard, own)
    given = cases("sketch").right(own, "sv")
    me.answer(own, given)
    expect(card.locator("th button[aria-pressed]")).to_have_count(5)


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_the_map_is_saved_as_a_picture(learner, own, kind):
    me, card = opened(learner, Mouse, own)
    put_out(me, card, ["Bistånd"])
    with me.page.expect_download() as saved:
        name = say("card.save-as", "sv", **{"as": kind.upper()})
        card.get_by_role("button", name=name).click()
    assert saved.value.suggested_filename == f"{OWN}.{kind}"
    content = saved.value.path().read_bytes()
    assert content.startswith(b"\x89PNG" if kind == "png" else b"<svg")
    assert len(content) > 3_000
    if kind == "svg":
        assert b"var(" not in content
        assert all(name.encode() in content for name in ("Bistånd", *NAMES))
