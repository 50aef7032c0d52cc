"""Words that stand twice where each place should have its own: options, and the reasons for them.

Two options with the same words cannot both be right and wrong, and a reason that two answers share
is no reason for either. The two languages are compared each for itself.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from course.content.reasons import ASKED, Passage, is_text, reasons, reasons_of, things
from course.faults import Fault
from course.marked import Place
from course.paths import LANGUAGES

Fields = Mapping[tuple[str, str], tuple[str, str]]
"""Fields by their list and name, such as ``("extra", "text")``, and each another of that kind."""


def alike(definition: dict[str, Any], chosen_with: Fields | None = None) -> Iterator[Fault]:
    """A fault for each text like an earlier one, in a file that the schema has passed.

    ``chosen_with`` has the fields whose words are offered together with those of another list, as
    the kind of exercise says (`course.kinds.kind.Kind.chosen_with`).
    """
    for family in _families(definition, chosen_with or {}):
        for place, other in _repeated(family):
            yield Fault(place, "same-option", {"other": other})
    for place, other in _repeated(reasons(definition)):
        yield Fault(place, "same-feedback", {"other": other})


def _repeated(family: Iterable[Passage]) -> Iterator[tuple[Place, str]]:
    """Where a text is like an earlier one, and the id of that one."""
    first: dict[tuple[str, str], Passage] = {}
    for words in family:
        for language in LANGUAGES:
            bare = " ".join(words.text[language].split()).casefold()
            earlier = first.setdefault((language, bare), words)
            if earlier is not words:
                yield (*words.place, language), earlier.id
                break  # the other language would only say it again


def _families(definition: dict[str, Any], chosen_with: Fields) -> Iterable[list[Passage]]:
    """What a learner reads at one time, each field of a list for itself."""
    families: dict[Place, list[Passage]] = {}
    for place, thing in things(definition):
        for name in ASKED:
            if is_text(thing.get(name)):
                words = Passage((*place, name), thing["id"], thing[name])
                family = _family(place, thing, name)
                family = chosen_with.get((str(family[-2]), name), family)
                families.setdefault(family, []).append(words)
    return families.values()


def _family(place: Place, thing: dict[str, Any], name: str) -> Place:
    """What a text is compared with: the list, or the lists of its name all over the file.

    Where things have no reason of their own, the card shows all of them at once; where they have,
    each list is a choice by itself, such as the replies in a scene.
    """
    if not any(reasons_of(place, thing)):
        place = tuple(part for part in place if isinstance(part, str))
    else:
        place = place[:-1]
    return (*place, name)
