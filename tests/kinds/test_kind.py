import pytest

from course.faults import Fault
from course.kinds.kind import AnswerError, Said, Verdict
from course.kinds.options import twice
from course.words.bilingual import Text


@pytest.mark.parametrize("score", [-0.01, 1.01, float("nan")])
def test_a_score_lies_between_0_and_1(score: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        Verdict(right=True, score=score, said=())


@pytest.mark.parametrize("score", [None, 0, 0.5, 1])
def test_or_there_is_none(score: float | None) -> None:
    assert Verdict(right=None, score=score, said=()).score == score


def test_what_is_said_is_about_something_or_nothing() -> None:
    assert Said(Text("a", "b"), "note").about is None


def test_an_answer_error_names_its_sentence_and_its_values() -> None:
    error = AnswerError("too-long", n=5, most=4)
    assert (str(error), error.key, error.values) == ("too-long", "too-long", {"n": 5, "most": 4})


def test_every_id_after_the_first_is_a_fault() -> None:
    assert list(twice(["a", "b", "a", "a"], "cards")) == [
        Fault(("cards", 2, "id"), "id-twice", {"id": "a"}),
        Fault(("cards", 3, "id"), "id-twice", {"id": "a"}),
    ]
