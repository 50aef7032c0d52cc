"""Small exercises of each kind, as an author would write them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from course.content.reading import build, joined
from course.kinds.exercise import Exercise


def text(words: str) -> dict[str, str]:
    return {"sv": f"{words} på svenska", "en": f"{words} in English"}


def option(id: str, *, right: bool = False) -> dict[str, Any]:
    return {"id": id, "text": text(id), "feedback": text(f"Why {id}"), "right": right}


def why(id: str) -> dict[str, Any]:
    return {"id": id, "text": text(id), "feedback": text(f"Why {id}")}


def reply(id: str, *scenes: Any, **fields: Any) -> dict[str, Any]:
    return {
        **why(id),
        "leads": [{"scene": one} if isinstance(one, str) else one for one in scenes],
        **fields,
    }


OPTIONS = [option("a"), option("b", right=True), option("c")]
FIELDS: dict[str, dict[str, Any]] = {
    "choice": {"options": OPTIONS},
    "explore": {"options": OPTIONS, "model": "tie-strength", "leaves_out": text("Left out")},
    "sort": {
        "groups": [{"id": id, "text": text(id)} for id in ("left", "right")],
        "cards": [
            {"id": "x", "text": text("x"), "group": "left", "feedback": text("Why x")},
            {
                "id": "y",
                "text": text("y"),
                "group": "right",
                "feedback": text("Why y"),
                "tempting": {"left": text("Why y tempts")},
            },
            {"id": "z", "text": text("z"), "group": "left", "feedback": text("Why z")},
        ],
    },
    "estimate": {
        "unit": text("per cent"),
        "lowest": 0,
        "highest": 100,
        "answer": 40,
        "near": 5,
        "feedback": {name: text(f"Why {name}") for name in ("close", "low", "high")},
    },
    "scale": {
        "points": [text(f"point {n}") for n in range(1, 6)],
        "areas": [
            {
                "id": area,
                "text": text(area),
                "items": [{"id": f"{area}{n}", "text": text(f"{area}{n}")} for n in (1, 2)],
                **{level: text(f"{area} {level}") for level in ("low", "middle", "high")},
            }
            for area in ("p", "q", "r")
        ],
    },
    "reflection": {"hints": [text("A hint")], "after": text("Afterwards")},
    "choices": {
        "options": [option("a", right=True), option("b"), option("c", right=True), option("d")]
    },
    "match": {
        "pairs": [
            {**why("x"), "match": text("to x"), "tempting": {"y": text("Why y tempts at x")}},
            {**why("y"), "match": text("to y")},
            {**why("z"), "match": text("to z"), "tempting": {"w": text("Why w tempts at z")}},
        ],
        "extra": [{"id": "w", "text": text("to nothing")}],
    },
    "order": {"steps": [why(id) for id in "abcd"]},
    "confidence": {
        "statements": [
            {**why("a"), "holds": True},
            {**why("b"), "holds": False},
            {**why("c"), "holds": True},
            {**why("d"), "holds": False},
        ]
    },
    "canvas": {
        "fields": [
            {
                "id": id,
                "text": text(id),
                "hint": text(f"Hint {id}"),
                "model": text(f"Model {id}"),
            }
            for id in "ab"
        ],
        "after": text("Afterwards"),
    },
    # Who listens first is let in by the same question that is turned away otherwise.
    "scenario": {
        "qualities": [{"id": "trust", "text": text("Trust")}],
        "scenes": [
            {
                "id": "start",
                "text": text("Start"),
                "replies": [
                    reply("listen", "middle", changes={"trust": 1}, good=True),
                    reply("blame", "middle", changes={"trust": -1}),
                ],
            },
            {
                "id": "middle",
                "text": text("Middle"),
                "replies": [
                    reply("ask", {"scene": "open", "needs": {"trust": 1}}, "shut", good=True),
                    reply("order", "shut"),
                    reply("thank", "middle", changes={"trust": 1}, good=True),
                ],
            },
            {"id": "open", "text": text("Open"), "score": 1},
            {"id": "shut", "text": text("Shut"), "score": 0.25},
        ],
    },
    "calendar": {
        "opens": 8,
        "closes": 12,
        "busy": [
            {"day": day, "start": start, "end": end, "text": text(f"Meeting {day}")}
            for day, start, end in ((0, 8, 10), (1, 8, 12), (4, 10, 12))
        ],
        "hours": 4,
        "shortest": 2,
        "days": 2,
        "example": [[0, 10], [0, 11], [2, 8], [2, 9]],
        "feedback": {
            name: text(f"Why {name}")
            for name in ("met", "clash", "too_little", "too_much", "too_short", "same_day")
        },
    },
    "network": {
        "first": {"text": text("One"), "people": ["Ada", "Bo", "Cleo"]},
        "second": {"text": text("Other"), "people": ["Dan", "Eva", "Fia"]},
        "ties": 4,
        "threshold": 2,
        "feedback": {
            name: text(f"Why {name}")
            for name in ("narrow", "spare", "scattered", "one_person", "stalls")
        },
    },
    "test": {"bank": "bank", "draw": 4, "mastery": 0.75},
}

Make = Callable[..., Any]


def made(kind: str, **fields: Any) -> Exercise:
    """An exercise of a kind, with some of its fields written otherwise."""
    head = {name: text(name) for name in ("title", "prompt", "objective")}
    exercise = build({"id": "one", "kind": kind, "minutes": 2, **head, **FIELDS[kind], **fields})
    return joined(exercise, bank(*BANK)) if kind == "test" else exercise


BANK = ("p1", "p2", "p3", "q1", "q2", "q3")


def bank(*ids: str, **fields: Any) -> dict[Path, Exercise]:
    """Questions of which b is right, in a folder for each letter that their ids begin with."""
    return {
        Path(f"bank/0{'pqr'.index(id[0])}-{id[0]}/{id}.yml"): build(
            {
                "id": id,
                "kind": "choice",
                "minutes": 1,
                "title": text(id),
                "prompt": text(f"{id}?"),
                "objective": text("objective"),
                "options": [
                    {**option(one, right=one == "b"), "feedback": text(f"Why {one} in {id}")}
                    for one in "abc"
                ],
                **fields,
            }
        )
        for id in ids
    }
