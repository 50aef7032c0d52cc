"""Exercise and figure files as they are being written: answered like any, kept nowhere."""

from collections.abc import Iterable
from pathlib import Path

from attrs import frozen

from course.content.course import Course
from course.content.opened import opened_exercise
from course.errors import CourseError
from course.faults import Fault
from course.journal import Journal, MemoryStore
from course.plain import Json
from course.session.session import Session
from course.session.work import Work
from course.words import say


@frozen
class Previewed:
    """A file that is shown: its faults in words, and whether it is a figure."""

    file: Path
    is_figure: bool
    faults: tuple[str, ...]


class Preview(Session):
    """A session on the exercise files of a folder, or on one file, wherever they lie."""

    def __init__(self, course: Course, language: str, given: Path) -> None:
        super().__init__(course, Journal(MemoryStore()), language)
        self.given = given
        self._seen: dict[Path, tuple[object, Previewed]] = {}

    def files(self) -> list[Previewed]:
        """The files as they are now, each with its faults."""
        return [self._previewed(file) for file in files(self.given)]

    def _previewed(self, file: Path) -> Previewed:
        # With what reads schemas, which no other session needs.
        from course.content.checking import read_for
        from course.content.figure_checking import faults_in_figure

        if file.parent.name == "figures":
            return self._told(file, faults_in_figure(file, self.course.references), is_figure=True)
        now = read_for(file)
        then, seen = self._seen.get(file, (None, None))
        if seen is None or then != now:
            seen = self._checked(file)
            self._seen[file] = now, seen
        return seen

    def _checked(self, file: Path) -> Previewed:
        """An exercise file gone through; twelve of them take longer than all else of a page."""
        from course.content.checking import faults_in

        return self._told(file, faults_in(file), is_figure=False)

    def _told(self, file: Path, found: Iterable[Fault], *, is_figure: bool) -> Previewed:
        return Previewed(file, is_figure, tuple(fault.told(self.language) for fault in found))

    def knows(self, lesson: str) -> bool:
        """Whatever it says, a page of a preview is this one."""
        return True

    def work(self, lesson: str, exercise: str) -> Work:
        """The exercise of a file, by its name.

        Raises CourseError, in the author's language, when the file has faults or is gone.
        """
        try:
            found = opened_exercise(
                self.file(exercise), language=self.language, filling=self.course.filling
            )
        except FileNotFoundError as fault:
            known = ", ".join(one.stem for one in files(self.given)) or "–"
            raise CourseError(
                "unknown-exercise",
                language=self.language,
                lesson=self.given.name,
                given=exercise,
                known=known,
            ) from fault
        return Work(self.course, self.journal, found, self.language)

    def saved(self) -> Json:
        """Nothing of a preview is kept, and its head says so."""
        return {"kept": False, "words": say("preview.not-kept", self.language)}

    def saved_answer(self, lesson: str, exercise: str) -> Json:
        """No answer of a preview is kept either."""
        return self.saved()

    def file(self, exercise: str) -> Path:
        """The file of an exercise, whether or not it is there."""
        folder = self.given if self.given.is_dir() else self.given.parent
        return folder / f"{Path(exercise).name}.yml"

    def page(self, lesson: str, *, begun: bool = False) -> Json:
        """The cards of the files that have no faults."""
        ids = [one.file.stem for one in self.files() if not one.is_figure and not one.faults]
        return {
            "lesson": "",
            "language": self.language,
            "cards": {id: self.card("", id) for id in ids},
            "answered": [],
            "place": None,
            "steps": [],
        }


def files(given: Path) -> list[Path]:
    """The files that are meant: the file itself, or all of a folder."""
    if given.is_dir():
        return sorted(file for file in given.glob("*.yml") if file.is_file())
    return [given] if given.suffix == ".yml" and given.is_file() else []


def changed(given: Path) -> int:
    """When the latest of the files was changed, in nanoseconds; 0 where there is none."""
    return max((file.stat().st_mtime_ns for file in files(given)), default=0)
