"""All faults of a figure file at once, each with its line, what is wrong and what to write.

As for exercises: first the schema of its kind; then what no schema can say.
"""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from course.content.checking import Located
from course.content.schema import of_figures, schema_faults, word_faults
from course.faults import Fault
from course.figures import KINDS
from course.marked import Marked, NotYAMLError, read

_ID = re.compile(r"[a-z][a-z0-9-]*")


def faults_in_figure(path: Path, references: Collection[str]) -> list[Located]:
    """Every fault of one figure file, in the order of its lines.

    ``references`` are the keys of the bibliography that its sources are looked up in.
    """
    name = "/".join(path.parts[-3:])
    try:
        document = read(path)
    except NotYAMLError as error:
        return [Located(name, error.line, Fault((), "not-yaml", {"why": error.why}))]
    except UnicodeDecodeError:
        return [Located(name, 1, Fault((), "not-utf8"))]
    faults = _faults(document, path.stem, references)
    found = [Located(name, document.line(fault.place), fault) for fault in faults]
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
