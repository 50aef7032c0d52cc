"""The course as one file that a double click opens: no server, and nothing beside it."""

import pytest
from answers import right
from playwright.sync_api import expect
from written import exercises

from course.runtimes.browser.single import fold
from course.words import say
from tests.built_site import built

pytestmark = pytest.mark.edition

MOST = 12_000_000
"""Bytes, as an attachment or on a memory stick."""


class Single:
    """The file; ``address`` is its own, and pages stand after the question mark."""

    is_preview = False

    def __init__(self, file):
        self.file = file
        self.address = file.as_uri()

    def url(self, path=""):
        """The address of a page, such as ``en/00-start``."""
        page, mark, place = path.partition("#")
        return f"{self.address}?{page}{'index' if page.endswith('/') else ''}{mark}{place}"


@pytest.fixture(scope="session")
def folder(tmp_path_factory, worker_id):
    return built(tmp_path_factory, worker_id)


@pytest.fixture(scope="session")
def file(folder, tmp_path_factory):
    """The folder as a file, in a folder whose name has what names of folders have."""
    to = tmp_path_factory.mktemp("single") / "Mina filer åäö" / "course.html"
    fold(folder, to)
    return to


@pytest.fixture
def me(learner, file):
    """A learner who has opened nothing yet."""
    return learner("sv", at=Single(file), signed_in=False)


def test_it_is_answered_and_kept_and_found_again_from_page_to_page(me, tmp_path):
    exercise = next(one for one in exercises("00-start", "sv") if one["kind"] == "choice")
    given = right(exercise, "sv").answer
    me.open_lesson("00-start")
    me.enter(exercise, given)
    me.submit(exercise)
    me.see_saved(exercise)
    me.hand.press(me.page.get_by_role("link", name="English", exact=True))
    expect(me.page.locator("html")).to_have_attribute("lang", "en")
    me.language = "en"
    me.hand.press(me.page.get_by_role("link", name=me.said("my-answers"), exact=True))
    me.awake()
    main = me.page.get_by_role("main")
    expect(main).to_contain_text(exercise["title"]["en"])
    with me.page.expect_download() as loading:
        me.page.get_by_role("link", name=say("answers.download-journal", "en")).click()
    loading.value.save_as(tmp_path / "answers.jsonl")
    assert exercise["id"] in (tmp_path / "answers.jsonl").read_text(encoding="utf-8")
    # A link that the engine has just drawn leads into the file as well.
    link = main.get_by_role("link", name=me.titled("00-start").split(": ")[-1]).first
    expect(link).to_have_attribute("href", "?en/00-start")


def test_it_opens_at_home_in_the_reader_s_language(me):
    """Chromium is English here; an address of a page that is not there leads home as well."""
    for address in (me.course.address, me.course.url("sv/gone")):
        me.page.goto(address)
        expect(me.page.get_by_role("heading", level=1)).to_have_text(say("course", "en"))


def test_it_weighs_no_more_than_an_attachment_may(file):
    assert file.stat().st_size < MOST
    assert 'data-file="guide/' not in file.read_text(encoding="utf-8")  # that is for who leads


def torn(text):
    """The first half of the file."""
    return text[: len(text) // 2]


def damaged(text):
    """The file with one letter of its pages changed."""
    at = text.index('data-file="sv/index.html"') + 100
    return text[:at] + ("A" if text[at] != "A" else "B") + text[at + 1 :]


@pytest.mark.parametrize("fault", [torn, damaged])
def test_a_file_that_is_not_whole_says_so(me, file, fault, watch, tmp_path):
    watch.forgive("error in the console")
    broken = tmp_path / "course.html"
    broken.write_text(fault(file.read_text(encoding="utf-8")), encoding="utf-8")
    me.page.goto(f"{broken.as_uri()}?sv/index")
    for language in ("sv", "en"):
        expect(me.page.get_by_text(say("single.torn", language))).to_be_visible()


def test_a_browser_that_is_too_old_is_told(me):
    me.page.add_init_script("delete self.DecompressionStream")
    me.open()
    expect(me.page.get_by_text(say("single.old", "sv"))).to_be_visible()
    expect(me.page.get_by_text(say("single.opening", "sv"))).to_be_hidden()


def test_where_no_script_runs_it_says_what_to_do(browser, file):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    expect(page.get_by_text(say("single.not-here", "sv"))).to_be_visible()
    context.close()


def test_what_stands_in_a_page_as_a_script_never_runs(me, watch):
    me.page.goto(me.course.url("sv/glossary"))
    watch.forgive("event handler violates", "gone[.]png")
    expect(me.page.get_by_role("heading", level=1)).to_be_visible()
    ran = me.page.evaluate("""() => {
        const image = "<img src=gone.png onerror='self.ran = true'>";
        document.body.insertAdjacentHTML("beforeend", image);
        return new Promise((resolve) => setTimeout(() => resolve(self.ran === true), 200));
    }""")
    assert not ran
