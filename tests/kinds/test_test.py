"""The test of questions from a bank: six questions in two lessons, of which four are drawn."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from small_exercises import made

from course.content.reading import build, joined
from course.faults import Fault
from course.kinds import KINDS
from course.kinds.exercise import Exercise
from course.kinds.kind import AnswerError
from course.kinds.test.bank import SEEDS, attempts, by_lot
from course.kinds.test.cases import file_of, question
from course.kinds.test.rules import FinalTest, fresh

KIND = KINDS["test"]


def bank(*ids: str, **fields: Any) -> dict[Path, Exercise]:
    """Questions of which b is right, by their files."""
    return {Path(file_of(id)): build(question(id, **fields)) for id in ids}


SEED_RANGE = range(200)
ATTEMPT = {"seed": 7, "drawn": ["p2", "q1", "q3", "p1"]}


@pytest.fixture
def test() -> FinalTest:
    exercise = made("test")
    assert isinstance(exercise, FinalTest)
    return exercise


def made_of(*ids: str, **fields: Any) -> Any:
    """The small test with another bank."""
    return joined(evolve(made("test"), questions=(), **fields), bank(*ids))


def given(*options: str) -> dict[str, Any]:
    return {**ATTEMPT, "given": list(options)}


# --- drawing --------------------------------------------------------------------------------------


def test_each_lesson_gives_its_share_and_no_question_comes_twice(test: FinalTest) -> None:
    for questions in (by_lot(test, seed, {}) for seed in SEED_RANGE):
        assert Counter(id[0] for id in questions) == {"p": 2, "q": 2}
        assert len(set(questions)) == 4


@pytest.mark.parametrize("draw", [1, 2, 3, 4, 5])
def test_where_shares_cannot_be_equal_they_differ_by_one(draw: int) -> None:
    exercise = made_of("p1", "p2", "p3", "q1", "q2", "q3", "r1", draw=draw)
    fuller = set()
    for seed in SEED_RANGE:
        counts = Counter(id[0] for id in by_lot(exercise, seed, {}))
        sizes = [counts[letter] for letter in "pqr"]
        assert sum(sizes) == draw
        assert max(sizes) - min(sizes) <= 1
        fuller |= {letter for letter in "pqr" if counts[letter] == max(sizes)}
    assert fuller == set("pqr" if draw < 4 else "pq"), "which lesson gives more is left to chance"


def test_a_seed_always_draws_alike_and_seeds_differ(test: FinalTest) -> None:
    draws = [tuple(by_lot(test, seed, {})) for seed in SEED_RANGE]
    assert draws == [tuple(by_lot(test, seed, {})) for seed in SEED_RANGE]
    # By hand: three pairs from each of two lessons, in 4! orders, are 216 draws.
    assert len(set(draws)) > 100
    assert {questions[0] for questions in draws} == {"p1", "p2", "p3", "q1", "q2", "q3"}


def test_what_was_answered_least_often_comes_first(test: FinalTest) -> None:
    seen = {"p1": 1, "p2": 1, "q1": 2, "q2": 1, "q3": 1}
    for questions in (by_lot(test, seed, seen) for seed in SEED_RANGE):
        assert "p3" in questions, "the only one that is new"
        assert {"q2", "q3"} <= set(questions), "both are seen less than q1"


def test_a_second_attempt_has_what_the_first_had_not(test: FinalTest) -> None:
    first = fresh(test, "event-1", [])
    answer = {**{name: first[name] for name in ("seed", "drawn")}, "given": ["a", "b", "c", "b"]}
    second = fresh(test, "event-2", [answer])
    unseen = {"p1", "p2", "p3", "q1", "q2", "q3"} - set(first["drawn"])
    assert unseen <= set(second["drawn"])
    assert second["seed"] != first["seed"]


def test_a_question_that_was_drawn_and_never_reached_is_still_new(test: FinalTest) -> None:
    seen_one = {"seed": 1, "drawn": ["p1", "p2", "q1", "q2"], "given": ["b"]}
    for n in range(50):
        assert {"p2", "p3"} <= set(fresh(test, f"event-{n}", [seen_one])["drawn"])


def test_a_fresh_attempt_is_the_same_for_the_same_name(test: FinalTest) -> None:
    one = fresh(test, "event-1", [])
    assert one == fresh(test, "event-1", [])
    assert one["given"] == []
    assert 0 <= one["seed"] < SEEDS
    assert one["next"]["question"] == one["drawn"][0]
    assert one["next"]["n"] == 1
    assert sorted(one["next"]["order"]) == ["a", "b", "c"]


def test_options_stand_in_an_order_of_their_own_in_each_attempt(test: FinalTest) -> None:
    orders = Counter(tuple(fresh(test, str(n), [])["next"]["order"]) for n in range(300))
    assert len(orders) == 6, "every order of three"
    # By hand: 300 attempts give each order 50 times on average, give or take 6.5 (a binomial).
    assert all(25 < n < 75 for n in orders.values())


def test_attempts_are_told_apart_by_their_seed(test: FinalTest) -> None:
    events = [given("a"), {**given("b"), "seed": 8}, given("a", "b"), given("a", "b", "c")]
    assert attempts(events) == [given("a", "b", "c"), {**given("b"), "seed": 8}]
    assert attempts([]) == []


# --- answering ------------------------------------------------------------------------------------


def test_before_the_end_there_is_a_reason_and_no_judgement_of_the_whole(test: FinalTest) -> None:
    verdict = KIND.judge(test, given("b", "a"))
    assert (verdict.right, verdict.score) == (None, None)
    assert [(one.about, one.tone, one.text.en) for one in verdict.said] == [
        ("q1", "not-yet", "Why a in q1 in English")
    ]
    assert verdict.detail["ended"] is False
    assert (verdict.detail["here"]["question"], verdict.detail["here"]["n"]) == ("q1", 2)
    assert (verdict.detail["next"]["question"], verdict.detail["next"]["n"]) == ("q3", 3)
    assert set(verdict.detail) == {"ended", "here", "next"}, "neither the score nor the lessons"


@pytest.mark.parametrize(
    ("options", "right", "held", "of_p", "of_q"),
    # By hand: b is right everywhere; p2 and p1 are the first and the last, q1 and q3 between.
    [
        ("bbbb", True, 4, 2, 2),
        ("bbba", True, 3, 1, 2),  # mastery is 0.75
        ("bacb", False, 2, 2, 0),
        ("acac", False, 0, 0, 0),
    ],
)
def test_at_the_end_it_is_told_how_many_hold_and_where(
    test: FinalTest, options: str, right: bool, held: int, of_p: int, of_q: int
) -> None:
    verdict = KIND.judge(test, given(*options))
    assert (verdict.right, verdict.score) == (right, held / 4)
    assert verdict.detail["held"] == held
    assert verdict.detail["lessons"] == {
        "00-p": {"held": of_p, "of": 2},
        "01-q": {"held": of_q, "of": 2},
    }
    assert "next" not in verdict.detail
    assert [one.about for one in verdict.said] == ATTEMPT["drawn"]
    assert [one.tone == "right" for one in verdict.said] == [option == "b" for option in options]


def test_a_lesson_of_which_nothing_was_drawn_is_not_told_of() -> None:
    exercise = made_of("p1", "q1", "r1", draw=2)
    verdict = KIND.judge(exercise, {"seed": 1, "drawn": ["p1", "r1"], "given": ["b", "b"]})
    assert set(verdict.detail["lessons"]) == {"00-p", "02-r"}


@pytest.mark.parametrize(
    ("draw", "mastery", "needed"),
    # By hand; 0.07 of 100 is 7.000000000000001 in floating point.
    [(20, 0.8, 16), (4, 0.75, 3), (5, 0.5, 3), (100, 0.07, 7), (3, 1.0, 3)],
)
def test_how_many_must_hold(draw: int, mastery: float, needed: int) -> None:
    exercise = evolve(made("test"), draw=draw, mastery=mastery)
    assert isinstance(exercise, FinalTest)
    assert exercise.needed == needed


@pytest.mark.parametrize("sent", [given(), given(""), given("b", "")])
def test_a_question_without_an_answer(test: FinalTest, sent: object) -> None:
    with pytest.raises(AnswerError, match=r"^choose-one$"):
        KIND.accept(test, sent)


@pytest.mark.parametrize(
    "garbage",
    [
        None,
        [],
        "b",
        {},
        ATTEMPT,
        {**given("b"), "more": 1},
        {**given("b"), "seed": -1},
        {**given("b"), "seed": SEEDS},
        {**given("b"), "seed": True},
        {**given("b"), "seed": "7"},
        {**given("b"), "drawn": "p2"},
        {**given("b"), "drawn": ["p2", "q1", "q3"]},
        {**given("b"), "drawn": ["p2", "q1", "q3", "p2"]},
        {**given("b"), "drawn": ["p2", "q1", "q3", "x9"]},
        {**given("b"), "drawn": ["p2", "q1", "q3", 4]},
        {**given("b"), "given": "b"},
        given("d"),
        given("d", "b"),
        {**given("b"), "given": [None]},
        given("b", "b", "b", "b", "b"),
    ],
)
def test_what_is_no_attempt(test: FinalTest, garbage: object) -> None:
    with pytest.raises(AnswerError, match=r"^unknown-option$"):
        KIND.accept(test, garbage)


def test_the_learner_reads_the_answers_again(test: FinalTest) -> None:
    assert KIND.recall(test, given("b", "a"), "sv") == (
        "2 av 4 frågor besvarade\np2 på svenska → b på svenska\nq1 på svenska → a på svenska"
    )
    told = KIND.recall(test, given("b", "a", "b", "b"), "en").splitlines()
    assert told[0] == "3 of 4 correct"
    assert len(told) == 5


def test_the_page_gets_the_questions_and_where_the_lessons_are(test: FinalTest) -> None:
    task = KIND.task(test, "en")
    assert (task["of"], task["needed"]) == (4, 3)
    assert task["questions"]["p1"]["text"] == "p1? in English"
    assert [one["id"] for one in task["questions"]["p1"]["options"]] == ["a", "b", "c"]
    assert task["lessons"][0] == {
        "id": "00-p",
        "href": "00-p.ipynb",
        "questions": ["p1", "p2", "p3"],
    }
    assert task["hints"][0].startswith("4 questions")
    assert "at least 3 correct" in task["hints"][0]


# --- what an author is told -----------------------------------------------------------------------


def faults(exercise: Any) -> list[tuple[Any, ...]]:
    return [(one.place, one.key, one.file and one.file.name) for one in KIND.faults(exercise)]


@pytest.mark.parametrize("draw", range(1, 8))
def test_a_bank_that_is_large_enough(draw: int) -> None:
    # By hand: 3, 3 and 1 questions give at most 2 + 2 + 1 or 3 + 3 + 1 evenly, so up to 5.
    exercise = made_of("p1", "p2", "p3", "q1", "q2", "q3", "r1", draw=draw)
    assert bool(faults(exercise)) == (draw > 5)


def test_an_empty_bank() -> None:
    assert faults(made_of()) == [(("bank",), "bank-empty", None)]


def test_each_lesson_that_is_too_small_is_named() -> None:
    found = list(KIND.faults(made_of("p1", "q1", "q2", draw=4)))
    assert found == [
        Fault(
            ("draw",),
            "bank-too-small",
            {"draw": 4, "lessons": 2, "lesson": "00-p", "n": 1, "least": 2},
        )
    ]


def test_too_few_lessons_that_can_give_one_more() -> None:
    (fault,) = KIND.faults(made_of("p1", "q1", draw=3))
    assert (fault.place, fault.key) == (("draw",), "bank-uneven")
    assert fault.values == {"draw": 3, "lessons": 2, "more": 1, "each": 2}


def test_a_question_without_a_right_answer_is_told_in_its_file() -> None:
    none = bank("p1", options=[{**one, "right": False} for one in OPTIONS])
    exercise = joined(evolve(made("test"), questions=(), draw=2), {**none, **bank("q1")})
    assert faults(exercise) == [(("options",), "none-right", "p1.yml")]


def test_a_question_of_another_kind_is_told_in_its_file() -> None:
    other = {file: made("sort") for file in bank("p1")}
    exercise = joined(evolve(made("test"), questions=(), draw=2), {**other, **bank("q1")})
    assert faults(exercise) == [(("kind",), "bank-only-choice", "p1.yml")]


def test_an_id_that_two_lessons_have_is_told_in_the_second() -> None:
    (file, question), *_ = bank("p1").items()
    twin = {file.parent.parent / "01-q" / "p1.yml": question}
    exercise = joined(evolve(made("test"), questions=(), draw=2), {file: question, **twin})
    (fault,) = KIND.faults(exercise)
    assert (fault.place, fault.key, fault.values) == (
        ("id",),
        "bank-id-twice",
        {"other": "00-p/p1.yml"},
    )
    assert fault.file in twin


OPTIONS = [
    {
        "id": id,
        "text": {"sv": f"{id} sv", "en": f"{id} en"},
        "feedback": {"sv": f"v {id}", "en": id},
    }
    for id in "ab"
]
