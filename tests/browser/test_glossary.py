"""What a word means: opened in the text by mouse, keys or touch, listed on a page of its own."""

import json
import re

import pytest
from accessible import LOOK_IN, obstacles
from hands import Keyboard, Mouse, Touch
from playwright.sync_api import expect
from written import LESSONS

from course.content.course import ours
from course.paths import ROOT
from course.words import other, say


def terms(language, lesson):
    """The terms of a lesson's built notebook, in order."""
    file = ROOT / "notebooks" / language / f"{lesson}.ipynb"
    return json.loads(file.read_text("utf-8"))["metadata"]["course"]["terms"]


pytestmark = pytest.mark.sweep

LESSON = max(LESSONS, key=lambda lesson: len(terms("sv", lesson)))
FIRST, *_, LAST = [one["id"] for one in terms("sv", LESSON)]


def shown_as(id):
    """The words that stand for a term in the lesson's text, in Swedish."""
    cells = json.loads((ROOT / "notebooks" / "sv" / f"{LESSON}.ipynb").read_text("utf-8"))["cells"]
    text = "".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    return re.search(rf"\[([^\]]+)\]\(#term-{id}\)", text)[1]


def button(page, id):
    """A term's button, found by where it says it stands."""
    return page.locator(f"a[role=button]#use-{id}")


def meaning(page, term):
    """The live region that a term's button opens."""
    return page.locator(f"[id='{term.get_attribute('aria-controls')}']")


TELEPHONE = {"width": 360, "has_touch": True, "is_mobile": True}


@pytest.mark.parametrize(
    ("language", "hand", "options"),
    [("sv", Mouse, {}), ("en", Keyboard, {}), ("sv", Touch, TELEPHONE)],
)
def test_a_term_opens_and_closes(learner, language, hand, options):
    me = learner(language, hand, **options).open_lesson(LESSON)
    entry = ours().glossary[FIRST]
    term = button(me.page, FIRST)
    room = meaning(me.page, term)
    expect(term).to_have_attribute("aria-expanded", "false")
    expect(room).to_have_attribute("role", "status")
    expect(room).to_be_empty()

    me.hand.press(term)
    expect(term).to_have_attribute("aria-expanded", "true")
    expect(room).to_contain_text(entry.meaning.in_language(language))
    expect(room).to_contain_text(entry.term.in_language(other(language)))
    expect(room.locator(f"[lang={other(language)}]")).to_have_count(1)

    me.hand.press(term)
    expect(term).to_have_attribute("aria-expanded", "false")
    expect(room).to_be_empty()


def test_the_meaning_stands_right_below_the_line(learner):
    """What comes after the term on its line stays there, and nothing covers anything."""
    me = learner("sv").open_lesson(LESSON)
    term = button(me.page, FIRST)
    term.hover()  # scrolls it into view
    before = term.bounding_box()
    term.click()
    after, room = term.bounding_box(), meaning(me.page, term).bounding_box()
    assert after == before
    assert 0 <= room["y"] - (after["y"] + after["height"]) < 40
    paragraph = me.page.locator("p").filter(has=term)
    frame = paragraph.bounding_box()
    assert frame["y"] <= room["y"]
    assert room["y"] + room["height"] <= frame["y"] + frame["height"]


def test_escape_closes_it_from_the_term_and_from_within(learner):
    me = learner("en", Keyboard).open_lesson(LESSON)
    term = button(me.page, FIRST)
    me.hand.press(term)
    me.page.keyboard.press("Escape")
    expect(term).to_have_attribute("aria-expanded", "false")
    expect(term).to_be_focused()

    me.hand.press(term)
    me.page.keyboard.press("Tab")
    link = meaning(me.page, term).get_by_role("link", name=say("view.in-glossary", "en"))
    expect(link).to_be_focused()
    me.page.keyboard.press("Escape")
    expect(term).to_have_attribute("aria-expanded", "false")
    expect(term).to_be_focused()


def test_every_term_of_a_lesson_has_its_meaning(learner, language):
    me = learner(language).open_lesson(LESSON)
    assert len(terms(language, LESSON)) > 3
    for one in terms(language, LESSON):
        term = button(me.page, one["id"])
        term.click()
        expected = ours().glossary[one["id"]].meaning.in_language(language)
        expect(meaning(me.page, term)).to_contain_text(expected)
    # What is around them is looked at in ``test_lessons.py``.
    opened = ".step:has(a[aria-expanded='true'])"
    assert obstacles(me.page, language, LOOK_IN[language], within=opened) == []


def test_terms_do_not_wait_for_the_line(learner):
    me = learner("sv")
    me.page.route_web_socket(re.compile("/line"), lambda line: line.close())
    me.open(LESSON)
    term = button(me.page, FIRST)
    term.click()
    expect(meaning(me.page, term)).to_contain_text(ours().glossary[FIRST].meaning.sv)


def test_the_mark_of_a_case_says_what_it_rests_on(learner, language):
    case = ours().cases.by_id["esther"]
    me = learner(language, Keyboard, steps="all")
    me.open_lesson("06-across-boundaries", "use-case-followed-esther")
    mark = me.page.locator("a[role=button]#use-case-followed-esther")
    expect(mark).to_have_text(case.grade.mark.in_language(language))
    me.hand.press(mark)
    expect(meaning(me.page, mark)).to_contain_text(case.meant(language))
    link = meaning(me.page, mark).get_by_role("link", name=say("view.in-glossary", language))
    expect(link).to_have_attribute("href", re.compile("glossary#evidence$"))
    assert mark.bounding_box()["height"] >= 24
    opened = ".step:has(#use-case-followed-esther)"
    assert obstacles(me.page, language, LOOK_IN[language], within=opened) == []


def test_without_scripts_a_term_leads_to_the_glossary(visitor, course):
    language = "sv"
    page = visitor(course, java_script_enabled=False)
    page.goto(course.url(f"{language}/{LESSON}"))
    shown = page.locator(f"a#use-{FIRST}")
    shown.click()
    expect(page).to_have_url(course.url(f"{language}/glossary#{FIRST}"))
    expect(page.locator(f"#{FIRST}")).to_be_in_viewport()
    expect(page.locator(f"#{FIRST}")).to_contain_text(
        ours().glossary[FIRST].meaning.in_language(language)
    )


def test_the_glossary_lists_every_term_in_order(learner, language):
    me = learner(language).open("glossary")
    found = me.page.locator("dt").evaluate_all("all => all.map((dt) => dt.firstChild.data.trim())")
    terms = ours().glossary.values()
    assert sorted(found) == sorted(one.term.in_language(language) for one in terms)
    # Swedish å, ä and ö come last; the browser knows the order by itself.
    ordered = me.page.evaluate("([all, code]) => all.sort(Intl.Collator(code).compare)",
                               [found, language])  # fmt: skip
    assert [one[0].lower() for one in found] == [one[0].lower() for one in ordered]
    entry = me.page.locator(f"#{FIRST}")
    expect(entry).to_contain_text(ours().glossary[FIRST].meaning.in_language(language))
    expect(entry.locator(f"[lang={other(language)}]")).to_have_text(
        ours().glossary[FIRST].term.in_language(other(language))
    )
    assert obstacles(me.page, language, LOOK_IN[language]) == []


def test_from_the_glossary_to_the_term_and_back(learner):
    me = learner("sv")
    me.open("").page.get_by_role("link", name=say("view.glossary", "sv"), exact=True).click()
    one = next(one for one in terms("sv", LESSON) if one["id"] == LAST)
    number = say("lesson-number", "sv", n=int(LESSON.split("-")[0]))
    link = me.page.locator(f"#{LAST}").get_by_role("link", name=f"{number}: {one['heading']}")
    link.click()
    expect(me.page).to_have_url(me.course.url(f"sv/{LESSON}#use-{LAST}"))
    me.awake()
    term = button(me.page, LAST)
    expect(term).to_be_in_viewport()
    term.click()
    meaning(me.page, term).get_by_role("link", name=say("view.in-glossary", "sv")).click()
    expect(me.page).to_have_url(me.course.url(f"sv/glossary#{LAST}"))
    expect(me.page.locator(f"#{LAST}")).to_be_in_viewport()


def test_the_glossary_in_the_other_language(learner):
    me = learner("sv").open("glossary")
    me.page.get_by_role("link", name=say("view.other-language", "sv"), exact=True).click()
    expect(me.page.get_by_role("heading", level=1)).to_have_text(say("glossary.title", "en"))


def test_on_paper_the_meanings_stand_below_the_lesson(learner):
    me = learner("sv").open_lesson(LESSON)
    listed = me.page.get_by_role("heading", name=say("glossary.in-lesson", "sv"))
    expect(listed).to_have_count(0)
    term = button(me.page, FIRST)
    term.click()
    me.page.emulate_media(media="print")
    expect(listed).to_be_visible()
    expect(meaning(me.page, term)).to_be_hidden()
    expect(me.page.locator("#words")).to_contain_text(ours().glossary[FIRST].meaning.sv)
