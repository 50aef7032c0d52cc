"""A store that hands on what is new; it lies in memory, and somebody else makes it durable."""

import errno

import pytest

from course.journal import cause
from course.runtimes.browser.handed import HandedStore


def test_what_was_kept_earlier_is_read_and_not_handed_over_again() -> None:
    store = HandedStore(b"one\ntwo\n", {"draft": b"d"})
    assert store.read(0) == b"one\ntwo\n"
    assert store.get("draft") == b"d"
    assert not store.hand_over()


def test_all_that_is_new_is_handed_over_once() -> None:
    store = HandedStore(b"one\n")
    store.append([b"two"])
    store.append([b"three"])
    store.put("a", b"1")
    store.put("b", None)
    handed = store.hand_over()
    assert (handed.cleared, handed.lines, handed.small) == (
        False, (b"two", b"three"), {"a": b"1", "b": None},
    )  # fmt: skip
    store.told()
    assert not store.hand_over()


def test_what_could_not_be_kept_is_handed_over_again_with_what_comes_next() -> None:
    store = HandedStore()
    store.append([b"one"])
    store.put("a", b"1")
    assert store.hand_over().lines == (b"one",)
    store.told("full")
    store.append([b"two"])
    handed = store.hand_over()
    assert (handed.lines, handed.small) == ((b"one", b"two"), {"a": b"1"})
    store.told()
    assert not store.hand_over()


def test_what_another_page_has_deleted_is_gone_here_and_never_kept() -> None:
    store = HandedStore(b"one\n")
    store.append([b"two"])
    store.hear([b"three"], cleared=True)
    assert store.read(0) == b"three\n"
    assert not store.hand_over()


def test_what_was_cleared_before_it_was_handed_over_never_is() -> None:
    store = HandedStore(b"one\n")
    store.append([b"two"])
    store.put("a", b"1")
    store.clear()
    store.append([b"three"])
    handed = store.hand_over()
    assert (handed.cleared, handed.lines, handed.small) == (True, (b"three",), {})
    assert store.read(0) == b"three\n"


def test_what_another_page_kept_is_heard_and_not_kept_twice() -> None:
    store = HandedStore(b"one\n")
    store.hear([b"two"])
    assert store.read(0) == b"one\ntwo\n"
    assert not store.hand_over()


@pytest.mark.parametrize(
    ("why", "told"), [("full", "full"), ("permission", "permission"), ("other", "other")]
)
def test_it_knows_why_nothing_is_kept(why: str, told: str) -> None:
    store = HandedStore()
    assert store.kept
    store.told(why)
    assert not store.kept
    assert cause(store.why) == told
    store.told()
    assert store.kept
    assert store.why is None


def test_what_the_learner_wants_kept_no_longer_is_handed_over_whole_if_that_changes() -> None:
    store = HandedStore(b"one\n", {"a": b"1"})
    store.append([b"two"])
    store.told()
    store.told("nothing")
    assert (store.kept, cause(store.why)) == (False, "nothing")
    handed = store.hand_over()
    assert (handed.lines, handed.small) == ((b"one", b"two"), {"a": b"1"})
    store.told()
    assert store.kept
    assert not store.hand_over()


def test_a_full_browser_is_told_as_a_full_disk_is() -> None:
    store = HandedStore()
    store.told("full")
    assert isinstance(store.why, OSError)
    assert store.why.errno == errno.ENOSPC
