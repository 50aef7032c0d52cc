"""A manager's way from lesson 06 to a plan with the own organisation in it; what the course takes.

The table is one of 60 people in six units, pasted as from a spreadsheet. What somebody reads and
thinks about in between is theirs: the whole is meant to be done in twenty minutes.
"""

import re
from time import perf_counter

import pytest
from hosted import hosted
from playwright.sync_api import expect
from test_own import OwnPage

from course.words import say
from tests.benchmarks.taken_home import table
from tests.built_site import built

LESSON = "06-across-boundaries"
MOST = 180
"""Seconds of the twenty minutes that the course itself may take, also on a very busy computer."""


class Way:
    """The steps of it, and how long each took from the press to what is seen."""

    def __init__(self, me):
        self.me, self.page = me, me.page
        self.took = []

    def step(self, what, press, seen):
        """Press something, and see what comes of it."""
        begun = perf_counter()
        press()
        expect(seen).to_be_visible()
        self.took.append((what, perf_counter() - begun))

    def go(self):
        """All of it, as somebody presses who has begun nothing."""
        me, page = self.me, self.page
        me.open_lesson(LESSON)
        own = OwnPage(me, opens=False)
        link = page.locator(".closing").get_by_role("link", name=say("own.link", me.language))
        self.step("from lesson 06 to the page", link.click, page.locator("#own[data-live]"))
        ties, people = (one.decode().replace(",", "\t") for one in table(60, 6, 240))
        facts = page.locator(".facts")
        self.step("what is understood", lambda: own.paste(ties, people), facts)
        self.step("the map", own.button("use").click, page.locator(".mapped svg").first)
        whole = page.locator("#own[data-whole]")
        self.step("every measure", lambda: None, whole)
        page.get_by_label(own.word("plan-named")).check()
        bridge = page.locator(".plan label").filter(has=page.locator("[name=own-bridge]")).first
        chosen = bridge.inner_text()
        bridge.click()
        is_in = page.get_by_text(own.word("plan-is-in"), exact=True)
        self.step("in the plan", own.button("plan-put").click, is_in)
        to_plan = page.get_by_role("banner").get_by_role("link", name=me.said("my-plan"))
        self.step("the plan", to_plan.click, page.locator(".one-page[data-open]"))
        for what, seconds in self.took:
            print(f"{what}: {seconds:.1f} s")
        expect(page.locator(".ours figure svg")).to_be_visible()
        expect(page.locator(".ours table")).to_contain_text("U5")
        front = page.locator("[data-part=bridges]")
        expect(front).to_contain_text(say("plan.ours-bridge", me.language))
        one, other = re.findall(r"\((u\d)\)", chosen)  # of the people who are to meet, their units
        expect(front).to_contain_text(one)
        expect(front).to_contain_text(other)
        assert sum(seconds for _, seconds in self.took) < MOST


@pytest.mark.sweep
def test_from_lesson_06_to_the_plan_on_a_computer_of_one_s_own(learner):
    Way(learner("sv")).go()


@pytest.mark.edition
def test_from_lesson_06_to_the_plan_in_a_browser_alone(learner, tmp_path_factory, worker_id):
    with hosted(built(tmp_path_factory, worker_id)) as site:
        me = learner("sv", at=site, signed_in=False)
        Way(me).go()
