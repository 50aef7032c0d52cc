"""Pages as a whole: their files' version, and that what a learner wrote is text in all of them."""

import json
import re
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from course.content.course import Course, ours
from course.errors import CourseError
from course.journal import Journal, MemoryStore
from course.pages import taken
from course.pages.render import Pages
from course.paths import LANGUAGES
from course.session import Session
from course.words import dated, say

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&{{ 7*7 }}{% x %}"
PAGES = Pages("/course")
DRAWN: dict[str, Callable[[Session], str]] = {
    "home": PAGES.home,
    "lesson": lambda session: PAGES.lesson(session, "00-start"),
    "plan lesson": lambda session: PAGES.lesson(session, "10-your-plan"),
    "answers": lambda session: PAGES.answers(session, xsrf=HOSTILE, news=HOSTILE),
    "plan": PAGES.plan,
    "answers alone": taken.alone,
    "plan alone": PAGES.plan_alone,
    "certificate": PAGES.certificate,
    "verify": lambda session: PAGES.verify(session, xsrf=HOSTILE, news=HOSTILE),
    "glossary": PAGES.glossary,
    "people": PAGES.people,
    "not here": lambda session: PAGES.not_here(session, HOSTILE),
}


class Tags(HTMLParser):
    """The elements of a page that run something."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.runs: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "img" or any(name.startswith("on") for name in told):
            self.runs.append(f"{tag} {told}")
        if tag == "script" and not (told.get("src") or told.get("type") == "application/json"):
            self.runs.append(f"{tag} {told}")


@pytest.fixture(scope="module")
def hostile() -> dict[str, Session]:
    """Who wrote markup wherever something can be written, in each language; pages write nothing."""
    return {language: _hostile(language) for language in LANGUAGES}


def _hostile(language: str) -> Session:
    session = Session(ours(), Journal(MemoryStore()), language)
    for outline in ours().outlines(language):
        for one in outline.exercises:
            kind = ours().exercise(outline.id, one.id).kind
            sent: object = HOSTILE
            if kind == "canvas":
                fields = getattr(ours().exercise(outline.id, one.id), "fields")  # noqa: B009
                sent = {field.id: HOSTILE for field in fields}
            list(session.handle(outline.id, one.id, {"do": "answer", "answer": sent}))
            session.journal.keep_draft(outline.id, one.id, sent)
        session.journal.answer(
            outline.id, "gone", HOSTILE, fingerprint="f", language=language, words=HOSTILE
        )
    session.journal.reach("00-start", HOSTILE[:60], language=language)
    return session


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", DRAWN)
def test_what_a_learner_wrote_is_text_in_every_page(
    page: str, language: str, hostile: dict[str, Session]
) -> None:
    html = DRAWN[page](hostile[language])
    assert Tags(html).runs == []
    assert "49" not in html.partition("alert(2)")[2][:40], "no template is in an answer"


def test_the_way_in_and_the_door_say_no_more_than_they_must() -> None:
    for language in LANGUAGES:
        assert Tags(PAGES.door(language)).runs == []
        assert Tags(PAGES.enter(HOSTILE, language)).runs == []


def test_a_lesson_that_is_not_there_is_the_learners_error() -> None:
    with pytest.raises(CourseError, match="There is no lesson"):
        PAGES.lesson(Session(ours(), Journal(MemoryStore()), "en"), "99-nowhere")


def test_the_plan_alone_needs_nothing_beside_it() -> None:
    html = PAGES.plan_alone(Session(ours(), Journal(MemoryStore()), "sv"))
    assert "src=" not in html
    assert "url(" not in html
    assert "<link" not in html
    assert dated(date.today(), "sv") in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_home_page_s_map_names_each_lesson_and_its_state(language: str) -> None:
    journal = Journal(MemoryStore())
    session = Session(ours(), journal, language)
    guess = {"do": "answer", "answer": "formal", "n": 1}
    assert list(session.handle("06-across-boundaries", "wall", guess))
    page = PAGES.home(session)
    assert page.count('class="stop open"') == 2 * (len(ours().lessons()) - 1)
    assert page.count('class="stop begun"') == 2
    begun = say("map.begun", language)
    title = ours().outline("06-across-boundaries", language).title
    assert f"6, {title}, {begun}" in page
    assert len(page.encode()) < 150_000  # with nothing beside it but styles and fonts


def test_a_municipality_s_own_map_does_not_say_the_story_s_name(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    own = "municipality: {sv: Strandby, en: Strandby}\n"
    (tmp_path / "data" / "cast.yml").write_text(own, encoding="utf-8")
    course = Course.open(ours().folders[0], tmp_path)
    session = Session(course, Journal(MemoryStore()), "sv")
    section = PAGES.home(session).partition('<section class="town"')[2].partition("</section>")[0]
    assert "Strandby" in section
    assert "Älvhamn" not in section
    assert "Människorna i Strandby" in PAGES.people(session)


def test_a_lesson_opens_with_its_picture() -> None:
    session = Session(ours(), Journal(MemoryStore()), "sv")
    page = PAGES.lesson(session, "00-start")
    assert page.index('class="opening"') < page.index("<h1")
    figure = page.partition('class="opening"')[2].partition("</figure>")[0]
    assert "hänglås" in figure
    assert '<a href="/course/sv/people#yonas">Yonas Tesfaye</a>' in figure


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_for_the_page_s_scripts_name_one_s_own_municipality(
    tmp_path: Path, language: str
) -> None:
    """They are JSON within the page, in which a search for the name as it is written finds none."""
    (tmp_path / "data").mkdir()
    names = "municipality: {sv: Sandvik, en: Sandvik}\n"
    (tmp_path / "data" / "cast.yml").write_text(names, encoding="utf-8")
    session = Session(Course.under(tmp_path), Journal(MemoryStore()), language)
    about = say("view.about", language)
    assert "Älvhamn" in about
    page = PAGES.lesson(session, "00-start")
    assert json.dumps(about.replace("Älvhamn", "Sandvik"))[1:-1] in page
    assert json.dumps(about)[1:-1] not in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_that_is_called_what_its_step_is_called_is_marked(language: str) -> None:
    # Read in the texts: step c21 of lesson 03 and its conversation, whose title is in quotation
    # marks; no other step of that lesson has its card's name.
    page = PAGES.lesson(Session(ours(), Journal(MemoryStore()), language), "03-culture")
    assert re.findall(r'data-exercise="([\w-]+)" data-titled', page) == ["my-idea"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_step_that_is_left_takes_no_time(language: str) -> None:
    for outline in ours().outlines(language):
        page = PAGES.lesson(Session(ours(), Journal(MemoryStore()), language), outline.id)
        assert "<small>0 " not in page
