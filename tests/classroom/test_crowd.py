"""One of a hundred, played by the room; expected values are Granovetter's, or counted by hand."""

import json

import pytest

from course.classroom import told
from course.classroom.classroom import Classroom
from course.classroom.phases import NotNowError
from course.classroom.room import Room
from course.classroom.together.crowd import begun
from course.classroom.together.groups import MOST, size
from course.paths import LANGUAGES
from tests.classroom.people import a_play, steer


def played(people: int) -> tuple[Classroom, Room]:
    return a_play("crowd", people, lesson="07-how-ideas-travel")


def now(classroom: Classroom, room: Room) -> tuple[int, int, bool]:
    """Which time, how many have begun, whether it stops."""
    crowd = told.common(classroom, room, "en")["together"]
    return crowd["play"], crowd["times"][-1], crowd["stops"]


def test_all_begin_one_by_one_and_a_single_one_who_waits_for_one_more_stops_it() -> None:
    # Granovetter (1978): thresholds 0 to 99 move everybody; without a 1 only one person acts.
    assert begun(100, 1)[-1] == 100
    assert begun(100, 2)[-1] == 1
    classroom, room = played(4)
    steer(classroom, room, "deal")
    seen = [now(classroom, room)]
    while "part" in room.actions():
        steer(classroom, room, "part")
        seen.append(now(classroom, room))
    first = [(1, n, n == 4) for n in range(5)]
    assert seen == [*first, (2, 0, False), (2, 1, True)]
    # Both times are told in the end, as the screen and the summary have them.
    assert told.common(classroom, room, "en")["together"]["times"] == [4, 1]
    steer(classroom, room, "undo")  # and back, to be seen again
    assert now(classroom, room) == (2, 0, False)
    assert "again" not in room.actions()  # it is at the beginning of that time
    steer(classroom, room, "undo", "again")  # the first time once more
    assert now(classroom, room) == (1, 0, False)


def test_each_telephone_has_a_number_and_one_in_each_crowd_waits_for_one_more() -> None:
    classroom, room = played(43)
    steer(classroom, room, "deal")
    own = [told.own(classroom, room, f"p{n}", "en") for n in range(43)]
    for group in (1, 2, 3):
        held = [one for one in own if one["group"] == group]
        assert [one["number"] for one in held] == [*range(size(43, 3, group - 1))]
        assert sum(one["waits"] for one in held) == 1
    assert max(one["number"] for one in own) < MOST
    classroom.take_part(room, "late", room.at)
    assert "number" not in told.own(classroom, room, "late", "en")  # it would change the play
    while "part" in room.actions():
        steer(classroom, room, "part")
        if now(classroom, room) == (1, 43, True):
            break
    else:
        pytest.fail("not everybody has begun")


def test_its_minutes_are_those_of_both_times() -> None:
    """A part of a jigsaw has minutes of its own, and its clock begins anew; a step has none."""
    classroom, room = played(4)
    steer(classroom, room, "deal")
    room.begun[room.at] = 7.0
    steer(classroom, room, "part")
    assert room.begun[room.at] == 7.0


def test_too_few_deal_no_numbers() -> None:
    classroom, room = played(3)
    with pytest.raises(NotNowError, match="crowd-few"):
        steer(classroom, room, "deal")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_view_is_told_of_it_and_no_view_of_a_person(language: str) -> None:
    classroom, room = played(8)
    for action in ("deal", "part", "reveal"):
        for view in (told.common, told.on_screen, told.to_instructor):
            assert '"p1"' not in json.dumps(view(classroom, room, language), allow_nan=False)
        steer(classroom, room, action)
