"""What a screen reader is given: Chromium's tree of the card of each kind of exercise, and of each
kind of step. What a screen reader makes of it, its user alone can tell.
"""

import pytest
from answers import right
from playwright.sync_api import expect
from written import LESSONS, examples, exercises

from course.content.course import ours
from course.kinds import KINDS
from course.kinds.tried import cases

ASKED = {
    "calendar": "button",
    "canvas": "textbox",
    "choice": "radio",
    "choices": "button",
    "confidence": "button",
    "estimate": "textbox",
    "explore": "radio",
    "lab": "button",
    "match": "button",
    "network": "button",
    "order": "button",
    "reflection": "textbox",
    "scale": "radio",
    "scenario": "button",
    "sketch": "textbox",
    "sort": "button",
    "test": "button",
}
"""What each kind is answered with, as its page in docs/exercises says."""

NAMED = {
    *("button", "checkbox", "combobox", "image", "link", "radio", "slider", "spinbutton"),
    *("table", "textbox", "DisclosureTriangle", "img", "option", "progressbar"),
}
"""Roles of which one that has no name is a riddle to who cannot see it."""

STATES = {"radio": "checked", "checkbox": "checked", "option": "selected"}
"""What is said of each of a role besides its name."""


class Tree:
    """All that a page gives to a screen reader as it is now; to be asked for before it changes."""

    def __init__(self, page):
        self._line = page.context.new_cdp_session(page)
        nodes = self._line.send("Accessibility.getFullAXTree")["nodes"]
        self._nodes = {one["nodeId"]: one for one in nodes}
        self._root = self._line.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]

    def part(self, selector):
        """The part that a selector finds."""
        asked = {"nodeId": self._root, "selector": selector}
        found = self._line.send("DOM.querySelector", asked)
        node = self._line.send("DOM.describeNode", found)["node"]["backendNodeId"]
        (top,) = (one for one in self._nodes.values() if one.get("backendDOMNodeId") == node)
        return Heard(self, top)

    def below(self, node):
        """A node and all below it."""
        yield node
        for id in node.get("childIds", []):
            if id in self._nodes:
                yield from self.below(self._nodes[id])


class Heard:
    """A part of a tree, from its top."""

    def __init__(self, tree, top):
        self.top = top
        self.all = [one for one in tree.below(top) if not one["ignored"]]

    def of(self, *roles):
        """The names of all with one of these roles, in order."""
        return [said(one) for one in self.all if role(one) in roles]


def role(node):
    """What a node is."""
    return node.get("role", {}).get("value", "")


def said(node, what="name"):
    """Its name, or another thing that is said of it."""
    return node.get(what, {}).get("value", "")


def states(node):
    """What is said of it besides."""
    return {one["name"]: one["value"].get("value") for one in node.get("properties", [])}


def test_each_control_of_every_kind_says_what_it_is_and_how_it_stands(learner, start, tmp_path):
    """The documentation's examples, on the one page that shows them all."""
    written = examples(tmp_path / "examples")
    assert {one["kind"] for one in written} == set(KINDS)
    me = learner("sv", at=start(preview=tmp_path / "examples")).preview()
    tree = Tree(me.page)
    for exercise in written:
        kind, heard = exercise["kind"], tree.part(card_of(exercise))
        assert (role(heard.top), said(heard.top)) == ("group", exercise["title"]["sv"]), kind
        # What is asked is read after the title.
        assert exercise["prompt"]["sv"].split()[0] in said(heard.top, "description"), kind
        assert heard.of("heading")[0] == exercise["title"]["sv"], kind
        assert ASKED[kind] in {role(one) for one in heard.all}, kind
        nameless = [one for one in heard.all if role(one) in NAMED and not said(one).strip()]
        assert [role(one) for one in nameless] == [], kind
        for one in heard.all:
            if role(one) in STATES:
                assert STATES[role(one)] in states(one), kind
        # Where what is said to an answer stands.
        assert "status" in {role(one) for one in heard.all}, kind


def card_of(exercise):
    """The selector of an exercise's card."""
    return f".live[data-exercise='{exercise['id']}'] > .card"


def test_an_answer_is_told_as_a_state_and_its_reason_as_a_status(learner):
    exercise = next(one for one in exercises(LESSONS[3], "sv") if one["kind"] == "choice")
    me = learner("sv").open_lesson(LESSONS[3])
    place = card_of(exercise)
    radios = [option["text"]["sv"] for option in exercise["options"]]
    before = Tree(me.page).part(place)
    assert before.of("radio") == radios
    assert {states(one)["checked"] for one in before.all if role(one) == "radio"} == {"false"}
    given = right(exercise, "sv")
    me.enter(exercise, given.answer)
    me.submit(exercise)
    me.see(exercise, given)
    tree = Tree(me.page)
    after = tree.part(place)
    checked = [said(one) for one in after.all if states(one).get("checked") == "true"]
    chosen = next(one for one in exercise["options"] if one["id"] == given.answer)
    assert len(checked) == 1
    assert checked[0].startswith(chosen["text"]["sv"])
    told = [one for one in after.all if role(one) == "status"]
    inside = " ".join(said(below) for one in told for below in tree.below(one))
    assert chosen["feedback"]["sv"].split(".")[0] in inside


@pytest.mark.parametrize(
    "lesson",
    [
        LESSONS[10],
        *(pytest.param(LESSONS[n], marks=pytest.mark.sweep) for n in (0, 6)),
    ],
)
def test_each_step_is_a_region_with_its_heading_and_a_way_on(learner, language, lesson):
    """In these lessons every kind of step there is, but what lies folded, is met."""
    steps = [one for one in ours().outline(lesson, language).steps if one.kind != "more"]
    me = learner(language, steps="all").open_lesson(lesson)
    for n, step in enumerate(steps):
        place = f"section[data-step='{step.id}']"
        expect(me.page.locator(place)).to_be_visible()
        tree = Tree(me.page)
        heard = tree.part(place)
        (title, *_) = heard.of("heading")
        assert (role(heard.top), said(heard.top)) == ("region", title)
        assert title in me.page.title()
        page = tree.part("body")
        assert page.of("main") == [""]  # one alone, which needs no name
        regions = [one for one in page.of("region") if one in titles(me.page)]
        assert regions == [title], "steps that are not shown are heard"
        assert page.of("link").count(me.said("step-back")) == (1 if n else 0)
        assert all(name.strip() for name in page.of("link", "button", "navigation"))
        if not me.is_at_end():
            assert me.said("step-next") in page.of("link")
            me.next_step()


def titles(page):
    """The headings of all steps, shown or not."""
    return page.locator(".step > .heading").all_text_contents()


def test_no_kind_is_left_out():
    assert set(ASKED) == set(KINDS)
    assert all(cases(kind) for kind in KINDS)
