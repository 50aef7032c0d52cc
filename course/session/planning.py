"""What is written on the plan's page: in the form of lesson 10, or in the plan's own words."""

from collections.abc import Iterator
from contextlib import suppress

from attrs import frozen

from course.content.course import Course
from course.errors import CourseError
from course.journal import Journal
from course.kinds.kind import AnswerError
from course.plain import Json
from course.portfolio import one_page
from course.portfolio.plan import NINETY_DAYS
from course.session.changes import Change
from course.session.work import Work
from course.words import say

LONGEST = 1500
"""The most characters that a field of the plan holds, as in the form of lesson 10."""

LONGEST_LINE = 120
"""The most characters of a name, a unit, or what the plan is called."""

LESSON = NINETY_DAYS[0]
"""The lesson that the plan belongs to."""


@frozen
class Planning:
    """The learner's plan, with the journal behind it."""

    course: Course
    journal: Journal
    language: str

    def handle(self, sent: Json) -> Iterator[Change]:
        """Take the words of a field into the journal, and give the whole plan; never raises.

        A field that lesson 10 asks for changes the answer that was given there, so that lesson and
        plan say the same. Empty words of what happened are kept: the learner was asked, and waits.
        """
        id, words = sent["field"], sent["words"].strip()
        if id == one_page.MOVED:
            yield from self._move(words, sent)
            return
        if id not in one_page.ids():
            return
        problem = self._problem(id, words)
        is_not_now = id in one_page.OUTCOMES.values() and not words
        if not problem and (is_not_now or words != self._page()[id].words):
            if self._page()[id].planned:
                yield from self._plan(id, words, sent)
            else:
                for name, value in self._answer(id, words, sent):
                    problem = problem or value.get("problem", "") if name == "state" else problem
                    if name != "state":
                        yield name, value
        yield self._told(id, problem, sent)

    def _told(self, id: str, problem: str, sent: Json) -> Change:
        told = {"page": self._page().as_json(), "field": id, "problem": problem, "n": sent.get("n")}
        return "planned", told

    def _move(self, words: str, sent: Json) -> Iterator[Change]:
        """Have the parts with these ids stand in the appendix, and the others on the page."""
        moved = one_page.movable(words)
        if moved != self._page().moved:
            yield from self._plan(one_page.MOVED, " ".join(moved), sent)
        yield self._told(one_page.MOVED, "", sent)

    def _page(self) -> one_page.OnePage:
        return one_page.one_page(self.journal, self.course, self.language)

    def _problem(self, id: str, words: str) -> str:
        most = LONGEST_LINE if id in one_page.HEAD else LONGEST
        if len(words) > most:
            return say("answer.too-long", self.language, n=len(words), most=most)
        is_day = one_page.HEAD.get(id) == "day"
        is_wrong = is_day and words and one_page.day_of(words) is None
        return say("plan.choose-day", self.language) if is_wrong else ""

    def _plan(self, id: str, words: str, sent: Json) -> Iterator[Change]:
        if "id" in sent and self.journal.knows(sent["id"]):
            return  # it was taken already, and is sent again since its line was lost
        event = self.journal.plan(LESSON, id, words, language=self.language, id=sent.get("id"))
        yield "event", {"id": event.id}

    def _answer(self, id: str, words: str, sent: Json) -> Iterator[Change]:
        """Answer the form anew, with one field changed and all that was begun there kept."""
        with suppress(CourseError):
            exercise = self.course.exercise(*NINETY_DAYS, language=self.language)
            work = Work(self.course, self.journal, exercise, self.language)
            given = one_page.ninety_days(self.journal, self.course, self.language)
            with suppress(AnswerError):
                given = work.kind.accept(exercise, self.journal.draft(*NINETY_DAYS) or given)
            message: Json = {key: sent[key] for key in ("id", "n") if key in sent}
            yield from work.handle({**message, "do": "answer", "answer": {**given, id: words}})
