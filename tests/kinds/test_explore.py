from typing import Any

import pytest

from course.kinds import KINDS
from course.kinds.kind import AnswerError

KIND = KINDS["explore"]


@pytest.mark.parametrize(("answer", "right"), [("a", False), ("b", True), ("c", False)])
def test_the_prediction_is_judged_as_a_choice(make: Any, answer: str, right: bool) -> None:
    exercise = make("explore")
    verdict = KIND.judge(exercise, KIND.accept(exercise, answer))
    assert (verdict.right, verdict.score) == (right, float(right))
    assert verdict.said[0].text.sv == f"Why {answer} på svenska"


@pytest.mark.parametrize("nothing", [None, "", []])
def test_the_model_does_not_run_before_a_guess(make: Any, nothing: object) -> None:
    with pytest.raises(AnswerError, match=r"^predict-first$"):
        KIND.accept(make("explore"), nothing)


@pytest.mark.parametrize("garbage", ["d", 1, ["a"], {"a": 1}])
def test_a_guess_that_is_not_there(make: Any, garbage: object) -> None:
    with pytest.raises(AnswerError, match=r"^unknown-option$"):
        KIND.accept(make("explore"), garbage)


def test_the_page_gets_what_the_model_leaves_out(make: Any) -> None:
    task = KIND.task(make("explore"), "en")
    assert set(task) == {"options", "bars", "leaves_out", "controls"}
    assert task["leaves_out"] == "Left out in English"


def test_the_learner_reads_the_prediction_again(make: Any) -> None:
    assert KIND.recall(make("explore"), "a", "sv") == "a på svenska"


def test_two_right_predictions_are_a_fault(make: Any) -> None:
    exercise = make("explore")
    options = [
        {"id": one.id, "text": {"sv": "a", "en": "b"}, "feedback": {"sv": "c", "en": "d"}}
        for one in exercise.options
    ]
    for one in options[1:]:
        one["right"] = True
    (fault,) = KIND.faults(make("explore", options=options))
    assert (fault.place, fault.key, fault.values) == (
        ("options", 2, "right"),
        "one-right",
        {"first": "b"},
    )
