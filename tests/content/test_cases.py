"""The cases and their grades are what the register says, and each text marks them in words."""

import pytest

from course.content.cases import MARK
from course.content.course import ours
from course.content.filled import Filling
from course.paths import LANGUAGES

CASES = ours().cases

GRADES = {
    # What each rests on was judged from its works: a comparison, a before and after, or an account.
    "compared": {"skolfam", "housing-first", "ips"},
    "followed": {"esther", "skonsmo", "fredericia"},
    "told": {
        "samverkande-sjukvard",
        "gothenburg-families",
        "sip-by-video",
        "icare4fyrbodal",
        "vasteras",
        "lidkoping",
        "trelleborg",
        "nacka",
    },
    "invented": {"story"},
}


def test_every_case_has_the_grade_that_its_works_bear() -> None:
    found: dict[str, set[str]] = {}
    for case in CASES.by_id.values():
        found.setdefault(case.grade.id, set()).add(case.id)
    assert found == GRADES
    assert [grade.id for grade in CASES.grades] == list(GRADES)  # the strongest first


def test_no_work_tells_two_cases() -> None:
    works = [work for case in CASES.by_id.values() for work in case.works]
    assert len(works) == len(set(works))


@pytest.mark.parametrize(
    ("text", "works", "told"),
    [
        ("I Nacka blev det ett abonnemang.", ["hnv-2016"], ["nacka"]),
        ("I Nacka blev det ett abonnemang.", ["lou"], []),  # the case is named, its works are not
        ("Leverantörer fick två möten.", ["hnv-2016"], []),  # and the other way round
        ("Nackademin", ["hnv-2016"], []),  # a word is a whole word
        (
            "Skolfam och Esther-nätverket",
            ["skolfam-2017", "vackerberg-2013"],
            ["esther", "skolfam"],
        ),
    ],
)
def test_a_case_is_told_where_it_is_named_and_cited(
    text: str, works: list[str], told: list[str]
) -> None:
    assert [case.id for case in CASES.told(text, works)] == told


def test_a_text_says_the_grade_in_words_and_leaves_what_it_does_not_know() -> None:
    filling = Filling(cases=lambda: CASES)
    assert filling.said("Hours fell. {case:fredericia}", "en") == (
        "Hours fell. Evidence: measured before and after."
    )
    assert filling.said("{case:atlantis}", "sv") == "{case:atlantis}"


def test_nobody_reads_a_mark_as_it_is_written() -> None:
    course = ours()
    for lesson in course.lessons():
        for id in course.exercises(lesson):
            assert not MARK.search(repr(course.exercise(lesson, id))), id
    for id in course.figures():
        assert not MARK.search(repr(course.figure(id))), id
    for language in LANGUAGES:
        for outline in course.outlines(language):
            text = course.notebook(outline.id, language).read_text(encoding="utf-8")
            assert not MARK.search(text), outline.id
