"""The learner's journal: everything that the learner does, as events in one store."""

from datetime import date
from typing import Any

from course.journal.asked import Asked
from course.journal.carried import Carried
from course.journal.event import Event


class Journal(Asked, Carried):
    """Everything that the learner has done, read from a store and added to it.

    ``answer`` and ``reach`` make an event that is known at once and written when ``write`` is
    called, in another thread if need be; ``record`` and ``record_place`` do both. Several
    processes may write at once, and each sees what the others have written. Which of two events
    is the later one is decided by their clocks and ids, so that journals can be merged in any
    order. Where nothing can be written the journal goes on in memory: ``kept`` and ``why`` tell.

    >>> from tempfile import mkdtemp
    >>> journal = Journal(mkdtemp())
    >>> event = journal.answer("01-start", "guess", [2, 3], fingerprint="f1", language="en")
    >>> journal.latest("01-start", "guess") == event
    True
    >>> journal.kept, journal.write(), journal.kept
    (False, True, True)
    """

    # --- what happens -----------------------------------------------------------------------------

    def answer(
        self,
        lesson: str,
        exercise: str,
        answer: Any,
        *,
        verdict: dict[str, Any] | None = None,
        fingerprint: str,
        language: str,
        words: str | None = None,
        id: str | None = None,
    ) -> Event:
        """Take an answer into memory, instead of any draft, and return its event.

        ``answer`` is any JSON, ``words`` the same in words for a person, ``verdict`` a JSON object
        or None, and ``fingerprint`` tells which definition of the exercise was answered. ``id``
        is the event's, where whoever answers has given it one and no other event has it: of two
        events with one id, a journal keeps only the first.

        Raises ValueError if these cannot be said in JSON.
        """
        fields = {
            "type": "answer",
            "lesson": lesson,
            "exercise": exercise,
            "answer": answer,
            "verdict": verdict,
            "fingerprint": fingerprint,
            "language": language,
            **({} if words is None else {"words": words}),
        }
        with self._turn:
            event = self._take_once(fields, id, after=self._drafts.latest(lesson, exercise)[0])
            self._drafts.keep(lesson, exercise, None, event.clock)
        return event

    def reach(self, lesson: str, cell: str, *, language: str) -> Event:
        """Take the place where the learner is into memory, and return its event.

        Raises ValueError if it cannot be said in JSON.
        """
        fields = {"type": "place", "lesson": lesson, "cell": cell, "language": language}
        with self._turn:
            return self._take(fields)

    def recall(
        self,
        lesson: str,
        exercise: str,
        item: str,
        answer: str,
        *,
        verdict: dict[str, Any],
        fingerprint: str,
        language: str,
        id: str | None = None,
    ) -> Event:
        """Take the answer to a thing that was asked anew into memory, and return its event.

        Raises ValueError if it cannot be said in JSON.
        """
        return self._take_once(
            {
                "type": "recall",
                "lesson": lesson,
                "exercise": exercise,
                "item": item,
                "answer": answer,
                "verdict": verdict,
                "fingerprint": fingerprint,
                "language": language,
            },
            id,
        )

    def promise(
        self, lesson: str, words: str, day: date, *, language: str, id: str | None = None
    ) -> Event:
        """Take what the learner will do after a lesson, and when, into memory; return its event.

        >>> from tempfile import mkdtemp
        >>> journal = Journal(mkdtemp())
        >>> event = journal.promise("01-start", "Ask.", date(2026, 10, 5), language="en")
        >>> outcome = journal.keep_outcome(event, "done", "", language="en")
        >>> [one.words for one in journal.promises()], journal.outcome(event.id).answer
        (['Ask.'], 'done')
        """
        fields = {"type": "promise", "lesson": lesson, "words": words, "day": day.isoformat()}
        return self._take_once({**fields, "language": language}, id)

    def keep_outcome(
        self, promise: Event, answer: str, words: str, *, language: str, id: str | None = None
    ) -> Event:
        """Take how a promise went into memory, in one of two answers and the learner's words."""
        fields = {"type": "outcome", "lesson": promise.lesson, "promise": promise.id}
        said = {"answer": answer, "words": words, "language": language}
        return self._take_once({**fields, **said}, id)

    def plan(
        self, lesson: str, field: str, words: str, *, language: str, id: str | None = None
    ) -> Event:
        """Take what the learner wrote in a field of the plan into memory, and return its event.

        ``lesson`` is the one that the plan belongs to. Empty words clear the field.

        >>> from tempfile import mkdtemp
        >>> journal = Journal(mkdtemp())
        >>> event = journal.plan("10-your-plan", "unit", "Home care", language="en")
        >>> journal.planned()["unit"].words
        'Home care'
        """
        fields = {"type": "plan", "lesson": lesson, "item": field, "words": words}
        return self._take_once({**fields, "language": language}, id)

    def record(
        self,
        lesson: str,
        exercise: str,
        answer: Any,
        *,
        verdict: dict[str, Any] | None = None,
        fingerprint: str,
        language: str,
        words: str | None = None,
    ) -> Event:
        """Keep an answer as ``answer`` does, and return its event when it is durable.

        If nothing can be written, the event is in memory and ``kept`` is False.
        """
        event = self.answer(
            lesson,
            exercise,
            answer,
            verdict=verdict,
            fingerprint=fingerprint,
            language=language,
            words=words,
        )
        self.write()
        return event

    def record_place(self, lesson: str, cell: str, *, language: str) -> Event:
        """Keep a place as ``reach`` does, and return its event when it is durable.

        >>> from tempfile import mkdtemp
        >>> journal = Journal(mkdtemp())
        >>> event = journal.record_place("01-start", "a1b2", language="sv")
        >>> journal.place().cell
        'a1b2'
        """
        event = self.reach(lesson, cell, language=language)
        self.write()
        return event

    def forget(self, lesson: str, exercise: str, *, language: str) -> None:
        """Delete all answers to an exercise and what was begun of it, here and in the store.

        That they are deleted is an event itself, so that no older copy brings them back.

        Raises OSError if they may be left in the store.

        >>> from course.journal.store import MemoryStore
        >>> journal = Journal(MemoryStore())
        >>> event = journal.record("01-start", "guess", 7, fingerprint="f1", language="en")
        >>> copy = journal.export()
        >>> journal.forget("01-start", "guess", language="en")
        >>> journal.import_from(copy).new, journal.latest("01-start", "guess")
        (0, None)
        """
        with self._turn:
            fields = {"type": "delete", "lesson": lesson, "exercise": exercise}
            event = self._take({**fields, "language": language})
            self._drafts.keep(lesson, exercise, None, event.clock)
        if not (self.write() and self.write_drafts()):
            raise self.why or OSError("what was deleted may be left in the store")

    # --- what is begun ----------------------------------------------------------------------------

    def keep_draft(self, lesson: str, exercise: str, value: Any) -> None:
        """Keep what the learner has begun to answer, in memory; None removes it.

        Raises ValueError if it cannot be said in JSON, or takes more than 200 kB.

        >>> from tempfile import mkdtemp
        >>> journal = Journal(mkdtemp())
        >>> journal.keep_draft("01-start", "goal", {"text": "I would like"})
        >>> journal.write_drafts(), journal.draft("01-start", "goal")
        (True, {'text': 'I would like'})
        """
        with self._turn:
            clock = self._tick(after=self._drafts.latest(lesson, exercise)[0])[1]
            self._drafts.keep(lesson, exercise, value, clock)

    def draft(self, lesson: str, exercise: str) -> Any:
        """Return what was begun last, or None if there is nothing later than the latest answer."""
        clock, value = self._drafts.latest(lesson, exercise)
        return value if clock > self._answered_at(lesson, exercise) else None

    def write_drafts(self) -> bool:
        """Make the drafts durable, and return whether that worked; any thread may call this."""
        with self._writing:
            return self._drafts.write(self._answered_at)

    def _answered_at(self, lesson: str, exercise: str) -> int:
        latest = self.latest(lesson, exercise)
        return latest.clock if latest else 0
