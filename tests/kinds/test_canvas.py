from typing import Any

import pytest

from course.kinds import KINDS
from course.kinds.canvas.rules import LONGEST
from course.kinds.kind import AnswerError

KIND = KINDS["canvas"]


def test_the_model_answer_comes_field_by_field_after_a_thought(make: Any) -> None:
    verdict = KIND.judge(make("canvas"), {"b": "words"})
    assert (verdict.right, verdict.score, KIND.key(make("canvas"))) == (None, None, None)
    assert [(one.about, one.tone, one.text.en) for one in verdict.said] == [
        (None, "note", "Afterwards in English"),
        ("a", "note", "Model a in English"),
        ("b", "note", "Model b in English"),
    ]
    assert verdict.detail == {"filled": 1, "fields": 2}


def test_the_answer_is_what_was_filled_in_without_space_around_it(make: Any) -> None:
    sent = {"b": " two\nlines \n", "a": "ett"}
    assert list(KIND.accept(make("canvas"), sent).items()) == [("a", "ett"), ("b", "two\nlines")]
    assert KIND.accept(make("canvas"), {"a": " \n", "b": "x"}) == {"b": "x"}


@pytest.mark.parametrize("nothing", [{}, {"a": ""}, {"a": " ", "b": "\n\t"}])
def test_nothing_written(make: Any, nothing: object) -> None:
    with pytest.raises(AnswerError, match=r"^write-something$"):
        KIND.accept(make("canvas"), nothing)


@pytest.mark.parametrize(
    "garbage", [None, [], "words", {"c": "x"}, {"a": None}, {"a": 1}, {"a": ["x"]}, {1: "x"}]
)
def test_fields_that_are_not_there(make: Any, garbage: object) -> None:
    with pytest.raises(AnswerError, match=r"^unknown-option$"):
        KIND.accept(make("canvas"), garbage)


def test_a_field_holds_so_much_and_no_more(make: Any) -> None:
    assert KIND.accept(make("canvas"), {"a": "å" * LONGEST}) == {"a": "å" * LONGEST}
    with pytest.raises(AnswerError, match=r"^too-long$") as caught:
        KIND.accept(make("canvas"), {"a": "å" * (LONGEST + 1)})
    assert caught.value.values == {"n": 1501, "most": 1500}


def test_the_page_gets_hints_and_not_the_model_answer(make: Any) -> None:
    assert KIND.task(make("canvas"), "sv") == {
        "fields": [
            {"id": id, "text": f"{id} på svenska", "hint": f"Hint {id} på svenska"} for id in "ab"
        ],
        "longest": 1500,
    }


def test_the_learner_reads_the_filled_fields_again(make: Any) -> None:
    assert KIND.recall(make("canvas"), {"a": "one", "b": "two"}, "en").splitlines() == [
        "a in English: one",
        "b in English: two",
    ]
    assert KIND.recall(make("canvas"), {"b": "two"}, "sv") == "b på svenska: two"


def test_an_id_that_stands_twice_is_a_fault(make: Any) -> None:
    text = {"sv": "a", "en": "b"}
    fields = [{"id": id, "text": text, "hint": text, "model": text} for id in "aa"]
    found = [(one.place, one.key) for one in KIND.faults(make("canvas", fields=fields))]
    assert found == [(("fields", 1, "id"), "id-twice")]
