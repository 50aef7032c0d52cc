"""Answers that are deleted one exercise at a time: gone here, in the file, and in every copy."""

import errno
import os
from pathlib import Path

import pytest

from course.journal import FileStore, Imported, Journal, MemoryStore, files
from course.runtimes.browser.handed import HandedStore


def answer(journal: Journal, exercise: str, words: str) -> None:
    journal.record("l", exercise, words, fingerprint="f", language="sv")


def said(journal: Journal) -> list[str]:
    return [event.answer for event in journal.events() if event.type == "answer"]


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    journal = Journal(tmp_path / "here")
    answer(journal, "secret", "a name")
    answer(journal, "other", "kept")
    journal.recall("l", "secret", "x", "a name too", verdict={}, fingerprint="f", language="sv")
    journal.write()
    return journal


def test_what_is_deleted_is_gone_from_the_file_as_well(journal: Journal) -> None:
    assert journal.path is not None
    journal.keep_draft("l", "secret", "half a name")
    journal.write_drafts()
    journal.forget("l", "secret", language="sv")
    assert said(journal) == ["kept"]
    assert journal.latest("l", "secret") is None
    assert journal.recalls("l", "secret") == ()
    assert journal.draft("l", "secret") is None
    assert journal.answered() == {("l", "other")}
    for file in journal.path.parent.iterdir():
        assert b"name" not in file.read_bytes(), file
    assert b"name" not in journal.export()
    again = Journal(journal.path.parent)
    assert (said(again), again.set_aside) == (["kept"], ())


def test_an_older_copy_does_not_bring_it_back(journal: Journal, tmp_path: Path) -> None:
    copy = journal.export()
    journal.forget("l", "secret", language="sv")
    assert journal.import_from(copy) == Imported(0, 3, 0)
    other = Journal(tmp_path / "there")
    other.import_from(copy)
    other.import_from(journal.export())
    assert said(other) == ["kept"]
    assert other.path is not None
    assert b"name" not in other.path.read_bytes()
    assert other.export().split(b"\n")[1:] == journal.export().split(b"\n")[1:]


def test_what_is_answered_afterwards_stays(journal: Journal) -> None:
    journal.forget("l", "secret", language="sv")
    answer(journal, "secret", "anew")
    assert journal.path is not None
    assert said(journal) == ["kept", "anew"]
    assert said(Journal(journal.path.parent)) == ["kept", "anew"]


def test_another_process_hears_of_it(journal: Journal) -> None:
    assert journal.path is not None
    other = Journal(journal.path.parent)
    assert said(other) == ["a name", "kept"]
    journal.forget("l", "secret", language="sv")
    assert said(other) == ["kept"]
    answer(other, "other", "more")
    assert said(journal) == ["kept", "more"]


def test_where_the_file_cannot_be_written_anew_that_is_told_and_done_later(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    assert journal.path is not None
    with monkeypatch.context() as patch:
        patch.setattr(files, "replace", full)
        with pytest.raises(OSError, match="No space left"):
            journal.forget("l", "secret", language="sv")
        assert b"name" in journal.path.read_bytes()
        assert said(journal) == ["kept"]
    again = Journal(journal.path.parent)  # as after a kill in between
    assert said(again) == ["kept"]
    assert again.write()
    assert b"name" not in journal.path.read_bytes()
    assert said(journal) == ["kept"]


@pytest.mark.parametrize("kind", ["memory", "file", "handed"])
def test_a_store_drops_the_lines_that_are_gone_and_no_others(kind: str, tmp_path: Path) -> None:
    stores = {"memory": MemoryStore, "handed": HandedStore, "file": lambda: FileStore(tmp_path)}
    store = stores[kind]()
    lines = [b'{"id": "1"}', b'{"id": "2"}', b'{"id": "3"}']
    store.append(lines)
    before = store.generation
    store.drop(lambda line: line == lines[1])
    store.read(0)
    assert store.generation != before
    store.append([b'{"id": "4"}'])
    assert store.read(0) == b'{"id": "1"}\n{"id": "3"}\n{"id": "4"}\n'


def test_a_browser_s_store_hands_over_what_goes() -> None:
    store = HandedStore(b'{"id": "1"}\n{"id": "2"}\n')
    store.append([b'{"id": "3"}'])
    store.drop(lambda line: b"2" in line or b"3" in line)
    handed = store.hand_over()
    assert (handed.lines, handed.removed, handed.cleared) == ((), ("2", "3"), False)
    store.told("full")
    assert store.hand_over() == handed  # tried again
    store.told()
    assert not store.hand_over()
