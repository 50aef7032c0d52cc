"""Exercises and figures for whoever shows them: the object, or its file's faults in words.

The rules that say why a file is faulty, and the schemas that they read, are loaded only when one
is: a learner's session, which may run in a browser, has no use for them.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from course.content.filled import EMPTY, Filling
from course.content.reading import FAULTY, Find, UnfitError, alone, read_exercise
from course.errors import CourseError
from course.faults import Fault
from course.kinds.exercise import Exercise
from course.marked import read

if TYPE_CHECKING:
    from course.figures.figure import Figure


def opened_exercise(
    path: Path, *, language: str = "en", find: Find | None = None, filling: Filling = EMPTY
) -> Exercise:
    """The exercise of a file, with those that it stands on (`read_exercise`).

    Raises CourseError, told in ``language``, when a file has faults.
    """
    try:
        return read_exercise(path, find=find, filling=filling)
    except FAULTY as error:
        from course.content.checking import faults_in

        faults = _told(faults_in(path, find), language) or _unfit(error, path, language)
        raise CourseError("faulty-exercise", language=language, faults=faults) from error


def _unfit(error: Exception, path: Path, language: str) -> str:
    """What keeps a file without faults from being shown: a municipality's own network."""
    if not isinstance(error, UnfitError):
        return str(error)
    return error.fault.found(path.name, read(path)).told(language)


def kind_in(path: Path) -> str:
    """The kind of a file's exercise, whose rules are not asked; empty when the file has faults."""
    try:
        return alone(path).kind
    except FAULTY:
        return ""


def title_in(path: Path, language: str, filling: Filling = EMPTY) -> str:
    """The title of a file's exercise, whose rules are not asked; empty when the file has faults."""
    try:
        return alone(path, filling).title.in_language(language)
    except FAULTY:
        return ""


def opened_figure(path: Path, *, language: str = "en", filling: Filling = EMPTY) -> "Figure":
    """The figure of a file. Raises CourseError, told in ``language``, when the file has faults."""
    # A session that answers exercises reads no figures: they stand in the built notebook.
    from course.content.figure import read_figure

    try:
        return read_figure(path, filling)
    except FAULTY as error:
        from course.content.figure_checking import faults_in_figure

        # Of a file that is faulty in this way no sources are looked up.
        faults = _told(faults_in_figure(path, references=()), language) or str(error)
        raise CourseError("faulty-figure", language=language, faults=faults) from error


def _told(faults: Iterable[Fault], language: str) -> str:
    return "\n".join(fault.told(language) for fault in faults)
