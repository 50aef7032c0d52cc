"""What is wrong with a municipality's own folder itself: its units, its people and its files.

What of the course no longer fits under it is found in `course.studio.own_faults`.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from course.content.checking import faults_in
from course.content.course import Course
from course.content.figure_checking import faults_in_figure
from course.content.unreadable import read_or_fault
from course.faults import Fault
from course.marked import Marked
from course.paths import LANGUAGES
from course.studio.cast_faults import CAST, cast_faults
from course.studio.data import unusable
from course.studio.number_faults import number_faults
from course.studio.source import sources
from course.studio.texts import texts_of

MOST_UNITS = 8
"""As many units as the maps have colours and shapes for."""

FEWEST_UNITS = 2
"""With one alone there are no ties between units, which the lessons are about."""

MOST_PEOPLE = 50
"""As many people of one unit as can be told apart on a map."""

LONGEST = 26
"""Letters of a unit's name that have room beside it on a map."""

_WRITTEN = {".yml", ".yaml", ".csv", ".md"}
"""What authors write; a picture or a letter that lies beside it harms nobody."""

_BUILT = ("build", "notebooks/sv", "notebooks/en")


def keeps_from_building(course: Course) -> list[Fault]:
    """What keeps the folder from being built: no network, and no lesson, can be made of it."""
    return (
        cast_faults(course)
        or unusable(course)
        or _in_cast(course, [*_same_names(course), *_room(course)])
    )


def folder_faults(course: Course) -> Iterator[Fault]:
    """Names that have no room, files that the course does not read, and faults in those it does."""
    yield from _in_cast(course, _long_names(course))
    yield from _own_files(course)
    yield from _unread(course)


def _in_cast(course: Course, faults: Iterable[Fault]) -> list[Fault]:
    """Faults at their lines in the folder's own cast; at no line where it has none."""
    file = course.folders[-1] / CAST
    document = read_or_fault(file, CAST) if file.is_file() else None
    if not isinstance(document, Marked):
        return [fault.in_file(CAST) for fault in faults]
    return [fault.found(CAST, document) for fault in faults]


def _room(course: Course) -> Iterator[Fault]:
    """Units, and people of one, that no map has room for."""
    units = course.cast.units
    if len(units) > MOST_UNITS:
        yield Fault(("units",), "own-units", {"most": MOST_UNITS, "n": len(units)})
    if len(units) < FEWEST_UNITS:
        yield Fault(("units",), "own-one-unit", {})
    for id, unit in units.items():
        if unit.people is not None and unit.people > MOST_PEOPLE:
            values = {"most": MOST_PEOPLE, "n": unit.people}
            yield Fault(("units", id, "people"), "own-people", values)


def _long_names(course: Course) -> Iterator[Fault]:
    """Units whose names have no room on a map."""
    for id, unit in course.cast.units.items():
        for language in LANGUAGES:
            name = unit.name.in_language(language)
            if len(name) > LONGEST:
                values = {"name": name, "most": LONGEST, "n": len(name)}
                yield Fault(("units", id, language), "own-unit-name", values)


def _same_names(course: Course) -> Iterator[Fault]:
    """People and units that a map, which shows given names, could not tell apart."""
    seen: set[str] = set()
    for id, person in course.cast.people.items():
        if person.given in seen:
            yield Fault(("people", id), "cast-same-given", {"given": person.given})
        seen.add(person.given)
    for language in LANGUAGES:
        names: set[str] = set()
        for id, unit in course.cast.units.items():
            name = unit.name.in_language(language)
            if name in names:
                yield Fault(("units", id, language), "own-same-unit", {"name": name})
            names.add(name)


def _own_files(course: Course) -> Iterator[Fault]:
    """What is wrong with the folder's own exercises and figures."""
    own, references = course.folders[-1], course.references
    lessons = [source.lesson for source in sources(course)]
    for file in course.files("exercises/**/*.yml"):
        if file.is_relative_to(own):
            yield from faults_in(file, course.find_exercises)
            yield from number_faults(course, file, texts_of(course, file))
            lesson = course.name(file).split("/")[1]
            if lesson not in lessons:
                values = {"given": lesson, "known": ", ".join(lessons)}
                yield Fault.at(1, "unknown-part", values, course.name(file))
    for file in course.files("data/figures/*.yml"):
        if file.is_relative_to(own):
            yield from faults_in_figure(file, references)


def _unread(course: Course) -> Iterator[Fault]:
    """Files that lie where the course looks for none, or a folder that has none at all."""
    own = course.folders[-1]
    ours = Course(course.folders[:1])
    known = (*ours.files("exercises/*/*.yml"), *ours.files("data/*"), *ours.files("data/*/*"))
    places = {file.name: ours.name(file) for file in known}
    found = False
    for file in sorted(own.rglob("*")):
        name = file.relative_to(own)
        if not file.is_file() or any(name.is_relative_to(one) for one in _BUILT):
            continue
        if file.suffix not in _WRITTEN or file.stem == "README" or name.parts[0].startswith("."):
            continue
        found = True
        if not _is_read(name, ours):
            right = places.get(file.with_suffix(".yml").name) or places.get(file.name)
            named = name.with_suffix(".yml") if file.suffix == ".yaml" else None
            right = right or (named.as_posix() if named and _is_read(named, ours) else None)
            if right:
                yield Fault.at(1, "own-misplaced", {"right": right}, name.as_posix())
            else:
                yield Fault.at(1, "own-unread", {}, name.as_posix())
    if not found:
        yield Fault.at(1, "own-empty", {}, CAST)


def _is_read(name: Path, ours: Course) -> bool:
    """Whether the course reads a file of that name in a folder."""
    lists = ("data/figures/*.yml", "exercises/*/*.yml", "exercises/*/*/*/*.yml")
    if any(name.match(one) and len(name.parts) == one.count("/") + 1 for one in lists):
        return True
    if name.match("notebooks/source/*.md"):
        return True
    return (ours.folders[0] / name).is_file() and name.parts[0] == "data"
