"""The certificate as a sheet: in its page, and as a file of its own that has a code."""

from attrs import frozen

from course import __version__
from course.pages import filling
from course.plain import Json
from course.portfolio.certificate import Certificate
from course.portfolio.seal import LARGEST, PLACE, checked, code_in, sealed
from course.session import Session
from course.words import dated, duration, interface, say

LONGEST_NAME = 80
"""The characters that a name has room for on the sheet."""


def _name(given: str) -> str:
    """A name on one line, without what no sheet can show.

    >>> _name(" Karin\\n Lindqvist\\x00")
    'Karin Lindqvist'
    """
    shown = "".join(one if one.isprintable() else " " for one in given)
    return " ".join(shown.split())[:LONGEST_NAME].strip()


@frozen
class Wanted:
    """What a learner wants on the sheet; none of it is kept.

    Attributes:
        holder: the name; empty leaves a line to write on.
        timed: whether the time that was measured stands there.
        printing: whether the sheet is to be printed as soon as it is shown.
    """

    holder: str = ""
    timed: bool = False
    printing: bool = False


NOTHING = Wanted()


def told(now: Certificate, wanted: Wanted, language: str) -> Json:
    """What stands on the sheet, but for its code."""
    began, day = dated(now.began, language), dated(now.day, language)
    sentences = [
        *(say("certificate.test", language, needed=needed, of=of) for needed, of in now.tests),
        say("certificate.days", language, began=began, date=day),
        say("certificate.hours", language, time=duration(now.minutes, language)),
    ]
    if wanted.timed:
        sentences.append(say("certificate.measured", language, time=_measured(now, language)))
    sentences.append(say("certificate.version", language, version=__version__))
    return {
        "name": say("course", language),
        "subtitle": say("subtitle", language),
        "c": interface(language, "certificate"),
        "holder": _name(wanted.holder),
        "earned": sentences,
        "taken": now.lessons,
    }


def _measured(now: Certificate, language: str) -> str:
    """How long somebody was at it, as far as can be told; of no whole minute that is said."""
    if not now.measured:
        return say("certificate.below-a-minute", language)
    return say("certificate.at-least", language, time=duration(now.measured, language))


def alone(session: Session, wanted: Wanted = NOTHING) -> str:
    """The sheet as one file that needs nothing beside it, with its code; empty if not earned.

    The same sheet is the same file, whenever it is asked for.
    """
    now = session.certificate()
    if not isinstance(now, Certificate):
        return ""
    on_it = told(now, wanted, session.language)
    html = filling.alone(
        "certificate-alone.html", session.language, "certificate.css", place=PLACE, **on_it
    )
    return sealed(html)


def shown(session: Session, now: Certificate, wanted: Wanted) -> Json:
    """The sheet in its page: what stands on it, the code of its file, what else can be had."""
    language = session.language
    return {
        **told(now, wanted, language),
        "code": code_in(alone(session, wanted)),
        "wanted": wanted,
        "with_time": say("certificate.with-time", language, time=_measured(now, language)),
    }


def verdict(content: bytes, name: str, language: str) -> tuple[bool, str]:
    """Whether a file is a certificate as it was written, and that in a sentence."""
    found = checked(content[: LARGEST + 1])
    code = code_in(content.decode("utf-8", "replace")) if found == "unchanged" else ""
    return found == "unchanged", say(f"verify.{found}", language, name=name, code=code)
