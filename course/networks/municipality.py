"""The collaboration network of Älvhamn, the course's fictional municipality.

Read from ``data/municipality``; its README says how the network came about.
"""

import csv
from pathlib import Path

import networkx as nx

from course.networks.graph import Network
from course.networks.roster import Unit
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


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
