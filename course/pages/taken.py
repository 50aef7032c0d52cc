"""What a learner takes along of the answers: to be read, and to be brought back."""

from course.journal.archive import packed
from course.journal.files import FILE_NAME
from course.pages import filling
from course.pages.mine import from_course
from course.session import Session
from course.session.answers import summary
from course.words import interface, say


def alone(session: Session) -> str:
    """All answers as one file that needs nothing beside it, to be read anywhere."""
    language = session.language
    lessons = session.answers()
    return filling.alone(
        "answers-alone.html",
        language,
        t=interface(language, "view"),
        from_course=from_course(session),
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
