"""The certificate as a sheet: what stands on it, and what never does."""

import re
import shutil
from pathlib import Path

import pytest
from attrs import evolve
from markupsafe import escape

from course import __version__
from course.content.course import ours
from course.journal import Journal, MemoryStore
from course.pages.render import Pages
from course.pages.sheet import Wanted, alone, shown, told, verdict
from course.paths import LANGUAGES, ROOT
from course.portfolio.certificate import Certificate
from course.portfolio.seal import code_in
from course.session import Session
from course.words import say

HOSTILE = "</p><script>alert(1)</script>\"'&{{ 7*7 }}\n\x00\ud83d"


@pytest.fixture(params=LANGUAGES)
def graduate(request: pytest.FixtureRequest, tmp_path: Path) -> Session:
    """Somebody who took the whole of an earlier version."""
    language = request.param
    shutil.copy(ROOT / f"tests/landed/whole-{language}.jsonl", tmp_path / "journal.jsonl")
    return Session(ours(), Journal(tmp_path), language)


def test_it_says_what_was_done_and_what_one_can_do_after_it(graduate: Session) -> None:
    language = graduate.language
    html = alone(graduate)
    for outline in ours().outlines(language):
        # The graduate took the first version; a lesson that was added since is not on the sheet.
        assert (outline.title in html) is (outline.id in ours().landed.lessons)
    after = {"sv": "rita din egen karta", "en": "draw your own map"}  # the last of lesson 06
    assert after[language] in html
    for key in ("short", "whole", "signature"):
        assert escape(say(f"certificate.{key}", language)) in html
    before, command, after = say("certificate.unchecked", language).partition("python3 -m course")
    assert f"{escape(before)}<code>{command} verify</code>" in html  # never divided by a line
    assert after == " verify."
    assert say("certificate.version", language, version=__version__) in html


def test_no_answer_stands_on_it(graduate: Session) -> None:
    html = alone(graduate)
    texts = [
        event.answer
        for event in graduate.journal.events()
        if isinstance(event.answer, str) and " " in event.answer
    ]
    assert texts
    assert [text for text in texts if text in html] == []


def test_the_same_sheet_is_the_same_file_and_another_has_another_code(graduate: Session) -> None:
    wanted = [Wanted(), Wanted("Karin"), Wanted("Karin", timed=True), Wanted("Fatima")]
    files = [alone(graduate, one) for one in wanted]
    assert files == [alone(graduate, one) for one in wanted]
    assert len({code_in(file) for file in files}) == len(files)
    assert alone(graduate, Wanted("Karin", printing=True)) == files[1]


def test_the_time_that_was_measured_stands_there_only_if_wanted(graduate: Session) -> None:
    beginning = say("certificate.measured", graduate.language, time="")[:12]
    assert beginning not in alone(graduate)
    assert beginning in alone(graduate, Wanted(timed=True))


@pytest.mark.parametrize(
    ("minutes", "sv", "en"),
    [
        (0, "mindre än en minut", "less than a minute"),
        (1, "minst 1 min", "at least 1 min"),
        (61, "minst 1 h 1 min", "at least 1 h 1 min"),
    ],
)
def test_a_time_of_no_whole_minute_is_told_in_words(
    graduate: Session, minutes: int, sv: str, en: str
) -> None:
    now = graduate.certificate()
    assert isinstance(now, Certificate)
    now, language = evolve(now, measured=minutes), graduate.language
    time = {"sv": sv, "en": en}[language]
    begins = {"sv": "Uppmätt tid: ", "en": "Measured time: "}[language]
    assert f"{begins}{time}." in told(now, Wanted(timed=True), language)["earned"]
    assert f": {time}. " in shown(graduate, now, Wanted())["with_time"]


def test_a_name_is_text(graduate: Session) -> None:
    for html in (
        alone(graduate, Wanted(HOSTILE)),
        Pages("/course").certificate(graduate, wanted=Wanted(HOSTILE)),
    ):
        assert "alert(1)" in html
        assert "<script>alert" not in html
        assert "{{ 7*7 }}" in html


def test_the_file_needs_nothing_beside_it_and_runs_nothing(graduate: Session) -> None:
    html = alone(graduate, Wanted("Karin"))
    assert not re.search(r"<script|<link|src=|href=|url\(|@import", html)


def test_there_is_none_before_it_is_earned() -> None:
    assert alone(Session(ours(), Journal(MemoryStore()), "sv"), Wanted("Karin")) == ""


def test_a_file_is_told_by_its_name(graduate: Session) -> None:
    html, language = alone(graduate), graduate.language
    told = say("verify.unchanged", language, name="a.html", code=code_in(html))
    assert verdict(html.encode(), "a.html", language) == (True, told)
    told = say("verify.changed", language, name="a.html")
    assert verdict(html.encode() + b" ", "a.html", language) == (False, told)
