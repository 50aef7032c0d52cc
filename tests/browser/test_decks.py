"""Decks as they are played: by keys, by touch, half-way and back, on paper, and what axe sees.

That every kind of deck can be played by mouse and by Tab is shown with all kinds
(``test_every_kind.py``); here are the ways that only decks have.
"""

import pytest
from accessible import obstacles
from hands import Touch
from playwright.sync_api import expect
from written import LESSONS, exercises

from course.content.course import ours
from course.kinds import KINDS
from course.paths import ROOT

DECKS = {
    one["kind"]: one
    for lesson in reversed(LESSONS)
    for one in exercises(lesson)
    if KINDS[one["kind"]].deck(ours().exercise(lesson, one["id"]))
}
"""A deck of each kind that is dealt."""

TELEPHONE = {"width": 360, "height": 740, "has_touch": True, "is_mobile": True}
every_deck = pytest.mark.parametrize(
    "deck",
    [
        pytest.param(deck, id=kind, marks=() if kind == "sort" else pytest.mark.sweep)
        for kind, deck in DECKS.items()
    ],
)
"""An ordinary run plays one deck in all ways; they all come from the same script."""


def at(me, deck):
    """The learner at the step of a deck."""
    return me.open_at(deck)


def stage(card):
    return card.locator(".deck").get_attribute("data-stage")


def cards_of(deck):
    return next(deck[name] for name in ("cards", "statements", "options") if name in deck)


def play(card, put, go_on, each=lambda stage: None):
    """Play a deck to its end: ``put`` answers a card, ``go_on`` leads to the next one."""
    tries = 0
    while stage(card) != "end":
        each(stage(card))
        put()
        expect(card.locator(".deck")).to_have_attribute("data-stage", "told")
        expect(card.locator(".verdict .say")).to_be_in_viewport()
        expect(card.locator("[type=submit]")).to_be_focused()
        each("told")
        tries += 1
        go_on()
    return tries


@every_deck
def test_by_digits_and_the_arrow(learner, course, deck):
    """The focus stays in the card from the first to the last, and the answer is kept at the end."""
    me = at(learner("sv", steps="all"), deck)
    card, keys = me.card(deck), me.page.keyboard
    card.locator(".dealt").focus()

    def put():
        keys.press("1")
        if card.locator(".more").is_visible():
            keys.press("2")

    tries = play(card, put, lambda: keys.press("ArrowRight"))
    expect(card.locator(".all")).to_be_focused()
    me.see_saved(deck)  # the end is shown before the answer is in the file
    (event,) = course.journal().answers(deck["lesson"], deck["id"])
    n = len(cards_of(deck))
    right = sum(one.tone == "right" for one in _verdict(deck, event.answer).said)
    assert tries == n + (n - right)
    told = me.word("deck-told", right=right, n=n)
    expect(card.locator(".verdict")).to_contain_text(told)
    expect(card.locator("details[open]")).to_have_count(n - right)


def _verdict(deck, answer):
    kind, exercise = KINDS[deck["kind"]], ours().exercise(deck["lesson"], deck["id"])
    return kind.judge(exercise, kind.accept(exercise, answer))


@every_deck
def test_by_touch_on_a_telephone(learner, deck):
    """Taps alone; every reason is in view when it is told, and nothing is wider than the screen."""
    me = at(learner("en", Touch, steps="all", **TELEPHONE), deck)
    card = me.card(deck)

    def put():
        card.locator(".place").last.tap()
        if card.locator(".more").is_visible():
            card.locator(".more button").last.tap()

    play(card, put, lambda: card.locator("[type=submit]").tap())
    assert me.page.evaluate("document.documentElement.scrollWidth") <= TELEPHONE["width"]


@every_deck
def test_half_way_and_back(learner, course, deck):
    """Another browser goes on with the next card, and what was tried stands in the row of marks."""
    me = at(learner("sv", steps="all"), deck)
    card = me.card(deck)
    card.locator(".place").first.click()
    if card.locator(".more").is_visible():
        card.locator(".more button").first.click()
    expect(card.locator(".deck")).to_have_attribute("data-stage", "told")
    mark = card.locator(".mark").first.text_content()
    me.page.reload()
    me.awake().play_to(deck)
    expect(card.locator(".mark").first).to_have_text(mark)
    expect(card.locator(".what")).to_have_text(" ".join(cards_of(deck)[1]["text"]["sv"].split()))
    assert course.journal().answers(deck["lesson"], deck["id"]) == ()


def test_a_card_is_dragged_onto_its_place(learner):
    deck = DECKS["sort"]
    me = at(learner("sv", steps="all"), deck)
    card, mouse = me.card(deck), me.page.mouse
    card.locator(".places").scroll_into_view_if_needed()
    there = card.locator(".place").nth(1).bounding_box()
    here = card.locator(".dealt").bounding_box()
    mouse.move(here["x"] + 40, here["y"] + 20)
    mouse.down()
    mouse.move(there["x"] + there["width"] / 2, there["y"] + there["height"] / 2, steps=5)
    mouse.up()
    expect(card.locator(".place").nth(1)).to_have_attribute("aria-pressed", "true")
    expect(card.locator(".verdict .say")).to_be_visible()


@every_deck
def test_nothing_stands_in_the_way_in_any_state(previewed_deck, deck):
    """What axe finds in each state of a deck, at 320 and 1280 pixels, light and dark."""
    me = previewed_deck(deck)
    card, seen = me.card(deck), {}

    def look(where):
        state = (where, card.locator(".verdict .say.right").count())
        if state not in seen:
            # What is around the card stays as it is.
            seen[state] = obstacles(me.page, "sv", within=".card" if seen else None)
            me.page.set_viewport_size({"width": 1280, "height": 900})

    def put():
        card.locator(".place").first.click()
        if card.locator(".more").is_visible():
            look("more")
            card.locator(".more button").first.click()

    play(card, put, lambda: card.locator("[type=submit]").click(), look)
    look("end")
    assert {where for where, _ in seen} >= {"asked", "told", "end"}
    assert {state: found for state, found in seen.items() if found} == {}


@pytest.fixture
def previewed_deck(learner, start, tmp_path):
    """A learner at the page of one exercise alone."""

    def begin(deck):
        lesson = tmp_path / "exercises" / deck["lesson"]
        lesson.mkdir(parents=True)
        file = ROOT / "exercises" / deck["lesson"] / f"{deck['id']}.yml"
        (lesson / file.name).write_bytes(file.read_bytes())
        return learner("sv", at=start(preview=lesson / file.name)).preview()

    return begin


@every_deck
def test_on_paper_all_cards_stand_with_their_places(learner, deck):
    me = at(learner("sv", steps="all"), deck)
    card = me.card(deck)
    me.page.emulate_media(media="print")
    expect(card.locator(".dealt")).to_be_hidden()
    expect(card.locator(".paper > div")).to_have_count(len(cards_of(deck)))
    for one in cards_of(deck):
        words = " ".join(one["text"]["sv"].split())
        expect(card.locator(".paper").get_by_text(words, exact=True)).to_be_visible()
