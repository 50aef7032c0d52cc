"""A conversation by mouse, by keys and by touch, with nothing for axe to find however it stands.

What only a browser shows: where the focus is, what is in view, what fits on a narrow screen.
"""

import pytest
from accessible import found_in, wider_than_the_window
from hands import Keyboard, Mouse, Touch
from playwright.sync_api import expect
from written import exercise

from course.kinds.scenario.cases import best_path
from course.paths import ROOT

pytestmark = pytest.mark.sweep

TALK = exercise("04-leadership", "trial-talk")
TWO_SLIPS = ["everything", "stop-swapping"]
FILE = ROOT / "exercises" / "04-leadership" / "trial-talk.yml"


@pytest.fixture(scope="module")
def previewed(tmp_path_factory):
    """The conversation alone in a page of its own."""
    from running import RunningCourse

    folder = tmp_path_factory.mktemp("talk")
    with RunningCourse(folder / "home", folder / "jupyter", preview=FILE) as course:
        yield course


def words_of(reply, language):
    """The words of a reply, by its id."""
    return next(
        one["text"][language]
        for scene in TALK["scenes"]
        for one in scene.get("replies", [])
        if one["id"] == reply
    )


@pytest.mark.parametrize(
    ("hand", "width", "scheme"),
    [(Mouse, 1280, "light"), (Keyboard, 1280, "dark"), (Touch, 320, "light"), (Touch, 360, "dark")],
)
def test_a_conversation_is_held_mended_and_replayed(learner, previewed, hand, width, scheme):
    me = learner("sv", hand, previewed, width=width, has_touch=hand is Touch)
    me.preview()
    card = me.card(TALK)

    def looked_at():
        assert found_in(me.page, ".card", scheme) == []
        assert wider_than_the_window(me.page) == []

    looked_at()
    assert card.get_by_role("log").locator(".bubble").count() == 0  # nothing before a press
    me.submit(TALK)
    expect(card.locator(".talk-ask")).to_be_focused()
    looked_at()
    for n, reply in enumerate(TWO_SLIPS, 1):
        me.hand.press(card.get_by_role("button", name=words_of(reply, "sv"), exact=True))
        expect(card.locator(".said-turn")).to_have_count(n + 1)
        expect(card.locator(".talk-ask")).to_be_focused()
        expect(card.locator(".said-turn").last.locator(".mine")).to_be_in_viewport()
    looked_at()
    # From the first turn, another line; then what works, to the good end.
    me.hand.press(card.get_by_role("button", name=me.word("another-way", n=1), exact=True))
    expect(card.locator(".said-turn")).to_have_count(1)
    steps, _ = best_path(TALK)
    for n, (_, reply) in enumerate(steps, 1):
        me.hand.press(card.get_by_role("button", name=reply["text"]["sv"], exact=True))
        expect(card.locator(".said-turn")).to_have_count(n + 1)
    expect(card.get_by_role("heading", name=me.word("how-it-went"))).to_be_focused()
    expect(card.get_by_role("list", name=me.word("your-way"))).to_be_visible()
    looked_at()


def test_digits_hold_the_whole_conversation_and_only_within_it(learner, previewed):
    me = learner("sv", Keyboard, previewed)
    me.preview()
    card = me.card(TALK)
    me.submit(TALK)
    me.page.evaluate("document.activeElement.blur()")
    me.page.keyboard.press("1")  # the focus is not in the card
    me.page.wait_for_timeout(300)
    expect(card.locator(".said-turn")).to_have_count(1)
    card.locator(".talk-ask").focus()
    for n, digit in enumerate("3331", 1):  # to Thursday's slip of paper, and on
        me.page.keyboard.press(digit)
        expect(card.locator(".said-turn")).to_have_count(n + 1)
    me.page.keyboard.press("1")
    expect(card.get_by_role("list", name=me.word("your-way"))).to_be_visible()
    expect(card.locator(".talk-end h4")).to_be_focused()


def test_a_screen_reader_finds_the_conversation_in_its_order(learner, previewed):
    me = learner("sv", Mouse, previewed)
    me.preview()
    card = me.card(TALK)
    me.submit(TALK)
    me.hand.press(card.get_by_role("button", name=words_of("not-said", "sv"), exact=True))
    expect(card.locator(".said-turn")).to_have_count(2)
    tree = card.get_by_role("log", name=me.word("conversation"), exact=True).aria_snapshot()
    told = [
        *("Johan", "Det ena är mitt", "Karin (du)", "Det har jag inte sagt till någon"),
        *("Det håller", "Du tar på dig din del", "Johan: lättad", "Förtroende +1"),
        *("Välj en annan replik här: replik 1", "Lapparna", "Yonas har stannat", "Det är ju vi"),
    ]
    places = [tree.find(words) for words in told]
    assert -1 not in places, tree
    assert places == sorted(places)
    assert "img" not in tree  # a face says nothing that the words beside it do not
    group = card.get_by_role("group", name=me.word("what-you-say"), exact=True)
    expect(group.get_by_role("button")).to_have_count(3)
