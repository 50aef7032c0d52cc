"""The journal against killed processes, other writers, full disks and missing folders."""

import errno
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock, SoftFileLock

import course.journal
from course.journal import Journal, MemoryStore, cause, writing

# Records answers 0, 1, 2 ... and says each id when record() has returned.
WRITER = """
import sys
from course.journal import Journal
journal = Journal(sys.argv[1])
for number in range(int(sys.argv[2])):
    text = "å" * (number % 997)
    event = journal.record("l", sys.argv[3], [number, text], fingerprint="f", language="sv")
    print(event.id, flush=True)
"""

# Lets the file grow to 1,000 bytes and no further, as on a full disk, and then without limit.
FULL_DISK = """
import resource, signal, sys
from course.journal import Journal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
journal = Journal(sys.argv[1])
record = lambda n: journal.record("l", "e", [n, "x" * 300], fingerprint="f", language="sv")
said = lambda: [event.answer[0] for event in journal.events()]
_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
for number in range(4):
    record(number)
print(journal.kept, type(journal.why).__name__, said())
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
record(4)
print(journal.kept, journal.why, said(), journal.set_aside)
"""

# Opens a journal where files can be opened and nothing can be written, as on a full disk.
FULL_FROM_THE_START = """
import resource, signal, sys
from course.journal import Journal, cause
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
journal = Journal(sys.argv[1])
print(journal.kept, cause(journal.why), journal.write())
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
print(journal.kept, journal.write(), journal.kept)
"""

# Takes the lock and keeps it until it is killed.
HOLDER = """
import sys, time
from filelock import FileLock
lock = FileLock(sys.argv[1])
lock.acquire()
print("held", flush=True)
time.sleep(60)
"""


def run(script: str, *arguments: object) -> "subprocess.Popen[str]":
    beside = str(Path(course.journal.__file__).parents[2])
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": beside, "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        text=True,
    )


def answered(journal: Journal, answer: Any) -> None:
    journal.record("l", "e", answer, fingerprint="f", language="sv")


def said(journal: Journal) -> list[Any]:
    return [event.answer for event in journal.events()]


@pytest.mark.parametrize("seen", [1, 120, 300])
def test_a_killed_process_loses_nothing_that_it_had_acknowledged(tmp_path: Path, seen: int) -> None:
    with run(WRITER, tmp_path, 1000, "e") as writer:
        assert writer.stdout is not None
        acknowledged = [writer.stdout.readline().strip() for _ in range(seen)]
        writer.kill()
        acknowledged += writer.stdout.read().split("\n")[:-1]
    assert seen <= len(acknowledged) < 1000
    # What a kill in the middle of a write leaves behind, whether or not this one did.
    with (tmp_path / "journal.jsonl").open("ab") as file:
        file.write(b'{"id": "torn off in the midd')
    journal = Journal(tmp_path)
    events = journal.events()
    # The process may have been killed between having written an event and saying so.
    assert [event.id for event in events][: len(acknowledged)] == acknowledged
    assert len(events) - len(acknowledged) in (0, 1)
    assert [event.answer[0] for event in events] == list(range(len(events)))
    torn = journal.set_aside
    assert len(torn) == 1
    answered(journal, "and on")
    assert journal.latest("l", "e") == Journal(tmp_path).events()[-1]
    assert (len(journal.events()), journal.set_aside) == (len(events) + 1, torn)


def test_two_processes_writing_at_once_leave_all_lines_whole(tmp_path: Path) -> None:
    with run(WRITER, tmp_path, 200, "one") as one, run(WRITER, tmp_path, 200, "two") as two:
        ids = {*one.communicate()[0].split(), *two.communicate()[0].split()}
    journal = Journal(tmp_path)
    assert len(ids) == 400
    assert {event.id for event in journal.events()} == ids
    assert journal.set_aside == ()
    assert journal.path.read_bytes().count(b"\n") == 400
    for writer in ("one", "two"):
        assert [e.answer[0] for e in journal.answers("l", writer)] == list(range(200))
    order = [event.exercise for event in journal.events()]
    assert order not in (sorted(order), sorted(order, reverse=True))  # they did write at once


@pytest.mark.skipif(os.name != "posix", reason="limits on the size of a file are POSIX")
def test_a_disk_that_fills_up_and_is_emptied_loses_nothing(tmp_path: Path) -> None:
    with run(FULL_DISK, tmp_path) as process:
        full, emptied = process.communicate()[0].splitlines()
    # A line takes some 500 bytes: the first fits, the second or third is torn, the rest wait.
    assert full == "False OSError [0, 1, 2, 3]"
    assert emptied.startswith("True None [0, 1, 2, 3, 4] (")
    assert [answer for answer, _ in said(Journal(tmp_path))] == [0, 1, 2, 3, 4]
    assert len(Journal(tmp_path).set_aside) == 1


@pytest.mark.skipif(os.name != "posix", reason="limits on the size of a file are POSIX")
def test_a_disk_that_is_full_already_is_noticed_before_the_first_answer(tmp_path: Path) -> None:
    with run(FULL_FROM_THE_START, tmp_path) as process:
        full, emptied = process.communicate()[0].splitlines()
    assert full == "False full False"
    assert emptied == "False True True"
    # What was written to find out is gone again.
    assert {path.name for path in tmp_path.iterdir()} == {"journal.jsonl"}


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, "full"),
        (errno.EDQUOT, "full"),
        (errno.EFBIG, "full"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "permission"),
        (errno.EPERM, "permission"),
        (errno.EIO, "other"),
        (errno.ENOTDIR, "other"),
    ],
)
def test_the_cause_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, expected: str
) -> None:
    def fails(file: int) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", fails)
        journal = Journal(tmp_path)
        assert (journal.kept, cause(journal.why)) == (False, expected)
    assert journal.write()
    assert (journal.kept, journal.why) == (True, None)
    assert cause(None) == cause(TimeoutError()) == "other"


class Slow(MemoryStore):
    """A store that takes its time, as a disk does: until it is allowed to go on."""

    def __init__(self) -> None:
        super().__init__()
        self.kept = True
        self.began = threading.Event()
        self.may_go_on = threading.Event()

    def append(self, lines: Sequence[bytes]) -> None:
        self.began.set()
        assert self.may_go_on.wait(10)
        super().append(lines)


def test_others_read_and_answer_while_something_is_made_durable() -> None:
    store = Slow()
    journal = Journal(store)
    first = journal.answer("l", "e", 1, fingerprint="f", language="sv")
    assert not journal.kept
    writer = threading.Thread(target=journal.write)
    writer.start()
    assert store.began.wait(10)
    # The writer is in the middle of it; all of this would wait for ever if it held the lock.
    second = journal.answer("l", "e", 2, fingerprint="f", language="sv")
    assert (journal.latest("l", "e"), journal.kept) == (second, False)
    assert journal.events() == (first, second)
    journal.keep_draft("l", "e", "begun")
    assert journal.draft("l", "e") == "begun"
    assert journal.export().count(b"\n") == 3
    store.may_go_on.set()
    writer.join()
    assert store.read(0).count(b"\n") == 1
    assert not journal.kept  # the second one is not written yet
    assert journal.write()
    assert (journal.kept, store.read(0).count(b"\n")) == (True, 2)


def test_many_threads_lose_nothing(tmp_path: Path) -> None:
    journal = Journal(tmp_path)

    def work(name: str) -> None:
        for number in range(25):
            journal.record("l", name, number, fingerprint="f", language="sv")
            journal.keep_draft("l", name, number)
            assert journal.latest("l", name).answer == number
            journal.write_drafts()

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(work, "abcd"))
    again = Journal(tmp_path)
    for reader in (journal, again):
        assert len({event.clock for event in reader.events()}) == 100  # each has its own
        for name in "abcd":
            assert [event.answer for event in reader.answers("l", name)] == list(range(25))
            assert reader.draft("l", name) == 24
    assert (journal.kept, journal.path.read_bytes().count(b"\n")) == (True, 100)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is Linux's")
def test_a_full_device_keeps_events_in_memory(tmp_path: Path) -> None:
    (tmp_path / "journal.jsonl").symlink_to("/dev/full")
    journal = Journal(tmp_path)
    answered(journal, 1)
    assert not journal.kept
    assert isinstance(journal.why, OSError)
    assert journal.why.errno == errno.ENOSPC
    assert said(journal) == [1]


def test_a_folder_that_cannot_be_made_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    journal = Journal(tmp_path / "file" / "below")
    assert not journal.kept
    assert isinstance(journal.why, OSError)
    assert not journal.write()
    answered(journal, 1)
    answered(journal, 2)
    journal.record_place("l", "c", language="sv")
    latest, place = journal.latest("l", "e"), journal.place("l")
    assert latest is not None
    assert place is not None
    assert latest.answer == 2
    assert place == journal.place()
    assert len(journal.events()) == 3
    assert len(journal.answers("l", "e")) == 2
    assert journal.answered() == {("l", "e")}
    assert not journal.write()
    # What is in memory can still be saved elsewhere, and imported into memory.
    journal.export_to(tmp_path / "saved.jsonl")
    assert Journal(tmp_path / "good").import_from(tmp_path / "saved.jsonl").new == 3
    assert journal.import_from(tmp_path / "saved.jsonl").known == 3


def test_events_in_memory_are_written_once_writing_works(tmp_path: Path) -> None:
    obstacle = tmp_path / "file"
    obstacle.write_text("not a folder")
    journal = Journal(obstacle / "below")
    answered(journal, 1)
    answered(journal, 2)
    obstacle.unlink()
    assert journal.write()
    assert (journal.kept, journal.why) == (True, None)
    assert said(Journal(obstacle / "below")) == said(journal) == [1, 2]
    answered(journal, 3)
    assert said(journal) == [1, 2, 3]


def test_the_next_answer_brings_those_in_memory_along_in_order(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    answered(journal, 0)
    assert said(journal) == [0]
    kept = journal.path.read_bytes()
    journal.path.unlink()
    journal.path.mkdir()
    answered(journal, 1)
    assert (journal.kept, said(journal)) == (False, [0, 1])  # what was read before is not lost
    journal.path.rmdir()
    journal.path.write_bytes(kept)
    answered(journal, 2)
    assert (journal.kept, said(journal)) == (True, [0, 1, 2])


def test_an_event_that_a_failed_sync_left_in_the_file_counts_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(file: int) -> None:
        raise OSError(errno.EIO, "the disk is broken")

    journal = Journal(tmp_path)
    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", fails)
        answered(journal, 1)
        assert not journal.kept
        assert said(journal) == [1]
    assert journal.write()
    assert said(journal) == said(Journal(tmp_path)) == [1]


def test_an_answer_is_on_the_disk_before_record_returns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes = []
    journal = Journal(tmp_path)
    sync = os.fsync

    def watched(file: int) -> None:
        sizes.append(os.fstat(file).st_size)
        sync(file)

    monkeypatch.setattr(os, "fsync", watched)
    answered(journal, 1)
    assert sizes[0] == journal.path.stat().st_size > 0
    written = len(sizes)
    answered(journal, 2)
    assert sizes[written:] == [journal.path.stat().st_size]


def test_a_write_that_is_cut_short_is_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda file, content: write(file, bytes(content)[:7]))
    path = tmp_path / "file"
    writing.append(path, [b"a line longer than seven bytes", b"another"])
    assert path.read_bytes() == b"a line longer than seven bytes\nanother\n"


def test_a_writer_that_holds_the_lock_too_long_loses_nobody_an_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "_PATIENCE", 0.02)
    journal = Journal(tmp_path)
    with run(HOLDER, tmp_path / "journal.lock") as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        answered(journal, 1)
        answered(journal, 2)
        holder.kill()
    assert isinstance(journal.why, TimeoutError)
    assert (journal.path.read_bytes(), said(journal)) == (b"", [1, 2])
    assert journal.write()
    assert said(Journal(tmp_path)) == said(journal) == [1, 2]


@pytest.mark.parametrize(
    "fault", [NotImplementedError(), OSError(errno.ENOLCK, "no"), OSError(errno.ENOSYS, "no")]
)
def test_a_file_system_without_locks_is_no_hindrance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    def refuses(*arguments: object, **options: object) -> None:
        raise fault

    monkeypatch.setattr(FileLock, "acquire", refuses)
    journal = Journal(tmp_path)
    answered(journal, 1)
    assert (journal.kept, said(Journal(tmp_path))) == (True, [1])


def test_a_browser_without_locks_is_not_stopped_by_a_lock_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # In Pyodide filelock offers the soft lock alone, which then waits for a tab that was closed.
    def waits(*arguments: object, **options: object) -> None:
        raise TimeoutError

    monkeypatch.setattr(SoftFileLock, "acquire", waits)
    monkeypatch.setattr("filelock.FileLock", SoftFileLock)
    journal = Journal(tmp_path)
    answered(journal, 1)
    assert (journal.kept, said(Journal(tmp_path))) == (True, [1])


def test_a_file_that_can_only_be_read_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered(Journal(tmp_path), 1)
    opened = os.open

    def read_only(path: Any, flags: int, *rest: Any, **options: Any) -> int:
        # Permissions do not stop the super-user, so the refusal is made here.
        if flags & (os.O_WRONLY | os.O_RDWR):
            raise PermissionError(errno.EACCES, "read only", str(path))
        return opened(path, flags, *rest, **options)

    monkeypatch.setattr(os, "open", read_only)
    journal = Journal(tmp_path)
    assert (journal.kept, said(journal)) == (False, [1])
    answered(journal, 2)
    assert said(journal) == [1, 2]


def test_a_file_that_cannot_be_read_is_told_of_and_still_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered(Journal(tmp_path), 1)
    journal = Journal(tmp_path)

    def refuses(*arguments: object, **options: object) -> None:
        raise PermissionError(errno.EACCES, "not for you")

    with monkeypatch.context() as unreadable:
        unreadable.setattr(Path, "open", refuses)
        assert said(journal) == []
        assert (journal.kept, type(journal.why)) == (True, PermissionError)
        answered(journal, 2)
    assert said(journal) == [1, 2]
    assert journal.why is None
