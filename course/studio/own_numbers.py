"""Sentences whose numbers are others with a municipality's own network.

The numbers follow the data by themselves; whether the sentence about them still holds nobody but a
reader can tell. So those that have changed are told of, and are no faults. A number that has become
none or one is: ``1 kontakter`` is no Swedish, and what the sentence says of them is seldom so.
"""

import re
from collections.abc import Iterator

from course.content.course import Course
from course.content.filled import REFERENCE, Number
from course.faults import Fault
from course.paths import LANGUAGES
from course.studio.texts import Said, texts_of
from course.words.sentences import sentences

_FEW = 1
"""A sentence about more than so many is not one about so many, or about none."""


def odd_numbers(course: Course) -> Iterator[Fault]:
    """Sentences about several that are about one or none now."""
    for said, language, line, sentence, names in _changed(course):
        if any(_is_few(course.numbers[name]) for name in names):
            told = {"said": _as_read(sentence, course, language)}
            yield Fault.at(line, "own-number-odd", told, said.file)


def changed_numbers(course: Course) -> Iterator[Fault]:
    """Sentences with other numbers than ours: a note a file and language, at the first of them."""
    found: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for said, language, line, sentence, names in _changed(course):
        if not any(_is_few(course.numbers[name]) for name in names):  # a fault, told as such
            found.setdefault((said.file, language), []).append((line, sentence))
    for (file, language), several in found.items():
        line, sentence = several[0]
        values = {"n": len(several), "said": _as_read(sentence, course, language)}
        yield Fault.at(line, "own-numbers", values, file)


def _changed(course: Course) -> Iterator[tuple[Said, str, int, str, list[str]]]:
    """Each sentence of ours with numbers that have changed: text, language, line, their names."""
    before, now = Course(course.folders[:1]).numbers, course.numbers
    changed = {name for name in before if name in now and now[name] != before[name]}
    if not changed:
        return
    for file in (*course.files("notebooks/source/*.md"), *course.texts()):
        if file.is_relative_to(course.folders[-1]):  # whoever wrote it has read it
            continue
        for said in texts_of(course, file):
            for language in LANGUAGES:
                for start, sentence in sentences(said.words[language]):
                    names = [match[2] for match in REFERENCE.finditer(sentence)]
                    names = [name for name in names if name in changed]
                    if names:
                        yield said, language, said.line(language, start), sentence, names


def _is_few(number: Number) -> bool:
    """Whether a count that has changed is of one or none."""
    return not number.digits and number.value <= _FEW


def _as_read(sentence: str, course: Course, language: str) -> str:
    """A sentence as a learner reads it, on one line and without its marks."""
    plain = re.sub(r"\{term\}`([^<`]*?) ?(?:<[^>]*>)?`", r"\1", sentence)
    return " ".join(course.filling.said(plain, language).split())
