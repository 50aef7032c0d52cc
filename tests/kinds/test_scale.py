from pathlib import Path
from typing import Any

import pytest
from small_exercises import FIELDS

from course.content.reading import fingerprint, joined
from course.kinds import KINDS
from course.kinds.kind import AnswerError
from course.kinds.scale.rules import profile

KIND = KINDS["scale"]

ALL = {"p1": 1, "p2": 2, "q1": 3, "q2": 3, "r1": 5, "r2": 4}


def test_the_profile_is_the_mean_of_what_was_answered(make: Any) -> None:
    # By hand: (1 + 2)/2, one answer of 3, none.
    assert profile(make("scale"), {"p1": 1, "p2": 2, "q2": 3}) == {"p": 1.5, "q": 3, "r": None}


def test_each_answered_area_is_read_and_nothing_is_right_or_wrong(make: Any) -> None:
    verdict = KIND.judge(make("scale"), ALL)
    assert (verdict.right, verdict.score) == (None, None)
    assert verdict.detail == {"profile": {"p": 1.5, "q": 3, "r": 4.5}}
    assert [(one.about, one.tone, one.text.en) for one in verdict.said] == [
        ("p", "note", "p low in English"),
        ("q", "note", "q middle in English"),
        ("r", "note", "r high in English"),
    ]


def test_an_area_that_was_passed_over_is_not_read(make: Any) -> None:
    verdict = KIND.judge(make("scale"), {"q1": 5})
    assert [one.about for one in verdict.said] == ["q"]


@pytest.mark.parametrize(
    ("points", "answer", "level"),
    # By hand, thirds of the scale: of 1 to 4 they begin at 2 and 3, of 1 to 7 at 3 and 5.
    [
        (4, 1, "low"),
        (4, 2, "middle"),
        (4, 3, "middle"),
        (4, 4, "high"),
        (7, 2, "low"),
        (7, 3, "middle"),
        (7, 5, "middle"),
        (7, 6, "high"),
    ],
)
def test_thirds_of_any_scale(make: Any, points: int, answer: int, level: str) -> None:
    exercise = make("scale", points=[{"sv": f"s{n}", "en": f"e{n}"} for n in range(points)])
    assert KIND.judge(exercise, {"p1": answer}).said[0].text.en == f"p {level} in English"


def test_statements_may_be_passed_over(make: Any) -> None:
    assert KIND.accept(make("scale"), {"r1": 2, "p1": None}) == {"r1": 2}


@pytest.mark.parametrize("sent", [{}, {"p1": None}, {"p1": None, "q1": None}])
def test_but_not_all_of_them(make: Any, sent: dict[str, None]) -> None:
    with pytest.raises(AnswerError, match=r"^answer-one$"):
        KIND.accept(make("scale"), sent)


@pytest.mark.parametrize(
    "garbage",
    [
        None,
        [],
        "p1",
        {"s1": 1},
        {"p1": 0},
        {"p1": 6},
        {"p1": 2.0},
        {"p1": "2"},
        {"p1": True},
        {1: 1},
    ],
)
def test_points_and_statements_that_are_not_there(make: Any, garbage: object) -> None:
    with pytest.raises(AnswerError, match=r"^unknown-option$"):
        KIND.accept(make("scale"), garbage)


def test_the_learner_reads_the_means_again(make: Any) -> None:
    assert KIND.recall(make("scale"), {"p1": 1, "p2": 2, "r1": 5}, "sv") == (
        "p på svenska: 1,5\nr på svenska: 5,0"
    )


def test_the_page_gets_the_statements_and_not_the_readings(make: Any) -> None:
    task = KIND.task(make("scale"), "en")
    assert task["points"][0] == "point 1 in English"
    assert task["areas"][0] == {
        "id": "p",
        "text": "p in English",
        "items": [{"id": f"p{n}", "text": f"p{n} in English"} for n in (1, 2)],
    }
    assert "low" not in str(task)


# --- made again -----------------------------------------------------------------------------------

FIRST = Path("exercises/00-start/climate.yml")


def again(make: Any, earlier: Any, **fields: Any) -> Any:
    """The small scale's head alone, made again with the areas of another."""
    return joined(make("scale", points=[], areas=[], again="00-start/climate", **fields), earlier)


def test_made_again_it_has_the_statements_of_the_earlier_one(make: Any) -> None:
    earlier = make("scale")
    later = again(make, {FIRST: earlier})
    assert (later.points, later.areas) == (earlier.points, earlier.areas)
    assert KIND.accept(later, {"r1": 2}) == {"r1": 2}
    assert KIND.task(later, "sv") == KIND.task(earlier, "sv")
    assert list(KIND.faults(later)) == []


def test_it_has_changed_when_the_earlier_one_has(make: Any) -> None:
    """What one answers has the earlier one's ids; its minutes are not asked about."""
    one = again(make, {FIRST: make("scale")})
    longer = again(make, {FIRST: make("scale", minutes=9)})
    areas = [{**area, "id": f"{area['id']}-2"} for area in FIELDS["scale"]["areas"]]
    other = again(make, {FIRST: make("scale", areas=areas)})
    assert fingerprint(one) == fingerprint(longer)
    assert fingerprint(one) != fingerprint(other)


def test_it_stands_on_the_earlier_file(make: Any) -> None:
    assert KIND.beside(again(make, {})) == ["00-start/climate.yml"]
    assert KIND.beside(make("scale")) == []


@pytest.mark.parametrize("earlier", [None, "choice", "again"])
def test_what_cannot_be_made_again(make: Any, earlier: str | None) -> None:
    others = {FIRST: again(make, {}) if earlier == "again" else make(earlier)} if earlier else {}
    found = [(fault.place, fault.key) for fault in KIND.faults(again(make, others))]
    assert found == [(("again",), "unknown-scale")]


def test_points_and_areas_stand_in_one_place(make: Any) -> None:
    both = joined(make("scale", again="00-start/climate"), {FIRST: make("scale")})
    assert [(fault.place, fault.key) for fault in KIND.faults(both)] == [
        (("points",), "again-alone"),
        (("areas",), "again-alone"),
    ]
    neither = make("scale", points=[], areas=[])
    assert [(fault.key, fault.values) for fault in KIND.faults(neither)] == [
        ("missing-key", {"missing": "points"}),
        ("missing-key", {"missing": "areas"}),
    ]
