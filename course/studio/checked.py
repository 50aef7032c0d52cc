"""``course check``: every fault of a course, each with its file and line and what to write.

Only what changed is gone through again (`course.studio.kept`): each exercise and each figure by
itself, then the lessons and the course as a whole. What reads lessons is loaded only when they are.
"""

import sys
from collections.abc import Collection, Iterable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import asdict, fields

from course.content.checking import faults_in
from course.content.course import Course, ours
from course.content.figure_checking import faults_in_figure
from course.content.minutes import exercise_minutes
from course.content.reading import read_exercise
from course.content.standards import standards
from course.content.unreadable import read_or_fault
from course.faults import Fault
from course.kinds import KINDS
from course.kinds.exercise import Exercise
from course.marked import Marked, held
from course.once import once
from course.paths import LANGUAGES
from course.studio.cast_faults import CAST
from course.studio.figure_pictures import Pictures
from course.studio.kept import Kept, Told, code, content_of, fingerprint_of, told
from course.studio.law_kept import of_law
from course.studio.quoted import of_quoted
from course.studio.story_kept import of_story
from course.words import say

if TYPE_CHECKING:
    from course.studio.texts import Said


def main(language: str = "en", course: Course | None = None) -> int:
    """Print a summary and every fault; 1 if there is any."""
    course = course if course is not None else ours()
    found, summary = check(course)
    for line in summary[language]:
        print(line)
    for one in found:
        print(one[language], file=sys.stderr)
    print(counted(len(found), language))
    return int(bool(found))


def counted(n: int, language: str) -> str:
    """How many faults there are, in words."""
    if n == 0:
        return say("fault.found-none", language)
    return say("fault.found-one", language) if n == 1 else say("fault.found-many", language, n=n)


def check(course: Course) -> tuple[list[Told], dict[str, list[str]]]:
    """Every fault of a course, and a summary of it in each language."""
    with held(), once():
        return _check(course)


def _check(course: Course) -> tuple[list[Told], dict[str, list[str]]]:
    kept = Kept(course.folders[-1] / "build" / "checked.json")
    exercises = [_exercise(course, file, kept) for file in course.find_exercises("*/*.yml")]
    questions = [_exercise(course, file, kept) for file in course.find_exercises("*/*/*/*.yml")]
    parts = [one["told"] for one in (*exercises, *questions)]
    of_figures = {file.stem: one for file, one in _figures(course, kept)}
    parts += of_figures.values()
    parts.append(told(_no_files(course)))
    parts.append(kept.get("code", fingerprint_of(code()), _of_code))
    found = [one for part in parts for one in part]
    heads = [one["seen"] for one in (*exercises, *questions)]
    whole = [id for id, faults in of_figures.items() if not faults]
    rest, summary = _rest(course, kept, heads, whole, are_sound=not found)
    kept.keep()
    # What is wrong with a file that others stand on is found once more at each of these.
    once = {one[LANGUAGES[0]]: one for one in [*found, *rest]}
    return list(once.values()), summary


def _rest(
    course: Course, kept: Kept, heads: list[Any], figures: list[str], *, are_sound: bool
) -> tuple[list[Told], dict[str, list[str]]]:
    """What is wrong besides exercises and figures: the data alone, if the rest stands on faults.

    ``figures``, by id, can be drawn.
    """
    data = [*course.files("data/*.yml"), *course.files("notebooks/source/*.md")]
    seen = fingerprint_of(code(), course.lessons(), content_of([*data, *course.layers(CAST)]))
    unusable: list[Told] = kept.get("data", seen, lambda: _of_data(course))
    if unusable:
        return unusable, {language: [] for language in LANGUAGES}
    pictures = Pictures(course, kept, figures)
    said_in = cache(partial(_said_in, course))
    law, story = of_law(course, kept, said_in), of_story(course, kept, said_in)
    quoted = of_quoted(course, kept, said_in)
    seen = fingerprint_of(code(), are_sound, heads, law["cited"], _files(course))
    whole = kept.get("course", seen, lambda: _of_course(course, are_sound=are_sound))
    return [*law["told"], *story, *quoted, *whole["told"], *pictures.told()], whole["summary"]


def exercise_faults(course: Course, language: str) -> list[str]:
    """Every fault of every exercise file, as it is told; its standards are not gone through."""
    find = course.find_exercises
    found = [fault for file in find("*/*.yml") for fault in faults_in(file, find)]
    return list(dict.fromkeys(fault.told(language) for fault in found))


def figure_faults(course: Course, language: str) -> list[str]:
    """Every fault of every figure file, as it is told."""
    files, known = course.files("data/figures/*.yml"), _known_sources(course)
    return [fault.told(language) for file in files for fault in faults_in_figure(file, known)]


def _no_files(course: Course) -> Iterator[Fault]:
    """Folders and pipes that are called as exercises or figures are, and are read as neither."""
    for pattern in ("exercises/*/*.yml", "data/figures/*.yml"):
        for folder in course.folders:
            for path in sorted(folder.glob(pattern)):
                if not path.is_file():
                    yield Fault.at(1, "no-file", {}, course.name(path))


def _known_sources(course: Course) -> Collection[str]:
    """The keys of the bibliography; any key at all where it cannot be read, which is told once."""
    file = course.file("data/references.yml")
    if not file.is_file():
        return ()
    document = read_or_fault(file, file.name)
    if isinstance(document, Fault) or not isinstance(document.value, dict | None):
        return _Anything()
    return [str(key) for key in document.value or {}]


def _figures(course: Course, kept: Kept) -> Iterator[tuple[Path, list[Told]]]:
    """Each figure's file, with its faults but those that only a drawing shows."""
    known = _known_sources(course)
    for file in course.files("data/figures/*.yml"):
        seen = fingerprint_of(code(), content_of([file]), sorted(known))
        yield file, kept.get(course.name(file), seen, partial(_of_figure, file, known))


def _of_figure(file: Path, known: Collection[str]) -> list[Told]:
    return told(faults_in_figure(file, known))


class _Anything(Collection[str]):
    def __contains__(self, key: object) -> bool:
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


# --- exercises ------------------------------------------------------------------------------------


def _exercise(course: Course, file: Path, kept: Kept) -> dict[str, Any]:
    """What is found in an exercise's file, and what a lesson sees of the exercise.

    Other files that it stands on are found by the patterns that it asked for when it was last gone
    through: an exercise whose own file is as it was asks for the same.
    """
    name = course.name(file)
    before, found = kept.before(name)
    patterns = found["patterns"] if before else []
    if before != _stands_on(course, file, patterns):
        found = _gone_through(course, file)
        before = _stands_on(course, file, found["patterns"])
    result: dict[str, Any] = kept.put(name, before, found)
    return result


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


# --- the whole ------------------------------------------------------------------------------------


def _files(course: Course) -> list[str]:
    """The content of all that the lessons stand on besides exercises, and the exercises' names."""
    patterns = ("data/**/*", "notebooks/**/*", "docs/*.md", "docs/*.svg", "README.md")
    files = [file for pattern in patterns for file in course.files(pattern)]
    exercises = course.find_exercises("*/*.yml")
    return [*map(course.name, [*files, *exercises]), *content_of(files)]


def _of_data(course: Course) -> list[Told]:
    from course.studio.data import unusable

    return told(unusable(course))


def _said_in(course: Course, file: Path) -> "tuple[Said, ...]":
    from course.studio.texts import texts_of

    return tuple(texts_of(course, file))


def _of_course(course: Course, *, are_sound: bool) -> dict[str, Any]:
    """What is wrong with the lessons; with what is built of them too, if exercises are sound."""
    from course.studio import check
    from course.studio.documents import stale_documents
    from course.studio.source import sources
    from course.studio.summary import summary

    lessons = sources(course)
    faults = check.source_faults(lessons)
    are_sound = are_sound and not faults  # what has faults of its own cannot be built
    if are_sound:
        faults += check.notebook_faults(course, lessons)
    faults += check.course_faults(course, lessons)
    if are_sound:
        faults += stale_documents(course, lessons)
    lines = {language: list(summary(lessons, language)) for language in LANGUAGES}
    return {"told": told(faults), "summary": lines}


def _of_code() -> list[Told]:
    """What is wrong with the package itself: sentences that are missing, examples that lack."""
    from course.studio.examples import example_faults
    from course.studio.said import word_faults

    return told([*word_faults(), *example_faults()])
