"""The cases that the course tells, and how strong the evidence of each is, from ``data/cases.yml``.

A text marks a case with ``{case:esther}``. In a lesson that becomes a link to what the mark means
(`course.studio.marks`); in an exercise, a figure or a guide it is the mark's words alone, as a
sentence of their own.
"""

import re
from collections.abc import Collection, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from attrs import field, frozen

from course.marked import read
from course.words.bilingual import Text

MARK = re.compile(r"\{case:([a-z0-9-]+)\}")
"""The mark of a case in a text, by its id."""


@frozen
class Grade:
    """How strong evidence is: what a mark says, and what that means."""

    id: str
    mark: Text
    meaning: Text


@frozen
class Case:
    """A case: its grade, what that rests on, the words and the works that tell it."""

    id: str
    grade: Grade
    why: Text
    words: tuple[str, ...] = ()
    works: frozenset[str] = frozenset()

    @cached_property
    def _named(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, self.words))})(?!\w)")

    def is_told(self, text: str, works: Collection[str]) -> bool:
        """Whether a text that cites these works tells the case: it names it and cites one of them.

        >>> Case("x", None, None, ("Nacka",), frozenset({"a"})).is_told("I Nacka", ["a", "b"])
        True
        """
        return not self.works.isdisjoint(works) and self.names(text)

    def names(self, text: str) -> bool:
        """Whether a text has one of its words."""
        return self._named.search(text) is not None

    def meant(self, language: str) -> str:
        """What its mark means, and why it has it."""
        return f"{self.grade.meaning.in_language(language)} {self.why.in_language(language)}"


@frozen
class Cases:
    """All cases, and the grades of evidence in order, the strongest first.

    >>> from course.content.course import Course
    >>> cases = Course.open().cases
    >>> [grade.id for grade in cases.grades], cases.by_id["esther"].grade.id
    (['compared', 'followed', 'told', 'invented'], 'followed')
    """

    grades: tuple[Grade, ...] = ()
    by_id: Mapping[str, Case] = field(factory=dict)

    def told(self, text: str, works: Collection[str]) -> tuple[Case, ...]:
        """The cases that a text tells, which cites these works."""
        return tuple(case for case in self.by_id.values() if case.is_told(text, works))

    def said(self, text: str, language: str) -> str:
        """A text with its marks in words. One of an unknown case stays; ``course check`` tells it.

        >>> from course.content.course import Course
        >>> Course.open().cases.said("Inläggningarna minskade. {case:esther}", "sv")
        'Inläggningarna minskade. Underlag: mätt före och efter.'
        """

        def words(match: re.Match[str]) -> str:
            case = self.by_id.get(match[1])
            return f"{case.grade.mark.in_language(language)}." if case else match[0]

        return MARK.sub(words, text)


@lru_cache(maxsize=16)
def read_cases(file: Path, _changed: int) -> Cases:
    """The cases of a file that ``course check`` finds no fault with."""
    given = read(file).value
    grades = {id: _grade(id, one) for id, one in given["grades"].items()}
    cases = {id: _case(id, one, grades) for id, one in given["cases"].items()}
    return Cases(tuple(grades.values()), cases)


def _grade(id: str, fields: Mapping[str, Any]) -> Grade:
    return Grade(id, Text(**fields["mark"]), Text(**fields["meaning"]))


def _case(id: str, fields: Mapping[str, Any], grades: Mapping[str, Grade]) -> Case:
    return Case(
        id,
        grades[fields["grade"]],
        Text(**fields["why"]),
        tuple(fields.get("words", ())),
        frozenset(fields.get("works", ())),
    )
