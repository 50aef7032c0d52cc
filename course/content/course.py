"""The course as an object: the lessons, exercises, figures, works and terms of a folder.

Two courses, or a course with and without what a municipality lays over it, live in one process.
"""

import os
from functools import cache
from glob import escape
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from course.content.data import Data
from course.content.landed import Landed, moved_in, read_landed
from course.content.opened import kind_in, opened_exercise, opened_figure, title_in
from course.content.outline import LessonOutline, read_outline
from course.errors import CourseError
from course.kinds.exercise import Exercise
from course.once import known
from course.paths import ROOT
from course.words import say

if TYPE_CHECKING:
    from course.figures.figure import Figure


WITH = "COURSE_WITH"
"""The variable of the environment that names a municipality's own folder."""


@frozen
class Course(Data):
    """The course in a folder with ``notebooks``, ``exercises`` and ``data``, and what lies over it.

    >>> course = Course.open()
    >>> course.outlines("en")[0].title
    'Start here'
    >>> course.exercise("06-across-boundaries", "wall").title.in_language("en")
    'Where does the wall begin?'

    What an exercise does not stand on is imported where it is asked for: a session begins sooner.
    """

    @classmethod
    def open(cls, folder: Path = ROOT, *overlays: Path) -> "Course":
        """The course in ``folder``, or the one that came with this package, under its overlays.

        Raises CourseError for a folder that is not there.
        """
        folders = tuple(Path(one).resolve() for one in (folder, *overlays))
        for one in folders:
            if not one.is_dir():
                raise CourseError("no-course", folder=one)
        return cls(folders)

    @classmethod
    def under(cls, own: Path) -> "Course":
        """The course that came with this package under a municipality's own folder.

        What ``course build --with`` made for that folder lies in its ``build``, beneath the rest.

        Raises CourseError for a folder that is not there.
        """
        made = (own / "build",) if (own / "build").is_dir() else ()
        return cls.open(ROOT, *made, own)

    def texts(self) -> tuple[Path, ...]:
        """The files of what one reads beside the lessons: exercises, figures, terms, meetings."""
        exercises = (*self.find_exercises("*/*.yml"), *self.find_exercises("*/*/*/*.yml"))
        data = (*self.files("data/figures/*.yml"), *self.files("data/glossary.yml"))
        return (*exercises, *data, *self.files("data/meetings/*.yml"))

    # --- lessons ----------------------------------------------------------------------------------

    def lessons(self) -> tuple[str, ...]:
        """The lessons that have exercises, by id, whether or not they are built."""
        return tuple(sorted({file.parent.name for file in self.files("exercises/*/*.yml")}))

    def outlines(self, language: str) -> tuple[LessonOutline, ...]:
        """The lessons that are built in a language, in order."""
        return known(("outlines", self.folders, language), lambda: self._outlines(language))

    def _outlines(self, language: str) -> tuple[LessonOutline, ...]:
        return tuple(_outline(file, language) for file in self._notebooks(language))

    def _notebooks(self, language: str) -> tuple[Path, ...]:
        return self.files(f"notebooks/{language}/*.ipynb")

    def outline(self, id: str, language: str) -> LessonOutline:
        """One lesson. Raises CourseError, in the learner's language, when there is none."""
        for file in self._notebooks(language):
            if file.stem == id:
                return _outline(file, language)
        names = ", ".join(file.stem for file in self._notebooks(language))
        raise CourseError("unknown-lesson", language=language, given=id, known=names)

    def meant(self, given: str, language: str) -> LessonOutline:
        """The lesson that somebody means by its id, or by its number alone. Raises as `outline`.

        >>> ours().meant("06", "en").id
        '06-across-boundaries'
        """
        known = (one.id for one in self.outlines(language) if given == one.number)
        return self.outline(next(known, given), language)

    def titled(self, lesson: str, language: str) -> str:
        """A lesson by number and title; by its number alone where it is not built.

        >>> Course.open().titled("99-not-written-yet", "en")
        'Lesson 99'
        """
        number = say("lesson-number", language, n=int(lesson.split("-", 1)[0]))
        title = [one.title for one in self.outlines(language) if one.id == lesson]
        return f"{number}: {title[0]}" if title else number

    def notebook(self, lesson: str, language: str) -> Path:
        """The built notebook of a lesson, whether or not it is there."""
        return self.file(f"notebooks/{language}/{lesson}.ipynb")

    # --- exercises and figures --------------------------------------------------------------------

    def exercises(self, lesson: str) -> tuple[str, ...]:
        """The exercises that lie in a lesson's folder, by name, in alphabetical order."""
        files = self.files(f"exercises/{escape(lesson)}/*.yml")
        return tuple(file.stem for file in files if file.parent.name == lesson)

    def exercise(self, lesson: str, id: str, *, language: str = "en") -> Exercise:
        """An exercise by lesson and name.

        Raises CourseError, told in ``language``, when there is none or when its file has faults.
        """
        file = self._exercise_file(lesson, id)
        if file is None:
            there = self.exercises(lesson) if lesson in self.lessons() else ()
            names = ", ".join(there) or "–"
            raise CourseError(
                "unknown-exercise", language=language, lesson=lesson, given=id, known=names
            )
        return opened_exercise(
            file, language=language, find=self.find_exercises, filling=self.filling
        )

    def kind(self, lesson: str, id: str) -> str:
        """The kind of an exercise, by its own file alone; empty where there is none to read.

        >>> ours().kind("01-what-counts", "vignettes"), ours().kind("01-what-counts", "gone")
        ('sort', '')
        """
        file = self._exercise_file(lesson, id)
        return kind_in(file) if file else ""

    def exercise_title(self, lesson: str, id: str, language: str) -> str:
        """What an exercise is called, by its own file alone; its id where that cannot be read.

        >>> ours().exercise_title("00-start", "goal", "en"), ours().exercise_title("x", "y", "en")
        ('What do you want to learn first?', 'y')
        """
        file = self._exercise_file(lesson, id)
        return (title_in(file, language, self.filling) if file else "") or id

    def _exercise_file(self, lesson: str, id: str) -> Path | None:
        """The file of an exercise; None where there is none, or a name leads out of the folder."""
        try:
            file = self.file(f"exercises/{lesson}/{id}.yml")
            is_within = file.parent.name == lesson != ".." and file.stem == id
            return file if is_within and file.is_file() else None
        except OSError:  # a name that is longer than a file's can be
            return None

    def find_exercises(self, pattern: str) -> tuple[Path, ...]:
        """The exercise files that a pattern finds, such as ``00-start/*.yml``."""
        return self.files(f"exercises/{pattern}")

    def figures(self) -> tuple[str, ...]:
        """All figures of the course, by name, in alphabetical order."""
        return tuple(file.stem for file in self.files("data/figures/*.yml"))

    def figure(self, id: str, *, language: str = "en") -> "Figure":
        """A figure by its name.

        Raises CourseError, told in ``language``, when there is none or when its file has faults.
        """
        known = self.figures()
        if id not in known:
            names = ", ".join(known) or "–"
            raise CourseError("unknown-figure", language=language, given=id, known=names)
        file = self.file(f"data/figures/{id}.yml")
        return opened_figure(file, language=language, filling=self.filling)

    # --- what those keep who took an earlier version ----------------------------------------------

    @property
    def landed(self) -> Landed:
        """What the first version that learners took looked like."""
        return self._read("data/landed.json", read_landed, Landed({}))

    def moved(self, lesson: str, language: str) -> dict[str, str]:
        """Where the cells of the landed version's lesson are now: old id, new id."""
        file = self.notebook(lesson, language)
        if not file.is_file():
            return {}
        return moved_in(self.landed, lesson, language, file, file.stat().st_mtime_ns)


@cache
def ours() -> Course:
    """The course that came with this package, under the folder that ``--with`` named."""
    own = os.environ.get(WITH)
    return Course.under(Path(own)) if own else Course.open()


def _outline(file: Path, language: str) -> LessonOutline:
    return read_outline(file, language, file.stat().st_mtime_ns)
