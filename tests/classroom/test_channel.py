"""The idea channel, played by the room; expected values are counted by hand.

Six send at the New Year, and wait one, two, three, one, two and three quarters. With one test a
quarter the first is tested and the fourth gives up; then the second is tested and the fifth gives
up; then the third is tested and the sixth gives up. With two a quarter the first and second are
tested and the fourth gives up; then the third and the fifth; then the sixth.

With replies and one test a quarter the first four are told of a quarter each, and two are told no;
with two all are tested by the third quarter.
"""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.classroom import told
from course.classroom.classroom import Classroom
from course.classroom.phases import NotNowError
from course.classroom.room import Room
from course.classroom.together.channel import LEAST, LONGEST, TESTS
from course.classroom.together.year import PATIENCE, QUARTERS, became, patience, promised, steps
from course.paths import LANGUAGES
from course.plain import Json
from tests.classroom.people import a_play, steer

IDEA = {"idea": "sent"}


def as_set(tests: list[int], **more: list[int]) -> Json:
    """What the instructor's page sends; nobody has a reply unless it is set."""
    return {"tests": tests, "patience": [LONGEST, LONGEST], "replies": [0, 0], **more}


def played(
    people: int, tests: list[int] | None = None, **more: list[int]
) -> tuple[Classroom, Room]:
    """A class that has gone to it, whose channel is open if ``tests`` are set."""
    classroom, room = a_play("channel", people, lesson="05-idea-to-use")
    if tests is not None:
        classroom.steer(room, "deal", as_set(tests, **more))
    return classroom, room


def sends(classroom: Classroom, room: Room, *people: int) -> None:
    """Let some people send their ideas."""
    for person in people:
        classroom.take_part(room, f"p{person}", room.at, IDEA)


def now(classroom: Classroom, room: Room) -> tuple[int, ...]:
    """Ideas that are new, wait, are tested, are lost."""
    year = told.common(classroom, room, "en")["together"]["years"][-1]
    return tuple(year[one] for one in ("new", "waiting", "tested", "lost"))


def own(classroom: Classroom, room: Room, person: int) -> Json:
    """What a telephone is told of its idea."""
    told_to = told.own(classroom, room, f"p{person}", "en")
    return {one: told_to[one] for one in ("patience", "sent", "idea", "place") if one in told_to}


def to_the_end(classroom: Classroom, room: Room) -> list[Json]:
    """Step through what is left; the years as they stood in the end."""
    while "part" in room.actions():
        steer(classroom, room, "part")
    years: list[Json] = told.common(classroom, room, "en")["together"]["years"]
    return years


def test_with_replies_nobody_is_lost_and_each_knows_when_or_why_not() -> None:
    classroom, room = played(6, [1, 1], replies=[0, 1])
    sends(classroom, room, *range(6))
    for _ in range(QUARTERS + 2):  # the whole first year, and the New Year of the second
        steer(classroom, room, "part")
    assert told.own(classroom, room, "p1", "en")["replies"]
    assert "patience" not in own(classroom, room, 1)  # nobody waits to hear
    assert now(classroom, room) == (6, 0, 0, 0)
    steer(classroom, room, "part")
    told_to = [told.own(classroom, room, f"p{n}", "en") for n in range(6)]
    assert [(one["idea"], one["due"]) for one in told_to] == [
        ("tested", 1),
        ("promised", 2),
        ("promised", 3),
        ("promised", 4),
        ("refused", 0),
        ("refused", 0),
    ]
    silent, replied = to_the_end(classroom, room)
    states = ("waiting", "tested", "lost", "promised", "refused")
    assert [silent[one] for one in states] == [0, 3, 3, 0, 0]
    assert [replied[one] for one in states] == [0, 4, 0, 0, 2]
    assert room.stands[room.at].round == steps(replies=False) + steps(replies=True)


def test_twice_the_patience_tests_no_more_in_the_year_and_the_rest_take_next_years_places() -> None:
    """Two ideas a quarter for one test: as in the lesson's exercise, the queue is what grows."""
    classroom, room = played(8, [1, 1], patience=[2, 4])
    for quarter in range(QUARTERS):
        sends(classroom, room, 2 * quarter, 2 * quarter + 1)
        steer(classroom, room, "part")
    first, second = to_the_end(classroom, room)
    assert [year["tested"] - year["after"] for year in (first, second)] == [4, 4]
    assert second["after"] > first["after"]
    assert own(classroom, room, 3)["patience"] == 4


def test_who_sends_later_has_what_is_left_of_the_years_tests() -> None:
    assert promised([(0, 1)] * 3 + [(2, 1)] * 2, 1) == [1, 2, 3, 4, 0]
    assert promised([(0, 1)] * 3 + [(2, 1)] * 2, 2) == [1, 1, 2, 3, 3]


def test_a_year_of_one_test_a_quarter_loses_half_and_one_of_two_loses_one() -> None:
    classroom, room = played(6, [1, 2])
    sends(classroom, room, *range(6))
    seen = [now(classroom, room)]
    while "part" in room.actions():
        steer(classroom, room, "part")
        seen.append(now(classroom, room))
    ends = (0, 0, 3, 3)
    one = [(6, 0, 0, 0), (0, 4, 1, 1), (0, 2, 2, 2), ends, ends, ends]
    ends = (0, 0, 5, 1)
    two = [(6, 0, 0, 0), (0, 3, 2, 1), (0, 1, 4, 1), ends, ends, ends]
    assert seen == one + two
    years = told.common(classroom, room, "en")["together"]["years"]
    assert [(year["tests"], year["tested"]) for year in years] == [(1, 3), (2, 5)]
    steer(classroom, room, "again")
    assert now(classroom, room) == (6, 0, 0, 0)


def test_a_telephone_knows_its_place_in_the_queue_and_what_became_of_its_idea() -> None:
    classroom, room = played(6, [1, 2])
    assert own(classroom, room, 4) == {"patience": 2, "sent": False}
    sends(classroom, room, 5, 4, 3, 2)  # first come, first served: not in the order of coming in
    assert own(classroom, room, 4) == {"patience": 2, "sent": True, "idea": "new", "place": 0}
    steer(classroom, room, "part")
    became = [own(classroom, room, person).get("idea") for person in range(6)]
    assert became == [None, None, "waiting", "lost", "waiting", "tested"]
    assert [own(classroom, room, person)["place"] for person in (4, 2)] == [1, 2]


def test_an_idea_comes_in_the_quarter_in_which_it_was_sent_each_time_that_it_is_seen() -> None:
    classroom, room = played(6, [1, 2])
    sends(classroom, room, 0)
    steer(classroom, room, "part")
    sends(classroom, room, 1)
    sends(classroom, room, 1, 0)  # once is enough
    assert now(classroom, room) == (1, 0, 1, 0)
    steer(classroom, room, "undo")
    assert now(classroom, room) == (1, 0, 0, 0)
    assert own(classroom, room, 1)["idea"] == "later"
    steer(classroom, room, "part", "part")
    assert now(classroom, room) == (0, 0, 2, 0)


def test_who_comes_late_can_send_until_the_year_is_over() -> None:
    classroom, room = played(6, [1, 2])
    steer(classroom, room, "part")
    sends(classroom, room, 6)  # comes in by sending
    assert own(classroom, room, 6)["idea"] == "new"
    for _ in range(QUARTERS - 1):
        steer(classroom, room, "part")
    assert not told.common(classroom, room, "en")["together"]["open"]
    with pytest.raises(NotNowError, match="too-late"):
        sends(classroom, room, 0)
    sends(classroom, room, 6)  # again, from a telephone that had no answer: nothing is wrong


def test_nothing_is_sent_before_the_channel_opens_and_nothing_but_an_idea() -> None:
    classroom, room = played(6)
    with pytest.raises(NotNowError, match="too-late"):
        sends(classroom, room, 0)
    classroom.steer(room, "deal", as_set([1, 2]))
    for odd in ({}, {"idea": "x" * 999}, [], "idea", 7):
        with pytest.raises(NotNowError, match="no-form"):
            classroom.take_part(room, "p0", room.at, odd)
    assert now(classroom, room) == (0, 0, 0, 0)


def test_too_few_and_what_no_page_sends_are_refused_in_words() -> None:
    classroom, room = played(LEAST - 1)
    with pytest.raises(NotNowError, match="five-phones"):
        classroom.steer(room, "deal", as_set([1, 2]))
    with pytest.raises(NotNowError, match="not-offered"):
        classroom.steer(room, "deal", as_set([1, 5]))


def test_what_is_usual_follows_from_how_many_are_there() -> None:
    # A twelfth and a fourth of them, or the next that can be set: 1 and 3; 83.3 and 250.
    for people, usual in ((12, [1, 3]), (1000, [120, 250])):
        classroom, room = played(people)
        tests, *_ = told.to_instructor(classroom, room, "en")["together"]["settings"]
        assert (tests["name"], tests["usual"]) == ("tests", usual)


ideas = st.lists(st.tuples(st.integers(0, QUARTERS - 1), st.integers(1, PATIENCE[-1])), max_size=40)


@given(ideas, st.sampled_from(TESTS), st.booleans())
def test_every_idea_ends_and_no_quarter_tests_more_than_it_can(
    sent: list[tuple[int, int]], tests: int, replies: bool
) -> None:
    before = 0
    for step in range(QUARTERS + 1):
        tested = became(sent, tests, step, replies=replies).count("tested")
        assert 0 <= tested - before <= tests
        before = tested
    ends = {"tested", "refused"} if replies else {"tested", "lost"}
    assert {*became(sent, tests, steps(replies) - 1, replies=replies)} <= ends


@given(ideas, st.sampled_from(TESTS))
def test_replies_never_test_fewer_in_the_year(sent: list[tuple[int, int]], tests: int) -> None:
    ideas = sorted(sent)  # as they come into the queue
    silent = became(ideas, tests, QUARTERS).count("tested")
    assert became(ideas, tests, QUARTERS, replies=True).count("tested") >= silent


def test_patience_is_dealt_evenly() -> None:
    assert [patience(order, longest=3) for order in range(6)] == [1, 2, 3, 1, 2, 3]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_view_is_told_of_it_and_no_view_of_a_person(language: str) -> None:
    classroom, room = played(8)
    for action, value in (("deal", as_set([1, 2])), ("part", None), ("reveal", None)):
        for view in (told.common, told.on_screen, told.to_instructor):
            assert '"p1"' not in json.dumps(view(classroom, room, language), allow_nan=False)
        classroom.steer(room, action, value)
        if action == "deal":
            sends(classroom, room, *range(8))
