"""``course check --with``: what no longer fits when a municipality lays its own over the course."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import asdict

from course.content.cast import Unit, id_of
from course.content.course import Course
from course.content.filled import Filling, changed_names, in_place
from course.content.reading import UnfitError, alone
from course.content.unreadable import read_or_fault
from course.errors import CourseError
from course.explorers import EXPLORERS
from course.explorers.explorer import OfTown
from course.faults import Fault, FaultError
from course.kinds import KINDS
from course.marked import Marked, held, read
from course.once import once
from course.paths import LANGUAGES
from course.studio import town
from course.studio.check import is_built
from course.studio.checked import counted
from course.studio.notebooks import contents
from course.studio.numbers import network_of
from course.studio.own_folder import folder_faults, keeps_from_building
from course.studio.own_keys import KEYS, right_by_data
from course.studio.own_numbers import changed_numbers, odd_numbers
from course.studio.source import sources
from course.studio.texts import Said, in_no_language, texts_of

_PART = re.compile(r"^#### (.+)$", re.M)
"""The heading of a slip, which says whose part of a shared case it is."""


def main(folder: Path, language: str) -> int:
    """Print every fault; 1 if there is any."""
    with held():
        faults = own_faults(folder)
        told = tell(faults, language)
        if all(fault.key == "own-not-built" for fault in faults):  # else nobody knows what it says
            course = town.opened(folder)
            for note in (*unit_words(course), *changed_numbers(course)):
                print(note.told(language))
    print(counted(told, language))
    return int(bool(told))


def tell(faults: list[Fault], language: str) -> int:
    """Print faults, each once, and say how many that were."""
    found = dict.fromkeys(fault.told(language) for fault in faults)
    for fault in found:
        print(fault, file=sys.stderr)
    return len(found)


def own_faults(folder: Path) -> list[Fault]:
    """What is wrong in a folder, and what of the course no longer fits under it."""
    with held():  # half a dozen rules read each of our files
        return _own_faults(folder)


def _own_faults(folder: Path) -> list[Fault]:
    course = town.opened(folder)
    found = keeps_from_building(course)
    if found:
        return found
    town.make(course)
    with once():  # all is written by now
        return _of_made(course, folder)


def _of_made(course: Course, folder: Path) -> list[Fault]:
    """What is wrong in a folder for which the network is made."""
    found = [*folder_faults(course), *_unfit(course)]
    if any(fault.key == "own-unfit" for fault in found):  # no lesson with it can be built
        return found
    found += [*_left_over(course), *odd_numbers(course), *_same_parts(course)]
    return [*found, *_keys(course), *_notebooks(course, folder)]


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


def _same_parts(course: Course) -> Iterator[Fault]:
    """Parts of a shared case that were two of our units and have one name now."""
    for file in course.files("notebooks/source/*.md"):
        for said in texts_of(course, file):
            for language in LANGUAGES:
                seen: dict[str, str] = {}
                for match in _PART.finditer(said.words[language]):
                    now = course.filling.said(match[0], language).removeprefix("#### ")
                    if seen.setdefault(now, match[1]) != match[1]:
                        values = {"name": now, "one": seen[now], "other": match[1]}
                        line = said.line(language, match.start())
                        yield Fault.at(line, "own-same-part", values, said.file)


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
        old = old & {word for _, word in in_no_language(asdict(exercise))}
    document = read_or_fault(file, course.name(file))
    if isinstance(document, Marked):
        for place, word in in_no_language(document.value):
            if word in old:
                yield Fault(place, "own-left", {"name": word}).found(course.name(file), document)


def _unfit(course: Course) -> Iterator[Fault]:
    """Our exercises that cannot be shown with the folder's network, or that miss somebody in it."""
    ours, cast, net = Course(course.folders[:1]).cast, course.cast, network_of(course).graph
    for lesson in course.lessons():
        for id in course.exercises(lesson):
            file = course.file(f"exercises/{lesson}/{id}.yml")
            if file.is_relative_to(course.folders[-1]):  # what is wrong with it is told already
                continue
            document, name = read(file), course.name(file)
            try:
                course.exercise(lesson, id)
            except CourseError as error:
                if isinstance(error.__cause__, UnfitError):
                    why = error.__cause__.fault.found(name, document)
                    yield from (why, Fault.at(why.line, "own-unfit", {}, name))
                continue
            for place, person in town.named_in(alone(file)):
                one = cast.people[id_of(person)] if id_of(person) in ours.people else None
                if one and one.given not in net:
                    unit = cast.units[one.unit].name.sv
                    fault = Fault(place, "own-absent", {"name": one.given, "unit": unit})
                    yield fault.found(name, document)


# --- keys -----------------------------------------------------------------------------------------


def _keys(course: Course) -> Iterator[Fault]:
    """Exercises whose key is another with the folder's own network."""
    net, below = network_of(course), Course(course.folders[:1])
    for lesson in course.lessons():
        for id in course.exercises(lesson):
            try:
                exercise: Any = course.exercise(lesson, id)
            except CourseError:  # told where exercises are checked
                continue
            file = course.file(f"exercises/{lesson}/{id}.yml")
            is_own = file.is_relative_to(course.folders[-1])
            ours = None if is_own else below.exercise(lesson, id)
            for fault in KINDS[exercise.kind].spoilt(exercise, ours, course.filling.people):
                yield fault.found(course.name(file), read(file))
            model = getattr(exercise, "model", None)
            if model not in KEYS or not isinstance(EXPLORERS[model], OfTown):
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
                new = contents(source, language)
            except FaultError as error:
                yield error.fault.in_file(source.name)
                continue
            if not is_built(path, new):
                yield Fault.at(1, "own-not-built", values, source.name)
