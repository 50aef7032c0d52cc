from typing import Any

import pytest

from course.kinds import KINDS
from course.kinds.kind import AnswerError
from course.kinds.match.rules import named

KIND = KINDS["match"]


def matches(exercise: Any, ids: str) -> dict[str, str]:
    """An answer: for x, y and z in turn, the matches of these pairs."""
    return {pair: named(exercise, id) for pair, id in zip("xyz", ids, strict=True)}


@pytest.mark.parametrize(
    ("ids", "score"),
    # By hand: of three pairs, so many have their own match. The same match may stand at several.
    [("xyz", 1.0), ("xzy", 1 / 3), ("yzx", 0.0), ("xyx", 2 / 3), ("www", 0.0)],
)
def test_the_score_is_the_share_of_pairs_that_are_found(make: Any, ids: str, score: float) -> None:
    exercise = make("match")
    verdict = KIND.judge(exercise, KIND.accept(exercise, matches(exercise, ids)))
    assert verdict.score == pytest.approx(score)
    assert verdict.right == (score == 1)


def test_every_pair_says_why_and_a_tempting_mistake_why_it_tempts(make: Any) -> None:
    exercise = make("match")
    verdict = KIND.judge(exercise, matches(exercise, "yxw"))
    assert [(one.about, one.tone, one.text.en) for one in verdict.said] == [
        ("x", "not-yet", "Why y tempts at x in English"),
        ("y", "not-yet", "Why y in English"),
        ("z", "not-yet", "Why w tempts at z in English"),
    ]
    right = KIND.judge(exercise, matches(exercise, "xyz"))
    assert [(one.tone, one.text.sv) for one in right.said] == [
        ("right", f"Why {id} på svenska") for id in "xyz"
    ]


def test_pairs_that_are_not_chosen_are_counted(make: Any) -> None:
    exercise = make("match")
    for sent, left in [({}, 3), ({**matches(exercise, "xyz"), "y": ""}, 1)]:
        with pytest.raises(AnswerError, match=r"^pairs-left$") as caught:
            KIND.accept(exercise, sent)
        assert caught.value.values == {"n": left}


@pytest.mark.parametrize(
    "garbage",
    [None, [], "x", {"x": "x"}, {"v": ""}, {"x": None}, {"x": 1}, {"x": ["y"]}, {1: ""}],
)
def test_pairs_and_matches_that_are_not_there(make: Any, garbage: object) -> None:
    with pytest.raises(AnswerError, match=r"^unknown-option$"):
        KIND.accept(make("match"), garbage)


def test_the_page_gets_matches_whose_names_and_order_tell_nothing(make: Any) -> None:
    exercise = make("match")
    task = KIND.task(exercise, "en")
    assert task["cards"] == [{"id": id, "text": f"{id} in English"} for id in "xyz"]
    texts = [match["text"] for match in task["matches"]]
    in_file = ["to x in English", "to y in English", "to z in English", "to nothing in English"]
    assert texts != in_file
    assert sorted(texts) == sorted(in_file)
    assert len({match["id"] for match in task["matches"]} - set("xyzw")) == 4


@pytest.mark.parametrize("id", [f"exercise-{n}" for n in range(10)])
def test_two_pairs_never_stand_in_the_order_of_the_file(make: Any, id: str) -> None:
    text = {"sv": "a", "en": "b"}
    pairs = [
        {"id": one, "text": text, "match": {"sv": one, "en": one}, "feedback": text} for one in "xy"
    ]
    task = KIND.task(make("match", id=id, pairs=pairs, extra=[]), "sv")
    assert [match["text"] for match in task["matches"]] == ["y", "x"]


def test_an_answer_keeps_its_meaning_when_a_pair_is_moved(make: Any) -> None:
    exercise = make("match")
    text = {"sv": "a", "en": "b"}
    pairs = [{"id": id, "text": text, "match": text, "feedback": text} for id in "zxy"]
    assert KIND.key(make("match", pairs=pairs)) == KIND.key(exercise)


def test_the_learner_reads_the_pairs_again(make: Any) -> None:
    exercise = make("match")
    assert KIND.recall(exercise, matches(exercise, "xwy"), "sv").splitlines() == [
        "x på svenska → to x på svenska",
        "y på svenska → to nothing på svenska",
        "z på svenska → to y på svenska",
    ]


def test_a_tempting_match_that_is_not_there_is_a_fault(make: Any) -> None:
    text = {"sv": "a", "en": "b"}
    pair = {"text": text, "match": text, "feedback": text}
    pairs = [
        {**pair, "id": "x", "tempting": {"y": text, "w": text, "q": text, "x": text}},
        {**pair, "id": "y"},
        {**pair, "id": "y"},
    ]
    extra = [{"id": id, "text": text} for id in ("w", "x", "w")]
    faults = list(KIND.faults(make("match", pairs=pairs, extra=extra)))
    assert [(one.place, one.key) for one in faults] == [
        (("pairs", 2, "id"), "id-twice"),
        (("extra", 2, "id"), "id-twice"),
        (("extra", 1, "id"), "id-twice"),
        (("pairs", 0, "tempting", "q"), "unknown-match"),
        (("pairs", 0, "tempting", "x"), "unknown-match"),
    ]
