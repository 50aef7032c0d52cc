"""Somebody who takes the course in a browser: by mouse, by keyboard alone, or by touch.

Everything is found as a person finds it, by its role and its words.
"""

import re
from itertools import pairwise

from playwright.sync_api import expect

from course.text import decimal, say


class Mouse:
    """Points and clicks."""

    def __init__(self, page):
        self.page = page

    def press(self, target):
        """Press a button, a link or the head of something folded."""
        target.click()

    def choose(self, radio):
        """Choose one of several, by its words."""
        radio.locator("xpath=ancestor::label[1]").click()

    def write(self, field, text):
        """Write in a field instead of what stands there."""
        field.click()
        field.fill(text)

    def send(self, field, button):
        """Send what a field holds."""
        button.click()

    def pick(self, choices, place):
        """Pick from a list, by the place in it."""
        choices.select_option(index=place)

    def to_the_end(self, slider):
        """Move a slider as far as it goes."""
        frame = slider.bounding_box()
        slider.click(position={"x": frame["width"] - 2, "y": frame["height"] / 2})


class Touch(Mouse):
    """Taps."""

    def press(self, target):
        target.tap()

    def choose(self, radio):
        radio.locator("xpath=ancestor::label[1]").tap()


class Keyboard(Mouse):
    """Has no mouse: Tab, Shift+Tab, arrows, Space and Enter."""

    _FROM_HERE = """
    (target) => {
      const here = document.activeElement;
      if (here === target) return "here";
      const group = (element) => element.type === "radio" && element.name;
      if (group(here) && group(here) === group(target)) return "in its group";
      const position = here.compareDocumentPosition(target);
      return position & Node.DOCUMENT_POSITION_FOLLOWING ? "on" : "back";
    }
    """
    _STEPS_IN_GROUP = """
    (target) => {
      const all = [...document.getElementsByName(target.name)];
      return all.indexOf(target) - all.indexOf(document.activeElement);
    }
    """

    def go_to(self, target):
        """Tab to something, forwards or backwards."""
        seen = []
        for _ in range(300):
            where = target.evaluate(self._FROM_HERE)
            if where in ("here", "in its group"):
                return
            seen.append(where)
            turns = sum(a != b for a, b in pairwise(seen))
            assert turns < 3, f"Tab steps over {target}"
            self.page.keyboard.press("Tab" if where == "on" else "Shift+Tab")
        raise AssertionError(f"Tab never reaches {target}")

    def press(self, target):
        self.go_to(target)
        self.page.keyboard.press("Enter")

    def choose(self, radio):
        self.go_to(radio)
        steps = radio.evaluate(self._STEPS_IN_GROUP)
        for _ in range(abs(steps)):
            self.page.keyboard.press("ArrowDown" if steps > 0 else "ArrowUp")
        if not radio.is_checked():
            self.page.keyboard.press("Space")

    def write(self, field, text):
        self.go_to(field)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def send(self, field, button):
        """Enter in the field will do, unless Enter is a new line there."""
        if field.evaluate("field => field.tagName") == "TEXTAREA":
            self.press(button)
        else:
            self.go_to(field)
            self.page.keyboard.press("Enter")

    def pick(self, choices, place):
        self.go_to(choices)
        self.page.keyboard.press("Home")
        for _ in range(place):
            self.page.keyboard.press("ArrowDown")

    def to_the_end(self, slider):
        self.go_to(slider)
        self.page.keyboard.press("End")


class Learner:
    """A page of the course, and the hand that works on it."""

    def __init__(self, page, course, language, hand=Mouse):
        self.page = page
        self.course = course
        self.language = language
        self.hand = hand(page)

    def word(self, key, **values):
        """A word of a card's interface."""
        return say(f"card.{key}", self.language, **values)

    def said(self, key, **values):
        """A sentence of the pages around the cards."""
        return say(f"view.{key}", self.language, **values)

    def open(self, path=""):
        """Open a page of the course in the learner's language."""
        self.page.goto(self.course.url(f"{self.language}/{path}"))
        return self

    def open_lesson(self, lesson, cell=""):
        """Open a lesson and wait until its exercises are awake."""
        self.open(f"{lesson}#{cell}" if cell else lesson)
        self.awake()
        return self

    def awake(self):
        """Wait until all exercises of the page are awake."""
        expect(self.page.locator("html")).to_have_attribute("data-live", "true")

    def card(self, exercise):
        """The card of an exercise."""
        heading = self.page.get_by_role(
            "heading", name=exercise["title"][self.language], exact=True
        )
        return self.page.get_by_role("group").filter(has=heading)

    def unfold(self, within, words):
        """Open something folded, unless it is open, and return it."""
        head = within.locator("summary").filter(has_text=words)
        folded = head.locator("xpath=..")
        if not folded.evaluate("element => element.open"):
            self.hand.press(head)
        return folded

    # --- answering --------------------------------------------------------------------------------

    def answer(self, exercise, given):
        """Give an answer, and see its reasons and that it is saved."""
        self.enter(exercise, given.answer)
        self.submit(exercise)
        self.see(exercise, given)
        self.see_saved(exercise)

    def enter(self, exercise, answer):
        """Fill in an answer, without sending it."""
        getattr(self, f"_enter_{exercise['kind']}")(exercise, self.card(exercise), answer)

    def submit(self, exercise):
        """Send the answer that is filled in."""
        card = self.card(exercise)
        fields = card.get_by_role("textbox")
        if fields.count():
            self.hand.send(fields, self.button(card))
        else:
            self.hand.press(self.button(card))

    def button(self, card):
        """The button that sends the answer, whatever it says just now."""
        return card.locator("button[type=submit]")

    def _enter_choice(self, exercise, card, answer):
        option = next(one for one in exercise["options"] if one["id"] == answer)
        self.hand.choose(card.get_by_role("radio", name=option["text"][self.language], exact=True))

    _enter_explore = _enter_choice

    def _enter_sort(self, exercise, card, answer):
        groups = {group["id"]: group["text"][self.language] for group in exercise["groups"]}
        for one in exercise["cards"]:
            slot = card.get_by_role("group", name=one["text"][self.language], exact=True)
            self.hand.choose(slot.get_by_role("radio", name=groups[answer[one["id"]]], exact=True))

    def _enter_scale(self, exercise, card, answer):
        points = [point[self.language] for point in exercise["points"]]
        for area in exercise["areas"]:
            for item in area["items"]:
                slot = card.get_by_role("group", name=item["text"][self.language], exact=True)
                words = points[answer[item["id"]] - 1]
                self.hand.choose(slot.get_by_role("radio", name=words, exact=True))

    def _enter_estimate(self, exercise, card, answer):
        self.hand.write(card.get_by_role("textbox"), self.number(answer))

    def _enter_reflection(self, exercise, card, answer):
        self.hand.write(card.get_by_role("textbox"), answer)

    def _enter_network(self, exercise, card, answer):
        if card.get_by_role("button", name=self.word("clear"), exact=True).is_enabled():
            self.hand.press(card.get_by_role("button", name=self.word("clear"), exact=True))
        by_lists, *by_people = answer
        self.tie_by_lists(exercise, by_lists)
        for tie in by_people:
            self.tie(exercise, tie)

    def number(self, number):
        """A number as somebody writes it in the language."""
        digits = 0 if number == int(number) else 2
        return decimal(number, digits, self.language)

    # --- the puzzle of two departments ------------------------------------------------------------

    def person(self, exercise, side, place):
        """The button of a person in one of the departments."""
        department = exercise[("first", "second")[side]]
        column = self.card(exercise).get_by_role(
            "group", name=department["text"][self.language], exact=True
        )
        name = department["people"][place]
        return column.get_by_role("button", name=re.compile(rf"^{name}\b"))

    def tie(self, exercise, tie):
        """Place a tie, or take it away, by pressing its two people."""
        for side in (0, 1):
            self.hand.press(self.person(exercise, side, tie[side]))

    def tie_by_lists(self, exercise, tie):
        """Place a tie by the two lists."""
        card = self.card(exercise)
        for key, side in (("from-person", "first"), ("to-person", "second")):
            label = self.word(key, unit=exercise[side]["text"][self.language])
            self.hand.pick(card.get_by_role("combobox", name=label), tie[side == "second"])
        self.hand.press(card.get_by_role("button", name=self.word("place-tie"), exact=True))

    # --- what the course replies ------------------------------------------------------------------

    def see(self, exercise, given):
        """See each reason, where it belongs."""
        card = self.card(exercise)
        if exercise["kind"] == "scale":
            self.unfold(card, self.word("profile-areas"))
        for about, reason in given.reasons:
            place = card
            if exercise["kind"] == "sort":
                place = card.get_by_role("group", name=about, exact=True)
            expect(place).to_contain_text(reason, use_inner_text=True)
        if exercise["kind"] == "explore":
            expect(card.get_by_role("slider").first).to_be_visible()

    def see_saved(self, exercise):
        """See that the answer is saved, with its time."""
        saved = re.compile("^" + re.escape(self.word("saved", time="")) + r".*\d[:.]\d\d")
        status = self.card(exercise).get_by_role("status").filter(has_text=saved)
        expect(status).to_be_visible()

    def see_entered(self, exercise, answer):
        """See that an answer stands filled in."""
        card = self.card(exercise)
        kind = exercise["kind"]
        if kind in ("choice", "explore"):
            text = next(o["text"] for o in exercise["options"] if o["id"] == answer)[self.language]
            expect(card.get_by_role("radio", name=text, exact=True)).to_be_checked()
        elif kind == "sort":
            groups = {group["id"]: group["text"][self.language] for group in exercise["groups"]}
            for one in exercise["cards"]:
                slot = card.get_by_role("group", name=one["text"][self.language], exact=True)
                words = groups[answer[one["id"]]]
                expect(slot.get_by_role("radio", name=words, exact=True)).to_be_checked()
        elif kind == "scale":
            points = [point[self.language] for point in exercise["points"]]
            for item in (item for area in exercise["areas"] for item in area["items"]):
                slot = card.get_by_role("group", name=item["text"][self.language], exact=True)
                words = points[answer[item["id"]] - 1]
                expect(slot.get_by_role("radio", name=words, exact=True)).to_be_checked()
        elif kind == "network":
            expect(self.ties(card)).to_have_count(len(answer))
        else:
            written = self.number(answer) if kind == "estimate" else answer
            expect(card.get_by_role("textbox")).to_have_value(written)

    def ties(self, card):
        """The buttons that take a placed tie away: one for each tie."""
        start = self.word("remove-tie", **{"from": "", "to": ""}).split("  ")[0].rstrip(" –")
        return card.get_by_role("button", name=re.compile("^" + re.escape(start)))

    def minutes_left(self):
        """How long is left of the core path, as the head of the page says; 0 when it is done."""
        told = self.page.get_by_role("banner").inner_text()
        hours = re.search(r"(\d+) h", told)
        minutes = re.search(r"(\d+) min", told)
        return 60 * int(hours[1] if hours else 0) + int(minutes[1] if minutes else 0)
