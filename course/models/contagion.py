"""Complex contagion: a practice spreads to those who see enough of their contacts take it up.

Some begin. In each round everyone who has not adopted looks at the own contacts, and adopts if
enough of them have: a number (``contacts=2``) or a share (``share=0.25``). Rounds are
simultaneous, and who has adopted stays so. One contact is enough for news; a practice that is
costly, uncertain or odd asks for several, and then long ties, which bring one contact each, may
carry nothing.

Sources: Granovetter (1978), American Journal of Sociology 83(6), 1420-1443; Watts (2002), PNAS
99(9), 5766-5771; Centola & Macy (2007), American Journal of Sociology 113(3), 702-734. The noise
is that of Eckles, Mossel, Rahimian & Sen (arXiv:1810.03579), in its simplest form.
"""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import Any

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from course.models.checks import Network, require_count, require_share
from course.models.estimate import SAME_ARRAY, read_only
from course.models.fronts import Fronts
from course.models.needed import Thresholds, needed_by_each
from course.models.neighbours import Indices, Neighbours, Ties
from course.models.planes import WORD
from course.models.rounds import Rounds

_WORDS = 2**15
"""People times words that are computed together: what a processor's nearest cache holds."""

_BESIDE = 16
"""Words that stand side by side even so: it takes as long to fetch one of them."""

_MOST = 2**20
"""People times words that are computed together at most, for the sake of memory."""

_ALONE = 8
"""Runs up to which it is quicker to follow one after the other."""


@frozen
class Contagion:
    """How the practice spread among ``people``, in one or more runs.

    ``adopted_at`` (runs, people) holds the round in which each adopted: 0 for those who began,
    -1 for those who never did.
    """

    people: Sequence[Hashable] = field(repr=False)
    adopted_at: NDArray[np.int32] = field(
        converter=read_only, eq=SAME_ARRAY, hash=False, repr=False
    )

    @property
    def adopters(self) -> NDArray[np.int64]:
        """How many adopted in each run (runs,)."""
        return np.asarray((self.adopted_at >= 0).sum(axis=1))

    @property
    def everyone(self) -> NDArray[np.bool_]:
        """Whether all adopted, for each run (runs,)."""
        return np.asarray((self.adopted_at >= 0).all(axis=1))

    @property
    def rounds(self) -> NDArray[np.int32]:
        """The last round that brought anyone new, for each run (runs,); 0 if none did."""
        return np.asarray(self.adopted_at.max(axis=1).clip(0))

    @property
    def over_time(self) -> NDArray[np.int64]:
        """Adopters after each round, from round 0: (runs, most rounds + 1)."""
        rounds = int(self.adopted_at.max(initial=0)) + 1
        new = [np.bincount(run[run >= 0], minlength=rounds) for run in self.adopted_at]
        return np.cumsum(new, axis=1)

    def names(self, run: int = 0) -> frozenset[Hashable]:
        """Give those who adopted in a run."""
        return frozenset(self.people[int(i)] for i in np.flatnonzero(self.adopted_at[run] >= 0))


def spread(
    graph: Ties,
    beginners: Sequence[Collection[Hashable]],
    *,
    contacts: Thresholds | None = None,
    share: Thresholds | None = None,
    noise: float = 0.0,
    rounds: int | None = None,
    seed: int = 1,
) -> Contagion:
    """Follow a practice through a network, once for each set of people who begin.

    ``graph`` is a networkx graph, or an `Adjacency`, in which people are numbers. Give either
    ``contacts``, the least number of adopting contacts that makes a person adopt, or ``share``,
    the least share of the own contacts, from 0 to 1: one for all, or one for each person, as a
    mapping or in the order of the people. A threshold of 0 adopts in the first round; with a share
    above 0 a person without contacts never does. ``noise`` is the chance, each round, that a person
    with too few adopting contacts, but at least one, adopts anyway.

    Runs end when nothing more can happen, or after ``rounds``, which noise requires.

    Raises ValueError for a network that is empty, directed, has double ties or self-loops, for
    people who are not in it, and for thresholds that are negative, missing, or shares above 1.

    >>> import networkx as nx
    >>> ring = nx.circulant_graph(12, [1, 2])
    >>> spread(ring, [{0, 1}, {0, 6}], contacts=2).adopters.tolist()
    [12, 2]
    """
    net = Neighbours([graph])
    followed = _followed(net, beginners, contacts, share, noise, rounds, seed)
    times = np.empty((len(beginners), len(net.people)), np.int32)
    done = 0
    for part, runs in followed:
        times[done : done + runs] = part.times(runs).T
        done += runs
    times -= 1
    times.flags.writeable = False
    return Contagion(net.people, times)


def spread_sizes(
    graph: Ties,
    beginners: Sequence[Collection[Hashable]],
    *,
    contacts: Thresholds | None = None,
    share: Thresholds | None = None,
    noise: float = 0.0,
    rounds: int | None = None,
    seed: int = 1,
) -> NDArray[np.int64]:
    """Give how many adopt in each run (runs,), and keep nothing else of it.

    As ``spread(...).adopters``, for a million runs, or for a million people.

    >>> from course.models.adjacency import Adjacency
    >>> spread_sizes(Adjacency([0, 1, 3, 4], [1, 0, 2, 1]), [[0], [1], []], contacts=1).tolist()
    [3, 3, 0]
    """
    net = Neighbours([graph])
    followed = _followed(net, beginners, contacts, share, noise, rounds, seed)
    return np.concatenate([part.sizes(runs) for part, runs in followed])


def spread_each(
    graphs: Sequence[Network],
    beginners: Sequence[Collection[Hashable]],
    *,
    contacts: Thresholds | None = None,
    share: Thresholds | None = None,
    noise: float = 0.0,
    rounds: int | None = None,
    seed: int = 1,
) -> tuple[Contagion, ...]:
    """Follow a practice through several networks at once: one run in each, with its beginners.

    Arguments as for `spread`; ``graphs`` and ``beginners`` have the same length.

    >>> import networkx as nx
    >>> ring, wheel = nx.cycle_graph(8), nx.wheel_graph(8)
    >>> [run.adopters.item() for run in spread_each([ring, wheel], [{0, 1}] * 2, contacts=2)]
    [2, 8]
    """
    if not graphs or len(graphs) != len(beginners):
        raise ValueError(
            f"There are {len(graphs)} networks and {len(beginners)} sets of people who begin: "
            "give at least one network, and one set for each."
        )
    net = Neighbours(graphs)
    needed = needed_by_each(net, contacts, share)
    last = _last(max(net.sizes), noise, rounds)
    starts = np.cumsum([0, *net.sizes])
    numbers = [
        _cells({person: i for i, person in enumerate(graph, start)}, [who])[0]
        for graph, who, start in zip(graphs, _require_runs(beginners), starts, strict=False)
    ]
    begun = np.concatenate(numbers)
    rng = np.random.default_rng(seed)
    part = _follow(net, needed, (begun, np.zeros_like(begun)), 1, noise, last, rng)
    times = part.times(1)[:, 0].astype(np.int32) - 1
    return tuple(Contagion(net.people[a:b], times[None, a:b]) for a, b in pairwise(starts))


def neighbourhood(graph: Network, person: Hashable) -> frozenset[Hashable]:
    """Give a person and all the contacts: those who begin in Centola & Macy (2007).

    >>> import networkx as nx
    >>> sorted(neighbourhood(nx.path_graph(4), 1))
    [0, 1, 2]
    """
    if person not in graph:
        raise ValueError(f"{person!r} is not in the network: choose one of its nodes.")
    return frozenset([person, *graph[person]])


def _followed(
    net: Neighbours,
    beginners: Sequence[Collection[Hashable]],
    contacts: Thresholds | None,
    share: Thresholds | None,
    noise: float,
    rounds: int | None,
    seed: int,
) -> Iterator[tuple[Rounds | Fronts, int]]:
    """The runs, as many at a time as a processor's cache holds, and how many they are."""
    needed = needed_by_each(net, contacts, share)
    last = _last(len(net.people), noise, rounds)
    _require_runs(beginners)
    known = None if isinstance(net.people, range) else {who: i for i, who in enumerate(net.people)}
    rng = np.random.default_rng(seed)
    people = len(net.people)
    at_once = WORD * max(1, min(max(_WORDS // people, _BESIDE), _MOST // people))
    for start in range(0, len(beginners), at_once):
        batch = beginners[start : start + at_once]
        begun = _cells(known, batch, people)
        yield _follow(net, needed, begun, len(batch), noise, last, rng), len(batch)


def _follow(
    net: Neighbours,
    needed: NDArray[np.int64],
    begun: tuple[Indices, Indices],
    runs: int,
    noise: float,
    last: int,
    rng: np.random.Generator,
) -> Rounds | Fronts:
    if runs <= _ALONE and not noise:
        return Fronts(net, needed, begun, runs, last)
    return Rounds(net, needed, begun, runs).follow(noise, last, rng)


def _require_runs(beginners: Sequence[Collection[Hashable]]) -> Sequence[Collection[Hashable]]:
    if not len(beginners):
        raise ValueError("There is no run: give at least one set of people who begin.")
    return beginners


def _cells(
    known: Mapping[Hashable, int] | None, runs: Sequence[Collection[Hashable]], people: int = 0
) -> tuple[Indices, Indices]:
    """The number of each who begins, and the run: by what people are called, if they are."""
    for begun in runs:
        if not isinstance(begun, Iterable) or isinstance(begun, str):
            raise ValueError(
                f"{begun!r} stands where a set of people who begin should: give one set for each "
                "run, such as [{'Karin', 'Ali'}]."
            )
    run = np.repeat(np.arange(len(runs)), np.fromiter(map(len, runs), np.intp, len(runs)))
    everyone: Iterable[Any] = chain.from_iterable(runs)
    try:
        if known is None:
            return _people(everyone, people), run
        return np.fromiter(map(known.__getitem__, everyone), np.intp, len(run)), run
    except KeyError as unknown:
        raise ValueError(
            f"{unknown.args[0]!r} is not in the network: begin with some of its nodes."
        ) from None


def _people(given: Iterable[Any], people: int) -> Indices:
    """People as numbers from 0; KeyError for who is none of them."""
    each = list(given)
    for one in each:
        if not (isinstance(one, int | np.integer) and 0 <= one < people):
            raise KeyError(one)
    return np.array(each, dtype=np.intp)


def _last(people: int, noise: float, rounds: int | None) -> int:
    """The last round to compute. Without noise, each round but the last brings someone new."""
    if require_share(noise, "noise") and rounds is None:
        raise ValueError(
            "With noise a run may go on for very long: say how many rounds to follow, such as "
            "rounds=200."
        )
    return people if rounds is None else require_count(rounds, "rounds", least=0)
