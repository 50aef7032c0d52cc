"""The register of the law that the course leans on: ``data/law.yml``.

It says of each act which text of it was read, on which day, and up to which amendment; of each
section what it says in plain words and how it was read; and what a lawyer is asked to look up.
"""

from collections.abc import Collection, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from attrs import field, frozen

from course.content.law.citing import Names, Provision, section_of
from course.content.law.wording import Family
from course.marked import read
from course.words import dated, say
from course.words.bilingual import Text
from course.words.typesetting import typeset

HOW = ("text", "second-hand", "unchecked")
"""How a section was read: its own text, in somebody else's account, or not at all."""


@frozen
class Section:
    """What the course needs to know of a section, or of several that belong together.

    Attributes:
        written: as the register names it, ``6 kap. 30–41 §§``.
        says: in plain words.
        how: one of `HOW`.
        read, to: the day of the text and the amendment, where they are not those of the act.
        amounts: sums of money and times that the section states, as ``700000 SEK``.
        words: of families of words of law (`Law.words`) the meaning that is the section's own.
    """

    written: str
    places: tuple[Provision, ...]
    says: Text
    how: str
    read: str = ""
    to: str = ""
    amounts: tuple[str, ...] = ()
    words: Mapping[str, str] = field(factory=dict)

    def name(self, language: str) -> str:
        """What it is called in a language: of several that belong together the first and last."""
        if language == "sv":
            return self.written
        first, last = self.places[0], self.places[-1]
        if first == last:
            return first.told(language)
        several = first.told(language).replace("s. ", "ss. ", 1)
        return f"{several}–{last.section or last.chapter}"


@frozen
class Act:
    """An act: its names, the text of it that was read (None where none was), its sections.

    ``read`` is the day that the text is of, ``to`` the last amendment that is in it.
    """

    key: str
    short: str
    name: Text
    text: Text | None
    read: str
    to: str
    note: Text | None
    sections: tuple[Section, ...]

    def wording(self, language: str) -> str:
        """Which wording was read and when, as the list of sources says it.

        >>> read, to = "2026-02-12", "SFS 2025:450"
        >>> act = Act("kl", "KL", Text("", ""), Text("", ""), read, to, None, ())
        >>> act.wording("en").partition("; ")[0]
        'wording up to and including SFS 2025:450, read in a text of 12 February 2026'
        """
        if not self.text:
            return say("law.not-checked", language)
        day = dated(date.fromisoformat(self.read), language)
        if not self.to:
            return say("law.read", language, date=day)
        return say("law.read-to", language, date=day, amendment=self.to)

    def told(self, cited: Collection[Provision], language: str) -> list[str]:
        """Those of its sections that are cited, each with what it says, in the act's order.

        One that was not read, or not in the text that the act was, says so.
        """
        sections = [one for one in self.sections if any(place in cited for place in one.places)]
        return [self._told(one, language) for one in sections]

    def _told(self, section: Section, language: str) -> str:
        told = typeset(f"{section.name(language)}: {section.says.in_language(language)}")
        if section.how != "text":
            return f"{told} ({say(f'law.how.{section.how}', language)})"
        if section.read and section.read != self.read:
            day = dated(date.fromisoformat(section.read), language)
            return f"{told} ({say('law.of-day', language, date=day)})"
        return told


@frozen
class Question:
    """What a lawyer is asked to look up, what the course says meanwhile, and the acts it is of."""

    id: str
    asks: Text
    meanwhile: Text
    acts: tuple[str, ...] = ()


@frozen
class Law:
    """The whole register: acts by key, every provision that is known, and the open questions.

    ``words`` are families of words that the law tells apart (`course.content.law.wording`).
    """

    acts: Mapping[str, Act] = field(factory=dict)
    names: Names = field(factory=lambda: Names({}, {}, frozenset()))
    questions: tuple[Question, ...] = ()
    words: Mapping[str, Family] = field(factory=dict)

    def section(self, place: Provision) -> Section | None:
        """The section that a citation means; None for one that is not registered."""
        act = self.acts.get(place.act)
        found = (one for one in (act.sections if act else ()) if place in one.places)
        return next(found, None)


@lru_cache(maxsize=16)
def read_law(file: Path, _changed: int) -> Law:
    """The register in a file; `course.studio.law_faults.shape_faults` has told no fault of it."""
    given = read(file).value or {}
    acts = given.get("acts", {})
    names = names_in(acts)
    texts = {key: Text(**words) for key, words in given.get("texts", {}).items()}
    questions = given.get("questions", {})
    return Law(
        {key: _act(key, fields, texts, names) for key, fields in acts.items()},
        names,
        tuple(_question(id, fields) for id, fields in questions.items()),
        given.get("words", {}),
    )


def names_in(acts: Mapping[str, Mapping[str, Any]]) -> Names:
    """What the acts of a register are called, and which of them have an annex or articles."""
    keys: dict[str, str] = {}
    annexes: dict[str, tuple[str, ...]] = {}
    for key, act in acts.items():
        english = str(act["en"])
        own = [act["short"], act["sv"], english.removeprefix("the "), *act.get("also", ())]
        # Of a text it is the author's own that is read, or what a reader sees, as of the glossary.
        keys.update((form, key) for name in own for form in (name, typeset(name)))
        for written in act["sections"]:
            if written.startswith("bilaga"):
                annexes[written] = (*annexes.get(written, ()), key)
    articles = frozenset(
        key for key, act in acts.items() if any(one.startswith("art.") for one in act["sections"])
    )
    return Names(keys, annexes, articles)


def _act(key: str, given: dict[str, Any], texts: Mapping[str, Text], names: Names) -> Act:
    sections = (
        Section(
            written=written,
            places=section_of(key, written, names),
            says=Text(one["sv"], one["en"]),
            how=one.get("how", "text"),
            read=one.get("read", ""),
            to=one.get("to", ""),
            amounts=tuple(one.get("amounts", ())),
            words=one.get("words", {}),
        )
        for written, one in given["sections"].items()
    )
    return Act(
        key=key,
        short=given["short"],
        name=Text(given["sv"], given["en"]),
        text=texts[given["text"]] if "text" in given else None,
        read=given.get("read", ""),
        to=given.get("to", ""),
        note=Text(**given["note"]) if "note" in given else None,
        sections=tuple(sections),
    )


def _question(id: str, given: dict[str, Any]) -> Question:
    asks, meanwhile = Text(**given["asks"]), Text(**given["meanwhile"])
    return Question(id, asks, meanwhile, tuple(given.get("acts", ())))
