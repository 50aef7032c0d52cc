"""What the shared tests try on a conversation that branches."""

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from course.kinds.cases import (
    Claim,
    Definition,
    Given,
    plain,
    text,
    wanted,
    why,
    with_part,
)
from course.kinds.scenario import author_cases
from course.kinds.scenario.parts import Line, Quality, Reply, Scene, Way
from course.kinds.scenario.rules import Scenario
from course.plain import Json


def reply(id: str, *scenes: Any, **fields: Any) -> Definition:
    """A reply that leads to scenes: ids, or ways with what they need."""
    leads = [{"scene": one} if isinstance(one, str) else one for one in scenes]
    return {**why(id), "leads": leads, **fields}


# Who listens first is let in by the same question that is turned away otherwise.
FIELDS = {
    "people": {"ann": text("Ann"), "bo": text("Bo")},
    "you": "bo",
    "qualities": [{"id": "trust", "text": text("Trust")}],
    "scenes": [
        {
            "id": "start",
            "lines": [{"text": text("Start")}],
            "replies": [
                reply("listen", "middle", changes={"trust": 1}, good=True),
                reply(
                    "blame",
                    "middle",
                    changes={"trust": -1},
                    moods={"ann": "worried", "bo": "weary"},
                ),
            ],
        },
        {
            "id": "middle",
            "lines": [{"text": text("Middle")}, {"by": "ann", "text": text("Ann says")}],
            "moods": {"ann": "doubtful"},
            "replies": [
                reply("ask", {"scene": "open", "needs": {"trust": 1}}, "shut", good=True),
                reply("order", "shut"),
                reply("thank", "middle", changes={"trust": 1}, good=True),
            ],
        },
        {"id": "open", "lines": [{"text": text("Open")}], "score": 1},
        {"id": "shut", "lines": [{"text": text("Shut")}], "score": 0.5},
    ],
}
VALID = st.tuples(
    st.sampled_from(["listen", "blame"]),
    st.lists(st.just("thank"), max_size=5),
    st.sampled_from([[], ["ask"], ["order"]]),
).map(lambda parts: [parts[0], *parts[1], *parts[2]])
PARTS = (
    (Quality, "qualities"),
    (Scene, "scenes"),
    (Line, "scenes/lines"),
    (Reply, "scenes/replies"),
    (Way, "scenes/replies/leads"),
)
SECRET = ("leads", "changes", "needs", "good", "score")
UNFOLD = "whole-talk"

FAULTS = author_cases.FAULTS


def is_judged(exercise: Scenario) -> bool:
    """Where no ending has a score, all are equals."""
    return any(scene.score is not None for scene in exercise.scenes)


def gives_away(exercise: Scenario, task: Json) -> bool:
    """What a reply changes, or what an ending is worth: any number does."""
    return bool(_numbers(task))


def _numbers(value: Any) -> list[float]:
    if isinstance(value, dict | list):
        inner = value.values() if isinstance(value, dict) else value
        return [number for one in inner for number in _numbers(one)]
    return [value] if isinstance(value, int | float) else []


def mutations(definition: Definition) -> Iterator[Definition]:
    """Each of the best endings worth half as much."""
    for i, scene in enumerate(definition["scenes"]):
        if scene.get("score") == 1:
            yield with_part(definition, "scenes", i, score=0.5)


def right(exercise: Definition, language: str) -> Given:
    """The replies of the best path, and the reason for the last."""
    replies = [reply for _, reply in best_path(exercise)[0]]
    return Given([one["id"] for one in replies], [(None, replies[-1]["feedback"][language])])


Turn = tuple[Definition, Definition]
"""A scene, and the reply that is given there."""


def best_path(exercise: Definition) -> tuple[list[Turn], Definition]:
    """The steps to an ending with full marks (to any, if none has), and that ending."""
    scenes = {scene["id"]: scene for scene in exercise["scenes"]}
    scored = any("score" in scene for scene in exercise["scenes"])

    def onward(
        scene: Definition, levels: dict[str, int], steps: list[Turn]
    ) -> tuple[list[Turn], Definition] | None:
        if not scene.get("replies"):
            return (steps, scene) if scene.get("score") == 1 or not scored else None
        if len(steps) > len(scenes):
            return None
        for one in sorted(scene["replies"], key=lambda reply: not reply.get("good")):
            after = {**levels}
            for quality, by in one.get("changes", {}).items():
                after[quality] = after.get(quality, 0) + by
            found = onward(scenes[_leads(one, after)], after, [*steps, (scene, one)])
            if found:
                return found
        return None

    found = onward(exercise["scenes"][0], {}, [])
    assert found, f"{exercise['id']} has no good ending"
    return found


def _leads(reply: Definition, levels: dict[str, int]) -> str:
    return next(
        str(way["scene"])
        for way in reply["leads"]
        if all(levels.get(quality, 0) >= least for quality, least in way.get("needs", {}).items())
    )


def entered(exercise: Definition, answer: list[str], language: str) -> list[Claim]:
    """The path stands there, reply by reply; what a scene itself has one say is none."""
    mine = ".said-turn:not(:first-child) > .mine:first-child .speech"
    return [{"listed": [mine, _said_by_me(exercise, answer, language)]}]


def _said_by_me(exercise: Definition, answer: list[str], language: str) -> list[str]:
    replies = {
        one["id"]: plain(one["text"][language])
        for scene in exercise["scenes"]
        for one in scene.get("replies", [])
    }
    return [replies[id] for id in answer]


def work(me: Any, exercise: Definition, *, empty_first: bool = False) -> list[Any]:
    """Begin, say something unwise, try another line, and get to a good end."""
    me.submit(exercise)
    scene = exercise["scenes"][0]
    unwise = next(one for one in scene["replies"] if not one.get("good"))
    said = [_say(me, exercise, scene, [], unwise)]
    _try_another(me, exercise, 1)
    steps, ending = best_path(exercise)
    path: list[Definition] = []
    for scene, one in steps:
        said.append(_say(me, exercise, scene, path, one))
        path.append(one)
    words = [*(line["text"][me.language] for line in ending["lines"]), me.word("how-it-went")]
    me.claim(exercise, *({"says": plain(one)} for one in words), {"focus": "h4"})
    return said


def afterwards(me: Any, exercise: Definition) -> None:
    """After a good end, try another line in place of the last."""
    steps, _ = best_path(exercise)
    *before, (scene, taken) = steps
    _try_another(me, exercise, len(steps))
    other = next(one for one in scene["replies"] if one["id"] != taken["id"])
    _say(me, exercise, scene, [one for _, one in before], other)


def _try_another(me: Any, exercise: Definition, n: int) -> None:
    """Go back to the n-th line; one stands where another can be said."""
    back = wanted("button", me.word("another-way", n=n))
    me.hand.press_each(me.card(exercise), [back])
    me.claim(exercise, {"focus": ".talk-ask"}, {"listed": [".said-turn", [""] * n]})


def _say(
    me: Any, exercise: Definition, scene: Definition, before: list[Definition], reply: Definition
) -> list[str]:
    """Say one thing and see what it does; the path with it at its end is the answer."""
    language, path = me.language, [*before, reply]
    me.claim(exercise, *({"says": plain(one["text"][language])} for one in scene["lines"]))
    me.hand.press_each(me.card(exercise), [wanted("button", reply["text"][language])])
    answer = [one["id"] for one in path]
    me.claim(
        exercise,
        {"announces": plain(reply["feedback"][language])},
        *({"says": plain(me.word(f"mood-{mood}"))} for mood in reply.get("moods", {}).values()),
        *entered(exercise, answer, language),
        me.is_saved(),
    )
    return answer
