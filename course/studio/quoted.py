"""Numbers that texts quote, held to where they come from.

``data/quoted.yml`` says of each file which sentences quote a number: the words around it, with
``#`` where it stands, and its origin (`course.studio.origins`). The number itself stands in the
text alone, in digits or in words, and is read there.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from course.content.course import Course
from course.content.unreadable import read_or_fault
from course.faults import Fault
from course.marked import Marked, read
from course.paths import LANGUAGES
from course.studio.kept import Kept, Told, code, content_of, fingerprint_of, told
from course.studio.shape import shape_faults
from course.studio.side_by_side import SideBySide
from course.studio.texts import Said, said_in
from course.studio.ways import where_said
from course.words.counted import numbers as number_words

QUOTED = "data/quoted.yml"

_DIGITS = {
    "sv": r"[-−+]?\d{1,3}(?:[ \u00a0\u202f]\d{3})+|[-−+]?\d+(?:,\d+)?",
    "en": r"[-−+]?\d{1,3}(?:,\d{3})+|[-−+]?\d+(?:\.\d+)?",
}


def of_quoted(course: Course, kept: Kept, both: SideBySide) -> Callable[[], list[Told]]:
    """Every fault, once the result is called. The data of the course can be used.

    A file that a folder laid over the course has in another's place says what it says.
    """
    file = course.file(QUOTED)
    if not file.is_file():
        return list
    listed = kept.get("quoted", fingerprint_of(code(), content_of([file])), lambda: _listed(file))
    asked = []
    for name, (entries, lines) in listed["of"].items():
        of = content_of(_stands_on(course, name, entries))
        seen = fingerprint_of(code(), entries, lines, of)
        asked.append((f"quoted in {name}", seen, partial(_of_file, course, name, file)))
    of_files = kept.each(asked, both)
    return lambda: [*listed["told"], *(one for part in of_files() for one in part)]


def _listed(file: Path) -> dict[str, Any]:
    """What is wrong with the list itself, or each file's entries in it and their lines."""
    document = read_or_fault(file, QUOTED)
    shape = shape_faults(document, QUOTED, "quoted.schema.json", ())
    if shape or not isinstance(document, Marked):
        return {"told": told(shape), "of": {}}
    lines: dict[Any, list[int]] = {name: [] for name in document.value}
    for place, line in document.lines.items():
        if place:
            lines[place[0]].append(line)
    return {
        "told": [],
        "of": {name: (entries, lines[name]) for name, entries in document.value.items()},
    }


def _stands_on(course: Course, name: str, entries: Iterable[dict[str, Any]]) -> list[Path]:
    """The files that what is quoted in one depends on, besides the code."""
    towns = (f"data/municipality/{one}.csv" for one in ("people", "ties", "units"))
    names = {name, "data/cast.yml", *towns}
    for entry in entries:
        for asked in map(str, entry["of"][1:]):
            names |= {asked, f"notebooks/en/{asked}.ipynb"}
            names |= {f"exercises/{asked}/{other}.yml" for other in map(str, entry["of"][2:])}
    return sorted(file for file in map(course.file, names) if file.is_file())


def _of_file(course: Course, name: str, quoted: Path) -> list[Told]:
    file, document = course.file(name), read(quoted)
    if not file.is_file():
        return told([Fault((name,), "quoted-no-file", {"given": name}).found(QUOTED, document)])
    if not file.is_relative_to(course.folders[0]):
        return []
    said = said_in(course, file)
    entries = enumerate(document.value[name])
    return told(
        one for n, entry in entries for one in _entry(course, said, document, (name, n), entry)
    )


def _entry(
    course: Course,
    said: Iterable[Said],
    document: Marked,
    place: tuple[str, int],
    entry: dict[str, Any],
) -> Iterator[Fault]:
    """What is wrong with one entry, or with the numbers that it is about."""
    try:
        right = _origin(course, entry)
        if "at" in entry:
            yield from _value_faults(course, place[0], entry, right)
        elif "is" in entry:
            if right != [float(one) for one in entry["is"]]:
                values = {"given": _shown(entry["is"]), "right": _shown(right)}
                yield Fault((*place, "is"), "quoted-is", values).found(QUOTED, document)
        else:
            yield from _word_faults(said, document, place, entry, right)
    except Exception as error:  # an origin raises whatever the author's line makes of it
        values = {"origin": " ".join(map(str, entry["of"])), "why": str(error) or repr(error)}
        yield Fault((*place, "of"), "quoted-origin", values).found(QUOTED, document)


def _origin(course: Course, entry: dict[str, Any]) -> list[float]:
    from course.studio.origins import ORIGINS

    origin, *asked = entry["of"]
    if origin not in ORIGINS:
        raise LookupError(", ".join(ORIGINS))
    like = asked.pop() if asked and isinstance(asked[-1], dict) else {}
    given = ORIGINS[origin](course, *asked, **like)
    picked = [given[n] for n in entry.get("pick", range(len(given)))]
    return [float(one) * entry.get("times", 1) + entry.get("plus", 0) for one in picked]


def _value_faults(
    course: Course, name: str, entry: dict[str, Any], right: list[float]
) -> Iterator[Fault]:
    """A value of a file that is another than its origin gives, to as many places as it has."""
    from course.studio.origins import numbers_in, value_at

    document = read_or_fault(course.file(name), name)
    if not isinstance(document, Marked):  # its own fault is told by itself
        return
    given = numbers_in(value_at(document.value, entry["at"]))
    places = max((len(str(one).partition(".")[2].rstrip("0")) for one in given), default=0)
    if len(given) != len(right) or not all(map(partial(_same, places=places), given, right)):
        parts = entry["at"].split("/")
        values = {"at": entry["at"], "given": _shown(given), "right": _shown(right)}
        place = tuple(int(one) if one.isdigit() else one for one in parts)
        yield Fault(place, "quoted-value", values).found(name, document)


def _word_faults(
    said: Iterable[Said],
    document: Marked,
    place: tuple[str, int],
    entry: dict[str, Any],
    right: list[float],
) -> Iterator[Fault]:
    """Words that no text of the file has any more, and other numbers in them than the origin's."""
    for language in LANGUAGES:
        words, is_said = entry[language], False
        for one in said:
            text, digits = one.words[language], _DIGITS[language]
            for match in where_said(words, text, language, digits=digits, apart=r"\w.,"):
                is_said = True
                written = [_read(number, language) for number in match.groups()]
                same = [
                    _same(n, other, places=at)
                    for (n, at), other in zip(written, right, strict=False)
                ]
                if len(written) != len(right) or not all(same):
                    values = {"given": match[0], "right": _shown(right)}
                    line = one.line(language, match.start())
                    yield Fault.at(line, "quoted-number", values, one.file)
        if not is_said:
            yield Fault((*place, language), "quoted-unsaid", {"way": words}).found(QUOTED, document)


def _same(given: float, right: float, *, places: int) -> bool:
    """Whether a number is another, rounded to as many places as it is written with."""
    return abs(given - right) <= 0.5 * 0.1**places + 1e-9


def _shown(numbers: Iterable[float]) -> str:
    return ", ".join(f"{one:.4g}" if one % 1 else f"{one:.0f}" for one in numbers)


def _read(written: str, language: str) -> tuple[float, int]:
    """A number as it is written, and how many decimal places it has.

    >>> _read("85 000", "sv"), _read("−0,12", "sv"), _read("Eleven", "en")
    ((85000.0, 0), (-0.12, 2), (11.0, 0))
    """
    words = number_words(language)
    if written.lower() in words:
        return float(words[written.lower()]), 0
    plain = re.sub(r"\s", "", written).replace("−", "-")
    plain = plain.replace(",", "." if language == "sv" else "")
    return float(plain), len(plain.partition(".")[2])
