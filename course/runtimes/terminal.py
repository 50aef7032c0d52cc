"""``python3 -m course journal``: what is kept of the learner, shown and taken along in a terminal.

It says what *My answers* says, for whoever has no browser at hand or wants a copy made by a clock.
"""

import unicodedata
from collections.abc import Callable
from pathlib import Path
from textwrap import indent

from course.content.course import ours
from course.errors import CourseError
from course.journal import Journal, cause
from course.journal.writing import replace
from course.pages.taken import archive
from course.session import Session
from course.start.sentences import Problem
from course.words import say

ACTIONS = ("show", "export", "import", "delete")
"""What can be done with it; the first where nothing is said."""

_ENDINGS = (".zip", ".jsonl")


def main(
    action: str,
    file: Path | None,
    language: str,
    ask: Callable[[str], str] = input,
) -> int:
    """Do one of ``ACTIONS`` with the learner's journal and return the exit code.

    Raises Problem, in the learner's language, where that cannot be done; nothing has changed then.
    """
    journal = Journal()
    session = Session(ours(), journal, language)
    if action in ("export", "import"):
        if file is None:
            raise Problem(say(f"journal.{action}-which", language))
        return _export(session, file) if action == "export" else _import(session, file)
    if file is not None:
        raise Problem(say("journal.no-file-here", language, file=file))
    return _delete(session, ask) if action == "delete" else _show(session)


def _show(session: Session) -> int:
    """Print every answer, lesson by lesson, and where they lie."""
    journal, language = session.journal, session.language
    print(say("journal.where", language, file=journal.path))
    if journal.set_aside:
        print(say("view.set-aside", language, n=len(journal.set_aside)))
    lessons = session.answers()
    for lesson in lessons:
        print(f"\n{lesson['title']}\n{'-' * len(lesson['title'])}")
        for one in lesson["answers"]:
            times = f" · {one['times']}" if one["times"] else ""
            print(f"\n{one['exercise']} ({one['date']}{times})")
            if one["first"]:
                print(indent(say("view.first-answer", language), "    "))
                print(indent(harmless(one["first"]), "      "))
                print(indent(say("view.latest-answer", language), "    "))
            print(indent(harmless(one["words"]), "      " if one["first"] else "    "))
    if not lessons:
        print(say("view.no-answers", language))
    return 0


def harmless(text: str) -> str:
    """A text without the signs that a terminal obeys: a file that came from elsewhere may have any.

    >>> harmless("a\\x1b]0;b\\nc")
    'a�]0;b\\nc'
    """
    return "".join(
        "�" if unicodedata.category(one) == "Cc" and one != "\n" else one for one in text
    )


def _export(session: Session, file: Path) -> int:
    """Write a file to take along: beside an older one, which it replaces when it is whole."""
    language = session.language
    if file.suffix not in _ENDINGS:
        raise Problem(say("journal.ending", language, file=file))
    events = len(session.journal.events())
    try:
        if file.suffix == ".zip":
            replace(file.resolve(), archive(session))
        else:
            session.journal.export_to(file)
    except ValueError as fault:
        raise Problem(say("journal.onto-itself", language, file=file)) from fault
    except OSError as fault:
        why = say(f"journal.why-{cause(fault)}", language)
        raise Problem(say("journal.not-exported", language, file=file, why=why)) from fault
    print(say("journal.exported", language, file=file, n=events))
    return 0


def _import(session: Session, file: Path) -> int:
    """Add what a file has and is not known, and say how much that was."""
    language = session.language
    try:
        brought = session.journal.import_from(file)
    except CourseError as fault:
        raise Problem(fault.in_language(language)) from fault
    except OSError as fault:
        raise Problem(say("journal.not-read", language, file=file)) from fault
    _see_that_it_is_kept(session)
    print(say("view.imported", language, new=brought.new, known=brought.known))
    return 0


def _see_that_it_is_kept(session: Session) -> None:
    """Raise Problem where what was taken in is in memory alone, which ends with this command."""
    if not session.journal.kept:
        why = say(f"journal.why-{cause(session.journal.why)}", session.language)
        raise Problem(say("journal.not-kept", session.language, why=why))


def _delete(session: Session, ask: Callable[[str], str]) -> int:
    """Delete everything, where the learner says so in a word; the exit code is 1 where not."""
    language, journal = session.language, session.journal
    print(say("journal.where", language, file=journal.path))
    print(say("view.delete-warning", language))
    try:
        answer = ask(say("journal.sure", language) + " ")
    except EOFError:  # nobody is there to be asked
        answer = ""
    if answer.strip().casefold() != say("journal.yes", language):
        print(say("journal.nothing-deleted", language))
        return 1
    try:
        session.erase()
    except OSError as fault:
        why = say(f"journal.why-{cause(fault)}", language)
        raise Problem(say("journal.not-deleted", language, why=why)) from fault
    print(say("view.deleted", language))
    return 0
