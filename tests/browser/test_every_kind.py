"""Every kind of exercise, by mouse and by keyboard alone, on the documentation's own examples.

They are seen in the preview: one page with the cards of all the files of a folder.
"""

import pytest
from accessible import obstacles
from kinds import Tryer, examples, write
from learner import Keyboard, Mouse
from playwright.sync_api import expect

from course.material.checking import faults_in
from course.material.reading import load
from course.scoring import KINDS
from course.text import say

SMALLEST = 24  # CSS pixels, WCAG 2.2, criterion 2.5.8

_TOO_SMALL = """
(smallest) => [...document.querySelectorAll(".card :is(button, label, select, summary)")]
  .map((element) => [element, element.getBoundingClientRect()])
  .filter(([, { width, height }]) => width && (width < smallest || height < smallest))
  .map(([element, { width, height }]) => `${width} x ${height}: ${element.outerHTML.slice(0, 120)}`)
"""


@pytest.fixture
def tryer(visitor, course):
    """Somebody who tries exercises: ``tryer("sv", Keyboard)``."""
    return lambda language, hand=Mouse: Tryer(visitor(course), course, language, hand)


@pytest.fixture
def folder(tmp_path):
    """A folder that is not there yet, with a name that an address has to spell out."""
    return tmp_path / "prov & försök"


@pytest.mark.parametrize("hand", [Mouse, Keyboard])
def test_every_kind_can_be_worked(tryer, folder, language, hand):
    """Nothing, something wrong and something right is sent; then all have room and contrast."""
    written = examples(folder)
    assert {one["kind"] for one in written} == set(KINDS)
    me = tryer(language, hand).preview(folder)
    for exercise in written:
        me.work(exercise)
    assert obstacles(me.page, language) == []
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


def test_what_is_written_is_shown_as_text(tryer, folder, language):
    """Nothing in an exercise's file becomes an element, or is run, wherever it shows."""
    numbers = iter(range(100, 10_000))
    written = [hostile(exercise, numbers) for exercise in examples(folder)]
    for exercise in written:
        write(folder, exercise)
        load(folder.name, exercise["id"], folder=folder.parent)
    me = tryer(language)
    me.page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    me.preview(folder)
    for exercise in written:
        me.work(exercise)
        card = me.card(exercise)
        expect(card).to_contain_text(exercise["prompt"][language])
        expect(card.locator("script, img, strong, em, [onerror]")).to_have_count(0)
    assert me.page.evaluate("typeof gone") == "undefined"


def test_too_long_a_text_is_said_to_be_too_long(tryer, folder, language):
    """A field takes no more than there is room for; what gets past it is refused in words."""
    exercise = next(one for one in examples(folder) if one["kind"] == "reflection")
    me = tryer(language).preview(folder / f"{exercise['id']}.yml")
    field = me.card(exercise).get_by_role("textbox")
    field.evaluate("field => { field.value = 'x'.repeat(10000); }")
    me.submit(exercise)
    told = say("answer.too-long", language, n=10_000, most=4000)
    expect(me.status(exercise, "10000")).to_have_text(told, use_inner_text=True)
    assert len(field.input_value()) == 10_000


def test_the_page_follows_the_file(tryer, folder, language):
    """A fault that is saved is told on the page that shows the file, and gone when mended."""
    exercise = next(one for one in examples(folder) if one["kind"] == "choice")
    file = folder / f"{exercise['id']}.yml"
    me = tryer(language).preview(file)
    main = me.page.get_by_role("main")
    expect(main).to_contain_text(say("preview.none", language))
    write(folder, {**exercise, "minutes": 0})
    expect(main).to_contain_text(say("preview.faults", language))
    (fault,) = faults_in(file)
    expect(main).to_contain_text(fault.told(language))
    expect(me.card(exercise)).to_have_count(0)
    write(folder, exercise)
    expect(me.card(exercise)).to_be_visible()
    expect(main).to_contain_text(say("preview.none", language))
