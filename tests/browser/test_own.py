"""One's own organisation: pasted, understood, agreed to, seen as a map; nobody's name is kept.

What is expected of the table is counted by hand from its rows.
"""

import pytest
from accessible import LOOK_IN, obstacles, wider_than_the_window
from playwright.sync_api import expect

from course.words import say

TIES = (
    "från\ttill\tstyrka\nAnn\tBo\t4\nBo\tAnn\t4\nAnn\tCy\t1\nCy\tDu\t3\nDu\tEva\tofta\nEva\tDu\t2\n"
)
PEOPLE = "namn;enhet\nAnn;Ekonomi\nBo;Ekonomi\nCy;IT\nDu;IT\nEva;IT\n"


class OwnPage:
    """The page, and what a learner does on it, by the words that are seen."""

    def __init__(self, me):
        self.me, self.page = me, me.page
        me.open("own")

    def word(self, key, **values):
        return say(f"own.{key}", self.me.language, **values)

    def button(self, key):
        return self.page.get_by_role("button", name=self.word(key), exact=True)

    def heading(self, key):
        return self.page.get_by_role("heading", name=self.word(key), exact=True)

    def paste(self, ties, people=""):
        self.page.locator("#own-ties").fill(ties)
        if people:
            units = self.page.locator("#own-units")
            if not units.is_visible():
                self.page.get_by_text(self.word("with-units"), exact=True).click()
            units.fill(people)
        self.button("read").click()

    def agree(self):
        self.button("use").click()
        expect(self.page.locator("#own")).to_have_attribute("data-whole", "true")


@pytest.fixture
def own(learner):
    return OwnPage(learner("sv"))


def test_people_are_shown_as_understood_and_kept_without_their_names(own, course):
    own.paste(TIES, PEOPLE)
    expect(own.heading("understood")).to_be_focused()
    facts = own.page.locator(".facts")
    expect(facts).to_contain_text("Kontakter5")  # six rows, of which one has no strength
    expect(own.page.locator(".remarks")).to_contain_text("Rad 6")
    expect(own.page.get_by_label(own.word("who-people"))).to_be_checked()
    own.agree()
    expect(own.heading("map")).to_be_focused()
    expect(own.page.locator(".names li")).to_have_text(["1Ekonomi", "2IT"])
    expect(own.page.locator(".key li")).to_have_count(5)
    kept = "".join(file.read_text("utf-8") for file in course.home.rglob("*") if file.is_file())
    assert "Ekonomi" in kept
    assert not [name for name in ("Ann", "Cy", "Eva") if name in kept]

    own.page.reload()
    expect(own.page.locator("#own")).to_have_attribute("data-whole", "true")
    expect(own.page.locator(".key")).to_have_count(0)  # gone with the page
    own.page.get_by_text(own.word("delete"), exact=True).click()
    own.button("delete-sure").click()
    expect(own.page.locator(".news")).to_have_text(own.word("deleted"))
    own.page.reload()
    expect(own.page.locator("#own")).to_have_attribute("data-live", "true")
    expect(own.heading("map")).to_have_count(0)
    kept = "".join(file.read_text("utf-8") for file in course.home.rglob("*") if file.is_file())
    assert "Ekonomi" not in kept


def test_units_are_filled_in_by_hand_and_a_practice_spreads(own):
    own.page.get_by_text(own.word("grid"), exact=True).click()
    own.page.locator("#own-units-lines").fill("Hemtjänst\nEkonomi\nIT")
    own.button("grid-make").click()
    for one, other, strength in (("Hemtjänst", "Ekonomi", "2"), ("Ekonomi", "IT", "1")):
        cell = own.word("grid-cell", **{"from": one, "to": other})
        own.page.get_by_label(cell, exact=True).fill(strength)
    own.button("grid-use").click()
    own.button("use").click()
    expect(own.page.locator(".problem", has_text=own.word("who-first"))).to_be_visible()
    own.page.get_by_label(own.word("who-units")).check()
    own.agree()
    own.page.locator(".names button").nth(1).click()
    told = own.word("map-told", name="Ekonomi", out="IT", into="Hemtjänst")
    expect(own.page.get_by_text(told)).to_be_visible()
    own.page.get_by_label(own.word("plan-named")).check()
    own.button("plan-put").click()
    expect(own.page.locator(".plan [role=status]")).to_have_text(own.word("plan-is-in"))
    own.button("spread-run").click()
    # Hemtjänst begins with Ekonomi; IT has one contact of the two it takes, and gets another.
    expect(own.page.get_by_text(own.word("spread-told", now=2, all=3, then=3))).to_be_visible()
    own.me.open("plan")
    table = own.page.get_by_role("table", name=say("plan.ours-table", "sv"))
    expect(table.get_by_role("row").nth(1)).to_have_text("1. Hemtjänst2")
    assert obstacles(own.page, "sv", within=".appendix") == []


def test_what_is_no_table_is_told_and_nothing_is_kept(own):
    own.button("read").click()
    expect(own.page.locator(".news")).to_have_text(own.word("nothing"))
    own.paste("Hemtjänst\nEkonomi")
    expect(own.page.get_by_text(say("given.one-column", "sv"))).to_be_visible()
    own.button("change").click()
    expect(own.page.locator("#own-ties")).to_be_focused()


def test_a_table_of_many_units_scrolls_by_itself_on_a_telephone(own):
    own.page.set_viewport_size({"width": 320, "height": 700})
    names = [f"Avdelningen för utveckling {n}" for n in range(14)]
    own.paste("".join(f"{one}\t{other}\t2\n" for one in names for other in names if one < other))
    own.page.get_by_label(own.word("who-units")).check()
    own.agree()
    table = own.page.get_by_role("region", name=own.word("table"), exact=True)
    assert table.evaluate("one => one.scrollWidth > one.clientWidth")
    assert wider_than_the_window(own.page) == []


def test_no_obstacle_in_any_of_its_states(learner, language):
    own = OwnPage(learner(language))
    expect(own.page.locator("#own")).to_have_attribute("data-live", "true")
    assert obstacles(own.page, language) == []
    own.paste(TIES, PEOPLE)
    expect(own.heading("understood")).to_be_visible()
    assert obstacles(own.page, language, LOOK_IN[language], within=".understood") == []
    own.agree()
    own.page.locator(".names button").first.click()
    own.button("spread-run").click()
    expect(own.page.locator(".spread table")).to_be_visible()
    assert obstacles(own.page, language) == []
