from typing import Any

import pytest

from course.kinds import KINDS
from course.kinds.cases import text
from course.kinds.kind import AnswerError

KIND = KINDS["choices"]


@pytest.mark.parametrize(
    ("answer", "score"),
    # By hand: a and c are right of four; an option counts when it is rightly chosen or left.
    [
        (["a", "c"], 1.0),
        (["a"], 0.75),
        (["a", "b", "c", "d"], 0.5),
        (["a", "b"], 0.5),
        (["b"], 0.25),
        (["b", "d"], 0.0),
    ],
)
def test_the_score_is_the_share_that_is_rightly_chosen_or_left(
    make: Any, answer: list[str], score: float
) -> None:
    exercise = make("choices")
    verdict = KIND.judge(exercise, KIND.accept(exercise, answer))
    assert (verdict.score, verdict.right) == (score, score == 1)


def test_every_option_says_why_whether_it_was_chosen_or_not(make: Any) -> None:
    verdict = KIND.judge(make("choices"), ["a", "b"])
    assert [(one.about, one.tone, one.text.en) for one in verdict.said] == [
        ("a", "right", "Why a in English"),
        ("b", "not-yet", "Why b in English"),
        ("c", "not-yet", "Why c in English"),
        ("d", "right", "Why d in English"),
    ]


def test_the_answer_comes_in_the_order_of_the_file_and_each_once(make: Any) -> None:
    assert KIND.accept(make("choices"), ["c", "a", "c"]) == ["a", "c"]


@pytest.mark.parametrize("nothing", [None, [], "", "a", {}, {"a": True}, 0, True])
def test_nothing_chosen(make: Any, nothing: object) -> None:
    with pytest.raises(AnswerError, match=r"^choose-some$"):
        KIND.accept(make("choices", together=True), nothing)


@pytest.mark.parametrize("garbage", [["e"], ["a", "A"], ["a", 1], [["a"]], [None], [{}], [True]])
def test_an_option_that_is_not_there(make: Any, garbage: object) -> None:
    with pytest.raises(AnswerError, match=r"^unknown-option$"):
        KIND.accept(make("choices"), garbage)


def test_the_learner_reads_the_chosen_words_again(make: Any) -> None:
    assert KIND.recall(make("choices"), ["a", "d"], "sv") == "a på svenska\nd på svenska"


def test_an_exercise_without_a_right_option_is_a_fault(make: Any) -> None:
    options = [
        {"id": id, "text": {"sv": id, "en": id}, "feedback": {"sv": id, "en": id}} for id in "aba"
    ]
    found = [(one.place, one.key) for one in KIND.faults(make("choices", options=options))]
    assert found == [(("options", 2, "id"), "id-twice"), (("options",), "none-right")]


COSTS = {"a": 40, "b": 60, "c": 30, "d": 0}


def on_a_board(make: Any, budget: int, most: int, **without: Any) -> Any:
    """The small exercise with a budget; a and c are right, and cost 70."""
    options = [
        {
            "id": id, "text": text(id), "feedback": text(f"Why {id}"), "right": id in "ac",
            **({} if id == without.get("cost") else {"cost": cost}),
        }
        for id, cost in COSTS.items()
    ]  # fmt: skip
    together = without.get("together", True)
    board = {"budget": budget, "most": most}
    return make("choices", options=options, together=together, board=board)


def test_a_board_is_told_with_what_each_costs(make: Any) -> None:
    board = KIND.task(on_a_board(make, 70, 2), "sv")["board"]
    assert board == {"budget": 70, "most": 2, "costs": COSTS}
    assert KIND.task(make("choices"), "sv")["board"] is None


def test_an_answer_of_before_the_board_is_still_read(make: Any) -> None:
    assert KIND.accept(on_a_board(make, 70, 2), ["a", "b", "c"]) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("budget", "most", "without", "fault"),
    [
        (70, 2, {}, []),
        (69, 2, {}, ["choices-no-room"]),
        (70, 1, {}, ["choices-no-room"]),
        (70, 2, {"cost": "d"}, ["choices-no-cost"]),
        (70, 2, {"together": False}, ["choices-apart"]),
    ],
)
def test_a_board_has_room_for_what_is_right_and_costs_for_all(
    make: Any, budget: int, most: int, without: dict[str, Any], fault: list[str]
) -> None:
    found = KIND.faults(on_a_board(make, budget, most, **without))
    assert [one.key for one in found] == fault
