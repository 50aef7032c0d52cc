"""The bibliography: who said it, when, and where it can be read.

The works are kept with the fields of CSL, so that reference managers can read them (``csl_json``),
but they are put in words here. citeproc-py 0.11 with ready-made styles was tried in both languages:
articles, books and reports came out right. A Swedish statute became "SoL, u.å." or "no date"; the
one style that knows such statutes left nothing of them in the text, and no day on which they were
checked in the list. No style marks the language of a title, which a screen reader needs, and lxml,
which it brings, would have to load in the browser.
"""

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from attrs import frozen

from course.marked import read
from course.words import say
from course.words.typesetting import typeset

CITATION = re.compile(r"\[@([a-z0-9-]+)(?:,\s*([^\]]+))?\]")
"""A citation in running text: ``[@march-1991]`` or ``[@osl-2009, 26 kap. 1 §]``."""


OWN = ("english", "note")
"""Fields of a work that are not CSL's, or not as CSL has them."""


@frozen
class Reference:
    """A work, with the fields that CSL gives it.

    Three are our own, for readers in two languages: ``english`` has the English ``title`` of a
    statute, and the ``short`` one where English text says it otherwise; an author's ``english`` is
    what a Swedish name means; ``note`` is told in the list, in ``sv`` and in ``en``.
    """

    key: str
    fields: dict[str, Any]

    @property
    def language(self) -> str:
        """The language that the work is written in."""
        return str(self.fields.get("language", "en"))

    @property
    def year(self) -> str:
        """When it was published, or an empty text for a statute, whose title has its number."""
        return str(self.fields.get("issued", ""))

    def author(self, language: str, *, short: bool) -> str:
        """The authors: family names for a citation, with given names for the list."""
        names = [_name(one, language, short=short) for one in self.fields.get("author", [])]
        if short and len(names) > 3:
            return say("and-others", language, first=names[0])
        return " & ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)

    def cited(self, language: str) -> str:
        """As it stands in running text: author and year, or the short title of a statute."""
        name = self._short(language) or self.author(language, short=True)
        name = name or self.fields["title"]
        return typeset(f"{name} {self.year}".strip() if not self.is_law else str(name))

    @property
    def link(self) -> str:
        """Where it can be read; an empty text for a book on paper."""
        doi = self.fields.get("DOI")
        return f"https://doi.org/{doi}" if doi else str(self.fields.get("URL", ""))

    def _short(self, language: str) -> str:
        """The short title; in English another one where there is one."""
        english = self.fields.get("english", {}).get("short") if language == "en" else None
        return str(english or self.fields.get("title-short", ""))

    @property
    def is_law(self) -> bool:
        """Whether it is an act, or another rule that the law's texts are read of."""
        return self.fields.get("type") == "legislation"

    def listed(self, language: str, wording: str = "") -> str:
        """As it stands in the list of sources, in Markdown: its title leads to it.

        Of a law, ``wording`` says which text of it was read; of another work the list says when it
        was looked up.
        """
        fields = self.fields
        who = self.author(language, short=False)
        head = f"{who} ({self.year})." if who and self.year else who and f"{who}."
        title = f"*{str(fields['title']).rstrip('.')}*"
        if self.link:
            title = f"[{title}](<{self.link}>)"
        if self.language != language:
            title = f'<span lang="{self.language}">{title}</span>'
        if language == "en" and "title" in fields.get("english", {}):
            title = f"{self._english_title()}: {title}"
        where = ", ".join(self._where())
        parts = [head, f"{title}.", f"{where}." if where else ""]
        if wording:
            parts.append(f"{wording[0].upper()}{wording[1:]}.")
        elif fields.get("accessed"):
            looked_up = "source-wording" if self.is_law else "source-checked"
            parts.append(say(looked_up, language, date=fields["accessed"]))
        parts.append(str(fields.get("note", {}).get(language, "")))
        return typeset(" ".join(part for part in parts if part))

    def _english_title(self) -> str:
        """A statute's English title, with the short form that the text has, if that says more."""
        short, title = self._short("en"), str(self.fields["english"]["title"])
        return title if not short or short in str(self.fields["title"]) else f"{title} ({short})"

    def _where(self) -> Iterable[str]:
        """The journal with volume and issue, the pages, the series, the publisher."""
        fields = self.fields
        volume = str(fields.get("volume", ""))
        issue = f"({fields['issue']})" if fields.get("issue") else ""
        publisher = fields.get("publisher", "")
        # Who has published a work of their own need not be named twice.
        own = publisher in [one.get("literal") for one in fields.get("author", [])]
        parts = (fields.get("container-title"), volume + issue, fields.get("page"))
        for part in (*parts, fields.get("number"), "" if own else publisher):
            if part:
                yield str(part)

    def as_csl(self) -> dict[str, Any]:
        """The work as an item of CSL-JSON.

        >>> Reference("sol", {"type": "legislation", "accessed": "2025-09-01"}).as_csl()["accessed"]
        {'date-parts': [[2025, 9, 1]]}
        """
        dates: dict[str, Any] = {
            name: {"date-parts": [[int(part) for part in str(self.fields[name]).split("-")]]}
            for name in ("issued", "accessed")
            if name in self.fields
        }
        note = {"note": self.fields["note"]["en"]} if "note" in self.fields else {}
        authors = [
            {name: part for name, part in one.items() if name != "english"}
            for one in self.fields.get("author", [])
        ]
        return {
            "id": self.key,
            **{name: value for name, value in self.fields.items() if name not in OWN},
            **({"author": authors} if authors else {}),
            **dates,
            **note,
        }


def _name(author: dict[str, str], language: str, *, short: bool) -> str:
    """An author's name; a Swedish one of several words is explained in an English list."""
    if "literal" not in author:
        return author["family"] if short else f"{author['family']}, {author['given']}"
    meaning = author.get("english") if language == "en" and not short else None
    return f"{author['literal']} [{meaning}]" if meaning else author["literal"]


def csl_json(works: Iterable[Reference]) -> str:
    """Works as a CSL-JSON file, one on each line, for Zotero and other reference managers."""
    lines = (json.dumps(work.as_csl(), ensure_ascii=False) for work in works)
    return "[\n" + ",\n".join(lines) + "\n]\n"


@lru_cache(maxsize=16)
def read_references(file: Path, _changed: int) -> dict[str, Reference]:
    """All works of the bibliography by key."""
    return {key: Reference(key, fields) for key, fields in (read(file).value or {}).items()}
