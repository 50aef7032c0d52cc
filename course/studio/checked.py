"""``course check``: every fault of a course, each with its file and line and what to write.

Only what changed is gone through again (`course.studio.kept`): each exercise and each figure by
itself, then the lessons and the course as a whole. What reads lessons is loaded only when they are.
"""

import sys
from collections.abc import Callable, Collection, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from course.content.checking import faults_in
from course.content.course import Course, ours
from course.content.figure_checking import faults_in_figure
from course.content.unreadable import read_or_fault
from course.faults import Fault
from course.marked import held
from course.once import once
from course.paths import LANGUAGES
from course.studio.cast_faults import CAST
from course.studio.exercises_kept import of_exercises
from course.studio.figure_pictures import of_pictures
from course.studio.kept import Kept, Told, code, content_of, fingerprint_of, told
from course.studio.law_kept import of_law
from course.studio.quoted import of_quoted
from course.studio.side_by_side import SideBySide
from course.studio.story_kept import of_story
from course.words import say

Found = tuple[list[Told], dict[str, list[str]]]
"""Faults as they are told, and the lines of a summary in each language."""

_REFERENCES = "data/references.yml"


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


def check(course: Course) -> Found:
    """Every fault of a course, and a summary of it in each language."""
    with held(), once(), SideBySide() as both:
        return _check(course, both)


def _check(course: Course, both: SideBySide) -> Found:
    kept = Kept(course.folders[-1] / "build" / "checked.json")
    of_code = kept.each([("code", fingerprint_of(code()), _of_code)], both, few=0)
    exercises = of_exercises(course, kept, both)
    of_figures = {file.stem: one for file, one in _figures(course, kept)}
    whole = [id for id, faults in of_figures.items() if not faults]
    of_rest = _rest(course, kept, whole, both)
    of_each = exercises()
    parts = [*(one["told"] for one in of_each), *of_figures.values()]
    parts.append(told(_no_files(course)))
    parts += of_code()
    found = [one for part in parts for one in part]
    rest, summary = of_rest([one["seen"] for one in of_each], not found)
    kept.keep()
    # What is wrong with a file that others stand on is found once more at each of these.
    once = {one[LANGUAGES[0]]: one for one in [*found, *rest]}
    return list(once.values()), summary


def _rest(
    course: Course, kept: Kept, figures: list[str], both: SideBySide
) -> Callable[[list[Any], bool], Found]:
    """What is wrong besides exercises and figures: the data alone, if the rest stands on faults.

    ``figures``, by id, can be drawn. The result is called with what lessons see of the exercises,
    and with whether nothing is wrong so far; what asks for neither is begun at once.
    """
    data = [*course.files("data/*.yml"), *course.files("notebooks/source/*.md")]
    seen = fingerprint_of(code(), course.lessons(), content_of([*data, *course.layers(CAST)]))
    unusable: list[Told] = kept.get("data", seen, lambda: _of_data(course))
    if unusable:
        return lambda heads, are_sound: (unusable, {language: [] for language in LANGUAGES})
    # The second process draws first, while this one reads of the law: the lessons lean on that.
    pictures, law = of_pictures(course, kept, figures, both), of_law(course, kept, both)
    story, quoted = of_story(course, kept, both), of_quoted(course, kept, both)

    def ended(heads: list[Any], are_sound: bool) -> Found:
        told_of_law, cited = law()
        seen = fingerprint_of(code(), are_sound, heads, cited, _files(course))
        whole = kept.get("course", seen, lambda: _of_course(course, are_sound=are_sound))
        return [*told_of_law, *story(), *quoted(), *whole["told"], *pictures()], whole["summary"]

    return ended


def exercise_faults(course: Course, language: str) -> list[str]:
    """Every fault of every exercise file, as it is told; its standards are not gone through."""
    find = course.find_exercises
    found = [fault for file in find("*/*.yml") for fault in faults_in(file, find)]
    return list(dict.fromkeys(fault.told(language) for fault in found))


def figure_faults(course: Course, language: str) -> list[str]:
    """Every fault of every figure file, as it is told."""
    files, known = course.files("data/figures/*.yml"), _known_sources(course)
    found = (fault for file in files for fault in faults_in_figure(file, _these(known)))
    return [fault.told(language) for fault in found]


def _no_files(course: Course) -> Iterator[Fault]:
    """Folders and pipes that are called as exercises or figures are, and are read as neither."""
    for pattern in ("exercises/*/*.yml", "data/figures/*.yml"):
        for folder in course.folders:
            for path in sorted(folder.glob(pattern)):
                if not path.is_file():
                    yield Fault.at(1, "no-file", {}, course.name(path))


def _known_sources(course: Course) -> list[str] | None:
    """The keys of the bibliography; None, for any key at all, where it is told as unreadable."""
    file = course.file(_REFERENCES)
    if not file.is_file():
        return []
    document = read_or_fault(file, file.name)
    if isinstance(document, Fault) or not isinstance(document.value, dict | None):
        return None
    return [str(key) for key in document.value or {}]


def _figures(course: Course, kept: Kept) -> Iterator[tuple[Path, list[Told]]]:
    """Each figure's file, with its faults but those that only a drawing shows."""
    seen = fingerprint_of(code(), content_of([course.file(_REFERENCES)]))
    known = kept.get("sources", seen, lambda: _known_sources(course))
    for file in course.files("data/figures/*.yml"):
        seen = fingerprint_of(code(), content_of([file]), sorted(known or ()))
        yield file, kept.get(course.name(file), seen, partial(_of_figure, file, known))


def _of_figure(file: Path, known: list[str] | None) -> list[Told]:
    return told(faults_in_figure(file, _these(known)))


def _these(known: list[str] | None) -> Collection[str]:
    return _Anything() if known is None else known


class _Anything(Collection[str]):
    def __contains__(self, key: object) -> bool:
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


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


def _of_course(course: Course, *, are_sound: bool) -> dict[str, Any]:
    """What is wrong with the lessons; with what is built of them too, if exercises are sound."""
    from course.studio import check
    from course.studio.documents import stale_documents
    from course.studio.hints import hints
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
    lines = {
        language: [*summary(lessons, language), *hints(course, lessons, language)]
        for language in LANGUAGES
    }
    return {"told": told(faults), "summary": lines}


def _of_code() -> list[Told]:
    """What is wrong with the package itself: sentences that are missing, examples that lack."""
    from course.studio.examples import example_faults
    from course.studio.said import word_faults

    return told([*word_faults(), *example_faults()])
