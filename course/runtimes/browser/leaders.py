"""What a folder has for those who lead the course: guide, hand-outs, exercises for a big screen.

The guide and what is handed out are pages to print; what is handed out is there as PDF too, which
copies alike from every browser. The guide as PDF ``course guide`` writes.
"""

import re
from hashlib import sha256
from pathlib import Path

from attrs import evolve
from markupsafe import escape

from course.content.course import Course
from course.pages.addresses import POLICY
from course.pages.render import Pages
from course.paths import LANGUAGES
from course.plain import Json
from course.session import Session
from course.studio.paper.blocks import Document
from course.studio.paper.guide import guide
from course.studio.paper.handouts import handouts, together
from course.studio.paper.lesson import Led
from course.studio.paper.written import Printer, html
from course.studio.source import sources
from course.words import say

PAGE = "leaders"
"""The name of the page that leads to all of it."""

PAPER = "guide"
PRESENTED = "present"
"""Folders below that of a language, of what is printed and of what is shown."""

_STYLE = re.compile("<style>(.*?)</style>", re.DOTALL)
_ALONE = POLICY.replace("font-src 'self'", "font-src data:")
"""The typefaces of what is printed stand in its style."""


def write(course: Course, session: Session, pages: Pages, to: Path) -> str:
    """Write all of it in the session's language into the folder ``to``; gives the page to it."""
    language = session.language
    lessons = []
    inside = Pages("../..", ending=".html", built=pages.built)
    with Printer.open() as printer:
        for source in sources(course):
            led = Led.of(source, language)
            presented = f"{PRESENTED}/{source.lesson}"
            _page(inside.present(session, source.lesson), to / f"{presented}.html")
            lessons.append(
                {
                    "title": course.outline(source.lesson, language).title,
                    "number": int(source.lesson.split("-", 1)[0]),
                    "presented": pages.neighbour(presented),
                    "papers": [
                        _paper(guide(led), pages, to),
                        *(_paper(one, pages, to, printer) for one in handouts(led)),
                    ],
                }
            )
        whole = _paper(together(course, language), pages, to, printer)
    return pages.leaders(session, lessons, [whole])


def is_beside(file: Path, folder: Path) -> bool:
    """Whether a file of a built folder belongs here: then who only learns goes without it."""
    first, *inside = file.relative_to(folder).parts
    is_page = first in LANGUAGES and (len(inside) > 1 or inside == [f"{PAGE}.html"])
    return is_page or first == PAPER


def _paper(document: Document, pages: Pages, to: Path, printer: Printer | None = None) -> Json:
    """Write what is printed, with a printer also as PDF; gives its names and addresses."""
    # Without the day, so that the same source gives the same bytes.
    dayless = evolve(document, foot=say("course", document.language))
    text = html(dayless)
    style = _STYLE.search(text)
    assert style
    # All have the same style, typefaces and all; as a file of its own it comes once.
    name = f"paper-{sha256(style[1].encode()).hexdigest()[:12]}.css"
    linked = (
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_ALONE)}">\n'
        f'<link rel="icon" href="../{pages.files}/pages/icon.svg" type="image/svg+xml">\n'
        f'<link rel="stylesheet" href="../../{PAPER}/{name}">'
    )
    _page(style[1], to.parent / PAPER / name)
    address = f"{PAPER}/{document.name}"
    _page(text.replace(style[0], linked), to / f"{address}.html")
    if printer:
        (to / f"{address}.pdf").write_bytes(printer.pdf(dayless))
    _, _, kind = document.over.partition(" · ")  # of lesson so-and-so the sheet, or the cards
    return {
        "title": document.title,
        "kind": kind,
        "address": pages.neighbour(address),
        "pdf": f"{address}.pdf" if printer else "",
    }


def _page(text: str, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text(text, encoding="utf-8", newline="\n")
