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
    assert set(task) == {"options", "bars", "leaves_out", "controls", "guesses"}
    assert task["leaves_out"] == "Left out in English"


def test_the_page_gets_where_a_guess_stands(make: Any) -> None:
    exercise = make("explore", guesses={"a": [{"control": "strength", "stop": 3}, {"at": 5}]})
    assert KIND.task(exercise, "en")["guesses"] == {
        "a": [{"control": "strength", "stop": 3}, {"at": 5.0}]
    }


def test_a_guess_is_of_an_answer_and_of_what_can_be_set(make: Any) -> None:
    exercise = make("explore", guesses={"z": [{"at": 1}], "a": [{"control": "mood", "stop": 0}]})
    assert [(fault.place, fault.key) for fault in KIND.faults(exercise)] == [
        (("guesses", "z"), "guess-no-option"),
        (("guesses", "a", 0, "control"), "guess-no-control"),
    ]


@pytest.mark.parametrize("stop", range(4))
def test_a_guess_may_be_of_each_stop(make: Any, stop: int) -> None:
    """The strength of a tie has four, as in Leischow's survey, and four names in its words."""
    exercise = make("explore", guesses={"a": [{"control": "strength", "stop": stop}]})
    assert list(KIND.faults(exercise)) == []


def test_a_guess_beyond_the_last_stop_is_told(make: Any) -> None:
    """It would be marked nowhere, and nobody would see why."""
    exercise = make("explore", guesses={"a": [{"at": 1}, {"control": "strength", "stop": 4}]})
    (fault,) = KIND.faults(exercise)
    assert (fault.place, fault.key, fault.values) == (
        ("guesses", "a", 1, "stop"),
        "guess-no-stop",
        {"given": 4, "control": "strength", "last": 3},
    )


@pytest.mark.parametrize(("has", "lacks"), [("control", "stop"), ("stop", "control")])
def test_a_stop_is_of_something_that_can_be_set(make: Any, has: str, lacks: str) -> None:
    value = {"control": "strength", "stop": 0}[has]
    (fault,) = KIND.faults(make("explore", guesses={"a": [{has: value}]}))
    assert (fault.place, fault.key) == (("guesses", "a", 0), "missing-key")
    assert fault.values == {"missing": lacks}


def test_a_guess_of_a_person_goes_by_the_municipality_s_own_name(make: Any) -> None:
    exercise = make("explore", guesses={"a": [{"name": "Karin"}, {"at": 1}]})
    (first, second) = KIND.placed(exercise, {}, {"Karin": "Kaisa"}).guesses["a"]
    assert (first.name, second.name, second.at) == ("Kaisa", None, 1)


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
