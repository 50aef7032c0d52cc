"""What all requests share: the course, the learner's journal, who keeps it, who runs models."""

from contextlib import suppress
from pathlib import Path

from attrs import define, field
from tornado.websocket import WebSocketHandler

from course.content.course import Course
from course.errors import CourseError
from course.journal import Journal
from course.pages.render import Pages
from course.paths import LANGUAGES
from course.plain import Json
from course.runtimes.local.beside import Beside
from course.runtimes.local.keeper import Keeper
from course.session import Session
from course.session.preview import Preview


@define
class Served:
    """A course that is being served to one learner.

    Attributes:
        course: what is served.
        journal: the learner's.
        pages: its pages.
        language: the one to begin in.
        previewed: the file or folder that a preview was started for.
        presented: the lesson that a presentation was started for; else empty.
        is_ending: whether it has been told to stop, so that no page is begun any more.
        lines: those of the pages that are open.
        beside: the process that runs models.
        apart: that which reads and counts one's own organisation, for seconds where it is large.
    """

    course: Course
    journal: Journal
    pages: Pages
    language: str = LANGUAGES[0]
    previewed: Path | None = None
    presented: str = ""
    is_ending: bool = False
    lines: set[WebSocketHandler] = field(factory=set, init=False)
    beside: Beside = field(factory=Beside)
    apart: Beside = field(factory=Beside)
    keeper: Keeper = field(init=False)
    _sessions: dict[str, Session] = field(factory=dict, init=False)
    _previews: dict[str, Preview] = field(factory=dict, init=False)

    @keeper.default
    def _keep(self) -> Keeper:
        return Keeper(self.journal)

    def session(self, language: str) -> Session:
        """The learner's session in a language."""
        if language not in self._sessions:
            self._sessions[language] = Session(self.course, self.journal, language)
        return self._sessions[language]

    def preview(self, language: str) -> Preview | None:
        """The session on the files that are previewed, if that is what the server is for."""
        if self.previewed is None:
            return None
        if language not in self._previews:
            self._previews[language] = Preview(self.course, language, self.previewed)
        return self._previews[language]

    def language_used_last(self) -> str:
        """The language that the learner read in last, or else the one that the course began in."""
        place = self.journal.place()
        return place.language if place and place.language in LANGUAGES else self.language

    def model(self, session: Session, lesson: str, exercise: str, setting: object) -> Json:
        """What the process that runs models must know to run one."""
        file = session.file(exercise) if isinstance(session, Preview) else ""
        return {
            "folders": [str(folder) for folder in self.course.folders],
            "file": str(file),
            "lesson": lesson,
            "exercise": exercise,
            "language": session.language,
            "setting": setting,
        }

    def warm(self) -> None:
        """Read every lesson once, so that the first visit to each is as quick as the second."""
        for lesson in self.course.outlines(self.language):
            with suppress(CourseError):
                self.session(self.language).page(lesson.id)

    def hang_up(self) -> None:
        """Close all lines: what pages have to say they keep until the course is back."""
        for line in tuple(self.lines):
            line.close(1001)  # "going away"

    def close(self) -> None:
        """End what runs beside, and make durable what is not."""
        self.beside.close()
        self.apart.close()
        self.keeper.close()
