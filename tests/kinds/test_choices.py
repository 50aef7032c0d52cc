from typing import Any

import pytest

from course.kinds import KINDS
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
