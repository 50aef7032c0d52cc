"""Adoption curves: those who begin by themselves, and those who follow others.

In the Bass model a person who has not adopted does so, in a short time dt, with chance
(p + q F) dt, where F is the share who have adopted: p stands for innovation, q for imitation.
Time is counted in years where p and q are yearly.

Sources: Bass (1969), Management Science 15(5), 215-227; Rogers (2003), Diffusion of Innovations,
5th ed., for the categories of adopters.
"""

from collections.abc import Iterable
from math import erf, log, sqrt

import numpy as np
from attrs import field, frozen
from numpy.typing import ArrayLike, NDArray

from course.models.checks import require_count, require_positive
from course.models.estimate import SAME_ARRAY, Estimate, in_batches, read_only

_TIMES = 2**20
"""People times replications that are drawn together."""

MEAN_INNOVATION = 0.03
"""p, the mean of published studies (Sultan, Farley & Lehmann 1990)."""

MEAN_IMITATION = 0.38
"""q, the mean of published studies (Sultan, Farley & Lehmann 1990)."""


@frozen
class Adoption:
    """When people adopted: ``times`` (replications, people), in rising order."""

    times: NDArray[np.float64] = field(converter=read_only, eq=SAME_ARRAY, hash=False, repr=False)

    def share(self, time: float) -> Estimate:
        """Give the share who had adopted by a time, in each replication.

        >>> bool(abs(adopt(2000).share(5).mean - bass_share(5)) < 0.02)
        True
        """
        return Estimate((self.times <= time).mean(axis=1))


def bass_share(
    times: ArrayLike, innovation: float = MEAN_INNOVATION, imitation: float = MEAN_IMITATION
) -> NDArray[np.float64]:
    """Give the share who have adopted at each of ``times``: (1 - e) / (1 + e q/p).

    Here e is exp(-(p + q) t); ``times`` has any shape, and so has the answer.

    Raises ValueError for an innovation that is not above 0, an imitation below 0, and for times
    that are negative or not numbers.

    Source: Bass (1969), equation 9.

    >>> bass_share([5, 10, 15, 20]).round(4).tolist()
    [0.3312, 0.8128, 0.9716, 0.9963]
    """
    _require_bass(innovation, imitation)
    each = np.asarray(times, dtype=float)
    if not (each >= 0).all():
        raise ValueError("A time is negative or no number: give times from 0 up.")
    decay = np.exp(-(innovation + imitation) * each)
    share: NDArray[np.float64] = (1 - decay) / (1 + decay * imitation / innovation)
    return share


def bass_peak(innovation: float = MEAN_INNOVATION, imitation: float = MEAN_IMITATION) -> float:
    """Give the time when most adopt: ln(q / p) / (p + q), or 0 where imitation is the weaker.

    >>> round(bass_peak(), 3)
    6.193
    """
    _require_bass(innovation, imitation)
    if imitation <= innovation:
        return 0.0
    return log(imitation / innovation) / (innovation + imitation)


def adopt(
    people: int,
    innovation: float = MEAN_INNOVATION,
    imitation: float = MEAN_IMITATION,
    *,
    replications: int = 100,
    seed: int = 1,
) -> Adoption:
    """Let people adopt one by one, each by chance, in continuous time.

    With k adopters, each of the others adopts at the rate p + q k / people, so that the wait for
    the next adopter is exponential with (people - k) times that rate. No step of time is chosen,
    and none can be too long.

    Raises ValueError for counts below 1, an innovation that is not above 0, and an imitation
    below 0.

    >>> adopt(3, replications=2).times.shape
    (2, 3)
    """
    _require_people(people, replications, innovation, imitation)
    rng = np.random.default_rng(seed)
    return Adoption(_times(rng, replications, people, innovation, imitation))


def simulate_share(
    time: float,
    people: int,
    innovation: float = MEAN_INNOVATION,
    imitation: float = MEAN_IMITATION,
    *,
    replications: int = 100,
    seed: int = 1,
) -> Estimate:
    """Give the share who had adopted by a time, in each replication, and keep nothing else.

    As ``adopt(...).share(time)``, for as many replications as one likes. Raises ValueError as
    `adopt` does.

    >>> drawn = simulate_share(5, people=200, replications=2000)
    >>> bool(abs(drawn.mean - bass_share(5)) < 0.01)
    True
    """
    _require_people(people, replications, innovation, imitation)
    rng = np.random.default_rng(seed)
    sizes = in_batches(replications, max(1, _TIMES // people))
    shares = [
        (_times(rng, size, people, innovation, imitation) <= time).mean(axis=1) for size in sizes
    ]
    return Estimate(np.concatenate(shares))


def _times(
    rng: np.random.Generator, replications: int, people: int, innovation: float, imitation: float
) -> NDArray[np.float64]:
    """When people adopt (replications, people), in rising order."""
    adopters = np.arange(people)
    rates = (people - adopters) * (innovation + imitation * adopters / people)
    times = rng.exponential(size=(replications, people))
    times /= rates
    return np.cumsum(times, axis=1, out=times)


def rogers_shares() -> dict[str, float]:
    """Give the share of each of Rogers's categories of adopters, the earliest first.

    They are cuts through a normal curve of times of adoption, at two and one standard deviation
    before the mean, at the mean, and one after. That the curve is normal is an assumption, so
    they describe no particular innovation.

    >>> {name: round(share, 4) for name, share in rogers_shares().items()}
    {'innovators': 0.0228, 'early adopters': 0.1359, 'early majority': 0.3413, \
'late majority': 0.3413, 'laggards': 0.1587}
    """
    names = ("innovators", "early adopters", "early majority", "late majority", "laggards")
    return dict(zip(names, np.diff([0, *_normal((-2, -1, 0, 1)), 1]).tolist(), strict=True))


def _normal(deviations: Iterable[float]) -> list[float]:
    """The share of a normal curve below so many standard deviations from the mean."""
    return [(1 + erf(deviation / sqrt(2))) / 2 for deviation in deviations]


def _require_bass(innovation: float, imitation: float) -> None:
    require_positive(innovation, "innovation")
    if imitation != 0:
        require_positive(imitation, "imitation")


def _require_people(people: int, replications: int, innovation: float, imitation: float) -> None:
    require_count(people, "people")
    require_count(replications, "replications")
    _require_bass(innovation, imitation)
