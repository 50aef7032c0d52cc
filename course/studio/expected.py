"""The answers to be ready for, held to what the exercises judge wrong.

An item of that list which names an exercise of the lesson says at its end which answer it means:
``{wrong:vignettes video=change}``. It is written as a change of the exercise's key, so that no kind
is known here, and no reader sees it:

- ``{wrong:wall information}``: the answer itself, where the key is one id or number;
- ``{wrong:eight-of-ten answered}``: taken where the key leaves it, and the reverse, where the key
  is a list; a list of one's own is written with commas, ``{wrong:order test,receive,tell}``;
- ``{wrong:vignettes video=change}``: what is given to one thing, where the key is a table;
  ``{wrong:raci board=director}`` gives it what the key gives the other;
- ``{wrong:statements secrecy}``: the opposite, where the key says of each whether it holds.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from course.errors import CourseError
from course.faults import Fault
from course.kinds import KINDS
from course.kinds.exercise import Exercise
from course.kinds.kind import AnswerError
from course.paths import LANGUAGES
from course.studio.myst import Cell
from course.studio.source import Source, used_exercises
from course.words.typesetting import typeset

WRONG = re.compile(r" *\{wrong:([a-z0-9-]+) ([^{}]+)\}")
"""Which answer to which exercise an item means."""

ITEM = re.compile(r"^- (.+)$", re.MULTILINE)
"""An item of the list."""


def shown(text: str) -> str:
    """The text without its marks.

    >>> shown("- “Chance gives zero.” Ask why. {wrong:chance 0}")
    '- “Chance gives zero.” Ask why.'
    """
    return WRONG.sub("", text)


def answered(key: Any, given: str) -> Any:
    """The answer that a mark means, beside the exercise's key.

    >>> answered(["a", "b"], "b"), answered({"x": "1", "y": "2"}, "x=y"), answered(46.9, "70")
    (['a'], {'x': '2', 'y': '2'}, 70)
    """
    if isinstance(key, dict):
        item, _, value = given.partition("=")
        if value:
            return {**key, item: key.get(value, value)}
        return {**key, item: {**key[item], "holds": not key[item]["holds"]}}
    if isinstance(key, list):
        if given.startswith("["):
            return json.loads(given)
        if "," in given:
            return given.split(",")
        return [one for one in key if one != given] if given in key else [*key, given]
    return given if isinstance(key, str) else json.loads(given)


def is_wrong(exercise: Exercise, given: str) -> bool | None:
    """Whether an exercise judges the answer that a mark means wrong; None where it is no answer."""
    kind = KINDS[exercise.kind]
    try:
        answer = answered(kind.key(exercise), given)
        verdict = kind.judge(exercise, kind.accept(exercise, answer))
    except (AnswerError, LookupError, TypeError, ValueError):
        return None
    return verdict.right is False and (verdict.score is None or verdict.score < 1)


def expected_faults(source: Source, parts: dict[str, tuple[Cell, str]]) -> Iterator[Fault]:
    """What is wrong with the list, by language: its cell, and its text."""
    exercises = {}
    for id in used_exercises(source):
        try:
            exercises[id] = source.course.exercise(source.lesson, id)
        except CourseError:
            return  # its own faults are told by themselves
    marks = {language: WRONG.findall(text) for language, (_, text) in parts.items()}
    for language, (cell, text) in parts.items():
        for item in ITEM.findall(text):
            yield from _item_faults(item, exercises, language, cell.line, source.name)
    one, other = (marks.get(language) for language in LANGUAGES)
    if one is not None and other is not None and one != other:
        cell = parts[LANGUAGES[1]][0]
        yield Fault.at(cell.line, "wrong-differs", {}, source.name)


def _item_faults(
    item: str, exercises: dict[str, Exercise], language: str, line: int, name: str
) -> Iterator[Fault]:
    titles = {one.title.in_language(language): id for id, one in exercises.items()}
    named = [
        titles[title] for title in re.findall(r"\*([^*]+)\*", typeset(item)) if title in titles
    ]
    marked = WRONG.findall(item)
    for id, given in marked:
        if id not in exercises:
            values = {"given": id, "lesson": "–"}
            yield Fault.at(line, "unknown-exercise", values, name)
        elif not is_wrong(exercises[id], given):
            yield Fault.at(line, "wrong-is-right", {"given": given, "exercise": id}, name)
    for id in named:
        if id not in {one for one, _ in marked}:
            yield Fault.at(line, "wrong-unsaid", {"mark": f"{{wrong:{id} …}}"}, name)
