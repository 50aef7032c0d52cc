"""Split information in a class: dealt evenly, each telephone its own slip, the key in the end."""

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.classroom import told
from course.classroom.classroom import Classroom
from course.classroom.phases import NotNowError
from course.classroom.room import Room
from course.classroom.store import SQLiteStore
from course.classroom.table import table
from course.classroom.taken_home import taken_home
from course.classroom.together.split import MOST_FACTS, SIZES, USUAL, place, rooms
from course.content.course import ours
from course.paths import LANGUAGES
from course.words.sentences import sentences
from tests.classroom.people import LESSON, a_class, steer


def gathered(people: int, store: SQLiteStore | None = None) -> tuple[Classroom, Room]:
    """A class that is at its split information, with so many telephones there."""
    classroom, room, _ = a_class(store)
    (step,) = (n for n in room.steps_together() if room.together(n) == "split")
    classroom.steer(room, "go", step)
    for one in range(people):
        told.own(classroom, room, f"p{one}", "en")
    return classroom, room


def slips(classroom: Classroom, room: Room, people: int) -> list[tuple[int, str]]:
    held = [told.own(classroom, room, f"p{one}", "en")["slip"] for one in range(people)]
    return [(one["room"], one["unit"]) for one in held]


def said_on_slips(language: str, lesson: str = LESSON) -> list[list[str]]:
    """The sentences of each slip, in the lesson's own source."""
    slips = ours().outline(lesson, language).slips
    return [[text for _, text in sentences(one["text"])] for one in slips]


@given(people=st.integers(0, 400), size=st.sampled_from(SIZES), slips=st.integers(2, 6))
@settings(max_examples=50)
def test_it_is_dealt_as_evenly_as_can_be(people: int, size: int, slips: int) -> None:
    many = rooms(people, size)
    assert many * size >= people
    dealt = Counter(place(n, slips, many) for n in range(people))
    by_slip = Counter(slip for n in range(people) for _, slip in [place(n, slips, many)])
    by_room = Counter(room for n in range(people) for room, _ in [place(n, slips, many)])
    for counted, ways in ((by_slip, slips), (dealt, slips * many)):
        assert max(counted.values(), default=0) - people // ways <= 1
    assert max(by_room.values(), default=0) - people // many <= slips


def test_twelve_share_one_room_three_to_a_table_and_forty_two_with_five() -> None:
    # As the guide forms its tables, and its line for forty people.
    for people, in_each, many in ((12, 3, 1), (40, 5, 2)):
        classroom, room = gathered(people)
        classroom.steer(room, "deal", 20)
        assert set(Counter(slips(classroom, room, people)).values()) == {in_each}
        assert len({at for at, _ in slips(classroom, room, people)}) == many


def test_the_instructor_is_told_how_many_rooms_each_size_makes_and_that_many_are_dealt() -> None:
    classroom, room = gathered(33)
    led = told.to_instructor(classroom, room, "en")["together"]
    by_size = {one["size"]: one["rooms"] for one in led["sizes"]}
    assert (by_size[20], by_size[8], by_size[40]) == (2, 5, 1)  # 33 in rooms of 20, 8 and 40
    assert led["usual"] == USUAL
    classroom.steer(room, "deal", 8)
    assert len(told.to_instructor(classroom, room, "en")["together"]["held"]) == by_size[8]


def test_nobody_has_a_slip_before_it_is_dealt_and_who_comes_late_gets_one() -> None:
    classroom, room = gathered(5)
    assert "slip" not in told.own(classroom, room, "p1", "en")
    classroom.steer(room, "deal", 20)
    before = slips(classroom, room, 5)
    units = [one["unit"] for one in ours().outline(LESSON, "en").slips]
    assert told.own(classroom, room, "late", "en")["slip"]["unit"] == units[5 % 4]
    assert slips(classroom, room, 5) == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_view_but_the_instructors_is_told_a_slip_or_the_key_before_its_time(
    language: str,
) -> None:
    classroom, room = gathered(8)
    classroom.steer(room, "deal", 8)
    jigsaw = ours().meeting(LESSON).jigsaw  # type: ignore[union-attr]
    assert jigsaw is not None
    key = jigsaw.key.in_language(language)
    for view in (told.common, told.on_screen):
        text = json.dumps(view(classroom, room, language), ensure_ascii=False)
        assert key not in text
        assert all(one not in text for each in said_on_slips(language) for one in each)
    assert told.to_instructor(classroom, room, language)["together"]["key"] == key
    steer(classroom, room, "reveal")
    shown = told.common(classroom, room, language)["together"]
    assert shown["key"] == key
    assert [[one["text"] for one in each["facts"]] for each in shown["facts"]] == said_on_slips(
        language
    )


def ticks(classroom: Classroom, room: Room, person: int, *facts: int) -> None:
    """Let somebody have told these sentences of their slip."""
    classroom.take_part(room, f"p{person}", room.at, {str(one): "told" for one in facts})


def heard(classroom: Classroom, room: Room) -> list[list[tuple[int, int]]]:
    """Of each sentence of each slip, in how many rooms it was told, and in which part first."""
    slips = told.common(classroom, room, "en")["together"]["facts"]
    return [[(one["rooms"], one["part"]) for one in each["facts"]] for each in slips]


def test_in_the_end_the_class_sees_what_was_told_and_in_which_part() -> None:
    classroom, room = gathered(8)  # two hold each slip, the fourth and the eighth the last
    classroom.steer(room, "deal", 8)
    ticks(classroom, room, 0, 1)
    ticks(classroom, room, 3, 0, 2)
    steer(classroom, room, "part")
    ticks(classroom, room, 0, 1, 0)  # what was told before keeps its part
    ticks(classroom, room, 7, 0)  # the other who holds that slip
    ticks(classroom, room, 3, 0)  # a tick that was a slip of the finger is taken away
    assert told.own(classroom, room, "p3", "en")["slip"]["told"] == ["0"]
    assert "facts" not in told.to_instructor(classroom, room, "en")["together"]
    steer(classroom, room, "reveal")
    first, second, third, fourth = heard(classroom, room)
    assert first[:3] == [(1, 2), (1, 1), (0, 0)]
    assert {*second, *third} == {(0, 0)}
    assert fourth[:3] == [(1, 1), (0, 0), (0, 0)]
    with pytest.raises(NotNowError, match="too-late"):
        ticks(classroom, room, 1, 0)


def test_of_several_rooms_it_is_told_in_how_many_and_when_first() -> None:
    classroom, room = gathered(16)
    classroom.steer(room, "deal", 4)
    assert room.chosen[room.at]["rooms"] == 4
    ticks(classroom, room, 0, 0)  # the first slip of the first room
    steer(classroom, room, "part")
    ticks(classroom, room, 4, 0)  # of the second
    steer(classroom, room, "reveal")
    assert heard(classroom, room)[0][0] == (2, 1)


@pytest.mark.parametrize("filled", [[], "0", 7, {"x": "told"}, {"-1": "told"}, {"99": "told"}])
def test_what_is_no_sentence_of_a_slip_is_refused_and_so_is_who_holds_none(filled: object) -> None:
    classroom, room = gathered(8)
    with pytest.raises(NotNowError, match="too-late"):  # nothing is dealt yet
        ticks(classroom, room, 0, 0)
    classroom.steer(room, "deal", 8)
    with pytest.raises(NotNowError, match="no-form"):
        classroom.take_part(room, "p0", room.at, filled)
    with pytest.raises(NotNowError, match="too-late"):
        classroom.take_part(room, "nobody", room.at, {"0": "told"})


def test_every_slip_of_the_course_has_as_many_sentences_in_both_languages() -> None:
    """They are ticked by number, and a class may have telephones in either language."""
    for lesson in ours().lessons():
        counts = [[len(each) for each in said_on_slips(one, lesson)] for one in LANGUAGES]
        assert counts[0] == counts[1], lesson
        assert max(counts[0]) <= MOST_FACTS


def test_it_goes_part_by_part_each_with_its_minutes_and_back() -> None:
    classroom, room = gathered(8)
    with pytest.raises(NotNowError):
        classroom.steer(room, "part")
    classroom.steer(room, "deal", 8)
    with pytest.raises(NotNowError):
        classroom.steer(room, "deal", 20)
    minutes = []
    for action in ("part", "part", "undo", "part", "reveal"):
        minutes.append(told.to_instructor(classroom, room, "en")["minutes"])
        steer(classroom, room, action)
    assert minutes == [8, 4, 8, 4, 8]  # data/meetings/06-across-boundaries.yml
    assert list(room.actions()) == ["undo"]


@pytest.mark.parametrize("size", [None, 3, 5, max(SIZES) + 1, True, "20", {}])
def test_no_other_size_is_dealt(size: object) -> None:
    classroom, room = gathered(8)
    with pytest.raises(NotNowError):
        classroom.steer(room, "deal", size)
    assert room.stand is not None
    assert room.stand.phase == "open"


def test_a_server_that_is_started_again_has_dealt_the_same(tmp_path: Path) -> None:
    file = tmp_path / "class.sqlite"
    classroom, room = gathered(9, SQLiteStore(file))
    classroom.steer(room, "deal", 4)
    again = Classroom(ours(), SQLiteStore(file), lambda: 1e9)
    found = again.rooms[room.about.id]
    assert found.about == room.about
    assert slips(again, found, 9) == slips(classroom, room, 9)


def test_what_is_no_exercise_takes_no_answer_and_is_in_no_table_or_file() -> None:
    classroom, room = gathered(8)
    before = dict(room.round(room.at, 1).answers)
    with pytest.raises(NotNowError, match="no-form"):
        classroom.answer(room, "p1", room.at, 1, 1, {"answer": "x"})
    assert room.round(room.at, 1).answers == before
    with pytest.raises(NotNowError):
        classroom.answer(room, "p1", room.steps_together()[-1] + 1, 1, 1, {"answer": "x"})
    with pytest.raises(NotNowError):
        classroom.steer(room, "hands", {"answer": {"x": 5}})
    classroom.steer(room, "deal", 8)
    steer(classroom, room, "reveal")
    assert len(table(classroom, room, "en").splitlines()) == 1
    assert taken_home(classroom, room, "p1", "en").count(b"answer") == 0


def test_a_room_of_an_earlier_version_has_nothing_to_do_together(tmp_path: Path) -> None:
    store = SQLiteStore(tmp_path / "class.sqlite")
    _, room, _ = a_class(store)
    store._file.execute("UPDATE rooms SET about=json_remove(about, '$.together')")
    (found,) = SQLiteStore(tmp_path / "class.sqlite").rooms()
    assert (found.about.together, found.about.steps) == ((), room.about.steps)
