"""All faults of a figure file at once, each with its line, what is wrong and what to write.

As for exercises: first the schema, ``figure.schema.json``; then what no schema can say.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from course.content.checking import Located
from course.content.figure import KINDS
from course.content.schema import of_figures, schema_faults, word_faults
from course.faults import Fault
from course.marked import Marked, NotYAMLError, Place, read
from course.paths import LANGUAGES

SCHEMA = Path(__file__).with_name("figure.schema.json")

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
    of_schema = list(schema_faults(definition, of_figures(SCHEMA, kind)))
    yield from of_schema
    yield from word_faults(definition, ())
    if not of_schema:
        yield from _source_faults(definition["sources"], references)
        yield from _RULES[kind](definition)


def _source_faults(sources: list[str], references: Collection[str]) -> Iterator[Fault]:
    for n, key in enumerate(sources):
        if key not in references:
            yield Fault(("sources", n), "missing-source", {"key": key})


def _alike(texts: Iterable[tuple[Place, dict[str, str]]]) -> Iterator[Fault]:
    """Labels with the same words: nobody could tell which is which."""
    seen: set[tuple[str, str]] = set()
    for place, text in texts:
        for language in LANGUAGES:
            words = (language, " ".join(text[language].split()).casefold())
            if words in seen:
                yield Fault((*place, language), "same-label", {"label": text[language]})
                break
            seen.add(words)


def _bars(definition: dict[str, Any]) -> Iterator[Fault]:
    rows, highest = definition["rows"], definition.get("highest")
    yield from _alike((("rows", n, "label"), row["label"]) for n, row in enumerate(rows))
    for n, row in enumerate(rows):
        if highest is not None and row["value"] > highest:
            values = {"given": row["value"], "limit": f"≤ {highest} (highest)"}
            yield Fault(("rows", n, "value"), "out-of-bounds", values)


def _lines(definition: dict[str, Any]) -> Iterator[Fault]:
    series = definition["series"]
    yield from _alike((("series", n, "label"), one["label"]) for n, one in enumerate(series))
    for n, one in enumerate(series):
        for at, (before, after) in enumerate(pairwise(one["points"]), start=1):
            if after[0] <= before[0]:
                values = {"given": after[0], "before": before[0]}
                yield Fault(("series", n, "points", at), "points-not-in-order", values)


def _steps(definition: dict[str, Any]) -> Iterator[Fault]:
    steps, loop = definition["steps"], definition.get("loop")
    yield from _alike((("steps", n, "text"), one["text"]) for n, one in enumerate(steps))
    if loop is None:
        return
    missing = [end for end in ("from", "to") if loop[end] > len(steps)]
    for end in missing:
        yield Fault(("loop", end), "no-such-step", {"given": loop[end], "last": len(steps)})
    if not missing and loop["to"] >= loop["from"]:
        yield Fault(("loop", "to"), "loop-not-back", {"start": loop["from"]})


def _quadrants(definition: dict[str, Any]) -> Iterator[Fault]:
    yield from _alike((("cells", name), text) for name, text in definition["cells"].items())


def _timeline(definition: dict[str, Any]) -> Iterator[Fault]:
    events = definition["events"]
    yield from _alike((("events", n, "text"), one["text"]) for n, one in enumerate(events))
    for n, (before, after) in enumerate(pairwise(events), start=1):
        if after["year"] < before["year"]:
            values = {"given": after["year"], "before": before["year"]}
            yield Fault(("events", n, "year"), "years-not-in-order", values)


_RULES = {
    "bars": _bars,
    "lines": _lines,
    "steps": _steps,
    "quadrants": _quadrants,
    "timeline": _timeline,
}
"""What no schema can say, kind by kind."""
