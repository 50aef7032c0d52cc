"""Kinds of exercises, a folder each: an answer in, a verdict out, and how it looks.

A kind is found by looking: to add one, add a folder. Its name is what authors write after
``kind:``. It holds

- ``rules.py``: the class of its exercises and its rules; see `course.kinds.kind.Kind`;
- ``schema.json``: what its files hold, besides what every exercise has;
- ``view.js``, and ``view.css`` where it needs one: how it is drawn and answered in a page; each
  rule of the style stands under ``.card.<name>``, for the styles of all kinds meet in one page;
- ``words.yml``: its sentences, in both languages;
- ``page.md``: its page in the documentation, with an example of such a file;
- ``cases.py``: what the tests that all kinds share try on it.

A package of somebody else's brings a kind by an entry point of the group ``course.kinds``, which
names the package that is such a folder.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from course.kinds.broken import BrokenKindError, checked_rules, folder_of, guarded
from course.kinds.exercise import Exercise
from course.kinds.kind import AnswerError, Kind
from course.looked import Found
from course.words import also

_HERE = Path(__file__).parent


@cache
def _own() -> dict[str, str]:
    """Names of the course's own kinds, and the packages that they are."""
    names = sorted(file.parent.name for file in _HERE.glob("*/rules.py"))
    return {name: f"{__name__}.{name}" for name in names}


@cache
def _packages() -> dict[str, str]:
    """Names of all kinds, and the packages that they are."""
    # To look through all that is installed takes longer than to open a lesson, which seldom needs
    # more than the course's own kinds.
    from importlib.metadata import entry_points

    others = {one.name: one.value for one in entry_points(group="course.kinds")}
    return {**others, **_own()}


def _kind(name: str) -> Kind:
    package = _own().get(name) or _packages()[name]
    folder = folder_of(name, package)
    rules = checked_rules(name, package, folder)
    if folder.parent != _HERE:
        also(folder / "words.yml")
    kind = Kind(name, folder, rules)
    for attribute, function in list(vars(kind).items()):
        if callable(function):
            setattr(kind, attribute, guarded(function, name, folder))
    return kind


KINDS: Mapping[str, Kind] = Found(_packages, _kind, near=_own)
"""Every kind of exercise by its name; BrokenKindError for one that cannot be used."""


@cache
def folders() -> dict[str, Path]:
    """The folder of each kind by its name; loads none of their rules."""
    found = {}
    for name, package in _packages().items():
        with suppress(BrokenKindError):
            found[name] = folder_of(name, package)
    return found


def readable(exercise: Exercise, answers: Iterable[object]) -> Iterator[Any]:
    """Those of some kept answers that are answers to the exercise as it is worded now."""
    for answer in answers:
        try:
            yield KINDS[exercise.kind].accept(exercise, answer)
        except (AnswerError, BrokenKindError):
            continue
