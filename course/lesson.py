"""Lesson: the one object that a notebook talks to; its cards and figures show themselves there."""

from pathlib import Path
from typing import TYPE_CHECKING

from course.content.course import Course, ours
from course.content.scenes import picture, words_of
from course.errors import CourseError
from course.journal import Journal
from course.paths import LANGUAGES
from course.session import Session
from course.widgets import still
from course.widgets.card import Card
from course.widgets.figure import FigureCell, shown
from course.widgets.opening import Opening

if TYPE_CHECKING:
    from course.networks.graph import Network


class Lesson:
    """A lesson in one language, with the learner's journal behind it.

    >>> lesson = Lesson("06-across-boundaries", language="en")
    >>> lesson.exercise("wall").task["title"] != ""
    True

    ``own`` is a municipality's own folder, laid over the course.

    Raises CourseError, in the learner's language, for a lesson or language that the course lacks.
    """

    def __init__(
        self,
        id: str,
        language: str = "sv",
        *,
        journal: Journal | None = None,
        course: Course | None = None,
        own: Path | str | None = None,
    ) -> None:
        if language not in LANGUAGES:
            raise CourseError("unknown-language", language=LANGUAGES[0], given=language)
        self.course = course or (Course.under(Path(own)) if own else ours())
        known = self.course.lessons()
        if id not in known:
            raise CourseError("unknown-lesson", language=language, given=id, known=", ".join(known))
        self.id = id
        self.language = language
        self.journal = journal if journal is not None else Journal()
        self._session = Session(self.course, self.journal, language)

    def __repr__(self) -> str:
        return f'Lesson("{self.id}", language="{self.language}")'

    def opening(self) -> Opening | None:
        """The picture that the lesson opens with; None where it has none."""
        svg = picture(self.course, self.id, self.language)
        if not svg:
            return None
        return Opening(svg, words_of(self.course, self.id, self.language), self.language)

    def exercise(self, id: str) -> Card:
        """An exercise of the lesson, as a card to answer.

        Raises CourseError, in the learner's language, when there is none or its file has faults.
        """
        work = self._session.work(self.id, id)
        card = {**work.card(), "task": work.task()}
        return Card(
            **card,
            saved=self._session.saved_answer(self.id, id),
            handle=lambda message: self._session.handle(self.id, id, message),
            keep=self._keep,
            plain=lambda: still.plain(card["task"], work.scene({})),
            html=lambda: still.html(card["task"], work.scene({})),
        )

    def figure(self, id: str, *, after: str = "") -> FigureCell:
        """A figure of ``data/figures``: a picture with its message, its sources and its table.

        ``after`` names an exercise of the lesson whose answer the figure gives away; it is folded
        until that has been answered.

        Raises CourseError, in the learner's language, when there is no such figure or exercise, or
        when its file has faults.
        """
        figure = self.course.figure(id, language=self.language)
        if after:
            self.course.exercise(self.id, after, language=self.language)
        return shown(figure, self.language, self.course.references, after=after)

    def network(self) -> "Network":
        """Who works with whom in the municipality of the course: `course.networks.municipality`."""
        from course.networks.municipality import OURS

        town = self.course.municipality or OURS
        return town.load(self.language)

    def _keep(self) -> dict[str, object]:
        """Make durable what was recorded, and tell whether it is."""
        self.journal.write()
        self.journal.write_drafts()
        return self._session.saved()
