"""What a journal needs of any store; each test runs over every store that there is."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from course.journal import FileStore, Journal, MemoryStore, Store

STORES: dict[str, Callable[[Path], Store]] = {
    "file": FileStore,
    "memory": lambda _: MemoryStore(),
}


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    return STORES[request.param](tmp_path / "store")


def test_a_new_store_is_empty(store: Store) -> None:
    assert store.read(0) == b""
    assert store.names("") == ()
    assert store.get("draft") is None
    assert store.why is None


def test_lines_are_read_from_any_position(store: Store) -> None:
    store.append([b"one", "två".encode()])
    store.append([b"three"])
    everything = "one\ntvå\nthree\n".encode()
    for position in (0, 4, len(everything), len(everything) + 5):
        assert store.read(position) == everything[position:]
    assert store.why is None


def test_no_lines_are_an_attempt_and_change_nothing(store: Store) -> None:
    store.append([])
    store.append([b"one"])
    store.append([])
    assert store.read(0) == b"one\n"


def test_two_readers_of_one_store_do_not_disturb_one_another(store: Store) -> None:
    store.append([b"one"])
    generation = store.generation
    assert store.read(0) == b"one\n"
    store.append([b"two"])
    assert store.read(4) == b"two\n"
    assert (store.read(0), store.read(4)) == (b"one\ntwo\n", b"two\n")
    assert store.generation == generation


def test_small_things_are_replaced_and_removed(store: Store) -> None:
    store.put("draft:a", b"one")
    store.put("draft:b", bytes(range(256)))  # any bytes at all
    store.put("other", b"")
    store.put("draft:a", "två \ud7ff".encode())
    assert store.get("draft:a") == "två \ud7ff".encode()
    assert store.get("draft:b") == bytes(range(256))
    assert store.get("other") == b""
    assert store.names("draft:") == ("draft:a", "draft:b")
    store.put("draft:a", None)
    store.put("never", None)
    assert (store.get("draft:a"), store.names("")) == (None, ("draft:b", "other"))
    assert store.read(0) == b""


@pytest.mark.parametrize("read_before", [True, False])
def test_a_cleared_store_is_empty_and_says_that_it_is_another_one(
    store: Store, read_before: bool
) -> None:
    store.append([b"one"])
    store.put("draft:a", b"one")
    if read_before:
        store.read(0)
    generation = store.generation
    store.clear()
    store.append([b"two"])
    store.read(0)
    assert store.generation != generation
    assert (store.read(0), store.names(""), store.get("draft:a")) == (b"two\n", (), None)


def test_threads_that_write_at_once_leave_whole_lines(store: Store) -> None:
    def write(name: str) -> None:
        for number in range(20):
            store.append([f"{name}{number}".encode()] * 2)
            store.put(name, str(number).encode())

    threads = [threading.Thread(target=write, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = store.read(0).decode().split()
    assert sorted(found) == sorted(f"{name}{n}" for name in "abc" for n in range(20) for _ in "12")
    assert [store.get(name) for name in "abc"] == [b"19"] * 3


def test_a_journal_over_it(store: Store) -> None:
    journal, other = Journal(store), Journal(store)
    event = journal.record("l", "e", 1, fingerprint="f", language="sv")
    assert other.events() == (event,)
    assert journal.kept == store.kept
    assert journal.import_from(other.export()).known == 1
    journal.erase()
    assert journal.events() == other.events() == ()


def test_a_store_in_memory_says_that_nothing_is_kept() -> None:
    journal = Journal(MemoryStore())
    assert (journal.kept, journal.why, journal.path) == (False, None, None)
    journal.record("l", "e", 1, fingerprint="f", language="sv")
    assert journal.kept is False
    assert journal.write() is True
