"""A wide bridge, played by the room; expected values are counted by hand, or the course's own.

In units of three, A B C and D E F, two begin: B and C. In the first step A sees both. D has ties to
A and B, and takes it up in the second step. Of two ties both are D's, and E and F see D alone. The
third goes from B to E, who sees B and D in the third step; F sees D and E in the fourth.

Where one contact is enough and one tie crosses, from A to D, C begins alone: A and B see C in the
first step, D sees A in the second, and E and F see D in the third.
"""

import json

import pytest

from course.classroom import told
from course.classroom.classroom import Classroom
from course.classroom.phases import NotNowError
from course.classroom.room import Room
from course.classroom.together.bridge import (
    LEAST,
    LEAST_WIDE,
    NEEDED,
    THRESHOLDS,
    TIES,
    across,
    taken_up,
    units,
)
from course.classroom.together.groups import MOST
from course.content.course import ours
from course.paths import LANGUAGES
from course.plain import Json
from tests.classroom.people import a_play, a_store, steer


def as_set(ties: list[int], threshold: list[int] | None = None) -> Json:
    """What the instructor's page sends."""
    return {"ties": ties, "threshold": threshold or [NEEDED, NEEDED]}


def played(
    people: int, ties: list[int] | None = None, threshold: list[int] | None = None
) -> tuple[Classroom, Room]:
    """A class that has gone to it, and been dealt its places if ``ties`` are set."""
    classroom, room = a_play("bridge", people, lesson="07-how-ideas-travel")
    if ties is not None:
        classroom.steer(room, "deal", as_set(ties, threshold))
    return classroom, room


def now(classroom: Classroom, room: Room) -> tuple[int, int, bool]:
    """Which time, how many have taken it up, whether it stops."""
    bridge = told.common(classroom, room, "en")["together"]
    return bridge["play"], bridge["times"][-1]["acting"], bridge["stops"]


def test_two_ties_reach_one_and_a_third_tips_the_other_unit() -> None:
    assert taken_up(6, 2) == (1, 0, 0, 2, -1, -1)
    assert taken_up(6, 3) == (1, 0, 0, 2, 3, 4)
    classroom, room = played(6, [2, 3])
    seen = [now(classroom, room)]
    while "part" in room.actions():
        steer(classroom, room, "part")
        seen.append(now(classroom, room))
    narrow = [(1, 2, False), (1, 3, False), (1, 4, True)]
    wide = [(2, 2, False), (2, 3, False), (2, 4, False), (2, 5, False), (2, 6, True)]
    assert seen == narrow + wide
    first, second = told.common(classroom, room, "en")["together"]["times"]
    assert (first["ties"], first["acting"], second["ties"], second["acting"]) == (2, 4, 3, 6)
    steer(classroom, room, "again")  # the second time once more
    assert now(classroom, room) == (2, 2, False)
    steer(classroom, room, "undo")
    assert now(classroom, room) == (1, 4, True)


def test_one_contact_is_enough_for_news_and_one_tie_carries_it() -> None:
    assert taken_up(6, 1, threshold=1) == (1, 1, 0, 2, 3, 3)
    classroom, room = played(6, [1, 1], [1, 2])
    for _ in range(3):
        steer(classroom, room, "part")
    assert now(classroom, room) == (1, 6, True)
    assert [told.own(classroom, room, f"p{n}", "en")["threshold"] for n in range(2)] == [1, 1]
    while "part" in room.actions():
        steer(classroom, room, "part")
    assert now(classroom, room) == (2, 3, True)  # of those who need two, none across one tie
    times = told.common(classroom, room, "en")["together"]["times"]
    assert [(time["threshold"], time["acting"]) for time in times] == [(1, 6), (2, 3)]


@pytest.mark.parametrize(
    ("people", "threshold"),
    [(LEAST, 1), (LEAST, NEEDED), *((n, one) for n in (LEAST_WIDE, MOST) for one in THRESHOLDS)],
)
def test_so_many_ties_side_by_side_are_enough_and_fewer_are_not(
    people: int, threshold: int
) -> None:
    """As Centola & Macy (2007) have it: at least a (a + 1) / 2 ties, for a threshold of a."""
    enough = threshold * (threshold + 1) // 2
    for ties in TIES[: 5 if people < LEAST_WIDE else None]:
        assert (min(taken_up(people, ties, threshold)) >= 0) == (ties >= enough)
        assert len({*across(people, ties)}) == ties
        assert max(max(tie) for tie in across(people, ties)) < people
        first = taken_up(people, ties, threshold)[: units(people)[0]]
        assert (max(first), first.count(0)) == (1, threshold)  # the first unit, at once


def test_a_telephone_sees_its_unit_and_its_ties_and_takes_it_up_by_its_own_rule() -> None:
    classroom, room = played(43, [1, 3])  # groups of 15, 14 and 14
    while now(classroom, room)[0] == 1:
        steer(classroom, room, "part")
    then = [told.own(classroom, room, f"p{n}", "en") for n in range(43)]
    while "part" in room.actions():
        before = then
        steer(classroom, room, "part")
        then = [told.own(classroom, room, f"p{n}", "en") for n in range(43)]
        ready = [one["has"] or one["sees"] >= NEEDED for one in before]
        assert [one["has"] for one in then] == ready
    assert all(one["has"] for one in then)
    for group, people in ((1, 15), (2, 14), (3, 14)):
        held = [one for one in then if one["group"] == group]
        assert sorted(one["number"] for one in held) == [*range(1, people + 1)]
        first = units(people)[0]
        assert all(one["unit"] == (one["number"] > first) for one in held)
        seen = {(one["number"], other) for one in held for other in one["across"]}
        assert {tie for tie in seen if tie[0] < tie[1]} == {
            (1, first + 1),
            (2, first + 1),
            (2, first + 2),
        }
        assert {(b, a) for a, b in seen} == seen  # each tie is seen from both its ends


def test_who_comes_late_looks_on_and_a_lost_line_has_its_place_again() -> None:
    classroom, room = played(6, [2, 3])
    place = told.own(classroom, room, "p3", "en")
    assert "number" not in told.own(classroom, room, "late", "en")
    assert told.own(classroom, room, "p3", "en") == place
    assert told.on_screen(classroom, room, "en")["together"]["people"] == 6


def test_a_thousand_play_in_groups_of_which_one_is_drawn() -> None:
    classroom, room = played(1000, [1, 3])
    for _ in range(len([*room.chosen[room.at]["begins"]]) + 5):
        if "part" in room.actions():
            steer(classroom, room, "part")
    bridge = told.on_screen(classroom, room, "en")["together"]
    assert (bridge["groups"], len(bridge["times"][0]["has"])) == (50, MOST)
    # One tie: the first unit of ten in each of fifty groups; three: everybody.
    assert [one["acting"] for one in bridge["times"]] == [500, 1000]


def test_it_goes_on_after_a_restart_where_it_was() -> None:
    store = a_store()
    classroom, room = a_play("bridge", 6, lesson="07-how-ideas-travel", store=store)
    classroom.steer(room, "deal", as_set([2, 3]))
    steer(classroom, room, "part", "part")
    again = Classroom(ours(), store, lambda: 1e9, lambda: 1e9)
    assert now(again, again.rooms[room.about.id]) == (1, 4, True)


def test_too_few_and_what_no_page_sends_are_refused_in_words() -> None:
    classroom, room = played(LEAST - 1)
    with pytest.raises(NotNowError, match="five-phones"):
        classroom.steer(room, "deal", as_set([2, 3]))
    for ties in (None, 2, [2], [2, 9], [2, True], [2.0, 3], ["2", "3"], {"2": 3}):
        with pytest.raises(NotNowError, match="not-offered"):
            classroom.steer(room, "deal", {**as_set([2, 3]), "ties": ties})
    for value in (None, [2, 3], {"ties": [2, 3]}, {**as_set([2, 3]), "more": [1, 1]}):
        with pytest.raises(NotNowError, match="not-offered"):
            classroom.steer(room, "deal", value)


def test_what_needs_a_person_more_in_each_unit_waits_for_them() -> None:
    classroom, room = played(LEAST_WIDE - 1)
    for value in (as_set([2, 6]), as_set([2, 3], [3, 2])):
        with pytest.raises(NotNowError, match="seven-phones"):
            classroom.steer(room, "deal", value)
    classroom.take_part(room, "one more", room.at)
    classroom.steer(room, "deal", as_set([2, 6], [3, 3]))
    assert told.common(classroom, room, "en")["together"]["people"] == LEAST_WIDE


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_view_is_told_of_it_and_no_view_of_a_person(language: str) -> None:
    classroom, room = played(8)
    for action, value in (("deal", as_set([2, 3])), ("part", None), ("reveal", None)):
        for view in (told.common, told.on_screen, told.to_instructor):
            assert '"p1"' not in json.dumps(view(classroom, room, language), allow_nan=False)
        classroom.steer(room, action, value)
