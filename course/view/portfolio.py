"""What the learner takes along, as pages: the plan and the certificate."""

from datetime import date
from typing import Any

from tornado import web

from course.material.course import ours
from course.portfolio import certificate as certificates
from course.portfolio import plan as plans
from course.portfolio.certificate import Certificate, Left
from course.text import dated, duration, interface, say
from course.view.handlers import HERE, PageHandler
from course.widgets import STATIC

STYLES = (STATIC / "tokens.css", HERE / "static" / "portfolio.css")
"""The colours and the style of what is taken along; they go into the downloaded file."""


class PlanHandler(PageHandler):
    """``/course/sv/plan``: what the learner has chosen and written, to read, print and download."""

    @web.authenticated
    def get(self, language: str) -> None:
        collected = plans.collected(self.course.journal, ours(), language)
        wanted = self.get_query_argument("download", "")
        if wanted == "text":
            self._as_file("text/plain", "txt", language)
            self.finish(plans.plain(collected, language))
            return
        values = {
            "p": interface(language, "plan"),
            "sections": plans.html(collected, language, links=not wanted),
            "empty": collected.is_empty,
            "from_course": say(
                "plan.from-course",
                language,
                course=say("course", language),
                date=dated(date.today(), language),
            ),
        }
        if wanted == "page":
            self._as_file("text/html", "html", language)
            style = "\n".join(file.read_text(encoding="utf-8") for file in STYLES)
            template = self.course.templates.get_template("plan-alone.html")
            name = say("course", language)
            self.finish(template.render(language=language, name=name, style=style, **values))
            return
        self.page("plan.html", language, **values)

    def _as_file(self, kind: str, ending: str, language: str) -> None:
        name = f"{say('plan.file', language)}.{ending}"
        self.set_header("Content-Type", f"{kind}; charset=utf-8")
        self.set_header("Content-Disposition", f'attachment; filename="{name}"')


class CertificateHandler(PageHandler):
    """``/course/sv/certificate``: the certificate to print, or what is left before it."""

    @web.authenticated
    def get(self, language: str) -> None:
        now = certificates.certificate(self.course.journal, ours(), language)
        told = _earned(now, language) if isinstance(now, Certificate) else _left(now, language)
        self.page("certificate.html", language, c=interface(language, "certificate"), **told)


def _earned(now: Certificate, language: str) -> dict[str, Any]:
    """The certificate's sentences, and the lessons."""
    return {
        "earned": [
            *(say("certificate.test", language, needed=needed, of=of) for needed, of in now.tests),
            say("certificate.hours", language, time=duration(now.minutes, language)),
            say("certificate.day", language, date=dated(now.day, language)),
        ],
        "lessons": now.lessons,
    }


def _left(now: Left, language: str) -> dict[str, Any]:
    """What is left, in words: minutes and exercises for a lesson, the goal of a test."""
    return {
        "left_lessons": [
            {
                "id": one.id,
                "title": one.title,
                "time": say("view.left", language, time=duration(one.minutes, language)),
                "exercises": one.exercises,
            }
            for one in now.lessons
        ],
        "left_tests": [
            {
                "lesson": one.lesson,
                "title": one.title,
                "told": " ".join(
                    [
                        say("certificate.goal", language, needed=one.needed, of=one.of),
                        *([say("certificate.best", language, best=one.best)] if one.best else []),
                    ]
                ),
            }
            for one in now.tests
        ],
    }
