"""The class's own network: sums alone, nothing of too few, and no way back to an answer."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from course.classroom import told
from course.classroom.classroom import Classroom
from course.classroom.phases import NotNowError
from course.classroom.room import Room
from course.classroom.store import KeepingError, SQLiteStore
from course.classroom.summary import summary
from course.classroom.together.network import MOST_UNITS, added, shown
from course.content.course import ours
from course.networks.measures import ei_by_chance
from course.paths import LANGUAGES, ROOT
from tests.classroom.people import a_class, of_a_file, steer

UNITS = ["Home care", "Needs assessment", "Families", "Staff"]


def begun(store: SQLiteStore | None = None) -> tuple[Classroom, Room]:
    classroom, room, _ = a_class(store)
    (step,) = (n for n in room.steps_together() if room.together(n) == "network")
    classroom.steer(room, "go", step)
    classroom.steer(room, "deal", UNITS)
    return classroom, room


def send(classroom: Classroom, room: Room, person: str, **filled: str) -> None:
    given = {key.removeprefix("u"): value for key, value in filled.items()}
    classroom.answer(
        room, person, room.at, 1, 1, {"from" if k == "mine" else k: v for k, v in given.items()}
    )


def six(classroom: Classroom, room: Room) -> None:
    """Two of each of the first three units; what it comes to is counted by hand below."""
    for n, filled in enumerate(
        [
            {"mine": "0", "u1": "3", "u2": "1", "within": "4", "beyond": "2"},
            {"mine": "0", "u1": "1", "u2": "0", "within": "2", "beyond": "2"},
            {"mine": "1", "u0": "4", "u2": "2", "within": "3", "beyond": "1"},
            {"mine": "1", "u0": "0", "u3": "1", "within": "3", "beyond": "1"},
            {"mine": "2", "u0": "2", "u3": "2", "within": "4", "beyond": "2"},
            {"mine": "2", "u0": "0", "u1": "0"},
        ]
    ):
        send(classroom, room, f"p{n}", **filled)


def test_a_tie_is_as_strong_as_two_name_it_and_the_index_is_of_the_sums() -> None:
    classroom, room = begun()
    six(classroom, room)
    steer(classroom, room, "reveal")
    made = shown(room, room.at)
    assert made["n"] == 6
    # 0-1: named 3, 1, 4 -> two name it 3 at least. 0-2: 1 and 2 -> 1. 1-2: one alone. 3 is named
    # by one of two units each, which makes no two for either tie.
    assert made["ties"] == [[0, 1, 3], [0, 2, 1]]
    assert made["alone"] == [3]
    # (8 - 16) / 24 of the five who told how many; by chance with four units 1 - 2 / 4.
    assert (made["ei"], made["chance"]) == (-0.33, 0.5)
    assert made["chance"] == pytest.approx(ei_by_chance([10_000] * 4), abs=1e-3)


def test_who_is_alone_in_answering_for_a_unit_is_not_told_of() -> None:
    classroom, room = begun()
    six(classroom, room)
    send(classroom, room, "alone", mine="3", u0="4", u1="4")
    steer(classroom, room, "reveal")
    assert shown(room, room.at)["ties"] == [[0, 1, 3], [0, 2, 1]]
    # Two others name it: then it is there.
    classroom, room = begun()
    for n in range(5):
        send(classroom, room, f"p{n}", mine="0", u3="2")
    send(classroom, room, "alone", mine="3", u0="4")
    assert shown(room, room.at)["ties"] == [[0, 3, 2]]


def test_nothing_is_shown_of_fewer_than_five_nor_added_when_it_has_been_seen() -> None:
    classroom, room = begun()
    for n in range(4):
        send(classroom, room, f"p{n}", mine="0", u1="2")
    steer(classroom, room, "reveal")
    assert told.common(classroom, room, "en")["together"]["map"]["n"] is None
    steer(classroom, room, "undo")  # of four nothing was seen, so that more can answer
    for n in range(4, 6):
        send(classroom, room, f"p{n}", mine="0", u1="2")
    steer(classroom, room, "reveal")
    assert shown(room, room.at)["n"] == 6
    with pytest.raises(NotNowError, match="too-late"):
        send(classroom, room, "late", mine="0", u1="2")
    steer(classroom, room, "undo")
    with pytest.raises(NotNowError, match="too-late"):
        send(classroom, room, "late", mine="0", u1="2")


@of_a_file
def test_a_map_that_could_not_be_kept_has_not_been_seen() -> None:
    classroom, room = begun()
    six(classroom, room)
    before = json.dumps(room.state())
    classroom.store.close()  # SQLite writes no more
    with pytest.raises(KeepingError):
        steer(classroom, room, "reveal")
    assert json.dumps(room.state()) == before
    assert added(room, room.at, "one more", {"from": "0"}) is not None


def test_an_answer_counts_once_and_cannot_be_changed() -> None:
    classroom, room = begun()
    for strength in ("2", "2", "4"):
        send(classroom, room, "me", mine="0", u1=strength)
    assert told.own(classroom, room, "me", "en")["sent"] is True
    assert told.own(classroom, room, "you", "en")["sent"] is False
    assert told.to_instructor(classroom, room, "en")["answered"] == 1


def test_what_is_kept_leads_from_nobody_to_an_answer(tmp_path: Path) -> None:
    file = tmp_path / "class.sqlite"
    classroom, room = begun(SQLiteStore(file))
    six(classroom, room)
    rows = classroom.store._file.execute("SELECT person, answer FROM answers").fetchall()  # type: ignore[attr-defined]
    ((name, answer),) = rows
    assert not any(f'"p{n}"' in name + answer for n in range(6))
    row = json.loads(answer)
    assert row["from"] == [2, 2, 2, 0]
    assert row["ties"]["0-1"] == [0, 1, 0, 1, 0]
    assert row["who"] == sorted(row["who"])
    # Started again, it has all of them and adds to them.
    again = Classroom(ours(), SQLiteStore(file), lambda: 1e9)
    found = again.rooms[room.about.id]
    assert shown(found, found.at) == shown(room, room.at)
    send(again, found, "p0", mine="0", u1="4")
    assert shown(found, found.at)["n"] == 6


@of_a_file
def test_another_process_adds_to_the_same_row(tmp_path: Path) -> None:
    # A row for each would have the answer of one alone where one telephone is at that process.
    file = tmp_path / "class.sqlite"
    classroom, room = begun(SQLiteStore(file))
    send(classroom, room, "p0", mine="0", u1="4")
    other = f"""
from pathlib import Path
from tests.classroom.test_own_network import Classroom, SQLiteStore, ours, send
classroom = Classroom(ours(), SQLiteStore(Path({str(file)!r})), lambda: 1e9)
(room,) = classroom.rooms.values()
send(classroom, room, "p1", mine="1", u0="2")
"""
    subprocess.run([sys.executable, "-c", other], cwd=ROOT, check=True)
    again = Classroom(ours(), SQLiteStore(file), lambda: 1e9)
    found = again.rooms[room.about.id]
    ((_, given),) = found.round(found.at, 1).answers.items()
    assert len(given.answer["who"]) == 2
    assert given.answer["ties"] == {"0-1": [0, 0, 0, 0, 1], "1-0": [0, 0, 1, 0, 0]}


@pytest.mark.parametrize(
    "filled", [None, 3, "x", [], {}, {"from": "9"}, {"from": 0}, {"from": "-1"}, {"from": "²"}]
)
def test_what_no_telephone_would_send_is_refused(filled: object) -> None:
    classroom, room = begun()
    if filled is None:
        classroom.answer(room, "me", room.at, 1, 1, filled)
    else:
        with pytest.raises(NotNowError):
            classroom.answer(room, "me", room.at, 1, 1, filled)
    assert told.to_instructor(classroom, room, "en")["answered"] == 0


@pytest.mark.parametrize("units", [None, "A", [], ["A"], ["A", " A "], [1, 2], ["x"] * 3])
def test_units_are_two_at_least(units: object) -> None:
    classroom, room, _ = a_class()
    classroom.steer(room, "go", room.steps_together()[1])
    with pytest.raises(NotNowError, match="units"):
        classroom.steer(room, "deal", units)


def test_there_are_no_more_units_than_a_telephone_can_show() -> None:
    classroom, room, _ = a_class()
    classroom.steer(room, "go", room.steps_together()[1])
    with pytest.raises(NotNowError, match="units"):
        classroom.steer(room, "deal", [f"unit {n}" for n in range(MOST_UNITS + 1)])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_view_is_told_it_and_the_summary_once_it_is_shown(language: str) -> None:
    classroom, room = begun()
    six(classroom, room)
    assert summary(classroom, room, language)["parts"] == []
    assert "map" not in told.common(classroom, room, language)["together"]
    steer(classroom, room, "reveal")
    for view in (told.common, told.on_screen, told.to_instructor):
        json.dumps(view(classroom, room, language), allow_nan=False)
    (part,) = summary(classroom, room, language)["parts"]
    assert part["together"]["theirs"]["name"] == "Älvhamn"
