"""Networks as drawings: who stands where, and who has a tie to whom."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from course.networks.layout import around, by_unit, unit_centres
from course.plots.shapes import Network, Units
from course.plots.shapes.network import Person
from course.plots.shapes.units import Member, Ring

if TYPE_CHECKING:
    import networkx as nx

_RADIUS: Final = 0.34
"""How large the ring of a small unit's people is, where that of the units' middles has radius 1."""

_LETTER: Final = 0.053
_LINE: Final = 0.2
"""What a bold letter of a name is wide, and a line of it high with what differs in the discs below,
where a unit of the layout is 135 pixels (``draw-network.js``): 7.2 and 27."""


def network(
    graph: "nx.Graph[Any]",
    units: Mapping[str, str],
    *,
    named: Sequence[Any] = (),
    weight: Mapping[Any, float] | None = None,
) -> Network:
    """A network whose nodes carry ``unit``.

    ``units`` maps the units, in their order around the ring, to what they are called. ``weight``
    says for each person how large to draw them, from 0 to 1.

    >>> import networkx as nx
    >>> graph = nx.Graph([("Ada", "Bo")])
    >>> nx.set_node_attributes(graph, {"Ada": "a", "Bo": "b"}, "unit")
    >>> drawing = network(graph, {"b": "Unit B", "a": "Unit A"}, named=["Ada"])
    >>> [person["name"] for person in drawing["people"]], drawing["ties"], drawing["named"]
    (['Bo', 'Ada'], [[1, 0]], [1])
    """
    unit_of: dict[Any, Any] = dict(graph.nodes(data="unit"))
    members = {unit: [n for n, at in unit_of.items() if at == unit] for unit in units}
    places, centres = by_unit(members), unit_centres(list(units))
    ordered = [(person, i) for i, unit in enumerate(units) for person in members[unit]]
    number = {person: n for n, (person, _) in enumerate(ordered)}
    people: list[Person] = [
        {
            "name": str(person),
            "unit": unit,
            "x": places[person][0],
            "y": places[person][1],
            "weight": None if weight is None else float(weight.get(person, 0)),
        }
        for person, unit in ordered
    ]
    return {
        "kind": "network",
        "units": [
            {"text": text, "x": centres[unit][0], "y": centres[unit][1]}
            for unit, text in units.items()
        ],
        "people": people,
        "ties": [[number[a], number[b]] for a, b in graph.edges],
        "named": _apart([number[person] for person in named], people),
    }


def _apart(named: Sequence[int], people: Sequence[Person]) -> list[int]:
    """Those whose names have room: one that would cover another's, named before it, is left out."""
    kept: list[int] = []
    for one in named:
        if all(_have_room(people[one], people[other]) for other in kept):
            kept.append(one)
    return kept


def _have_room(one: Person, other: Person) -> bool:
    wide = _LETTER * (len(one["name"]) + len(other["name"])) / 2
    return abs(one["x"] - other["x"]) > wide or abs(one["y"] - other["y"]) > _LINE


def units(graph: "nx.Graph[Any]", letters: Mapping[Any, str]) -> Units:
    """A network whose nodes carry ``unit``; ``letters`` is what each unit is called.

    >>> import networkx as nx
    >>> graph = nx.Graph([(0, 1), (1, 2)])
    >>> nx.set_node_attributes(graph, {0: "a", 1: "a", 2: "b"}, "unit")
    >>> units(graph, {"a": "A", "b": "B"})["ties"]
    [[1, 2]]
    """
    unit_of: dict[Any, Any] = dict(graph.nodes(data="unit"))
    rings: list[Ring] = []
    people: list[Member] = []
    number: dict[Any, int] = {}
    for i, (unit, letter) in enumerate(letters.items()):
        x, y = around(len(letters))[i].tolist()
        rings.append({"text": letter, "x": x, "y": y})
        members = sorted(person for person, at in unit_of.items() if at == unit)
        # The first of a unit stands nearest to the middle of all.
        ring = around(len(members), start=0.75 - i / len(letters)).tolist()
        for person, (dx, dy) in zip(members, ring, strict=True):
            number[person] = len(people)
            at = {"x": round(x + _RADIUS * dx, 6), "y": round(y + _RADIUS * dy, 6)}
            people.append({"unit": i, "x": at["x"], "y": at["y"]})
    return {
        "kind": "units",
        "radius": _RADIUS,
        "units": rings,
        "people": people,
        "ties": [[number[a], number[b]] for a, b in graph.edges if unit_of[a] != unit_of[b]],
    }
