"""What the shared tests try on a conversation that branches."""

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from course.kinds.cases import (
    Claim,
    Definition,
    FaultCase,
    Given,
    plain,
    text,
    wanted,
    why,
    with_part,
)
from course.kinds.scenario.rules import Line, Quality, Reply, Scenario, Scene, Way
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

_SCENES = "door, daughter, meeting, fadumo, papers, friday, binder, march"
_GO_ON = """\
    replies:
      - id: round
        text: {sv: En gång till., en: Once more.}
        feedback: {sv: Runt och runt., en: Round and round.}
        leads: [{scene: binder}]
"""
FAULTS = (
    FaultCase(
        "leads: [{scene: friday}]",
        "leads: [{scene: firday}]",
        "{scene: firday}",
        f"Det finns ingen scen firday. Skriv en av: {_SCENES}.",
        f"There is no scene firday. Write one of: {_SCENES}.",
    ),
    FaultCase(
        "changes: {trust: 2}",
        "changes: {trsut: 2}",
        "trsut",
        "Det finns ingen egenskap trsut. Skriv en av: trust.",
        "There is no quality trsut. Write one of: trust.",
    ),
    FaultCase(
        "moods: {yonas: pleased, fadumo: pleased}",
        "moods: {younas: pleased, fadumo: pleased}",
        "younas",
        "Det finns ingen person som heter younas. "
        "Skriv en av: karin, yonas, fadumo, somebody, eller lägg till personen under people:.",
        "There is no person younas. "
        "Write one of: karin, yonas, fadumo, somebody, or add the person under people:.",
    ),
    FaultCase(
        "changes: {trust: 2}",
        "changes: {2: 2}",
        "{2: 2}",
        "Här ska det stå text, inte 2.",
        "This should be text, not 2.",
    ),
    FaultCase(
        "- {scene: papers}",
        "- {scene: papers, needs: {trust: -3}}",
        "trust: -3",
        "Den sista vägen ska alltid vara öppen. Ta bort needs: på den.",
        "The last way must always be open. Remove needs: from it.",
    ),
    FaultCase(
        "[{scene: friday}]",
        "[{scene: friday}, {scene: binder}]",
        "{scene: friday},",
        "Vägen före är alltid öppen, så den här väljs aldrig. "
        "Skriv needs: på vägen före, eller ta bort den här.",
        "The way before is always open, so this one is never taken. "
        "Write needs: at the way before, or remove this one.",
    ),
    FaultCase(
        "    score: 0.5\n",
        "",
        "- id: binder",
        "Scenen är ett slut men har ingen poäng. Skriv score: från 0 till 1.",
        "The scene is an ending without a score. Write score: from 0 to 1.",
    ),
    FaultCase(
        "    score: 0.5\n",
        _GO_ON,
        "- id: binder",
        "Från scenen binder går det inte att komma till något slut. Låt en replik leda dit.",
        "From the scene binder no ending can be reached. Let a reply lead to one.",
    ),
    FaultCase(
        "  - id: papers\n",
        "  - id: papers\n    score: 0\n",
        "    score: 0\n",
        "Scenen har repliker och är inget slut. Ta bort score: här.",
        "The scene has replies and is no ending. Remove score: here.",
    ),
    FaultCase(
        "    score: 1\n",
        "    score: 0.9\n",
        "scenes:",
        "Det går inte att nå något slut med score: 1. "
        "Ge ett slut full poäng, eller sänk det som vägarna dit kräver i needs:.",
        "No ending with score: 1 can be reached. "
        "Give an ending full marks, or lower what the ways to it ask for in needs:.",
    ),
    FaultCase(
        "[{scene: friday}]",
        "[{scene: binder}]",
        "- id: friday",
        "Ingen replik leder till scenen friday. Låt någon göra det, eller ta bort den.",
        "No reply leads to the scene friday. Let one do so, or remove it.",
    ),
)


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
