"""What is kept of an organisation that somebody brings: numbers for people, names of units alone.

The names of people go into a key that whoever asks has to hold; nothing here remembers it.
"""

import random
from typing import Any

import networkx as nx
from attrs import frozen

from course.networks.given.people import MOST_NAMES
from course.networks.graph import Network
from course.networks.ties import GRADES
from course.plain import Json

_LONGEST = 200  # letters of a name


@frozen
class Organisation:
    """A network of units, or of people who have no names.

    Attributes:
        size: how many nodes there are; a node is its number, from 0.
        names: those of the nodes, where they are units; empty where they are people.
        units: the names of the units that nodes belong to; empty where none are told.
        member: for each node the place of its unit in ``units``; empty as ``units`` is.
        ties: who says so, of whom, and how strong the tie is (1-4).
    """

    size: int
    names: tuple[str, ...]
    units: tuple[str, ...]
    member: tuple[int, ...]
    ties: tuple[tuple[int, int, int], ...]

    @property
    def of_people(self) -> bool:
        """Whether the nodes are people."""
        return not self.names

    def graph(self) -> Network:
        """The network with its directions: nodes are numbers, each in the ``unit`` it has."""
        made: nx.DiGraph[int] = nx.DiGraph()
        made.add_nodes_from(range(self.size))
        made.add_nodes_from((n, {"unit": unit}) for n, unit in enumerate(self.member))
        made.add_edges_from((a, b, {"strength": strength}) for a, b, strength in self.ties)
        return made

    def either_way(self) -> Network:
        """Who is in touch with whom, whoever of the two said so."""
        return nx.Graph(self.graph())

    def as_json(self) -> Json:
        """As plain data: all ties in one text, which takes least room."""
        return {
            "size": self.size,
            "names": list(self.names),
            "units": list(self.units),
            "member": list(self.member),
            "ties": " ".join(str(number) for tie in self.ties for number in tie),
        }

    @classmethod
    def of_json(cls, said: Any) -> "Organisation":
        """Read what `as_json` made; ValueError for anything else.

        >>> pair = Organisation(2, ("Finance", "IT"), (), (), ((0, 1, 3),))
        >>> Organisation.of_json(pair.as_json()) == pair
        True
        """
        try:
            size, flat = said["size"], [int(number) for number in said["ties"].split()]
            names, units, member = said["names"], said["units"], said["member"]
            ties = tuple(zip(flat[::3], flat[1::3], flat[2::3], strict=True))
            texts, of = [*names, *units], [*member]
        except (AttributeError, KeyError, TypeError, ValueError) as fault:
            raise ValueError("It is no organisation.") from fault
        is_one = (
            _is_within(size, MOST_NAMES + 1)
            and all(isinstance(one, str) and 0 < len(one) <= _LONGEST for one in texts)
            and len(names) in (0, size)
            and len(of) == (size if units else 0)
            and all(_is_within(one, len(units)) for one in of)
            and all(_is_within(a, size) and _is_within(b, size) and a != b for a, b, _ in ties)
            and all(_is_within(tie[2], 5) and tie[2] in GRADES for tie in ties)
            and bool(ties)
        )
        if not is_one:
            raise ValueError("It is no organisation.")
        return cls(size, tuple(names), tuple(units), tuple(of), ties)


def neutral(
    graph: Network, *, people: bool, rng: random.Random
) -> tuple[Organisation, tuple[str, ...]]:
    """Take the names of people out of a network that was read, and give the key to them.

    People are numbered by ``rng``, so that no number tells where in a list, or in the alphabet,
    somebody stood; units stand in the order in which they came. The key has each number's name.

    >>> from course.networks.given import read
    >>> given = read("from,to\\nAnn,Bo", units="name,unit\\nAnn,Finance\\nBo,IT")
    >>> made, key = neutral(given.graph, people=True, rng=random.Random(1))
    >>> made.names, made.units, sorted(key)
    ((), ('Finance', 'IT'), ['Ann', 'Bo'])
    """
    nodes = list(graph)
    if people:
        rng.shuffle(nodes)
    place = {node: number for number, node in enumerate(nodes)}
    told: dict[Any, str | None] = dict(graph.nodes(data="unit"))
    belongs = {node: unit for node, unit in told.items() if unit is not None}
    strengths: dict[tuple[Any, Any], int] = nx.get_edge_attributes(graph, "strength")
    units = tuple(dict.fromkeys(belongs.values())) if len(belongs) == len(nodes) else ()
    made = Organisation(
        len(nodes),
        () if people else tuple(map(str, nodes)),
        units,
        tuple(units.index(belongs[node]) for node in nodes) if units else (),
        tuple((place[a], place[b], strength) for (a, b), strength in strengths.items()),
    )
    return made, tuple(map(str, nodes))


def _is_within(number: Any, end: int) -> bool:
    return isinstance(number, int) and not isinstance(number, bool) and 0 <= number < end
