"""What the server answers: the course's pages, and the few questions that they ask."""

import json
from functools import cached_property
from pathlib import Path
from secrets import token_urlsafe
from typing import Any

from attrs import define
from jinja2 import Environment, FileSystemLoader, select_autoescape
from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join
from tornado import web
from voila.tornado.handler import TornadoVoilaHandler

from course.errors import CourseError
from course.journal import Journal
from course.paths import LANGUAGES
from course.text import interface, say
from course.view import answers, plan, words

_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'nonce-{nonce}'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates"


@define
class Course:
    """What all pages share: the learner's journal, the language to begin in, the templates."""

    journal: Journal
    language: str
    templates: Environment

    @classmethod
    def opened(cls, language: str) -> "Course":
        """The course with the journal of this computer."""
        environment = Environment(
            loader=FileSystemLoader(TEMPLATES), autoescape=select_autoescape(default=True)
        )
        return cls(Journal(), language, environment)


class PageHandler(JupyterHandler):
    """A page of the course: its language, its surroundings, its errors in that language."""

    def initialize(self, course: Course) -> None:
        self.course = course

    @cached_property
    def nonce(self) -> str:
        """What a script in this very answer shows, so that the browser runs it."""
        return token_urlsafe(16)

    @property
    def content_security_policy(self) -> str:
        """Scripts are the course's own files and this very answer's; no other host is asked."""
        return _POLICY.format(nonce=self.nonce)

    def surroundings(self, language: str, lesson: str | None = None) -> dict[str, Any]:
        """What every page's template is given."""
        return {
            "course": plan.overview(self.course.journal, language, lesson),
            "t": interface(language, "view"),
            "name": say("course", language),
            "subtitle": say("subtitle", language),
            "base": url_path_join(self.base_url, "course"),
            "server": self.base_url,
            "nonce": self.nonce,
            # Asked for so that the page has the cookie that its own requests must show.
            "xsrf": self.xsrf_token.decode(),
        }

    def page(self, template: str, language: str, **values: Any) -> None:
        """Write a page that needs no kernel."""
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.finish(
            self.course.templates.get_template(template).render(
                **self.surroundings(language), **values
            )
        )

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """A sentence and the way back, in the language of the address."""
        parts = self.request.path.split("/")
        language = next((part for part in parts if part in LANGUAGES), self.language_used_last())
        key = "not-found" if status_code == 404 else "error"
        self.page("error.html", language, message=interface(language, "view")[key])

    def language_used_last(self) -> str:
        """The language that the learner read in last, or else the one that the course began in."""
        place = self.course.journal.place()
        return place.language if place else self.course.language

    def known(self, language: str, lesson: str) -> None:
        """Raise 404 for a lesson that the course does not have."""
        if not plan.is_lesson(lesson, language):
            raise web.HTTPError(404)


class StartHandler(PageHandler):
    """``/course/``: on to the course in the language that was used last."""

    @web.authenticated
    def get(self) -> None:
        self.redirect(url_path_join(self.base_url, "course", self.language_used_last()) + "/")


class HomeHandler(PageHandler):
    """``/course/sv/``: all lessons, and the way on."""

    @web.authenticated
    def get(self, language: str) -> None:
        self.page("home.html", language)


class GlossaryHandler(PageHandler):
    """``/course/sv/glossary``: every term of the course, what it means and where it stands."""

    @web.authenticated
    def get(self, language: str) -> None:
        self.page(
            "glossary.html",
            language,
            g=interface(language, "glossary"),
            letters=words.listed(language),
        )


class AnswersHandler(PageHandler):
    """``/course/sv/answers``: the learner's answers, to read, take along, bring back, delete."""

    @web.authenticated
    def get(self, language: str) -> None:
        if self.get_query_argument("download", ""):
            self.set_header("Content-Type", "application/x-ndjson")
            self.set_header("Content-Disposition", 'attachment; filename="course-answers.jsonl"')
            self.finish(self.course.journal.export())
            return
        self._show(language)

    @web.authenticated
    def post(self, language: str) -> None:
        if self.get_body_argument("delete", ""):
            self.course.journal.erase()
            self._show(language, say("view.deleted", language))
            return
        files = self.request.files.get("file", [])
        if not files:
            self._show(language, say("view.no-file", language))
            return
        try:
            imported = self.course.journal.import_from(files[0]["body"], name=files[0]["filename"])
        except CourseError as error:
            self._show(language, error.in_language(language))
            return
        self._show(language, say("view.imported", language, new=imported.new, known=imported.known))

    def _show(self, language: str, news: str = "") -> None:
        journal = self.course.journal
        self.page(
            "answers.html",
            language,
            lessons=answers.told(journal, language),
            news=news,
            file=str(journal.path),
        )


class LessonHandler(PageHandler, TornadoVoilaHandler):  # type: ignore[misc]
    """``/course/sv/06-across-boundaries``: a lesson, drawn by Voilà with the course's template."""

    def initialize(self, course: Course, **kwargs: Any) -> None:
        TornadoVoilaHandler.initialize(self, **kwargs)
        PageHandler.initialize(self, course)
        self.page_config_hook = self._page_config

    def _page_config(self, page_config: dict[str, Any], **_: Any) -> dict[str, Any]:
        return {**page_config, **self.surroundings(self.language, self.lesson)}

    @web.authenticated
    async def get(self, language: str, lesson: str) -> None:
        self.language, self.lesson = language, lesson
        self.known(language, lesson)
        await TornadoVoilaHandler.get(self, f"notebooks/{language}/{lesson}.ipynb")


class PlaceHandler(PageHandler):
    """Where the learner is reading, told by the page now and then."""

    @web.authenticated
    def post(self) -> None:
        place = json.loads(self.request.body)
        language, lesson = str(place.get("language")), str(place.get("lesson"))
        if language not in LANGUAGES:
            raise web.HTTPError(400)
        self.known(language, lesson)
        self.course.journal.record_place(lesson, str(place.get("cell"))[:64], language=language)
        self.set_status(204)


class StandingHandler(PageHandler):
    """What is done and how long is left, asked for after an answer."""

    @web.authenticated
    def get(self, language: str) -> None:
        self.finish(plan.told(self.course.journal, language))


class LeaveHandler(PageHandler):
    """The page is gone: its kernel may go too."""

    @web.authenticated
    async def post(self, kernel_id: str) -> None:
        if kernel_id in self.kernel_manager:
            await self.kernel_manager.shutdown_kernel(kernel_id, now=True)
        self.set_status(204)


class PageNotFoundHandler(PageHandler):
    """Any other address below ``/course/``."""

    @web.authenticated
    def get(self) -> None:
        raise web.HTTPError(404)
