"""The invented units and people of a municipality, as ``data/cast.yml`` names them.

First names are unique, since a picture of the network labels each person by it.
"""

from pathlib import Path
from typing import Any

from attrs import frozen

from course.marked import read
from course.paths import ROOT

CAST = ROOT / "data" / "cast.yml"
"""The cast that came with this package."""


@frozen
class Unit:
    """A unit of the municipality's social services: its key, and its name in both languages."""

    id: str
    sv: str
    en: str


@frozen
class Person:
    """Someone in the network: the first name is the ``id``, and ``unit`` is the key of a `Unit`."""

    id: str
    name: str
    unit: str
    role_sv: str
    role_en: str


def units(file: Path = CAST) -> tuple[Unit, ...]:
    """Give the invented units in display order.

    >>> units()[0]
    Unit(id='home-care', sv='Hemtjänst', en='Home care')
    """
    return tuple(Unit(id, names["sv"], names["en"]) for id, names in _part(file, "units").items())


def people(file: Path = CAST) -> tuple[Person, ...]:
    """Give the invented people, unit by unit.

    >>> people()[0].name, people()[0].role_en
    ('Karin Lindqvist', 'unit manager')
    """
    return tuple(
        Person(
            one["name"].split()[0], one["name"], one["unit"], one["role"]["sv"], one["role"]["en"]
        )
        for one in _part(file, "people").values()
    )


def _part(file: Path, name: str) -> dict[str, Any]:
    part: dict[str, Any] = read(file).value.get(name, {})
    return part
