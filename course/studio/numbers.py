"""The numbers that texts refer to by name, computed from the municipality's network.

``course build`` writes them to ``data/numbers.json``; a session reads them there and computes
nothing. To add one, write it in `REGISTER`, run ``course build``, and write ``{n:its-name}`` in a
text.
"""

import json
from collections import Counter
from collections.abc import Callable, Mapping
from itertools import combinations
from typing import Any

import networkx as nx
from attrs import asdict, field, frozen

from course.content.course import Course
from course.content.filled import Number, in_place
from course.networks import at_least, betweenness, boundary, boundary_table
from course.networks.municipality import load, units

NUMBERS = "data/numbers.json"

STRENGTHS = {"shared": 1, "informal": 2, "formal": 3, "project": 4}
"""The four strengths of tie, by the names that the register has for them."""


@frozen
class Network:
    """A municipality's network, and what its units are called in order."""

    graph: Any
    units: tuple[str, ...]
    people: Mapping[str, str]
    """Who is who: the id in the cast, and the node."""
    place: Mapping[str, str]
    """The unit that has the place of one of ours, by our id."""
    _at: dict[str, Any] = field(factory=dict, init=False, repr=False, eq=False)

    def at(self, strength: str) -> Any:
        """Everybody, and the ties of at least this strength; nobody may change it."""
        if strength not in self._at:
            self._at[strength] = at_least(self.graph, STRENGTHS[strength])
        return self._at[strength]

    def carried(self) -> Counter[str]:
        """How many formal ties between units each person has."""
        unit = nx.get_node_attributes(self.graph, "unit")
        across = [tie for tie in self.at("formal").edges if unit[tie[0]] != unit[tie[1]]]
        return Counter(person for tie in across for person in tie)

    def next_across(self) -> int:
        """How many formal ties between units the one has who comes after the one with most."""
        counts = [n for _, n in self.carried().most_common(2)]
        return counts[1] if len(counts) > 1 else 0

    def broker(self) -> str:
        """Whoever stands between others most often, by formal ties."""
        between: dict[str, float] = betweenness(self.at("formal"))
        return max(between, key=lambda person: between[person])

    def reached(self, person: str) -> int:
        """How many other units a person reaches by formal ties."""
        unit = nx.get_node_attributes(self.graph, "unit")
        return len({unit[other] for other in self.at("formal")[person]} - {unit[person]})

    def way(self, one: str, other: str, without: str = "") -> int:
        """How many formal ties the shortest way from one to another has, both by their ids.

        Without somebody, where such an id is given; 0 where there is no way.
        """
        away = [self.people[without]] if without and self.people[without] in self.graph else []
        graph = nx.restricted_view(self.at("formal"), away, [])
        ends = [self.people[one], self.people[other]]
        if not all(end in graph for end in ends) or not nx.has_path(graph, *ends):
            return 0
        return int(nx.shortest_path_length(graph, *ends))

    def largest(self, without: str = "") -> int:
        """The largest part that hangs together by joint projects, without somebody."""
        graph = nx.restricted_view(self.at("project"), [without] if without else [], [])
        return max(map(len, nx.connected_components(graph)))

    def between(self, one: str, other: str, strength: str) -> tuple[int, int]:
        """Ties between two units, and how many there could be; none where one is not there."""
        one, other = self.place.get(one, ""), self.place.get(other, "")
        if one == other or not {one, other} <= set(self.units):
            return 0, 0
        table = boundary_table(self.at(strength), order=list(self.units))
        place = self.units.index(one), self.units.index(other)
        return int(table.ties[place]), int(table.possible[place])

    def pairs_apart(self) -> int:
        """How many pairs of units have no formal tie."""
        table = boundary_table(self.at("formal"), order=list(self.units))
        return sum(not table.ties[pair] for pair in combinations(range(len(self.units)), 2))


Count = Callable[[Network], Number]
"""How a number is computed from a network."""

PEOPLE = ("karin", "eva", "emelie", "samira")
"""People whose ties the exercises count; each has the id that the cast gives."""

PAIRS = {
    "home-needs": ("home-care", "needs-assessment"),
    "home-residential": ("home-care", "residential-care"),
    "disability-needs": ("disability", "needs-assessment"),
    "families-aid": ("families", "financial-aid"),
}
"""Pairs of units that the exercises ask about."""

HOURS = 8
"""Hours of a working day, by which a lesson reckons what ties take."""


def _count_of(net: Network, id: str) -> int:
    """How many formal ties somebody has; 0 for one who is not in the network."""
    person = net.people.get(id)
    return int(net.at("formal").degree(person)) if person and person in net.graph else 0


_OF_ALL: dict[str, Count] = {
    "people": lambda net: Number(len(net.graph)),
    "units": lambda net: Number(len(net.units)),
    "chance": lambda net: Number(boundary(net.graph).chance, 2, True),
    "pairs-apart": lambda net: Number(net.pairs_apart()),
    "hanging-together": lambda net: Number(net.largest()),
    "hanging-together-without": lambda net: Number(net.largest(net.broker())),
    "karin-ali": lambda net: Number(net.way("karin", "ali")),
    "karin-ali-without": lambda net: Number(net.way("karin", "ali", "samira")),
    "karin-ali-between": lambda net: Number(max(net.way("karin", "ali", "samira") - 1, 0)),
    "samira-days": lambda net: Number(_count_of(net, "samira") / HOURS, 1),
    "broker-across": lambda net: Number(net.carried()[net.broker()]),
    "next-across": lambda net: Number(net.next_across()),
    "broker-units": lambda net: Number(net.reached(net.broker())),
    "broker-ties": lambda net: Number(net.at("formal").degree(net.broker())),
}

_OF_BOUNDARY: dict[str, Callable[[Any], Number]] = {
    "ties": lambda at: Number(at.ties),
    "across": lambda at: Number(at.external),
    "within": lambda at: Number(at.internal),
    "ei": lambda at: Number(at.ei, 2, True),
}

_OF_PERSON: dict[str, Callable[[Network, str], int]] = {
    "ties": lambda net, person: net.at("formal").degree(person),
    "across": lambda net, person: net.carried()[person],
    "units": Network.reached,
}


def _of_boundary(strength: str, of: Callable[[Any], Number]) -> Count:
    return lambda net: of(boundary(net.at(strength)))


def _of_person(id: str, count: Callable[[Network, str], int]) -> Count:
    """A count of somebody's ties; 0 for one who is not in the network."""

    def counted(net: Network) -> Number:
        person = net.people.get(id)
        return Number(count(net, person) if person and person in net.graph else 0)

    return counted


def _of_pair(pair: tuple[str, str], strength: str, *, possible: bool = False) -> Count:
    return lambda net: Number(net.between(*pair, strength)[possible])


def _register() -> dict[str, Count]:
    register = dict(_OF_ALL)
    for strength in STRENGTHS:
        for what, of in _OF_BOUNDARY.items():
            register[f"{strength}-{what}"] = _of_boundary(strength, of)
    for id in PEOPLE:
        for what, count in _OF_PERSON.items():
            register[f"{id}-{what}"] = _of_person(id, count)
    for name, pair in PAIRS.items():
        for strength in ("shared", "formal"):
            register[f"{name}-{strength}"] = _of_pair(pair, strength)
        register[f"{name}-possible"] = _of_pair(pair, "formal", possible=True)
    return register


REGISTER = _register()
"""Every number by its name, and how it is computed."""


def network_of(course: Course) -> Network:
    """The network of a course's municipality."""
    folder = course.file("data/municipality/ties.csv").parent
    ours, cast = Course(course.folders[:1]).cast, course.cast
    return Network(
        load(folder=folder),
        tuple(unit.id for unit in units(folder)),
        {id: person.given for id, person in cast.people.items()},
        {before.id: after.id for before, after in in_place(ours, cast)},
    )


def numbers(course: Course) -> dict[str, Number]:
    """Every number of the register, for a course's own municipality."""
    net = network_of(course)
    return {name: compute(net) for name, compute in REGISTER.items()}


def page(course: Course) -> str:
    """The text of ``data/numbers.json``; nothing in a course that has no network."""
    if not course.file("data/municipality/ties.csv").is_file():
        return ""
    lines = (f'  "{name}": {_line(number)}' for name, number in numbers(course).items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _line(number: Number) -> str:
    value = round(float(number.value), 6)
    return json.dumps({**asdict(number), "value": value if number.digits else int(value)})
