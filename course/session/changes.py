"""The messages between a page and its session; ``messages.schema.json`` is their one definition.

A page sends a message about an exercise; the session answers with changes, one after another:

- ``event``: something to be made durable. The runtime writes it, then tells the page ``saved``.
- ``state``: how the exercise stands: the answer, its verdict, or why there is none.
- ``scene``: what a model shows for a setting; ``progress`` below 1 says that more is to come.
- ``standing``: what is done of the course, and how long is left.
- ``recalled``: whether what was asked anew was remembered, why, and when it comes back.
- ``promised``: a promise for a day, and what came of it; or a ``problem`` in words.
- ``planned``: the plan on one page, after a field of it was written; or a ``problem`` in words.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any, Literal

from course.plain import Json

Name = Literal["event", "state", "scene", "standing", "saved", "recalled", "promised", "planned"]
Change = tuple[Name, Json]

SCHEMA = Path(__file__).with_name("messages.schema.json")

MOST_BYTES = 262_144
"""The longest message that any view has to send, with room to spare: a text of 200 kB."""

_DEEPEST = 12  # lists and objects in each other; the deepest answer of a view has four


@cache
def schema() -> Json:
    """The JSON Schema of all messages, which Python, JavaScript and tests share."""
    return dict(json.loads(SCHEMA.read_text(encoding="utf-8")))


def taken(message: object) -> Json | None:
    """A message as the session takes it; None for one that no view would send.

    The few rules of the schema are written out here, since a session loads no library for them; a
    test holds the two to each other.

    >>> taken({"do": "look", "setting": {}, "n": 1})
    {'do': 'look', 'setting': {}, 'n': 1}
    >>> taken({"do": "dance"}) is None
    True
    """
    if not isinstance(message, dict) or _is_too_deep(message, _DEEPEST):
        return None
    rule = _FIELDS.get(do) if isinstance(do := message.get("do"), str) else None
    if rule is None or not set(message) <= {"do", *rule}:
        return None
    if not all(_is_text(message.get(name, "")) for name in _TEXTS.get(message["do"], ())):
        return None
    n, id, cell = message.get("n", 0), message.get("id", "0" * 32), message.get("cell", "c")
    if not _is_count(n) or not _is_id(id) or not _is_cell(cell):
        return None
    return message if all(name in message for name in rule if name not in _OPTIONAL) else None


_FIELDS: dict[str, tuple[str, ...]] = {
    "answer": ("answer", "id", "n"),
    "look": ("setting", "n"),
    "stop": ("n",),
    "try": ("tries", "of", "id", "n"),
    "draft": ("value", "n"),
    "keep": ("cell", "n"),
    "recall": ("lesson", "item", "answer", "id", "n"),
    "promise": ("lesson", "words", "day", "id", "n"),
    "outcome": ("promise", "answer", "words", "id", "n"),
    "plan": ("field", "words", "id", "n"),
}
"""What each message may have, by what it asks to be done."""

_OPTIONAL = {"id", "n", "of"}

_TEXTS: dict[str, tuple[str, ...]] = {
    "recall": ("lesson", "item", "answer"),
    "promise": ("lesson", "words", "day"),
    "outcome": ("promise", "answer", "words"),
    "plan": ("field", "words"),
}
"""The fields that are texts, in the messages that keep more than an answer to an exercise."""


def _is_count(n: object) -> bool:
    # JSON has one kind of number: 1.0 is whole to the schema, and in JavaScript.
    return isinstance(n, int | float) and not isinstance(n, bool) and n % 1 == 0 and 0 <= n < 2**53


def _is_id(id: object) -> bool:
    return isinstance(id, str) and len(id) == 32 and set(id) <= set("0123456789abcdef")


def _is_cell(cell: object) -> bool:
    return isinstance(cell, str) and 0 < len(cell) <= 64


def _is_text(text: object) -> bool:
    return isinstance(text, str) and len(text) <= 2000


def _is_too_deep(thing: Any, most: int) -> bool:
    if not isinstance(thing, dict | list):
        return False
    inside = thing.values() if isinstance(thing, dict) else thing
    return most == 0 or any(_is_too_deep(one, most - 1) for one in inside)
