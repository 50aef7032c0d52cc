from itertools import pairwise
from typing import Any

import pytest

from course.kinds import KINDS
from course.kinds.estimate.rules import among
from course.kinds.kind import AnswerError

KIND = KINDS["estimate"]


@pytest.mark.parametrize(
    ("sent", "guess"),
    [
        (40, 40.0),
        (12.5, 12.5),
        ("12,5", 12.5),
        ("12.5", 12.5),
        (" 40 ", 40.0),
        ("40 %", 40.0),
        ("4 0", 40.0),
        ("0\u00a040", 40.0),
        ("\u202f7\u202f", 7.0),
        ("+3", 3.0),
        ("−0", 0.0),
        (",5", 0.5),
        ("7,", 7.0),
        (0, 0.0),
        (100, 100.0),
    ],
)
def test_a_number_however_it_is_written(make: Any, sent: object, guess: float) -> None:
    assert KIND.accept(make("estimate"), sent) == guess


@pytest.mark.parametrize(
    "sent",
    [
        "",
        " ",
        "forty",
        "4 x",
        "1.2.3",
        "1,2,3",
        "--3",
        "1e2",
        "0x1",
        "½",
        "40–50",
        "nan",
        "inf",
        "%",
        None,
        True,
        False,
        [],
        [40],
        {"n": 40},
        10**400,
    ],
)
def test_what_is_no_number(make: Any, sent: object) -> None:
    with pytest.raises(AnswerError, match=r"^no-number$"):
        KIND.accept(make("estimate"), sent)


@pytest.mark.parametrize(
    "sent", [-1, 100.5, "101", "-0,1", "−5", 1e300, float("inf"), float("nan"), "9" * 400]
)
def test_a_number_outside_the_range(make: Any, sent: object) -> None:
    with pytest.raises(AnswerError, match=r"^out-of-range$") as caught:
        KIND.accept(make("estimate"), sent)
    assert set(caught.value.values) == {"lowest", "highest"}


@pytest.mark.parametrize(
    ("guess", "said", "score"),
    # By hand: within 5 of 40 is close; otherwise 1 less the distance over the range of 100.
    [
        (40, "close", 1.0),
        (35, "close", 1.0),
        (45, "close", 1.0),
        (34, "low", 0.94),
        (46, "high", 0.94),
        (0, "low", 0.6),
        (100, "high", 0.4),
    ],
)
def test_close_is_good_enough_and_far_is_told_which_way(
    make: Any, guess: float, said: str, score: float
) -> None:
    exercise = make("estimate")
    verdict = KIND.judge(exercise, KIND.accept(exercise, guess))
    assert verdict.score == pytest.approx(score)
    assert verdict.right == (said == "close")
    assert verdict.said[0].text.en == f"Why {said} in English"
    assert verdict.detail == {"answer": 40.0, "guess": guess}


@pytest.mark.parametrize(
    ("answer", "swedish", "english"),
    [
        (40.0, "40", "40"),
        (12.5, "12,5", "12.5"),
        (0.76, "0,76", "0.76"),
        (-0.25, "−0,25", "−0.25"),
        (1 / 3, "0,333333", "0.333333"),
    ],
)
def test_the_learner_reads_the_guess_as_it_was(
    make: Any, answer: float, swedish: str, english: str
) -> None:
    exercise = make("estimate", lowest=-1)
    assert KIND.recall(exercise, answer, "sv") == f"{swedish} per cent på svenska"
    assert KIND.recall(exercise, answer, "en") == f"{english} per cent in English"


def test_the_page_gets_the_range_and_not_the_answer(make: Any) -> None:
    assert KIND.task(make("estimate"), "en") == {
        "unit": "per cent in English",
        "lowest": 0,
        "highest": 100,
        "step": 1,
    }


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"lowest": 100}, "empty-range"),
        ({"answer": 101}, "answer-outside"),
        ({"answer": -1}, "answer-outside"),
        ({"near": 50}, "near-too-wide"),
    ],
)
def test_a_range_that_cannot_be_guessed_in(make: Any, fields: dict[str, int], key: str) -> None:
    assert key in [fault.key for fault in KIND.faults(make("estimate", **fields))]


@pytest.mark.parametrize(
    ("lowest", "highest", "answer", "near", "apart"),
    # By hand: fifteen hundredths of the range, or twice what is near, whichever is more; where the
    # range has room for neither, as far as there is.
    [
        (0, 100, 46.9, 5, 15),
        (-1, 1, 0.02, 0.1, 0.3),
        (0, 60, 60, 3, 9),
        (0, 10, 0, 2, 4),
        (0, 10, 5, 4, 5),
    ],
)
def test_the_number_is_asked_for_anew_among_others_that_are_not_close(
    make: Any, lowest: float, highest: float, answer: float, near: float, apart: float
) -> None:
    exercise = make("estimate", lowest=lowest, highest=highest, answer=answer, near=near)
    numbers = among(exercise)
    assert answer in numbers
    assert all(lowest <= one <= highest for one in numbers)
    assert 2 <= len(numbers) <= 4
    steps = [later - one for one, later in pairwise(numbers)]
    assert steps == pytest.approx([apart] * len(steps))
    (thing,) = KIND.recallable(exercise)
    tones = [thing.reply(one["id"]).tone for one in thing.ask("en").options]
    assert tones == ["right" if one == answer else "not-yet" for one in numbers]


def test_a_guess_that_was_close_is_remembered(make: Any) -> None:
    exercise = make("estimate", lowest=0, highest=100, answer=40, near=5)
    (thing,) = KIND.recallable(exercise)
    assert [thing.went(guess) for guess in (35.0, 45.0, 34.0)] == ["right", "right", "wrong"]
    with pytest.raises(AnswerError):
        thing.reply("much")
