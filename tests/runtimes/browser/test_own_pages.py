"""The pages and papers of a municipality's own folder: none says the name of the course's own.

All that ``course site --with`` writes for a reader is drawn here: each page as it is before its
engine wakes, what is handed out and its PDF. What models say when they are set is tried in
``tests/studio/test_own_faults.py``.
"""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from pypdf import PdfReader

from course.content.course import Course
from course.journal import Journal, MemoryStore
from course.pages.render import Pages
from course.paths import LANGUAGES
from course.runtimes.browser import site
from course.session import Session
from course.session.monday import next_monday
from tests.own_folders import EIGHT, FIVE, folder, opened

pytestmark = pytest.mark.client  # ten seconds for each, to draw every page

OURS = re.compile(r"(Ä|\\u00c4)lvhamn")
"""The name as a page has it, and as JSON has it; an id such as ``alvhamn`` is read by nobody."""


@pytest.fixture(
    scope="module",
    params=[("Sandvik", EIGHT), ("Borås", FIVE)],
    ids=["Sandvik", "Borås"],
)
def drawn(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Path]:
    """The name of a municipality, and all pages of its own folder."""
    name, cast = request.param
    at = tmp_path_factory.mktemp("own")
    course = opened(folder(at / "mine", cast))
    for language in LANGUAGES:
        site._pages(course, at / "site", language, "0", "")
    return name, at / "site"


def said(file: Path) -> str:
    """What a file says, a printed one as it is read aloud."""
    if file.suffix == ".pdf":
        return "\n".join(page.extract_text() for page in PdfReader(file).pages)
    return file.read_text(encoding="utf-8")


def test_no_page_and_no_paper_says_our_municipality_s_name(drawn: tuple[str, Path]) -> None:
    name, pages = drawn
    # Each PDF says what the page beside it says; a few are read, which takes as long as all pages.
    printed = [*pages.glob("*/guide/01-*.pdf"), *pages.glob("*/guide/together.pdf")]
    texts = {
        file.relative_to(pages).as_posix(): said(file)
        for file in [*pages.rglob("*.html"), *printed]
    }
    assert [file for file, text in texts.items() if OURS.search(text)] == []
    # Where the name belongs, the own one stands: in the first lesson, on paper and as PDF.
    for language in LANGUAGES:
        for file in ("00-start.html", "guide/00-start.html", "guide/01-what-counts-sheet.pdf"):
            assert name in texts[f"{language}/{file}"], file


def test_nothing_that_is_taken_home_says_it_either(drawn: tuple[str, Path]) -> None:
    """The plan as text and as a page, its days, and what was promised after each lesson."""
    course, today = Course.under(drawn[1].parent / "mine"), date.today()
    for language in LANGUAGES:
        session = Session(course, Journal(MemoryStore()), language)
        day = next_monday(today).isoformat()
        days = []
        for lesson in course.outlines(language):
            sent = {"do": "promise", "lesson": lesson.id, "words": lesson.monday, "day": day}
            list(session.handle("", "promise", sent))
            days.append(session.calendar(lesson.id))
            (event,) = Calendar.from_ical(days[-1]).walk("VEVENT")
            assert str(event["DESCRIPTION"]).endswith(course.titled(lesson.id, language))
        began = (today - timedelta(days=31)).isoformat()
        session.journal.plan("10-your-plan", "start", began, language=language)
        planned = session.plan_dates()
        assert planned is not None
        assert len(Calendar.from_ical(planned).walk("VEVENT")) == 3  # day 30, 60 and 90
        taken = [session.plan_as_text(), Pages("..").plan_alone(session), planned.decode()]
        taken += [one.decode() for one in days if one]
        assert len(taken) == 3 + 11
        # A line of a calendar is folded after 75 octets, in the middle of a word.
        assert [text for text in taken if OURS.search(text.replace("\r\n ", ""))] == []
