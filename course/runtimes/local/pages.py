"""What the server answers: the course's pages."""

import asyncio
from collections.abc import Callable
from functools import partial

from tornado.escape import json_encode
from tornado.web import HTTPError

from course.errors import CourseError
from course.pages import preview as previews
from course.pages.sheet import Wanted, alone, verdict
from course.pages.taken import archive
from course.paths import LANGUAGES
from course.runtimes.local.admitted import Admitted
from course.runtimes.local.upload import UploadHandler
from course.session.preview import changed, files
from course.session.saved import not_kept_words
from course.words import say


class StartHandler(Admitted):
    """``/`` and ``/course/``: on to the course in the language that was used last."""

    def get(self) -> None:
        base, language = self.served.pages.base, self.served.language_used_last()
        self.redirect(f"{base}/{language}/")


class EnterHandler(Admitted):
    """``/course/enter?key=…``: in, for whoever shows the key that the course printed."""

    async def prepare(self) -> None:
        """The one page that is before the door."""

    def get(self) -> None:
        if not self.door.opens(self, self.get_query_argument("key", "")):
            raise HTTPError(403)
        page = self.get_query_argument("to", "")
        base = self.served.pages.base
        known = {"", "preview", *(f"{language}/" for language in LANGUAGES)}
        known |= {f"{language}/preview" for language in LANGUAGES}
        known |= {f"{language}/present/{self.served.presented}" for language in LANGUAGES}
        # The page itself leads on: a redirection would still count as coming from elsewhere.
        address = f"{base}/{page if page in known else ''}"
        self.show(self.served.pages.enter(address, self.served.language_used_last()))


class HomeHandler(Admitted):
    """``/course/sv/``: all lessons, and the way on."""

    def get(self, language: str) -> None:
        self.show(self.served.pages.home(self.served.session(language)))


class LessonHandler(Admitted):
    """``/course/sv/06-across-boundaries``: a lesson."""

    def get(self, language: str, lesson: str) -> None:
        try:
            self.show(self.served.pages.lesson(self.served.session(language), lesson))
        except CourseError as error:
            raise HTTPError(404) from error


class GlossaryHandler(Admitted):
    """``/course/sv/glossary``: every term of the course, what it means and where it stands."""

    def get(self, language: str) -> None:
        self.show(self.served.pages.glossary(self.served.session(language)))


class PeopleHandler(Admitted):
    """``/course/sv/people``: the people of the story."""

    def get(self, language: str) -> None:
        self.show(self.served.pages.people(self.served.session(language)))


class AnswersHandler(UploadHandler):
    """``/course/sv/answers``: the learner's answers, to read, take along, bring back, delete."""

    async def get(self, language: str) -> None:
        wanted, session = self.get_query_argument("download", ""), self.served.session(language)
        if wanted == "zip":
            self.as_file("application/zip", f"{say('answers.file', language)}.zip")
            self.finish(await asyncio.to_thread(archive, session))
            return
        if wanted:
            self.as_file("application/x-ndjson", "course-answers.jsonl")
            self.finish(session.export())
            return
        await self._show(language)

    async def post(self, language: str) -> None:
        await self.take_form()
        if self.get_body_argument("delete", ""):
            await self._delete(language, self.served.session(language).erase, "view.deleted")
            return
        if self.get_body_argument("forget", ""):
            await self._forget(language)
            return
        uploaded = self.request.files.get("file", [])
        if not uploaded:
            await self._show(language, say("view.no-file", language))
            return
        file, session = uploaded[0], self.served.session(language)
        try:
            importing = session.import_(file["body"], file["filename"])
            imported = await self.served.keeper.bring_in(importing)
        except CourseError as error:
            await self._show(language, error.in_language(language))
            return
        news = say("view.imported", language, new=imported.new, known=imported.known)
        await self._show(language, news)

    async def _forget(self, language: str) -> None:
        """Delete the answers to one exercise, if there are any."""
        session = self.served.session(language)
        place = self.get_body_argument("lesson", ""), self.get_body_argument("exercise", "")
        if place in session.journal.answered():
            work = partial(session.forget, *place)
            await self._delete(language, work, "answers.deleted-one")
        else:  # another page was quicker
            await self._show(language, say("answers.deleted-one", language))

    async def _delete(self, language: str, work: Callable[[], None], done: str) -> None:
        try:
            await self.served.keeper.beside(work)
        except OSError as fault:
            why = not_kept_words(fault, language)
            await self._show(language, say("view.not-deleted", language, why=why))
            return
        await self._show(language, say(done, language))

    async def _show(self, language: str, news: str = "") -> None:
        session, xsrf = self.served.session(language), self.xsrf_token.decode()
        # All files of exercises take a quarter of a second the first time: other pages go on.
        await asyncio.to_thread(session.read_exercises)
        self.show(self.served.pages.answers(session, xsrf=xsrf, news=news))


class PlanHandler(Admitted):
    """``/course/sv/plan``: what the learner has chosen and written, to read, print and download."""

    def get(self, language: str) -> None:
        session, pages = self.served.session(language), self.served.pages
        wanted, name = self.get_query_argument("download", ""), say("plan.file", language)
        if wanted == "text":
            self.as_file("text/plain", f"{name}.txt")
            self.finish(session.plan_as_text())
        elif wanted == "page":
            self.as_file("text/html", f"{name}.html")
            self.finish(pages.plan_alone(session))
        elif wanted == "calendar":
            lesson = self.get_query_argument("lesson", "")
            file = say("monday.calendar-file", language, day=lesson.split("-", 1)[0])
            self._calendar(session.calendar(lesson), file)
        elif wanted == "dates":
            self._calendar(session.plan_dates(), f"{name}.ics")
        else:
            self.show(pages.plan(session))

    def _calendar(self, content: bytes | None, name: str) -> None:
        """Give days as a file; 404 where nothing is planned or promised."""
        if content is None:
            raise HTTPError(404)
        self.as_file("text/calendar", name)
        self.finish(content)

    async def post(self, language: str) -> None:
        raise HTTPError(405)


class CertificateHandler(Admitted):
    """``/course/sv/certificate``: the certificate to print and download, or what is left."""

    def get(self, language: str) -> None:
        self._show(language, Wanted())

    def post(self, language: str) -> None:
        """Give the sheet with what is wanted on it, which is not kept."""
        does = self.get_body_argument("do", "show")
        wanted = Wanted(
            holder=self.get_body_argument("holder", ""),
            timed=bool(self.get_body_argument("timed", "")),
            printing=does == "print",
        )
        if does != "page":
            self._show(language, wanted)
            return
        html = alone(self.served.session(language), wanted)
        if not html:
            raise HTTPError(404)
        self.as_file("text/html", f"{say('certificate.file', language)}.html")
        self.finish(html)

    def _show(self, language: str, wanted: Wanted) -> None:
        session, xsrf = self.served.session(language), self.xsrf_token.decode()
        self.show(self.served.pages.certificate(session, xsrf=xsrf, wanted=wanted))


class VerifyHandler(UploadHandler):
    """``/course/sv/verify``: where somebody sees whether a certificate is as it was written."""

    def get(self, language: str) -> None:
        self._show(language)

    async def post(self, language: str) -> None:
        await self.take_form()
        uploaded = self.request.files.get("file", [])
        if not uploaded:
            self._show(language, say("view.no-file", language))
            return
        _, news = verdict(uploaded[0]["body"], uploaded[0]["filename"], language)
        self._show(language, news)

    def _show(self, language: str, news: str = "") -> None:
        session, xsrf = self.served.session(language), self.xsrf_token.decode()
        self.show(self.served.pages.verify(session, xsrf=xsrf, news=news))


class PresentHandler(Admitted):
    """``/course/sv/present/06-across-boundaries``: a lesson's exercises, one to a big screen."""

    def get(self, language: str, lesson: str) -> None:
        try:
            self.show(self.served.pages.present(self.served.session(language), lesson))
        except CourseError as error:
            raise HTTPError(404) from error


class PreviewHandler(Admitted):
    """``/course/sv/preview``: the files that the server was started to preview, as a page."""

    async def get(self, language: str) -> None:
        preview = self.served.preview(language)
        if preview is None or not files(preview.given):
            raise HTTPError(404)
        now = changed(preview.given)  # before they are read: they may be saved again meanwhile
        shown = await asyncio.to_thread(previews.parts, preview)
        self.show(self.served.pages.preview(preview, preview.given.name, shown, now))


class ChangedHandler(Admitted):
    """``/course/changed``: when the files were changed, asked by the page that shows them."""

    def get(self) -> None:
        if self.served.previewed is None:
            raise HTTPError(404)
        self.set_header("Content-Type", "application/json")
        self.set_header("Cache-Control", "no-store")
        self.finish(json_encode({"changed": changed(self.served.previewed)}))


class NothingHereHandler(Admitted):
    """Any other address."""

    def get(self, *_: str) -> None:
        raise HTTPError(404)
