from pathlib import Path
from typing import Any

import pytest
from small_exercises import FIELDS

from course.content.reading import read_exercise
from course.kinds import KINDS
from course.kinds.calendar.rules import stretches
from course.kinds.kind import AnswerError
from course.kinds.tried import cases

KIND = KINDS["calendar"]

# The small week: 8-12, taken on Monday 8-10, all Tuesday and Friday 10-12. To protect: four hours,
# two together at least, on two days at least.
GOOD = [[0, 10], [0, 11], [2, 8], [2, 9]]


@pytest.mark.parametrize(
    ("answer", "broken"),
    # By hand, each rule broken alone, then several.
    [
        (GOOD, []),
        ([[2, 8], [2, 9], [3, 10], [3, 11]], []),
        ([[0, 9], [0, 10], [2, 8], [2, 9]], ["clash"]),
        ([[0, 10], [0, 11], [2, 8], [2, 9], [2, 10]], ["too_much"]),
        ([[0, 10], [2, 9], [2, 10], [2, 11]], ["too_short"]),
        ([[2, 8], [2, 9], [2, 10], [2, 11]], ["same_day"]),
        ([[2, 8], [2, 9]], ["too_little", "same_day"]),
        ([[1, 8]], ["clash", "too_little", "too_short", "same_day"]),
    ],
)
def test_each_rule_is_checked_for_itself(
    make: Any, answer: list[list[int]], broken: list[str]
) -> None:
    exercise = make("calendar")
    verdict = KIND.judge(exercise, KIND.accept(exercise, answer))
    assert verdict.detail["broken"] == broken
    assert verdict.score == pytest.approx(1 - len(broken) / 5)
    assert verdict.right == (not broken)
    said = [(one.text.en, one.tone) for one in verdict.said]
    assert said == (
        [(f"Why {rule} in English", "not-yet") for rule in broken]
        or [("Why met in English", "right")]
    )


def test_too_few_hours_alone(make: Any) -> None:
    verdict = KIND.judge(make("calendar", days=1), [[2, 8], [2, 9]])
    assert verdict.detail["broken"] == ["too_little"]


def test_an_hour_is_taken_from_its_start_and_free_at_its_end(make: Any) -> None:
    answer = [[day, hour] for day in (0, 4) for hour in range(8, 12)]
    detail = KIND.judge(make("calendar"), answer).detail
    assert detail["clashing"] == [[0, 8], [0, 9], [4, 10], [4, 11]]
    assert detail["hours"] == 8


def test_a_stretch_ends_with_the_day() -> None:
    # By hand: the last hour of one day and the first of the next are not together.
    assert stretches([(1, 8), (0, 11), (0, 10), (2, 9), (2, 11)]) == [
        [(0, 10), (0, 11)],
        [(1, 8)],
        [(2, 9)],
        [(2, 11)],
    ]
    assert stretches([]) == []


def test_an_hour_that_is_marked_twice_counts_once(make: Any) -> None:
    assert KIND.accept(make("calendar"), [[2, 9], (0, 10), [2, 9]]) == [[0, 10], [2, 9]]


@pytest.mark.parametrize("nothing", [None, [], "", {}, 0, "Monday", {"0": 8}])
def test_no_hour_marked(make: Any, nothing: object) -> None:
    with pytest.raises(AnswerError, match=r"^choose-an-hour$"):
        KIND.accept(make("calendar"), nothing)


@pytest.mark.parametrize(
    "garbage",
    [
        [[0, 7]],
        [[0, 12]],
        [[5, 8]],
        [[-1, 8]],
        [[0]],
        [[0, 8, 9]],
        [0],
        ["08"],
        [[0, 8.0]],
        [[True, 8]],
        [["0", 8]],
        [[None, 8]],
        [{"day": 0, "hour": 8}],
    ],
)
def test_hours_that_are_not_there(make: Any, garbage: object) -> None:
    with pytest.raises(AnswerError, match=r"^unknown-option$"):
        KIND.accept(make("calendar"), garbage)


def test_the_page_gets_the_week_and_not_the_example(make: Any) -> None:
    task = KIND.task(make("calendar"), "sv")
    assert (task["opens"], task["closes"], task["hours"]) == (8, 12, 4)
    assert task["busy"][0] == {
        "day": 0,
        "start": 8,
        "end": 10,
        "text": "Meeting 0 på svenska",
        "who": "",
    }
    assert set(task) == {"opens", "closes", "days", "busy", "hours"}


GIVES = {"day": 2, "start": 8, "end": 11, "who": "Ann", "text": {"sv": "a", "en": "b"},
         "gives": {"sv": "utan", "en": "without"}}  # fmt: skip


def test_what_can_give_way_does_and_says_what_one_does_without(make: Any) -> None:
    exercise = make("calendar", busy=[*FIELDS["calendar"]["busy"], GIVES])
    verdict = KIND.judge(exercise, GOOD)
    assert verdict.right
    assert [(one.text.en, one.tone) for one in verdict.said] == [
        ("Why met in English", "right"),
        ("without", "note"),
    ]
    assert verdict.detail["clashing"] == []
    task = KIND.task(exercise, "en")
    assert task["busy"][-1]["who"] == "Ann"
    assert "without" not in str(task)  # what can give way is to be found out


def test_a_week_may_have_a_weekend(make: Any) -> None:
    exercise = make("calendar", weekend=True)
    assert KIND.accept(exercise, [[6, 8]]) == [[6, 8]]
    assert KIND.task(exercise, "en")["days"] == 7
    assert KIND.recall(exercise, [[6, 8]], "en") == "Sunday 8–9"


@pytest.mark.parametrize(
    ("language", "words"),
    [("sv", "måndag 10–12, onsdag 8–10"), ("en", "Monday 10–12, Wednesday 8–10")],
)
def test_the_learner_reads_the_stretches_again(make: Any, language: str, words: str) -> None:
    assert KIND.recall(make("calendar"), GOOD, language) == words


BLOCK = {"day": 3, "start": 8, "end": 10, "text": {"sv": "a", "en": "b"}}


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"closes": 8}, [(("closes",), "closes-first")]),
        ({"busy": [{**BLOCK, "end": 13}]}, [(("busy", 0), "outside-week")]),
        ({"busy": [BLOCK, {**BLOCK, "day": 4, "start": 7}]}, [(("busy", 1), "outside-week")]),
        ({"busy": [BLOCK, {**BLOCK, "start": 9, "end": 12}]}, [(("busy", 1), "calendar-twice")]),
        ({"busy": [{**BLOCK, "start": 10}]}, [(("busy", 0), "outside-week")]),
        ({"example": [[0, 12]]}, [(("example",), "outside-week")]),
        ({"example": [[0, 8, 9]]}, [(("example",), "outside-week")]),
        ({"example": [[1, 8], [1, 9], [2, 8], [2, 9]]}, [(("example",), "example-breaks")]),
        ({"hours": 3}, [(("example",), "example-breaks")]),
        ({"days": 3}, [(("example",), "example-breaks")]),
        ({"shortest": 3}, [(("example",), "example-breaks")]),
    ],
)
def test_weeks_that_cannot_be_planned(make: Any, fields: dict[str, Any], found: object) -> None:
    assert [(one.place, one.key) for one in KIND.faults(make("calendar", **fields))] == found


def shift(day: int, start: int, who: str = "Ada, Bo") -> dict[str, Any]:
    return {**BLOCK, "day": day, "start": start, "end": start + 2, "who": who}


@pytest.mark.parametrize(
    ("busy", "found"),
    [
        # Rest is counted by hand: 21 to 8 is eleven hours, 21 to 7 is ten.
        ([shift(0, 19), shift(1, 8)], []),
        ([shift(0, 19), shift(1, 7, "Bo"), shift(1, 9, "Ada")], [("calendar-rest", "Bo")]),
        ([shift(0, 19), shift(2, 7)], []),
        ([shift(day, 8) for day in range(5)], []),
        ([shift(day, 8) for day in range(6)], [("calendar-days", "Ada"), ("calendar-days", "Bo")]),
        (  # too many days hide no night that is too short: 21 to 7 is ten hours
            [*(shift(day, 8, "Ada") for day in range(5)), shift(5, 19, "Ada"), shift(6, 7, "Ada")],
            [("calendar-days", "Ada"), ("calendar-rest", "Ada")],
        ),
    ],
)
def test_people_rest(make: Any, busy: list[dict[str, Any]], found: list[tuple[str, str]]) -> None:
    feedback = {"opens": 7, "closes": 21, "weekend": True, "example": [[6, 12], [6, 13]]}
    exercise = make("calendar", busy=busy, hours=2, days=1, **feedback)
    assert [(one.key, one.values["name"]) for one in KIND.faults(exercise)] == found


def test_a_broken_example_says_which_rules(make: Any) -> None:
    (fault,) = KIND.faults(make("calendar", hours=5, days=3))
    assert fault.values == {"rules": "too_little, same_day"}


# --- the example in the documentation -----------------------------------------------------------


def test_the_week_has_few_solutions_and_single_hours_that_tempt(tmp_path: Path) -> None:
    path = cases("calendar").write_example(tmp_path / "exercises" / "docs")
    exercise: Any = read_exercise(path)
    free = [
        (day, hour)
        for day in range(5)
        for hour in range(exercise.opens, exercise.closes)
        if not any(block.holds((day, hour)) for block in exercise.busy)
    ]
    # By hand: two afternoon hours on Monday, Wednesday and Thursday, and four hours by themselves.
    assert free == [
        (0, 11), (0, 14), (0, 15), (1, 15), (2, 14), (2, 15), (3, 10), (3, 14), (3, 15), (4, 11),
    ]  # fmt: skip
    taken = [(block.day, hour) for block in exercise.busy for hour in range(block.start, block.end)]
    assert len(taken) == len(set(taken)), "nothing hides behind something else"
