"""What was begun and not answered; expected values are what was kept."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from course.journal import Journal
from course.journal.drafts import LARGEST_DRAFT


def answered(journal: Journal, answer: Any, exercise: str = "goal") -> None:
    journal.record("l", exercise, answer, fingerprint="f", language="sv")


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path)


def stored(journal: Journal) -> dict[str, str]:
    found: dict[str, str] = json.loads((journal.path.parent / "drafts.json").read_bytes())
    return found


def test_a_draft_is_there_at_once_and_in_the_file_when_it_is_written(
    journal: Journal, tmp_path: Path
) -> None:
    journal.keep_draft("l", "goal", {"text": "Jag skulle ”vilja” 🧑"})
    assert journal.draft("l", "goal") == {"text": "Jag skulle ”vilja” 🧑"}
    assert Journal(tmp_path).draft("l", "goal") is None
    assert not (tmp_path / "drafts.json").exists()
    assert journal.write_drafts()
    assert Journal(tmp_path).draft("l", "goal") == {"text": "Jag skulle ”vilja” 🧑"}
    assert journal.draft("l", "other") is journal.draft("l/goal", "") is None
    if os.name == "posix":
        assert (tmp_path / "drafts.json").stat().st_mode & 0o077 == 0
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix != ".lock") == [
        "drafts.json",
        "journal.jsonl",
    ]


def test_a_draft_does_not_make_the_journal_unkept_and_is_in_no_export(journal: Journal) -> None:
    journal.keep_draft("l", "goal", "secret")
    assert journal.kept
    journal.write_drafts()
    assert b"secret" not in journal.export()
    assert b"secret" not in journal.path.read_bytes()
    assert journal.events() == ()


def test_none_removes_a_draft(journal: Journal, tmp_path: Path) -> None:
    journal.keep_draft("l", "goal", "x")
    journal.keep_draft("l", "other", "y")
    journal.write_drafts()
    journal.keep_draft("l", "goal", None)
    assert journal.draft("l", "goal") is None
    assert Journal(tmp_path).draft("l", "goal") == "x"
    journal.write_drafts()
    assert Journal(tmp_path).draft("l", "goal") is None
    assert len(stored(journal)) == 1


def test_an_answer_takes_the_place_of_a_draft(journal: Journal, tmp_path: Path) -> None:
    for exercise in ("goal", "other"):
        journal.keep_draft("l", exercise, "begun")
    journal.write_drafts()
    answered(journal, "done")
    for reader in (journal, Journal(tmp_path)):  # whether or not the file knows yet
        assert (reader.draft("l", "goal"), reader.draft("l", "other")) == (None, "begun")
    journal.write_drafts()
    assert list(stored(journal)) == ['draft:["l", "other"]']
    journal.keep_draft("l", "goal", "begun again")
    assert journal.draft("l", "goal") == "begun again"


def test_a_draft_that_another_process_answered_is_removed_when_drafts_are_written(
    journal: Journal, tmp_path: Path
) -> None:
    journal.keep_draft("l", "goal", "begun")
    journal.write_drafts()
    answered(Journal(tmp_path), "done")
    assert journal.draft("l", "goal") is None
    Journal(tmp_path).write_drafts()
    assert stored(journal) == {}


def test_an_older_answer_that_is_imported_covers_no_draft(tmp_path: Path) -> None:
    old = Journal(tmp_path / "old", clock=lambda: datetime(2020, 1, 1, tzinfo=UTC))
    answered(old, "before")
    journal = Journal(tmp_path / "new")
    journal.keep_draft("l", "goal", "begun")
    journal.import_from(old.export())
    assert journal.draft("l", "goal") == "begun"


@pytest.mark.parametrize("first", [0, 1])
def test_of_two_tabs_the_later_one_wins_whoever_writes_last(tmp_path: Path, first: int) -> None:
    hours = iter([9, 10])
    one = Journal(tmp_path, clock=lambda: datetime(2026, 3, 1, next(hours), tzinfo=UTC))
    two = Journal(tmp_path, clock=lambda: datetime(2026, 3, 1, next(hours), tzinfo=UTC))
    one.keep_draft("l", "goal", "at nine")
    two.keep_draft("l", "goal", "at ten")
    for tab in (one, two)[:: 1 - 2 * first]:
        assert tab.write_drafts()
    for reader in (one, two, Journal(tmp_path)):
        assert reader.draft("l", "goal") == "at ten"


def test_a_draft_after_another_process_s_with_a_fast_clock_still_wins(tmp_path: Path) -> None:
    fast = Journal(tmp_path, clock=lambda: datetime(2026, 3, 1, 12, tzinfo=UTC))
    fast.keep_draft("l", "goal", "fast")
    fast.write_drafts()
    slow = Journal(tmp_path, clock=lambda: datetime(2026, 3, 1, 9, tzinfo=UTC))
    slow.keep_draft("l", "goal", "later")
    slow.write_drafts()
    assert fast.draft("l", "goal") == "later"
    answered(slow, "done")
    assert fast.draft("l", "goal") is None


def test_everything_that_was_begun_is_deleted_with_the_answers(
    journal: Journal, tmp_path: Path
) -> None:
    (tmp_path / "drafts.json").write_text("broken")
    (tmp_path / "drafts.docx").write_text("of the learner's own")
    for exercise in ("goal", "other"):
        journal.keep_draft("l", exercise, "begun")
        journal.write_drafts()
    (tmp_path / "drafts.jsonx1y2.part").write_text("left by a process that was killed")
    journal.keep_draft("l", "third", "in memory")
    journal.erase()
    journal.write_drafts()
    assert [journal.draft("l", one) for one in ("goal", "other", "third")] == [None] * 3
    left = {path.name for path in tmp_path.iterdir()} - {"journal.lock"}
    assert left == {"journal.jsonl", "drafts.docx"}


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"[]",
        b'{"draft:[\\"l\\", \\"goal\\"]": 3}',
        b"{",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"draft:[\\"l\\", \\"goal\\"]": "\\ud83d"}',
    ],
)
def test_a_broken_file_is_put_aside(journal: Journal, tmp_path: Path, broken: bytes) -> None:
    (tmp_path / "drafts.json").write_bytes(broken)
    assert journal.draft("l", "goal") is None
    journal.keep_draft("l", "goal", "new")
    assert journal.write_drafts()
    assert Journal(tmp_path).draft("l", "goal") == "new"
    assert (tmp_path / "drafts.broken.json").read_bytes() == broken


@pytest.mark.parametrize(
    "foreign",
    [
        "",
        "{}",
        "[]",
        '{"clock": "1", "value": 2}',
        '{"clock": -1, "value": 2}',
        '{"clock": 9007199254740992, "value": 2}',
        '{"clock": 1, "value": 1e999}',
        '{"clock": 1, "value": ' + "[" * 70 + "]" * 70 + "}",
        '{"clock": 1, "value": "' + "x" * LARGEST_DRAFT + '"}',
    ],
)
def test_a_draft_that_cannot_be_used_is_none_and_harms_no_other(
    journal: Journal, foreign: str
) -> None:
    journal.keep_draft("l", "other", "kept")
    journal.write_drafts()
    things = {**stored(journal), 'draft:["l", "goal"]': foreign, "draft:nonsense": foreign}
    (journal.path.parent / "drafts.json").write_text(json.dumps(things))
    again = Journal(journal.path.parent)
    assert (again.draft("l", "goal"), again.draft("l", "other")) == (None, "kept")
    assert again.write_drafts()
    assert list(stored(journal)) == ['draft:["l", "other"]']


@pytest.mark.parametrize(
    "wrong",
    ["x" * LARGEST_DRAFT, float("nan"), {1, 2}, [[[]] * 2] * 2 + [eval("[" * 70 + "]" * 70)]],
)
def test_what_is_too_large_or_no_json_is_refused(journal: Journal, wrong: Any) -> None:
    journal.keep_draft("l", "goal", "before")
    with pytest.raises(ValueError, match="draft"):
        journal.keep_draft("l", "goal", wrong)
    with pytest.raises(ValueError, match="name"):
        journal.keep_draft("l", "g" * 500, "x")
    assert journal.draft("l", "goal") == "before"


def test_half_a_surrogate_pair_is_replaced(journal: Journal, tmp_path: Path) -> None:
    journal.keep_draft("l\ud83d", "goal", {"text": "a\ud83d"})
    assert journal.draft("l\ud83d", "goal") == {"text": "a\ufffd"}
    assert journal.write_drafts()
    assert Journal(tmp_path).draft("l\ud83d", "goal") == {"text": "a\ufffd"}


def test_drafts_that_cannot_be_written_are_in_memory_until_they_can(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    journal = Journal(tmp_path / "file" / "below")
    journal.keep_draft("l", "goal", "begun")
    assert not journal.write_drafts()
    assert journal.draft("l", "goal") == "begun"
    (tmp_path / "file").unlink()
    assert journal.write_drafts()
    assert Journal(tmp_path / "file" / "below").draft("l", "goal") == "begun"
