"""What the engine says to everything there is.

Run when the folder is built, to see which modules a session needs; and by a test, which compares
what the folder's own Python says with what this one says.
"""

import json
import re
from base64 import b64decode
from datetime import date, timedelta
from itertools import islice
from typing import Any

from course.content.course import Course
from course.explorers import EXPLORERS
from course.kinds import KINDS
from course.runtimes.browser.engine import Engine

DRAWN = {
    "parties": [{"id": id, "name": id, "inside": id != "p3"} for id in ("p1", "p2", "p3")],
    "ties": [["p1", "p2", 1], ["p2", "p3", 4]],
    "bridge": "p2",
    "away": ["p2"],
    "words": "",
}
"""A network of one's own, of which one is put away."""

SETTINGS: tuple[Any, ...] = ({}, {"do": "see"}, {"do": "compare"}, DRAWN)
"""What a card with a model asks it to show: as it begins, as a lab does, or as one has drawn."""

OURS = b"from,to,strength\nA,B,1\nB,C,3\nC,A,2\nC,D,4\n"
"""A table of one's own organisation."""

UNITS: Any = {"size": 4, "names": [], "units": ["x", "y"], "member": [0, 0, 1, 1]}
ASKED: tuple[Any, ...] = (
    {"do": "read", "who": "units"},
    {"do": "keep", "network": {**UNITS, "ties": "0 1 1 1 2 3 2 0 2 2 3 4"}},
    {"do": "show"},
    {"do": "show", "part": "rest"},
    {"do": "spread", "begin": 0},
    {"do": "plan", "bridge": 0},
)
"""What the page on it asks, in this order: of units by name, and of people in two units."""

ID = 32 * "0"
"""Of the one event that is told of by its id."""


def said(language: str, brief: bool = False) -> str:
    """To every exercise its right answer and a look, to every explorer its ends; as JSON.

    A ``brief`` look is left off at its first scene: what a model leans on is loaded by then.
    """
    most = 1 if brief else None
    course = Course.open()
    engine = Engine(course, language, built="here")
    told: dict[str, Any] = {}
    for outline in course.outlines(language):
        cards = json.loads(engine.opened(outline.id, whole=True))["cards"]
        for id, card in cards.items():
            exercise = course.exercise(outline.id, id)
            answer = KINDS[exercise.kind].key(exercise)
            messages: list[Any] = [{"do": "look", "setting": one} for one in SETTINGS]
            if answer is not None:
                messages.insert(0, {"do": "answer", "answer": answer, "n": 1})
            name = f"{exercise.kind} {outline.id}/{id}"
            told[name] = [card, *(_last(engine, outline.id, id, one, most) for one in messages)]
    for name, explorer in EXPLORERS.items():
        ends: tuple[Any, ...] = (
            {},
            {control.id: control.stops - 1 for control in explorer.controls},
        )
        told[name] = [explorer.scene(end, language) for end in ends]
    day = str(date.today() + timedelta(days=7))
    promise = {"do": "promise", "lesson": "04-leadership", "words": "Ring", "day": day, "id": ID}
    _last(engine, "", "promise", promise)
    calendar = engine.file("calendar", "04-leadership")
    told["calendar"] = re.findall(r"BEGIN:\w+|DTSTART.*|SUMMARY.*", calendar)
    told["own"] = [json.loads(engine.own(json.dumps(one), OURS)) for one in ASKED]
    pages = {
        name: engine.page(name) for name in ("home", "answers", "plan", "certificate", "verify")
    }
    archive = b64decode(engine.file("answers.zip"))  # with a time in it, which is another each time
    told["brought"] = engine.bring_in(archive, "answers.zip")
    told["checked"] = engine.verify(b"Dear all", "letter.txt")
    return json.dumps({**told, **pages, "plan.txt": engine.file("plan.txt")})


def _last(engine: Engine, lesson: str, exercise: str, message: Any, most: int | None = None) -> Any:
    """What answers a message: of several scenes the last, of at ``most`` so many changes."""
    asked = engine.ask(lesson, exercise, json.dumps(message))
    changes = [json.loads(change) for change in islice(iter(asked.step, None), most)]
    return {change["name"]: change["value"] for change in changes}
