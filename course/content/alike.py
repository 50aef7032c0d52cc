"""Words that stand twice where each place should have its own: options, and the reasons for them.

Two options with the same words cannot both be right and wrong, and a reason that two answers share
is no reason for either. The two languages are compared each for itself.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import frozen

from course.faults import Fault
from course.marked import Place
from course.paths import LANGUAGES


@frozen
class _Words:
    """A text in both languages, where it stands, and the id by which an author knows it."""

    place: Place
    id: str
    text: dict[str, str]


def alike(definition: dict[str, Any]) -> Iterator[Fault]:
    """A fault for each text like an earlier one, in a file that the schema has passed."""
    for family in _families(definition):
        for place, other in _repeated(family):
            yield Fault(place, "same-option", {"other": other})
    for place, other in _repeated(_reasons(definition)):
        yield Fault(place, "same-feedback", {"other": other})


def _repeated(family: Iterable[_Words]) -> Iterator[tuple[Place, str]]:
    """Where a text is like an earlier one, and the id of that one."""
    first: dict[tuple[str, str], _Words] = {}
    for words in family:
        for language in LANGUAGES:
            bare = " ".join(words.text[language].split()).casefold()
            earlier = first.setdefault((language, bare), words)
            if earlier is not words:
                yield (*words.place, language), earlier.id
                break  # the other language would only say it again


def _of(parts: list[dict[str, Any]], at: Place, name: str = "text") -> list[_Words]:
    return [_Words((*at, i, name), one["id"], one[name]) for i, one in enumerate(parts)]


def _families(definition: dict[str, Any]) -> Iterator[list[_Words]]:
    """What a learner chooses among at one time, family by family."""
    for name in ("options", "groups", "cards", "steps", "statements", "fields", "pairs", "areas"):
        yield _of(definition.get(name, []), (name,))
    matches = _of(definition.get("pairs", []), ("pairs",), "match")
    yield matches + _of(definition.get("extra", []), ("extra",))
    yield [
        words
        for i, area in enumerate(definition.get("areas", []))
        for words in _of(area["items"], ("areas", i, "items"))
    ]
    for i, scene in enumerate(definition.get("scenes", [])):
        yield _of(scene.get("replies", []), ("scenes", i, "replies"))


def _reasons(definition: dict[str, Any]) -> Iterator[_Words]:
    """Everything that can be said to an answer, in the order of the file."""
    for name in ("options", "cards", "pairs", "steps", "statements"):
        yield from _reasons_of(definition.get(name, []), (name,))
    for i, scene in enumerate(definition.get("scenes", [])):
        yield from _reasons_of(scene.get("replies", []), ("scenes", i, "replies"))
    for i, area in enumerate(definition.get("areas", [])):
        for level in ("low", "middle", "high"):
            yield _Words(("areas", i, level), f"{area['id']}, {level}", area[level])
    yield from _of(definition.get("fields", []), ("fields",), "model")
    for outcome, text in definition.get("feedback", {}).items():
        yield _Words(("feedback", outcome), outcome, text)


def _reasons_of(parts: list[dict[str, Any]], at: Place) -> Iterator[_Words]:
    for i, one in enumerate(parts):
        yield _Words((*at, i, "feedback"), one["id"], one["feedback"])
        for chosen, text in one.get("tempting", {}).items():
            yield _Words((*at, i, "tempting", chosen), one["id"], text)
