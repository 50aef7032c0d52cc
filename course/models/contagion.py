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

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, TypeAlias

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from course.models.checks import Network, require_count, require_share
from course.models.estimate import SAME_ARRAY, read_only
from course.models.neighbours import Indices, Neighbours

Thresholds: TypeAlias = float | Mapping[Any, float]
"""One threshold for all, or one for each person."""

_CELLS = 1_000_000
"""People times runs that are computed together: what a processor's cache holds."""

_VISIT = 60
"""What it costs to visit one contact of one new adopter, in units of adding one byte in a row."""


@frozen
class Contagion:
    """How the practice spread among ``people``, in one or more runs.

    ``adopted_at`` (runs, people) holds the round in which each adopted: 0 for those who began,
    -1 for those who never did.
    """

    people: tuple[Hashable, ...] = field(repr=False)
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
        return frozenset(self.people[i] for i in np.flatnonzero(self.adopted_at[run] >= 0))


def spread(
    graph: Network,
    beginners: Sequence[Collection[Hashable]],
    *,
    contacts: Thresholds | None = None,
    share: Thresholds | None = None,
    noise: float = 0.0,
    rounds: int | None = None,
    seed: int = 1,
) -> Contagion:
    """Follow a practice through a network, once for each set of people who begin.

    Give either ``contacts``, the least number of adopting contacts that makes a person adopt, or
    ``share``, the least share of the own contacts, from 0 to 1: one for all, or a mapping with
    one for each person. A threshold of 0 adopts in the first round; with a share above 0 a person
    without contacts never does. ``noise`` is the chance, each round, that a person with too few
    adopting contacts, but at least one, adopts anyway.

    Runs end when nothing more can happen, or after ``rounds``, which noise requires.

    Raises ValueError for a network that is empty, directed, has double ties or self-loops, for
    people who are not in it, and for thresholds that are negative, missing, or shares above 1.

    >>> import networkx as nx
    >>> ring = nx.circulant_graph(12, [1, 2])
    >>> spread(ring, [{0, 1}, {0, 6}], contacts=2).adopters.tolist()
    [12, 2]
    """
    net = Neighbours([graph])
    needed = _needed(net, [graph], contacts, share)
    last = _last(len(net.people), noise, rounds)
    number = {person: i for i, person in enumerate(net.people)}
    sets = [_numbers(begun, number) for begun in _require_runs(beginners)]
    rng = np.random.default_rng(seed)
    at_once = max(1, _CELLS // len(net.people))
    times = []
    for start in range(0, len(sets), at_once):
        batch = sets[start : start + at_once]
        begun = np.zeros((len(net.people), len(batch)), np.uint8)
        for run, who in enumerate(batch):
            begun[net.row[who], run] = 1
        times.append(_follow(net, begun, needed, noise, last, rng)[net.row].T)
    return Contagion(net.people, np.concatenate(times))


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
    needed = _needed(net, graphs, contacts, share)
    last = _last(max(net.sizes), noise, rounds)
    begun = np.zeros((len(net.people), 1), np.uint8)
    starts = np.cumsum([0, *net.sizes])
    for graph, who, start in zip(graphs, _require_runs(beginners), starts, strict=False):
        number = {person: i for i, person in enumerate(graph, start)}
        begun[net.row[_numbers(who, number)]] = 1
    times = _follow(net, begun, needed, noise, last, np.random.default_rng(seed))[net.row, 0]
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


def _follow(
    net: Neighbours,
    begun: NDArray[np.uint8],
    needed: NDArray[Any],
    noise: float,
    last: int,
    rng: np.random.Generator,
) -> NDArray[np.int32]:
    """Give the round in which each adopts (people, runs), people by row.

    Each round either counts everyone's adopting contacts anew, or adds the latest adopters to
    the counts of their own contacts, whichever is cheaper.
    """
    runs = begun.shape[1]
    adopted = begun.copy()
    times = begun.astype(np.int32) - 1
    counts = np.zeros(begun.shape, net.counter)
    waiting = begun == 0
    # As large as the counts: to compare like with like is three times as fast.
    enough = np.repeat(needed[:, None], runs, axis=1)
    latest = np.flatnonzero(begun)
    for now in range(1, last + 1):
        rows = latest // runs
        whole = len(net.contacts) * (4 + runs // 8)
        # The first round must look at everyone: a threshold of 0 has no contact to wait for.
        if now == 1 or _VISIT * int(net.degree[rows].sum()) > whole:
            counts = net.count(adopted)
            due = np.flatnonzero((counts >= enough) & waiting)
        else:
            met, place = net.reach(rows)
            cells = met * runs + (latest - rows * runs)[place]
            np.add.at(counts.reshape(-1), cells, 1)
            ready = (counts.reshape(-1)[cells] >= needed[met]) & waiting.reshape(-1)[cells]
            due = np.unique(cells[ready])
        waiting.reshape(-1)[due] = False
        if noise:
            wavering = np.flatnonzero((counts > 0) & waiting)
            lucky = wavering[rng.random(len(wavering)) < noise]
            waiting.reshape(-1)[lucky] = False
            due = np.concatenate([due, lucky])
            if not len(wavering) and not len(due):
                break
        elif not len(due):
            break
        adopted.reshape(-1)[due] = 1
        times.reshape(-1)[due] = now
        latest = due
    return times


def _last(people: int, noise: float, rounds: int | None) -> int:
    """The last round to compute. Without noise, each round but the last brings someone new."""
    if require_share(noise, "noise") and rounds is None:
        raise ValueError(
            "With noise a run may go on for very long: say how many rounds to follow, such as "
            "rounds=200."
        )
    return people if rounds is None else require_count(rounds, "rounds", least=0)


def _needed(
    net: Neighbours,
    graphs: Sequence[Network],
    contacts: Thresholds | None,
    share: Thresholds | None,
) -> NDArray[Any]:
    """How many adopting contacts each person needs (people,), by row."""
    if (contacts is None) == (share is None):
        raise ValueError(
            "Give one kind of threshold: contacts=2 for a number of contacts, or share=0.25 for "
            "a share of them."
        )
    given = contacts if share is None else share
    each = np.empty(len(net.people))
    if isinstance(given, Mapping):
        missing = [person for person in net.people if person not in given]
        if missing:
            raise ValueError(f"{missing[0]!r} has no threshold: give one for each person.")
        each[net.row] = [_threshold(given[person], share is None) for person in net.people]
    else:
        each[:] = _threshold(given, share is None)  # type: ignore[arg-type]
    if share is not None:
        # 0.3 x 10 must be 3, though it is a little more in floating point.
        each = np.where(each > 0, np.maximum(1, np.ceil(each * net.degree - 1e-9)), 0)
    # Nobody has more contacts than the most connected: what is above can never be reached.
    needed: NDArray[Any] = np.minimum(each, net.degree[0] + 1).astype(net.counter)
    return needed


def _threshold(value: float, is_number: bool) -> float:
    return require_count(value, "contacts", least=0) if is_number else require_share(value, "share")  # type: ignore[arg-type]


def _require_runs(beginners: Sequence[Collection[Hashable]]) -> Sequence[Collection[Hashable]]:
    if not len(beginners):
        raise ValueError("There is no run: give at least one set of people who begin.")
    return beginners


def _numbers(begun: Collection[Hashable], number: Mapping[Hashable, int]) -> Indices:
    if not isinstance(begun, Iterable) or isinstance(begun, str):
        raise ValueError(
            f"{begun!r} stands where a set of people who begin should: give one set for each run, "
            "such as [{'Karin', 'Ali'}]."
        )
    unknown = [person for person in begun if person not in number]
    if unknown:
        raise ValueError(f"{unknown[0]!r} is not in the network: begin with some of its nodes.")
    return np.array([number[person] for person in begun], dtype=np.intp)
