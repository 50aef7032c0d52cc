"""The glossary in the course view: its page, and the terms in a lesson's text."""

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import Any
from urllib.parse import quote

from course.material.course import ours
from course.material.exercise import Json
from course.material.glossary import Entry
from course.text import alphabetical, other
from course.view import plan

_LINK = re.compile(r"\[([^\]]+)\]\(#term-([a-z0-9-]+)\)")


def linked(handler: Any, notebook: Any, **_: Any) -> Any:
    """Voilà's hook before a lesson is drawn: its terms lead to the glossary's page.

    There they lead without JavaScript; with it, ``words.js`` makes a button of each.
    """
    page = f"{handler.surroundings(handler.language)['base']}/{handler.language}/glossary"
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = _LINK.sub(
                lambda term: (
                    f'<a class="term" id="{use(term[2])}" href="{quote(page)}#{term[2]}">'
                    f"{escape(term[1], quote=False)}</a>"
                ),
                cell.source,
            )
    return notebook


def use(term: str) -> str:
    """The id of the place in a lesson where a term stands; it stands there once."""
    return f"use-{term}"


def listed(language: str) -> list[Json]:
    """The glossary in the order of the language, a group for each letter that it has."""
    uses = _uses(language)
    terms = ours().glossary.values()
    entries = [_told(entry, language, uses.get(entry.id, [])) for entry in terms]
    entries.sort(key=lambda entry: alphabetical(entry["term"]))
    return [
        {"letter": letter, "entries": list(group)}
        for letter, group in groupby(entries, lambda entry: entry["term"][0].upper())
    ]


def _told(entry: Entry, language: str, uses: list[Json]) -> Json:
    foreign = other(language)
    known = ours().references
    works = [known[key] for key in entry.sources if key in known]
    return {
        "id": entry.id,
        "term": entry.term.in_language(language),
        "meaning": entry.meaning.in_language(language),
        "foreign": {"term": entry.term.in_language(foreign), "language": foreign},
        "uses": uses,
        "sources": [{"text": work.cited(language), "link": work.link} for work in works],
    }


def _uses(language: str) -> dict[str, list[Json]]:
    """Where each term stands: the lesson, the heading above it, and the address."""
    uses: dict[str, list[Json]] = {}
    for term, place in _places(language):
        uses.setdefault(term, []).append(place)
    return uses


def _places(language: str) -> Iterator[tuple[str, Json]]:
    for entry in plan.entries(language):
        for term in entry.terms:
            place = f"{entry.id}#{use(term['id'])}"
            about = {"number": int(entry.number), "title": entry.title, "heading": term["heading"]}
            yield term["id"], {"address": place, **about}
