"""What is wrong with the register of law, and with the texts that cite it."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from course.content.course import Course
from course.content.law.citing import Citation, Provision, section_of
from course.content.law.register import Law, names_in
from course.content.law.wording import Family, meanings
from course.content.schema import not_one_of, of_data, schema_faults
from course.content.unreadable import read_or_fault
from course.faults import Fault
from course.marked import Marked
from course.paths import LANGUAGES
from course.studio.law import citations, provisions, used
from course.studio.law_told import told_otherwise, with_act
from course.studio.source import Source
from course.studio.texts import Said, texts
from course.words import other

_NUMBER = re.compile(r"(?P<book>.*?)\b(?P<year>(?:19|20)\d\d)[:/](?P<n>\d+)")
"""The year of an amendment, the first number in its name: SFS 2025:400, (EU) 2026/1744."""

LAW = "data/law.yml"
REFERENCES = "data/references.yml"


def shape_faults(course: Course) -> list[Fault]:
    """What keeps the register from being used at all; nothing where there is none."""
    file = course.file(LAW)
    if not file.is_file():
        return []
    document = read_or_fault(file, LAW)
    if isinstance(document, Fault):
        return [document]
    if not isinstance(document.value, dict):
        return [Fault.at(1, "not-entries", {}, LAW)]
    found = list(schema_faults(document.value, of_data("law/law.schema.json")))
    if not found:
        found = list(_unusable(document.value))
    return [fault.found(LAW, document) for fault in found]


def _unusable(register: dict[str, Any]) -> Iterator[Fault]:
    """Names of sections that cannot be read or stand twice, and texts that are not listed."""
    names = names_in(register["acts"])
    for key, act in register["acts"].items():
        if act.get("text", None) not in {None, *register["texts"]}:
            yield not_one_of(("acts", key, "text"), act["text"], register["texts"])
        seen: dict[Provision, str] = {}
        for written in act["sections"]:
            at = ("acts", key, "sections", written)
            places = section_of(key, written, names)
            if not places:
                yield Fault(at, "law-bad-section", {"given": written})
            for place in places:
                if place in seen:
                    yield Fault(at, "law-twice", {"given": written, "other": seen[place]})
                    break
                seen[place] = written
            yield from _unusable_words(act["sections"][written], at, register.get("words", {}))
    for id, question in register.get("questions", {}).items():
        for n, key in enumerate(question.get("acts", ())):
            if key not in register["acts"]:
                yield Fault(("questions", id, "acts", n), "law-not-registered", {"key": key})


def _unusable_words(
    section: dict[str, Any], at: tuple[str, ...], families: Mapping[str, Family]
) -> Iterator[Fault]:
    """Words of law that no family has, and those that the section itself does not use."""
    for name, own in section.get("words", {}).items():
        here = (*at, "words", name)
        if name not in families:
            yield not_one_of(here, name, families)
        elif own not in families[name]:
            yield not_one_of(here, own, families[name])
        else:
            for language in LANGUAGES:
                found = meanings(section[language], families[name], language)
                if own not in {meaning for meaning, _ in found}:
                    values = {
                        "words": ", ".join(families[name][own][language]),
                        "language": f"say:in.{language}",
                    }
                    yield Fault(here, "law-own-word", values)


def law_faults(course: Course, lessons: Iterable[Source]) -> Iterator[Fault]:
    """What is wrong with a usable register, and with every text that cites the law."""
    if course.file(LAW).is_file():
        said = list(texts(course, lessons))
        yield from text_faults(said, course.law)
        yield from register_faults(course, used(said, course.law))


def text_faults(said: Collection[Said], law: Law) -> Iterator[Fault]:
    """What is wrong with some texts that cite the law: those of a file, or of all."""
    for one in said:
        yield from _of_text(one, law)
    yield from _not_among_sources(said, law)


def register_faults(course: Course, cited: Collection[Provision]) -> Iterator[Fault]:
    """What is wrong with a usable register, of which ``cited`` is what the texts lean on."""
    document = read_or_fault(course.file(LAW), LAW)
    assert isinstance(document, Marked)
    law = course.law
    for fault in (*_days(document.value), *_unused(law, cited)):
        yield fault.found(LAW, document)
    yield from _works(course, law, document)


# --- texts ----------------------------------------------------------------------------------------


def _of_text(said: Said, law: Law) -> Iterator[Fault]:
    for language in LANGUAGES:
        for citation in citations(said, language, law):
            yield from _of_citation(citation, said, language, law)
        yield from told_otherwise(said, language, law)
    for language in LANGUAGES:
        yield from _alone(said, language, law)


def _of_citation(citation: Citation, said: Said, language: str, law: Law) -> Iterator[Fault]:
    line = said.line(language, citation.start)
    values: dict[str, object] = {"language": f"say:in.{language}"}
    if not citation.provisions:
        yield Fault.at(line, "law-no-act", {**values, "given": citation.written}, said.file)
        return
    lacking = [one for one in citation.provisions if _is_part(one) and not law.section(one)]
    if lacking:
        values["act"] = law.acts[lacking[0].act].short
        values["section"] = ", ".join(one.told(language) for one in lacking)
        yield Fault.at(line, "law-not-there", values, said.file)


def _is_part(place: Provision) -> bool:
    return bool(place.chapter or place.section)


def _alone(said: Said, language: str, law: Law) -> Iterator[Fault]:
    """Provisions that the text cites in one language and not in the other."""
    here, there = (provisions(said, one, law) for one in (language, other(language)))
    alone = [one for one in here if one not in there]
    if alone:
        line = said.line(language, here[alone[0]].start)
        cites = ", ".join(with_act(one, language, law) for one in alone)
        values = {
            "section": cites,
            "language": f"say:in.{language}",
            "other": f"say:in.{other(language)}",
        }
        yield Fault.at(line, "law-alone", values, said.file)


def _not_among_sources(said: Iterable[Said], law: Law) -> Iterator[Fault]:
    """Acts that an exercise, a figure or a term cites and does not name as a source, each once."""
    seen: set[tuple[str, str]] = set()
    for one in said:
        if one.sources is None:
            continue
        for language in LANGUAGES:
            for place, citation in provisions(one, language, law).items():
                if place.act in one.sources or (one.place, place.act) in seen:
                    continue
                seen.add((one.place, place.act))
                values = {"act": law.acts[place.act].short, "key": place.act}
                line = one.line(language, citation.start)
                yield Fault.at(line, "law-no-source", values, one.file)


# --- the register ---------------------------------------------------------------------------------


def _days(register: dict[str, Any]) -> Iterator[Fault]:
    """Days that come before the amendment that is said to be in the text of that day."""
    numbers = register.get("numbers", {})
    for key, act in register["acts"].items():
        yield from _too_early(act, ("acts", key), act, numbers)
        for written, section in act["sections"].items():
            yield from _too_early(section, ("acts", key, "sections", written), act, numbers)


def _too_early(
    one: dict[str, Any], at: tuple[str, ...], act: dict[str, Any], numbers: Mapping[str, str]
) -> Iterator[Fault]:
    # A section that has a day of its own, and no amendment, says nothing of the act's last one.
    day, amendment = one.get("read", act.get("read", "")), one.get("to", "")
    if day and amendment and day <= _not_yet(amendment, numbers):
        yield Fault(at, "law-early", {"day": day, "amendment": amendment})


def _not_yet(amendment: str, numbers: Mapping[str, str]) -> str:
    """The last day on which the amendment is known not to have been issued, from its number.

    Numbers run in order through the year, so a later one was issued on no earlier day.
    """
    given = _NUMBER.match(amendment)
    if not given:
        return ""
    last = f"{int(given['year']) - 1}-12-31"
    for number, day in numbers.items():
        known = _NUMBER.match(number)
        same = known and (known["book"], known["year"]) == (given["book"], given["year"])
        if known and same and int(known["n"]) <= int(given["n"]):
            last = max(last, day)
    return last


def _unused(law: Law, cited: Collection[Provision]) -> Iterator[Fault]:
    acts = {place.act for place in cited}
    for key, act in law.acts.items():
        if key not in acts:
            yield Fault(("acts", key), "law-unused-act", {"act": act.short})
            continue
        for section in act.sections:
            if not any(place in cited for place in section.places):
                values = {"act": act.short, "section": section.written}
                yield Fault(("acts", key, "sections", section.written), "law-unused", values)


def _works(course: Course, law: Law, register: Marked) -> Iterator[Fault]:
    """Acts that the bibliography and the register tell of differently, or only one of them."""
    works = course.references
    file = course.file(REFERENCES)
    document = read_or_fault(file, REFERENCES) if file.is_file() else None
    for key, act in law.acts.items():
        line = register.line(("acts", key))
        if key not in works:
            yield Fault.at(line, "law-no-work", {"key": key}, LAW)
        elif works[key].fields.get("accessed", act.read) != act.read:
            accessed = works[key].fields["accessed"]
            values = {"key": key, "given": accessed, "day": act.read or "–"}
            at = document.line((key, "accessed")) if isinstance(document, Marked) else 1
            yield Fault.at(at, "law-other-day", values, REFERENCES)
    for key, work in works.items():
        if work.is_law and key not in law.acts:
            at = document.line((key,)) if isinstance(document, Marked) else 1
            yield Fault.at(at, "law-not-registered", {"key": key}, REFERENCES)
