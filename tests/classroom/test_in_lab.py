"""The class's own network in the lab: what the class has seen, and nothing of it is kept."""

import json

import pytest

from course.classroom.phases import NotNowError
from course.classroom.together.in_lab import card, scene
from course.paths import LANGUAGES
from tests.classroom.people import steer
from tests.classroom.test_own_network import UNITS, begun, six

HOME, NEEDS, FAMILIES, STAFF = UNITS


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lab_has_the_units_by_name_and_the_ties_that_the_map_has(language: str) -> None:
    classroom, room = begun()
    six(classroom, room)
    with pytest.raises(NotNowError):
        card(room, language)  # nothing before the map is shown
    steer(classroom, room, "reveal")
    task = card(room, language)["task"]
    json.dumps(task, allow_nan=False)
    assert [one["name"] for one in task["network"]["people"]] == UNITS
    # Counted by hand from what `six` sends: what two name at least, at the strength that two name.
    assert task["network"]["ties"] == [[0, 1, 3], [0, 2, 1]]
    assert task["words"]["lab-keep"] == ""  # there is nothing to save


def test_too_few_have_no_lab() -> None:
    classroom, room = begun()
    steer(classroom, room, "reveal")
    with pytest.raises(NotNowError):
        card(room, "en")


def test_a_new_way_of_working_goes_along_the_ties_as_they_have_been_changed() -> None:
    classroom, room = begun()
    six(classroom, room)
    steer(classroom, room, "reveal")
    free = {"tied": [[HOME, NEEDS, 2], [NEEDS, STAFF, 2]], "begin": [HOME], "threshold": 1}
    cut = [[HOME, FAMILIES], [NEEDS, FAMILIES], [FAMILIES, STAFF]]
    rounds = scene(room, {**free, "cut": cut})["measured"]["rounds"]
    assert rounds == {HOME: 0, NEEDS: 1, STAFF: 2}  # by hand, along the line of three
    away = scene(room, {**free, "cut": cut, "away": [NEEDS]})["measured"]
    assert away["rounds"] == {HOME: 0}
    assert away["people"] == 3
    strong = scene(room, {**free, "cut": cut, "counted": 3})["measured"]
    assert NEEDS not in strong["rounds"]


@pytest.mark.parametrize(
    "asked",
    [
        None,
        [],
        {"tied": 3, "cut": {}, "away": "Staff", "begin": None},
        {"tied": [[HOME, "Nobody", 2], [HOME, HOME, 2], [HOME, NEEDS, 9], [1, 2, 3], [HOME]]},
        {"tied": [[HOME, NEEDS, {}]], "counted": True, "threshold": 99, "noise": 1},
        {"cut": [["Nobody", HOME]], "away": [[]], "begin": [{}]},
    ],
)
def test_what_no_page_would_ask_changes_nothing(asked: object) -> None:
    classroom, room = begun()
    six(classroom, room)
    steer(classroom, room, "reveal")
    assert scene(room, asked) == scene(room, {})
