"""One's own organisation: pasted, understood, agreed to, seen as a map; nobody's name is kept.

What is expected of the table is counted by hand from its rows.
"""

from xml.etree import ElementTree

import pytest
from accessible import obstacles, wider_than_the_window
from playwright.sync_api import expect

from course.words import say

pytestmark = pytest.mark.sweep

TIES = (
    "från\ttill\tstyrka\nAnn\tBo\t4\nBo\tAnn\t4\nAnn\tCy\t1\nCy\tDu\t3\nDu\tEva\tofta\nEva\tDu\t2\n"
)
PEOPLE = "namn;enhet\nAnn;Ekonomi\nBo;Ekonomi\nCy;IT\nDu;IT\nEva;IT\n"


class OwnPage:
    """The page, and what a learner does on it, by the words that are seen."""

    def __init__(self, me, *, opens=True):
        self.me, self.page = me, me.page
        if opens:
            me.open("own")

    def word(self, key, **values):
        room = "card" if key.startswith(("play", "save-as")) else "own"
        return say(f"{room}.{key}", self.me.language, **values)

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


def test_a_new_tie_has_a_price_and_the_plan_has_it_again_on_the_next_visit(own):
    own.paste("A\tB\nB\tC\nC\tD\nD\tE\n")
    own.page.get_by_label(own.word("who-units")).check()
    own.agree()
    own.button("cost-use").click()  # with nothing in it: as before
    expect(own.page.locator(".cost .problem")).to_have_text("")
    own.page.locator("#own-cost-across").fill("1,5")
    own.page.locator("#own-cost-budget").fill("två")
    own.button("cost-use").click()
    expect(own.page.locator(".cost .problem")).to_have_text(own.word("cost-problem"))
    own.page.locator("#own-cost-budget").fill("2")
    own.button("cost-use").click()
    expect(own.heading("help")).to_be_focused()
    # One tie of a line of five is within 2 hours; A to D brings A-E, B-D and so on nearer.
    expect(own.page.locator(".help li")).to_have_count(1)
    in_all = own.word("help-in-all", hours="1,5", budget="2")
    expect(own.page.get_by_text(in_all, exact=True)).to_be_visible()
    own.page.locator("[name=own-bridge]").first.check()
    own.button("plan-put").click()
    expect(own.page.locator(".plan [role=status]")).to_have_text(own.word("plan-is-in"))
    own.page.reload()
    expect(own.page.locator("#own")).to_have_attribute("data-whole", "true")
    expect(own.page.locator("#own-cost-across")).to_have_value("1,5")
    expect(own.page.locator("[name=own-bridge]").first).to_be_checked()


def test_a_later_table_stands_beside_the_first_and_no_name_is_sent(own):
    own.paste(TIES, PEOPLE)
    own.agree()
    own.page.get_by_text(own.word("anew"), exact=True).click()
    sent = []
    own.page.on("request", lambda one: sent.append(one.post_data or ""))
    own.paste(TIES.replace("Ann\tCy\t1", "Bo\tCy\t2"), PEOPLE)
    expect(own.heading("understood")).to_be_focused()
    sent.clear()
    own.button("later").click()
    expect(own.heading("later-title")).to_be_focused()
    expect(own.page.locator(".later figure svg")).to_have_count(2)
    expect(own.page.locator(".later .came li")).to_have_count(1)
    expect(own.page.locator(".later .went li")).to_have_count(1)
    assert not [name for name in ("Ann", "Cy", "Eva") if name in "".join(sent)]
    assert obstacles(own.page, "sv", within=".later") == []
    own.button("later-use").click()
    expect(own.heading("map")).to_be_focused()
    expect(own.page.locator(".later")).to_have_count(0)


def test_the_map_is_saved_in_light_colours_with_the_names_of_its_numbers(own, tmp_path):
    own.paste(TIES, PEOPLE)
    own.agree()
    own.page.emulate_media(color_scheme="dark")
    before = own.page.locator(".mapped svg").first.get_attribute("viewBox")
    files = {}
    for kind in ("svg", "png"):
        with own.page.expect_download() as loading:
            own.page.get_by_label(own.word("save-as", **{"as": kind.upper()})).click()
        assert loading.value.suggested_filename == f"{own.word('map-file')}.{kind}"
        loading.value.save_as(tmp_path / kind)
        files[kind] = (tmp_path / kind).read_bytes()
    svg = ElementTree.fromstring(files["svg"])
    assert "2  IT" in [one.text for one in svg.iter("{http://www.w3.org/2000/svg}text")]
    paper = next(svg.iter("{http://www.w3.org/2000/svg}rect"))
    assert paper.get("fill") == "rgb(255, 255, 255)"
    assert b"Ann" not in files["svg"]
    assert files["png"][16:24] == (1260).to_bytes(4, "big") + (800).to_bytes(4, "big")
    assert own.page.locator(".mapped svg").first.get_attribute("viewBox") == before
    assert own.page.locator(".mapped svg text.in-file").count() == 0


def test_a_practice_is_played_round_by_round_and_still_for_who_asks_for_that(own):
    own.paste("A\tB\nB\tC\nC\tD\nD\tE\n")
    own.page.get_by_label(own.word("who-units")).check()
    own.agree()
    own.button("spread-run").click()
    own.button("spread-then").click()
    said = own.page.locator(".spread p.note[role=status]")
    expect(said).to_have_text(own.word("spread-at", at=0, last=3, n=2, all=5))
    own.button("play").click()
    expect(said).to_have_text(own.word("spread-at", at=3, last=3, n=5, all=5))
    expect(own.button("play-again")).to_be_visible()
    own.page.emulate_media(reduced_motion="reduce")
    own.button("spread-run").click()
    own.button("spread-then").click()
    expect(own.page.locator(".spread figure")).to_have_count(4)
    expect(own.button("play")).to_have_count(0)


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
