from typing import Any

import pytest

from course.kinds import KINDS
from course.kinds.confidence.rules import SURE, brier
from course.kinds.kind import AnswerError

KIND = KINDS["confidence"]

# In the small exercise a and c hold, b and d do not.
CERTAIN = {
    "a": {"holds": True, "sure": 100},
    "b": {"holds": False, "sure": 100},
    "c": {"holds": True, "sure": 100},
    "d": {"holds": False, "sure": 100},
}


def sure(at: int, **changes: Any) -> dict[str, dict[str, object]]:
    """All judged as they are, so sure; changes by statement."""
    return {id: {**one, "sure": at, **changes.get(id, {})} for id, one in CERTAIN.items()}


@pytest.mark.parametrize(
    ("answer", "score"),
    # Brier (1950): the mean of (how sure - how it turned out) squared, by hand.
    [
        (sure(100), 0.0),
        (sure(50), 0.25),  # "fifty-fifty" throughout
        (sure(80), 0.04),  # .2 squared
        (sure(100, a={"holds": False}), 0.25),  # one of four certain and mistaken: 1/4
        (sure(90, a={"holds": False}), (0.81 + 3 * 0.01) / 4),
        (sure(70, a={"holds": False}, b={"holds": True}), (2 * 0.49 + 2 * 0.09) / 4),
        ({id: {"holds": not one["holds"], "sure": 100} for id, one in CERTAIN.items()}, 1.0),
    ],
)
def test_the_score_is_one_less_the_brier_score(make: Any, answer: Any, score: float) -> None:
    exercise = make("confidence")
    verdict = KIND.judge(exercise, KIND.accept(exercise, answer))
    assert verdict.score == pytest.approx(1 - score)
    assert verdict.detail["brier"] == pytest.approx(score, abs=5e-5)


def test_right_is_to_judge_every_statement_as_it_is_however_sure(make: Any) -> None:
    exercise = make("confidence")
    assert KIND.judge(exercise, sure(60)).right is True
    assert KIND.judge(exercise, sure(100, d={"holds": True})).right is False


def test_a_toss_up_is_worth_the_same_whichever_way_it_is_said() -> None:
    assert brier([(0.5, True)]) == brier([(0.5, False)]) == 0.25


def test_how_sure_stands_beside_how_right_level_by_level(make: Any) -> None:
    answer = sure(90, b={"holds": True}, c={"sure": 60}, d={"sure": 60, "holds": True})
    detail = KIND.judge(make("confidence"), answer).detail
    # By hand: at 60 per cent c is right and d is not, at 90 a is right and b is not.
    assert detail["calibration"] == [
        {"sure": 60, "n": 2, "right": 1},
        {"sure": 90, "n": 2, "right": 1},
    ]
    assert (detail["right"], detail["n"], detail["mean_sure"]) == (2, 4, 75)


def test_every_statement_says_why(make: Any) -> None:
    verdict = KIND.judge(make("confidence"), sure(70, b={"holds": True}))
    assert [(one.about, one.tone, one.text.en) for one in verdict.said] == [
        ("a", "right", "Why a in English"),
        ("b", "not-yet", "Why b in English"),
        ("c", "right", "Why c in English"),
        ("d", "right", "Why d in English"),
    ]


@pytest.mark.parametrize(
    ("sent", "left"),
    [
        ({}, 4),
        ({**CERTAIN, "a": {"holds": None, "sure": 100}}, 1),
        ({**CERTAIN, "a": {"holds": True, "sure": None}}, 1),
        ({**CERTAIN, "a": {"holds": False}, "b": None, "c": "yes"}, 3),
    ],
)
def test_statements_that_are_not_judged_are_counted(
    make: Any, sent: dict[str, Any], left: int
) -> None:
    with pytest.raises(AnswerError, match=r"^statements-left$") as caught:
        KIND.accept(make("confidence"), sent)
    assert caught.value.values == {"n": left}


@pytest.mark.parametrize(
    "garbage",
    [
        None,
        [],
        "a",
        {"e": {"holds": True, "sure": 50}},
        {**CERTAIN, "a": {"holds": "true", "sure": 50}},
        {**CERTAIN, "a": {"holds": 1, "sure": 50}},
        {**CERTAIN, "a": {"holds": True, "sure": 55}},
        {**CERTAIN, "a": {"holds": True, "sure": 110}},
        {**CERTAIN, "a": {"holds": True, "sure": "50"}},
        {**CERTAIN, "a": {"holds": True, "sure": True}},
        {**CERTAIN, "a": {"holds": True, "sure": [50]}},
        {**CERTAIN, "a": {"holds": True, "sure": float("nan")}},
    ],
)
def test_statements_and_levels_that_are_not_there(make: Any, garbage: object) -> None:
    with pytest.raises(AnswerError, match=r"^unknown-option$"):
        KIND.accept(make("confidence"), garbage)


def test_a_whole_number_is_kept_however_it_was_sent(make: Any) -> None:
    answer = KIND.accept(
        make("confidence"), {**CERTAIN, "a": {"holds": True, "sure": 50.0, "x": 1}}
    )
    assert answer["a"] == {"holds": True, "sure": 50}
    assert isinstance(answer["a"]["sure"], int)


def test_the_page_gets_statements_and_levels_and_not_whether_they_hold(make: Any) -> None:
    assert KIND.task(make("confidence"), "sv") == {
        "cards": [{"id": id, "text": f"{id} på svenska"} for id in "abcd"],
        "sure": [50, 60, 70, 80, 90, 100],
    }
    assert list(SURE) == sorted(SURE)


def test_the_learner_reads_what_was_said_and_how_sure(make: Any) -> None:
    assert KIND.recall(make("confidence"), sure(80), "en").splitlines() == [
        "a in English Answer: “True”, 80 per cent sure.",
        "b in English Answer: “False”, 80 per cent sure.",
        "c in English Answer: “True”, 80 per cent sure.",
        "d in English Answer: “False”, 80 per cent sure.",
    ]


@pytest.mark.parametrize("holds", [True, False])
def test_statements_that_are_all_alike_are_a_fault(make: Any, holds: bool) -> None:
    text = {"sv": "a", "en": "b"}
    statements = [{"id": id, "text": text, "feedback": text, "holds": holds} for id in "ab"]
    found = [one.key for one in KIND.faults(make("confidence", statements=statements))]
    assert found == ["all-alike"]
