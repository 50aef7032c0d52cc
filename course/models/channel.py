"""The idea channel as a queue: ideas come in, few people assess them, and who waits loses heart.

Ideas arrive at random; each is assessed by one of the assessors, first come, first served; and an
idea that has waited for longer than its sender has patience is lost. With exponential times this
is the queue M/M/c with impatience, known as Erlang A. That people dare to voice only a share of
their ideas is not part of it: ``voiced`` is an illustration, and thins out what arrives.

Source: Palm (1957), Tele (English ed.) 1, 68; Garnett, Mandelbaum & Reiman (2002), Manufacturing &
Service Operations Management 4(3), 208-227.
"""

from heapq import heapreplace
from typing import Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from course.models.checks import require_count, require_positive, require_share
from course.models.estimate import Estimate, in_batches

_TOGETHER = 20_000
"""Replications computed together."""

_BEFORE: Final = 8
"""Years before the one that is followed: several times as long as anybody waits."""

_MOST_WAITING = 1_000_000
"""A longer queue of ideas is none that a manager would look at."""


@frozen
class Channel:
    """How an idea channel works in the long run.

    ``abandoned`` is the share of voiced ideas that are lost, ``wait`` the mean time until an idea
    is taken up or lost, in the unit of time that the arguments have, ``waiting`` the mean number
    of ideas that wait, ``utilisation`` the share of the assessors' time that is taken, and
    ``assessed`` the share of all ideas, voiced or not, that are assessed.
    """

    abandoned: float
    wait: float
    waiting: float
    utilisation: float
    assessed: float


@frozen
class ChannelRuns:
    """What `Channel` holds, as simulated: one value for each replication."""

    abandoned: Estimate
    wait: Estimate
    utilisation: Estimate
    assessed: Estimate


def idea_channel(
    ideas: float, assessors: int, assessment: float, patience: float, *, voiced: float = 1.0
) -> Channel:
    """Give the long-run figures of a channel, from the balance of a queue (Erlang A).

    ``ideas`` that people have arrive per unit of time (say, a week), of which the share
    ``voiced`` is sent in; ``assessment`` is the mean time that one takes, and ``patience`` the
    mean time that a sender waits, in that unit.

    Raises ValueError for numbers that are not above 0, for a share outside 0 to 1, and for a
    queue that would grow beyond a million.

    >>> channel = idea_channel(ideas=10, assessors=2, assessment=0.25, patience=4)
    >>> round(channel.abandoned, 3), round(channel.wait, 3), round(channel.utilisation, 3)
    (0.218, 0.872, 0.977)
    """
    _require_channel(ideas, assessors, assessment, patience, voiced)
    arrivals = ideas * voiced
    chances = _chances(arrivals, assessors, assessment, patience)
    queue = np.maximum(np.arange(len(chances)) - assessors, 0)
    waiting = float(chances @ queue)
    # Each that waits gives up at the rate 1 / patience, and the mean wait is Little's law.
    abandoned = waiting / patience / arrivals
    return Channel(
        abandoned=abandoned,
        wait=waiting / arrivals,
        waiting=waiting,
        utilisation=arrivals * (1 - abandoned) * assessment / assessors,
        assessed=voiced * (1 - abandoned),
    )


def simulate_channel(
    ideas: float,
    assessors: int,
    assessment: float,
    patience: float,
    *,
    voiced: float = 1.0,
    followed: int = 1000,
    replications: int = 200,
    seed: int = 1,
) -> ChannelRuns:
    """Follow ideas one by one through the channel, in many replications at once.

    Arguments as for `idea_channel`. In each replication as many ideas as are ``followed`` come
    first, so that the channel is as busy as it will be, and then those that are counted.

    >>> runs = simulate_channel(10, 2, 0.25, 4, replications=50)
    >>> exact = idea_channel(10, 2, 0.25, 4)
    >>> abs(runs.wait.mean - exact.wait) < 4 * runs.wait.standard_error
    True
    """
    _require_channel(ideas, assessors, assessment, patience, voiced)
    require_count(followed, "followed")
    require_count(replications, "replications")
    rng = np.random.default_rng(seed)
    sums = np.concatenate(
        [
            _counted(rng, size, (ideas * voiced, assessors, assessment, patience), followed)
            for size in in_batches(replications, _TOGETHER)
        ],
        axis=1,
    )
    lost, waited, taken, span = sums
    abandoned = lost / followed
    return ChannelRuns(
        abandoned=Estimate(abandoned),
        wait=Estimate(waited / followed),
        utilisation=Estimate(taken / span / assessors),
        assessed=Estimate(voiced * (1 - abandoned)),
    )


@frozen
class Idea:
    """What became of an idea: when it came and when its wait ended, in time since the year began.

    It is ``taken`` up for assessment then, or given up.
    """

    came: float
    ended: float
    taken: bool


def follow_ideas(
    ideas: int, assessors: int, assessment: float, patience: float, *, seed: int = 1
) -> tuple[Idea, ...]:
    """Follow the ideas of some years one by one, first come, first served.

    Arguments as for `idea_channel`, with a year as the unit of time. The last ``ideas`` are those
    of the year from 0 to 1; those before them make the channel as busy as it will be.

    >>> year = follow_ideas(60, 3, 0.25, 0.5)[-60:]
    >>> all(0 <= idea.came <= 1 and idea.came <= idea.ended for idea in year)
    True
    """
    _require_channel(ideas, assessors, assessment, patience, 1.0)
    rng = np.random.default_rng(seed)
    # So many a year, at any time of it.
    came = np.sort(rng.random((_BEFORE + 1, ideas)), axis=1) + np.arange(-_BEFORE, 1)[:, None]
    takes, endures = rng.exponential(1.0, (2, came.size)) * [[assessment], [patience]]
    free = [float(-_BEFORE)] * assessors  # a heap: who is free first
    followed = []
    for now, long, patient in zip(came.ravel().tolist(), takes, endures, strict=True):
        wait = max(free[0] - now, 0.0)
        taken = bool(wait <= patient)
        if taken:
            heapreplace(free, now + wait + float(long))
        followed.append(Idea(now, now + min(wait, float(patient)), taken))
    return tuple(followed)


def _counted(
    rng: np.random.Generator,
    replications: int,
    channel: tuple[float, int, float, float],
    followed: int,
) -> NDArray[np.float64]:
    """Ideas lost, time waited, time taken and the time in which the counted ideas came.

    Shape (4, replications). Nothing is kept of an idea that has passed, so that memory grows with
    neither ideas nor replications.
    """
    arrivals, assessors, assessment, patience = channel
    free = np.zeros((replications, assessors))
    every = np.arange(replications)
    now = np.zeros(replications)
    sums = np.zeros((4, replications))
    for idea in range(2 * followed):
        between, takes, endures = rng.exponential(1.0, (3, replications))
        now += between / arrivals
        first = free.argmin(axis=1)
        offered = np.maximum(free[every, first] - now, 0)
        takes *= assessment
        endures *= patience
        stays = offered <= endures
        free[every[stays], first[stays]] = (now + offered + takes)[stays]
        if idea >= followed:
            sums[0] += ~stays
            sums[1] += np.minimum(offered, endures)
            sums[2] += takes * stays
            sums[3] += between / arrivals
    return sums


def _chances(
    arrivals: float, assessors: int, assessment: float, patience: float
) -> NDArray[np.float64]:
    """The chance of finding 0, 1, 2 ... ideas in the channel, until it is negligible."""
    size = 2 * assessors + 64
    while True:
        inside = np.arange(1, size)
        leaves = np.minimum(inside, assessors) / assessment
        leaves += np.maximum(inside - assessors, 0) / patience
        # In balance, as many go from n to n + 1 as back. Logarithms keep large channels in range.
        log_chances = np.concatenate([[0.0], np.cumsum(np.log(arrivals / leaves))])
        falls = leaves[-1] > arrivals
        if falls and log_chances[-1] < log_chances.max() - 50:
            chances: NDArray[np.float64] = np.exp(log_chances - log_chances.max())
            chances /= chances.sum()
            return chances
        if size > _MOST_WAITING:
            raise ValueError(
                "The queue would grow beyond a million ideas: give fewer ideas, more assessors, "
                "shorter assessments or less patience."
            )
        size *= 2


def _require_channel(
    ideas: float, assessors: int, assessment: float, patience: float, voiced: float
) -> None:
    require_positive(ideas, "ideas")
    require_count(assessors, "assessors", most=10_000)
    require_positive(assessment, "assessment")
    require_positive(patience, "patience")
    require_share(voiced, "voiced", above_zero=True)
