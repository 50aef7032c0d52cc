"""What a worker's script calls: texts of JSON in, texts of JSON out.

The script owns the worker and the browser's database; whatever is asked of the course is answered
here by the same session as everywhere. Nothing waits: a model is stepped by the script, which
looks for newer messages in between.
"""

import json
from base64 import b64encode
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from course.content.course import Course
from course.errors import CourseError
from course.journal import Journal
from course.paths import PACKAGE
from course.plain import Json
from course.runtimes.browser.handed import HandedStore
from course.session import Session
from course.session.changes import Change, taken
from course.words import say

if TYPE_CHECKING:
    from course.pages.render import Pages

OWN = "own"
"""The folder, in the pack's package, of a municipality that has something above our course."""


def packed() -> Course:
    """The course that lies in the pack, under a municipality's own where it was built with that."""
    own = PACKAGE / OWN
    return Course.under(own) if own.is_dir() else Course.open()


class Engine:
    """The course for the learner of one browser, in one language.

    >>> engine = Engine(Course.open(), "en")
    >>> guess = {"do": "answer", "answer": "most-both", "n": 1}
    >>> asked = engine.ask("07-how-ideas-travel", "how-many-bridges", json.dumps(guess))
    >>> [json.loads(change)["name"] for change in iter(asked.step, None)]
    ['state', 'standing']
    >>> len(json.loads(engine.hand_over())["lines"])
    1
    """

    def __init__(
        self,
        course: Course,
        language: str,
        lines: bytes = b"",
        small: str = "{}",
        built: str = "",
    ) -> None:
        """Begin with what the database has: ``lines``, and ``small`` things, an object of texts.

        ``built`` is the name of the version whose folders the pages find their files in.
        """
        things = {name: _bytes(text) for name, text in json.loads(small).items()}
        self._store = HandedStore(lines, things)
        self._session = Session(course, Journal(self._store), language, kept_in="browser")
        self._built = built

    @cached_property
    def _pages(self) -> "Pages":
        # What draws pages takes as long to import as all that judges, which somebody waits for.
        from course.pages.render import Pages

        return Pages("..", ending=".html", built=self._built)

    # --- messages ---------------------------------------------------------------------------------

    def ask(self, lesson: str, exercise: str, message: str) -> "Asked":
        """What answers a message about an exercise, to be stepped."""
        return Asked(exercise, self._session.handle(lesson, exercise, taken(json.loads(message))))

    def returning(self, lesson: str) -> str:
        """What meets who comes back to a lesson (``data``), and how its parts begin (``html``)."""
        return _text(self._pages.returning(self._session, lesson or None))

    def opened(self, lesson: str, whole: bool = False) -> str:
        """How a lesson stands: cards, place and standing, for a page drawn for nobody yet.

        Of the cards those that have been begun, since the page has the others; or the ``whole``.
        """
        page = self._session.page(lesson, begun=not whole)
        return _text({**page, "standing": self._session.told(), "kept": self._session.saved()})

    def warming(self, lesson: str) -> "Warming":
        """What makes the first answers quick, to be stepped while nothing is asked."""
        return Warming(self._session, lesson)

    # --- keeping ----------------------------------------------------------------------------------

    def hand_over(self) -> str:
        """What is to be made durable; empty where there is nothing. `told` has to follow.

        An object with ``cleared``, ``lines`` (texts), ``small`` (texts or null, by name) and
        ``removed`` (ids of events).
        """
        self._session.journal.write()
        self._session.journal.write_drafts()
        handed = self._store.hand_over()
        if not handed:
            return ""
        small = {name: None if one is None else _said(one) for name, one in handed.small.items()}
        lines = [_said(line) for line in handed.lines]
        told = {"cleared": handed.cleared, "lines": lines, "small": small}
        return _text({**told, "removed": handed.removed})

    def told(self, why: str) -> str:
        """What to say of what was handed over, which is durable, or is not for a reason.

        What is not durable is handed over again with what comes next.
        """
        self._store.told(why)
        return _text(self._session.saved())

    def hear(self, said: str) -> None:
        """Take what another page of this browser has made durable: ``cleared``, and ``lines``."""
        told = json.loads(said)
        self._store.hear([_bytes(line) for line in told["lines"]], cleared=told["cleared"])

    # --- pages and files --------------------------------------------------------------------------

    def page(self, name: str, news: str = "") -> str:
        """A page: ``home``, ``answers``, ``plan``, ``certificate`` or ``verify``."""
        if name == "answers":
            return self._pages.answers(self._session, xsrf="", news=news)
        if name == "verify":
            return self._pages.verify(self._session, news=news)
        drawn: dict[str, Any] = {
            "home": self._pages.home,
            "plan": self._pages.plan,
            "certificate": self._pages.certificate,
        }
        return str(drawn[name](self._session))

    def file(self, name: str, lesson: str = "") -> str:
        """What a learner takes along: ``answers``, ``calendar``, or the plan: ``plan.txt`` …

        ``answers.zip`` is no text: it comes in base64.
        """
        if name == "answers":
            return _said(self._session.export())
        if name == "answers.zip":
            from course.pages import taken

            return b64encode(taken.archive(self._session)).decode("ascii")
        if name == "plan.txt":
            return self._session.plan_as_text()
        if name == "plan.html":
            return self._pages.plan_alone(self._session)
        if name == "plan.ics":
            return (self._session.plan_dates() or b"").decode()
        return (self._session.calendar(lesson) or b"").decode()

    def own(self, asked: str, ties: bytes = b"", units: bytes = b"") -> str:
        """Answer what the page on one's own organisation asks; see `course.session.own`.

        What is kept is handed over next; ``saved`` says whether the browser keeps anything.
        """
        told = self._session.own(json.loads(asked), bytes(ties), bytes(units))
        saved = self._session.saved()
        return _text({**told, "kept": saved["kept"], "saved": saved})

    def certificate(self, holder: str, timed: bool, does: str) -> str:
        """The certificate with what is wanted on it; ``does`` is show, print or page, a file."""
        from course.pages import sheet

        wanted = sheet.Wanted(holder, timed, printing=does == "print")
        if does == "page":
            return sheet.alone(self._session, wanted)
        return self._pages.certificate(self._session, wanted=wanted)

    def verify(self, content: bytes, name: str) -> str:
        """Whether a file is a certificate as it was written, in a sentence."""
        from course.pages import sheet

        return sheet.verdict(bytes(content), name, self._session.language)[1]

    def bring_in(self, content: bytes, name: str) -> str:
        """Take in a file of answers, and say how many were new, or what is wrong with it."""
        language = self._session.language
        try:
            brought = self._session.import_(bytes(content), name).finish()
        except CourseError as error:
            return error.in_language(language)
        return say("view.imported", language, new=brought.new, known=brought.known)

    def forget(self, lesson: str, exercise: str) -> str:
        """Delete the answers to one exercise, and say so."""
        if (lesson, exercise) in self._session.journal.answered():
            self._session.forget(lesson, exercise)
        return say("answers.deleted-one", self._session.language)

    def erase(self) -> str:
        """Delete all that the learner has done, and say so."""
        self._session.erase()
        return say("view.deleted", self._session.language)


class Asked:
    """A message that is being answered; whoever steps it may leave it off at any time."""

    def __init__(self, exercise: str, changes: Iterator[Change]) -> None:
        self._exercise = exercise
        self._changes = changes

    def step(self) -> str | None:
        """The next change as the page gets it; None when there is no more."""
        for name, value in self._changes:
            if name != "event":  # it is handed over
                return _text({"exercise": self._exercise, "name": name, "value": value})
        return None


class Warming:
    """The exercises of a lesson, opened in its order: each kind's rules are loaded by then."""

    def __init__(self, session: Session, lesson: str) -> None:
        self._session = session
        self._lesson = lesson
        outline = session.course.outline(lesson, session.language)
        self._left = [exercise.id for exercise in outline.exercises]

    def step(self) -> bool:
        """Open the next one, and say whether there was one."""
        if not self._left:
            return False
        self._session.card(self._lesson, self._left.pop(0))
        return True


def _text(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)


def _said(content: bytes) -> str:
    """Bytes as a text; what is no UTF-8 becomes halves of surrogate pairs, and comes back."""
    return content.decode("utf-8", "surrogateescape")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
