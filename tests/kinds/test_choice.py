from typing import Any

import pytest
from small_exercises import FIELDS

from course.kinds import KINDS
from course.kinds.cases import text
from course.kinds.kind import AnswerError

KIND = KINDS["choice"]


def free(make: Any) -> Any:
    exercise = make("choice")
    options = [
        {"id": one.id, "text": {"sv": "a", "en": "b"}, "feedback": {"sv": "c", "en": "d"}}
        for one in exercise.options
    ]
    return make("choice", options=options)


@pytest.mark.parametrize(
    ("answer", "right", "score", "tone"),
    [("a", False, 0.0, "not-yet"), ("b", True, 1.0, "right"), ("c", False, 0.0, "not-yet")],
)
def test_each_option_says_why(make: Any, answer: str, right: bool, score: float, tone: str) -> None:
    exercise = make("choice")
    verdict = KIND.judge(exercise, KIND.accept(exercise, answer))
    (said,) = verdict.said
    assert (verdict.right, verdict.score) == (right, score)
    assert (said.tone, said.about, said.text.en) == (tone, answer, f"Why {answer} in English")


def test_a_free_choice_is_neither_right_nor_wrong(make: Any) -> None:
    exercise = free(make)
    verdict = KIND.judge(exercise, "a")
    assert (verdict.right, verdict.score) == (None, None)
    assert [one.tone for one in verdict.said] == ["note"]
    assert KIND.key(exercise) is None


@pytest.mark.parametrize("nothing", [None, "", [], {}, 0, False])
def test_nothing_chosen(make: Any, nothing: object) -> None:
    with pytest.raises(AnswerError, match=r"^choose-one$"):
        KIND.accept(make("choice"), nothing)


@pytest.mark.parametrize("garbage", ["d", "A", "a ", 1, True, ["a"], {"a": 1}, 1.5])
def test_an_option_that_is_not_there(make: Any, garbage: object) -> None:
    with pytest.raises(AnswerError, match=r"^unknown-option$"):
        KIND.accept(make("choice"), garbage)


def test_the_page_gets_options_in_its_language_and_not_the_key(make: Any) -> None:
    assert KIND.task(make("choice"), "sv") == {
        "options": [{"id": id, "text": f"{id} på svenska"} for id in "abc"],
        "bars": [],
    }


def test_the_rows_become_a_figure_once_one_is_chosen(make: Any) -> None:
    def shows(*numbers: list[float]) -> Any:
        written = zip(FIELDS["choice"]["options"], numbers, strict=True)
        options = [{**one, "shows": n} for one, n in written]
        return make("choice", bars=[text("within"), text("between")], options=options)

    exercise = shows([1, 2], [3, 4], [5, 6])
    assert KIND.task(exercise, "en")["bars"] == ["within in English", "between in English"]
    detail = KIND.judge(exercise, "a").detail
    assert detail["shows"] == {"a": [1, 2], "b": [3, 4], "c": [5, 6]}
    assert detail["right"] == KIND.key(exercise)
    assert list(KIND.faults(exercise)) == []
    (fault,) = KIND.faults(shows([1, 2], [3], [5, 6]))
    assert (fault.place, fault.key) == (("options", 1), "bars-differ")
    assert KIND.judge(make("choice"), "a").detail == {}


def test_the_learner_reads_the_words_again(make: Any) -> None:
    assert KIND.recall(make("choice"), "c", "en") == "c in English"
