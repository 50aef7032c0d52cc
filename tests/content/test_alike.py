"""Words that stand twice, found in definitions made by hand."""

from typing import Any

import pytest

from course.content.alike import alike
from course.kinds import KINDS


def text(words: str, english: str | None = None) -> dict[str, str]:
    return {"sv": f"{words} sv", "en": f"{words if english is None else english} en"}


def part(id: str, **fields: Any) -> dict[str, Any]:
    return {"id": id, "text": text(id), "feedback": text(f"why {id}"), **fields}


def found(definition: dict[str, Any], kind: str = "choice") -> list[tuple[object, ...]]:
    faults = alike(definition, KINDS[kind].chosen_with)
    return [(fault.place, fault.key, fault.values["other"]) for fault in faults]


@pytest.mark.parametrize("name", ["options", "cards", "steps", "statements"])
def test_every_kind_of_part_needs_words_and_reasons_of_its_own(name: str) -> None:
    first, second, third = part("a"), part("b", text=text("A")), part("c", feedback=text("why A"))
    assert found({name: [first, second, third]}) == [
        ((name, 1, "text", "sv"), "same-option", "a"),
        ((name, 2, "feedback", "sv"), "same-feedback", "a"),
    ]


def test_each_language_is_compared_for_itself() -> None:
    assert found({"options": [part("a"), part("b", text=text("b", "a"))]}) == [
        (("options", 1, "text", "en"), "same-option", "a")
    ]


def test_capitals_and_space_make_no_difference() -> None:
    words = {"sv": "  A\n SV", "en": "something else"}
    assert found({"options": [part("a"), part("b", text=words)]}) == [
        (("options", 1, "text", "sv"), "same-option", "a")
    ]


def test_the_third_is_told_of_the_first() -> None:
    options = [part("a"), part("b", text=text("a")), part("c", text=text("a"))]
    assert [other for _, _, other in found({"options": options})] == ["a", "a"]


def test_a_group_may_be_called_like_a_card_but_not_like_a_group() -> None:
    groups = [{"id": id, "text": text("x")} for id in "xy"]
    cards = [part("x", tempting={}), part("z", text=text("zz"))]
    assert found({"groups": groups, "cards": cards}) == [
        (("groups", 1, "text", "sv"), "same-option", "x")
    ]


def test_what_is_said_to_a_tempting_mistake_is_a_reason_as_well() -> None:
    cards = [
        part("a", tempting={"left": text("why a")}),
        part("b", tempting={"left": text("tempts"), "right": text("tempts")}),
    ]
    assert found({"cards": cards}) == [
        (("cards", 0, "tempting", "left", "sv"), "same-feedback", "a"),
        (("cards", 1, "tempting", "right", "sv"), "same-feedback", "b"),
    ]


def test_two_pairs_cannot_have_the_same_match_nor_an_extra_that_of_a_pair() -> None:
    pairs = [part("a", match=text("m")), part("b", match=text("m")), part("c", match=text("n"))]
    extra = [{"id": "d", "text": text("n")}]
    assert found({"pairs": pairs, "extra": extra}, kind="match") == [
        (("pairs", 1, "match", "sv"), "same-option", "a"),
        (("extra", 0, "text", "sv"), "same-option", "c"),
    ]
    assert len(found({"pairs": pairs, "extra": extra})) == 1, "which the kind alone says"


def test_a_thing_may_read_like_a_match() -> None:
    assert found({"pairs": [part("a", match=text("b")), part("b", match=text("a"))]}) == []


def test_replies_are_alike_within_a_scene_and_reasons_in_all_of_them() -> None:
    scenes = [
        {"id": "p", "replies": [part("a"), part("b", text=text("a"))]},
        {"id": "q", "replies": [part("a", feedback=text("other"))]},
        {"id": "r", "replies": [part("c", feedback=text("why b"))]},
        {"id": "end"},
    ]
    assert found({"scenes": scenes}) == [
        (("scenes", 0, "replies", 1, "text", "sv"), "same-option", "a"),
        (("scenes", 2, "replies", 0, "feedback", "sv"), "same-feedback", "b"),
    ]


def test_areas_statements_and_readings_of_a_self_assessment() -> None:
    def area(id: str, *items: str, **changes: Any) -> dict[str, Any]:
        levels = {level: text(f"{id} {level}") for level in ("low", "middle", "high")}
        listed = [{"id": f"{id}{i}", "text": text(words)} for i, words in enumerate(items)]
        return {"id": id, "text": text(id), "items": listed, **levels, **changes}

    areas = [area("p", "one"), area("q", "two", "one", low=text("p low")), area("r", "three")]
    assert found({"areas": areas}) == [
        (("areas", 1, "items", 1, "text", "sv"), "same-option", "p0"),
        (("areas", 1, "low", "sv"), "same-feedback", "p, low"),
    ]


def test_outcomes_and_model_answers_each_have_their_own() -> None:
    feedback = {"close": text("x"), "low": text("x"), "high": text("y")}
    assert found({"feedback": feedback}) == [(("feedback", "low", "sv"), "same-feedback", "close")]
    fields = [{"id": id, "text": text(id), "model": text("m")} for id in "ab"]
    assert found({"fields": fields}) == [(("fields", 1, "model", "sv"), "same-feedback", "a")]


def test_a_list_that_no_kind_has_yet_is_compared_as_well() -> None:
    events = [part("a", year=1862), part("b", text=text("a")), part("c", feedback=text("why b"))]
    assert found({"events": events}) == [
        (("events", 1, "text", "sv"), "same-option", "a"),
        (("events", 2, "feedback", "sv"), "same-feedback", "b"),
    ]


def test_two_fields_of_a_form_have_hints_of_their_own() -> None:
    fields = [{"id": id, "text": text(id), "hint": text("h")} for id in "ab"]
    assert found({"fields": fields}) == [(("fields", 1, "hint", "sv"), "same-option", "a")]
