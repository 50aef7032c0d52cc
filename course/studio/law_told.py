"""Sentences that tell of a section of law otherwise than the register does.

So two places that cite the same section cannot state different sums and times of it, say that one
may what one must, or name another authority: both are held to ``data/law.yml``.
"""

from collections.abc import Iterator
from itertools import chain

from course.content.law.amounts import amounts
from course.content.law.citing import Provision
from course.content.law.register import Law, Section
from course.content.law.wording import meanings
from course.faults import Fault
from course.studio.law import citations
from course.studio.texts import Said
from course.words.sentences import sentences


def told_otherwise(said: Said, language: str, law: Law) -> Iterator[Fault]:
    """What the sentences of a text that cite the law tell of it and the register does not."""
    found = citations(said, language, law)
    for start, sentence in sentences(said.words[language]) if found else ():
        end = start + len(sentence)
        places = [place for one in found if start <= one.start < end for place in one.provisions]
        sections = [law.section(place) for place in places]
        known = [one for one in sections if one]
        differing = chain(
            _amounts(sentence, language, known),
            _words(sentence, language, sections, law),
        )
        for written, register in differing:
            values = {
                "given": written,
                "known": register,
                "section": ", ".join(with_act(one, language, law) for one in places),
                "language": f"say:in.{language}",
            }
            yield Fault.at(said.line(language, start), "law-told-otherwise", values, said.file)


def with_act(place: Provision, language: str, law: Law) -> str:
    """A provision as a text cites it, with its act: ``KL 6 kap. 38 §``."""
    return f"{law.acts[place.act].short} {place.told(language)}".rstrip()


def _amounts(sentence: str, language: str, sections: list[Section]) -> Iterator[tuple[str, str]]:
    """Amounts which are not those that the sections state, and the latter.

    Only units that a section of the sentence has an amount of are looked at: what else a sentence
    counts is its own.
    """
    stated: dict[str, set[int]] = {}
    for section in sections:
        for amount in section.amounts:
            number, unit = amount.split()
            stated.setdefault(unit, set()).add(int(number))
    for n, unit, written in amounts(sentence, language) if stated else ():
        if unit in stated and n not in stated[unit]:
            yield written, ", ".join(f"{one} {unit}" for one in sorted(stated[unit]))


def _words(
    sentence: str, language: str, sections: list[Section | None], law: Law
) -> Iterator[tuple[str, str]]:
    """Words of law with none of the sections' own beside them, and the sections' own.

    Only families are looked at of which every section of the sentence has a word: what stands in
    it may else be of the other. A sentence without any word of the family tells nothing.
    """
    for name, family in law.words.items():
        own = [one.words.get(name) if one else None for one in sections]
        if not own or not all(own):
            continue
        found = list(meanings(sentence, family, language))
        if found and not any(meaning in own for meaning, _ in found):
            first = dict.fromkeys(family[one][language][0] for one in own if one)
            yield found[0][1], ", ".join(first)
