"""What a learner takes along of the answers: to be read, and to be brought back."""

from course.journal.archive import packed
from course.journal.files import FILE_NAME
from course.pages.files import STATIC
from course.pages.filling import filled
from course.session import Session
from course.session.answers import summary
from course.widgets import STATIC as WIDGETS
from course.words import dated, interface, say


def alone(session: Session) -> str:
    """All answers as one file that needs nothing beside it, to be read anywhere."""
    language = session.language
    styles = (WIDGETS / "tokens.css", STATIC / "portfolio.css")
    lessons = session.answers()
    day = dated(session.journal.now().astimezone().date(), language)
    return filled(
        "answers-alone.html",
        language=language,
        name=say("course", language),
        t=interface(language, "view"),
        style="\n".join(file.read_text(encoding="utf-8") for file in styles),
        from_course=say("plan.from-course", language, course=say("course", language), date=day),
        how=say("answers.how", language, file=FILE_NAME),
        lessons=lessons,
        summary=summary(lessons, language),
    )


def archive(session: Session) -> bytes:
    """The journal, and a page to read, as one zip file."""
    files = {
        FILE_NAME: session.export(),
        f"{say('answers.file', session.language)}.html": alone(session).encode(),
    }
    return packed(files, session.journal.now().astimezone())
