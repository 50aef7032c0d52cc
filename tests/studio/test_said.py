"""Sentences that nobody wrote: each kind and each explorer is asked for its own."""

import pytest

from course import words
from course.kinds import KINDS
from course.studio.said import word_faults


def test_no_sentence_is_missing() -> None:
    assert [fault.told("en") for fault in word_faults()] == []


@pytest.mark.parametrize(
    ("key", "file"),
    [
        ("explore.tie-strength.strength", "course/explorers/tie_strength.yml"),
        ("explore.tie-strength.strength-2", "course/explorers/tie_strength.yml"),
        ("card.kind-sort", "course/kinds/sort/words.yml"),
    ],
)
def test_a_sentence_that_is_missing_is_told_with_its_file(
    monkeypatch: pytest.MonkeyPatch, key: str, file: str
) -> None:
    assert "sort" in KINDS
    monkeypatch.delitem(words._sentences(key.partition(".")[0]), key)
    assert [(fault.told("sv"), fault.told("en")) for fault in word_faults()] == [
        (
            f"{file}, rad 1: Meningen {key} saknas. Skriv den här på svenska och engelska.",
            f"{file}, line 1: The sentence {key} is missing. "
            "Write it here in Swedish and in English.",
        )
    ]


def test_a_word_that_only_the_view_of_a_kind_says_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """``takes`` stands in view.js as ``words.takes``, and no task, verdict or recall says it."""
    monkeypatch.delitem(words._sentences("card"), "card.takes")
    words._in_room.cache_clear()
    found = [(fault.file, fault.values["key"]) for fault in word_faults()]
    words._in_room.cache_clear()
    assert found == [("course/kinds/choices/words.yml", "card.takes")]


def test_a_picture_without_its_words_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first picture of an explorer is drawn once and kept, so one of its own is tried."""
    from course.explorers import EXPLORERS
    from course.explorers.explorer import Explorer

    explorer = EXPLORERS["brokers"]
    assert isinstance(explorer, Explorer)
    own = [
        key
        for key in words.every_key()
        if key.startswith("explore.brokers.")
        and not any(key.startswith(f"explore.brokers.{one.id}") for one in explorer.controls)
    ]
    told = set()
    for key in own:
        with monkeypatch.context() as patch:
            patch.delitem(words._sentences("explore"), key)
            from course.explorers.explorer import _drawn

            _drawn.cache_clear()
            told |= {fault.values["key"] for fault in word_faults()} & {key}
    assert told
