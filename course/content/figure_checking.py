"""All faults of a figure file at once, each with its line, what is wrong and what to write.

As for exercises: first the schema of its kind; then what no schema can say.
"""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from course.content.schema import of_figures, schema_faults, word_faults
from course.content.slips import hidden_slips
from course.content.unreadable import read_or_fault
from course.faults import Fault
from course.figures import KINDS
from course.marked import Marked

_ID = re.compile(r"[a-z][a-z0-9-]*")


def faults_in_figure(path: Path, references: Collection[str]) -> list[Fault]:
    """Every fault of one figure file, in the order of its lines.

    ``references`` are the keys of the bibliography that its sources are looked up in.
    """
    name = "/".join(path.parts[-3:])
    document = read_or_fault(path, name)
    if isinstance(document, Fault):
        return [document]
    hidden = hidden_slips(path.read_text(encoding="utf-8"))
    faults = _faults(document, path.stem, references)
    found = [
        *(fault.in_file(name) for fault in hidden),
        *(fault.found(name, document) for fault in faults),
    ]
    return sorted(found, key=lambda one: one.line)


def _faults(document: Marked, stem: str, references: Collection[str]) -> Iterator[Fault]:
    definition = document.value
    if not isinstance(definition, dict):
        yield Fault((), "not-a-figure")
        return
    kind = definition.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        given = kind if isinstance(kind, str) and kind else "–"
        values = {"given": given, "known": ", ".join(KINDS)}
        yield Fault(("kind",), "unknown-figure-kind", values)
        return
    if not _ID.fullmatch(stem):
        yield Fault((), "bad-id", {"given": stem, "example": "who-came"})
    of_schema = list(schema_faults(definition, of_figures(KINDS[kind].folder / "schema.json")))
    yield from of_schema
    yield from word_faults(definition, ())
    if not of_schema:
        yield from _source_faults(definition["sources"], references)
        yield from KINDS[kind].faults(definition)


def _source_faults(sources: list[str], references: Collection[str]) -> Iterator[Fault]:
    for n, key in enumerate(sources):
        if key not in references:
            yield Fault(("sources", n), "missing-source", {"key": key})
