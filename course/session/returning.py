"""What meets a learner who comes back, in one language: for a page, and what it answers."""

from collections.abc import Iterator

from attrs import frozen

from course.content.course import Course
from course.errors import CourseError
from course.journal import Event, Journal
from course.journal.event import OUTCOMES
from course.kinds.broken import BrokenKindError
from course.kinds.kind import AnswerError
from course.plain import Json
from course.portfolio.calendar import calendar_file
from course.session import follow_up, monday, recall
from course.session.changes import Change
from course.words import dated, interface, say
from course.words.sentences import first_sentence

_WORDS = ("recall", "monday", "follow", "yours")


@frozen
class Returning:
    """The learner's things to remember and to do, with the journal behind them."""

    course: Course
    journal: Journal
    language: str

    def page(self, lesson: str | None) -> Json:
        """What a page needs: the home page, or that of a lesson, which asks of the others.

        ``cards`` are asked anew; ``yours`` was said in lesson 00, and comes back after it;
        ``promised`` is what a lesson suggests and what was promised; ``asked`` is the promise that
        the home page shows or asks about; ``follow`` is the day of the plan that it asks about.
        """
        course, journal, language = self.course, self.journal, self.language
        now = journal.now().astimezone()
        due = recall.due(course, journal, language, besides=lesson or "")
        comes_back = lesson is not None and lesson != monday.PROBLEM[0]
        return {
            "cards": [recall.told(one, course, now, language) for one in due],
            "yours": monday.yours(course, journal, language) if comes_back else {},
            "promised": monday.promised(course, journal, lesson, language) if lesson else None,
            "asked": None if lesson else monday.asked(course, journal, language),
            "follow": None if lesson else follow_up.asked(journal, language),
            "words": {name: interface(language, name) for name in _WORDS},
        }

    def calendar(self, lesson: str) -> bytes | None:
        """The day that was promised after a lesson, as a file; None where nothing was."""
        for made in self.journal.promises():
            if made.lesson == lesson:
                return calendar_file(made, self.course.titled(lesson, self.language), self.language)
        return None

    def handle(self, exercise: str, sent: Json) -> Iterator[Change]:
        """Answer a message about what was asked anew, or about a promise; never raises for one."""
        n = sent.get("n")
        try:
            if sent["do"] == "recall":
                changes = self._recall(exercise, sent)
            elif sent["do"] == "promise":
                changes = self._promise(sent)
            else:
                changes = self._outcome(sent)
            for name, value in changes:
                yield name, {**value, "n": n} if name != "event" else value
        except (CourseError, BrokenKindError):
            return  # of an exercise that is no longer there; the page is of an earlier version

    def _recall(self, exercise: str, sent: Json) -> Iterator[Change]:
        """Judge what was chosen, take it into the journal, and say why and when it comes back."""
        found = self.course.exercise(sent["lesson"], exercise, language=self.language)
        thing = recall.thing_of(found, sent["item"])
        if thing is None or not self.journal.latest(found.lesson, found.id):
            return
        try:
            said = thing.reply(sent["answer"])
        except AnswerError:
            return
        right = said.tone == "right"
        if not self._is_known(sent):
            event = self.journal.recall(
                *(found.lesson, found.id, thing.id, sent["answer"]),
                verdict={"right": right},
                fingerprint=found.fingerprint,
                language=self.language,
                id=sent.get("id"),
            )
            yield "event", {"id": event.id}
        text = said.text.in_language(self.language)
        back = recall.next_day(found, thing.id, self.journal)
        day = dated(back.astimezone().date(), self.language) if back else ""
        options = [str(one["id"]) for one in thing.ask(self.language).options]
        yield (
            "recalled",
            {
                "right": right,
                "answer": sent["answer"],
                "text": text,
                "lead": first_sentence(text),
                "key": next((id for id in options if thing.reply(id).tone == "right"), ""),
                "back": say("recall.back", self.language, date=day) if day else "",
            },
        )

    def _promise(self, sent: Json) -> Iterator[Change]:
        words, today = sent["words"].strip(), self.journal.now().astimezone().date()
        if sent["lesson"] not in {one.id for one in self.course.outlines(self.language)}:
            return
        if not words or len(words) > monday.LONGEST:
            yield "promised", self._problem("write-something", most=monday.LONGEST)
            return
        day = monday.day_of(sent["day"], today)
        if day is None:
            yield "promised", self._problem("choose-day")
            return
        made = next((one for one in self.journal.promises() if one.id == sent.get("id")), None)
        if made is None:
            made = self.journal.promise(
                sent["lesson"], words, day, language=self.language, id=sent.get("id")
            )
            yield "event", {"id": made.id}
        yield "promised", self._told(made)

    def _outcome(self, sent: Json) -> Iterator[Change]:
        made = next((one for one in self.journal.promises() if one.id == sent["promise"]), None)
        words = sent["words"].strip()
        if made is None or sent["answer"] not in OUTCOMES or len(words) > monday.LONGEST:
            return
        if not self._is_known(sent):
            event = self.journal.keep_outcome(
                made, sent["answer"], words, language=self.language, id=sent.get("id")
            )
            yield "event", {"id": event.id}
        yield "promised", self._told(made)

    def _is_known(self, sent: Json) -> bool:
        """Whether this was taken already, and is sent again since its line was lost."""
        return "id" in sent and self.journal.knows(sent["id"])

    def _told(self, made: Event) -> Json:
        return {"promise": monday.told(self.course, self.journal, made, self.language)}

    def _problem(self, key: str, **values: object) -> Json:
        return {"problem": say(f"monday.{key}", self.language, **values)}
