"""Somebody who takes the course in a browser, with one hand or another.

Everything is found as a person finds it, by its role and its words.
"""

import re

import replies
from answers import right, wrong
from hands import Keyboard, Mouse, ask, placed
from playwright.sync_api import expect
from running import PATIENCE
from written import places

from course.content.course import ours
from course.kinds.cases import SUBMIT, wanted
from course.kinds.tried import cases
from course.words import say

STILL = """async () => {
  const place = () => {
    const { x, y } = document.getElementById("next").getBoundingClientRect();
    return [x, y, document.documentElement.scrollHeight].join();
  };
  for (let before = place(), same = 0; same < 6; same += 1) {
    await new Promise((go) => setTimeout(go, 20));
    if (place() !== before) [before, same] = [place(), -1];
  }
}"""
"""Wait until the button that leads on has stood still for a while, as it has for who reads on."""


class Learner:
    """A page of the course, and the hand that works on it."""

    def __init__(self, page, course, language, hand=Mouse):
        self.page = page
        self.course = course
        self.language = language
        self.hand = hand(page)
        self._found = set()  # cards, by the ids of their exercises

    def word(self, key, **values):
        """A word of a card's interface."""
        return say(f"card.{key}", self.language, **values)

    def said(self, key, **values):
        """A sentence of the pages around the cards."""
        return say(f"view.{key}", self.language, **values)

    def titled(self, lesson):
        """What a lesson is called."""
        return ours().titled(lesson, self.language)

    # --- pages ------------------------------------------------------------------------------------

    def open(self, path=""):
        """Open a page of the course in the learner's language."""
        self.page.goto(self.course.url(f"{self.language}/{path}"))
        return self

    def open_lesson(self, lesson, cell=""):
        """Open a lesson and wait until its exercises are awake."""
        self.open(f"{lesson}#{cell}" if cell else lesson)
        return self.awake()

    def open_at(self, exercise):
        """Open a lesson at an exercise; to who plays steps that one alone is shown, and drawn."""
        (cell,) = [
            cell
            for cell, one in places(exercise["lesson"], self.language).items()
            if one["id"] == exercise["id"]
        ]
        self.open_lesson(exercise["lesson"], cell).play_to(exercise)
        return self

    def preview(self):
        """Open what the course was started to preview, and wait until its cards are awake."""
        self.open("preview")
        return self.awake()

    def awake(self):
        """Wait until all exercises of the page are awake."""
        expect(self.page.locator("html")).to_have_attribute("data-live", "true")
        return self

    def card(self, exercise):
        """The card of an exercise: a group with its heading.

        To find it so takes a while in a long page; where it has been found once, its place will do.
        """
        place = placed(self.page, f".live[data-exercise='{exercise['id']}'] > .card")
        if exercise["id"] in self._found:
            return place
        heading = self.page.get_by_role(
            "heading", name=exercise["title"][self.language], exact=True
        )
        # What is folded around it is a group as well, and comes first.
        card = self.page.get_by_role("group").filter(has=heading).last
        if place.count() == 1 and card.count() == 1:
            same = "(card, place) => card === place"
            assert card.evaluate(same, place.element_handle())
            self._found.add(exercise["id"])
            return place
        return card

    def unfold(self, within, words):
        """Open something folded, unless it is open, and return it."""
        head = within.locator("summary").filter(has_text=words)
        folded = head.locator("xpath=..")
        if not folded.evaluate("element => element.open"):
            self.hand.press(head)
        return folded

    def minutes_left(self):
        """How long is left of the core path, as the head of the page says; 0 when it is done."""
        told = self.page.get_by_role("banner").inner_text()
        hours = re.search(r"(\d+) h", told)
        minutes = re.search(r"(\d+) min", told)
        return 60 * int(hours[1] if hours else 0) + int(minutes[1] if minutes else 0)

    # --- steps ------------------------------------------------------------------------------------

    def next_step(self):
        """Press Next; the step that comes has the focus on its heading."""
        before = self.page.title()
        self.page.evaluate(STILL)  # what is told of a model may come after all else has been seen
        self.hand.press(self.page.get_by_role("link", name=self.said("step-next"), exact=True))
        expect(self.page).not_to_have_title(before)
        expect(self.page.locator(".step:not([hidden]) > .heading")).to_be_focused()

    def is_at_end(self):
        """Whether there is no step after this one."""
        return not self.page.locator("#next").is_visible()

    def play_to(self, exercise):
        """Go on, step by step, to an exercise; after the end, open what it lies folded in."""
        place = self.page.locator(f".live[data-exercise='{exercise['id']}']")
        while not place.is_visible() and not self.is_at_end():
            self.next_step()
        if not place.is_visible():
            self.hand.press(
                self.page.locator("details.more").filter(has=place).locator("summary").first
            )
        expect(place).to_have_attribute("data-live", "true")  # what is folded wakes as it is opened
        expect(place.locator("> .card")).to_be_visible()

    # --- answering --------------------------------------------------------------------------------

    def answer(self, exercise, given):
        """Give an answer, and see its reasons and that it is saved."""
        in_turns = cases(exercise["kind"]).answer
        if in_turns is not None:
            in_turns(self, exercise, given)
        else:
            self.enter(exercise, given.answer)
            self.submit(exercise)
        self.see(exercise, given)
        self.see_saved(exercise)

    def enter(self, exercise, answer):
        """Fill in an answer, without sending it."""
        cases(exercise["kind"]).enter(self, exercise, self.card(exercise), answer)

    def set_controls(self, exercise, controls):
        """Press what has to be pressed, and see that all stand as they should."""
        self.hand.press_each(self.card(exercise), controls)
        self.claim(exercise, *({"stands": one} for one in controls))

    def send(self, exercise, words):
        """Choose one thing by its words, and send it."""
        self.hand.press_each(self.card(exercise), [wanted("radio", words, on=True), SUBMIT])

    def submit(self, exercise):
        """Send the answer that is filled in; of several fields none sends by itself."""
        card = self.card(exercise)
        if cases(exercise["kind"]).field is not None:
            self.hand.send(card, card.get_by_role("textbox"))
        else:
            self.hand.press_each(card, [SUBMIT])

    def work(self, exercise, *, empty_first=False):
        """Answer an exercise wrongly, then rightly, and see all that is said.

        Return the answers in the order and form that the journal has them. ``empty_first`` sends
        the card first as it is when it is opened: a sentence says what is missing.
        """
        regions = self.card(exercise).locator("[role=status]").count()
        how = cases(exercise["kind"]).work or _work_at_once
        answers = how(self, exercise, empty_first=empty_first)
        # What is said is announced only in a region that was there before.
        self.claim(exercise, {"regions": regions})
        return answers

    def send_nothing(self, exercise):
        """Send a card that is not filled in: a sentence says what is missing."""
        told = replies.lacks(exercise, self.language)
        if told:
            self.submit(exercise)
            self.claim(exercise, {"announces": told}, self.same_focus(exercise))

    def same_focus(self, exercise):
        """One stands where the answer was sent from, and what is said comes by itself."""
        by_enter = cases(exercise["kind"]).field == "line" and isinstance(self.hand, Keyboard)
        return {"focus": {"role": "textbox"} if by_enter else SUBMIT}

    # --- what the course replies ------------------------------------------------------------------

    def claim(self, exercise, *claims):
        """See that all claims come true of a card; what they are is told in ``card.js``."""
        asked = {"claims": claims, "patience": 1000 * PATIENCE / 2}
        missing = ask(self.card(exercise), "missing", asked)
        assert missing == [], f"in {exercise['lesson']}/{exercise['id']} this is not so: {missing}"

    def see(self, exercise, given):
        """See each reason where it belongs, and the verdict on the whole."""
        self.claim(exercise, *replies.counts(exercise, given, self.language))
        folded = cases(exercise["kind"]).unfold
        if folded is not None:
            self.unfold(self.card(exercise), self.word(folded))
        self.claim(exercise, *replies.reasons(exercise, given, self.language))

    def see_saved(self, exercise):
        """See that the answer is saved, with its time."""
        self.claim(exercise, self.is_saved())

    def is_saved(self):
        """The claim that an answer is saved; a preview says that it is not."""
        return replies.saved(self.language, is_preview=self.course.is_preview)

    def see_entered(self, exercise, answer):
        """See that an answer stands filled in."""
        self.claim(exercise, *replies.entered(exercise, answer, self.language))


def _work_at_once(me, exercise, *, empty_first):
    """Answer an exercise that is answered all at once."""
    if empty_first:
        me.send_nothing(exercise)
    answers = []
    for given in (wrong(exercise, me.language), right(exercise, me.language)):
        if given is None:
            continue
        me.enter(exercise, given.answer)
        me.submit(exercise)
        me.claim(exercise, me.is_saved(), me.same_focus(exercise))
        me.see(exercise, given)
        answers.append(given.answer)
    return answers
