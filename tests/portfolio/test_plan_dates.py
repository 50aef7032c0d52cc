"""The days of a plan in a calendar: read back by the library that other programs read them with."""

from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from course.content.course import ours
from course.journal import Journal, MemoryStore
from course.paths import LANGUAGES
from course.portfolio.calendar import plan_file
from course.portfolio.one_page import one_page
from course.session import Session

HOSTILE = 'Räkna; Eva, "nu"\r\nBEGIN:VEVENT\nX:\\n'
NOW = datetime(2027, 8, 20, 9, tzinfo=UTC)


def planned(**fields: str) -> Journal:
    journal = Journal(MemoryStore())
    for field, words in fields.items():
        journal.plan("10-your-plan", field.replace("_", "-"), words, language="sv")
    return journal


def entries(content: bytes | None) -> list[dict[str, object]]:
    assert content
    return [
        {
            "uid": str(one["uid"]),
            "from": one.decoded("dtstart"),
            "to": one.decoded("dtend"),
            "summary": str(one["summary"]),
            "about": str(one["description"]),
        }
        for one in Calendar.from_ical(content).walk("VEVENT")
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_three_whole_days_with_what_was_written_of_them(language: str) -> None:
    page = one_page(
        planned(start="2027-08-30", title="Sex ansikten", day_30="Räknat"), ours(), language
    )
    first, second, third = entries(plan_file(page, "me", NOW))
    assert first == {
        "uid": "me-30@nya-satt-att-tanka",
        "from": date(2027, 9, 29),
        "to": date(2027, 9, 30),
        "summary": {"sv": "Sex ansikten: Efter 30 dagar", "en": "Sex ansikten: After 30 days"}[
            language
        ],
        "about": "Räknat",
    }
    assert (second["from"], third["from"]) == (date(2027, 10, 29), date(2027, 11, 28))


def test_no_word_of_the_learner_becomes_an_event() -> None:
    page = one_page(planned(start="2027-08-30", title=HOSTILE, day_30=HOSTILE), ours(), "sv")
    assert len(entries(plan_file(page, "me", NOW))) == 3


def test_a_plan_without_a_start_has_no_file() -> None:
    assert plan_file(one_page(planned(title="Sex ansikten"), ours(), "sv"), "me", NOW) is None


def test_a_day_that_is_moved_is_the_same_event() -> None:
    journal = planned(start="2027-08-30")
    before = entries(Session(ours(), journal, "sv").plan_dates())
    journal.plan("10-your-plan", "start", "2027-09-06", language="sv")
    after = entries(Session(ours(), journal, "en").plan_dates())
    assert [one["uid"] for one in before] == [one["uid"] for one in after]
    assert before[0]["from"] != after[0]["from"]
    other = entries(Session(ours(), planned(start="2027-08-30"), "sv").plan_dates())
    assert other[0]["uid"] != before[0]["uid"]
