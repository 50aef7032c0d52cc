"""Texts filled in: numbers that the data gives, and the names of one's own municipality.

In a text ``{n:formal-ties}`` is a number of ``data/numbers.json``, written as the language writes
numbers; ``{w:formal-ties}`` is the same in words where it has a short one, ``{W:formal-ties}`` with
a capital. ``{case:esther}`` says how strong a case's evidence is. A name needs no mark: each name
of the cast is a whole word (``Kajgatan``, ``Kajgatans``) that an overlay's own takes the place of,
ending for ending.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from course.content.cases import Cases
from course.paths import LANGUAGES
from course.words import decimal, grouped
from course.words.counted import in_words
from course.words.typesetting import typeset

if TYPE_CHECKING:
    from course.content.cast import Cast

REFERENCE = re.compile(r"\{([nwW]):([a-z0-9-]+)\}")
"""A number in a text, by its name."""


BETWEEN = " – "
"""What stands between the names of two units, where a text is no more than that."""


@frozen
class Number:
    """A number that the data gives: its value, its decimals, and whether its sign is written."""

    value: float
    digits: int = 0
    signed: bool = False

    def written(self, how: str, language: str) -> str:
        """The number in figures (``n``), or in words (``w``, ``W`` with a capital).

        >>> Number(0.7616, 2, True).written("n", "sv"), Number(10).written("W", "en")
        ('+0,76', 'Ten')
        """
        word = in_words(int(self.value), language) if how != "n" and not self.digits else None
        if word:
            return word.capitalize() if how == "W" else word
        if self.digits or self.signed:
            return decimal(self.value, self.digits, language, signed=self.signed)
        return grouped(self.value, 0, language)


@lru_cache(maxsize=16)
def read_numbers(file: Path, _changed: int) -> Mapping[str, Number]:
    """The numbers of a file that ``course build`` wrote, by name."""
    given = json.loads(file.read_text(encoding="utf-8"))
    return {name: Number(**fields) for name, fields in given.items()}


@frozen(eq=False)
class Filling:
    """What a course's texts are filled with."""

    numbers: Mapping[str, Number] = field(factory=dict)
    names: Mapping[str, Mapping[str, str]] = field(factory=dict)
    """In each language, what stands in our texts and what stands there instead."""
    labels: Mapping[str, Mapping[str, str]] = field(factory=dict)
    """In each language, texts that are a unit's name alone, or a part of a pair, and the others."""
    units: Mapping[str, str] = field(factory=dict)
    """By the id of each of our units, that of the one that has its place."""
    people: Mapping[str, str] = field(factory=dict)
    """By the given name of each of our people, the name that the person has instead."""
    municipality: Any = None
    """Whose network the models show; None for that of the course itself."""
    cases: Callable[[], Cases] = Cases
    """Reads the cases that texts mark, once a text marks one."""

    @classmethod
    def between(cls, own: "Cast", theirs: "Cast", **others: Any) -> "Filling":
        """What puts the names of an overlay's cast in the places of ours; none if it is ours.

        ``others`` are the numbers, the municipality and the cases.
        """
        is_other = theirs is not own
        return cls(
            names=own_names(own, theirs) if is_other else {},
            labels=own_labels(own, theirs) if is_other else {},
            units={before.id: after.id for before, after in in_place(own, theirs)},
            people={one.given: theirs.people[id].given for id, one in own.people.items()},
            **others,
        )

    def said(self, text: str, language: str) -> str:
        """A text in a language as a reader has it: filled in, its apostrophes and spaces set.

        An unknown number stays; ``course check`` tells it.

        >>> Filling({"ties": Number(178)}).said("{n:ties} kontakter, {n:no}.", "sv")
        '178 kontakter, {n:no}.'
        """
        if "{" in text:
            text = REFERENCE.sub(lambda match: self._number(match, language), text)
            text = self.cases().said(text, language) if "{case:" in text else text
        return typeset(self.named(text, language))

    def named(self, text: str, language: str) -> str:
        """A text with one's own names in it.

        >>> Filling(names={"sv": {"Bo": "Åre"}}).named("I Bo, inte i Bohus.", "sv")
        'I Åre, inte i Bohus.'
        >>> Filling(labels={"sv": {"Gata": "Vägar", "Park": "Park"}}).named("Gata – Park", "sv")
        'Vägar – Park'
        """
        labels = self.labels.get(language, {})
        alone = text.split(BETWEEN)
        if labels and all(one in labels for one in alone):
            return BETWEEN.join(labels[one] for one in alone)
        pattern, names = self._patterns.get(language), self.names.get(language, {})
        return pattern.sub(lambda match: names[match[0]], text) if pattern else text

    def filled(self, value: Any) -> Any:
        """What a file holds, with every text that stands in both languages filled in.

        A number by its name that stands alone, in no language, becomes that number.

        >>> Filling({"ties": Number(178)}).filled({"shows": ["{n:ties}", 100]})
        {'shows': [178, 100]}
        """
        if isinstance(value, str):
            alone = REFERENCE.fullmatch(value)
            return self.numbers[alone[2]].value if alone and alone[2] in self.numbers else value
        if isinstance(value, dict):
            if all(isinstance(value.get(language), str) for language in LANGUAGES):
                return {
                    key: self.said(one, key) if key in LANGUAGES else one
                    for key, one in value.items()
                }
            return {key: self.filled(one) for key, one in value.items()}
        return [self.filled(one) for one in value] if isinstance(value, list) else value

    def shown(self, value: Any, language: str) -> Any:
        """JSON for a page with one's own names in every text of it; itself where there are none."""
        if not self.names and not self.labels:
            return value
        if isinstance(value, str):
            return self.named(value, language)
        if isinstance(value, dict):
            return {key: self.shown(one, language) for key, one in value.items()}
        return [self.shown(one, language) for one in value] if isinstance(value, list) else value

    def _number(self, match: re.Match[str], language: str) -> str:
        number = self.numbers.get(match[2])
        return number.written(match[1], language) if number else match[0]

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        return {
            language: re.compile(rf"(?<!\w)(?:{_longest_first(names)})(?!\w)")
            for language, names in self.names.items()
            if names
        }


def _longest_first(words: Mapping[str, str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


EMPTY = Filling()
"""For a file that belongs to no course: nothing is filled in."""


def own_names(ours: "Cast", theirs: "Cast") -> dict[str, dict[str, str]]:
    """In each language, every form of a name that another cast has otherwise, and its own form."""
    names: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
    for language, found in names.items():
        for before, after in changed_names(ours, theirs, language):
            found.update(zip(_forms(before, language), _forms(after, language), strict=True))
        for before, after in _units(ours, theirs, language):
            found[before] = after
    return names


def changed_names(ours: "Cast", theirs: "Cast", language: str) -> Iterator[tuple[str, str]]:
    """The names of the municipality, of streets and of people that differ."""
    pairs: list[tuple[str, str]] = []
    if ours.municipality and theirs.municipality:
        both = (ours.municipality, theirs.municipality)
        pairs += [(both[0].in_language(language), both[1].in_language(language))]
    for id, street in ours.streets.items():
        pairs += [(street.in_language(language), theirs.streets[id].in_language(language))]
    for id, person in ours.people.items():
        pairs += [(person.name, theirs.people[id].name), (person.given, theirs.people[id].given)]
    for id, resident in ours.residents.items():
        pairs += [(resident.name, theirs.residents[id].name)]
    yield from ((before, after) for before, after in pairs if before != after)


def _units(ours: "Cast", theirs: "Cast", language: str) -> Iterator[tuple[str, str]]:
    """How a sentence says where somebody works, and units that stand as headings or first words."""
    for before, after in in_place(ours, theirs):
        if before == after:
            continue
        at, then = before.at(language), after.at(language)
        yield at, then
        yield at[:1].upper() + at[1:], then[:1].upper() + then[1:]
        for mark in ("#### ", "**", "| "):
            yield mark + before.name.in_language(language), mark + after.name.in_language(language)


def own_labels(ours: "Cast", theirs: "Cast") -> dict[str, dict[str, str]]:
    """In each language, the name of each of our units, and that of the one in its place."""
    pairs = [(one.name, other.name) for one, other in in_place(ours, theirs)]
    return {
        language: {one.in_language(language): other.in_language(language) for one, other in pairs}
        for language in LANGUAGES
    }


def in_place(ours: "Cast", theirs: "Cast") -> Iterator[tuple[Any, Any]]:
    """Our units, each with the one that has its place: the same id, or else the same order."""
    own = list(theirs.units.values())
    for n, (id, unit) in enumerate(ours.units.items()):
        if own:
            yield unit, theirs.units.get(id) or own[min(n, len(own) - 1)]


def _forms(name: str, language: str) -> tuple[str, str]:
    """A name and its genitive: ``Borås``, ``Borås`` in Swedish, ``Karin's`` in English.

    >>> _forms("Kajgatan", "sv"), _forms("Borås", "sv"), _forms("Ali", "en")
    (('Kajgatan', 'Kajgatans'), ('Borås', 'Borås'), ('Ali', "Ali's"))
    """
    if language == "sv":
        return name, name if name[-1] in "sxz" else f"{name}s"
    return name, f"{name}'s"
