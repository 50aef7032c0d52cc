"""How many bridges? Units that learn within and, through some ties, between each other.

Inspired by Fang, Lee & Schilling (2010); only the shape of the result is claimed. Everyone holds
beliefs about a problem, each right, wrong or none. They pay in bundles: only when all beliefs of
a bundle are right does it count, so half an idea is worth nothing. In each period everyone looks
at those contacts who are better paid than oneself, and takes over what most of them believe, each
belief with chance ``rate``. Units with few ties between them keep different beliefs alive, and
with none they never meet.

Source: Fang, Lee & Schilling (2010), Organization Science 21(3), 625-642.
"""

import random
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import combinations
from typing import Any, Literal, TypeAlias, get_args

import networkx as nx
import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from course.models.checks import (
    Network,
    require_bundles,
    require_count,
    require_network,
    require_share,
)
from course.models.estimate import SAME_ARRAY, Estimate, read_only

Placement: TypeAlias = Literal["at random", "spread out", "one broker a unit", "one pair of units"]

LONGEST = 2_000
"""Periods after which a replication that still changes is left as it stands."""

_BATCH = 50
"""Replications computed together."""


@frozen
class Groups:
    """What the units had learnt at the end of each replication.

    ``payoff`` is the mean over the people of the share of bundles that are all right, 0 to 1;
    ``paid`` (periods + 1, replications) is the same before the first period and after each, and
    ``settled`` (replications,) tells where nobody had anything more to learn from a contact.
    """

    payoff: Estimate
    paid: NDArray[np.float64] = field(converter=read_only, eq=SAME_ARRAY, hash=False, repr=False)
    settled: NDArray[np.bool_] = field(converter=read_only, eq=SAME_ARRAY, hash=False, repr=False)

    @property
    def over_time(self) -> NDArray[np.float64]:
        """The mean payoff (periods + 1,) over the replications."""
        mean: NDArray[np.float64] = self.paid.mean(axis=1)
        return mean

    def after(self, periods: int | None) -> NDArray[np.float64]:
        """Each replication's payoff (replications,) after so many periods; None for the last.

        What has settled by then stays as it is, also after more periods than were computed.
        """
        last = len(self.paid) - 1
        after: NDArray[np.float64] = self.paid[last if periods is None else min(periods, last)]
        return after


def learn_in_groups(
    network: "nx.Graph[Any] | Callable[[int], nx.Graph[Any]]",
    *,
    beliefs: int = 60,
    bundle: int = 3,
    rate: float = 0.3,
    periods: int | None = None,
    replications: int = 100,
    seed: int = 1,
) -> Groups:
    """Let the people in a network learn from better-paid contacts.

    ``network`` is one graph, or a function that makes one, always of the same size, from the
    number of the replication (see `units`). With ``periods=None`` each replication runs until
    nobody has more to learn, at most `LONGEST` periods.

    Raises ValueError for a network that is empty, directed, has double ties or self-loops, for
    beliefs that do not divide into bundles, and for a rate outside 0 to 1, or 0 without periods.

    >>> apart, linked = (
    ...     learn_in_groups(lambda number: units(ties, seed=number), replications=10)
    ...     for ties in (0, 40)
    ... )
    >>> apart.payoff.mean < linked.payoff.mean
    True
    """
    require_bundles(beliefs, bundle)
    require_count(replications, "replications")
    require_share(rate, "rate", above_zero=periods is None)
    last = LONGEST if periods is None else require_count(periods, "periods", least=0)
    rng = np.random.default_rng(seed)
    batches = []
    for start in range(0, replications, _BATCH):
        numbers = range(start, min(start + _BATCH, replications))
        ties = _adjacencies(network, numbers)
        held = rng.integers(-1, 2, (*ties.shape[:2], beliefs)).astype(np.float32)
        batches.append(_follow(ties, held, _Rules(bundle, rate, last), rng))
    longest = max(len(paid) for paid, _ in batches)
    # What has settled stays as it is.
    paid = np.concatenate(
        [np.pad(paid, ((0, longest - len(paid)), (0, 0)), mode="edge") for paid, _ in batches],
        axis=1,
    )
    settled = np.concatenate([settled for _, settled in batches])
    return Groups(Estimate(paid[-1]), paid, settled)


def learn_one_by_one(
    network: "nx.Graph[Any]",
    *,
    beliefs: int = 60,
    bundle: int = 3,
    rate: float = 0.3,
    seed: int = 1,
) -> NDArray[np.float64]:
    """Give everybody's payoff (periods + 1, people) in one organisation, until nobody learns.

    Arguments and what they raise as for `learn_in_groups`; at most `LONGEST` periods.

    >>> paid = learn_one_by_one(units(15))
    >>> paid.shape[1], bool(paid[0].mean() < paid[-1].mean())
    (48, True)
    """
    require_bundles(beliefs, bundle)
    require_share(rate, "rate", above_zero=True)
    rng = np.random.default_rng(seed)
    ties = _adjacency(network)[None]
    held = rng.integers(-1, 2, (1, len(network), beliefs)).astype(np.float32)
    periods = _periods(ties, held, _Rules(bundle, rate, LONGEST), rng)
    return np.concatenate([payoff for _, payoff, _ in periods])


def units(
    ties: int,
    *,
    placement: Placement = "at random",
    number: int = 6,
    size: int = 8,
    seed: int = 1,
) -> "nx.Graph[int]":
    """Make units in which everyone knows everyone, with some ties between units.

    The ties are drawn ``"at random"`` among all pairs from different units; ``"spread out"``, so
    that all pairs of units have as many, and all people, as far as the number allows; ``"one broker
    a unit"`` among the brokers, one in each unit; or ``"one pair of units"`` among the people of
    two units. Each person's unit is the node attribute ``unit``, a number from 0.

    Raises ValueError for an unknown placement, and for more ties than there are such pairs.

    >>> units(15, placement="one broker a unit").degree[0]
    12
    """
    if placement not in get_args(Placement):
        known = ", ".join(get_args(Placement))
        raise ValueError(f"{placement!r} is no placement: choose among {known}.")
    require_count(number, "number")
    require_count(size, "size")
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from((person, {"unit": person // size}) for person in range(number * size))
    for unit in range(number):
        graph.add_edges_from(combinations(range(size * unit, size * unit + size), 2))
    linked = {
        "at random": range(number * size),
        "spread out": range(number * size),
        "one broker a unit": range(0, number * size, size),
        "one pair of units": range(min(2, number) * size),
    }[placement]
    pairs = _across(linked, size)
    require_count(ties, "ties", least=0, most=len(pairs))
    chance = random.Random(seed)
    spread = placement == "spread out"
    graph.add_edges_from(_even(pairs, ties, size, chance) if spread else chance.sample(pairs, ties))
    return graph


@lru_cache(maxsize=16)
def _across(people: range, size: int) -> tuple[tuple[int, int], ...]:
    """All pairs of people from two units; many networks are made of the same."""
    return tuple((a, b) for a, b in combinations(people, 2) if a // size != b // size)


def _even(
    pairs: tuple[tuple[int, int], ...], ties: int, size: int, chance: random.Random
) -> list[tuple[int, int]]:
    """Choose pairs of people one by one: units, and then people, who have fewest so far."""
    shuffled = [*pairs]
    chance.shuffle(shuffled)
    left, chosen = np.array(shuffled, int).reshape(-1, 2), []
    people = 1 + int(left.max(initial=0))
    having = np.zeros(people, int)
    between = np.zeros((people, people), int)
    for _ in range(ties):
        one, other = having[left].T
        by_units = between[tuple(left.T // size)]
        # The last key counts first; of equals the first of the shuffled is taken.
        first = np.lexsort((one + other, np.maximum(one, other), by_units))[0]
        a, b = left[first].tolist()
        left = np.delete(left, first, axis=0)
        having[[a, b]] += 1
        between[a // size, b // size] += 1
        chosen.append((a, b))
    return chosen


@frozen
class _Rules:
    """How people learn: by bundles of beliefs, how surely, and for how many periods at most."""

    bundle: int
    rate: float
    last: int


def _follow(
    ties: NDArray[np.bool_],
    held: NDArray[np.float32],
    rules: _Rules,
    rng: np.random.Generator,
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Give mean payoffs (periods + 1, replications), and which replications settled."""
    settled = np.zeros(len(ties), bool)
    paid = [np.zeros(len(ties))]
    for going, payoff, still in _periods(ties, held, rules, rng):
        paid.append(paid[-1].copy())
        paid[-1][going] = payoff.mean(axis=1)
        settled[going] = ~still
    return np.array(paid[1:]), settled


def _periods(
    ties: NDArray[np.bool_],
    held: NDArray[np.float32],
    rules: _Rules,
    rng: np.random.Generator,
) -> Iterator[tuple[NDArray[np.intp], NDArray[np.float64], NDArray[np.bool_]]]:
    """Give, period by period, for the replications that go on: which, payoffs, who still learns.

    Payoffs are (replications, people).
    """
    going = np.arange(len(ties))
    for _ in range(rules.last + 1):
        payoff = _solved(held, rules.bundle).mean(axis=2)
        better = ties & (payoff[:, None, :] > payoff[:, :, None])
        views = np.sign(better.astype(np.float32) @ held)
        learns = (views != 0) & (views != held)
        still = learns.any(axis=(1, 2))
        yield going, payoff, still
        if not still.any():
            return
        going, ties, held = going[still], ties[still], held[still]
        views, learns = views[still], learns[still]
        learns &= rng.random(held.shape, dtype=np.float32) < rules.rate
        np.copyto(held, views, where=learns)


def _solved(held: NDArray[np.float32], bundle: int) -> NDArray[np.bool_]:
    """Tell which bundles are all right (replications, people, bundles)."""
    right = held == 1
    # Belief by belief: NumPy is ten times slower along an axis as short as a bundle.
    solved: NDArray[np.bool_] = right[:, :, ::bundle].copy()
    for belief in range(1, bundle):
        solved &= right[:, :, belief::bundle]
    return solved


def _adjacencies(
    network: "nx.Graph[Any] | Callable[[int], nx.Graph[Any]]", numbers: range
) -> NDArray[np.bool_]:
    """Who has a tie to whom (replications, people, people)."""
    if not callable(network):
        return np.repeat(_adjacency(network)[None], len(numbers), axis=0)
    each = [_adjacency(network(number)) for number in numbers]
    if len({len(ties) for ties in each}) > 1:
        raise ValueError(
            "The function makes networks of different sizes: let it give all as many people."
        )
    return np.stack(each)


def _adjacency(graph: Network) -> NDArray[np.bool_]:
    require_network(graph)
    number = {person: i for i, person in enumerate(graph)}
    ties = np.zeros((len(graph), len(graph)), bool)
    for person, contacts in graph.adjacency():
        ties[number[person], [number[other] for other in contacts]] = True
    return ties
