"""A puzzle of ties in a class: the sum of what each has placed, masked as everything else is."""

import pytest

from course.classroom import told
from course.classroom.classroom import Classroom
from course.classroom.questions import NotTakenError
from course.classroom.room import Room
from tests.classroom.people import a_class, steer, step_of

TIES = {"0-0": 12, "1-0": 12, "0-1": 6, "2-2": 3}
"""How many of the twelve place each tie."""


@pytest.fixture
def placed() -> tuple[Classroom, Room]:
    classroom, room, _ = a_class(lesson="07-how-ideas-travel")
    classroom.steer(room, "go", step_of(room, "five-bridges"))
    for person in range(12):
        filled = {tie: "yes" for tie, n in TIES.items() if person < n}
        classroom.answer(room, f"p{person}", room.at, 1, 1, filled)
    steer(classroom, room, "close", "show")
    return classroom, room


def test_a_tie_is_told_of_where_as_many_placed_it_as_the_smallest_group_and_so_did_not(
    placed: tuple[Classroom, Room],
) -> None:
    rows = {row["id"]: row for row in told.common(*placed, "en")["result"]["rows"]}
    # By hand, with a smallest group of five: 12 and none, 6 and 6; of 3 and 9 neither is told.
    assert [cell["n"] for cell in rows["0-0"]["cells"]] == [[12], [0]]
    assert [cell["n"] for cell in rows["0-1"]["cells"]] == [[6], [6]]
    assert [cell["n"] for cell in rows["2-2"]["cells"]] == [[12]]
    assert rows["2-2"]["most"] == ["no"]


def test_the_phone_and_the_screen_know_between_whom_and_how_many(
    placed: tuple[Classroom, Room],
) -> None:
    asked = told.common(*placed, "en")["exercise"]
    assert asked["form"] == "ties"
    assert asked["most"] == 5
    assert [one["text"] for one in asked["departments"]] == ["Home care", "Needs assessment"]


def test_no_tie_is_called_right_alone_for_several_placements_hold(
    placed: tuple[Classroom, Room],
) -> None:
    classroom, room = placed
    steer(classroom, room, "reveal")
    held = told.common(classroom, room, "en")["held"]
    assert held["right"] == {}
    assert [one["tone"] for one in held["said"]] == ["right"]
    # What is said of the own: three of these ties convince all, as the three of the key do.
    assert told.own(classroom, room, "p0", "en")["right"]


def test_more_ties_than_may_be_placed_are_refused_in_words(
    placed: tuple[Classroom, Room],
) -> None:
    classroom, room = placed
    classroom.steer(room, "undo")  # closed: who has not answered may
    many = {f"{n}-0": "yes" for n in range(6)}
    with pytest.raises(NotTakenError, match="too-many-ties"):
        classroom.answer(room, "late", room.at, 1, 1, many)
