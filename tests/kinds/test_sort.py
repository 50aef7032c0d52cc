from typing import Any

import pytest

from course.kinds import KINDS
from course.kinds.kind import AnswerError

KIND = KINDS["sort"]


KEY = {"x": "left", "y": "right", "z": "left"}


@pytest.mark.parametrize(
    ("changed", "score"),
    # By hand: of three cards, so many are in their own group.
    [({}, 1.0), ({"x": "right"}, 2 / 3), ({"x": "right", "y": "left"}, 1 / 3)],
)
def test_the_score_is_the_share_of_cards_in_place(
    make: Any, changed: dict[str, str], score: float
) -> None:
    exercise = make("sort")
    verdict = KIND.judge(exercise, KIND.accept(exercise, {**KEY, **changed}))
    assert verdict.score == pytest.approx(score)
    assert verdict.right == (score == 1)


def test_every_card_is_told_why_and_a_tempting_mistake_why_it_tempts(make: Any) -> None:
    verdict = KIND.judge(make("sort"), {"x": "right", "y": "left", "z": "left"})
    assert [(one.about, one.tone, one.text.en) for one in verdict.said] == [
        ("x", "not-yet", "Why x in English"),
        ("y", "not-yet", "Why y tempts in English"),
        ("z", "right", "Why z in English"),
    ]


@pytest.mark.parametrize(
    ("sent", "left"),
    [({}, 3), ({"x": "left"}, 2), ({**KEY, "z": ""}, 1), ({"x": "", "y": "", "z": ""}, 3)],
)
def test_cards_that_are_not_placed_are_counted(make: Any, sent: dict[str, str], left: int) -> None:
    with pytest.raises(AnswerError, match=r"^cards-left$") as caught:
        KIND.accept(make("sort"), sent)
    assert caught.value.values == {"n": left}


@pytest.mark.parametrize(
    "garbage",
    [
        None,
        "left",
        ["left"],
        {**KEY, "w": "left"},
        {**KEY, "x": "middle"},
        {**KEY, "x": None},
        {**KEY, "x": 1},
        {**KEY, "x": ["left"]},
        {**KEY, 1: "left"},
    ],
)
def test_cards_and_groups_that_are_not_there(make: Any, garbage: object) -> None:
    with pytest.raises(AnswerError, match=r"^unknown-option$"):
        KIND.accept(make("sort"), garbage)


def test_the_answer_comes_in_the_order_of_the_cards(make: Any) -> None:
    sent = dict(reversed(KEY.items()))
    assert list(KIND.accept(make("sort"), sent)) == ["x", "y", "z"]


def test_the_page_gets_cards_and_groups_and_not_the_key(make: Any) -> None:
    assert KIND.task(make("sort"), "en") == {
        "groups": [{"id": id, "text": f"{id} in English"} for id in ("left", "right")],
        "cards": [{"id": id, "text": f"{id} in English"} for id in "xyz"],
    }


def test_the_learner_reads_where_the_cards_were(make: Any) -> None:
    assert KIND.recall(make("sort"), KEY, "sv").splitlines() == [
        "x på svenska → left på svenska",
        "y på svenska → right på svenska",
        "z på svenska → left på svenska",
    ]
