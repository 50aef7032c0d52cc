"""Journals merged: what is latest is decided by clock and id, however the lines came."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from course.journal import Event, Imported, Journal, MemoryStore
from course.journal.moment import DAY, at

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
CLOCK = 1795608000000  # NOW in milliseconds: date -d 2026-11-25T12:00Z +%s000
HOUR = 3_600_000


def opened() -> Journal:
    return Journal(MemoryStore(), clock=lambda: NOW)


def line(id: str, clock: int, **more: object) -> bytes:
    said = {
        "id": id,
        "time": at(clock),
        "clock": clock,
        "type": "answer",
        "lesson": "l",
        "language": "sv",
        "exercise": "e",
        "answer": id,
        "verdict": None,
        "fingerprint": "f",
    }
    return json.dumps({**said, **more}).encode()


def place(id: str, clock: int, lesson: str) -> bytes:
    said = {"id": id, "time": at(clock), "clock": clock, "type": "place", "lesson": lesson}
    return json.dumps({**said, "language": "sv", "cell": id}).encode()


def state(journal: Journal) -> tuple[Any, ...]:
    """All that can be asked, and the export without the time at its head."""
    return (
        journal.events(),
        journal.answers("l", "e"),
        journal.latest("l", "e"),
        journal.latest("m", "e"),
        journal.place(),
        journal.place("l"),
        journal.export().partition(b"\n")[2],
    )


# Few clocks, so that many are the same and the id decides; up to a day ahead of now.
CLOCKS = st.integers(-3, 3).map(lambda n: CLOCK + n * 8 * HOUR)


@st.composite
def journals(draw: st.DrawFn) -> list[list[bytes]]:
    """Parts of one learner's lines: an event may be in several, and is the same in each."""
    pool = []
    for number, clock in enumerate(draw(st.lists(CLOCKS, max_size=12))):
        id, lesson = f"{number * 7 % 10}-{number}", draw(st.sampled_from("lm"))
        kind = draw(st.sampled_from(["answer", "place", "wish", "landed"]))
        made = place(id, clock, lesson) if kind == "place" else line(id, clock, lesson=lesson)
        if kind == "wish":
            made = line(id, clock, type="wish")
        elif kind == "landed":
            made = made.replace(f'"clock": {clock}, '.encode(), b"")
        pool.append(made)
    part = st.lists(st.sampled_from(pool), max_size=12) if pool else st.just([])
    return draw(st.lists(part, min_size=1, max_size=4))


@settings(deadline=None, max_examples=60)
@given(parts=journals(), data=st.data())
def test_merging_in_any_order_gives_the_same(parts: list[list[bytes]], data: st.DataObject) -> None:
    one, other = opened(), opened()
    for part in parts:
        one.import_from(b"\n".join(part))
    for part in data.draw(st.permutations(parts)):
        other.import_from(b"\n".join(data.draw(st.permutations(part))))
        if data.draw(st.booleans()):
            other.latest("l", "e")
    assert state(one) == state(other)
    lines = {found for part in parts for found in part}
    assert set(one.export().split(b"\n")[1:-1]) == lines
    events = one.events()
    assert list(events) == sorted(events, key=lambda event: (event.clock, event.id))
    answers = [event for event in events if (event.lesson, event.exercise) == ("l", "e")]
    assert one.latest("l", "e") == (answers[-1] if answers else None)


@settings(deadline=None, max_examples=40)
@given(parts=journals())
def test_importing_again_changes_nothing(parts: list[list[bytes]]) -> None:
    journal = opened()
    contents = [b"\n".join(part) for part in parts]
    for content in contents:
        journal.import_from(content)
    before = state(journal)
    for content in [*contents, journal.export()]:
        assert journal.import_from(content).new == 0
    assert state(journal) == before


def test_an_older_export_does_not_cover_a_newer_answer() -> None:
    # The example of the attack: an answer of 20 November here, an export of 1 October.
    journal = opened()
    newer = line("november", CLOCK - 5 * DAY)
    journal.import_from(newer)
    assert journal.import_from(line("october", CLOCK - 55 * DAY)).new == 1
    latest = journal.latest("l", "e")
    assert latest is not None
    assert latest.answer == "november"
    assert [event.answer for event in journal.answers("l", "e")] == ["october", "november"]


def test_an_older_place_does_not_cover_a_newer_one() -> None:
    journal = opened()
    journal.import_from(place("newer", CLOCK - DAY, "l"))
    journal.import_from(place("older", CLOCK - 2 * DAY, "l"))
    for found in (journal.place(), journal.place("l")):
        assert found is not None
        assert found.cell == "newer"


def test_what_is_answered_here_is_later_than_all_that_is_known_here() -> None:
    journal = opened()
    journal.import_from(line("ahead", CLOCK + 5 * HOUR))  # the other computer's clock is fast
    event = journal.record("l", "e", "here", fingerprint="f", language="sv")
    assert event.clock == CLOCK + 5 * HOUR + 1
    assert event.time == at(CLOCK)
    assert journal.latest("l", "e") == event


def ahead(journal: Journal, *lines: bytes) -> list[Event]:
    assert journal.import_from(b"\n".join(lines)) == Imported(len(lines), 0, 0)
    return list(journal.events())


def test_what_lies_more_than_a_day_ahead_counts_as_now_in_its_own_order() -> None:
    journal = opened()
    found = ahead(
        journal,
        line("2050", CLOCK + 9000 * DAY),
        line("just", CLOCK + DAY),
        line("2040", CLOCK + 5000 * DAY, mood="curious"),
        line("2050b", CLOCK + 9000 * DAY),
    )
    assert [(event.id, event.clock) for event in found] == [
        ("2040", CLOCK),
        ("2050", CLOCK + 1),
        ("2050b", CLOCK + 1),
        ("just", CLOCK + DAY),
    ]
    assert [event.time for event in found[:3]] == [at(CLOCK)] * 3
    exported = journal.export()
    assert b'"mood": "curious"' in exported
    assert str(CLOCK + 9000 * DAY).encode() not in exported
    # What is written is the corrected line, so that it stays so next year.
    later = Journal(MemoryStore(), clock=lambda: NOW + timedelta(days=400))
    later.import_from(exported)
    assert list(later.events()) == found
    assert journal.import_from(line("2050", CLOCK + 9000 * DAY)).known == 1


def test_a_landed_line_far_ahead_counts_as_now() -> None:
    landed = line("x", CLOCK + 2 * DAY).replace(f'"clock": {CLOCK + 2 * DAY}, '.encode(), b"")
    assert b"clock" not in landed
    (event,) = ahead(opened(), landed)
    assert (event.clock, event.time) == (CLOCK, at(CLOCK))


def test_a_time_alone_far_ahead_counts_as_now_and_the_clock_stays() -> None:
    (event,) = ahead(opened(), line("x", CLOCK - DAY, time="2999-01-01T00:00:00Z"))
    assert (event.clock, event.time) == (CLOCK - DAY, at(CLOCK))


def test_a_clock_alone_far_ahead_counts_as_now_and_the_time_stays() -> None:
    (event,) = ahead(opened(), line("x", CLOCK + 2 * DAY, time=at(CLOCK - DAY)))
    assert (event.clock, event.time) == (CLOCK, at(CLOCK - DAY))


def test_a_line_that_would_be_too_long_when_corrected_is_set_aside() -> None:
    # Without a space after each comma it takes half as much as when it is written again.
    made = json.loads(line("x", CLOCK + 2 * DAY, answer=[1] * 400_000))
    content = json.dumps(made, separators=(",", ":")).encode()
    assert len(content) < 1_000_000
    assert opened().import_from(content) == Imported(0, 0, 1)
