"""The course as an object: the lessons, exercises, figures, works and terms of a folder.

Two courses, or a course with and without what a municipality lays over it, live in one process.
"""

import os
from collections.abc import Callable, Mapping
from functools import cache, lru_cache, partial
from glob import escape
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from attrs import frozen

from course.content.cases import Cases, read_cases
from course.content.filled import Filling, Number, read_numbers
from course.content.landed import Landed, moved_in, read_landed
from course.content.opened import kind_in, opened_exercise, opened_figure, title_in
from course.content.outline import LessonOutline, read_outline
from course.content.overlaid import Overlaid
from course.errors import CourseError
from course.kinds.exercise import Exercise
from course.once import known
from course.paths import ROOT
from course.words import say

if TYPE_CHECKING:
    from course.content.cast import Cast
    from course.content.glossary import Entry
    from course.content.law.register import Law
    from course.content.meeting import Leading, Meeting
    from course.content.references import Reference
    from course.content.scenes import Scenes
    from course.figures.figure import Figure
    from course.networks.municipality import Municipality


T = TypeVar("T")

WITH = "COURSE_WITH"
"""The variable of the environment that names a municipality's own folder."""

_FILLING = ("data/numbers.json", "data/municipality/ties.csv", "data/cases.yml", "data/cast.yml")
"""The files of which something is filled into the texts of others."""


@frozen
class Course(Overlaid):
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

    # --- exercises, figures, works, terms ---------------------------------------------------------

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

    @property
    def references(self) -> "dict[str, Reference]":
        """All works of the bibliography by key; none in a folder that has no bibliography."""
        from course.content.references import read_references

        return self._read("data/references.yml", read_references, {})

    @property
    def glossary(self) -> "dict[str, Entry]":
        """All terms of the glossary by id; an overlay's are added, or take the place of ours."""
        from course.content.glossary import read_glossary

        filling, found = self.filling, {}
        for file in self.layers("data/glossary.yml"):
            found.update(read_glossary(file, file.stat().st_mtime_ns, filling))
        return found

    @property
    def cast(self) -> "Cast":
        """The people, streets, units and days of the story; none in a folder that has no cast."""
        from course.content.cast import read_cast

        files = self.layers("data/cast.yml")
        return read_cast(files, tuple(file.stat().st_mtime_ns for file in files))

    @property
    def cases(self) -> Cases:
        """The cases that the course tells, with their evidence; none in a folder that has none."""
        return self._read("data/cases.yml", read_cases, Cases())

    @property
    def scenes(self) -> "Scenes":
        """The pictures that open the lessons; none in a folder that has none."""
        from course.content.scenes import read_scenes

        files = self.layers("data/scenes.yml")
        return read_scenes(files, tuple(file.stat().st_mtime_ns for file in files))

    def meeting(self, lesson: str) -> "Meeting | None":
        """How a group takes a lesson together; None where no file says it."""
        from course.content.meeting import read_meeting

        read = partial(read_meeting, filling=self.filling)
        return self._read(f"data/meetings/{lesson}.yml", read, None)

    @property
    def leading(self) -> "Leading":
        """What holds for every meeting; nothing in a folder that says nothing of them."""
        from course.content.meeting import Leading, read_leading

        read = partial(read_leading, filling=self.filling)
        return self._read("data/meetings/all.yml", read, Leading())

    @property
    def numbers(self) -> Mapping[str, Number]:
        """The numbers that texts refer to by name; none in a folder that has no such file."""
        return self._read("data/numbers.json", read_numbers, {})

    @property
    def municipality(self) -> "Municipality | None":
        """The network of an overlay's own municipality; None where there is none above ours."""
        name = "data/municipality/ties.csv"
        ties = self.file(name)
        if ties == self.folders[0] / name or not ties.is_file():  # an overlay may lie within ours
            return None
        from course.networks.municipality import municipality_in

        return municipality_in(ties.parent, (ties.stat().st_mtime_ns,))

    @property
    def filling(self) -> Filling:
        """What texts are filled in with: the numbers of the data, and an overlay's own names."""
        return known(("filling", self.folders), lambda: _filling(self, self.changed(*_FILLING)))

    @property
    def law(self) -> "Law":
        """The register of the law that the course leans on; empty in a folder that has none."""
        from course.content.law.register import Law, read_law

        return self._read("data/law.yml", read_law, Law())

    def _read(self, name: str, read: Callable[[Path, int], T], otherwise: T) -> T:
        """What a file holds, read anew where it was changed; something else where there is none."""
        file = self.file(name)
        return read(file, file.stat().st_mtime_ns) if file.is_file() else otherwise

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


@lru_cache(maxsize=16)
def _filling(course: Course, _changed: tuple[int, ...]) -> Filling:
    """One and the same as long as its files are, so that what was filled in with it is kept."""
    if len(course.folders) == 1:  # nothing has another's place
        return Filling(course.numbers, cases=lambda: course.cases)
    return Filling.between(
        Course(course.folders[:1]).cast,
        course.cast,
        numbers=course.numbers,
        municipality=course.municipality,
        cases=lambda: course.cases,
    )
