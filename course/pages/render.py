"""The course's pages as HTML, each from what a session tells."""

import sys
from collections.abc import Iterable
from typing import Any

from attrs import define

from course.content.scenes import picture, pictured
from course.once import once
from course.pages import lesson_told, sheet, way
from course.pages.addresses import POLICY, Addresses
from course.pages.files import has_styles
from course.pages.filling import alone, filled
from course.pages.lesson import Part, parts
from course.pages.mine import left, planned
from course.paths import LANGUAGES
from course.plain import Json
from course.portfolio.certificate import Left
from course.session import Session
from course.session.answers import summary
from course.session.own import words as words_of_own
from course.session.presented import presented
from course.words import interface, other, say


@define
class Pages(Addresses):
    """The pages of a course, as they lead to one another."""

    # --- what the learner reads and answers -------------------------------------------------------

    @once()
    def home(self, session: Session) -> str:
        """All lessons, and the way on."""
        return self._page(
            "home.html",
            session,
            mine="home",
            twin="",
            map=way.through(session, self.address),
            back=self._returning(session),
        )

    @once()
    def lesson(self, session: Session, lesson: str) -> str:
        """A lesson with its cards, ready to be answered; CourseError if there is none."""
        title = session.course.outline(lesson, session.language).title
        shown = parts(session.course.notebook(lesson, session.language), self.ending)
        return self._lesson(session, lesson, title, shown, twin=lesson, more={})

    def _returning(self, session: Session, lesson: str | None = None) -> Json:
        """What meets who comes back; its data carry what the page's script draws from."""
        back = session.returning(lesson)
        data = {**back, **self._reached(session.language)}
        return {**back, "data": data}

    def returning(self, session: Session, lesson: str | None) -> Json:
        """What meets who comes back, and its parts as HTML, for a page that was drawn before."""
        back = self._returning(session, lesson)
        return {**back["data"], "html": filled("returned.html", back=back)}

    def _reached(self, language: str) -> Json:
        """How a page's script reaches its session, the files, and the learner's pages."""
        return {
            "language": language,
            "files": self.files,
            "line": "" if self.engine else f"{self.base}/{language}/line",
            "engine": self.engine,
            "plan": self.address(language, "plan"),
            "certificate": self.address(language, "certificate"),
        }

    def preview(self, session: Session, title: str, shown: Iterable[Part], changed: int) -> str:
        """Exercise and figure files as a lesson would show them."""
        more = {"preview": {"changed": changed}}
        return self._lesson(session, "", title, tuple(shown), twin="preview", more=more)

    def present(self, session: Session, lesson: str) -> str:
        """A lesson's exercises for a room to look at, one to a screen; CourseError without one."""
        outline, language = session.course.outline(lesson, session.language), session.language
        words = interface(language, "present")
        shown = presented(session, lesson)
        kinds = sorted({str(one["card"]["task"]["kind"]) for one in shown})
        head = {"n": int(lesson.split("-", 1)[0]), "title": outline.title}
        return filled(
            "present.html",
            policy=POLICY if self.engine else "",
            language=language,
            other=other(language),
            name=say("course", language),
            p=words,
            head=say("present.lesson", language, **head),
            twin=self.address(other(language), f"present/{lesson}"),
            files=self.files,
            styles=[f"kinds/{kind}/view.css" for kind in kinds if has_styles(kind)],
            data={
                **self._reached(language),
                "lesson": lesson,
                "forgets": True,
                "exercises": shown,
                "words": {"card": interface(language, "card"), "present": words},
            },
        )

    def _lesson(
        self,
        session: Session,
        lesson: str,
        title: str,
        shown: tuple[Part, ...],
        *,
        twin: str,
        more: Json,
    ) -> str:
        page = session.page(lesson)
        words = interface(session.language, "card")
        return self._page(
            "lesson.html",
            session,
            lesson=lesson,
            twin=twin,
            title=title,
            picture=picture(session.course, lesson, session.language),
            pictured=pictured(session.course, lesson),
            back=self._returning(session, lesson) if lesson else None,
            **lesson_told.in_steps(shown, page),
            **lesson_told.cards(page, words),
            data={
                **page,
                **more,
                **self._reached(session.language),
                "moved": session.course.moved(lesson, session.language) if lesson else {},
                "words": {"card": words, "view": self._words(session)},
            },
        )

    def people(self, session: Session) -> str:
        """The people of the story: a face, who they are, and where one meets them."""
        title = way.titled("people.title", session)
        words = {**interface(session.language, "people"), "title": title}
        return self._page("people.html", session, twin="people", p=words, groups=session.people())

    def glossary(self, session: Session) -> str:
        """Every term of the course, what it means and where it stands."""
        words = interface(session.language, "glossary")
        letters = session.glossary()
        return self._page("glossary.html", session, twin="glossary", g=words, letters=letters)

    def own(self, session: Session, *, xsrf: str = "") -> str:
        """One's own organisation: bring a table, see what was understood, look at the map."""
        language = session.language
        words = words_of_own(language)
        data = {**self._reached(language), "xsrf": xsrf, "words": words}
        data["address"] = "" if self.engine else self.address(language, "own")
        return self._page("own.html", session, twin="own", o=words, data=data)

    def leaders(self, session: Session, lessons: list[Json], whole: list[Json]) -> str:
        """Where guide, hand-outs and big screen are; ``whole`` are of the whole course."""
        words = interface(session.language, "leaders")
        values = {"lessons": lessons, "whole": whole}
        return self._page("leaders.html", session, twin="leaders", l=words, **values)

    # --- what the learner has, and takes along ----------------------------------------------------

    def answers(self, session: Session, *, xsrf: str, news: str = "") -> str:
        """The learner's answers, to read, take along, bring back, delete."""
        path = session.journal.path
        return self._page(
            "answers.html",
            session,
            mine="answers",
            twin="answers",
            a=interface(session.language, "answers"),
            lessons=(lessons := session.answers()),
            summary=summary(lessons, session.language),
            news=news,
            file=str(path) if path else "",
            xsrf=xsrf,
        )

    def plan(self, session: Session) -> str:
        """What the learner has chosen and written, to read, print and download."""
        told = planned(session, self.neighbour)
        data = {"page": told["page"], "words": told["p"], **self._reached(session.language)}
        return self._page("plan.html", session, mine="plan", twin="plan", data=data, **told)

    def plan_alone(self, session: Session) -> str:
        """The plan as one file that needs nothing beside it."""
        return alone("plan-alone.html", session.language, "one-page.css", **planned(session))

    def certificate(
        self, session: Session, *, xsrf: str = "", wanted: sheet.Wanted = sheet.NOTHING
    ) -> str:
        """The certificate to print and to download, or what is left before it."""
        language, now = session.language, session.certificate()
        told = left(now, language) if isinstance(now, Left) else sheet.shown(session, now, wanted)
        values = {"c": interface(language, "certificate"), "xsrf": xsrf, **told}
        return self._page(
            "certificate.html", session, mine="certificate", twin="certificate", **values
        )

    def verify(self, session: Session, *, xsrf: str = "", news: str = "") -> str:
        """Where somebody sees whether a certificate is as it was written."""
        words = interface(session.language, "verify")
        values = {"v": words, "xsrf": xsrf, "news": news}
        return self._page("verify.html", session, mine="verify", twin="verify", **values)

    # --- when something is not as it should be ----------------------------------------------------

    def not_here(self, session: Session, message: str) -> str:
        """A sentence, and the way back."""
        return self._page("error.html", session, twin="", message=message)

    def door(self, language: str) -> str:
        """For whoever has no key: how to come in; tells nothing of the learner's."""
        languages = sorted(LANGUAGES, key=lambda one: one != language)
        said = [
            {
                "language": one,
                "title": say("door.title", one),
                "words": say("door.words", one),
            }
            for one in languages
        ]
        name = say("course", language)
        return filled("door.html", said=said, name=name, files=self.files)

    def enter(self, address: str, language: str) -> str:
        """The step from the key to the course."""
        name = say("course", language)
        policy = POLICY if self.built else ""
        return filled(
            "enter.html",
            address=address,
            language=language,
            name=name,
            files=self.files,
            policy=policy,
        )

    # --- around every page ------------------------------------------------------------------------

    def _words(self, session: Session) -> dict[str, str]:
        """The sentences around a lesson; of files that no server answers, those of a browser."""
        language = session.language
        own = interface(language, "browser") if self.built else {}
        words = {**interface(language, "view"), **own}
        named: dict[str, str] = session.course.filling.shown(words, language)
        return named

    def _page(self, template: str, session: Session, **values: Any) -> str:
        language = session.language
        return filled(
            template,
            course=session.overview(values.get("lesson")),
            t=self._words(session),
            people_title=way.titled("people.title", session) if session.course.cast.met else "",
            own_title=say("own.link", language),
            address=self.address,
            files=self.files,
            engine=self.engine,
            policy=POLICY,
            lab=self.lab,
            statement=self.statement,
            command="py -m course" if sys.platform == "win32" else "python3 -m course",
            **{"name": say("course", language), "subtitle": say("subtitle", language)} | values,
        )
