from itertools import combinations, permutations
from typing import Any

import pytest

from course.kinds import KINDS
from course.kinds.kind import AnswerError
from course.kinds.order.rules import longest_rise

KIND = KINDS["order"]


@pytest.mark.parametrize(
    ("answer", "kept", "stay"),
    # By hand: of the six pairs of four steps, so many stand in the right order; and which steps
    # are in order among themselves, the most that are.
    [
        ("abcd", 6, "abcd"),
        ("bacd", 5, "bcd"),
        ("dabc", 3, "abc"),
        ("bcda", 3, "bcd"),
        ("cdab", 2, "cd"),
        ("dcba", 0, "d"),
    ],
)
def test_the_score_is_the_share_of_pairs_in_order(
    make: Any, answer: str, kept: int, stay: str
) -> None:
    exercise = make("order")
    verdict = KIND.judge(exercise, KIND.accept(exercise, list(answer)))
    assert verdict.score == pytest.approx(kept / 6)
    assert verdict.right == (kept == 6)
    right = [one.about for one in verdict.said if one.tone == "right"]
    assert len(right) == len(stay)
    # Several sets can be as large: those that stay are in order in the answer and in the file.
    assert sorted(right, key=answer.index) == sorted(right)


def test_every_step_says_why_it_stands_where_it_stands(make: Any) -> None:
    verdict = KIND.judge(make("order"), ["d", "a", "b", "c"])
    assert [(one.about, one.tone, one.text.en) for one in verdict.said] == [
        ("a", "right", "Why a in English"),
        ("b", "right", "Why b in English"),
        ("c", "right", "Why c in English"),
        ("d", "not-yet", "Why d in English"),
    ]


@pytest.mark.parametrize(
    ("numbers", "rise"),
    [
        ([], []),
        ([5], [5]),
        ([2, 1, 0], [2]),
        ([1, 0, 3, 2], [1, 3]),
        ([3, 0, 1, 2], [0, 1, 2]),
    ],
)
def test_the_longest_rise_by_hand(numbers: list[int], rise: list[int]) -> None:
    assert longest_rise(numbers) == rise


def test_the_longest_rise_is_the_longest_of_all_parts() -> None:
    # Another way: every part of the list, from the longest, until one rises.
    for numbers in permutations(range(5)):
        parts = (list(part) for n in range(5, 0, -1) for part in combinations(numbers, n))
        longest = next(part for part in parts if part == sorted(part))
        found = longest_rise(list(numbers))
        assert len(found) == len(longest)
        assert found == sorted(found)
        assert found == [number for number in numbers if number in found]


@pytest.mark.parametrize(
    "garbage",
    [
        None,
        "abcd",
        [],
        ["a", "b", "c"],
        ["a", "b", "c", "c"],
        ["a", "b", "c", "d", "d"],
        ["a", "b", "c", "e"],
        ["a", "b", "c", 4],
        [["a"], "b", "c", "d"],
        {"a": 1, "b": 2, "c": 3, "d": 4},
    ],
)
def test_steps_that_are_not_there_or_not_all(make: Any, garbage: object) -> None:
    with pytest.raises(AnswerError, match=r"^unknown-option$"):
        KIND.accept(make("order"), garbage)


@pytest.mark.parametrize("id", [f"exercise-{n}" for n in range(12)])
def test_the_page_never_gets_the_right_order(make: Any, id: str) -> None:
    text = {"sv": "a", "en": "b"}
    steps = [{"id": one, "text": text, "feedback": text} for one in "abc"]
    shown = [card["id"] for card in KIND.task(make("order", id=id, steps=steps), "sv")["cards"]]
    assert shown != ["a", "b", "c"]
    assert sorted(shown) == ["a", "b", "c"]


def test_the_learner_reads_the_steps_in_the_order_that_they_were_put(make: Any) -> None:
    assert KIND.recall(make("order"), ["b", "a", "d", "c"], "en").splitlines() == [
        "1. b in English",
        "2. a in English",
        "3. d in English",
        "4. c in English",
    ]


def test_what_is_asked_anew_is_the_step_right_after_another(make: Any) -> None:
    things = list(KIND.recallable(make("order")))
    assert [thing.id for thing in things] == ["a", "b", "c"]  # of four steps, a to d
    for thing, after in zip(things, "bcd", strict=True):
        asked = thing.ask("en")
        ids = [one["id"] for one in asked.options]
        assert sorted(ids) == sorted(set("abcd") - {thing.id})
        assert [id for id in ids if thing.reply(id).tone == "right"] == [after]
        assert all(thing.reply(id).about == after for id in ids)
        with pytest.raises(AnswerError):
            thing.reply(thing.id)


@pytest.mark.parametrize(
    ("answer", "went"),
    # By hand, of a and b, b and c, c and d: together, in order but apart, the other way round.
    [
        ("abcd", ["right", "right", "right"]),
        ("acbd", ["unsure", "wrong", "unsure"]),
        ("dcba", ["wrong", "wrong", "wrong"]),
        ("dabc", ["right", "right", "wrong"]),
    ],
)
def test_two_steps_in_order_but_apart_were_half_known(
    make: Any, answer: str, went: list[str]
) -> None:
    assert [one.went(list(answer)) for one in KIND.recallable(make("order"))] == went
