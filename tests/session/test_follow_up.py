"""Day 30, 60 and 90 of the plan: asked about once each, and kept beside what was planned."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from course.content.course import ours
from course.journal import Journal, MemoryStore
from course.pages.render import Pages
from course.session import Session
from tests.session.conftest import Clock

HOSTILE = '<script>alert(1)</script> & "nu"'


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2027, 8, 20, 12, tzinfo=UTC))


def write(session: Session, field: str, words: str, **more: Any) -> list[str]:
    """Write in a field of the plan, as its page and the home page do; the changes' names."""
    message = {"do": "plan", "field": field, "words": words, **more}
    return [name for name, _ in session.handle("", f"plan-{field}", message)]


def followed(session: Session) -> Any:
    return session.returning()["follow"]


def on(clock: Clock, month: int, day: int) -> None:
    clock.now = datetime(2027, month, day, 12, tzinfo=UTC)


def test_without_a_start_nothing_is_asked(session: Session, clock: Clock) -> None:
    write(session, "day-30", "Count.")
    clock.now += timedelta(days=400)
    assert followed(session) is None
    session.journal.plan("10-your-plan", "start", "9999-12-31", language="en")  # an edited journal
    assert followed(session) is None


@pytest.mark.parametrize(
    ("language", "started", "title"),
    [("sv", "30 augusti 2027", "Min plan"), ("en", "30 August 2027", "My plan")],
)
def test_from_day_30_on_it_is_asked_what_happened(
    journal: Journal, clock: Clock, language: str, started: str, title: str
) -> None:
    session = Session(ours(), journal, language)
    write(session, "start", "2027-08-30")
    on(clock, 9, 28)  # day 29, since August has 31 days
    assert followed(session) is None
    on(clock, 9, 29)
    asked = {"field": "day-30-outcome", "days": 30, "passed": 30, "started": started}
    assert followed(session) == {**asked, "title": title, "planned": ""}
    write(session, "title", "Six faces")
    write(session, "day-30", "Count.")
    assert followed(session) == {**asked, "title": "Six faces", "planned": "Count."}
    assert session.returning("10-your-plan")["follow"] is None  # at home, and in no lesson


def test_long_after_the_last_day_it_is_told_how_many_have_passed(
    session: Session, clock: Clock
) -> None:
    write(session, "start", "2027-08-30")
    on(clock, 12, 31)
    asked = followed(session)  # 31 days of September and August, 31, 30 and 31 more
    assert (asked["days"], asked["passed"]) == (90, 123)


def test_an_answer_stands_in_the_plan_and_the_next_day_is_asked_about(
    session: Session, clock: Clock
) -> None:
    write(session, "start", "2027-08-30")
    on(clock, 9, 29)
    assert write(session, "day-30-outcome", "We counted.") == ["event", "planned", "standing"]
    assert followed(session) is None
    assert session.one_page()["day-30-outcome"].words == "We counted."
    assert "What happened in 30\u00a0days: We counted." in session.plan_as_text()
    on(clock, 10, 29)
    assert followed(session)["days"] == 60
    on(clock, 11, 28)
    assert followed(session)["days"] == 90  # the last that has come, and no other after it
    write(session, "day-90-outcome", "We keep it.")
    assert followed(session) is None


def test_not_now_is_asked_no_more_and_can_be_told_in_the_plan(
    session: Session, clock: Clock
) -> None:
    write(session, "start", "2027-08-30")
    on(clock, 9, 29)
    assert write(session, "day-30-outcome", "", id="a" * 32) == ["event", "planned", "standing"]
    assert write(session, "day-30-outcome", "", id="a" * 32) == ["planned", "standing"]
    assert followed(session) is None
    assert "What happened" not in session.plan_as_text()
    assert session.one_page().line[0].reached
    write(session, "day-30-outcome", "We counted.")
    assert session.one_page()["day-30-outcome"].words == "We counted."


def test_a_start_that_is_put_right_is_asked_about_anew(session: Session, clock: Clock) -> None:
    write(session, "start", "2026-08-30")  # the wrong year
    assert followed(session)["days"] == 90
    write(session, "day-90-outcome", "")
    write(session, "start", "2027-08-30")
    on(clock, 11, 28)
    assert followed(session)["days"] == 90
    write(session, "day-90-outcome", "")
    assert followed(session) is None


def test_what_was_told_is_not_asked_for_again_when_the_start_moves(
    session: Session, clock: Clock
) -> None:
    write(session, "start", "2027-08-30")
    on(clock, 9, 29)
    write(session, "day-30-outcome", "We counted.")
    write(session, "start", "2027-08-29")
    assert followed(session) is None


def test_it_comes_back_from_the_journal_s_lines(session: Session, clock: Clock) -> None:
    write(session, "start", "2027-08-30")
    on(clock, 9, 29)
    write(session, "day-30-outcome", "")
    other = Session(ours(), Journal(MemoryStore(), clock), "sv")
    other.import_(session.export(), "answers.jsonl").finish()
    assert followed(other) is None


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_pages_have_a_place_for_it_from_its_day_on(
    journal: Journal, clock: Clock, language: str
) -> None:
    session, pages = Session(ours(), journal, language), Pages("/course")
    write(session, "start", "2027-08-30")
    write(session, "day-30", HOSTILE)
    on(clock, 9, 28)
    assert 'id="follow"' not in pages.home(session)
    assert '<div class="happened" id="plan-happened-30" hidden>' in pages.plan(session)
    on(clock, 9, 29)
    assert 'id="follow" aria-labelledby="follow-title"' in pages.home(session)
    assert "pages/returning.js" in pages.home(session)
    assert '<div class="happened" id="plan-happened-30">' in pages.plan(session)
    assert '<div class="happened" id="plan-happened-60" hidden>' in pages.plan(session)
    write(session, "day-30-outcome", HOSTILE)
    assert 'id="follow"' not in pages.home(session)
    assert "<script>alert" not in pages.home(session) + pages.plan(session)
    assert pages.plan(session).count("&lt;script&gt;alert(1)") >= 2
