"""The glossary as a page shows it: each term, what it means, and where it stands in the lessons."""

from collections.abc import Iterator
from itertools import groupby

from course.content.course import Course
from course.content.glossary import Entry
from course.plain import Json
from course.words import alphabetical, other


def use(term: str) -> str:
    """The id of the place in a lesson where a term stands; it stands there once."""
    return f"use-{term}"


def listed(course: Course, language: str) -> list[Json]:
    """The glossary in the order of the language, a group for each letter that it has."""
    uses = _uses(course, language)
    entries = [
        _told(course, entry, language, uses.get(entry.id, [])) for entry in course.glossary.values()
    ]
    entries.sort(key=lambda entry: alphabetical(entry["term"]))
    return [
        {"letter": letter, "entries": list(group)}
        for letter, group in groupby(entries, lambda entry: entry["term"][0].upper())
    ]


def _told(course: Course, entry: Entry, language: str, uses: list[Json]) -> Json:
    foreign = other(language)
    known = course.references
    works = [known[key] for key in entry.sources if key in known]
    return {
        "id": entry.id,
        "term": entry.term.in_language(language),
        "meaning": entry.meaning.in_language(language),
        "foreign": {"term": entry.term.in_language(foreign), "language": foreign},
        "uses": uses,
        "sources": [{"text": work.cited(language), "link": work.link} for work in works],
    }


def _uses(course: Course, language: str) -> dict[str, list[Json]]:
    """Where each term stands: the lesson, the heading above it, and the address."""
    uses: dict[str, list[Json]] = {}
    for term, place in _places(course, language):
        uses.setdefault(term, []).append(place)
    return uses


def _places(course: Course, language: str) -> Iterator[tuple[str, Json]]:
    for entry in course.outlines(language):
        for term in entry.terms:
            place = f"{entry.id}#{use(term['id'])}"
            about = {"number": int(entry.number), "title": entry.title, "heading": term["heading"]}
            yield term["id"], {"address": place, **about}
