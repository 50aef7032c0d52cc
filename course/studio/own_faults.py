"""``course check --with``: what no longer fits when a municipality lays its own over the course."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from attrs import asdict

from course.content.cast import Unit
from course.content.checking import faults_in
from course.content.course import Course
from course.content.figure_checking import faults_in_figure
from course.content.filled import Filling, changed_names, in_place
from course.content.unreadable import read_or_fault
from course.errors import CourseError
from course.explorers import EXPLORERS
from course.explorers.explorer import OfTown
from course.faults import Fault, FaultError
from course.kinds import KINDS
from course.marked import Marked, Place
from course.networks import boundary
from course.paths import LANGUAGES
from course.studio import town
from course.studio.cast_faults import CAST, cast_faults
from course.studio.check import is_built
from course.studio.checked import counted
from course.studio.data import unusable
from course.studio.notebooks import built
from course.studio.number_faults import number_faults
from course.studio.numbers import PAIRS, STRENGTHS, Network, network_of
from course.studio.source import sources
from course.studio.texts import Said, texts_of

MOST_UNITS = 8
"""As many units as the maps have colours and shapes for."""

LONGEST = 26
"""Letters of a unit's name that have room beside it on a map."""


def main(folder: Path, language: str) -> int:
    """Print every fault; 1 if there is any."""
    faults = own_faults(folder)
    found = list(dict.fromkeys(fault.told(language) for fault in faults))
    for fault in found:
        print(fault, file=sys.stderr)
    if all(fault.key == "own-not-built" for fault in faults):  # else nobody knows what it says
        for note in unit_words(town.opened(folder)):
            print(note.told(language))
    print(counted(len(found), language))
    return int(bool(found))


def own_faults(folder: Path) -> list[Fault]:
    """What is wrong in a folder, and what of the course no longer fits under it."""
    course = town.opened(folder)
    found = cast_faults(course) or unusable(course) or _in_cast(course, _same_names(course))
    if found:  # no network can be made of it
        return found
    town.make(course)
    found = [*_in_cast(course, _units(course)), *_own_files(course), *_left_over(course)]
    if not found:
        found = list(_keys(course))
    return [*found, *_notebooks(course, folder)]


def _in_cast(course: Course, faults: Iterable[Fault]) -> list[Fault]:
    """Faults at their lines in the folder's own cast; at no line where it has none."""
    file = course.folders[-1] / CAST
    document = read_or_fault(file, CAST) if file.is_file() else None
    if not isinstance(document, Marked):
        return [fault.in_file(CAST) for fault in faults]
    return [fault.found(CAST, document) for fault in faults]


def _units(course: Course) -> Iterator[Fault]:
    """Units that no map has room for."""
    units = course.cast.units
    if len(units) > MOST_UNITS:
        yield Fault(("units",), "own-units", {"most": MOST_UNITS, "n": len(units)})
    for id, unit in units.items():
        for language in LANGUAGES:
            name = unit.name.in_language(language)
            if len(name) > LONGEST:
                values = {"name": name, "most": LONGEST}
                yield Fault(("units", id, language), "own-unit-name", values)


def _same_names(course: Course) -> Iterator[Fault]:
    """People whom a map, which shows given names, could not tell apart."""
    seen: set[str] = set()
    for id, person in course.cast.people.items():
        if person.given in seen:
            yield Fault(("people", id), "cast-same-given", {"given": person.given})
        seen.add(person.given)


def _own_files(course: Course) -> Iterator[Fault]:
    """What is wrong with the folder's own exercises and figures."""
    own, references = course.folders[-1], course.references
    for file in course.files("exercises/**/*.yml"):
        if file.is_relative_to(own):
            yield from faults_in(file, course.find_exercises)
            yield from number_faults(course, file, texts_of(course, file))
    for file in course.files("data/figures/*.yml"):
        if file.is_relative_to(own):
            yield from faults_in_figure(file, references)


def _left_over(course: Course) -> Iterator[Fault]:
    """Our names in what a learner reads, in a form that no name of the cast has."""
    ours, theirs, filling = Course(course.folders[:1]).cast, course.cast, course.filling
    old = {
        language: [name for name, _ in changed_names(ours, theirs, language)]
        for language in LANGUAGES
    }
    if not any(old.values()):
        return
    patterns = {
        language: re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})\w*")
        for language, names in old.items()
        if names
    }
    new = {name for language in LANGUAGES for name in filling.names[language].values()}
    for file in (*course.files("notebooks/source/*.md"), *course.texts()):
        for said in texts_of(course, file):
            for language, pattern in patterns.items():
                text = filling.said(said.words[language], language)
                for match in pattern.finditer(text):
                    if match[0] not in new:
                        line = said.lines[language]
                        yield Fault.at(line, "own-left", {"name": match[0]}, said.file)
        if file.suffix == ".yml" and file.parent.parent.name != "data":
            yield from _in_lists(course, file, set(old["sv"]) - new)


def unit_words(course: Course) -> Iterator[Fault]:
    """Our units as words of the texts, which no name of the cast replaces; each at its first place.

    They may mean the unit or, as the law does, such work in general. Only a reader knows, so that
    it is told and is no fault.
    """
    ours = Course(course.folders[:1]).cast
    files = (*course.files("notebooks/source/*.md"), *course.texts())
    texts = [said for file in files for said in texts_of(course, file)]
    for one, other in in_place(ours, course.cast):
        for language in LANGUAGES if one.name != other.name else ():
            words = _words_for(one, language)
            lines = list(_lines_with(words, texts, language, course.filling))
            if lines:
                own, n = other.name.in_language(language), len(lines)
                places = ", ".join(dict.fromkeys(Path(file).stem for file, _ in lines))
                values = {"word": words[0], "n": n, "own": own, "places": places}
                file, line = lines[0]
                yield Fault.at(line, "own-unit-words", values, file)


def _lines_with(
    words: list[str], texts: list[Said], language: str, filling: Filling
) -> Iterator[tuple[str, int]]:
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.I)
    for said in texts:
        text = filling.said(said.words[language], language)
        for match in pattern.finditer(text):
            further = text[: match.start()].count("\n") if said.is_lined else 0
            yield said.file, said.lines[language] + further


def _words_for(unit: Unit, language: str) -> list[str]:
    """A unit's name as words of a sentence: as it is, and as it stands after a preposition.

    >>> _words_for(Course.open().cast.units["home-care"], "sv")
    ['hemtjänsten', 'hemtjänst', 'hemtjänstens', 'hemtjänsts']
    """
    words = [unit.at(language).split(" ", 1)[1], unit.name.in_language(language).lower()]
    words = list(dict.fromkeys(word.removeprefix("the ") for word in words))
    ending = "s" if language == "sv" else "'s"
    return [*words, *(word + ending for word in words)]


def _in_lists(course: Course, file: Path, old: set[str]) -> Iterator[Fault]:
    """Our names as words of an exercise that stand in no language, and that its kind leaves."""
    if file.stem in course.exercises(file.parent.name):
        try:
            exercise = course.exercise(file.parent.name, file.stem)
        except CourseError:  # told where exercises are checked
            return
        old = old & {word for _, word in _words(asdict(exercise), ())}
    document = read_or_fault(file, course.name(file))
    if isinstance(document, Marked):
        for place, word in _words(document.value, ()):
            if word in old:
                yield Fault(place, "own-left", {"name": word}).found(course.name(file), document)


def _words(value: Any, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(value, dict):
        if not all(language in value for language in LANGUAGES):
            for key, one in value.items():
                yield from _words(one, (*place, key))
    elif isinstance(value, list):
        for n, one in enumerate(value):
            yield from _words(one, (*place, n))
    elif isinstance(value, str):
        yield place, value


# --- keys -----------------------------------------------------------------------------------------


def _wall(net: Network, options: list[str]) -> str | None:
    """The first strength at which more ties run within units than between them."""
    for option, strength in zip(options, STRENGTHS, strict=False):
        at = boundary(net.at(strength))
        if at.internal > at.external:
            return option
    return None


def _broker(net: Network, options: list[str]) -> str | None:
    broker = net.broker()
    return next((id for id, person in net.people.items() if person == broker), None)


def _apart(net: Network, options: list[str]) -> str | None:
    """The one pair of units, of those asked about, that has no formal tie."""
    apart = [one for one in options if one in PAIRS and not net.between(*PAIRS[one], "formal")[0]]
    return apart[0] if len(apart) == 1 else None


_KEYS: dict[str, Callable[[Network, list[str]], str | None]] = {
    "tie-strength": _wall,
    "brokers": _broker,
    "boundary-table": _apart,
}
"""What the data makes right, of the options of an exercise with a model, by that model."""


def right_by_data(net: Network, exercise: Any) -> str | None:
    """The option that the data makes right, of an exercise with such a model; None for no one."""
    options = [option.id for option in exercise.options]
    right = _KEYS[exercise.model](net, options)
    return right if right in options else None


def _keys(course: Course) -> Iterator[Fault]:
    """Exercises whose key is another with the folder's own network."""
    net = network_of(course)
    for lesson in course.lessons():
        for id in course.exercises(lesson):
            try:
                exercise: Any = course.exercise(lesson, id)
            except CourseError:  # told where exercises are checked
                continue
            model = getattr(exercise, "model", None)
            if model not in _KEYS or not isinstance(EXPLORERS[model], OfTown):
                continue
            right, given = right_by_data(net, exercise), KINDS[exercise.kind].key(exercise)
            name = f"exercises/{lesson}/{id}.yml"
            if right is None:
                yield Fault.at(1, "own-key-none", {}, name)
            elif right != given:
                yield Fault.at(1, "own-key", {"right": right, "given": given}, name)


def _notebooks(course: Course, folder: Path) -> Iterator[Fault]:
    """Lessons of the folder that are not built, or are built from something else."""
    for source in sources(course):
        for language in LANGUAGES:
            path = course.folders[-1] / f"notebooks/{language}/{source.lesson}.ipynb"
            values = {"language": language, "lesson": source.lesson, "folder": folder}
            try:
                new = built(source, language)
            except FaultError as error:
                yield error.fault.in_file(source.name)
                continue
            if not is_built(path, new):
                yield Fault.at(1, "own-not-built", values, source.name)
