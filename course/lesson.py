"""Lesson: the one object that a notebook talks to. It joins what is written and what is shown."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from course.errors import CourseError
from course.explorers import EXPLORERS
from course.explorers.explorer import Explorer
from course.figures import drawn
from course.journal import Event, Journal
from course.material.course import Course, ours
from course.material.exercise import Exercise, Json
from course.material.figure import Figure as WrittenFigure
from course.material.figure import read_figure
from course.material.reading import read_exercise
from course.paths import LANGUAGES
from course.pictures import PICTURES
from course.scoring import KINDS, readable
from course.scoring.explore import Explore
from course.scoring.scale import Scale, profile
from course.scoring.verdict import AnswerError, Verdict
from course.text import interface, say
from course.widgets import still
from course.widgets.card import Card
from course.widgets.figure import Figure

BUTTONS = {
    "explore": "predict",
    "reflection": "save",
    "canvas": "save",
    "scenario": "say",
    "network": "test-ties",
}
"""What the button says before the first answer, where it is not "answer"."""


class Lesson:
    """A lesson of a course in one language, with the learner's journal behind it.

    The course is the one that came with this package, unless another is given.

    >>> lesson = Lesson("06-across-boundaries", language="en")
    >>> lesson.exercise("wall").task["title"] != ""
    True

    Raises CourseError, in the learner's language, for a lesson or language that the course lacks.
    """

    def __init__(
        self,
        id: str,
        language: str = "sv",
        *,
        journal: Journal | None = None,
        course: Course | None = None,
    ) -> None:
        if language not in LANGUAGES:
            raise CourseError("unknown-language", language=LANGUAGES[0], given=language)
        self.course = course if course is not None else ours()
        known = self.course.lessons()
        if id not in known:
            raise CourseError("unknown-lesson", language=language, given=id, known=", ".join(known))
        self.id = id
        self.language = language
        self.journal = journal if journal is not None else Journal()

    def __repr__(self) -> str:
        return f'Lesson("{self.id}", language="{self.language}")'

    def exercise(self, id: str) -> Card:
        """An exercise of the lesson, as a card to answer.

        Raises CourseError, in the learner's language, when there is none or its file has faults.
        """
        exercise = self.course.exercise(self.id, id, language=self.language)
        return _Session(self, exercise).card()

    def figure(self, id: str, *, after: str = "") -> Figure:
        """A figure of ``data/figures``: a picture with its message, its sources and its table.

        ``after`` names an exercise of the lesson whose answer the figure gives away; it is folded
        until that has been answered.

        Raises CourseError, in the learner's language, when there is no such figure or exercise, or
        when its file has faults.
        """
        language = self.language
        figure = self.course.figure(id, language=language)
        if after:
            self.course.exercise(self.id, after, language=language)
        return _shown(figure, self.course, language, after)


def lessons() -> tuple[str, ...]:
    """The lessons that came with this package, in order."""
    return ours().lessons()


def preview(file: str, language: str) -> Card:
    """The card of one exercise file, wherever it lies; what is answered is not the learner's.

    Raises CourseError, in the learner's language, when the file has faults.
    """
    path = Path(file)
    forgotten = Path(tempfile.mkdtemp(prefix="course-preview-"))
    lesson = Lesson(lessons()[0], language, journal=Journal(forgotten))
    exercise = read_exercise(path, language=language)
    return _Session(lesson, exercise).card()


def preview_figure(file: str, language: str) -> Figure:
    """One figure file as a lesson shows it, wherever it lies.

    Raises CourseError, in the learner's language, when the file has faults.
    """
    return _shown(read_figure(Path(file), language=language), ours(), language, "")


def _shown(figure: WrittenFigure, course: Course, language: str, after: str) -> Figure:
    def shown() -> Json:
        return {**drawn(figure, language, course.references).as_json(language), "after": after}

    return Figure(figure.title.in_language(language), shown)


class _Session:
    """One exercise being worked on: from what a page sends to what it shows."""

    def __init__(self, lesson: Lesson, exercise: Exercise) -> None:
        self.lesson = lesson
        self.language = lesson.language
        self.exercise = exercise
        self.kind = KINDS[exercise.kind]
        if isinstance(exercise, Explore) and exercise.model not in EXPLORERS:
            raise CourseError(
                "unknown-explorer",
                language=self.language,
                given=exercise.model,
                known=", ".join(EXPLORERS),
            )

    def card(self) -> Card:
        task = self.task()
        state = self.remembered()
        return Card(
            task=task,
            state=state,
            scene=self.first_scene() if state["answered"] else {},
            handle=self.handle,
            plain=lambda: still.plain(task, self.scene({})),
            html=lambda: still.html(task, self.scene({})),
        )

    # --- what the page is given -------------------------------------------------------------------

    def task(self) -> Json:
        """What is asked, in the learner's language, without the key."""
        exercise, language = self.exercise, self.language
        explorer = EXPLORERS[exercise.model] if isinstance(exercise, Explore) else None
        asked = self.kind.task(exercise, language)
        for one in asked.get("lessons", ()):  # those that a test leads back to
            one["text"] = self.lesson.course.titled(one["id"], language)
        return {
            "lesson": self.lesson.id,
            "exercise": exercise.id,
            "kind": exercise.kind,
            "language": language,
            "title": exercise.title.in_language(language),
            "prompt": exercise.prompt.in_language(language),
            "minutes": exercise.minutes,
            "core": exercise.core,
            "button": BUTTONS.get(exercise.kind, "answer"),
            "words": interface(language, "card"),
            **asked,
            **({"controls": explorer.task(language)} if explorer else {}),
        }

    def scenes(self, sent: object) -> Iterator[Json]:
        """The explorer's pictures for a setting; none for an exercise without a model."""
        if isinstance(self.exercise, Explore):
            yield from EXPLORERS[self.exercise.model].scenes(sent, self.language)

    def first_scene(self) -> Json:
        """The picture of a model that answers at once; for a simulation, its card asks later."""
        if isinstance(self.exercise, Explore):
            explorer = EXPLORERS[self.exercise.model]
            return explorer.scene({}, self.language) if isinstance(explorer, Explorer) else {}
        return {}

    def scene(self, sent: object) -> Json:
        """The last of the explorer's pictures; empty for an exercise without a model."""
        last: Json = {}
        for last in self.scenes(sent):  # noqa: B007 - the last is what is asked for
            pass
        return last

    def remembered(self) -> Json:
        """The last answer and its verdict; an answer to an earlier wording is said to be that."""
        event = self.lesson.journal.latest(self.lesson.id, self.exercise.id)
        if event is None:
            return {"answered": False, **self.fresh()}
        try:
            if event.fingerprint != self.exercise.fingerprint:
                raise AnswerError("changed")
            answer = self.kind.read(self.exercise, event.answer)
        except AnswerError:
            return {"answered": False, "changed": True, **self.fresh()}
        return self._judged(answer, self.kind.judge(self.exercise, answer), event)

    def fresh(self) -> Json:
        """What a page needs to begin anew, for a kind that one can begin anew.

        It follows from the last answer there is, so that it is the same when the page is reloaded.
        """
        if self.kind.fresh is None:
            return {}
        journal = self.lesson.journal
        answers = journal.answers(self.lesson.id, self.exercise.id)
        first = (event.id for event in journal.events() if event.type == "answer")
        name = answers[-1].id if answers else next(first, "")
        earlier = list(readable(self.exercise, (event.answer for event in answers)))
        return {"fresh": self.kind.fresh(self.exercise, name, earlier)}

    def before(self) -> Json:
        """The first profile of the self-assessment that is made again here, with its time."""
        if not isinstance(self.exercise, Scale) or self.exercise.earlier is None:
            return {}
        lesson, _, id = self.exercise.again.rpartition("/")
        for event in self.lesson.journal.answers(lesson, id):
            for answer in readable(self.exercise.earlier, [event.answer]):
                means = profile(self.exercise, answer)
                return {"before": {"profile": means, "time": event.time}}
        return {}

    # --- what the page sends ----------------------------------------------------------------------

    def handle(self, message: Json) -> Iterator[tuple[str, Json]]:
        """Take an answer or a setting, give the traits that change; never raises for either.

        The verdict goes before the pictures, which take longer. What else a page asks (to stop)
        changes nothing here: the card leaves off what was under way at any new message.
        """
        # The number of the question makes the answer to it a change, even to the same picture.
        n = message.get("n")
        setting: object = {}
        if message.get("do") == "answer":
            state = {**self.answer(message.get("answer")), "n": n}
            yield "state", state
            if "problem" in state:
                return
        elif message.get("do") == "look":
            setting = message.get("setting")
        else:
            return
        for scene in self.scenes(setting):
            yield "scene", {**scene, "n": n}

    def answer(self, sent: object) -> Json:
        """Judge an answer and record it, in that order; what is recorded is on disk on return."""
        try:
            answer = self.kind.read(self.exercise, sent)
        except AnswerError as error:
            problem = say(f"answer.{error.key}", self.language, **error.values)
            return {"answered": False, "problem": problem}
        verdict = self.kind.judge(self.exercise, answer)
        event = self.lesson.journal.record(
            lesson=self.lesson.id,
            exercise=self.exercise.id,
            answer=answer,
            verdict={"right": verdict.right, "score": verdict.score},
            fingerprint=self.exercise.fingerprint,
            language=self.language,
        )
        return self._judged(answer, verdict, event)

    def _judged(self, answer: Any, verdict: Verdict, event: Event) -> Json:
        language = self.language
        detail = {**verdict.detail, **self.before()}
        if draw := PICTURES.get(self.exercise.kind):
            detail["picture"] = draw(self.exercise, detail, language).as_json()
        return {
            **(self.fresh() if detail.get("ended") else {}),
            "answered": True,
            "answer": answer,
            "time": event.time,
            "kept": self.lesson.journal.kept,
            "verdict": {
                "right": verdict.right,
                "score": verdict.score,
                "said": [
                    {"text": one.text.in_language(language), "tone": one.tone, "about": one.about}
                    for one in verdict.said
                ],
                "detail": detail,
            },
        }
