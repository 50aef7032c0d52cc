"""A lesson as whoever leads a group has it: its meeting, what its cell says, its exercises."""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

import course as package
from course.content.meeting import Activity, Meeting
from course.content.meeting_told import named, said
from course.faults import Fault, FaultError
from course.kinds.exercise import Exercise
from course.studio.facilitator import Cells, cells_of
from course.studio.source import Source, used_exercises
from course.words import dated, say
from course.words.bilingual import Text


@frozen(kw_only=True)
class Led:
    """A lesson in a language, for whoever leads a group through it."""

    source: Source
    language: str
    meeting: Meeting
    cells: Cells

    @classmethod
    def of(cls, source: Source, language: str) -> "Led":
        """It, from its source. Raises FaultError where the lesson says nothing of a group."""
        meeting = source.course.meeting(source.lesson)
        if meeting is None:
            raise FaultError(Fault.at(1, "no-meeting", {"lesson": source.lesson}))
        return cls(
            source=source, language=language, meeting=meeting, cells=cells_of(source, language)
        )

    @property
    def number(self) -> int:
        """The lesson's number."""
        return int(self.source.lesson.split("-", 1)[0])

    @property
    def title(self) -> str:
        """The lesson's title, with one's own names."""
        return self.source.course.filling.said(self.source.title(self.language), self.language)

    def exercise(self, id: str) -> Exercise:
        """An exercise of the lesson."""
        return self.source.course.exercise(self.source.lesson, id, language=self.language)

    def said(self, text: Text) -> str:
        """A text in the language, with the titles of the exercises that it names."""
        return said(self.source.course, self.source.lesson, text, self.language, "*")

    def name(self, activity: Activity) -> str:
        """What an activity is called: as it says, or by its exercises."""
        return named(self.source.course, self.source.lesson, activity, self.language)

    def left(self) -> Iterator[Exercise]:
        """The exercises of the lesson that the meeting leaves to each."""
        taken = self.meeting.exercises
        return (self.exercise(id) for id in used_exercises(self.source) if id not in taken)

    def over(self, what: str) -> str:
        """The line above a document's title: which lesson, and what the document is."""
        number = say("lesson-number", self.language, n=self.number)
        return f"{number} · {say(what, self.language)}"

    def foot(self) -> str:
        """What stands at the foot of each page."""
        number = say("lesson-number", self.language, n=self.number)
        return foot(f"{number}: {self.title}", self.language)


def foot(title: str, language: str) -> str:
    """The course, a title, the version and the day."""
    return say(
        "guide.foot",
        language,
        course=say("course", language),
        title=title,
        version=package.__version__,
        date=dated(date.today(), language),
    )
