"""A deal, try by try; what it says and when it is over follows from the docstring of `deck`."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_exercises import made

from course.kinds import KINDS
from course.kinds.deck import TRIES, Deal, deal_of
from course.kinds.kind import AnswerError

PLACED = {"x": "left", "y": "right", "z": "left"}
"""Where the cards of the small sort belong; x has a hint, y a tempting mistake."""


def deal(make: Any, *tries: tuple[str, str], **more: Any) -> Deal:
    deck = KINDS["sort"].deck(make("sort"))
    return deal_of(deck, {"tries": [list(one) for one in tries], **more})


def test_a_right_try_is_told_why_and_where(make: Any) -> None:
    (one,) = deal(make, ("x", "left")).tries
    assert (one.right, one.is_hint, one.place, one.said.text.en) == (
        True, False, "left", "Why x in English",
    )  # fmt: skip


def test_a_wrong_first_try_gets_the_hint_and_is_not_told_the_place(make: Any) -> None:
    (one,) = deal(make, ("x", "right")).tries
    assert (one.right, one.is_hint, one.place, one.said.text.en) == (
        False, True, None, "Think of x in English",
    )  # fmt: skip


def test_without_a_hint_a_wrong_try_gets_its_reason(make: Any) -> None:
    (one,) = deal(make, ("y", "left")).tries
    assert (one.is_hint, one.said.text.en) == (False, "Why y tempts in English")
    assert one.place is None


def test_a_wrong_second_try_gets_the_reason_and_the_place(make: Any) -> None:
    tries = deal(make, ("x", "right"), ("y", "right"), ("z", "left"), ("x", "right")).tries
    assert (tries[-1].is_hint, tries[-1].place) == (False, "left")
    assert tries[-1].said.text.en == "Why x in English"


def test_a_deal_is_over_when_no_card_comes_back(make: Any) -> None:
    first = [("x", "right"), ("y", "right"), ("z", "left")]
    assert not deal(make, *first).is_over
    assert deal(make, *first, ("x", "left")).is_over
    assert deal(make, *first, ("x", "right")).is_over
    assert deal(make, *PLACED.items()).is_over


def test_the_first_tries_are_the_answer(make: Any) -> None:
    done = deal(make, ("x", "right"), ("y", "right"), ("z", "left"), ("x", "left"))
    assert done.answer() == {**PLACED, "x": "right"}


def test_some_cards_dealt_again_are_practice(make: Any) -> None:
    practice = deal(make, ("z", "left"), of=["z"])
    assert (practice.is_over, practice.is_whole) == (True, False)
    assert practice.sent() == {"tries": [["z", "left"]], "of": ["z"]}


@pytest.mark.parametrize(
    "sent",
    [
        None,
        [],
        {},
        {"tries": None},
        {"tries": {}},
        {"tries": ["x"]},
        {"tries": [["x"]]},
        {"tries": [["x", "left", 1]]},
        {"tries": [[1, "left"]]},
        {"tries": [["w", "left"]]},
        {"tries": [["x", "middle"]]},
        {"tries": [["x", None]]},
        {"tries": [["x", "left"], ["x", "left"]]},  # it was right
        {"tries": [["x", "right"]] * 3},  # it has come twice
        {"tries": [["x", "left"]], "of": ["y"]},  # it is not in the deal
        {"tries": [], "of": ["w"]},
        {"tries": [], "of": "x"},
        {"tries": [], "more": 1},
    ],
)
def test_what_no_page_would_send(make: Any, sent: object) -> None:
    with pytest.raises(AnswerError, match=r"^unknown-option$"):
        deal_of(KINDS["sort"].deck(make("sort")), sent)


@settings(deadline=None)
@given(data=st.data())
@pytest.mark.parametrize("name", ["sort", "confidence", "choices"])
def test_however_it_goes_a_deal_ends_in_an_answer_of_the_kind(
    name: str, data: st.DataObject
) -> None:
    """It takes as many tries as there are cards, and one more for each that was wrong at first."""
    kind, exercise = KINDS[name], made(name)
    deck = kind.deck(exercise)
    values = {
        "sort": st.sampled_from(["left", "right"]),
        "choices": st.booleans(),
        "confidence": st.fixed_dictionaries(
            {"holds": st.booleans(), "sure": st.sampled_from([50, 100])}
        ),
    }[name]
    tries: list[Any] = []
    left = list(deck.ids)
    while left:
        tries.append([left[0], data.draw(values)])
        so_far = deal_of(deck, {"tries": tries})
        again = not so_far.tries[-1].right and sum(id == left[0] for id, _ in tries) < TRIES
        left = [*left[1:], *([left[0]] if again else [])]
        assert so_far.is_over == (not left)
    answer = kind.accept(exercise, so_far.answer())
    verdict = kind.judge(exercise, answer)
    wrong = len(tries) - len(deck.ids)
    assert sum(one.tone != "right" for one in verdict.said) == wrong
    assert kind.accept(exercise, answer) == answer
    assert so_far.sent() == {"tries": tries}


def test_options_that_are_weighed_together_are_no_cards(make: Any) -> None:
    assert KINDS["choices"].deck(make("choices", together=True)) is None
    with pytest.raises(AnswerError, match=r"^choose-some$"):
        KINDS["choices"].accept(make("choices", together=True), [])
    assert KINDS["choices"].accept(make("choices"), []) == []
