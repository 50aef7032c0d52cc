"""A class from beginning to end, without a server: what is taken, kept, shown and refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.classroom.classroom import Classroom
from course.classroom.phases import NotNowError
from course.classroom.questions import NotTakenError
from course.classroom.results import result
from course.classroom.room import LIFETIME, Room
from course.classroom.store import KeepingError, SQLiteStore
from course.content.course import ours
from course.plain import Json
from tests.classroom.people import (
    LESSON,
    a_class,
    a_store,
    choose,
    of_a_file,
    places,
    steer,
    step_of,
)


def begun(exercise: str = "wall") -> tuple[Classroom, Room, list[str]]:
    """A class that is at an exercise, and what can be chosen there."""
    classroom, room, _ = a_class()
    step = step_of(room, exercise)
    classroom.steer(room, "go", step)
    return classroom, room, places(classroom, room, step)


def shown(classroom: Classroom, room: Room) -> Json:
    poll = classroom.questions.poll(room, room.at, "en")
    assert poll is not None
    return result(room, room.at, poll)


def test_a_room_is_found_by_its_code_its_door_and_its_key_and_by_nothing_else() -> None:
    classroom, room, key = a_class()
    code = room.about.code
    assert classroom.by_code(f" {code[:3].lower()}-{code[3:]} ") is room
    assert classroom.by_door(room.about.door) is room
    assert classroom.by_key(key) is room
    assert classroom.by_code("") is classroom.by_door("") is classroom.by_key("") is None
    assert classroom.by_key(room.about.key) is None  # what is kept of the key opens nothing


def test_the_same_answer_again_counts_once_and_a_later_one_replaces_it() -> None:
    classroom, room, (a, b, *_) = begun()
    for n, place in ((1, a), (1, a), (2, b), (1, a)):
        classroom.answer(room, "me", room.at, 1, n, {"answer": place})
    kept = room.round(room.at, 1).answers
    assert [(one.n, one.answer) for one in kept.values()] == [(2, b)]


def test_nothing_is_told_before_it_is_shown() -> None:
    classroom, room, (a, *_) = begun()
    choose(classroom, room, [a] * 8)
    told = shown(classroom, room)
    assert (told["rounds"], told["moves"], told["rows"][0]["cells"]) == ([], None, [])


def test_fewer_than_five_are_not_told_when_they_are_shown() -> None:
    classroom, room, (a, *_) = begun()
    choose(classroom, room, [a] * 4)
    steer(classroom, room, "close", "show")
    told = shown(classroom, room)
    assert told["rounds"] == [None]
    assert told["rows"][0]["cells"] == []


def test_small_places_are_told_together() -> None:
    classroom, room, (a, b, c, *_) = begun()
    choose(classroom, room, [a] * 8 + [b] * 3 + [c] * 2)
    steer(classroom, room, "close", "show")
    cells = shown(classroom, room)["rows"][0]["cells"]
    assert cells[0] == {"places": [a], "n": [8]}
    assert cells[1]["n"] == [5]
    assert {b, c} <= set(cells[1]["places"])


def test_late_answers_join_what_is_shown_five_at_a_time() -> None:
    classroom, room, (a, *_) = begun()
    choose(classroom, room, [a] * 8)
    steer(classroom, room, "close", "show")
    versions = []
    for late in range(5):
        choose(classroom, room, [a], first=100 + late)
        versions.append((room.version, shown(classroom, room)["rounds"]))
    assert [rounds for _, rounds in versions] == [[8]] * 4 + [[13]]
    assert len({version for version, _ in versions[:4]}) == 1  # nobody is told of a single one


def test_what_is_revised_stands_beside_what_was_thought_alone_and_who_moved_is_a_flow() -> None:
    classroom, room, (a, b, *_) = begun()
    choose(classroom, room, [a] * 6 + [b] * 12)
    steer(classroom, room, "close", "show", "revise")
    choose(classroom, room, [a] * 11 + [b] * 7, round=2)
    assert shown(classroom, room)["rounds"] == [18]  # the second is not shown yet
    steer(classroom, room, "close", "show")
    told = shown(classroom, room)
    assert told["rounds"] == [18, 18]
    assert [cell["n"] for cell in told["rows"][0]["cells"]][:2] == [[6, 11], [12, 7]]
    assert told["moves"]["changed"] == 5
    assert told["moves"]["flow"] == [[*one] for one in sorted([(a, a, 6), (b, a, 5), (b, b, 7)])]


def test_a_flow_is_not_told_where_those_who_left_could_be_seen_by_the_difference() -> None:
    classroom, room, (a, b, *_) = begun()
    choose(classroom, room, [a] * 8 + [b] * 12)
    steer(classroom, room, "close", "show", "revise")
    choose(classroom, room, [a] * 6 + [b] * 12, round=2, first=2)  # p0 and p1, who chose a, left
    steer(classroom, room, "close", "show")
    told = shown(classroom, room)
    assert [cell["n"] for cell in told["rows"][0]["cells"]][:2] == [[8, 6], [12, 12]]
    assert told["moves"] == {"n": 18, "flow": None, "changed": 0, "few": None}


def test_after_the_reveal_no_answer_is_taken() -> None:
    classroom, room, (a, *_) = begun()
    choose(classroom, room, [a] * 5)
    steer(classroom, room, "close", "show", "reveal")
    with pytest.raises(NotNowError, match="too-late"):
        choose(classroom, room, [a], first=50)


def test_going_back_to_an_exercise_finds_it_as_it_was_left() -> None:
    classroom, room, (a, *_) = begun()
    choose(classroom, room, [a] * 6)
    steer(classroom, room, "close", "show")
    at = room.at
    classroom.steer(room, "go", (at + 1) % len(room.about.steps))
    classroom.steer(room, "go", at)
    assert room.stand is not None
    assert room.stand.phase == "shown"


def test_hands_are_counted_as_answers_are() -> None:
    classroom, room, (a, b, *_) = begun()
    classroom.steer(room, "hands", {"answer": {a: 7, b: 5, "no-such": 3}})
    steer(classroom, room, "close", "show")
    told = shown(classroom, room)
    assert told["rounds"] == [12]
    assert [cell["n"] for cell in told["rows"][0]["cells"]][:2] == [[7], [5]]
    classroom.steer(room, "hands", {"answer": {a: 0}})
    assert shown(classroom, room)["rounds"] == [None]  # they were typed in by mistake


def test_hands_take_the_mask_off_no_place_that_few_telephones_chose() -> None:
    classroom, room, (a, b, *_) = begun()
    choose(classroom, room, [a] * 8 + [b] * 3)
    steer(classroom, room, "close", "show")
    classroom.steer(room, "hands", {"answer": {b: 4}})  # 7 less 4 would tell of the three
    cells = shown(classroom, room)["rows"][0]["cells"]
    assert [cell["n"] for cell in cells] == [[15]]


def test_hands_are_told_without_the_answers_of_a_few_telephones() -> None:
    classroom, room, (a, b, *_) = begun()
    choose(classroom, room, [a] * 2 + [b])
    classroom.steer(room, "hands", {"answer": {a: 9}})
    steer(classroom, room, "close", "show")
    told = shown(classroom, room)
    assert (told["rounds"], told["rows"][0]["cells"][0]) == ([9], {"places": [a], "n": [9]})


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=4, max_size=4))
@settings(max_examples=60, deadline=None)
def test_no_small_number_is_told_with_hands_nor_is_left_without_them(
    numbers: list[tuple[int, int]],
) -> None:
    classroom, room, options = begun()
    by_phone, by_hand = ({id: n[i] for id, n in zip(options, numbers, strict=True)} for i in (0, 1))
    choose(classroom, room, [id for id, n in by_phone.items() for _ in range(n)])
    if any(by_hand.values()):
        classroom.steer(room, "hands", {"answer": by_hand})
    steer(classroom, room, "close", "show")
    is_told = sum(by_phone.values()) >= 5
    for cell in shown(classroom, room)["rows"][0]["cells"]:
        chosen = sum(by_phone[id] for id in cell["places"]) if is_told else 0
        raised = sum(by_hand[id] for id in cell["places"])
        assert cell["n"] == [chosen + raised]
        assert all(n == 0 or n >= 5 for n in (chosen, chosen + raised))


@pytest.mark.parametrize("hands", [None, 3, {}, {"answer": 4}, {"other": {}}, []])
def test_hands_that_are_none_are_refused(hands: object) -> None:
    classroom, room, _ = begun()
    with pytest.raises(NotNowError):
        classroom.steer(room, "hands", hands)


@pytest.mark.parametrize(
    "filled", [None, 1, "a", [], {}, {"answer": 1}, {"other": "x"}, {"answer": "x"}]
)
def test_what_no_telephone_would_send_is_no_answer(filled: object) -> None:
    classroom, room, _ = begun()
    with pytest.raises(NotTakenError, match="answer"):
        classroom.answer(room, "me", room.at, 1, 1, filled)
    assert room.round(room.at, 1).answers == {}


def test_an_answer_to_what_has_not_been_begun_is_refused() -> None:
    classroom, room, (a, *_) = begun()
    for step, round in ((room.at, 2), (room.at, 99), (999, 1), (-1, 1)):
        with pytest.raises(NotNowError):
            classroom.answer(room, "me", step, round, 1, {"answer": a})


def test_shared_words_wait_until_the_instructor_lets_them_in() -> None:
    classroom, room, _ = begun()
    classroom.share(room, room.at, "  One   more\nthing " + "x" * 900)
    (note,) = room.notes.values()
    assert note.text.startswith("One more thing x")
    assert len(note.text) == 600
    assert not note.shown
    classroom.steer(room, "let-in", note.id)
    assert room.notes[note.id].shown
    classroom.steer(room, "take-away", note.id)
    assert room.notes == {}


def test_a_server_that_is_started_again_goes_on_where_it_was(tmp_path) -> None:
    file = tmp_path / "class.sqlite"
    classroom, room, key = a_class(a_store(file))
    classroom.steer(room, "go", step_of(room, "wall"))
    a, b, *_ = places(classroom, room, room.at)
    choose(classroom, room, [a] * 6 + [b] * 6)
    steer(classroom, room, "close", "show")
    classroom.share(room, room.at, "words")
    again = Classroom(ours(), a_store(file), lambda: 1e9)  # and the first was never closed
    found = again.by_key(key)
    assert found is not None
    assert found.about == room.about
    assert found.state() == room.state()
    assert found.notes == room.notes
    assert found.round(found.at, 1) == room.round(room.at, 1)
    assert shown(again, found) == shown(classroom, room)


@of_a_file
def test_what_cannot_be_kept_is_neither_acknowledged_nor_counted(tmp_path) -> None:
    store = SQLiteStore(tmp_path / "class.sqlite")
    classroom, room, _ = a_class(store)
    classroom.steer(room, "go", step_of(room, "wall"))
    a, *_ = places(classroom, room, room.at)
    store._file.execute("PRAGMA max_page_count=1")  # SQLite itself says that the disk is full

    def answer_until_it_is_full() -> None:
        for person in range(1000):
            classroom.answer(room, f"p{person}" * 20, room.at, 1, 1, {"answer": a})

    with pytest.raises(KeepingError, match="full"):
        answer_until_it_is_full()
    counted = len(room.round(room.at, 1).answers)
    assert counted == store._file.execute("SELECT COUNT(*) FROM answers").fetchone()[0]
    store._file.execute("PRAGMA max_page_count=100000")
    classroom.answer(room, "me", room.at, 1, 1, {"answer": a})
    assert len(room.round(room.at, 1).answers) == counted + 1


@of_a_file
def test_a_room_that_is_ended_leaves_nothing_in_the_file(tmp_path) -> None:
    store = SQLiteStore(tmp_path / "class.sqlite")
    classroom, room, _ = a_class(store)
    classroom.steer(room, "go", step_of(room, "wall"))
    classroom.share(room, room.at, "a most unlikely sentence")
    classroom.end(room)
    assert classroom.by_code(room.about.code) is None
    left = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"unlikely sentence" not in left
    assert room.about.door.encode() not in left


def test_a_room_dies_after_a_day() -> None:
    times = [1e9]
    classroom, room, _ = a_class(now=lambda: times[0])
    times[0] += LIFETIME - 1
    assert classroom.end_old() == []
    times[0] += 1
    assert classroom.end_old() == [room]
    assert list(classroom.store.rooms()) == []


def test_a_clock_that_is_put_right_ends_no_class() -> None:
    wall, ticks = [1e9], [0.0]
    store = a_store()
    classroom = Classroom(ours(), store, lambda: wall[0], lambda: ticks[0])
    room, key = classroom.begin(LESSON, "en")
    wall[0] += 3 * LIFETIME  # the laptop woke up in another year
    ticks[0] += LIFETIME - 1
    assert classroom.end_old() == []
    wall[0] = 1e9 - LIFETIME
    again = Classroom(ours(), store, lambda: wall[0], lambda: ticks[0])
    assert again.by_key(key) is not None  # begun tomorrow, it seems
    ticks[0] += 1
    assert classroom.end_old() == [room]
    store.close()


@pytest.mark.parametrize("smallest", [0, 3, 11])
def test_the_smallest_group_is_from_four_to_ten(smallest: int) -> None:
    classroom, _, _ = a_class()
    with pytest.raises(NotTakenError, match="smallest"):
        classroom.begin(LESSON, "en", smallest)
