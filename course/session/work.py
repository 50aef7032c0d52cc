"""One exercise being worked on: what is asked, how it stands, and what a message changes."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from functools import lru_cache
from typing import Any

from course.content.course import Course
from course.content.minutes import exercise_minutes
from course.journal import Event, Journal
from course.kinds import KINDS, readable
from course.kinds import deck as decks
from course.kinds.exercise import Exercise
from course.kinds.kind import AnswerError, Verdict
from course.once import Same
from course.plain import Json
from course.session import answer_told
from course.session.changes import Change
from course.words import interface, say

_DEAL = ("tries", "of")
"""What a message says of a deal."""

_AT_ONCE = timedelta(seconds=1)
"""Whoever gives the same answer again within this time has pressed twice, not answered twice."""


class Work:
    """An exercise, in one language, with the learner's journal behind it."""

    def __init__(self, course: Course, journal: Journal, exercise: Exercise, language: str) -> None:
        self.course = course
        self.journal = journal
        self.exercise = exercise
        self.language = language
        self.kind = KINDS[exercise.kind]

    # --- what the page is given -------------------------------------------------------------------

    def task(self) -> Json:
        """What is asked, in the learner's language, without the key; and the words of its card."""
        return {**self.asked(), "words": interface(self.language, "card")}

    def asked(self) -> Json:
        """What is asked; without the words, which are the same for all cards of a page."""
        exercise, language = self.exercise, self.language
        task = {
            "lesson": exercise.lesson,
            "exercise": exercise.id,
            "kind": exercise.kind,
            "language": language,
            "title": exercise.title.in_language(language),
            "prompt": exercise.prompt.in_language(language),
            "on_screen": exercise.on_screen.in_language(language) if exercise.on_screen else "",
            "minutes": exercise_minutes(exercise, language),
            "core": exercise.core,
            "button": self.kind.button,
            **_asked(Same(exercise), Same(self.kind), language),
        }
        if lessons := task.get("lessons"):  # those that the task points to
            titled = self.course.titled
            task["lessons"] = [{**one, "text": titled(one["id"], language)} for one in lessons]
        if people := task.get("people"):  # those who speak in it, by id
            from course.content.scenes import faces  # who draws is loaded where somebody is drawn

            task["faces"] = faces(self.course, list(people))
        return task

    def card(self) -> Json:
        """All that a page draws the exercise from: what is asked, how it stands, what was begun.

        The words of cards it has besides.
        """
        draft = self.journal.draft(self.exercise.lesson, self.exercise.id)
        return {
            "task": self.asked(),
            "state": {**self.state(), **self._dealt(draft)},
            "draft": draft,
        }

    def state(self) -> Json:
        """The latest answer and its verdict; or, where that answer cannot stay, its words."""
        event = self.journal.latest(self.exercise.lesson, self.exercise.id)
        if event is None:
            return {"answered": False, **self._fresh()}
        try:
            answer = self.kind.accept(self.exercise, event.answer)
        except AnswerError:
            before = self.course.landed.in_words(event, self.language)
            return {"answered": False, "changed": True, "before": before, **self._fresh()}
        state = self._judged(answer, self.kind.judge(self.exercise, answer), event)
        if not self.course.landed.is_as_answered(event.fingerprint, self.exercise):
            state["changed"] = True
        return state

    def scenes(self, sent: object) -> Iterator[Json]:
        """What the model shows for a setting, ever more surely; nothing where there is no model."""
        for scene in self.kind.scenes(self.exercise, sent, self.language):
            yield self.course.filling.shown(scene, self.language)

    def scene(self, sent: object) -> Json:
        """The last of what the model shows; empty for an exercise without a model."""
        last: Json = {}
        for last in self.scenes(sent):  # noqa: B007 - the last is what is asked for
            pass
        return last

    # --- what the page sends ----------------------------------------------------------------------

    def handle(self, message: Json) -> Iterator[Change]:
        """Answer a message that `course.session.changes.taken` let through; never raises for one.

        The verdict comes first; what a model shows is asked for by itself, since it may take long.
        """
        n = message.get("n")
        if message["do"] == "answer":
            for name, value in self._answer(message):
                yield name, {**value, "n": n} if name == "state" else value
        elif message["do"] == "look":
            for scene in self.scenes(message["setting"]):
                yield "scene", {**scene, "n": n}
        elif message["do"] == "try":
            for name, value in self._try(message):
                yield name, {**value, "n": n} if name == "state" else value
        elif message["do"] == "draft":
            self._keep_draft(message["value"])

    def _answer(self, message: Json) -> Iterator[Change]:
        """Judge an answer and take it into the journal; say why where it is none."""
        try:
            answer = self.kind.accept(self.exercise, message["answer"])
        except AnswerError as error:
            yield "state", self._problem(error)
            return
        yield from self._given(answer, message)

    def _try(self, message: Json) -> Iterator[Change]:
        """Judge the tries of a deal so far, and keep them as what was begun.

        With its last try the deal is an answer, and is taken into the journal as one.
        """
        deck = self.kind.deck(self.exercise)
        if deck is None:
            return  # no page sends tries where nothing is dealt
        try:
            deal = decks.deal_of(deck, {name: message[name] for name in _DEAL if name in message})
            answer = self._answer_of(deal)
        except AnswerError as error:
            yield "state", self._problem(error)
            return
        dealt = {"deal": answer_told.of_deal(deal, self.language)}
        if answer is None:
            self._keep_draft(None if deal.is_over else deal.sent())
            yield "state", {**self.state(), **dealt}
            return
        for name, value in self._given(answer, message):
            yield name, {**value, **dealt} if name == "state" else value

    def _answer_of(self, deal: decks.Deal) -> Any:
        """The answer that a deal has become; None while it goes on, and for practice."""
        if not deal.is_over or not deal.is_whole:
            return None
        return self.kind.accept(self.exercise, deal.answer())

    def _problem(self, error: AnswerError) -> Json:
        """What is said to an answer that is none."""
        problem = say(f"answer.{error.key}", self.language, **error.values)
        return {"answered": False, "problem": problem}

    def _given(self, answer: Any, message: Json) -> Iterator[Change]:
        """Take an answer into the journal, unless it is there already, and judge it."""
        event = self._given_already(answer, message.get("id"))
        if event is not None and event.answer != answer:  # what is shown is what is kept
            yield "state", self.state()
            return
        verdict = self.kind.judge(self.exercise, answer)
        if event is None:
            event = self.journal.answer(
                self.exercise.lesson,
                self.exercise.id,
                answer,
                verdict={"right": verdict.right, "score": verdict.score},
                fingerprint=self.exercise.fingerprint,
                language=self.language,
                words=self.kind.recall(self.exercise, answer, self.language),
                id=message.get("id"),
            )
            yield "event", {"id": event.id}
        yield "state", self._judged(answer, verdict, event)

    def _given_already(self, answer: Any, id: str | None) -> Event | None:
        """The event of the same answer, sent again or pressed twice; None for a new answer."""
        answers = self.journal.answers(self.exercise.lesson, self.exercise.id)
        for event in reversed(answers):
            if id is not None and event.id == id:
                return event
        if not answers or answers[-1].answer != answer:
            return None
        return answers[-1] if self.journal.now() - answers[-1].when < _AT_ONCE else None

    def _keep_draft(self, value: Any) -> None:
        try:
            self.journal.keep_draft(self.exercise.lesson, self.exercise.id, value)
        except ValueError:
            return  # longer than any field takes: it stays in the page

    # --- cards dealt one at a time ----------------------------------------------------------------

    def _dealt(self, draft: Any) -> Json:
        """What was said so far in a deal that was begun; nothing where none was."""
        deck = self.kind.deck(self.exercise)
        if deck is None or not isinstance(draft, dict) or "tries" not in draft:
            return {}
        try:
            return {"deal": answer_told.of_deal(decks.deal_of(deck, draft), self.language)}
        except AnswerError:
            return {}  # of an earlier version of the exercise

    # --- answers in words and pictures ------------------------------------------------------------

    def _judged(self, answer: Any, verdict: Verdict, event: Event) -> Json:
        before = self.kind.before(self.exercise, self.journal.answers)
        said = answer_told.of_verdict(self.exercise, verdict, self.language, before)
        return {
            **(self._fresh() if said["detail"].get("ended") else {}),
            "answered": True,
            "answer": answer,
            "time": event.time,
            "verdict": said,
            **self._first(event),
        }

    def _first(self, event: Event) -> Json:
        """Of a deck: where each card belongs, and the first answer where a later one is shown."""
        deck = self.kind.deck(self.exercise)
        if deck is None:
            return {}
        state: Json = {"places": {card.id: card.place for card in deck.cards}}
        first = self.first()
        if first is not None and first.id != event.id:
            answer = self.kind.accept(self.exercise, first.answer)
            state["first"] = answer_told.of_first(self.exercise, answer, self.language)
        return state

    def first(self) -> Event | None:
        """The first answer that can still be read: what was known before anything was told."""
        for event in self.journal.answers(self.exercise.lesson, self.exercise.id):
            with suppress(AnswerError):
                self.kind.accept(self.exercise, event.answer)
                return event
        return None

    def _fresh(self) -> Json:
        """What a page needs to begin anew, for a kind that one can begin anew.

        It follows from the last answer there is, so that it is the same when the page is reloaded.
        """
        answers = self.journal.answers(self.exercise.lesson, self.exercise.id)
        name = answers[-1].id if answers else self.journal.first_answer()
        earlier = readable(self.exercise, (event.answer for event in answers))  # if it is asked for
        fresh = self.kind.fresh(self.exercise, name, earlier)
        return {} if fresh is None else {"fresh": fresh}


@lru_cache(maxsize=512)  # an exercise is the same object until its file changes
def _asked(of: Same, by: Same, language: str) -> Json:
    """What a kind asks in an exercise; nobody may change it."""
    asked: Json = by.thing.task(of.thing, language)
    return asked
