"""Make the collaboration network of the fictional municipality Älvhamn.

The network follows the pattern of a real one (Leischow et al. 2010: 54 civil servants in 11 US
health agencies): information crosses the boundaries between units, joint projects hardly do, and
one person in a central office is the top broker at every strength of tie. No tie is copied.

Three ideas make it:

1. Each person has a *liveliness* (towards the own unit) and a *reach* (towards other units).
2. Each pair has a *closeness*: what the two bring, how near their units' work is, and luck.
3. The closest pairs get the strongest ties. How many pairs reach each grade is fixed by `SHARES`,
   separately for the pairs within each unit and for all pairs between units. Since the grades are
   cuts on one scale, they are nested: who runs projects together also shares information.

``python -m course.networks.generator`` writes the files of ``data/municipality`` anew.
"""

import csv
import io
import random
from collections.abc import Collection, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import TypeAlias

from attrs import field, frozen

from course.networks import roster
from course.networks.municipality import FOLDER

Pair: TypeAlias = tuple[str, str]

SEED = 229
"""Chosen among several hundred: see the README of the data for what it had to fulfil."""

SHARES = {1: (0.79, 0.182), 2: (0.63, 0.097), 3: (0.465, 0.049), 4: (0.275, 0.0145)}
"""Share of the pairs (within units, between units) tied at each strength or stronger.

Near the published densities of Leischow et al. (2010): .80/.23, .61/.13, .46/.06, .27/.02.
"""

NEARBY = {
    frozenset({"home-care", "residential-care"}),
    frozenset({"residential-care", "needs-assessment"}),
    frozenset({"disability", "needs-assessment"}),
    frozenset({"families", "outpatient"}),
    frozenset({"financial-aid", "outpatient"}),
    frozenset({"families", "financial-aid"}),
}
"""Pairs of units whose daily work brings them together."""

NEARBY_BONUS = 0.4
MANAGER_BONUS = 0.35
LUCK_WITHIN = 0.4
LUCK_BETWEEN = 0.8

BROKER = "Samira"
BROKER_REACH = 1.2
"""Fixed, not drawn: to bring units together is her post. A colleague's reach averages 0.5."""

FIXED: dict[Pair, int] = {("Karin", "Ali"): 1, ("Karin", "Samira"): 3, ("Ali", "Samira"): 3}
"""Ties that the course's story needs: Karin and Ali share information only, and both work
formally with Samira."""


@frozen
class Population:
    """Whose network is made: the units and people, and what is given by hand."""

    units: tuple[roster.Unit, ...]
    people: tuple[roster.Person, ...]
    broker: str = BROKER
    fixed: Mapping[Pair, int] = field(factory=FIXED.copy)
    nearby: Collection[frozenset[str]] = frozenset(NEARBY)

    @classmethod
    def of(cls, cast: Path = roster.CAST) -> "Population":
        """Those of a cast of a cast: the course's own, Älvhamn's, if none."""
        return cls(roster.units(cast), roster.people(cast))


@frozen
class Tie:
    """A mutual tie between two people and its strength, 1 (information) to 4 (joint projects)."""

    source: str
    target: str
    strength: int


def generate(seed: int = SEED, population: Population | None = None) -> tuple[Tie, ...]:
    """Make the ties of the network, in the order of the people, pair by pair.

    The network is that of ``population``: Älvhamn's if none is given.

    The same seed gives the same ties on every machine: the draws come from
    ``random.Random(seed).random()``, whose sequence Python promises to keep, which NumPy does not.

    >>> generate()[0]
    Tie(source='Karin', target='Mehmet', strength=1)
    >>> generate() == generate()
    True
    """
    population = population or Population.of()
    people, known = population.people, {person.id for person in population.people}
    fixed = {pair: grade for pair, grade in population.fixed.items() if known >= set(pair)}
    draw = random.Random(seed).random
    liveliness = {person.id: draw() + _manager_bonus(person) for person in people}
    reach = {person.id: (liveliness[person.id] + draw()) / 2 for person in people}
    if population.broker in known:
        reach[population.broker] = BROKER_REACH
    within: dict[str, dict[Pair, float]] = {unit.id: {} for unit in population.units}
    between: dict[Pair, float] = {}
    for one, other in combinations(people, 2):
        pair, luck = (one.id, other.id), draw()
        if pair in fixed or pair[::-1] in fixed:
            continue
        if one.unit == other.unit:
            within[one.unit][pair] = liveliness[one.id] + liveliness[other.id] + LUCK_WITHIN * luck
        else:
            nearby = NEARBY_BONUS * ({one.unit, other.unit} in population.nearby)
            between[pair] = reach[one.id] + reach[other.id] + nearby + LUCK_BETWEEN * luck
    order = {person.id: n for n, person in enumerate(people)}
    in_order = {(a, b) if order[a] < order[b] else (b, a): grade for (a, b), grade in fixed.items()}
    strengths = in_order | _graded(between, column=1)
    for closeness in within.values():
        strengths |= _graded(closeness, column=0)
    pairs = combinations((person.id for person in people), 2)
    return tuple(Tie(*pair, strengths[pair]) for pair in pairs if pair in strengths)


def _manager_bonus(person: roster.Person) -> float:
    return MANAGER_BONUS * (person.role_sv in {"enhetschef", "socialchef"})


def _graded(closeness: dict[Pair, float], column: int) -> dict[Pair, int]:
    """Cut the pairs, closest first, into the grades of one column of `SHARES`."""
    closest_first = sorted(closeness, key=lambda pair: -closeness[pair])
    strengths: dict[Pair, int] = {}
    for strength, shares in SHARES.items():
        # Weakest grade first: a stronger one overwrites it for the pairs that reach further.
        for pair in closest_first[: round(shares[column] * len(closest_first))]:
            strengths[pair] = strength
    return strengths


def files(seed: int = SEED, population: Population | None = None) -> dict[str, str]:
    """The text of each CSV file of ``data/municipality`` by its name; Älvhamn's, if not given.

    >>> sorted(files())
    ['people.csv', 'ties.csv', 'units.csv']
    >>> files()["ties.csv"].splitlines()[:2]
    ['source,target,strength', 'Karin,Mehmet,1']
    """
    population = population or Population.of()
    ties = [(tie.source, tie.target, tie.strength) for tie in generate(seed, population)]
    return {**rows(population), "ties.csv": _csv(("source", "target", "strength"), ties)}


def rows(population: Population) -> dict[str, str]:
    """Give the text of the files that list the units and people, by their names."""
    return {
        "units.csv": _csv(("id", "sv", "en"), [(u.id, u.sv, u.en) for u in population.units]),
        "people.csv": _csv(
            ("id", "name", "unit", "role_sv", "role_en"),
            [(p.id, p.name, p.unit, p.role_sv, p.role_en) for p in population.people],
        ),
    }


def _csv(header: tuple[str, ...], rows: Sequence[tuple[str | int, ...]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()


def write(folder: Path = FOLDER, population: Population | None = None) -> None:
    """Write the three CSV files into ``folder``, UTF-8 with Unix line ends on every system."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files(population=population).items():
        (folder / name).write_bytes(text.encode())


if __name__ == "__main__":
    write()
