"""The learner's plan and certificate, as their pages tell them."""

from collections.abc import Callable

from course.plain import Json
from course.portfolio import plan as plans
from course.portfolio.certificate import Left
from course.session import Session
from course.words import dated, duration, interface, say


def planned(session: Session, page: Callable[[str], str] | None = None) -> Json:
    """The plan's sentences and its page; ``page`` tells where another page is, if there is one."""
    language, plan = session.language, session.one_page()
    words = interface(language, "plan")
    return {
        "p": words,
        "page": plan.as_json(),
        "rest": plans.html(plan.appendix, language, page),
        "from_course": from_course(session),
    }


def from_course(session: Session) -> str:
    """Which course something was taken along from, and on which day."""
    language, today = session.language, session.journal.now().astimezone().date()
    course = say("course", language)
    return say("plan.from-course", language, course=course, date=dated(today, language))


def left(now: Left, language: str) -> Json:
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
