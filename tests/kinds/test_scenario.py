"""A small map: who listens gains trust, and the same question later leads further with it.

start -listen(+1)/blame(-1)-> middle -ask-> open (with trust 1 or more) or shut; -order-> shut;
-thank(+1)-> middle again. Open is worth 1 and shut 0.5.
"""

from pathlib import Path
from typing import Any

import pytest
from small_exercises import FIELDS

from course.content.reading import read_exercise
from course.kinds import KINDS
from course.kinds.cases import text
from course.kinds.kind import AnswerError
from course.kinds.scenario.cases import reply
from course.kinds.tried import cases

KIND = KINDS["scenario"]


@pytest.mark.parametrize(
    ("path", "scene", "trust", "score"),
    # Followed by hand on the map above.
    [
        (["listen"], "middle", 1, None),
        (["blame"], "middle", -1, None),
        (["listen", "ask"], "open", 1, 1.0),
        (["blame", "ask"], "shut", -1, 0.5),
        (["blame", "thank", "ask"], "shut", 0, 0.5),
        (["blame", "thank", "thank", "ask"], "open", 1, 1.0),
        (["listen", "order"], "shut", 1, 0.5),
    ],
)
def test_what_was_said_early_decides_what_comes_later(
    make: Any, path: list[str], scene: str, trust: int, score: float | None
) -> None:
    exercise = make("scenario")
    verdict = KIND.judge(exercise, KIND.accept(exercise, path))
    detail = verdict.detail
    assert (detail["scene"], detail["levels"]) == (scene, {"trust": trust})
    assert (verdict.score, detail["ended"]) == (score, score is not None)
    assert verdict.right == (None if score is None else score == 1)


def test_every_reply_says_why_in_the_order_of_the_path(make: Any) -> None:
    said = KIND.judge(make("scenario"), ["blame", "thank", "ask"]).said
    assert [(one.about, one.tone, one.text.en) for one in said] == [
        ("blame", "not-yet", "Why blame in English"),
        ("thank", "right", "Why thank in English"),
        ("ask", "right", "Why ask in English"),
    ]


BLAME_STEP = {
    "reply": "blame",
    "scene": "middle",
    "good": False,
    "moods": {"ann": "worried", "bo": "weary"},
    "changes": {"trust": -1},
}


def test_each_step_tells_whom_it_touched_and_what_it_changed(make: Any) -> None:
    (step,) = KIND.judge(make("scenario"), ["blame"]).detail["path"]
    assert step == BLAME_STEP
    assert list(step["moods"]) == ["ann", "bo"]  # the first is foremost


def test_another_line_is_a_path_that_leaves_the_earlier_one_there(make: Any) -> None:
    exercise = make("scenario")
    path = ["blame", "thank", "thank", "ask"]
    walked = KIND.judge(exercise, path).detail["path"]
    assert [(step["reply"], step["scene"]) for step in walked] == [
        ("blame", "middle"),
        ("thank", "middle"),
        ("thank", "middle"),
        ("ask", "open"),
    ]
    for n in range(1, len(path) + 1):
        verdict = KIND.judge(exercise, KIND.accept(exercise, path[:n]))
        assert verdict.detail["path"] == walked[:n]
        assert verdict.detail["scene"] == walked[n - 1]["scene"]
    # Another way from the first step has forgotten the one that was left there.
    assert KIND.judge(exercise, ["listen"]).detail["levels"] == {"trust": 1}


def test_the_best_way_is_told_at_the_end_and_not_before(make: Any) -> None:
    exercise = make("scenario")
    assert "best" not in KIND.judge(exercise, ["listen"]).detail
    best = KIND.judge(exercise, ["blame", "order"]).detail["best"]
    assert [(step["reply"], step["scene"]) for step in best] == [
        ("listen", "middle"),
        ("ask", "open"),
    ]


def test_going_on_is_the_same_try_and_another_line_a_new_one(make: Any) -> None:
    # One way to its end; back to its first line, and another way; the first way once more.
    one, other = ["listen", "thank", "ask"], ["listen", "order"]
    answers = [one[:1], one[:2], one, other, one]
    assert KIND.tries(make("scenario"), answers) == 3
    assert KIND.first(make("scenario"), answers) == one
    assert KIND.tries(make("scenario"), [one[:1]]) == 1


def test_nothing_said(make: Any) -> None:
    with pytest.raises(AnswerError, match=r"^choose-one$"):
        KIND.accept(make("scenario"), [])


@pytest.mark.parametrize(
    "garbage",
    [None, "listen", {"0": "listen"}, ["ask"], ["listen", "listen"], ["listen", "order", "ask"],
     ["listen", 1], [["listen"]], [None]],
)  # fmt: skip
def test_what_cannot_be_said_there(make: Any, garbage: object) -> None:
    with pytest.raises(AnswerError, match=r"^unknown-option$"):
        KIND.accept(make("scenario"), garbage)


def test_the_key_is_a_shortest_path_to_full_marks(make: Any) -> None:
    assert KIND.key(make("scenario")) == ["listen", "ask"]


def scenes(*changes: tuple[int, dict[str, Any]], only: int | None = None) -> list[dict[str, Any]]:
    """The small map with some of its scenes written otherwise."""
    made = [dict(scene) for scene in FIELDS["scenario"]["scenes"]]
    for i, change in changes:
        made[i] = {**made[i], **change}
    return made[:only]


def test_the_key_may_have_to_go_round(make: Any) -> None:
    # By hand: trust 3 takes listen and two thanks, a path longer than the map has scenes.
    ask = reply("ask", {"scene": "open", "needs": {"trust": 3}}, "shut", good=True)
    replies = [ask, *FIELDS["scenario"]["scenes"][1]["replies"][1:]]
    exercise = make("scenario", scenes=scenes((1, {"replies": replies})))
    assert KIND.key(exercise) == ["listen", "thank", "thank", "ask"]
    assert list(KIND.faults(exercise)) == []


def test_the_key_ends_at_an_ending_whatever_else_has_a_score(make: Any) -> None:
    assert KIND.key(make("scenario", scenes=scenes((1, {"score": 1})))) == ["listen", "ask"]


def test_a_map_without_scores_has_no_key(make: Any) -> None:
    exercise = make("scenario", scenes=scenes((2, {"score": None}), (3, {"score": None})))
    assert KIND.key(exercise) is None
    assert KIND.judge(exercise, ["listen", "ask"]).right is None


LINES = [{"text": text("line")}]


def wide(n: int) -> list[dict[str, Any]]:
    """A row of scenes with five replies each, and full marks beyond reach."""
    replies = [
        [reply(f"r{k}", f"s{i + 1}", changes={"trust": k}, good=True) for k in range(5)]
        for i in range(n)
    ]
    way = reply("on", {"scene": "open", "needs": {"trust": 999}}, "shut", good=True)
    return [
        *({"id": f"s{i}", "lines": LINES, "replies": replies[i]} for i in range(n)),
        {"id": f"s{n}", "lines": [{"text": text("last")}], "replies": [way]},
        *FIELDS["scenario"]["scenes"][2:],
    ]


def test_a_large_map_is_searched_in_no_time(make: Any) -> None:
    # 5 to the power of 27 paths, but no more than 28 times 109 places.
    exercise = make("scenario", scenes=wide(27))
    assert [fault.key for fault in KIND.faults(exercise)] == ["no-full-ending"]


def test_a_map_whose_levels_rise_for_ever_is_given_up(make: Any) -> None:
    ask = reply("ask", {"scene": "open", "needs": {"trust": 10**9}}, "shut", good=True)
    replies = [ask, *FIELDS["scenario"]["scenes"][1]["replies"][1:]]
    exercise = make("scenario", scenes=scenes((1, {"replies": replies})))
    assert [fault.key for fault in KIND.faults(exercise)] == ["no-full-ending"]


START, MIDDLE = FIELDS["scenario"]["scenes"][:2]
LISTEN, BLAME = START["replies"]
TRUST = FIELDS["scenario"]["qualities"]
END = {"id": "end", "lines": [{"text": text("End")}], "score": 0}


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, []),
        (
            {"qualities": []},
            [
                (("scenes", 0, "replies", 0, "changes", "trust"), "unknown-quality"),
                (("scenes", 0, "replies", 1, "changes", "trust"), "unknown-quality"),
                (("scenes", 1, "replies", 0, "leads", 0, "needs", "trust"), "unknown-quality"),
                (("scenes", 1, "replies", 2, "changes", "trust"), "unknown-quality"),
            ],
        ),
        ({"qualities": 2 * TRUST}, [(("qualities", 1, "id"), "id-twice")]),
        ({"scenes": [*scenes(), END]}, [(("scenes", 4, "id"), "unreached")]),
        # Two scenes that lead to each other, and to which nothing leads.
        (
            {
                "scenes": [
                    *scenes(),
                    {"id": "p", "lines": [{"text": text("P")}], "replies": [reply("on", "q")]},
                    {"id": "q", "lines": LINES, "replies": [reply("on", "p", "open")]},
                ]
            },
            [(("scenes", 5, "replies", 0, "leads", 1), "way-never-open")],
        ),
        (
            {
                "scenes": [
                    *scenes(),
                    {"id": "p", "lines": [{"text": text("P")}], "replies": [reply("on", "q")]},
                    {"id": "q", "lines": [{"text": text("Q")}], "replies": [reply("on", "p")]},
                ]
            },
            [(("scenes", 4, "id"), "unreached"), (("scenes", 5, "id"), "unreached")],
        ),
        # A conversation that goes round and never ends.
        (
            {
                "scenes": [
                    {**START, "replies": [LISTEN, reply("leave", "round")]},
                    *scenes()[1:],
                    {"id": "round", "lines": LINES, "replies": [reply("on", "round")]},
                ]
            },
            [(("scenes", 4), "endless")],
        ),
        ({"scenes": scenes((1, {"score": 1}))}, [(("scenes", 1, "score"), "score-not-ending")]),
        ({"scenes": scenes((3, {"score": None}))}, [(("scenes", 3), "ending-without-score")]),
        ({"scenes": scenes((2, {"score": 0.5}))}, [(("scenes",), "no-full-ending")]),
        (
            {"scenes": scenes((0, {"replies": [LISTEN, reply("blame", "nowhere")]}))},
            [(("scenes", 0, "replies", 1, "leads", 0, "scene"), "unknown-scene")],
        ),
        (
            {"scenes": scenes((0, {"replies": [LISTEN, LISTEN]}))},
            [(("scenes", 0, "replies", 1, "id"), "id-twice")],
        ),
        (
            {
                "scenes": scenes(
                    (0, {"replies": [{**LISTEN, "leads": [
                        {"scene": "middle", "needs": {"trust": 1}}]}]})
                )
            },
            [(("scenes", 0, "replies", 0, "leads", 0, "needs"), "no-way-out")],
        ),
        ({"scenes": [*scenes(), {**END, "id": "shut"}]}, [(("scenes", 4, "id"), "id-twice")]),
        (
            {"people": {"ann": text("Ann")}},
            [
                (("you",), "unknown-person"),
                (("scenes", 0, "replies", 1, "moods", "bo"), "unknown-person"),
            ],
        ),
        ({"scenes": scenes((2, {"lines": [{"by": "ada", "text": text("A")}]}))},
         [(("scenes", 2, "lines", 0, "by"), "unknown-person")]),
        ({"scenes": scenes((2, {"moods": {"ada": "calm"}}))},
         [(("scenes", 2, "moods", "ada"), "unknown-person")]),
    ],
)  # fmt: skip
def test_maps_that_lead_astray(make: Any, fields: dict[str, Any], found: object) -> None:
    exercise = make("scenario", **fields)
    assert [(one.place, one.key) for one in KIND.faults(exercise)] == found


def test_the_page_gets_all_that_can_be_said_and_nothing_of_where_it_leads(make: Any) -> None:
    task = KIND.task(make("scenario"), "sv")
    assert task["first"] == "start"
    assert task["qualities"] == [{"id": "trust", "text": "Trust på svenska"}]
    assert task["people"] == {"ann": "Ann på svenska", "bo": "Bo på svenska"}
    assert task["you"] == "bo"
    assert task["scenes"]["middle"] == {
        "lines": [
            {"by": "", "text": "Middle på svenska"},
            {"by": "ann", "text": "Ann says på svenska"},
        ],
        "moods": {"ann": "doubtful"},
        "replies": [{"id": id, "text": f"{id} på svenska"} for id in ("ask", "order", "thank")],
    }
    assert task["scenes"]["open"]["replies"] == []


def test_the_learner_reads_what_was_said_again(make: Any) -> None:
    assert KIND.recall(make("scenario"), ["blame", "thank", "ask"], "en").splitlines() == [
        "blame in English",
        "thank in English",
        "ask in English",
    ]


# --- the example in the documentation -----------------------------------------------------------


def test_the_scenario_can_be_lost_at_the_door_and_mended_at_the_table(tmp_path: Path) -> None:
    path = cases("scenario").write_example(tmp_path / "exercises" / "docs")
    exercise = read_exercise(path)

    def end(*replies: str) -> str:
        return str(KIND.judge(exercise, list(replies)).detail["scene"])

    # Followed by hand: trust 2, 0, -1 and -2 when the same question is asked at the table.
    asked = "what-did-you-see"
    assert end("how-are-they", "write-together", asked) == "fadumo"
    assert end("ring-pool", "on-my-desk", asked) == "fadumo"
    assert end("told-you", "on-my-desk", asked) == "papers"
    assert end("told-you", "on-my-desk", asked, "my-part") == "fadumo"
    assert end("told-you", "between-us", asked, "go-round") == "march"


def test_what_is_asked_anew_is_a_turn_with_something_that_works_and_something_that_does_not(
    make: Any,
) -> None:
    things = {one.id: one for one in KIND.recallable(make("scenario"))}
    # On the map above, of start one reply works, of middle two: the first of these is asked for.
    assert {id: [one["id"] for one in thing.ask("en").options] for id, thing in things.items()} in (
        {"start": [*start], "middle": [*middle]}
        for start in (("listen", "blame"), ("blame", "listen"))
        for middle in (("ask", "order"), ("order", "ask"))
    )
    middle = things["middle"]
    assert [middle.reply(id).tone for id in ("ask", "order")] == ["right", "not-yet"]
    assert middle.reply("order").text.en == "Why order in English"
    with pytest.raises(AnswerError):
        middle.reply("thank")


@pytest.mark.parametrize(
    ("path", "start", "middle"),
    # What was said first in a turn; who never came to it is not asked about it.
    [
        (["listen"], "right", None),
        (["blame", "ask"], "wrong", "right"),
        (["listen", "order"], "right", "wrong"),
        (["blame", "thank", "order"], "wrong", "right"),
    ],
)
def test_how_a_turn_went_is_what_was_said_there_first(
    make: Any, path: list[str], start: str, middle: str | None
) -> None:
    things = {one.id: one for one in KIND.recallable(make("scenario"))}
    assert (things["start"].went(path), things["middle"].went(path)) == (start, middle)
