"""The puzzle of two departments by touch on a telephone: ties, undo, the goal, and no ties left."""

import re

import pytest
from answers import right, wrong
from hands import Keyboard, Touch
from playwright.sync_api import expect
from replies import entered
from written import first

from course.kinds.network.cases import tie
from course.words import say

pytestmark = pytest.mark.sweep


def test_the_puzzle_by_touch_on_a_telephone(learner):
    """At 360 pixels everything is done by tapping people, and the table tells it all."""
    phone = {"width": 360, "height": 740, "has_touch": True, "is_mobile": True}
    puzzle = first("network")
    me = learner("sv", Touch, steps="all", **phone).open_at(puzzle)
    card = me.card(puzzle)
    ties = [[0, 0], [1, 1], [2, 2]]

    tie(me, puzzle, *ties)
    left = say("card.ties-left", "sv", n=puzzle["ties"] - 3)
    me.claim(puzzle, *entered(puzzle, ties, "sv"), {"announces": left})
    me.hand.press(card.get_by_role("button", name=me.word("undo")))
    me.see_entered(puzzle, ties[:2])
    tie(me, puzzle, [1, 1])  # a second time takes it away
    me.see_entered(puzzle, ties[:1])
    me.submit(puzzle)
    me.see(puzzle, wrong(puzzle, "sv"))

    tie(me, puzzle, [1, 0], [0, 1])
    me.submit(puzzle)
    me.see(puzzle, right(puzzle, "sv"))
    me.see_saved(puzzle)
    people, unit = puzzle["second"]["people"], puzzle["second"]["text"]["sv"]
    everybody = say("card.spread-to", "sv", n=len(people), all=len(people), unit=unit)
    me.claim(puzzle, {"says": everybody})
    table = me.unfold(card, me.word("ties-table"))
    # By hand: the first has seen two, then the second sees one from outside and the first, then
    # everybody else sees those two.
    for name, step in zip(people, [1, 2, *[3] * (len(people) - 2)], strict=True):
        row = table.get_by_role("row", name=re.compile(f"^{name}"))
        expect(row).to_contain_text(me.word("in-round", n=step))

    me.hand.press(card.get_by_role("button", name=me.word("clear"), exact=True))
    all_of_them = [[place, place] for place in range(puzzle["ties"])]
    tie(me, puzzle, *all_of_them, [0, 1])
    me.claim(puzzle, *entered(puzzle, all_of_them, "sv"), {"announces": me.word("no-ties-left")})


_HAS_FOCUS = "document.activeElement !== document.body"


def test_by_keys_the_focus_is_never_lost_and_what_is_left_is_told(learner):
    """A button that goes, or cannot be pressed any more, hands the focus on."""
    puzzle = first("network")
    me = learner("en", Keyboard, steps="all").open_at(puzzle)
    card = me.card(puzzle)
    undo, clear = (
        card.get_by_role("button", name=me.word(key), exact=True) for key in ("undo", "clear")
    )
    ties = [[0, 0], [1, 1], [2, 2]]

    def left(n):
        me.claim(puzzle, {"announces": say("card.ties-left", "en", n=puzzle["ties"] - n)})
        assert me.page.evaluate(_HAS_FOCUS)

    tie(me, puzzle, *ties)
    left(3)
    for n in (2, 1, 0):
        me.hand.press(undo)
        left(n)
    me.see_entered(puzzle, [])
    tie(me, puzzle, *ties)
    me.hand.press(clear)
    left(0)
    me.hand.press(undo)
    left(3)
    for n in (2, 1, 0):
        me.hand.press(card.locator(".ties button").first)
        left(n)
    tie(me, puzzle, *([place, place] for place in range(puzzle["ties"])), [0, 1])
    me.claim(puzzle, {"announces": me.word("no-ties-left")})
    me.hand.press(clear)
    left(0)
    expect(card.get_by_text(me.word("no-ties-left"))).to_have_count(0)
