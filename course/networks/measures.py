"""How much of a network crosses the boundaries between units, beside what chance would give."""

from collections.abc import Hashable, Iterable, Sequence
from math import nan
from typing import Any

import networkx as nx
import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from course.networks.graph import Network, require_simple, unit_by_node


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
    ties) and ``chance`` its value if ties ignored units. The densities are shares of possible
    ties, as in `Densities`.
    """

    ties: int
    external: int
    internal: int
    isolates: int
    ei: float
    chance: float
    density_within: float
    density_between: float


@frozen(eq=False)
class BoundaryTable:
    """Ties between each two of k units, and within each unit on the diagonal.

    ``ties`` and ``possible`` are symmetric (k, k) counts of ties and of pairs of people;
    ``density`` is their ratio, ``nan`` where no pair is possible. Rows follow ``units``.
    The arrays are read-only.
    """

    units: tuple[Any, ...]
    ties: NDArray[np.int64]
    possible: NDArray[np.int64]
    density: NDArray[np.float64]


def ei_index(graph: Network, unit: str = "unit") -> float:
    """Give the E-I index: external minus internal ties, divided by all ties, from -1 to +1.

    Show it beside `ei_by_chance`: small units alone push it towards +1.

    Raises ValueError when there are no ties, when a node lacks the attribute ``unit``, and for a
    graph with directed ties, parallel ties or self-loops.

    Source: Krackhardt & Stern (1988), Social Psychology Quarterly 51(2), 123-140.

    >>> round(ei_index(nx.karate_club_graph(), unit="club"), 4)
    -0.7179
    """
    require_simple(graph)
    external, internal = _external_and_internal(graph, unit)
    if not external + internal:
        raise ValueError(
            "The network has no ties, so the E-I index is undefined: count weaker ties too."
        )
    return (external - internal) / (external + internal)


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
    with directed ties, parallel ties or self-loops.

    >>> densities(nx.Graph())
    Traceback (most recent call last):
    ValueError: The network has no people: add nodes before measuring it.
    """
    require_simple(graph)
    external, internal = _external_and_internal(graph, unit)
    sizes = _sizes(graph, unit)
    within = sum(size * (size - 1) // 2 for size in sizes)
    between = len(graph) * (len(graph) - 1) // 2 - within
    return Densities(internal / within if within else nan, external / between if between else nan)


def boundary(graph: Network, unit: str = "unit") -> Boundary:
    """Give ties, isolates, E-I index, its chance value and densities of ``graph`` together.

    For ties from a certain strength, pass `course.networks.at_least` of the graph.

    Raises ValueError as `densities` does, and for fewer than two people.

    >>> from course.networks import at_least, municipality
    >>> formal = boundary(at_least(municipality.load(), 3))
    >>> formal.ties, formal.external, formal.internal
    (178, 78, 100)
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
        if first != second:
            ties[second, first] += 1
    sizes = np.bincount([row[name] for name in member.values()], minlength=len(units))
    possible = np.outer(sizes, sizes)
    np.fill_diagonal(possible, sizes * (sizes - 1) // 2)
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
    members = list(unit_by_node(graph, unit).values())
    return [members.count(name) for name in dict.fromkeys(members)]
