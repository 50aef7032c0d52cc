from typing import Any

import pytest

from course.kinds import KINDS
from course.kinds.kind import AnswerError
from course.kinds.reflection.rules import LONGEST

KIND = KINDS["reflection"]

ANYTHING = [
    "👩🏽‍⚕️🏳️‍🌈 e\u0301",
    "مرحبا بالعالم",
    "\u202eסדר הפוך\u202c",
    "<script>alert('å')</script>",
    '"}], {"',
    "a\x00b",
    "\ud83d",  # half of a pair, as a browser can send it
    "rad ett\n\n\trad två",
    "x" * LONGEST,
]


@pytest.mark.parametrize("words", ANYTHING)
def test_any_words_are_kept_as_they_are(make: Any, words: str) -> None:
    exercise = make("reflection")
    answer = KIND.accept(exercise, words)
    assert answer == words
    assert KIND.recall(exercise, answer, "sv") == words
    assert KIND.accept(exercise, answer) == answer


def test_space_around_the_words_goes(make: Any) -> None:
    assert KIND.accept(make("reflection"), " \n ett ord \t") == "ett ord"


@pytest.mark.parametrize("nothing", [None, "", " \n\t\u00a0", 0, 5, ["words"], {"words": 1}, True])
def test_nothing_written(make: Any, nothing: object) -> None:
    with pytest.raises(AnswerError, match=r"^write-something$"):
        KIND.accept(make("reflection"), nothing)


@pytest.mark.parametrize("n", [LONGEST + 1, 10_000])
def test_too_many_words_are_counted(make: Any, n: int) -> None:
    with pytest.raises(AnswerError, match=r"^too-long$") as caught:
        KIND.accept(make("reflection"), "å" * n)
    assert caught.value.values == {"n": n, "most": 4000}


def test_nothing_is_right_or_wrong_and_a_thought_comes_after(make: Any) -> None:
    exercise = make("reflection")
    verdict = KIND.judge(exercise, "words")
    assert (verdict.right, verdict.score, KIND.key(exercise)) == (None, None, None)
    assert [(one.tone, one.text.sv) for one in verdict.said] == [("note", "Afterwards på svenska")]


def test_the_page_gets_hints_and_not_the_thought_to_take_along(make: Any) -> None:
    assert KIND.task(make("reflection"), "en") == {"hints": ["A hint in English"], "longest": 4000}
