"""The example of every kind of exercise in the documentation, and somebody who works on them all.

As in ``answers.py``, the replies are read from the examples themselves, not by the course's rules.
"""

import re
from urllib.parse import quote

from answers import Given, right, wrong
from learner import Keyboard, Learner
from playwright.sync_api import expect
from ruamel.yaml import YAML

from course.paths import ROOT
from course.text import say

PAGES = [page for page in (ROOT / "docs/exercises").glob("*.md") if page.stem != "README"]

UNANSWERED = {
    "choice": ("choose-one", None),
    "choices": ("choose-some", None),
    "sort": ("cards-left", "cards"),
    "match": ("pairs-left", "pairs"),
    "estimate": ("no-number", None),
    "scale": ("answer-one", None),
    "confidence": ("statements-left", "statements"),
    "reflection": ("write-something", None),
    "canvas": ("write-something", None),
    "scenario": ("choose-one", None),
    "calendar": ("choose-an-hour", None),
    "network": ("place-a-tie", None),
    "explore": ("predict-first", None),
}
"""What is said to an empty answer, and the list whose length is in it. An order is never empty."""


def examples(folder):
    """Write the examples as files of a folder, and return them in the order of the page."""
    folder.mkdir()
    for page in PAGES:
        (source,) = re.findall(r"^```yaml\n(.*?)^```$", page.read_text("utf-8"), re.M | re.S)
        write(folder, YAML(typ="safe").load(source))
    return [YAML(typ="safe").load(file.read_text("utf-8")) for file in sorted(folder.glob("*.yml"))]


def write(folder, exercise):
    """Write an exercise's file."""
    with (folder / f"{exercise['id']}.yml").open("w", encoding="utf-8") as file:
        YAML().dump(exercise, file)


def wrongly(exercise, language):
    """An answer that is not right yet, and its reasons; None where there is no right or wrong."""
    return _WRONG.get(exercise["kind"], wrong)(exercise, language)


def rightly(exercise, language):
    """A right answer, or one among equals, and its reasons."""
    return _RIGHT.get(exercise["kind"], right)(exercise, language)


def _reasons(things, language):
    return [(thing["id"], thing["feedback"][language]) for thing in things]


def _wrong_choices(exercise, language):
    options = exercise["options"]
    chosen = next(one["id"] for one in options if not one.get("right"))
    return Given([chosen], _reasons(options, language))


def _right_choices(exercise, language):
    options = exercise["options"]
    return Given([one["id"] for one in options if one.get("right")], _reasons(options, language))


def _wrong_match(exercise, language):
    """The tempting match of each pair, or simply that of the next one."""
    pairs = exercise["pairs"]
    answer, reasons = {}, []
    for pair, following in zip(pairs, [*pairs[1:], pairs[0]], strict=True):
        tempting = pair.get("tempting", {})
        chosen = answer[pair["id"]] = next(iter(tempting), following["id"])
        reasons.append((pair["id"], tempting.get(chosen, pair["feedback"])[language]))
    return Given(answer, reasons)


def _right_match(exercise, language):
    return Given(
        {one["id"]: one["id"] for one in exercise["pairs"]}, _reasons(exercise["pairs"], language)
    )


def _wrong_order(exercise, language):
    """Backwards: only one step can stay."""
    steps = exercise["steps"]
    return Given([step["id"] for step in reversed(steps)], _reasons(steps, language))


def _right_order(exercise, language):
    return Given([step["id"] for step in exercise["steps"]], _reasons(exercise["steps"], language))


def _wrong_confidence(exercise, language):
    statements = exercise["statements"]
    answer = {one["id"]: (not one["holds"], 60) for one in statements}
    return Given(answer, _reasons(statements, language))


def _right_confidence(exercise, language):
    statements = exercise["statements"]
    return Given(
        {one["id"]: (one["holds"], 90) for one in statements}, _reasons(statements, language)
    )


def _wrong_calendar(exercise, language):
    """As many hours as were asked for, at the beginning of the first thing that is in the way."""
    taken = exercise["busy"][0]
    first = taken["start"]
    answer = [[taken["day"], first + i] for i in range(exercise["hours"])]
    said = exercise["feedback"]
    # They are one stretch of four hours on one day where two days are asked for.
    return Given(answer, [(None, said["clash"][language]), (None, said["same_day"][language])])


def _right_calendar(exercise, language):
    return Given(exercise["example"], [(None, exercise["feedback"]["met"][language])])


def _filled(exercise, language):
    answer = {one["id"]: f"Kajgatan {n}" for n, one in enumerate(exercise["fields"])}
    models = [(one["id"], one["model"][language]) for one in exercise["fields"]]
    return Given(answer, [(None, exercise["after"][language]), *models])


_WRONG = {
    "choices": _wrong_choices,
    "match": _wrong_match,
    "order": _wrong_order,
    "confidence": _wrong_confidence,
    "calendar": _wrong_calendar,
}
_RIGHT = {
    "choices": _right_choices,
    "match": _right_match,
    "order": _right_order,
    "confidence": _right_confidence,
    "calendar": _right_calendar,
    "canvas": _filled,
}
_COUNTED = {
    "sort": ("sorted", "cards"),
    "match": ("matched", "pairs"),
    "choices": ("judged-rightly", "options"),
    "confidence": ("judged-rightly", "statements"),
    "order": ("ordered", "steps"),
}
"""What is said where each thing has a reason of its own, and the list of these things."""


class Tryer(Learner):
    """A learner who tries every kind of exercise on a preview."""

    def preview(self, given):
        """Open the preview of a file or a folder, and wait until its cards are awake."""
        self.open(f"preview?file={quote(str(given))}")
        self.awake()
        return self

    def step_into(self, exercise):
        """Stand on the first control of a card; from there the hand goes on by itself."""
        self.card(exercise).locator("form :is(button, input, select, textarea)").first.focus()

    # --- a whole exercise -------------------------------------------------------------------------

    def work(self, exercise):
        """Send nothing, then something wrong, then something right, and see what is said."""
        self.step_into(exercise)
        self.send_nothing(exercise)
        if exercise["kind"] == "scenario":
            self.talk(exercise)
            return
        first, then = wrongly(exercise, self.language), rightly(exercise, self.language)
        if first:
            self.try_one(exercise, first)
            self.see_summary(exercise, first, before_hand=True)
        self.try_one(exercise, then)
        self.see_summary(exercise, then)
        if exercise["kind"] == "explore":
            self.explore(exercise)

    def send_nothing(self, exercise):
        """Send the card as it is when it is opened: a sentence says what is missing."""
        if exercise["kind"] not in UNANSWERED:
            return
        key, things = UNANSWERED[exercise["kind"]]
        values = {"n": len(exercise[things])} if things else {}
        self.submit(exercise)
        told = say(f"answer.{key}", self.language, **values)
        expect(self.status(exercise, told)).to_be_visible()
        self.see_same_focus(exercise)

    def try_one(self, exercise, given):
        """Give an answer and see its reasons, that it is saved and that the focus stays."""
        self.enter(exercise, given.answer)
        self.submit(exercise)
        self.see_saved(exercise)
        self.see_same_focus(exercise)
        self.see(exercise, given)

    def submit(self, exercise):
        """Send the answer that is filled in; of several fields none sends by itself."""
        if exercise["kind"] == "canvas":
            self.hand.press(self.button(self.card(exercise)))
        else:
            super().submit(exercise)

    def see_same_focus(self, exercise):
        """Who has sent an answer stands where it was sent from, and what is said came by itself."""
        card = self.card(exercise)
        by_enter = exercise["kind"] == "estimate" and isinstance(self.hand, Keyboard)
        expect(card.get_by_role("textbox") if by_enter else self.button(card)).to_be_focused()

    def status(self, exercise, words):
        """The live region of a card that says something."""
        return self.card(exercise).get_by_role("status").filter(has_text=words)

    def see_summary(self, exercise, given, before_hand=False):
        """See that the verdict is announced: the reason itself, or how many were right."""
        kind, card = exercise["kind"], self.card(exercise)
        if kind in _COUNTED:
            key, things = _COUNTED[kind]
            n = len(exercise[things])
            right = n
            if before_hand:
                # None is right, but in a list of options the other wrong ones are rightly left,
                # and of steps put backwards one can stay.
                right = {"choices": n - 1 - sum("right" in o for o in exercise.get("options", []))}
                right = {**right, "order": 1}.get(kind, 0)
            elif kind == "order":
                key = "in-order"
            expect(self.status(exercise, self.word(key, right=right, n=n))).to_be_visible()
        elif kind == "scale":
            message = card.get_by_role("figure").locator("figcaption b").inner_text()
            expect(self.status(exercise, message)).to_be_visible()
        else:
            for about, reason in given.reasons:
                if about is None:
                    # The verdict is an element of its own, so no space stands between it and this.
                    expect(self.status(exercise, reason[-50:])).to_be_visible()

    # --- answering --------------------------------------------------------------------------------

    def row(self, card, text):
        """What stands around one of several things in a card."""
        return card.get_by_role("group", name=text[self.language], exact=True)

    def _tick(self, box, wanted):
        if box.is_checked() == wanted:
            return
        if isinstance(self.hand, Keyboard):
            self.hand.go_to(box)
            self.page.keyboard.press("Space")
        else:
            self.hand.choose(box)
        expect(box).to_be_checked(checked=wanted)

    def _enter_choices(self, exercise, card, answer):
        for option in exercise["options"]:
            box = card.get_by_role("checkbox", name=option["text"][self.language], exact=True)
            self._tick(box, option["id"] in answer)

    def _enter_match(self, exercise, card, answer):
        words = {pair["id"]: pair["match"] for pair in exercise["pairs"]}
        words |= {one["id"]: one["text"] for one in exercise.get("extra", [])}
        for pair in exercise["pairs"]:
            select = card.get_by_role("combobox", name=pair["text"][self.language], exact=True)
            offered = select.locator("option").all_text_contents()
            self.hand.pick(select, offered.index(words[answer[pair["id"]]][self.language]))

    def _enter_order(self, exercise, card, answer):
        words = {step["id"]: step["text"][self.language] for step in exercise["steps"]}
        rows = card.get_by_role("listitem")
        for place, id in enumerate(answer):
            up = card.get_by_role("button", name=self.word("move-up", step=words[id]), exact=True)
            now = next(
                i for i, told in enumerate(rows.all_inner_texts()) if told.startswith(words[id])
            )
            for n in range(now, place, -1):
                self.hand.press(up)
                expect(up).to_be_focused()
                expect(
                    self.status(exercise, self.word("moved", step=words[id], n=n))
                ).to_be_visible()

    def _enter_confidence(self, exercise, card, answer):
        for one in exercise["statements"]:
            row = self.row(card, one["text"])
            holds, sure = answer[one["id"]]
            words = self.word("holds" if holds else "holds-not")
            self.hand.choose(row.get_by_role("radio", name=words, exact=True))
            self.hand.choose(row.get_by_role("radio", name=f"{sure} %", exact=True))

    def _enter_canvas(self, exercise, card, answer):
        for one in exercise["fields"]:
            field = card.get_by_role("textbox", name=one["text"][self.language], exact=True)
            self.hand.write(field, answer[one["id"]])

    def _enter_calendar(self, exercise, card, answer):
        wanted = {tuple(slot) for slot in answer}
        marked = card.locator("button.hour[aria-pressed=true]")
        for at in marked.evaluate_all("all => all.map((one) => one.dataset.at)"):
            if tuple(map(int, at.split("-"))) not in wanted:
                self._hour(exercise, card, *map(int, at.split("-")))
        for day, hour in sorted(wanted):
            if self.hour(card, day, hour).get_attribute("aria-pressed") == "false":
                self._hour(exercise, card, day, hour)
        expect(marked).to_have_count(len(wanted))
        told = self.word("hours-chosen", n=len(wanted), all=exercise["hours"])
        expect(self.status(exercise, told)).to_be_visible()

    def hour(self, card, day, hour):
        """The button of an hour of the week."""
        return card.locator(f'button.hour[data-at="{day}-{hour}"]')

    def _hour(self, exercise, card, day, hour):
        """Mark an hour or take it back; by keyboard, arrows lead there from the week's corner."""
        target = self.hour(card, day, hour)
        if isinstance(self.hand, Keyboard):
            self.hand.go_to(self.hour(card, 0, exercise["opens"]))
            keys = ["ArrowRight"] * day + ["ArrowDown"] * (hour - exercise["opens"])
            for key in [*keys, "Space"]:
                self.page.keyboard.press(key)
        else:
            self.hand.press(target)
        expect(target).to_be_focused()

    # --- what some kinds do besides ---------------------------------------------------------------

    def see(self, exercise, given):
        """See each reason, at the thing that it is about."""
        kind, card = exercise["kind"], self.card(exercise)
        if kind in ("choices", "match", "order", "confidence"):
            for id, reason in given.reasons:
                place = card.locator(f'.reason[data-about="{id}"]')
                expect(place).to_be_visible()
                expect(place).to_contain_text(reason, use_inner_text=True)
            return
        if kind == "canvas":
            for one in exercise["fields"]:
                row = card.locator(".field").filter(
                    has=self.page.get_by_role("textbox", name=one["text"][self.language])
                )
                expect(row).to_contain_text(one["model"][self.language])
        super().see(
            exercise,
            Given(None, [one for one in given.reasons if kind != "canvas" or one[0] is None]),
        )
        if kind == "calendar" and given.answer:
            self._see_clashes(exercise, given.answer)

    def _see_clashes(self, exercise, answer):
        """An hour that is taken says by what, and is marked when it was chosen all the same."""
        card = self.card(exercise)
        for day, hour in answer:
            taken = [
                one["text"][self.language]
                for one in exercise["busy"]
                if one["day"] == day and one["start"] <= hour < one["end"]
            ]
            button = self.hour(card, day, hour)
            expect(button).to_have_accessible_name(re.compile(f"{hour}–{hour + 1}"))
            if taken:
                expect(button).to_have_accessible_name(re.compile(re.escape(taken[0])))
                expect(button).to_have_class(re.compile(r"\bclash\b"))
                expect(button).to_have_css("border-top-width", "3px")
            else:
                expect(button).not_to_have_class(re.compile(r"\bclash\b"))

    def explore(self, exercise):
        """Move a slider as far as it goes, and read what the model says there."""
        card = self.card(exercise)
        reading = card.locator("p.reading[role=status]")
        expect(reading).not_to_be_empty()
        before = reading.inner_text()
        slider = card.get_by_role("slider").first
        self.hand.to_the_end(slider)
        expect(reading).not_to_have_text(before)
        expect(slider).to_be_focused()

    def say_it(self, exercise, scene, reply):
        """Say one thing in a conversation, and see what it does."""
        card, words = self.card(exercise), reply["text"][self.language]
        expect(card.locator(".says")).to_have_text(scene["text"][self.language])
        self.hand.choose(card.get_by_role("radio", name=words, exact=True))
        self.submit(exercise)
        given = Given([], [(None, reply["feedback"][self.language])])
        self.see(exercise, given)
        self.see_summary(exercise, given)
        self.see_saved(exercise)
        self.see_same_focus(exercise)
        expect(card.locator(".path .reply").last).to_contain_text(words)

    def go_back(self, exercise, n):
        """Go back to the n-th reply; one stands on the first of those that can be given there."""
        card = self.card(exercise)
        name = self.word("another-way", n=n)
        self.hand.press(card.get_by_role("button", name=name, exact=True))
        expect(card.get_by_role("radio").first).to_be_focused()
        expect(card.locator(".path > li")).to_have_count(n - 1)

    def talk(self, exercise):
        """Say something unwise, go back, get to a good end, go back one reply and end elsewhere."""
        card = self.card(exercise)
        scenes = {scene["id"]: scene for scene in exercise["scenes"]}
        scene = exercise["scenes"][0]
        self.say_it(exercise, scene, next(r for r in scene["replies"] if not r.get("good")))
        self.go_back(exercise, 1)
        path = []
        while scene.get("replies"):
            reply = next(reply for reply in scene["replies"] if reply.get("good"))
            self.say_it(exercise, scene, reply)
            path.append((scene, reply))
            levels = {}
            for _, one in path:
                for quality, by in one.get("changes", {}).items():
                    levels[quality] = levels.get(quality, 0) + by
            way = next(
                way
                for way in reply["leads"]
                if all(levels.get(q, 0) >= least for q, least in way.get("needs", {}).items())
            )
            scene = scenes[way["scene"]]
        assert scene["score"] == 1
        expect(card).to_contain_text(scene["text"][self.language])
        expect(card).to_contain_text(self.word("conversation-ended"))
        self.go_back(exercise, len(path))
        scene, taken = path[-1]
        other = next(reply for reply in scene["replies"] if reply["id"] != taken["id"])
        self.say_it(exercise, scene, other)
        expect(card.locator(".path > li")).to_have_count(len(path))
        expect(card.locator(".says")).to_have_text(
            scenes[other["leads"][0]["scene"]]["text"][self.language]
        )
