"""Mutual learning: an organisation's code learns from its people while they learn from it.

Reality has a number of dimensions, each true or false. The code and every person hold a belief
on each: right, wrong or none. In a period

1. people act on their beliefs, and by the flip of a coin where they have none; those who act
   rightly more often than the code would are *superior*;
2. each belief that differs from the code moves one step towards it (wrong, none, right) with
   the person's chance ``p1``, unless the code has no belief there;
3. where most superior people act against the code, it adopts their view with chance
   1 - (1 - p2)^k, where k is their majority in number.

Fast learners (high ``p1``) agree with the code before it has learnt what they knew. Knowledge is
the share of dimensions held rightly less the share held wrongly: 1 is full knowledge, 0 is chance.

Source: March (1991), Organization Science 2(1), 71-87; the details as clarified by Rodan (2005).
"""

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from course.models.checks import require_count, require_share
from course.models.estimate import SAME_ARRAY, Estimate, in_batches, read_only
from course.models.organisations import Batch, Organisations
from course.models.planes import WORD

Rates: TypeAlias = float | Sequence[float] | NDArray[np.float64]
"""One rate of learning for all, or one for each person."""

_CELLS = 6_500_000
"""Beliefs of people computed together, in all replications: .8 MB of bits, twice."""


@frozen
class Learning:
    """What the organisation and its people knew at the end of each replication.

    ``knowledge`` is the code's, ``people`` the mean of the people's, both from -1 to 1.
    ``periods`` are those computed, and ``settled`` (replications,) tells which replications had
    reached an equilibrium, where nothing can change any more (never with turnover or turbulence).
    ``over_time`` (periods + 1,) is the code's mean knowledge before the first period and after
    each.
    """

    knowledge: Estimate
    people: Estimate
    periods: Estimate
    settled: NDArray[np.bool_] = field(converter=read_only, eq=SAME_ARRAY, hash=False, repr=False)
    over_time: NDArray[np.float64] = field(
        converter=read_only, eq=SAME_ARRAY, hash=False, repr=False
    )


def learn(
    p1: Rates,
    p2: float,
    *,
    people: int = 50,
    beliefs: int = 30,
    turnover: float = 0.0,
    turbulence: float = 0.0,
    periods: int | None = None,
    replications: int = 100,
    seed: int = 1,
) -> Learning:
    """Let an organisation and its people learn from each other.

    ``p1`` is the chance, each period, that a belief moves towards the code: one for all, or one
    for each of the ``people`` (see `learners`). ``p2`` is the code's rate of learning from each
    superior person in majority. ``turnover`` (March's p3) is the chance, each period, that a
    person is replaced by one with random beliefs, at the end of a period; ``turbulence`` (p4)
    that a dimension of reality changes sign, at the start of one.

    With ``periods=None`` each replication runs until its equilibrium. With turnover or
    turbulence there is none, so ``periods`` must be given; after
    `course.models.organisations.LONGEST` periods a replication is left as it stands, and
    ``settled`` says so.

    Raises ValueError for a chance outside 0 to 1, a rate of 0 without ``periods``, and counts
    below 1.

    >>> slow, fast = (learn(p1, 0.5, replications=50) for p1 in (0.1, 0.9))
    >>> slow.knowledge.mean > fast.knowledge.mean
    True
    >>> fast.periods.mean < slow.periods.mean
    True
    """
    (learning,) = learn_each(
        [p1],
        p2,
        people=people,
        beliefs=beliefs,
        turnover=turnover,
        turbulence=turbulence,
        periods=periods,
        replications=replications,
        seed=seed,
    )
    return learning


def learn_each(
    p1s: Sequence[Rates],
    p2: float,
    *,
    people: int = 50,
    beliefs: int = 30,
    turnover: float = 0.0,
    turbulence: float = 0.0,
    periods: int | None = None,
    replications: int = 100,
    seed: int = 1,
) -> tuple[Learning, ...]:
    """Let several kinds of organisation learn side by side, one for each of ``p1s``.

    Arguments as for `learn`, with as many ``replications`` of each. With few of them this takes a
    fraction of the time that one kind after the other does.

    >>> slow, fast = learn_each([0.1, 0.9], 0.5, replications=50)
    >>> slow.knowledge.mean > fast.knowledge.mean
    True
    """
    people = require_count(people, "people")
    beliefs = require_count(beliefs, "beliefs")
    replications = require_count(replications, "replications")
    if not len(p1s):
        raise ValueError("There is no organisation: give at least one rate of learning.")
    rates = np.stack([_rates(p1, people) for p1 in p1s])
    require_share(p2, "p2")
    require_share(turnover, "turnover")
    require_share(turbulence, "turbulence")
    _require_end(periods, bool(turnover or turbulence), bool(p2 and rates.all()))
    rng = np.random.default_rng(seed)
    at_once = WORD * max(1, _CELLS // (WORD * rates.size * beliefs))
    batches = [
        Organisations(rng, size, rates, p2, beliefs).follow(periods, turnover, turbulence)
        for size in in_batches(replications, at_once)
    ]
    return tuple(_joined(batches, kind, beliefs) for kind in range(len(rates)))


def learners(
    people: int, slow_share: float, *, slow: float = 0.1, fast: float = 0.9
) -> list[float]:
    """Give a rate of learning ``p1`` for each person, the first of them slow, the rest fast.

    March's mixed organisation: 50 people, 0.1 and 0.9. The number of slow learners is rounded.

    Raises ValueError for a share or a rate outside 0 to 1.

    >>> learners(4, 0.25)
    [0.1, 0.9, 0.9, 0.9]
    """
    require_count(people, "people")
    require_share(slow_share, "slow_share")
    many = round(people * slow_share)
    return [require_share(slow, "slow")] * many + [require_share(fast, "fast")] * (people - many)


def _rates(p1: Any, people: int) -> NDArray[np.float64]:
    """One rate a person, checked."""
    if np.ndim(p1) == 0:
        return np.full(people, require_share(p1, "p1"))
    rates = [require_share(rate, "a rate in p1") for rate in p1]
    if len(rates) != people:
        raise ValueError(
            f"p1 has {len(rates)} rates for {people} people: give one for each, or one number."
        )
    return np.array(rates)


def _require_end(periods: int | None, open_: bool, all_learn: bool) -> None:
    """Refuse to wait for an equilibrium that never comes."""
    if periods is not None:
        require_count(periods, "periods", least=0)
    elif open_:
        raise ValueError(
            "With turnover or turbulence nothing ever settles: say how many periods to "
            "follow, such as periods=20."
        )
    elif not all_learn:
        raise ValueError(
            "With a rate of 0 some beliefs never settle: say how many periods to follow, "
            "such as periods=20, or give rates above 0."
        )


def _joined(batches: list[Batch], kind: int, beliefs: int) -> Learning:
    longest = max(len(batch.sums) for batch in batches)
    # A settled replication keeps its knowledge, so a short batch goes on as it ended.
    totals = np.array(
        [
            sum(batch.sums[min(period, len(batch.sums) - 1)][kind] for batch in batches)
            for period in range(longest)
        ]
    )
    code, people, periods, settled = (
        np.concatenate([getattr(batch, what)[kind] for batch in batches])
        for what in ("code", "people", "periods", "settled")
    )
    return Learning(
        knowledge=Estimate(code / beliefs),
        people=Estimate(people / beliefs),
        periods=Estimate(periods.astype(float)),
        settled=settled,
        over_time=totals[: 1 + periods.max()] / (beliefs * len(code)),
    )
