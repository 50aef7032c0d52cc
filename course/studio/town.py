"""A municipality's own network, made for whoever writes no more than a name and some units.

Our people keep the place that their unit has: the same id, or else the same order. Where a unit has
no room for all, those come first whom the network's exercises need, and then those who come back
through the whole course. Where a unit says how many work there, the rest are numbers without a
name.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from course.content.cast import Cast, id_of
from course.content.course import Course
from course.content.filled import in_place
from course.content.reading import FAULTY, alone
from course.marked import Place
from course.networks import generator, roster
from course.networks.generator import Population
from course.studio.numbers import NUMBERS, page

MUNICIPALITY = "data/municipality"
BUILT = "build"
"""The folder, within one's own, of what is made there and written by nobody."""


def opened(folder: Path) -> Course:
    """Our course under somebody's own folder, and what is made for that.

    Raises CourseError for a folder that is not there.
    """
    Course.open(folder)
    (folder / BUILT).mkdir(exist_ok=True)
    return Course.under(folder)


def is_made(course: Course) -> bool:
    """Whether the network is made here: there are own units or people, and no own ties."""
    own, above = Course(course.folders[:1]).cast, course.cast
    if (course.folders[-1] / MUNICIPALITY / "ties.csv").is_file():
        return False
    return (own.units, own.people) != (above.units, above.people)


def make(course: Course) -> None:
    """Write the network of a folder that has own units or people, and the numbers that it gives."""
    built = course.folders[-1] / BUILT
    if is_made(course):
        generator.write(built / MUNICIPALITY, population(course))
    file = built / NUMBERS
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(page(course), encoding="utf-8", newline="\n")


def population(course: Course) -> Population:
    """Whose network is made: the people of the cast, in their units."""
    ours, cast = Course(course.folders[:1]).cast, course.cast
    units = tuple(roster.Unit(unit.id, unit.name.sv, unit.name.en) for unit in cast.units.values())
    place = {before.id: after.id for before, after in in_place(ours, cast)}
    first = [*needed(course), *cast.recurring]
    people: list[roster.Person] = []
    for unit in cast.units:
        people += _in_unit(unit, cast, first, len(people))
    given = {id: person.given for id, person in cast.people.items()}
    by_id = {person.given: id for id, person in ours.people.items()}

    def now(name: str) -> str:
        return given[by_id[name]]

    return Population(
        units,
        tuple(people),
        broker=now(generator.BROKER),
        fixed={(now(a), now(b)): grade for (a, b), grade in generator.FIXED.items()},
        nearby=frozenset(frozenset(place[id] for id in pair) for pair in generator.NEARBY),
    )


def needed(course: Course) -> list[str]:
    """Whom the story's ties and the exercises on the network need, by id, the broker first."""
    ties = [id_of(person) for pair in generator.FIXED for person in pair]
    found = [id_of(generator.BROKER), *ties]
    for file in course.find_exercises("*/*.yml"):
        try:
            found += [id_of(person) for _, person in named_in(alone(file))]
        except FAULTY:  # told where exercises are checked
            continue
    return list(dict.fromkeys(found))


def named_in(exercise: Any) -> Iterator[tuple[Place, str]]:
    """Whom of the municipality's network an exercise needs, and where its file says so."""
    for name in ("away", "begin", "alone"):
        given = getattr(exercise, name, None) or []
        if isinstance(given, str):
            yield (name,), given
        else:
            yield from (((name, n), one) for n, one in enumerate(given))


def _in_unit(unit: str, cast: Cast, first: list[str], before: int) -> list[roster.Person]:
    """The people of a unit; those without a name are counted on from all ``before`` it.

    They are called the same in both languages, since a name is what a network knows them by.
    """
    there = [one for one in cast.people.values() if one.unit == unit]
    size = cast.units[unit].people
    if size is not None:
        rank = {id: n for n, id in reversed(list(enumerate(first)))}
        kept = sorted(there, key=lambda one: rank.get(one.id, len(first)))[:size]
        there = [one for one in there if one in kept]
    people = [roster.Person(one.given, one.name, unit, one.role.sv, one.role.en) for one in there]
    for n in range(len(people) + 1, (size or 0) + 1):
        name = f"Person {before + n}"
        people.append(roster.Person(name, name, unit, "medarbetare", "member of staff"))
    return people
