"""Exercise files read into typed objects.

The way in for a lesson is short: parse, build the object, apply the kind's own rules. Only when
that fails does whoever asked go through the file with its schema, to say why
(``course.content.opened``).
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from attrs import asdict, evolve
from cattrs import BaseValidationError, Converter

from course.content.filled import EMPTY, Filling
from course.faults import Fault
from course.kinds import KINDS
from course.kinds.exercise import Exercise
from course.marked import NotYAMLError, read


def _strict(kind: type, *allowed: type) -> Any:
    def take(value: Any, _: type) -> Any:
        if not isinstance(value, allowed) or (isinstance(value, bool) and kind is not bool):
            raise TypeError(f"expected {kind.__name__}, not {value!r}")
        return kind(value)

    return take


def _number_or_name(value: Any, _: Any) -> float | str:
    """A number, or the name of one that is not filled in."""
    return value if isinstance(value, str) else _strict(float, int, float)(value, float)


def strict_converter(*, thorough: bool = True) -> Converter:
    """A converter that refuses unknown keys and does not turn 3 into "3" or "yes" into True.

    One that is not ``thorough`` refuses the same, and says less of where; it is made, class by
    class, in half the time.
    """
    converter = Converter(forbid_extra_keys=True, detailed_validation=thorough)
    for kind, allowed in ((str, (str,)), (int, (int,)), (float, (int, float)), (bool, (bool,))):
        converter.register_structure_hook(kind, _strict(kind, *allowed))
    converter.register_structure_hook(float | str, _number_or_name)
    return converter


Find = Callable[[str], tuple[Path, ...]]
"""Finds exercise files by a pattern, ``<lesson>/<id>.yml``, wherever the course has them."""

_QUICK = strict_converter(thorough=False)
_thorough = cache(strict_converter)

FAULTY = (NotYAMLError, BaseValidationError, UnicodeDecodeError, ValueError)
"""What reading a faulty file raises."""


class UnfitError(ValueError):
    """An exercise that its kind's rules refuse, as it stands or in a municipality of its own."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.key)
        self.fault = fault


def near(path: Path) -> Find:
    """Find files in the folder of all exercises that a file lies in, wherever that is."""
    exercises = path.parent.parent
    return lambda pattern: tuple(sorted(f for f in exercises.glob(pattern) if f.is_file()))


def read_exercise(path: Path, *, find: Find | None = None, filling: Filling = EMPTY) -> Exercise:
    """The exercise of a file, with those that it stands on, which ``find`` finds: `near` if none.

    Its texts are filled in with ``filling``: the numbers and the names of a course.

    Raises one of ``FAULTY`` when a file has faults; `course.content.opened` says which.
    """
    files = (path, *beside(alone(path, filling), path, find or near(path)))
    return _joined(files, tuple(file.stat().st_mtime_ns for file in files), filling)


@lru_cache(maxsize=512)
def _joined(files: tuple[Path, ...], _changed: tuple[int, ...], filling: Filling) -> Exercise:
    """The exercise of the first file, with those of the others; ValueError where one is faulty."""
    own, *others = (alone(file, filling) for file in files)
    exercise = joined(own, dict(zip(files[1:], others, strict=True)))
    exercise = evolve(exercise, municipality=filling.municipality)
    exercise = KINDS[exercise.kind].placed(exercise, filling.units, filling.people)
    try:
        for one in (exercise, *others):
            for fault in KINDS[one.kind].faults(one):
                raise UnfitError(fault)
        return evolve(exercise, fingerprint=fingerprint(exercise))
    except (LookupError, ArithmeticError, StopIteration, RuntimeError) as error:
        # A kind's rules are for files that the schema passes; which it does not say is told by it.
        raise ValueError(f"not as the schema has it: {error!r}") from error


def alone(path: Path, filling: Filling = EMPTY) -> Exercise:
    """The exercise of a file, without what it stands on; raises one of ``FAULTY``."""
    return _alone(path, path.stat().st_mtime_ns, filling)


@lru_cache(maxsize=1024)
def _alone(path: Path, _changed: int, filling: Filling) -> Exercise:
    exercise = build(filling.filled(read(path).value), lesson=path.parent.name)
    if exercise.id != path.stem:
        raise ValueError("id-not-file")
    return exercise


def beside(exercise: Exercise, path: Path, find: Find) -> tuple[Path, ...]:
    """The files that the exercise in a file stands on, those of them that are there."""
    patterns = KINDS[exercise.kind].beside(exercise)
    # A name that an author began with / is of no exercise, and no pattern that a folder takes.
    found = (file for one in patterns if not one.startswith("/") for file in find(one))
    return tuple(file for file in found if file != path)


def joined(exercise: Exercise, others: Mapping[Path, Exercise]) -> Exercise:
    """An exercise with the others that it stands on."""
    return KINDS[exercise.kind].join(exercise, others)


def build(definition: Any, *, lesson: str = "") -> Exercise:
    """An exercise from what its file holds; ValueError or cattrs' BaseValidationError if not."""
    kind = definition.get("kind") if isinstance(definition, dict) else None
    if not isinstance(kind, str) or kind not in KINDS:
        raise ValueError("not an exercise of a known kind")
    try:
        exercise: Exercise = _QUICK.structure(definition, KINDS[kind].exercise)
    except Exception:  # whatever does not fit: the thorough one says what, and where
        exercise = _thorough().structure(definition, KINDS[kind].exercise)
    return evolve(exercise, lesson=lesson)


def fingerprint(exercise: Exercise) -> str:
    """What an answer stands on: the kind, every id, and the key. Twelve hexadecimal digits.

    Words, minutes and the order of things may change; whoever has answered has answered still.
    """
    stands_on = [
        exercise.kind,
        sorted(set(_ids(asdict(exercise)))),
        KINDS[exercise.kind].key(exercise),
    ]
    return hashlib.sha256(json.dumps(stands_on, sort_keys=True).encode()).hexdigest()[:12]


def _ids(thing: Any) -> Iterator[str]:
    """The ids of all that an exercise holds, the exercise's own among them."""
    if isinstance(thing, dict):
        if isinstance(thing.get("id"), str):
            yield thing["id"]
        thing = thing.values()
    elif not isinstance(thing, list | tuple):
        return
    for one in thing:
        yield from _ids(one)
