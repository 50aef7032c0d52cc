"""Words that stand twice where each place should have its own: options, and the reasons for them.

Two options with the same words cannot both be right and wrong, and a reason that two answers share
is no reason for either. The two languages are compared each for itself.

Nothing here knows a kind of exercise: what has an ``id`` is a thing to choose or to judge, and its
texts are what is asked (``text``, ``match``, ``hint``) or else a reason, told afterwards.
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


_ASKED = ("text", "match", "hint")
"""Fields of a thing that are read before an answer; all its other texts are reasons."""

_CHOSEN_WITH = {("extra", "text"): ("pairs", "match")}
"""Fields whose words are offered together with those of another list."""


def _families(definition: dict[str, Any]) -> Iterable[list[_Words]]:
    """What a learner reads at one time, each field of a list for itself."""
    families: dict[Place, list[_Words]] = {}
    for place, thing in _things(definition):
        for name in _ASKED:
            if _is_text(thing.get(name)):
                words = _Words((*place, name), thing["id"], thing[name])
                families.setdefault(_family(place, thing, name), []).append(words)
    return families.values()


def _family(place: Place, thing: dict[str, Any], name: str) -> Place:
    """What a text is compared with: the list, or the lists of its name all over the file.

    Where things have no reason of their own, the card shows all of them at once; where they have,
    each list is a choice by itself, such as the replies in a scene.
    """
    if not any(_reasons_of(place, thing)):
        place = tuple(part for part in place if isinstance(part, str))
    else:
        place = place[:-1]
    return _CHOSEN_WITH.get((str(place[-1]), name), (*place, name))


def _things(value: Any, at: Place = ()) -> Iterator[tuple[Place, dict[str, Any]]]:
    """Everything in a list that has an id, in the order of the file."""
    if isinstance(value, dict) and not _is_text(value):
        for key, one in value.items():
            yield from _things(one, (*at, key))
    elif isinstance(value, list):
        for i, one in enumerate(value):
            if isinstance(one, dict) and "id" in one:
                yield (*at, i), one
            yield from _things(one, (*at, i))


def _reasons(definition: dict[str, Any]) -> Iterator[_Words]:
    """Everything that can be said to an answer, in the order of the file."""
    for place, thing in _things(definition):
        yield from _reasons_of(place, thing)
    for outcome, text in definition.get("feedback", {}).items():
        yield _Words(("feedback", outcome), outcome, text)


def _reasons_of(place: Place, thing: dict[str, Any]) -> Iterator[_Words]:
    """The reasons of one thing; where it has several, an author knows them by their names, too."""
    own = [name for name, text in thing.items() if name not in _ASKED and _is_text(text)]
    for name in own:
        id = thing["id"] if len(own) == 1 else f"{thing['id']}, {name}"
        yield _Words((*place, name), id, thing[name])
    for name, texts in thing.items():
        if isinstance(texts, dict) and not _is_text(texts):
            for key, text in texts.items():
                if _is_text(text):
                    yield _Words((*place, name, key), thing["id"], text)


def _is_text(value: Any) -> bool:
    return isinstance(value, dict) and set(value) == set(LANGUAGES)
