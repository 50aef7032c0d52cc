"""Everything that an exercise's file says to an answer, whatever its kind.

Nothing here knows a kind of exercise: what has an ``id`` is a thing to choose or to judge, and its
texts are what is asked (``text``, ``match``, ``hint``) or else a reason, told afterwards.
"""

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from course.marked import Place
from course.paths import LANGUAGES

ASKED = ("text", "match", "hint")
"""Fields of a thing that are read before an answer; all its other texts are reasons."""


@frozen
class Passage:
    """A text in both languages, where it stands, and the id by which an author knows it."""

    place: Place
    id: str
    text: dict[str, str]


def things(value: Any, at: Place = ()) -> Iterator[tuple[Place, dict[str, Any]]]:
    """Everything in a list that has an id, in the order of the file."""
    if isinstance(value, dict) and not is_text(value):
        for key, one in value.items():
            yield from things(one, (*at, key))
    elif isinstance(value, list):
        for i, one in enumerate(value):
            if isinstance(one, dict) and "id" in one:
                yield (*at, i), one
            yield from things(one, (*at, i))


def reasons(definition: dict[str, Any]) -> Iterator[Passage]:
    """Everything that can be said to an answer, in the order of the file.

    >>> good = {"sv": "För att …", "en": "Because …"}
    >>> [one.place for one in reasons({"options": [{"id": "a", "feedback": good}]})]
    [('options', 0, 'feedback')]
    """
    for place, thing in things(definition):
        yield from reasons_of(place, thing)
    for outcome, text in definition.get("feedback", {}).items():
        yield Passage(("feedback", outcome), outcome, text)
    if is_text(definition.get("after")):
        yield Passage(("after",), "after", definition["after"])


def reasons_of(place: Place, thing: dict[str, Any]) -> Iterator[Passage]:
    """The reasons of one thing; where it has several, an author knows them by their names, too."""
    own = [name for name, text in thing.items() if name not in ASKED and is_text(text)]
    for name in own:
        id = thing["id"] if len(own) == 1 else f"{thing['id']}, {name}"
        yield Passage((*place, name), id, thing[name])
    for name, texts in thing.items():
        if isinstance(texts, dict) and not is_text(texts):
            for key, text in texts.items():
                if is_text(text):
                    yield Passage((*place, name, key), thing["id"], text)


def is_text(value: Any) -> bool:
    """Whether this is one text, in all languages."""
    return isinstance(value, dict) and set(value) == set(LANGUAGES)
