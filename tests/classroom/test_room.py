"""A room as several processes know it: what follows from what is kept, and what is learnt."""

from course.classroom.classroom import Classroom
from course.classroom.room import News, Note, Room
from course.content.course import ours
from tests.classroom.people import a_class, a_store, choose, places, steer, step_of


def learnt(room: Room) -> Room:
    """How another process knows the room, of which it has been told everything."""
    answers = [
        (step, round, person, given)
        for (step, round), kept in room.rounds.items()
        for person, given in kept.answers.items()
    ]
    other = Room(room.about)
    other.learn(News(room.state(), answers, [*room.notes.values()]))
    for at in room.rounds:  # some are known and have no answers
        other.round(*at)
    return other


def test_what_is_learnt_of_a_room_is_all_of_it() -> None:
    classroom, room, _ = a_class()
    classroom.steer(room, "go", step_of(room, "wall"))
    a, b, *_ = places(classroom, room, room.at)
    choose(classroom, room, [a] * 6 + [b] * 7)
    classroom.share(room, room.at, "words")
    steer(classroom, room, "close", "show", "revise")
    other = learnt(room)
    assert other == room
    other.learn(News())  # nothing new
    assert other == room
    other.learn(News(notes=[Note(2, room.at, "others")]))
    assert [note.text for note in other.notes.values()] == ["others"]


def test_a_version_follows_from_what_is_kept(tmp_path) -> None:
    # Two processes of one address have to give a telephone the same, whichever it asks.
    store = a_store(tmp_path / "class.sqlite")
    classroom, room, key = a_class(store)
    classroom.steer(room, "go", step_of(room, "wall"))
    a, *_ = places(classroom, room, room.at)
    versions = [room.version]
    for first in (0, 20):
        choose(classroom, room, [a] * 12, first=first)
        versions.append(room.version)
        steer(classroom, room, *(["close", "show"] if first == 0 else ["revise"]))
        versions.append(room.version)
        again = Classroom(ours(), store, lambda: 1e9).by_key(key)
        assert again is not None
        assert again.version == room.version == learnt(room).version
    # 12 answers before they are shown change nothing; of 12 that come late, ten join, five by five.
    assert versions[1] == versions[0]
    assert versions[3] > versions[2]
    store.close()
