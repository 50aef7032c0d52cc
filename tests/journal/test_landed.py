"""Lines that the first version wrote, to the letter: nobody who took it loses anything."""

from pathlib import Path

from course.journal import Imported, Journal

# ruff: noqa: E501 - a line of a journal is a line here
LINES = r"""{"id": "27fb56a549e54c1da5d2b7aaec5acc28", "time": "2026-03-02T07:44:05.130Z", "type": "place", "lesson": "00-start", "cell": "c03", "language": "sv"}
{"id": "0e1f0ddf9e3b47c5b1e540b97ea71723", "time": "2026-03-02T07:47:05.137Z", "type": "answer", "lesson": "00-start", "exercise": "goal", "answer": "whose-value", "verdict": {"right": null, "score": null}, "fingerprint": "0f3a9c", "language": "sv"}
{"id": "1416b566ecb2463a89e8a5c222a6efff", "time": "2026-03-02T07:50:05.144Z", "type": "answer", "lesson": "00-start", "exercise": "climate", "answer": {"values": [2, 3, 5], "note": "Vi säger ”ja” på mötet 🧑‍🤝‍🧑"}, "verdict": {"right": null, "score": 0.5}, "fingerprint": "77b1de", "language": "sv"}
{"id": "3312e21296e34065a3a7939eb4f85b27", "time": "2026-03-02T07:53:05.151Z", "type": "answer", "lesson": "06-across-boundaries", "exercise": "wall", "answer": "formal", "verdict": {"right": false, "score": 0.0}, "fingerprint": "c4d2", "language": "en"}
{"id": "98e72a5083404c0ab582f8a7fbd1de32", "time": "2026-03-02T07:56:05.158Z", "type": "answer", "lesson": "06-across-boundaries", "exercise": "wall", "answer": "informal", "verdict": {"right": true, "score": 1}, "fingerprint": "c4d2", "language": "en"}
{"id": "04a071dbbf5747c29f3ccd75a44b4910", "time": "2026-03-02T07:59:05.165Z", "type": "answer", "lesson": "10-your-plan", "exercise": "promise", "answer": "half \ud83d and a\nnew line\u2028", "verdict": null, "fingerprint": "aa", "language": "sv"}
{"id": "2592eebef2a74b93a0ac8830c45edf9a", "time": "2026-03-02T08:02:05.172Z", "type": "place", "lesson": "06-across-boundaries", "cell": "c11", "language": "en"}
""".encode()


def check(journal: Journal) -> None:
    """What the first version answered about these lines, and what it had recorded."""
    assert [event.time[11:19] for event in journal.events()] == [
        "07:44:05", "07:47:05", "07:50:05", "07:53:05", "07:56:05", "07:59:05", "08:02:05",
    ]  # fmt: skip
    assert [event.answer for event in journal.answers("06-across-boundaries", "wall")] == [
        "formal",
        "informal",
    ]
    latest = journal.latest("00-start", "climate")
    assert latest is not None
    assert latest.answer == {
        "values": [2, 3, 5],
        "note": "Vi säger ”ja” på mötet 🧑\u200d🤝\u200d🧑",
    }
    assert latest.verdict == {"right": None, "score": 0.5}
    assert (latest.fingerprint, latest.language, latest.words) == ("77b1de", "sv", None)
    assert latest.clock == 1772437805144  # date -d 2026-03-02T07:50:05.144Z +%s%3N
    place, start = journal.place(), journal.place("00-start")
    assert place is not None
    assert start is not None
    assert (place.lesson, place.cell, start.cell) == ("06-across-boundaries", "c11", "c03")
    promise = journal.latest("10-your-plan", "promise")
    assert promise is not None
    assert promise.answer == "half \ufffd and a\nnew line\u2028"
    assert journal.set_aside == ()


def test_its_file_is_read_where_it_lies_and_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "journal.jsonl").write_bytes(LINES)
    journal = Journal(tmp_path)
    check(journal)
    assert journal.kept
    journal.record("00-start", "goal", "culture", fingerprint="f", language="sv")
    assert (tmp_path / "journal.jsonl").read_bytes().startswith(LINES)
    assert [event.answer for event in journal.answers("00-start", "goal")] == [
        "whose-value",
        "culture",
    ]


def test_its_export_is_imported(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    assert journal.import_from(LINES) == Imported(new=7, known=0, set_aside=0)
    check(journal)
    check(Journal(tmp_path))
    # The lines themselves are what is stored and taken along, so that no version misses a key.
    assert journal.export().partition(b"\n")[2] == LINES


def test_an_export_of_these_lines_from_this_version_has_them_too(tmp_path: Path) -> None:
    first, second = Journal(tmp_path / "first"), Journal(tmp_path / "second")
    first.import_from(LINES)
    assert second.import_from(first.export()) == Imported(new=7, known=0, set_aside=0)
    check(second)
