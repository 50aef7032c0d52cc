"""The ways through a conversation, counted by hand on small maps."""

from typing import Any

import pytest
from small_exercises import FIELDS

from course.content.course import ours
from course.kinds import KINDS
from course.kinds.cases import text
from course.kinds.scenario.cases import reply
from course.kinds.scenario.ways import counts, ends, shares, standards

KIND = KINDS["scenario"]
START, MIDDLE, OPEN, SHUT = FIELDS["scenario"]["scenes"]


def end(id: str, score: float) -> dict[str, Any]:
    return {"id": id, "lines": [{"text": text(id)}], "score": score}


def scene(id: str, *replies: dict[str, Any]) -> dict[str, Any]:
    return {"id": id, "lines": [{"text": text(id)}], "replies": list(replies)}


def test_ways_are_counted_to_each_score(make: Any) -> None:
    # Of the small map, without going round: listen-ask ends at 1; blame-ask and both orders at 0.5.
    assert ends(make("scenario")) == {1: 1, 0.5: 3}


def test_somebody_reasonable_says_what_works_every_other_time(make: Any) -> None:
    # start: good or bad by half. then: good (1/2), two others (1/4 each), to 1, 0.5 and 0.
    exercise = make(
        "scenario",
        qualities=[],
        scenes=[
            scene("start", reply("a", "then", good=True), reply("b", "half")),
            scene(
                "then",
                reply("c", "full", good=True),
                reply("d", "half"),
                reply("e", "none"),
            ),
            end("full", 1),
            end("half", 0.5),
            end("none", 0),
        ],
    )
    assert shares(exercise) == pytest.approx({1: 1 / 4, 0.5: 1 / 2 + 1 / 8, 0: 1 / 8})
    assert counts(exercise) == (
        "4 ways: 1 at 1, 2 at 0.5, 1 at 0; somebody reasonable: 25 %, 62 %, 12 %"
    )
    # Only "e" is wrong: said once after a good line, it ends badly by itself.
    assert [(one.key, one.place) for one in standards(exercise)] == [
        ("one-line-decides", ("scenes", 1, "replies", 2, "leads"))
    ]


def test_who_has_slipped_once_can_still_come_to_a_good_end(make: Any) -> None:
    # "b" takes trust, and the only way to full marks asks for it: good lines alone lead nowhere.
    ask = reply("c", {"scene": "full", "needs": {"trust": 0}}, "half", good=True)
    fields = {
        "scenes": [
            scene(
                "start", reply("a", "then", good=True), reply("b", "then", changes={"trust": -1})
            ),
            scene("then", ask, reply("d", "half")),
            end("full", 1),
            end("half", 0.5),
        ]
    }
    assert [(one.key, one.values["id"]) for one in standards(make("scenario", **fields))] == [
        ("one-line-decides", "b")
    ]
    mended = {**ask, "changes": {"trust": 1}}
    fields["scenes"][1] = scene("then", mended, reply("d", "half"))
    assert list(standards(make("scenario", **fields))) == []


def test_somebody_reasonable_seldom_ends_badly_and_often_enough_well(make: Any) -> None:
    # start, then, last: two slips end badly (1/4 of the times), good lines thrice end well (1/8).
    exercise = make(
        "scenario",
        qualities=[],
        scenes=[
            scene("start", reply("a", "then", good=True), reply("b", "low")),
            scene("then", reply("c", "last", good=True), reply("d", "half")),
            scene("last", reply("e", "full", good=True), reply("f", "half")),
            scene("low", reply("g", "last", good=True), reply("h", "none")),
            end("full", 1),
            end("half", 0.5),
            end("none", 0),
        ],
    )
    found = {one.key: one.values for one in standards(exercise)}
    # 1/8 after a, c, e and 1/8 after b, g, e: a quarter ends well, which is enough.
    assert found == {"ends-badly": {"n": 25, "most": 15}}


def test_a_conversation_without_scores_is_not_weighed(make: Any) -> None:
    scenes = [START, MIDDLE, {**OPEN, "score": None}, {**SHUT, "score": None}]
    assert list(standards(make("scenario", scenes=scenes))) == []


def test_every_conversation_of_the_course_is_counted() -> None:
    told = {
        f"{lesson}/{id}": KIND.counts(exercise)
        for lesson in ours().lessons()
        for id in ours().exercises(lesson)
        if (exercise := ours().exercise(lesson, id)).kind == "scenario"
    }
    assert len(told) == 4
    assert told["04-leadership/trial-talk"].startswith("102 ways: 18 at 1, 71 at 0.5, 13 at 0;")
