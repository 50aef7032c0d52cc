"""The glossary: the course's terms in both languages, and how a lesson's text names them."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from attrs import frozen

from course.content.filled import EMPTY, Filling
from course.marked import read
from course.paths import LANGUAGES
from course.words.bilingual import Text

ROLE = re.compile(r"\{term\}`(?P<words>[^`<\s][^`<]*?)\s*<(?P<term>[a-z0-9-]+)>`")
"""A term in running text, as MyST writes it: ``{term}`the words shown <silo>` ``."""

MOST_LETTERS = 300
"""The longest that a meaning may be."""


@frozen
class Entry:
    """A term, what it means, and the keys of the works that say so."""

    id: str
    term: Text
    meaning: Text
    sources: tuple[str, ...] = ()


@lru_cache(maxsize=16)
def read_glossary(file: Path, _changed: int, filling: Filling = EMPTY) -> dict[str, Entry]:
    """All entries by id. One that lacks something is left out; ``course check`` says what."""
    entries = read(file).value or {}
    return {
        id: _entry(id, fields, filling) for id, fields in entries.items() if not any(lacks(fields))
    }


def _entry(id: str, fields: dict[str, Any], filling: Filling) -> Entry:
    term, meaning = (
        {code: filling.said(fields[code][key], code) for code in LANGUAGES}
        for key in ("term", "meaning")
    )
    return Entry(id, Text(**term), Text(**meaning), tuple(fields.get("sources") or ()))


def lacks(fields: Any) -> Iterator[str]:
    """What an entry must have and has not.

    >>> list(lacks({"sv": {"term": "kontakt", "meaning": ""}, "en": {"term": "tie"}}))
    ['sv: meaning:', 'en: meaning:']
    """
    for code in LANGUAGES:
        words = fields.get(code) if isinstance(fields, dict) else None
        for key in ("term", "meaning"):
            text = words.get(key) if isinstance(words, dict) else None
            if not isinstance(text, str) or not text.strip():
                yield f"{code}: {key}:"
