"""A page of the documentation beside the schema that it tells of."""

import re
from collections.abc import Collection
from typing import Any

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
