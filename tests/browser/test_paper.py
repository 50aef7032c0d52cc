"""On paper: what was written is whole, what is folded is open, no heading stands alone."""

import pytest
from answers import fill_journal, right
from playwright.sync_api import expect
from written import LESSONS, exercises, figures, first

WORDS = " ".join(f"ord{n}" for n in range(450))
"""An answer that is longer than its field is high."""


def printed(me):
    """Make the page as it is when it is printed."""
    me.page.emulate_media(media="print")
    me.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")


def after(me):
    """The page as it is when it has been printed."""
    me.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    me.page.emulate_media(media="screen")


def folded(me):
    """Whether each thing that can be folded is, in figures and cards; the first area of an
    assessment is open from the start."""
    within = ":is(.pictured, .card) details:not(.area:first-of-type)"
    return me.page.locator(within).evaluate_all("all => all.map((one) => !one.open)")


def test_an_answer_is_printed_whole(learner, course):
    written = first("reflection")
    course.journal().record(
        written["lesson"], written["id"], WORDS, fingerprint="any", language="sv"
    )
    me = learner("sv").open_lesson(written["lesson"])
    card = me.card(written)
    field = card.get_by_role("textbox")
    assert field.evaluate("field => field.scrollHeight > field.clientHeight")
    printed(me)
    expect(field).to_be_hidden()
    text = card.get_by_text(WORDS, exact=True)
    expect(text).to_be_visible()
    assert text.evaluate("text => text.scrollHeight <= text.clientHeight")
    after(me)
    expect(field).to_be_visible()
    expect(card.locator(".on-paper")).to_have_count(0)


def test_what_is_folded_is_printed_open_and_folded_again(learner, course):
    lesson = next(one for one in LESSONS if any(figure["after"] for figure in figures(one)))
    me = learner("en").open_lesson(lesson)
    before = folded(me)
    assert len(before) >= 2  # a figure and its table
    assert all(before)
    first_table = me.page.locator(".pictured table").first
    expect(first_table).to_be_hidden()
    printed(me)
    assert not any(folded(me))
    expect(first_table).to_be_visible()
    after(me)
    assert folded(me) == before


def test_a_figure_that_an_answer_unfolded_stays_open_after_printing(learner, course):
    lesson = next(one for one in LESSONS if any(figure["after"] for figure in figures(one)))
    fill_journal(course.journal(), lesson, "en")
    me = learner("en").open_lesson(lesson)
    before = folded(me)
    assert not all(before)
    printed(me)
    after(me)
    assert folded(me) == before


def test_the_browser_says_when_it_prints(learner, tmp_path):
    """What the page does at printing hangs on it; a file of its own is printed here in earnest."""
    me = learner("en").open_lesson(LESSONS[0])
    me.page.evaluate("addEventListener('beforeprint', () => { document.title += '!'; })")
    before = folded(me)
    pdf = me.page.pdf()
    assert pdf.startswith(b"%PDF")
    assert me.page.title().endswith("!")
    assert folded(me) == before


def test_no_heading_stands_alone_at_the_foot_of_a_page(learner):
    """The rule is the browser's own; each heading has it, and so do the titles of figures."""
    me = learner("sv").open_lesson(LESSONS[3])
    printed(me)
    heads = me.page.locator("main :is(h1, h2, h3, h4, h5, .pictured .title, .card .tag)")
    rules = heads.evaluate_all("all => all.map((one) => getComputedStyle(one).breakAfter)")
    assert len(rules) > 10
    assert set(rules) == {"avoid"}


@pytest.mark.parametrize("steps", [None, "short"])
def test_every_answer_of_a_lesson_stands_on_its_paper(learner, course, steps):
    """Those of steps that are not shown, or not on the short way, as well."""
    lesson = first("canvas")["lesson"]
    fill_journal(course.journal(), lesson, "sv")
    me = learner("sv", steps=steps).open_lesson(lesson)
    printed(me)
    for exercise in exercises(lesson):
        expect(me.card(exercise)).to_be_visible()
    for words in right(first("canvas"), "sv").answer.values():
        expect(me.page.locator(".on-paper").get_by_text(words, exact=True)).to_be_visible()
