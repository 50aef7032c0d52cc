"""The bibliography: who said it, when, and where it can be read."""

import re
from functools import cache
from pathlib import Path
from typing import Any

from attrs import frozen

from course.material.marked import read
from course.paths import DATA
from course.text import say

FILE = DATA / "references.yml"

CITATION = re.compile(r"\[@([a-z0-9-]+)(?:,\s*([^\]]+))?\]")
"""A citation in running text: ``[@march-1991]`` or ``[@osl-2009, 26 kap. 1 §]``."""


@frozen
class Reference:
    """A work, with the fields that CSL gives it."""

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
        names = [
            one.get("literal") or (one["family"] if short else f"{one['family']}, {one['given']}")
            for one in self.fields.get("author", [])
        ]
        if short and len(names) > 3:
            return say("and-others", language, first=names[0])
        return " & ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)

    def cited(self, language: str) -> str:
        """As it stands in running text: author and year, or the short title of a statute."""
        name = self.fields.get("title-short") or self.author(language, short=True)
        name = name or self.fields["title"]
        return f"{name} {self.year}".strip() if not self._is_law else str(name)

    @property
    def _is_law(self) -> bool:
        return self.fields.get("type") == "legislation"

    def listed(self, language: str) -> str:
        """As it stands in the list of sources, in Markdown."""
        fields = self.fields
        who = self.author(language, short=False)
        head = f"{who} ({self.year})." if who and self.year else who and f"{who}."
        title = f"*{str(fields['title']).rstrip('.')}*"
        if self.language != language:
            title = f'<span lang="{self.language}">{title}</span>'
        where = ", ".join(
            str(fields[name])
            for name in ("container-title", "volume", "page", "publisher")
            if fields.get(name)
        )
        link = f"https://doi.org/{fields['DOI']}" if fields.get("DOI") else fields.get("URL", "")
        parts = [head, f"{title}.", f"{where}." if where else "", f"<{link}>" if link else ""]
        if fields.get("accessed"):
            parts.append(say("source-checked", language, date=fields["accessed"]))
        return " ".join(part for part in parts if part)


@cache
def references(file: Path = FILE) -> dict[str, Reference]:
    """All works of the bibliography by key."""
    return {key: Reference(key, fields) for key, fields in (read(file).value or {}).items()}
