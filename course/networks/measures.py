"""How much of a network crosses the boundaries between units, beside what chance would give.

Where ties have a direction each counts as one, so that two people with a tie each way have two:
the E-I index is then that of the arcs, and densities are shares of the ordered pairs.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from math import nan, perm, sqrt
from typing import TYPE_CHECKING, Any

import networkx as nx
from attrs import frozen

from course.networks.graph import Network, require_simple, unit_by_node

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_NINETEEN_OF_TWENTY = 1.96
"""Standard deviations of a normal curve within which 95 per cent lie."""


@frozen
class Densities:
    """Ties as a share of the pairs that could be tied, within units and between them.

    A share is ``nan`` where there is no such pair: every unit has one person, or there is one unit.
    """

    within: float
    between: float


@frozen
class Boundary:
    """A network's boundaries between units, at one strength of tie.

    ``external`` ties join two units and ``internal`` ties do not; ``ties`` is their sum.
    ``isolates`` is the number of people without ties. ``ei`` is the E-I index (``nan`` without
    ties) and ``chance`` its value if ties ignored units. ``deviation`` is how much that varies: the
    standard deviation of the index when the people change places at random and the ties stay, as in
    a permutation test. The densities are shares of possible ties, as in `Densities`.
    """

    ties: int
    external: int
    internal: int
    isolates: int
    ei: float
    chance: float
    deviation: float
    density_within: float
    density_between: float

    @property
    def by_chance(self) -> tuple[float, float]:
        """Between which values 19 permutations of 20 lie: an index outside is hardly by chance.

        By the normal curve, which is near where there are some dozens of ties.
        """
        off = _NINETEEN_OF_TWENTY * self.deviation
        return max(-1.0, self.chance - off), min(1.0, self.chance + off)


@frozen(eq=False)
class BoundaryTable:
    """Ties between each two of k units, and within each unit on the diagonal.

    ``ties`` and ``possible`` are (k, k) counts of ties and of pairs of people; ``density`` is their
    ratio, ``nan`` where no pair is possible. Rows follow ``units``. They are symmetric, unless ties
    have a direction: then rows are where they begin. The arrays are read-only.
    """

    units: tuple[Any, ...]
    ties: "NDArray[np.int64]"
    possible: "NDArray[np.int64]"
    density: "NDArray[np.float64]"


def ei_by_chance(sizes: Iterable[int]) -> float:
    """Give the E-I index expected when ties ignore units of these sizes (people in each).

    With sizes n_k and n people it is 1 - 2 sum n_k(n_k - 1) / (n(n - 1)): the share of pairs
    that join two units minus the share that do not.

    Raises ValueError for a negative size, and for fewer than two people.

    Source: Krackhardt & Stern (1988), Social Psychology Quarterly 51(2), 123-140.

    >>> round(ei_by_chance([17, 17]), 4)
    0.0303
    """
    people = list(sizes)
    if any(size < 0 for size in people):
        raise ValueError("A unit has a negative number of people: give the size of each unit.")
    total = sum(people)
    if total < 2:
        raise ValueError(
            "A tie needs two people, and the units hold fewer: give the size of each unit."
        )
    return 1 - 2 * sum(size * (size - 1) for size in people) / (total * (total - 1))


def densities(graph: Network, unit: str = "unit") -> Densities:
    """Give the share of possible ties that exist within units and between them, 0 to 1.

    All pairs of the network are pooled, so a large unit counts for more than a small one.

    Raises ValueError when a node lacks the attribute ``unit``, and for an empty graph or one
    with parallel ties or self-loops.

    >>> densities(nx.Graph())
    Traceback (most recent call last):
    ValueError: The network has no people: add nodes before measuring it.
    """
    require_simple(graph)
    external, internal = _external_and_internal(graph, unit)
    sizes = _sizes(graph, unit)
    ways = 2 if graph.is_directed() else 1
    within = ways * sum(size * (size - 1) // 2 for size in sizes)
    between = ways * len(graph) * (len(graph) - 1) // 2 - within
    return Densities(internal / within if within else nan, external / between if between else nan)


def boundary(graph: Network, unit: str = "unit") -> Boundary:
    """Give ties, isolates, E-I index, what chance would give, and densities of ``graph`` together.

    The E-I index is external minus internal ties, divided by all ties, from -1 to +1. Small units
    alone push it towards +1: show it beside what chance would give. For ties from a certain
    strength, pass `course.networks.at_least` of the graph.

    Raises ValueError as `densities` does, and for fewer than two people.

    Source: Krackhardt & Stern (1988), Social Psychology Quarterly 51(2), 123-140; the deviation is
    that of Krackhardt (1988), Social Networks 10(4), 359-381.

    >>> from course.networks import at_least, municipality
    >>> formal = boundary(at_least(municipality.load(), 3))
    >>> formal.ties, formal.external, formal.internal
    (178, 78, 100)
    >>> club = boundary(nx.karate_club_graph(), unit="club")
    >>> round(club.ei, 4), round(club.chance, 4), round(club.deviation, 3)
    (-0.7179, 0.0303, 0.095)
    """
    shares = densities(graph, unit)
    external, internal = _external_and_internal(graph, unit)
    ties = external + internal
    return Boundary(
        ties=ties,
        external=external,
        internal=internal,
        isolates=nx.number_of_isolates(graph),
        ei=(external - internal) / ties if ties else nan,
        chance=ei_by_chance(_sizes(graph, unit)),
        deviation=_deviation(graph, _sizes(graph, unit)) if ties else nan,
        density_within=shares.within,
        density_between=shares.between,
    )


def boundary_table(
    graph: Network, unit: str = "unit", order: Sequence[Hashable] | None = None
) -> BoundaryTable:
    """Count the ties between each two units, and within each unit on the diagonal.

    ``order`` lists the units as rows and columns shall follow; without it they come in the order
    of the graph's nodes. A unit in ``order`` where nobody works gets a row of zeros.

    Raises ValueError as `densities` does, and when ``order`` lacks a unit or repeats one.

    >>> table = boundary_table(nx.karate_club_graph(), "club", order=["Officer", "Mr. Hi"])
    >>> table.ties.tolist()
    [[32, 11], [11, 35]]
    """
    import numpy as np

    require_simple(graph)
    member = unit_by_node(graph, unit)
    units = tuple(dict.fromkeys(member.values())) if order is None else tuple(order)
    row = {name: index for index, name in enumerate(units)}
    absent = [name for name in member.values() if name not in row]
    if absent or len(row) < len(units):
        raise ValueError(
            f"The order lacks the unit {absent[0]!r}: list every unit once."
            if absent
            else "The order names a unit twice: list every unit once."
        )
    ties = np.zeros((len(units), len(units)), dtype=np.int64)
    for one, other in graph.edges:
        first, second = row[member[one]], row[member[other]]
        ties[first, second] += 1
        if first != second and not graph.is_directed():
            ties[second, first] += 1
    sizes = np.bincount([row[name] for name in member.values()], minlength=len(units))
    possible = np.outer(sizes, sizes)
    np.fill_diagonal(possible, sizes * (sizes - 1) // (1 if graph.is_directed() else 2))
    density = np.full(ties.shape, nan)
    np.divide(ties, possible, out=density, where=possible > 0)
    for array in (ties, possible, density):
        array.setflags(write=False)
    return BoundaryTable(units, ties, possible, density)


def _external_and_internal(graph: Network, unit: str) -> tuple[int, int]:
    member = unit_by_node(graph, unit)
    internal = sum(member[one] == member[other] for one, other in graph.edges)
    return graph.number_of_edges() - internal, internal


def _sizes(graph: Network, unit: str) -> list[int]:
    return list(Counter(unit_by_node(graph, unit).values()).values())


def _deviation(graph: Network, sizes: Sequence[int]) -> float:
    """The standard deviation of the E-I index when people change places at random.

    The ties stay as they are and so do the units' sizes: this is that of a permutation test (QAP),
    in closed form; the moments follow by counting. With w_ij ties in a pair (0, 1, or 2 with one
    each way) and T = sum w in all, the internal ties have the variance

        p2 sum w^2 + p3 C + p4 (T^2 - sum w^2 - C) - (p2 T)^2,

    where C is the sum of w w' over ordered couples of pairs that share one person, and p2, p3 and
    p4 are the chances that two, three, and twice two people fall in one unit.
    """
    people = len(graph)
    strength: Counter[Any] = Counter()
    squares: Counter[Any] = Counter()
    for one, other in graph.edges:
        # A pair with one each way is met twice: 1 of its weight of 2 either time.
        both = graph.is_directed() and graph.has_edge(other, one)
        for person in (one, other):
            strength[person] += 1
            squares[person] += 2 if both else 1
    ties = graph.number_of_edges()
    square = sum(squares.values()) / 2
    sharing = sum(n * n for n in strength.values()) - sum(squares.values())
    two = _together(sizes, people, 2)
    three = _together(sizes, people, 3)
    ordered = people * (people - 1) * (people - 2) * (people - 3)
    pairs = sum(size * (size - 1) for size in sizes)
    apart = pairs**2 - sum((size * (size - 1)) ** 2 for size in sizes)
    four = _together(sizes, people, 4) + (apart / ordered if ordered else 0)
    variance = two * square + three * sharing + four * (ties**2 - square - sharing)
    # The index is 1 - 2 internal / ties; rounding may leave less than nothing.
    return 2 * sqrt(max(0.0, variance - (two * ties) ** 2)) / ties


def _together(sizes: Sequence[int], people: int, many: int) -> float:
    """The chance that so many people, chosen at random, are all of one unit."""
    ways = [perm(size, many) for size in sizes]
    return sum(ways) / perm(people, many) if people >= many else 0.0
