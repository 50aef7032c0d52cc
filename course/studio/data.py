"""What is wrong with the files that all lessons stand on: works, terms, claims.

A fault here would show as a hundred others elsewhere, or keep the rest from being read at all.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from course.content.course import Course
from course.content.glossary import ROLE
from course.content.references import CITATION, OWN
from course.content.schema import not_one_of
from course.content.unreadable import read_or_fault
from course.faults import Fault
from course.marked import Marked
from course.paths import LANGUAGES
from course.studio.cast_faults import cast_faults
from course.studio.coverage import CLAIMS, VERDICTS
from course.studio.law_faults import REFERENCES, shape_faults
from course.studio.marks import case_faults, unknown_works
from course.studio.scene_faults import scene_faults
from course.studio.source import unreadable_sources

GLOSSARY = "data/glossary.yml"

# The CSL specification 1.0.2, appendices III (types) and IV (those variables that are used here).
_TYPES = """
article article-journal article-magazine article-newspaper bill book broadcast chapter classic
collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing
interview legal_case legislation manuscript map motion_picture musical_score pamphlet
paper-conference patent performance periodical personal_communication post post-weblog regulation
report review review-book software song speech standard thesis treaty webpage
"""
_FIELDS = """
type language author editor translator issued accessed title title-short container-title volume
issue page publisher publisher-place number edition collection-title DOI URL ISBN section
genre authority chapter-number
"""
_KNOWN = (*_FIELDS.split(), *OWN)
_DATE = re.compile(r"1[789]\d\d|20\d\d(-\d\d-\d\d)?")
_MARKS = "[]*_`<>"


def unusable(course: Course) -> list[Fault]:
    """What keeps lessons from being gone through or built: their data or they cannot be read."""
    return [*data_faults(course), *unreadable_sources(course)]


def data_faults(course: Course) -> list[Fault]:
    """What keeps the files from being used: they are no YAML, or of another shape."""
    return [
        *_shape(course, REFERENCES),
        *_shape(course, GLOSSARY),
        *_shape(course, CLAIMS),
        *shape_faults(course),
        *cast_faults(course),
        *scene_faults(course),
        *case_faults(course),
    ]


def entry_faults(course: Course) -> list[Fault]:
    """What is wrong with single works, terms and claims, in files whose shape is right."""
    return [
        *_each(course, REFERENCES, _work),
        *_each(course, GLOSSARY, _term),
        *unknown_works(course),
        *_same_names(course),
    ]


def _shape(course: Course, name: str) -> Iterator[Fault]:
    file = course.file(name)
    if not file.exists():
        if name == CLAIMS:  # the others may be left out
            yield Fault.at(1, "no-data-file", {}, name)
        return
    document = read_or_fault(file, name)
    if isinstance(document, Fault):
        yield document
        return
    entries = document.value
    if not isinstance(entries, dict) and not (entries is None and name != CLAIMS):
        yield Fault.at(1, "not-entries", {}, name)
        return
    for key, one in (entries or {}).items():
        yield from (fault.found(name, document) for fault in _entry_shape(name, key, one))


def _entry_shape(name: str, key: object, one: object) -> Iterator[Fault]:
    if not isinstance(one, dict):
        yield Fault((key,), "entry-no-rows", {"given": key})  # type: ignore[arg-type]
    elif name == CLAIMS:
        yield from _claim(key, one)
    elif name == REFERENCES:
        yield from _usable_work(key, one)


def _claim(number: Any, one: dict[str, Any]) -> Iterator[Fault]:
    if not isinstance(number, int):
        yield Fault((number,), "claim-number", {"given": number})
    for code in LANGUAGES:
        if not isinstance(one.get(code), str):
            yield Fault((number,), "missing-translation", _in(code))
    if one.get("verdict") not in VERDICTS:
        yield not_one_of((number, "verdict"), one.get("verdict") or "–", VERDICTS)


def _usable_work(key: Any, fields: dict[str, Any]) -> Iterator[Fault]:
    if not isinstance(key, str) or not CITATION.fullmatch(f"[@{key}]"):
        yield Fault((key,), "bad-id", {"given": key, "example": "hartley-2005"})
    if not isinstance(fields.get("title"), str):
        yield Fault((key,), "missing-key", {"missing": "title"})
    authors = fields.get("author", [])
    for n, author in enumerate(authors if isinstance(authors, list) else [authors]):
        shape = set(author) if isinstance(author, dict) else None
        shapes = ({"literal"}, {"literal", "english"}, {"family", "given"})
        if not isinstance(authors, list) or shape not in shapes:
            yield Fault((key, "author", n), "work-author")
    english = fields.get("english", {})
    if not isinstance(english, dict) or set(english) - {"title", "short"}:
        yield Fault((key, "english"), "work-no-english", {"given": key})
    note = fields.get("note")
    for code in LANGUAGES:
        if "note" in fields and not (isinstance(note, dict) and isinstance(note.get(code), str)):
            yield Fault((key, "note"), "missing-translation", _in(code))
    for name in ("issued", "accessed"):
        if name in fields and not _DATE.fullmatch(str(fields[name])):
            yield Fault((key, name), "work-date", {"given": fields[name]})


def _in(code: str) -> dict[str, object]:
    return {"language": f"say:in.{code}", "code": code}


# --- entries --------------------------------------------------------------------------------------


def _each(
    course: Course, name: str, faults: Callable[[str, dict[str, Any]], Iterator[Fault]]
) -> Iterator[Fault]:
    document = _document(course, name)
    for key, one in ((document.value if document else None) or {}).items():
        if document and isinstance(one, dict):
            yield from (fault.found(name, document) for fault in faults(key, one))


def _document(course: Course, name: str) -> Marked | None:
    file = course.file(name)
    document = read_or_fault(file, name) if file.exists() else None
    return document if isinstance(document, Marked) else None


def _work(key: str, fields: dict[str, Any]) -> Iterator[Fault]:
    """A work must be one that CSL knows and that can be found, and a statute must be checked."""
    if fields.get("type") not in _TYPES.split():
        values = {"given": fields.get("type", "–"), "known": "article-journal, book, report, …"}
        yield Fault((key, "type"), "not-one-of", values)
    for name in fields:
        if name not in _KNOWN:
            yield Fault((key, name), "unknown-key", {"given": name, "known": ", ".join(_KNOWN)})
    if not {"DOI", "URL", "publisher"} & set(fields):
        yield Fault((key,), "work-nowhere", {"given": key})
    if fields.get("type") == "legislation":
        if not fields.get("accessed") and not fields.get("note"):
            yield Fault((key,), "work-unchecked", {"given": key})
        if fields.get("language", "en") != "en" and not fields.get("english", {}).get("title"):
            yield Fault((key,), "work-no-english", {"given": key})


def _term(term: str, fields: dict[str, Any]) -> Iterator[Fault]:
    """A term's words go into a link and a sentence, so they must hold neither marks nor bits."""
    if not ROLE.fullmatch(f"{{term}}`ord <{term}>`"):
        yield Fault((term,), "bad-id", {"given": term, "example": "wide-bridge"})
    meanings = []
    for code in LANGUAGES:
        given = fields.get(code)
        words: dict[str, Any] = given if isinstance(given, dict) else {}
        for name in ("term", "meaning"):
            text = words.get(name)
            if isinstance(text, str) and set(text) & set(_MARKS):
                yield Fault((term, code, name), "term-marks", {"marks": " ".join(_MARKS)})
        meaning = words.get("meaning")
        if isinstance(meaning, str) and meaning.strip():
            meanings.append(meaning)
            begins = meaning[0].isupper() or not meaning[0].isalpha()
            if not begins or not meaning.endswith((".", "?")):
                yield Fault((term, code, "meaning"), "term-no-sentence", {"given": term})
    if len(meanings) > len(set(meanings)):
        yield Fault((term, "en"), "same-in-both")


def _same_names(course: Course) -> Iterator[Fault]:
    document = _document(course, GLOSSARY)
    for code in LANGUAGES:
        seen: dict[str, str] = {}
        for id, entry in course.glossary.items():
            name = entry.term.in_language(code)
            first = seen.setdefault(name.lower(), id)
            if first != id and document:
                fault = Fault((id, code), "term-same-name", {"name": name, "other": first})
                yield fault.found(GLOSSARY, document)
