"""What is wrong with the exercises, each by itself: only those that changed are gone through again.

Other files that an exercise stands on are found by the patterns that it asked for when it was last
gone through: one whose own file is as it was asks for the same.
"""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from attrs import asdict, fields

from course.content.checking import faults_in
from course.content.course import Course
from course.content.minutes import exercise_minutes
from course.content.reading import read_exercise
from course.content.standards import standards
from course.content.unreadable import read_or_fault
from course.kinds import KINDS
from course.kinds.exercise import Exercise
from course.marked import Marked
from course.paths import LANGUAGES
from course.studio.kept import Kept, code, content_of, fingerprint_of, told
from course.studio.side_by_side import SideBySide


def of_exercises(
    course: Course, kept: Kept, both: SideBySide
) -> Callable[[], list[dict[str, Any]]]:
    """Of each exercise what is wrong (``told``), and what a lesson sees of it (``seen``).

    It is found once the result is called.
    """
    files = [*course.find_exercises("*/*.yml"), *course.find_exercises("*/*/*/*.yml")]
    as_before, changed = dict[Path, tuple[str, Any]](), list[Path]()
    for file in files:
        before, found = kept.before(course.name(file))
        if before and before == _stands_on(course, file, found["patterns"]):
            as_before[file] = before, found
        else:
            changed.append(file)
    begun = both.begun([partial(_gone_through, course, file) for file in changed])

    def ended() -> list[dict[str, Any]]:
        known = dict(as_before)
        for file, found in zip(changed, both.found(begun), strict=True):
            known[file] = _stands_on(course, file, found["patterns"]), found
        return [kept.put(course.name(file), *known[file]) for file in files]

    return ended


def _stands_on(course: Course, file: Path, patterns: Iterable[str]) -> str:
    others = [other for pattern in patterns for other in course.find_exercises(pattern)]
    names = [course.name(other) for other in others]
    return fingerprint_of(code(), names, content_of([file, *others]))


def _gone_through(course: Course, file: Path) -> dict[str, Any]:
    patterns: list[str] = []

    def find(pattern: str) -> tuple[Path, ...]:
        patterns.append(pattern)
        return course.find_exercises(pattern)

    name = course.name(file)
    faults, seen = faults_in(file, find), content_of([file])
    document = read_or_fault(file, name)
    if not faults and isinstance(document, Marked):
        faults = standards(document, name)
        seen = _seen(read_exercise(file, find=find))
    return {"patterns": sorted(set(patterns)), "told": told(faults), "seen": seen}


def _seen(exercise: Exercise) -> list[str]:
    """What lessons, documents and notebooks see of an exercise: its head but long texts, its time.

    As long as this stays the same, a changed word in an exercise leaves the lessons as they were.
    """
    unseen = ("prompt", "objective")
    own = asdict(exercise, filter=lambda field, _: field.name in _HEAD and field.name not in unseen)
    kind = KINDS[exercise.kind]
    parts, counts = kind.parts(exercise), kind.counts(exercise)
    return [
        repr(own),
        repr([exercise_minutes(exercise, language) for language in LANGUAGES]),
        counts,
        *(line for file, part in parts for line in (file.name, *_seen(part))),
    ]


_HEAD = {field.name for field in fields(Exercise)}
