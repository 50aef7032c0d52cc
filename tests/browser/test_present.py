"""The big screen, by keys: a room's hands, the answer as a step of its own, and the model."""

from accessible import AXE
from playwright.sync_api import expect

from course.content.course import ours
from course.words import say

LESSON = "06-across-boundaries"
FITS = """() => ["#stage", "html"].every((one) => {
  const { scrollHeight, clientHeight } = document.querySelector(one);
  return scrollHeight <= clientHeight;
})"""
VIOLATIONS = "async (options) => (await axe.run(options)).violations.map(({ id }) => id)"
COLOURS = {"runOnly": ["color-contrast"]}


def test_a_room_is_asked_told_and_shown_the_model(visitor, start):
    """1024 by 768 is the smallest projector that is still in use."""
    course = start(present=LESSON, language="en")
    page = visitor(course, width=1024, height=768)
    page.goto(course.url(f"en/present/{LESSON}"))
    page.evaluate(AXE)

    def is_as_it_should():
        assert page.evaluate(FITS)
        assert page.evaluate(VIOLATIONS, {}) == []

    fields = page.locator(".answers input")
    expect(fields).to_have_count(4)
    for n, hands in enumerate([2, 6, 1, 1]):
        fields.nth(n).fill(str(hands))
    expect(page.locator(".share").nth(1)).to_have_text("60%")  # 6 of 10
    expect(page.locator(".holds")).to_have_count(0)
    is_as_it_should()
    page.locator("#at").click()  # away from the field, where keys are numbers
    page.keyboard.press("r")
    expect(page.locator(".holds .mark")).to_contain_text(say("present.holds", "en"))
    is_as_it_should()
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(VIOLATIONS, COLOURS) == []
    page.emulate_media(color_scheme="light")
    page.keyboard.press("PageDown")
    expect(page.locator(".drawing svg")).to_be_visible()
    most = ours().exercise(LESSON, "wall").options[1].text.in_language("en")
    expect(page.locator(".your-guess")).to_contain_text(most)
    is_as_it_should()
    page.keyboard.press("Shift+ArrowRight")
    expect(page.locator("h2")).to_have_text(
        ours().exercise(LESSON, "broker").title.in_language("en")
    )
    page.keyboard.press("Shift+ArrowLeft")
    expect(fields.nth(1)).to_have_value("6")
    page.reload()
    expect(fields.nth(1)).to_have_value("0")  # nothing is kept
