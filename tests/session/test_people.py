"""The people as a page shows them: who recurs first, each with where one meets them."""

import xml.etree.ElementTree as ET

import pytest

from course.content.course import ours
from course.paths import LANGUAGES
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
    # Read in notebooks/source: Karin opens every lesson; Jenny is named in the
    # scene of 06, and in 07 in what is said of a wide bridge in the network lab.
    assert [one["number"] for one in people["karin"]["lessons"]] == list(range(11))
    assert [one["number"] for one in people["jenny"]["lessons"]] == [6, 7]
    assert [one["number"] for one in people["hawa"]["lessons"]] == [3]  # in an exercise
