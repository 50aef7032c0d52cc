"""Exercise files read into typed objects.

The way in for a lesson is short: parse, build the object, apply the kind's own rules. Only when
that fails is the file gone through with the schema (``course.material.checking``), to say why.
"""

import hashlib
import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from attrs import evolve
from cattrs import BaseValidationError, Converter

from course.errors import CourseError
from course.material.exercise import Exercise
from course.material.marked import NotYAMLError, read
from course.paths import EXERCISES
from course.scoring import KINDS


def _strict(kind: type, *allowed: type) -> Any:
    def take(value: Any, _: type) -> Any:
        if not isinstance(value, allowed) or (isinstance(value, bool) and kind is not bool):
            raise TypeError(f"expected {kind.__name__}, not {value!r}")
        return kind(value)

    return take


def strict_converter() -> Converter:
    """A converter that refuses unknown keys and does not turn 3 into "3" or "yes" into True."""
    converter = Converter(forbid_extra_keys=True)
    for kind, allowed in ((str, (str,)), (int, (int,)), (float, (int, float)), (bool, (bool,))):
        converter.register_structure_hook(kind, _strict(kind, *allowed))
    return converter


_CONVERTER = strict_converter()

FAULTY = (NotYAMLError, BaseValidationError, UnicodeDecodeError, ValueError)
"""What reading a faulty file raises."""


def ids(lesson: str, folder: Path = EXERCISES) -> tuple[str, ...]:
    """The exercises of a lesson, by name, in alphabetical order."""
    return tuple(sorted(file.stem for file in (folder / lesson).glob("*.yml")))


def load(lesson: str, exercise: str, *, language: str = "en", folder: Path = EXERCISES) -> Exercise:
    """An exercise by lesson and name.

    Raises CourseError, told in ``language``, when there is none or when its file has faults.
    """
    path = folder / lesson / f"{exercise}.yml"
    if exercise not in ids(lesson, folder):
        known = ", ".join(ids(lesson, folder)) or "–"
        raise CourseError(
            "unknown-exercise", language=language, lesson=lesson, given=exercise, known=known
        )
    try:
        return _load(path)
    except FAULTY as error:
        from course.material.checking import faults_in

        faults = "\n".join(fault.told(language) for fault in faults_in(path)) or str(error)
        raise CourseError("faulty-exercise", language=language, faults=faults) from error


def _load(path: Path) -> Exercise:
    files = (path, *beside(alone(path), path))
    return _joined(files, tuple(file.stat().st_mtime_ns for file in files))


@lru_cache(maxsize=512)
def _joined(files: tuple[Path, ...], _changed: tuple[int, ...]) -> Exercise:
    """The exercise of the first file, with those of the others; ValueError where one is faulty."""
    own, *others = map(alone, files)
    exercise = joined(own, dict(zip(files[1:], others, strict=True)))
    for one in (exercise, *others):
        for fault in KINDS[one.kind].faults(one):
            raise ValueError(fault.key)
    return exercise


def alone(path: Path) -> Exercise:
    """The exercise of a file, without what it stands on; raises one of ``FAULTY``."""
    return _alone(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=1024)
def _alone(path: Path, _changed: int) -> Exercise:
    exercise = build(read(path).value, lesson=path.parent.name)
    if exercise.id != path.stem:
        raise ValueError("id-not-file")
    return exercise


def beside(exercise: Exercise, path: Path) -> tuple[Path, ...]:
    """The files that the exercise in a file stands on, those of them that are there."""
    files = KINDS[exercise.kind].beside(exercise, path)
    return tuple(file for file in files if file.is_file() and file != path)


def joined(exercise: Exercise, others: Mapping[Path, Exercise]) -> Exercise:
    """An exercise with the others that it stands on."""
    return KINDS[exercise.kind].join(exercise, others)


def build(definition: Any, *, lesson: str = "") -> Exercise:
    """An exercise from what its file holds; ValueError or cattrs' BaseValidationError if not.

    The fingerprint is of the values, so a moved comment or another indentation does not change it.
    """
    kind = definition.get("kind") if isinstance(definition, dict) else None
    if not isinstance(kind, str) or kind not in KINDS:
        raise ValueError("not an exercise of a known kind")
    exercise: Exercise = _CONVERTER.structure(definition, KINDS[kind].exercise)
    values = json.dumps(definition, sort_keys=True, ensure_ascii=False)
    fingerprint = hashlib.sha256(values.encode()).hexdigest()[:12]
    return evolve(exercise, lesson=lesson, fingerprint=fingerprint)
