"""Älvhamn's network, read once and kept at each strength of tie, for the explorers that show it."""

from functools import cache
from typing import Any

import networkx as nx

from course.networks import municipality
from course.networks.ties import at_least

STRENGTHS = (1, 2, 3, 4)


@cache
def network(strength: int) -> "nx.Graph[Any]":
    """Everybody in Älvhamn, and the ties of at least this strength."""
    return at_least(municipality.load(), strength)


@cache
def unit_names(language: str) -> dict[str, str]:
    """The units in display order, by key, as they are called in the language."""
    return {unit.id: getattr(unit, language) for unit in municipality.units()}


def full_name(person: str) -> str:
    """First name and surname."""
    name: str = network(1).nodes[person]["name"]
    return name
