"""What is begun and not sent: kept as it is typed, wherever one comes back, and no longer."""

import pytest
from answers import right
from playwright.sync_api import expect
from running import wait_for
from written import exercises, first, lessons_with_every_kind

pytestmark = pytest.mark.sweep

WRITTEN = first("reflection")
LESSON = WRITTEN["lesson"]
BEGUN = "Halva meningen står h"

ODD = [5, True, "x", [], [5], [[]], [None], [["a", "b"]], {}, {"a": {"b": None}}, {"given": 1}]
"""What no view of today would have begun."""


def begun(course):
    """What is begun, as the course keeps it."""
    return course.journal().draft(LESSON, WRITTEN["id"])


def at_text(learner, language="sv"):
    """A learner where the text is written."""
    return learner(language, steps="all").open_at(WRITTEN)


def begin(me):
    """Begin to write, and see that the course keeps it."""
    me.enter(WRITTEN, BEGUN)
    wait_for(lambda: begun(me.course) == BEGUN, "what is begun to be kept")


def test_it_is_there_in_another_browser_too(learner):
    """It is the course that keeps it, and not the browser."""
    me = at_text(learner)
    begin(me)
    me.page.context.close()
    at_text(learner, "en").see_entered(WRITTEN, BEGUN)


@pytest.mark.parametrize("way", ["to the start and back", "loading it again"])
def test_whoever_leaves_at_once_has_it_on_the_way_back(learner, way):
    """The page that goes sends what has not been sent yet, before the next one is asked for."""
    me = at_text(learner)
    me.card(WRITTEN).get_by_role("textbox").fill(BEGUN)
    if way == "loading it again":
        me.page.reload()
        me.awake()
    else:
        me.open()
        me.open_at(WRITTEN)
    me.see_entered(WRITTEN, BEGUN)


def test_an_answer_takes_its_place(learner, course):
    """Sent right after the last letter, too: nothing is kept beside the answer."""
    me = at_text(learner)
    me.answer(WRITTEN, right(WRITTEN, "sv"))
    me.page.wait_for_timeout(1000)  # longer than a letter waits to be kept
    assert begun(course) is None
    me.open()  # and nothing is sent after it by the page that goes
    me.page.wait_for_timeout(1000)
    assert begun(course) is None


def test_it_does_not_stand_over_the_answer_that_another_tab_gave_since(learner, course):
    me, other = (at_text(learner) for _ in range(2))
    begin(me)
    given = right(WRITTEN, "sv")
    other.answer(WRITTEN, given)
    me.page.reload()
    me.awake().see_entered(WRITTEN, given.answer)


def test_it_goes_with_all_that_is_deleted(learner, course):
    me = at_text(learner)
    begin(me)
    me.open("answers")
    me.page.get_by_text(me.said("delete"), exact=True).click()
    me.page.get_by_role("button", name=me.said("delete-for-good")).click()
    expect(me.page.get_by_role("status").filter(has_text=me.said("deleted"))).to_be_visible()
    me.page.go_back()
    me.open_at(WRITTEN).see_entered(WRITTEN, "")
    assert begun(course) is None


_DRAWN = """
async (odd) => {
  const { cards, files, words } = JSON.parse(document.getElementById("lesson").textContent);
  const drawn = [];
  for (const card of Object.values(cards)) {
    const { default: widget } = await import(`${files}/kinds/${card.task.kind}/view.js`);
    const task = { ...card.task, words: words.card };
    for (const draft of odd) {
      const place = document.body.appendChild(document.createElement("div"));
      const line = { card: { ...card, task, draft }, send() {}, on: () => () => {} };
      const end = widget.mount(line, place);
      await new Promise(requestAnimationFrame);
      drawn.push(place.querySelectorAll("form").length);
      end();
      place.remove();
    }
  }
  return drawn;
}
"""


@pytest.mark.parametrize("lesson", lessons_with_every_kind())
def test_what_does_not_fit_leaves_no_card_undrawn(learner, lesson):
    """As an earlier or a later version of an exercise may have left it."""
    me = learner("en", steps="all").open_lesson(lesson)
    drawn = me.page.evaluate(_DRAWN, ODD)
    assert drawn == [1] * (len(exercises(lesson)) * len(ODD))
