"""The collaboration network of Älvhamn, the course's fictional municipality.

Read from ``data/municipality``; its README says how the network came about.
"""

import csv
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import networkx as nx

from course.networks.graph import Network
from course.networks.roster import Unit
from course.networks.ties import at_least
from course.paths import LANGUAGES, ROOT

FOLDER = ROOT / "data" / "municipality"
"""The network that came with this package."""


def load(language: str = LANGUAGES[0], folder: Path = FOLDER) -> Network:
    """Read the network: sixty people, joined by mutual ties of strength 1 to 4.

    A node is a first name, with the attributes ``name`` (in full), ``unit`` (the key of one of
    `units`) and ``role`` (the post in ``language``, sv or en); an edge has ``strength``. The files
    are those of ``folder``.

    Raises ValueError for a language that the course does not have.

    >>> load("en").nodes["Samira"]
    {'name': 'Samira Haddad', 'unit': 'staff', 'role': 'development lead'}
    """
    if language not in LANGUAGES:
        raise ValueError(f"The roles are not given in {language!r}: choose one of {LANGUAGES}.")
    graph: Network = nx.Graph()
    for row in _rows(folder / "people.csv"):
        role = row[f"role_{language}"]
        graph.add_node(row["id"], name=row["name"], unit=row["unit"], role=role)
    for row in _rows(folder / "ties.csv"):
        graph.add_edge(row["source"], row["target"], strength=int(row["strength"]))
    return graph


def units(folder: Path = FOLDER) -> tuple[Unit, ...]:
    """Read the units in display order: the key that nodes carry, and the name in both languages.

    >>> [unit.en for unit in units()][:2]
    ['Home care', 'Residential care']
    """
    return tuple(Unit(**row) for row in _rows(folder / "units.csv"))


STRENGTHS = (1, 2, 3, 4)
"""The strengths of tie, from shared information to several joint projects."""


class Municipality:
    """A municipality's network, read when first asked for, and kept at each strength of tie.

    >>> len(Municipality().at(3)), Municipality().unit_names("en")["staff"]
    (60, 'Central staff')
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        self.folder = folder
        self.at = cache(self._at)
        self.unit_names = cache(self._unit_names)

    def load(self, language: str = LANGUAGES[0]) -> Network:
        """Everybody, with their posts in a language, and all ties."""
        return load(language, self.folder)

    def units(self) -> tuple[Unit, ...]:
        """The units in display order."""
        return units(self.folder)

    def full_name(self, person: Any) -> str:
        """First name and surname."""
        name: str = self.at(1).nodes[person]["name"]
        return name

    def _at(self, strength: int) -> Network:
        """Everybody, and the ties of at least this strength."""
        return at_least(self.load(), strength)

    def _unit_names(self, language: str) -> dict[str, str]:
        """The units in display order, by key, as they are called in the language."""
        return {unit.id: getattr(unit, language) for unit in self.units()}


@lru_cache(maxsize=8)
def municipality_in(folder: Path, _changed: tuple[int, ...] = ()) -> Municipality:
    """The municipality of a folder, one and the same as long as its files are."""
    return Municipality(folder)


OURS = municipality_in(FOLDER)
"""That of the course's own story."""


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
