"""Search on a shared problem: who works apart finds more, who works together agrees sooner.

Everyone holds a solution of the same problem, an NK landscape (see `course.models.landscape`),
and knows its score. In each round, all at once, each looks at contacts in the network by a rule
and copies a solution that is strictly better than the own; who copies nothing changes one bit of
the own at random, and keeps the change if it is better. The rules:

- ``"best"``: the best of all contacts (Lazer & Friedman);
- ``"best of sample"``: the best of three contacts chosen at random (Barkoczi & Galesic);
- ``"conformity"``: what most of three such contacts hold, if two agree (Barkoczi & Galesic);
- ``"alone"``: nobody looks.

Which network does best is contested. Lazer & Friedman found that slow ones win in the end;
Mason & Watts (2012, PNAS 109(3), 764-769) saw people in experiments do better in quick ones; and
Barkoczi & Galesic show that it depends on the rule. Their scores are those of landscapes drawn
their own way (``way="Barkoczi & Galesic"``, see `course.models.landscape`).

Sources: Lazer & Friedman (2007), Administrative Science Quarterly 52(4), 667-694; Barkoczi &
Galesic (2016), Nature Communications 7, 13109.
"""

import random
from collections.abc import Callable, Mapping
from typing import Any, Literal, TypeAlias, get_args

import networkx as nx
import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from course.models.checks import Network, require_count, require_network
from course.models.crowds import Crowds
from course.models.estimate import SAME_ARRAY, Estimate, read_only
from course.models.landscape import Way, landscape
from course.models.neighbours import Indices, Neighbours
from course.models.rewiring import ring_lattice

Rule: TypeAlias = Literal["best", "best of sample", "conformity", "alone"]

Design: TypeAlias = "nx.Graph[Any] | Callable[[int], nx.Graph[Any]]"
"""A network, or a function that makes one from a seed, anew for each landscape."""

_MEMORY = 2**23
"""Solutions whose scores are held at once: landscapes of 20 dimensions eight at a time (32 MB)."""


@frozen
class Search:
    """How well the people in each of ``networks`` had solved each problem.

    ``scores`` (networks, landscapes) are means over the people after the last round, from 0 to 1;
    ``over_time`` (networks, rounds + 1) their means over the landscapes, from round 0.
    ``settled`` (networks, landscapes) tells where nobody could learn or find anything more.
    """

    networks: tuple[str, ...]
    scores: NDArray[np.float64] = field(converter=read_only, eq=SAME_ARRAY, hash=False, repr=False)
    over_time: NDArray[np.float64] = field(
        converter=read_only, eq=SAME_ARRAY, hash=False, repr=False
    )
    settled: NDArray[np.bool_] = field(converter=read_only, eq=SAME_ARRAY, hash=False, repr=False)

    def score(self, network: str) -> Estimate:
        """Give the final score in one of the networks, over the landscapes."""
        return Estimate(self.scores[self._place(network)])

    def wins(self, network: str, over: str) -> float:
        """Give how often a network ends ahead of another, per 1,000 landscapes.

        The two add up to less than 1,000, since both may end with the same solution.
        """
        ahead = self.scores[self._place(network)] - self.scores[self._place(over)]
        return 1000 * float((ahead > 1e-6).mean())

    def overtakes(self, network: str, over: str) -> int | None:
        """Give the first round from which a network stays ahead of another; None if it is not."""
        ahead = self.over_time[self._place(network)] > self.over_time[self._place(over)]
        behind = np.flatnonzero(~ahead)
        first = int(behind[-1]) + 1 if len(behind) else 0
        return first if first < len(ahead) else None

    def _place(self, network: str) -> int:
        if network not in self.networks:
            known = ", ".join(map(repr, self.networks))
            raise ValueError(f"There is no network {network!r} here: choose among {known}.")
        return self.networks.index(network)


def search(
    networks: Mapping[str, Design],
    *,
    rule: Rule = "best",
    way: Way = "textbook",
    dimensions: int = 20,
    interdependence: int = 5,
    rounds: int = 200,
    landscapes: int = 100,
    seed: int = 1,
) -> Search:
    """Let people in several networks solve the same problems, from the same first solutions.

    A network that is given as a function is made anew for each landscape, from its number.
    People without contacts search alone. A search ends early where it has settled.

    ``way`` is that in which the landscapes are drawn.

    Raises ValueError for no network, for one that is empty, directed, has double ties or
    self-loops, for an unknown rule or way, and for counts out of bounds (see `landscape`).

    >>> found = search(
    ...     {"line": nx.path_graph(20), "full": nx.complete_graph(20)},
    ...     dimensions=10, interdependence=4, landscapes=40,
    ... )
    >>> found.wins("line", "full") > found.wins("full", "line")
    True
    """
    _require_search(networks, rule, rounds, landscapes)
    rng = np.random.default_rng(seed)
    batch = max(1, _MEMORY >> require_count(dimensions, "dimensions", most=22))
    # One block of memory for all batches: to ask for it anew takes as long as to fill it.
    block = np.empty((min(batch, landscapes), 2**dimensions), np.float32)
    parts: list[list[Crowds]] = []
    for start in range(0, landscapes, batch):
        numbers = range(start, min(start + batch, landscapes))
        scores = block[: len(numbers)]
        for problem in scores:
            problem[:] = landscape(dimensions, interdependence, rng, way)
        # Everyone has a first solution for each problem, the same in every network.
        first = rng.integers(0, 2**dimensions, (len(numbers), _largest(networks)))
        made = [_contacts(design, numbers) for design in networks.values()]
        parts.append(
            [
                Crowds(scores, first[:, : contacts.shape[1]], contacts, rule, chance).follow(rounds)
                for contacts, chance in zip(made, rng.spawn(len(networks)), strict=True)
            ]
        )
    each = list(zip(*parts, strict=True))
    over_time = [np.concatenate([crowds.over_time for crowds in part], axis=1) for part in each]
    return Search(
        networks=tuple(networks),
        scores=[part[-1] for part in over_time],
        over_time=[part.mean(axis=1) for part in over_time],
        settled=[np.concatenate([crowds.settled for crowds in part]) for part in each],
    )


def slow_and_quick(people: int = 100) -> "dict[str, nx.Graph[int]]":
    """Give a line, in which each sees two neighbours, and a crowd in which all see all.

    >>> [graph.number_of_edges() for graph in slow_and_quick(4).values()]
    [3, 6]
    """
    return {"line": nx.path_graph(people), "full": nx.complete_graph(people)}


def followed(
    networks: "Mapping[str, nx.Graph[Any]]",
    *,
    rule: Rule = "best",
    dimensions: int = 20,
    interdependence: int = 5,
    rounds: int = 100,
    problems: int = 1,
    seed: int = 1,
) -> dict[str, NDArray[np.float32]]:
    """Follow everybody in several networks: scores (rounds + 1, problems, people) of each network.

    As `search`, with the same landscapes and first solutions for the same seed, but nobody is left
    out of the count, and nothing is summed up.

    >>> scores = followed(slow_and_quick(20), dimensions=8, interdependence=3, rounds=5)
    >>> scores["line"].shape, bool((scores["line"][0] == scores["full"][0]).all())
    ((6, 1, 20), True)
    """
    rng = np.random.default_rng(seed)
    drawn = [landscape(dimensions, interdependence, rng, "textbook") for _ in range(problems)]
    scores = np.stack(drawn).astype(np.float32)
    first = rng.integers(0, 2**dimensions, (problems, _largest(networks)))
    return {
        name: Crowds(scores, first, _contacts(graph, range(problems)), rule, chance).each(rounds)
        for (name, graph), chance in zip(networks.items(), rng.spawn(len(networks)), strict=True)
    }


def published_networks(people: int = 100) -> "dict[str, Design]":
    """Give the five networks of Lazer & Friedman (2007), from slow to quick.

    A line; a ring lattice with four contacts; that lattice with ten ties added at random; a random
    network where each pair has a tie with chance .07; and everyone tied to everyone. The third and
    the fourth are drawn anew for each landscape. Raises ValueError for fewer than 10 people.

    >>> list(published_networks())
    ['line', 'lattice', '+10 ties', 'random', 'full']
    """
    require_count(people, "people", least=10)
    return {
        "line": nx.path_graph(people),
        "lattice": ring_lattice(people, 4),
        "+10 ties": lambda number: _with_ties(ring_lattice(people, 4), 10, number),
        "random": lambda number: nx.fast_gnp_random_graph(people, 0.07, seed=number),
        "full": nx.complete_graph(people),
    }


def _with_ties(graph: Network, ties: int, number: int) -> Network:
    chance = random.Random(number)
    people, before = list(graph), graph.number_of_edges()
    while graph.number_of_edges() < before + ties:
        graph.add_edge(*chance.sample(people, 2))
    return graph


def _largest(networks: Mapping[str, Design]) -> int:
    return max(len(design(0) if callable(design) else design) for design in networks.values())


def _require_search(
    networks: Mapping[str, Design], rule: Rule, rounds: int, landscapes: int
) -> None:
    if not networks:
        raise ValueError("There is no network: give at least one, such as {'line': a graph}.")
    if rule not in get_args(Rule):
        raise ValueError(f"{rule!r} is no rule: choose among {', '.join(get_args(Rule))}.")
    require_count(rounds, "rounds", least=0)
    require_count(landscapes, "landscapes")
    for design in networks.values():
        require_network(design(0) if callable(design) else design)


def _contacts(design: Design, numbers: range) -> Indices:
    """Contacts (landscapes or 1, people, most contacts), filled up with the person's own number."""
    if not callable(design):
        return Neighbours([design]).padded()[None]
    tables = [Neighbours([design(number)]).padded() for number in numbers]
    if len({len(table) for table in tables}) > 1:
        raise ValueError(
            "A function makes networks of different sizes: let it give all as many people."
        )
    most = max(table.shape[1] for table in tables)
    own = np.arange(len(tables[0]))[:, None]
    return np.stack(
        [
            np.concatenate([table, np.repeat(own, most - table.shape[1], axis=1)], axis=1)
            for table in tables
        ]
    )
