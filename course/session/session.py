"""A session: one learner, one language, one course; everything that a screen asks is asked here."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from course.content.course import Course
from course.errors import CourseError
from course.journal import Journal, Standing, standing
from course.kinds.broken import BrokenKindError
from course.plain import Json
from course.session import listed
from course.session.changes import Change, taken
from course.session.saved import saved
from course.session.work import Work
from course.words import duration, other, say

if TYPE_CHECKING:
    from course.portfolio.certificate import Certificate, Left
    from course.portfolio.one_page import OnePage
    from course.portfolio.plan import Plan
    from course.session.own import Own
    from course.session.returning import Returning


class Session:
    """What a learner meets, without screen or wire.

    ``handle`` yields changes one by one; long work is between two of them, so that whoever steps
    it can leave it off. Nothing here writes: a runtime makes the journal durable after an
    ``event``, and tells the page what `saved` says.

    What a lesson's cards do without is imported where it is asked for, so that they are there
    sooner: what is taken along, the page on one's own organisation, what meets who comes back.

    >>> from course.journal import MemoryStore
    >>> from course.content.course import ours
    >>> session = Session(ours(), Journal(MemoryStore()), "en")
    >>> guess = {"do": "answer", "answer": "most-both", "n": 1}
    >>> for name, _ in session.handle("07-how-ideas-travel", "how-many-bridges", guess):
    ...     print(name)
    event
    state
    standing
    """

    def __init__(
        self,
        course: Course,
        journal: Journal,
        language: str,
        kept_in: Literal["file", "browser"] = "file",
    ) -> None:
        """``kept_in`` is what the learner is told of where the journal lies."""
        self.course = course
        self.journal = journal
        self.language = language
        self._words = "browser" if kept_in == "browser" else "view"

    # --- lessons and exercises --------------------------------------------------------------------

    def work(self, lesson: str, exercise: str) -> Work:
        """An exercise to work on.

        Raises CourseError, in the learner's language, when there is none or its file has faults.
        """
        found = self.course.exercise(lesson, exercise, language=self.language)
        return Work(self.course, self.journal, found, self.language)

    def page(self, lesson: str, *, begun: bool = False) -> Json:
        """A lesson as a page needs it: its cards, what is answered, place, ways and steps.

        With ``begun``, the cards that have been answered or begun, for a page that has the others.

        Raises CourseError, in the learner's language, when there is no such lesson.
        """
        outline = self.course.outline(lesson, self.language)
        ids = [one.id for one in outline.exercises]
        answered = self.journal.answered()
        return {
            "lesson": lesson,
            "language": self.language,
            "cards": {
                id: self.card(lesson, id) for id in ids if not begun or self._has_begun(lesson, id)
            },
            "answered": [id for id in ids if (lesson, id) in answered],
            "place": self.place(lesson),
            **listed.inside(outline),
        }

    def card(self, lesson: str, id: str) -> Json:
        """What a card is drawn from; where its file has faults, a ``problem`` in words.

        The interface's words are the same for all cards; a page has them once.
        """
        try:
            card = self.work(lesson, id).card()
            return {**card, "saved": self.saved_answer(lesson, id)}
        except (CourseError, BrokenKindError) as error:
            return {"problem": error.in_language(self.language)}

    def _has_begun(self, lesson: str, id: str) -> bool:
        latest, draft = self.journal.latest(lesson, id), self.journal.draft(lesson, id)
        return latest is not None or draft is not None

    def knows(self, lesson: str) -> bool:
        """Whether the course has this lesson."""
        return any(one.id == lesson for one in self.course.outlines(self.language))

    def handle(self, lesson: str, exercise: str, message: object) -> Iterator[Change]:
        """Answer a message about an exercise (about the page, where ``exercise`` is empty).

        What no page would send is left alone. Never raises for what is sent.
        """
        sent = taken(message)
        if sent is None:
            return
        if sent["do"] == "keep":
            yield from self.keep(lesson, sent["cell"])
            return
        if sent["do"] in ("recall", "promise", "outcome"):
            yield from self._returning().handle(exercise, sent)
            return
        if sent["do"] == "plan":
            from course.session.planning import Planning

            for name, value in Planning(self.course, self.journal, self.language).handle(sent):
                yield name, value
                if name == "planned":
                    yield "standing", self.told()
            return
        try:
            work = self.work(lesson, exercise)
        except CourseError as error:
            yield "state", {"answered": False, "problem": str(error), "n": sent.get("n")}
            return
        try:
            for name, value in work.handle(sent):
                yield name, value
                if name == "state" and value["answered"]:
                    yield "standing", self.told()
        except BrokenKindError as error:
            problem = error.in_language(self.language)
            yield "state", {"answered": False, "problem": problem, "n": sent.get("n")}

    def keep(self, lesson: str, cell: str) -> Iterator[Change]:
        """Keep the place where the learner reads, if the course has that lesson."""
        if not self.knows(lesson):
            return
        event = self.journal.reach(lesson, cell, language=self.language)
        yield "event", {"id": event.id}

    # --- where the learner stands -----------------------------------------------------------------

    def standing(self) -> Standing:
        """What is done of the course, and how long is left."""
        return standing(self.journal, self.course.outlines(self.language), self.course.landed.core)

    def told(self) -> Json:
        """The standing as it stands in the head of every page, and changes after an answer."""
        now = self.standing()
        left = say("view.left", self.language, time=duration(now.minutes_left, self.language))
        return {
            "left": say("view.all-done", self.language) if now.done else left,
            "percent": round(100 * now.share_done),
            "done": [one.id for one in now.lessons if one.done],
        }

    def saved(self) -> Json:
        """Whether what is recorded is kept, in words for the head of a page."""
        return saved(self.journal, self.language, self._words)

    def saved_answer(self, lesson: str, exercise: str) -> Json:
        """Whether the latest answer to an exercise is kept, in words for its card."""
        now, event = self.saved(), self.journal.latest(lesson, exercise)
        is_written = event is not None and self.journal.has_written(event)
        return {**now, "kept": now["kept"] or is_written}

    def place(self, lesson: str | None = None) -> Json | None:
        """Where the learner was last, in a lesson or in the course; None if nowhere yet."""
        event = self.journal.place(lesson)
        if event is None or not event.cell or not self.knows(event.lesson):
            return None
        moved = self.course.moved(event.lesson, self.language)
        return {"lesson": event.lesson, "cell": moved.get(event.cell, event.cell)}

    def overview(self, lesson: str | None = None) -> Json:
        """Everything that a page says about the course around its own text."""
        told = self.told()
        begun = {lesson for lesson, _ in self.journal.answered()}
        return {
            "language": self.language,
            "other": other(self.language),
            "lesson": lesson,
            **listed.rows(self.course.outlines(self.language), lesson, told["done"], begun),
            "standing": told,
            "saved": self.saved(),
            "place": self.place(lesson),
            "set_aside": len(self.journal.set_aside),
        }

    # --- what meets who comes back ----------------------------------------------------------------

    def returning(self, lesson: str | None = None) -> Json:
        """What was said before, what is asked anew, and the promise: at home, or in a lesson."""
        return self._returning().page(lesson)

    def calendar(self, lesson: str) -> bytes | None:
        """The day that was promised after a lesson, as a file for a calendar; None where none."""
        return self._returning().calendar(lesson)

    def _returning(self) -> "Returning":
        from course.session.returning import Returning

        return Returning(self.course, self.journal, self.language)

    # --- what the learner has, and takes along ----------------------------------------------------

    def read_exercises(self) -> None:
        """Read every exercise from its file, which ``answers`` else does; in any thread."""
        from course.session import answers

        answers.read_exercises(self.course, self.language)

    def answers(self) -> list[Json]:
        """What the learner has answered, in words, lesson by lesson."""
        from course.session import answers

        return answers.told(self.course, self.journal, self.language)

    def plan(self) -> "Plan":
        """The learner's own plan, as it stands in the journal now."""
        from course.portfolio.plan import collected

        return collected(self.journal, self.course, self.language)

    def one_page(self) -> "OnePage":
        """The plan on one page, as it stands in the journal now."""
        from course.portfolio.one_page import one_page

        return one_page(self.journal, self.course, self.language)

    def plan_dates(self) -> bytes | None:
        """The days of the plan as a file for a calendar; None where it has no start."""
        from course.portfolio.calendar import plan_file

        first = next(iter(self.journal.events()), None)
        id = f"{first.id}-plan" if first else ""  # a plan has no id, but a learner begins once
        return plan_file(self.one_page(), id, self.journal.now())

    def plan_as_text(self) -> str:
        """The plan as text that can be pasted anywhere."""
        from course.portfolio.one_page_text import plain

        return plain(self.one_page())

    def certificate(self) -> "Certificate | Left":
        """The certificate, or what is left before it."""
        from course.portfolio.certificate import certificate

        return certificate(self.journal, self.course, self.language)

    def glossary(self) -> list[Json]:
        """Every term of the course, what it means and where it stands."""
        from course.session import glossary

        return glossary.listed(self.course, self.language)

    def people(self) -> list[Json]:
        """The people of the story, who they are and where one meets them."""
        from course.session.people import told

        return told(self.course, self.language)

    def own(self, asked: Any, ties: bytes = b"", units: bytes = b"") -> Json:
        """Answer what the page on one's own organisation asks; see `course.session.own`."""
        return self._own.handle(asked, ties, units)

    @cached_property
    def _own(self) -> "Own":
        """Kept as long as the session: a long table is read in several steps."""
        from course.session.own import Own

        return Own(self.journal, self.language)

    def export(self) -> bytes:
        """Everything that the learner has done, as a file that every later version reads."""
        return self.journal.export()

    def import_(self, content: bytes, name: str) -> Any:
        """An import to be stepped; see `course.journal.Journal.importing`."""
        return self.journal.importing(content, name)

    def forget(self, lesson: str, exercise: str) -> None:
        """Delete the answers to one exercise. Raises OSError if some may be left."""
        self.journal.forget(lesson, exercise, language=self.language)

    def erase(self) -> None:
        """Delete all that the learner has done. Raises OSError if some may be left."""
        self.journal.erase()
