"""What makes a line an event: the expected values follow from the form that event.py states."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest

from course.journal.event import Event, read, well_formed, written

ANSWER = {
    "id": "1",
    "time": "2026-03-01T12:00:00Z",
    "type": "answer",
    "lesson": "l",
    "language": "sv",
    "exercise": "e",
    "fingerprint": "f",
    "answer": None,
    "verdict": None,
}
PLACE = {
    "id": "2",
    "time": "2026-03-01T12:00:00Z",
    "type": "place",
    "lesson": "l",
    "language": "sv",
    "cell": "c",
}


def line(said: object) -> bytes:
    return json.dumps(said).encode()


def noon() -> datetime:
    return datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_an_answer_is_read() -> None:
    assert read(line(ANSWER)) == Event(
        id="1",
        time="2026-03-01T12:00:00Z",
        type="answer",
        lesson="l",
        language="sv",
        exercise="e",
        fingerprint="f",
    )


def test_keys_of_a_later_version_are_passed_over() -> None:
    assert read(line({**PLACE, "mood": "curious"})) == read(line(PLACE)) is not None


@pytest.mark.parametrize("name", ["id", "time", "lesson", "language", "exercise", "fingerprint"])
@pytest.mark.parametrize("wrong", [None, "", 3, ["l"]])
def test_an_answer_has_texts_that_are_not_empty(name: str, wrong: object) -> None:
    assert read(line({**ANSWER, name: wrong})) is None


@pytest.mark.parametrize("name", sorted(ANSWER.keys() - {"verdict"}))
def test_an_answer_without_one_of_its_keys_is_none(name: str) -> None:
    assert read(line({key: said for key, said in ANSWER.items() if key != name})) is None


@pytest.mark.parametrize(
    "foreign",
    [
        b"",
        b"null",
        b"[]",
        b'"answer"',
        b"once upon a time",
        line(ANSWER)[:-1],
        line({**ANSWER, "type": "wish"}),
        line({**ANSWER, "type": ["answer"]}),
        line({**ANSWER, "verdict": "right"}),
        line({**ANSWER, "time": "yesterday"}),
        line({**ANSWER, "time": "2026-03-01T12:00:00"}),  # in no time zone
        line({**ANSWER, "answer": float("nan")}),  # Python writes NaN, which JSON has not
        line({**PLACE, "cell": None}),
        line(ANSWER).decode().encode("utf-16"),
        line({**ANSWER, "answer": "å"}).replace(b"\\u00e5", b"\xe5"),  # Latin-1
        b"[" * 100_000,
        b"9" * 5_000,
        b"\0" * 200,
    ],
)
def test_what_is_no_event_is_none(foreign: bytes) -> None:
    assert read(foreign) is None


def test_a_new_event_is_what_its_line_says() -> None:
    event, said = written({**ANSWER, "id": "7", "answer": ("å", 1)}, noon)
    assert event == read(said)
    assert event.answer == ["å", 1]
    assert "å".encode() in said  # a person can read it in the file


def test_half_a_surrogate_pair_survives() -> None:
    event, said = written({**ANSWER, "answer": "\ud83d"}, noon)
    assert event.answer == "\ud83d"
    assert said.isascii()


def test_an_id_is_a_new_uuid_in_hexadecimal() -> None:
    fields = {"type": "place", "lesson": "l", "cell": "c", "language": "en"}
    ids = {written(fields, noon)[0].id for _ in range(20)}
    assert len(ids) == 20
    assert all(len(id_) == 32 and int(id_, 16) >> 76 & 0xF == 4 for id_ in ids)  # RFC 9562: v4


def test_time_is_utc_whatever_the_clock_s_zone() -> None:
    swedish = datetime(2026, 7, 1, 14, 30, tzinfo=timezone(timedelta(hours=2)))
    fields = {"type": "place", "lesson": "l", "cell": "c", "language": "en"}
    event, _ = written(fields, lambda: swedish)
    assert event.time == "2026-07-01T12:30:00.000Z"
    assert event.when == swedish


@pytest.mark.parametrize(
    "wrong", [{"answer": {1, 2}}, {"answer": float("inf")}, {"verdict": []}, {"lesson": ""}]
)
def test_what_json_cannot_say_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="written in the journal"):
        written({**ANSWER, **wrong}, noon)


def test_an_answer_that_contains_itself_is_refused() -> None:
    endless: list[object] = []
    endless.append(endless)
    with pytest.raises(ValueError, match="written in the journal"):
        written({**ANSWER, "answer": endless}, noon)


def test_events_can_be_put_in_a_set() -> None:
    event, _ = written({**ANSWER, "answer": {"a": []}}, noon)
    assert event in {event}


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    content = b"\xef\xbb\xbf" + line(ANSWER) + b"\r\n" + line(PLACE) + b"\r\n"
    assert [event and event.id for _, event in well_formed(content)] == ["1", "2", None]
