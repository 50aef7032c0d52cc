"""A page of the documentation beside what it tells of: a schema, or another program's settings."""

import re
from collections.abc import Collection
from typing import Any

from course.paths import ROOT

PAGES = ROOT / "docs"

Fields = list[tuple[str, str]]
"""Fields by their names, with the way to each, and whether it is needed."""


def table(page: str) -> Fields:
    """The rows of a page's table of fields."""
    rows = re.findall(r"^\| (`[^|]*`) \|[^|]*\| (yes|no) \|$", page, re.MULTILINE)
    return [(field.replace("`", ""), needed) for field, needed in rows]


def fields_of(
    definition: dict[str, Any], definitions: dict[str, Any], words: Collection[str], at: str = ""
) -> Fields:
    """Every property of a part of a schema, with those inside it; texts (``words``) have none."""
    found = []
    for name, one in definition.get("properties", {}).items():
        found.append((at + name, "yes" if name in definition.get("required", ()) else "no"))
        inner = one.get("items", one)
        target = inner.get("$ref", "").removeprefix("#/$defs/")
        if target not in words:
            part = definitions[target] if target else inner
            found += fields_of(part, definitions, words, f"{at}{name} › ")
    return found


def written(page: str, language: str) -> str:
    """The one example in a language that a page of ``docs`` has, such as ``nginx``."""
    text = (PAGES / page).read_text(encoding="utf-8")
    (example,) = re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return str(example)
