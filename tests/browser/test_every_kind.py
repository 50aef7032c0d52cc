"""Every kind of exercise, by mouse and by keyboard alone, on the documentation's own examples.

They are seen in the preview: one page with the cards of all the files of a folder.
"""

import pytest
from accessible import obstacles
from hands import Keyboard, Mouse
from playwright.sync_api import expect
from written import examples, write

from course.content.checking import faults_in
from course.content.reading import read_exercise
from course.kinds import KINDS
from course.kinds.cases import plain
from course.kinds.tried import cases
from course.words import say

SMALLEST = 24  # CSS pixels, WCAG 2.2, criterion 2.5.8

_TOO_SMALL = """
(smallest) => [...document.querySelectorAll(".card :is(button, label, select, summary)")]
  .map((element) => [element, element.getBoundingClientRect()])
  .filter(([, { width, height }]) => width && (width < smallest || height < smallest))
  .map(([element, { width, height }]) => `${width} x ${height}: ${element.outerHTML.slice(0, 120)}`)
"""


@pytest.fixture
def folder(tmp_path):
    """A folder that is not there yet, with a name that an address has to spell out."""
    return tmp_path / "prov & försök"


@pytest.fixture
def previewed(learner, start):
    """A learner at a course that was started to preview a file or a folder of them."""

    def begin(given, language, hand=Mouse):
        return learner(language, hand, at=start(preview=given)).preview()

    return begin


HALVES = (tuple(KINDS)[::2], tuple(KINDS)[1::2])
"""Kinds that are seen on a page together; two processes share the long tests so."""

by_halves = pytest.mark.parametrize("kinds", HALVES, ids=["-".join(half) for half in HALVES])


@by_halves
def test_every_kind_can_be_worked_by_keys(previewed, folder, kinds):
    """Nothing, something wrong and something right is sent; then all have room and contrast."""
    written = examples(folder, kinds)
    assert {one["kind"] for one in written} == set(kinds)
    me = previewed(folder, "sv", Keyboard)
    for exercise in written:
        # From the first control of a card the hand goes on by itself.
        me.card(exercise).locator("form :is(button, input, select, textarea)").first.focus()
        me.work(exercise, empty_first=True)
        cases(exercise["kind"]).afterwards(me, exercise)
    assert obstacles(me.page, "sv") == []
    for width in (1280, 320):
        me.page.set_viewport_size({"width": width, "height": 900})
        assert me.page.evaluate(_TOO_SMALL, SMALLEST) == []


HOSTILE = "<script>gone=1</script><img src=x onerror=gone=1> **fet** 🎈 שלום "


def hostile(thing, numbers):
    """An exercise with markup, Markdown, an emoji and Hebrew in each of its texts."""
    if isinstance(thing, dict) and set(thing) == {"sv", "en"}:
        # The numbers keep words apart that must not be the same.
        return {language: f"{HOSTILE}{next(numbers)}" for language in ("sv", "en")}
    if isinstance(thing, dict):
        return {key: hostile(value, numbers) for key, value in thing.items()}
    if isinstance(thing, list):
        return [hostile(one, numbers) for one in thing]
    return thing


@by_halves
@pytest.mark.sweep
def test_what_is_written_is_shown_as_text(previewed, folder, kinds):
    """By mouse; nothing in an exercise's file becomes an element, or is run, wherever it shows."""
    numbers = iter(range(100, 10_000))
    written = examples(folder, kinds, lambda exercise: hostile(exercise, numbers))
    for exercise in written:
        read_exercise(folder / f"{exercise['id']}.yml")
    me = previewed(folder, "en")
    for exercise in written:
        me.work(exercise, empty_first=True)
        cases(exercise["kind"]).afterwards(me, exercise)
        me.claim(exercise, {"says": plain(exercise["prompt"]["en"])})
        made = me.card(exercise).locator("script, img:not(.face), strong, em, [onerror]")
        expect(made).to_have_count(0)  # a face is drawn by the card itself
    assert me.page.evaluate("typeof gone") == "undefined"


def test_too_long_a_text_is_said_to_be_too_long(previewed, folder):
    """A field takes no more than there is room for; what gets past it is refused in words."""
    exercise = next(one for one in examples(folder) if cases(one["kind"]).field == "area")
    me = previewed(folder / f"{exercise['id']}.yml", "en")
    field = me.card(exercise).get_by_role("textbox")
    field.evaluate("field => { field.value = 'x'.repeat(10000); }")
    me.submit(exercise)
    me.claim(exercise, {"announces": plain(say("answer.too-long", "en", n=10_000, most=4000))})
    assert len(field.input_value()) == 10_000


def test_the_page_follows_the_file(previewed, folder):
    """A fault that is saved is told on the page that shows the file, and gone when mended."""
    exercise = examples(folder)[0]
    file = folder / f"{exercise['id']}.yml"
    me = previewed(file, "sv")
    main = me.page.get_by_role("main")
    expect(main).to_contain_text(say("preview.none", "sv"))
    write(folder, {**exercise, "minutes": 0})
    expect(main).to_contain_text(say("preview.faults", "sv"))
    (fault,) = faults_in(file)
    expect(main).to_contain_text(fault.told("sv"))
    expect(me.card(exercise)).to_have_count(0)
    write(folder, exercise)
    expect(me.card(exercise)).to_be_visible()
    expect(main).to_contain_text(say("preview.none", "sv"))
