"""The plan on one page: what was answered and written, and nothing else. On our own course."""

import json
from datetime import UTC, datetime

import pytest

from course.content.course import Course, ours
from course.journal import Journal, MemoryStore
from course.kinds import KINDS
from course.paths import LANGUAGES
from course.portfolio.one_page import (
    ASKED,
    BODY,
    DAYS,
    HEAD,
    MOVED,
    OnePage,
    ids,
    one_page,
)
from course.portfolio.one_page_text import plain
from course.portfolio.plan import NINETY_DAYS
from course.portfolio.shown import AFTER, BEFORE, OWN_MAP
from course.words import say

DRAWING = {
    "parties": [
        {"id": "p1", "name": "Hemtjänsten", "inside": True},
        {"id": "p2", "name": "Bistånd", "inside": False},
        {"id": "p3", "name": "Kommunens rehabilitering", "inside": False},
        {"id": "p4", "name": "Regionen", "inside": False},
    ],
    "ties": [["p1", "p2", 3], ["p2", "p3", 1], ["p1", "p4", 2]],
    "bridge": "p2",
    "away": [],
    "words": "",
}


@pytest.fixture
def journal() -> Journal:
    return Journal(MemoryStore())


def answer(journal: Journal, place: tuple[str, str], given: object) -> None:
    journal.record(*place, given, fingerprint="f", language="sv")


def page_of(journal: Journal, language: str = "sv") -> OnePage:
    return one_page(journal, ours(), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_without_a_word_has_every_place_and_says_that_it_is_empty(
    journal: Journal, language: str
) -> None:
    page = page_of(journal, language)
    assert page.is_empty
    days = [id for n in DAYS for id in (f"day-{n}", f"day-{n}-outcome")]
    assert [one.id for one in page.fields] == [*HEAD, *BODY, *days, *ASKED]
    assert {one.id for one in page.fields} == ids()
    assert all(one.heading and one.hint and not one.words for one in page.fields)
    assert (page.drawn, page.areas, page.appendix) == ({}, (), ())


def test_the_form_of_lesson_10_and_the_plan_s_own_fields_stand_in_it(journal: Journal) -> None:
    answer(journal, NINETY_DAYS, {"problem": "Nio olika", "stop-rule": "När …"})
    journal.plan("10-your-plan", "owner", "Enhetschefen", language="sv")
    page = page_of(journal)
    said = {one.id: one.words for one in page.fields if one.words}
    assert said == {"problem": "Nio olika", "stop-rule": "När …", "owner": "Enhetschefen"}
    assert [one.id for one in page.fields if not one.planned] == [
        one for one in BODY if one not in ("decision", "owner")
    ]
    assert not page.is_empty


def test_what_the_form_asks_for_is_all_in_the_plan() -> None:
    exercise = ours().exercise(*NINETY_DAYS)
    asked = {one["id"] for one in KINDS[exercise.kind].task(exercise, "sv")["fields"]}
    assert asked == set(BODY) - {"decision", "owner"}


def test_days_have_a_date_once_a_start_is_given(journal: Journal) -> None:
    assert [mark.day for mark in page_of(journal).line] == ["", "", ""]
    journal.plan("10-your-plan", "start", "2027-08-30", language="sv")
    # By a calendar: 30 August 2027 and 30, 60, 90 days; September has 30 days, October 31.
    assert [(mark.day, mark.dated) for mark in page_of(journal, "en").line] == [
        ("2027-09-29", "29 September 2027"),
        ("2027-10-29", "29 October 2027"),
        ("2027-11-28", "28 November 2027"),
    ]


def test_what_happened_can_be_told_from_its_day_on() -> None:
    # 28 November 2027 is day 90 of the start in the test above; noon is the same day in all of
    # Europe.
    for now, reached in (
        (datetime(2027, 11, 27, 12, tzinfo=UTC), [True, True, False]),
        (datetime(2027, 11, 28, 12, tzinfo=UTC), [True, True, True]),
    ):
        journal = Journal(MemoryStore(), lambda now=now: now)
        assert [mark.reached for mark in page_of(journal).line] == [False, False, False]
        journal.plan("10-your-plan", "start", "2027-08-30", language="sv")
        assert [mark.reached for mark in page_of(journal).line] == reached


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_happened_stands_beside_what_was_planned_once_it_is_told(
    journal: Journal, language: str
) -> None:
    journal.plan("10-your-plan", "day-30", "Räkna", language="sv")
    heading = page_of(journal, language)["day-30-outcome"].heading
    assert heading not in plain(page_of(journal, language))
    before = page_of(journal).size
    journal.plan("10-your-plan", "day-30-outcome", "Vi hann inte räkna", language="sv")
    page = page_of(journal, language)
    assert page.line[0].outcome.words == "Vi hann inte räkna"
    planned = {"sv": "Efter 30\u00a0dagar", "en": "After 30\u00a0days"}[language]
    assert f"{planned}: Räkna\n{heading}: Vi hann inte räkna\n" in plain(page)
    assert before == page.size == "usual"


@pytest.mark.parametrize("given", ["9999-12-31", "0001-01-01", "i morgon", ""])
def test_a_start_that_is_no_day_gives_none(journal: Journal, given: str) -> None:
    journal.plan("10-your-plan", "start", given, language="sv")  # an edited journal may say so
    assert [mark.dated for mark in page_of(journal).line] == ["", "", ""]


def test_the_own_map_is_drawn_and_told(journal: Journal) -> None:
    answer(journal, OWN_MAP, DRAWING)
    drawn = page_of(journal).drawn
    first, _, third, _ = drawn["parties"]
    assert (first["x"], first["y"]) == (180, 106)  # in the middle of 360 by 216, two above
    assert [one["bridge"] for one in drawn["parties"]] == [False, True, False, False]
    assert third["lines"] == ["Kommunens", "rehabilitering"]
    assert [(one["one"], one["other"], one["strength"]) for one in drawn["ties"]] == [
        (0, 1, 3),
        (0, 3, 2),
        (1, 2, 1),
    ]
    assert all(
        20 < one["x"] < drawn["width"] - 20 and 14 < one["y"] < drawn["height"] - 20
        for one in drawn["parties"]
    )
    told = " ".join(drawn["told"])
    assert "Hemtjänsten – Bistånd (gemensamt uppdrag)" in told
    assert "Den som håller bron: Bistånd." in told
    # Rehabilitation is reached through needs assessment alone.
    assert "Kommunens rehabilitering" in drawn["without"]


def test_the_profile_stands_before_and_after(journal: Journal) -> None:
    exercise = ours().exercise(*BEFORE)
    areas = KINDS[exercise.kind].task(exercise, "sv")["areas"]
    first, second = areas[0], areas[1]
    answer(journal, BEFORE, {one["id"]: 2 for one in first["items"]})
    shown = {area.about: area for area in page_of(journal).areas}
    assert (shown[first["text"]].before, shown[first["text"]].after) == ("2,0", "")
    answer(journal, AFTER, {one["id"]: 4 for one in [*first["items"], *second["items"]]})
    shown = {area.about: area for area in page_of(journal).areas}
    assert (shown[first["text"]].before, shown[first["text"]].after) == ("2,0", "4,0")
    assert (shown[second["text"]].before, shown[second["text"]].after) == ("", "4,0")
    # Five points: 2 is a quarter of the way from 1 to 5, 4 three quarters.
    assert shown[first["text"]].shares == (0.25, 0.75)


def test_the_rest_is_the_appendix_and_the_plan_is_not_said_twice(journal: Journal) -> None:
    answer(journal, NINETY_DAYS, {"problem": "Nio olika"})
    answer(journal, ("00-start", "first-thought"), "En första tanke")
    appendix = page_of(journal).appendix
    assert [item.words for section in appendix for item in section.items] == ["En första tanke"]


def test_it_is_plain_json(journal: Journal) -> None:
    answer(journal, OWN_MAP, DRAWING)
    answer(journal, NINETY_DAYS, {"problem": "Nio olika"})
    read = json.loads(json.dumps(page_of(journal).as_json()))
    assert read["body"][1]["words"] == "Nio olika"
    assert read["empty"] is False


@pytest.mark.parametrize("language", LANGUAGES)
def test_as_text_it_has_every_heading_and_all_words(journal: Journal, language: str) -> None:
    answer(journal, NINETY_DAYS, {"problem": "Nio olika"})
    journal.plan("10-your-plan", "title", "Sex ansikten", language="sv")
    journal.plan("10-your-plan", "start", "2027-08-30", language="sv")
    page = page_of(journal, language)
    text = plain(page)
    assert text.startswith("Sex ansikten\n============\n")
    assert all(one.heading in text for one in page.body)
    assert "Nio olika" in text
    assert {"sv": "Startdag: 30 augusti 2027", "en": "Start date: 30 August 2027"}[language] in text


def test_what_was_moved_stands_once_and_in_the_appendix(journal: Journal) -> None:
    answer(journal, NINETY_DAYS, {"problem": "Nio olika", "promise": "Måndag i vecka 41"})
    answer(journal, OWN_MAP, DRAWING)
    before = plain(page_of(journal))
    journal.plan("10-your-plan", MOVED, "promise map", language="sv")
    text = plain(page_of(journal))
    title, told = say("plan.moved", "sv"), page_of(journal).drawn["told"][0]
    page, appendix = text.split(title)
    for words in ("Måndag i vecka 41", told):
        assert (page.count(words), appendix.count(words)) == (0, before.count(words))
    assert "Nio olika" in page
    assert title not in before
    # Nothing is lost: the same lines as before, and the title with its rule.
    assert set(filter(None, text.split("\n"))) - {title, "=" * len(title)} == set(
        filter(None, before.split("\n"))
    )


def test_a_course_without_these_lessons_has_a_plan_to_write_in(
    journal: Journal, tmp_path: object
) -> None:
    page = one_page(journal, Course.open(str(tmp_path)), "en")
    assert all(one.planned for one in page.fields)
    assert page["problem"].heading == say("plan.field-problem", "en")


def test_there_is_no_field_by_another_name(journal: Journal) -> None:
    with pytest.raises(KeyError):
        page_of(journal)["budget"]


def test_it_says_what_it_is_read_from() -> None:
    for place in (BEFORE, AFTER, OWN_MAP, NINETY_DAYS):
        assert ours().exercise(*place).id == place[1]
