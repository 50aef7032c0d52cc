"""The people as a page shows them: who recurs first, each with where one meets them."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from course.content.course import Course, ours
from course.journal import Journal, MemoryStore
from course.paths import LANGUAGES, ROOT
from course.session import Session


@pytest.mark.parametrize("language", LANGUAGES)
def test_everybody_whom_a_lesson_presents_is_there_once(session: Session, language: str) -> None:
    session.language = language
    groups = session.people()
    shown = [one["id"] for group in groups for one in group["people"]]
    assert sorted(shown) == sorted(one.id for one in ours().cast.met)
    assert [one["id"] for one in groups[0]["people"]] == list(ours().cast.recurring)
    for group in groups:
        for one in group["people"]:
            assert ET.fromstring(one["face"]).attrib["role"] == "img"
            assert one["role"]
            assert one["met"]


def test_lessons_are_those_whose_text_or_exercises_name_somebody(session: Session) -> None:
    people = {one["id"]: one for group in session.people() for one in group["people"]}
    # Read in notebooks/source: Karin opens each of the first eleven lessons; Jenny is named in the
    # scene of 06, and in 07 in what is said of a wide bridge in the network lab.
    assert [one["number"] for one in people["karin"]["lessons"]][:11] == list(range(11))
    assert [one["number"] for one in people["jenny"]["lessons"]] == [6, 7]
    assert [one["number"] for one in people["hawa"]["lessons"]] == [3]  # in an exercise


def test_who_has_another_name_in_a_municipality_is_found_in_our_exercises(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "cast.yml").write_text(
        "people:\n  hawa:\n    name: Hanna Ek\n    unit: home-care\n"
        "    role: {sv: undersköterska, en: assistant nurse}\n"
        "    met: {sv: Ny i hemtjänsten., en: New in home care.}\n",
        encoding="utf-8",
    )
    session = Session(Course.open(ROOT, tmp_path), Journal(MemoryStore()), "en")
    people = {one["id"]: one for group in session.people() for one in group["people"]}
    assert people["hawa"]["name"] == "Hanna Ek"
    assert [one["number"] for one in people["hawa"]["lessons"]] == [3]  # as above, by our name
