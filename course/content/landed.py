"""What the first version that learners took looked like, so that nobody who took it loses anything.

``data/landed.json`` was made from that version once and never changes: of each exercise its
fingerprint then and the words of everything that has an id, of each lesson its core path and what
stood in each of its cells. Answers given since carry their own words.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from attrs import evolve, fields, frozen, has

from course.kinds.exercise import Exercise
from course.plain import Json
from course.words.bilingual import Text
from course.words.typesetting import typeset


@frozen(eq=False)
class Landed:
    """The table of the landed version; ``lessons`` is what it says of each lesson, by id."""

    lessons: Mapping[str, Json]

    def core(self, lesson: str) -> frozenset[str]:
        """The exercises that were the lesson's core path; none for a lesson that was not there."""
        return frozenset(self.lessons.get(lesson, {}).get("core", ()))

    def is_as_answered(self, fingerprint: str | None, exercise: Exercise) -> bool:
        """Whether an exercise has the ids and the key that it had when it was answered.

        The landed version's fingerprints were of every word of a file; the table says what each
        would be by today's rule.
        """
        if fingerprint == exercise.fingerprint:
            return True
        then = self._exercise(exercise.lesson, exercise.id)
        return fingerprint == then.get("was") and then.get("fingerprint") == exercise.fingerprint

    def in_words(self, event: Any, language: str) -> str:
        """An answer in words, as it was given: its own, or those that its ids had then."""
        if event.words:
            return str(event.words)
        texts = self._exercise(event.lesson, event.exercise).get("texts", {})
        return _in_words(event.answer, texts, language)

    def worded(self, exercise: Exercise) -> Exercise:
        """The exercise with its things to choose in the words of then, to tell an answer in them.

        An id that several things have, as options of a test's questions may, does not say which of
        them it was: they keep the words of now.
        """
        texts = self._exercise(exercise.lesson, exercise.id).get("texts", {})
        times = Counter(thing.id for thing in _things(exercise))
        then = {id: Text(**words) for id, words in texts.items() if times[id] == 1}
        found: Exercise = _reworded(exercise, then)
        return found

    def moved(self, lesson: str, cells: list[Json], language: str) -> dict[str, str]:
        """Where the cells of then are now, for links and places that name them: old id, new id.

        A cell is found by what it shows, or else by its own id; one that is gone, by the cell that
        stood before it.
        """
        shown = [_name(shows(cell)) for cell in cells]
        there = [cell["id"] for cell in cells]
        places: dict[str, str] = {}
        here = -1
        for id, then in self.lessons.get(lesson, {}).get("cells", {}).items():
            name = _name(_in_language(then, language))
            following = here + 1
            if name != _NOTHING and name in shown:
                here = shown.index(name)
            elif id in there:
                here = there.index(id)
            elif name == _NOTHING and following < len(shown) and shown[following] == _NOTHING:
                here = following
            now = cells[max(here, 0)]["id"] if cells else id
            if now != id:
                places[id] = now
        return places

    def _exercise(self, lesson: str, id: str | None) -> Json:
        found: Json = self.lessons.get(lesson, {}).get("exercises", {}).get(id, {})
        return found


@lru_cache(maxsize=64)
def moved_in(
    landed: Landed, lesson: str, language: str, notebook: Path, _changed: int
) -> dict[str, str]:
    """Where the cells of then are in a built notebook, as ``Landed.moved`` has it."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return landed.moved(lesson, cells, language)


@lru_cache(maxsize=8)
def read_landed(file: Path, _changed: int) -> Landed:
    """The table in a file."""
    return Landed(json.loads(file.read_text(encoding="utf-8"))["lessons"])


def shows(cell: Json) -> Json:
    """What a cell of a notebook shows: an exercise, a figure, or the first heading of its text."""
    shown = cell["metadata"].get("course", {})
    for what in ("exercise", "figure"):
        if what in shown:
            return {what: shown[what]}
    if cell["cell_type"] == "markdown":
        for line in "".join(cell["source"]).splitlines():
            if line.startswith("#"):
                return {"heading": line.lstrip("#").strip()}
    return {}


def _things(value: Any) -> Iterator[Any]:
    """Everything in an exercise that has an id and a text."""
    if isinstance(value, list):
        for one in value:
            yield from _things(one)
    elif has(type(value)):
        if hasattr(value, "id") and hasattr(value, "text"):
            yield value
        for field in fields(type(value)):
            yield from _things(getattr(value, field.name))


def _reworded(value: Any, texts: Mapping[str, Text]) -> Any:
    """The same with the texts given, by the ids of what they are of, wherever those are in it."""
    if isinstance(value, list):
        return [_reworded(one, texts) for one in value]
    if not has(type(value)):
        return value
    parts = {
        field.name: _reworded(getattr(value, field.name), texts) for field in fields(type(value))
    }
    if "text" in parts and parts.get("id") in texts:
        parts["text"] = texts[parts["id"]]
    return evolve(value, **parts)


def _in_language(then: Json, language: str) -> Json:
    heading = then.get("heading")
    return {"heading": typeset(heading[language])} if isinstance(heading, dict) else then


def _name(shown: Json) -> str:
    return json.dumps(shown, sort_keys=True)


_NOTHING = _name({})


def _in_words(answer: Any, texts: Mapping[str, Json], language: str) -> str:
    """What was chosen and written, in the order in which the answer has it.

    >>> texts = {"a": {"sv": "Ja", "en": "Yes"}, "b": {"sv": "Nej", "en": "No"}}
    >>> _in_words({"b": "a", "free": "Own words."}, texts, "en")
    'No → Yes; Own words.'
    """
    if isinstance(answer, dict):
        pairs = ((texts.get(id), _in_words(value, texts, language)) for id, value in answer.items())
        return "; ".join(
            f"{typeset(text[language])} → {value}" if text else value for text, value in pairs
        )
    if isinstance(answer, list):
        return "; ".join(_in_words(one, texts, language) for one in answer)
    known = texts.get(answer) if isinstance(answer, str) else None
    return typeset(str(known[language])) if known else str(answer)
