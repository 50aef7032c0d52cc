"""One's own organisation in the browser alone: a workbook is read, kept and deleted there."""

import io
import re

import pytest
from hosted import hosted
from openpyxl import Workbook
from playwright.sync_api import expect
from test_own import PEOPLE, TIES, OwnPage

from tests.benchmarks.taken_home import table
from tests.built_site import built

pytestmark = pytest.mark.edition


@pytest.fixture
def own(learner, tmp_path_factory, worker_id):
    with hosted(built(tmp_path_factory, worker_id)) as site:
        yield OwnPage(learner("sv", at=site, signed_in=False))


def workbook():
    """An .xlsx with ties in one sheet and people in another."""
    book = Workbook()
    for name, text, separator in (("Kontakter", TIES, "\t"), ("Personer", PEOPLE, ";")):
        sheet = book.create_sheet(name)
        for row in text.splitlines():
            sheet.append(row.split(separator))
    book.remove(book.worksheets[0])
    file = io.BytesIO()
    book.save(file)
    return {"name": "vi.xlsx", "mimeType": "application/octet-stream", "buffer": file.getvalue()}


def test_a_workbook_is_read_kept_and_deleted_without_a_server(own):
    own.page.locator("#own-ties-file").set_input_files(workbook())
    own.button("read").click()  # waits while the engine wakes
    expect(own.page.locator(".facts")).to_contain_text("Kontakter5")
    own.agree()
    expect(own.page.locator(".names li")).to_have_text(["1Ekonomi", "2IT"])
    expect(own.page.locator(".result .note").first).to_have_text(own.word("kept"))
    own.page.reload()
    expect(own.page.locator("#own")).to_have_attribute("data-whole", "true")
    own.button("spread-run").click()
    expect(own.page.locator(".spread table")).to_be_visible()
    own.button("plan-put").click()
    expect(own.page.locator(".plan [role=status]")).to_have_text(own.word("plan-is-in"))
    own.me.open("plan")
    expect(own.page.locator(".ours table")).to_contain_text("Enhet 2")
    own.me.open("own")
    expect(own.button("plan-again")).to_be_visible()
    own.page.get_by_text(own.word("delete"), exact=True).click()
    own.button("delete-sure").click()
    expect(own.page.locator(".news")).to_have_text(own.word("deleted"))
    own.page.reload()
    expect(own.page.locator("#own")).to_have_attribute("data-live", "true")
    expect(own.heading("map")).to_have_count(0)
    own.me.open("plan")
    expect(own.page.locator(".one-page")).to_have_attribute("data-open", "true")
    expect(own.page.locator(".ours")).to_have_count(0)


def paste(own, place, text):
    """As from a spreadsheet; so many lines take minutes where each is typed in, as `fill` does."""
    own.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    own.page.evaluate("text => navigator.clipboard.writeText(text)", text)
    own.page.locator(place).focus()
    own.page.keyboard.press("ControlOrMeta+v")
    length = f"length => document.querySelector('{place}').value.length === length"
    own.page.wait_for_function(length, arg=len(text))


def test_a_long_table_is_read_with_a_bar_can_be_stopped_and_read_after_all(own):
    ties, people = (one.decode() for one in table(1_000, 30, 15_000))
    paste(own, "#own-ties", ties)
    own.page.get_by_text(own.word("with-units"), exact=True).click()
    paste(own, "#own-units", people)
    own.button("read").click()
    bar = own.page.get_by_role("progressbar", name=own.word("reading-bar"))
    expect(bar).to_be_in_viewport()
    own.button("counting-stop").click()
    expect(own.page.locator(".news")).to_have_text(own.word("reading-left"))
    expect(bar).to_have_count(0)
    expect(own.heading("understood")).to_have_count(0)
    assert own.page.locator("#own-ties").input_value() == ties  # it need not be pasted again
    own.button("read").click()
    facts = own.page.locator(".facts")
    expect(facts).to_contain_text(re.compile(r"Namn1\D?000"))
    expect(facts).to_contain_text(re.compile(r"Kontakter15\D?000"))
