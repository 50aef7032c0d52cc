"""A journal taken along and read in again; expected values are what was recorded."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from course.errors import CourseError
from course.journal import Event, Imported, Journal, MemoryStore, reading

LATER = b'{"format": "nya-satt-att-tanka-journal", "version": 2, "written": "2030-01-01T00:00Z"}\n'


def answered(journal: Journal, answer: Any) -> Event:
    return journal.record("01-start", "guess", answer, fingerprint="f", language="sv")


def said(journal: Journal) -> list[Any]:
    return [event.answer for event in journal.events()]


def body(export: bytes) -> bytes:
    """What an export says after its first line, which has the time of the export."""
    return export.partition(b"\n")[2]


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path)


def test_an_export_names_its_format_first(tmp_path: Path) -> None:
    journal = Journal(tmp_path, clock=lambda: datetime(2026, 3, 1, 12, tzinfo=UTC))
    event = answered(journal, 1)
    first, second, end = journal.export().split(b"\n")
    assert json.loads(first) == {
        "format": "nya-satt-att-tanka-journal",
        "version": 1,
        "written": "2026-03-01T12:00:00.000Z",
    }
    assert (json.loads(second)["id"], end) == (event.id, b"")


def test_an_export_that_is_used_as_the_journal_itself_has_no_damage(journal: Journal) -> None:
    answered(journal, 1)
    journal.path.write_bytes(journal.export())
    assert (said(journal), journal.set_aside) == ([1], ())


def test_export_and_import_once_and_again(journal: Journal, tmp_path: Path) -> None:
    for answer in range(3):
        answered(journal, answer)
    with journal.path.open("ab") as file:
        file.write(b"from elsewhere\n")
    exported = tmp_path / "exported.jsonl"
    journal.export_to(exported)
    assert b"elsewhere" not in exported.read_bytes()
    other = Journal(tmp_path / "other")
    own = answered(other, "own")
    assert other.import_from(exported) == Imported(new=3, known=0, set_aside=0)
    assert other.events() == (*journal.events(), own)  # which were given before
    before = other.path.read_bytes()
    assert other.import_from(exported.read_bytes()) == Imported(new=0, known=3, set_aside=0)
    assert journal.import_from(exported) == Imported(new=0, known=3, set_aside=0)
    assert other.path.read_bytes() == before
    assert body(Journal(tmp_path / "other").export()) == body(other.export())


def test_an_import_keeps_what_this_version_does_not_know(journal: Journal, tmp_path: Path) -> None:
    answered(journal, 1)
    later = journal.export().replace(b'"type"', b'"mood": "curious", "type"')
    other = Journal(tmp_path / "other")
    other.import_from(memoryview(later))
    assert body(other.export()) == body(later)


def test_an_import_sets_foreign_lines_aside(journal: Journal, tmp_path: Path) -> None:
    answered(journal, 1)
    other = Journal(tmp_path / "other")
    content = b"from elsewhere\n\n" + journal.export() * 2 + b"{}"
    assert other.import_from(content) == Imported(new=1, known=1, set_aside=2)
    assert said(other) == [1]
    assert other.set_aside == ()


def test_a_file_without_any_event_is_no_journal(journal: Journal, tmp_path: Path) -> None:
    shopping = tmp_path / "shopping.txt"
    shopping.write_text("milk\nbread\n")
    with pytest.raises(CourseError) as fault:
        journal.import_from(shopping)
    assert (fault.value.key, fault.value.values) == ("foreign-journal", {"name": "shopping.txt"})
    with pytest.raises(CourseError) as fault:
        journal.import_from(b"milk", name="list.txt")
    assert fault.value.values == {"name": "list.txt"}
    assert journal.path.read_bytes() == b""


def test_the_export_of_an_empty_journal_can_be_imported(journal: Journal) -> None:
    assert journal.import_from(journal.export()) == Imported(new=0, known=0, set_aside=0)


def test_a_format_of_a_later_version_is_refused_and_changes_nothing(journal: Journal) -> None:
    answered(journal, 1)
    before = journal.path.read_bytes()
    other = Journal(journal.path.parent / "other")
    answered(other, 2)
    for content in (LATER + other.export(), other.export() + LATER, b"\xef\xbb\xbf" + LATER):
        with pytest.raises(CourseError) as fault:
            journal.import_from(content, name="new.jsonl")
        assert fault.value.key == "journal-of-later-version"
        assert "new.jsonl" in fault.value.in_language("sv")
        assert "new.jsonl" in fault.value.in_language("en")
    assert (said(journal), journal.path.read_bytes()) == ([1], before)


def test_a_file_above_64_megabytes_is_refused_before_it_is_read(
    journal: Journal, tmp_path: Path
) -> None:
    large = tmp_path / "large.jsonl"
    with large.open("wb") as file:
        file.truncate(10**10)  # a file of holes: 10 GB that take no room
    with pytest.raises(CourseError) as fault:
        journal.import_from(large)
    assert (fault.value.key, fault.value.values) == (
        "large-journal",
        {"name": "large.jsonl", "most": 64},
    )
    for language in ("sv", "en"):
        assert "64 MB" in fault.value.in_language(language)
    with pytest.raises(CourseError):
        journal.importing(bytes(64_000_001), "x")
    assert journal.importing(b"\n" * 1_000_000).finish() == Imported(0, 0, 0)


def test_events_of_a_later_version_are_kept_and_taken_along_and_passed_over(
    journal: Journal, tmp_path: Path
) -> None:
    wish = b'{"id": "w", "time": "2026-03-01T12:00:00Z", "type": "wish", "for": ["more"]}'
    answered(journal, 1)
    assert journal.import_from(wish) == Imported(new=1, known=0, set_aside=0)
    assert journal.import_from(wish) == Imported(new=0, known=1, set_aside=0)
    for reader in (journal, Journal(tmp_path)):
        assert (said(reader), reader.set_aside) == ([1], ())
        assert wish in reader.export().split(b"\n")
    assert wish in journal.path.read_bytes().split(b"\n")


def test_an_import_is_taken_in_steps_and_others_answer_meanwhile(
    journal: Journal, tmp_path: Path
) -> None:
    other = Journal(tmp_path / "other")
    for number in range(3000):
        other.reach("01-start", f"c{number}", language="sv")
    importing = journal.importing(other.export(), "x")
    shares = []
    for share in importing:
        shares.append(share)
        assert importing.result is None
        journal.answer("01-start", "guess", len(shares), fingerprint="f", language="sv")
    assert importing.result == Imported(3000, 0, 0)
    assert shares == sorted(shares)
    assert (shares[-1], len(shares) > 5) == (1.0, True)
    assert [e.answer for e in journal.answers("01-start", "guess")] == list(
        range(1, len(shares) + 1)
    )
    journal.write()
    assert Journal(tmp_path).events() == journal.events()
    assert len(journal.events()) == 3000 + len(shares)


def test_an_import_that_is_left_off_can_be_begun_again(journal: Journal, tmp_path: Path) -> None:
    other = Journal(tmp_path / "other")
    for number in range(1500):
        other.reach("01-start", f"c{number}", language="sv")
    content = other.export()
    for share in journal.importing(content, "x"):
        if share > 0.5:
            break
    imported = journal.import_from(content)
    assert (imported.new, imported.known) == (500, 1000)
    assert journal.events() == other.events()


def test_what_was_imported_is_not_read_once_more_when_it_comes_back_from_the_file(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Journal(tmp_path / "other")
    for number in range(100):
        other.reach("01-start", f"c{number}", language="sv")
    content = other.export()
    read: list[bytes] = []
    monkeypatch.setattr(reading, "parse", read.append)
    journal.import_from(content)
    answered(journal, 1)
    assert len(journal.events()) == 101
    assert [line for line in read if line] == []


def test_an_import_waits_only_once_for_a_store_that_fails(tmp_path: Path) -> None:
    class Failing(MemoryStore):
        attempts = 0

        def append(self, lines: Sequence[bytes]) -> None:
            self.attempts += 1
            raise TimeoutError

    store, other = Failing(), Journal(tmp_path)
    for number in range(3000):
        other.reach("01-start", f"c{number}", language="sv")
    assert Journal(store).import_from(other.export()).new == 3000
    assert store.attempts == 1


def test_an_import_where_nothing_can_be_written_is_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    journal, other = Journal(tmp_path / "file" / "below"), Journal(tmp_path / "other")
    for number in range(1500):
        other.reach("01-start", f"c{number}", language="sv")
    assert journal.import_from(other.export()).new == 1500
    assert (journal.kept, len(journal.events())) == (False, 1500)
    (tmp_path / "file").unlink()
    assert journal.write()
    assert len(Journal(tmp_path / "file" / "below").events()) == 1500
