"""Small exercises of each kind, as an author would write them."""

from collections.abc import Callable
from typing import Any

from course.material.exercise import Exercise
from course.material.reading import build


def text(words: str) -> dict[str, str]:
    return {"sv": f"{words} på svenska", "en": f"{words} in English"}


def option(id: str, *, right: bool = False) -> dict[str, Any]:
    return {"id": id, "text": text(id), "feedback": text(f"Why {id}"), "right": right}


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
}

Make = Callable[..., Any]


def made(kind: str, **fields: Any) -> Exercise:
    """An exercise of a kind, with some of its fields written otherwise."""
    head = {name: text(name) for name in ("title", "prompt", "objective")}
    return build({"id": "one", "kind": kind, "minutes": 2, **head, **FIELDS[kind], **fields})
