"""What makes a line an event: the expected values follow from the form that event.py states."""

import json

import pytest

from course.journal.event import Event, Head, Later, dated, parse, well_formed, written

NOON = "2026-03-01T12:00:00.000Z"
CLOCK = 1772366400000  # the same in milliseconds, by date -d 2026-03-01T12:00Z +%s000

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


def test_an_answer_is_parse() -> None:
    assert parse(line(ANSWER)) == Event(
        id="1",
        time=NOON,
        clock=CLOCK,
        type="answer",
        lesson="l",
        language="sv",
        exercise="e",
        fingerprint="f",
    )


def test_keys_of_a_later_version_are_passed_over() -> None:
    assert parse(line({**PLACE, "mood": "curious"})) == parse(line(PLACE)) is not None


@pytest.mark.parametrize("name", ["id", "time", "lesson", "language", "exercise", "fingerprint"])
@pytest.mark.parametrize("wrong", [None, "", 3, ["l"]])
def test_an_answer_has_texts_that_are_not_empty(name: str, wrong: object) -> None:
    assert parse(line({**ANSWER, name: wrong})) is None


@pytest.mark.parametrize("name", ["lesson", "language", "exercise", "fingerprint", "type"])
def test_names_are_texts_of_at_most_200_characters(name: str) -> None:
    assert parse(line({**ANSWER, name: "x" * 201})) is None
    if name != "type":
        event = parse(line({**ANSWER, name: "x" * 200}))
        assert isinstance(event, Event)
        assert getattr(event, name) == "x" * 200


@pytest.mark.parametrize("name", sorted(ANSWER.keys() - {"verdict"}))
def test_an_answer_without_one_of_its_keys_is_none(name: str) -> None:
    assert parse(line({key: said for key, said in ANSWER.items() if key != name})) is None


@pytest.mark.parametrize(
    "foreign",
    [
        b"",
        b"null",
        b"[]",
        b'"answer"',
        b"once upon a time",
        line(ANSWER)[:-1],
        line({**ANSWER, "type": ["answer"]}),
        line({**ANSWER, "verdict": "right"}),
        line({**ANSWER, "time": "yesterday"}),
        line({**ANSWER, "time": "2026-03-01T12:00:00"}),  # in no time zone
        line({**ANSWER, "answer": float("nan")}),  # Python writes NaN, which JSON has not
        line({**PLACE, "cell": None}),
        line(ANSWER).decode().encode("utf-16"),
        line({**ANSWER, "answer": "å"}).replace(b"\\u00e5", b"\xe5"),  # Latin-1
        line({**ANSWER, "answer": "NUMBER"}).replace(b'"NUMBER"', b"1e999"),
        line({**ANSWER, "answer": "NUMBER"}).replace(b'"NUMBER"', b"9" * 400),
        line({**ANSWER, "answer": "x" * 1_000_000}),
        line({**ANSWER, "answer": "NEST"}).replace(b'"NEST"', b"[" * 70 + b"]" * 70),
        line({**ANSWER, "id": "x" * 101}),
        line({**ANSWER, "type": ""}),
        line({"format": "nya-satt-att-tanka-journal", "version": "first"}),
        line(ANSWER) + b" " + line(PLACE),
        b"[" * 100_000,
        b"9" * 5_000,
        b"\0" * 200,
    ],
)
def test_what_is_no_event_is_none(foreign: bytes) -> None:
    assert parse(foreign) is None


def test_a_new_event_is_what_its_line_says() -> None:
    event, said = written({**ANSWER, "id": "7", "answer": ("å", 1)}, NOON, CLOCK)
    assert event == parse(said)
    assert event.answer == ["å", 1]
    assert "å".encode() in said  # a person can read it in the file


def test_half_a_surrogate_pair_is_replaced_in_what_is_written() -> None:
    event, said = written({**ANSWER, "answer": {"\ud83d": "\ud83d"}}, NOON, CLOCK)
    assert event.answer == {"\ufffd": "\ufffd"}
    assert "\ufffd" in said.decode("utf-8")


def test_half_a_surrogate_pair_is_replaced_in_what_is_read_and_a_whole_one_stays() -> None:
    halves = {**ANSWER, "lesson": "l\udc00", "answer": ["\ud83d", {"\ude00": "😀"}]}
    said = json.dumps(halves).encode()  # all as \uXXXX
    assert b"\\ud83d\\ude00" in said
    event = parse(said)
    assert isinstance(event, Event)
    assert (event.lesson, event.answer) == ("l\ufffd", ["\ufffd", {"\ufffd": "😀"}])


def test_sixty_lists_in_one_another_are_parse() -> None:
    nested = b"[" * 59 + b"]" * 59  # the line's own object is the sixtieth
    assert parse(line({**ANSWER, "answer": "NEST"}).replace(b'"NEST"', nested)) is not None


def test_many_lists_beside_one_another_are_parse() -> None:
    event = parse(line({**ANSWER, "answer": [[]] * 1000}))
    assert isinstance(event, Event)
    assert len(event.answer) == 1000


def test_the_words_of_an_answer_are_read_and_anything_else_for_them_is_not() -> None:
    assert [getattr(parse(line({**ANSWER, "words": w})), "words", "") for w in ("Ja", 3, None)] == [
        "Ja",
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("given", "clock"),
    [(5, 5), (2**53 - 1, 2**53 - 1), (2**53, CLOCK), (-1, CLOCK), (True, CLOCK), ("5", CLOCK)],
)
def test_a_clock_that_is_none_is_the_time(given: object, clock: int) -> None:
    event = parse(line({**PLACE, "clock": given}))
    assert isinstance(event, Event)
    assert event.clock == clock


def test_an_event_of_a_type_that_is_not_known_is_one_all_the_same() -> None:
    assert parse(line({**ANSWER, "type": "wish"})) == Later("1", NOON, CLOCK)
    assert parse(line({"id": "1", "type": "wish", "time": "yesterday"})) is None


def test_the_head_of_an_export_is_no_event() -> None:
    assert parse(line({"format": "nya-satt-att-tanka-journal", "version": 2})) == Head(2)


def test_a_line_gets_another_date_and_keeps_what_is_not_known() -> None:
    later = dated(line({**PLACE, "mood": "curious"}), NOON, 7)
    assert json.loads(later) == {**PLACE, "mood": "curious", "time": NOON, "clock": 7}


def test_an_id_is_a_new_uuid_in_hexadecimal() -> None:
    fields = {"type": "place", "lesson": "l", "cell": "c", "language": "en"}
    ids = {written(fields, NOON, CLOCK)[0].id for _ in range(20)}
    assert len(ids) == 20
    assert all(len(id_) == 32 and int(id_, 16) >> 76 & 0xF == 4 for id_ in ids)  # RFC 9562: v4


@pytest.mark.parametrize(
    "wrong",
    [
        {"answer": {1, 2}},
        {"answer": float("inf")},
        {"verdict": []},
        {"lesson": ""},
        {"type": "wish"},
    ],
)
def test_what_json_cannot_say_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="written in the journal"):
        written({**ANSWER, **wrong}, NOON, CLOCK)


def test_an_answer_that_contains_itself_is_refused() -> None:
    endless: list[object] = []
    endless.append(endless)
    with pytest.raises(ValueError, match="written in the journal"):
        written({**ANSWER, "answer": endless}, NOON, CLOCK)


def test_events_can_be_put_in_a_set() -> None:
    event, _ = written({**ANSWER, "answer": {"a": []}}, NOON, CLOCK)
    assert event in {event}


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    content = b"\xef\xbb\xbf" + line(ANSWER) + b"\r\n" + line(PLACE) + b"\r\n"
    assert [getattr(event, "id", None) for _, event in well_formed(content)] == ["1", "2", None]
