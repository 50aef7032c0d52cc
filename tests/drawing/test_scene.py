"""Opening pictures: one a lesson, whole, told in both languages, of people who are there."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import course.content.scenes
from course.content.course import ours
from course.content.scenes import picture
from course.drawing.people import CHOICES, MOODS, WEARS
from course.drawing.places import PLACES
from course.drawing.posed import DOES
from course.drawing.windows import VIEWS
from course.paths import LANGUAGES

SVG = "{http://www.w3.org/2000/svg}"
ROOM = Path(course.content.scenes.__file__).parent


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_lesson_opens_with_a_picture_that_is_told(language: str) -> None:
    for lesson in ours().lessons():
        drawn = picture(ours(), lesson, language)
        root = ET.fromstring(drawn)
        words = root.findtext(f"{SVG}title") or ""
        assert root.attrib["role"] == "img"
        assert words
        assert "{" not in words
        assert len(drawn) < 20_000, lesson
        assert not any("style" in one.attrib or "id" in one.attrib for one in root.iter())


def test_a_lesson_without_a_picture_has_none() -> None:
    assert picture(ours(), "99-not-written-yet", "sv") == ""


@pytest.mark.parametrize("place", PLACES)
def test_people_are_within_the_picture(place: str) -> None:
    for slot in PLACES[place].slots.values():
        head = slot.y - 110 * slot.size, slot.y - 49 * slot.size  # from the hair to the chin
        assert head[0] > 0, "no head is cut off"
        assert head[1] < 300
        assert slot.x - 30 * slot.size > 0, "nor half a face"
        assert slot.x + 30 * slot.size < 800


def test_what_files_may_say_is_what_can_be_drawn() -> None:
    scenes = json.loads((ROOM / "scenes.schema.json").read_text(encoding="utf-8"))
    said = scenes["$defs"]["portrait"]["properties"]
    assert {name: tuple(said[name]["enum"]) for name in CHOICES} == CHOICES
    assert tuple(said["with"]["items"]["enum"]) == WEARS
    assert set(said) == {*CHOICES, "with"}
    scene, someone = scenes["$defs"]["scene"], scenes["$defs"]["in-scene"]
    assert scene["properties"]["place"]["enum"] == list(PLACES)
    assert scene["properties"]["view"]["enum"] == list(VIEWS)
    assert tuple(someone["properties"]["mood"]["enum"]) == MOODS
    assert tuple(someone["properties"]["does"]["enum"]) == DOES
