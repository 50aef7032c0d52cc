"""How many bridges? Six units that learn, by the number of ties between them, soon and late."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from course.explorers.explorer import Control, Setting, Simulated
from course.explorers.runs import claim, estimates, level_with_best, margin
from course.models.estimate import Estimate
from course.models.groups import learn_in_groups, units
from course.plots.picture import Frame, Picture, Table
from course.plots.shapes import Curves
from course.plots.shapes.curves import Curve, axis
from course.words import decimal, say

NAME = "how-many-bridges"

TIES = (0, 5, 10, 20, 40, 80, 160, 320)
"""Ties between units, of the 960 that there could be."""

_ASKED = 40
"""A few dozen: where the learner begins, who is asked about Friday and the end of the year."""

FRIDAY = 10
"""Rounds until Friday."""

PERIODS = (FRIDAY, 20, 40, 80, None)
"""When to look; None is when nobody has more to learn."""

_PLAYED = (0, 2, 4, 6, 8, 10, 15, 20, 30, 40, 60, 80)

REPLICATIONS = 4
"""Replications in a batch, for each number of ties."""

BATCHES = 20


@frozen
class Part:
    """Payoffs (replications, numbers of ties) on Friday and when we look.

    ``played`` has them in each of the rounds that are played (rounds, replications, ties).
    """

    friday: NDArray[np.float64]
    then: NDArray[np.float64]
    played: NDArray[np.float64]


def batch(setting: Setting, number: int) -> Part:
    """Let a few organisations learn, a few for each number of ties, whenever we look."""
    payoffs = _payoffs(number)
    return Part(
        payoffs[FRIDAY],
        payoffs[PERIODS[setting["when"]]],
        np.stack([payoffs[at] for at in rounds(setting["when"])]),
    )


def rounds(stop: int) -> tuple[int | None, ...]:
    """Give the rounds that are played until we look."""
    last = PERIODS[stop]
    return (*(at for at in _PLAYED if last is None or at < last), last)


@lru_cache(maxsize=BATCHES)
def _payoffs(number: int) -> dict[int | None, NDArray[np.float64]]:
    """Payoffs (replications, numbers of ties) at each time to look.

    Replications for all numbers of ties go side by side, which takes half the time.
    """
    many = len(TIES)
    first = number * REPLICATIONS
    learnt = learn_in_groups(
        lambda n: units(TIES[n % many], seed=first + n // many),
        replications=REPLICATIONS * many,
        seed=number,
    )
    return {at: learnt.after(at).reshape(REPLICATIONS, many) for at in {*PERIODS, *_PLAYED}}


def look(setting: Setting, language: str, batches: Sequence[Part]) -> Picture:
    """Solved shares over the number of ties, then and on Friday, with the chosen number ringed."""
    stop, chosen = setting["when"], TIES[setting["ties"]]
    friday = estimates(TIES, [part.friday for part in batches])
    then = estimates(TIES, [part.then for part in batches])
    level = level_with_best(then)
    claimed = claim(level, TIES)
    when = say(f"explore.{NAME}.when-{stop}", language)
    message = say(
        f"explore.{NAME}.{'too-few' if claimed == 'unsure' else 'message'}",
        language,
        ties=chosen,
        when=say(f"explore.{NAME}.short-{stop}", language),
        solved=_percent(then[chosen].mean, language),
    )
    best = say(f"explore.{NAME}.{claimed}", language, when=when, low=level[0], high=level[-1])
    reading = say(
        f"explore.{NAME}.reading",
        language,
        best=best,
        friday=_percent(friday[chosen].mean, language),
        ties=chosen,
        n=then[chosen].replications,
        margin=decimal(100 * margin(then.values()), 1, language),
    )
    shown = {stop: then} if stop == 0 else {stop: then, 0: friday}
    return Picture(
        name=NAME,
        title=say(f"explore.{NAME}.title", language, when=when),
        drawing=_drawn(shown, chosen, language),
        frames=_frames(shown, chosen, stop, batches, language),
        message=message,
        caption=say(f"explore.{NAME}.caption", language),
        reading=reading,
        table=_table(shown, language),
    )


def _frames(
    shown: dict[int, dict[int, Estimate]],
    chosen: int,
    stop: int,
    batches: Sequence[Part],
    language: str,
) -> tuple[Frame, ...]:
    """The curve as it rises from round to round, until we look."""
    frames = []
    for i, at in enumerate(rounds(stop)):
        now = estimates(TIES, [part.played[i] for part in batches])
        # Friday's curve rises as well, until Friday.
        soon = now if at is not None and at < FRIDAY else shown[0]
        words = say(
            f"explore.{NAME}.{'played-end' if at is None else 'played'}",
            language,
            round="" if at is None else at,
            ties=chosen,
            solved=_percent(now[chosen].mean, language),
        )
        each = {when: now if when == stop else soon for when in shown}
        frames.append(Frame(_drawn(each, chosen, language), words))
    return tuple(frames)


def _drawn(shown: dict[int, dict[int, Estimate]], chosen: int, language: str) -> Curves:
    curves: list[Curve] = [
        {
            "text": say(f"explore.{NAME}.short-{stop}", language),
            "across": list(range(len(TIES))),
            "up": [100 * estimates[ties].mean for ties in TIES],
            "every": 1,
        }
        for stop, estimates in shown.items()
    ]
    at = TIES.index(chosen)
    height = curves[0]["up"][at]
    numbers = {place: str(ties) for place, ties in enumerate(TIES)}
    shares = {share: str(share) for share in (0, 20, 40, 60, 80)}
    return {
        "kind": "curves",
        "across": axis(say(f"explore.{NAME}.across", language), -0.3, len(TIES) - 0.7, numbers),
        "up": axis(say(f"explore.{NAME}.up", language), 0, 90, shares),
        "curves": curves,
        "notes": [{"across": at, "up": height, "text": decimal(height, 0, language)}],
    }


def _table(shown: dict[int, dict[int, Estimate]], language: str) -> Table:
    order = sorted(shown)
    return Table(
        caption=say(f"explore.{NAME}.table", language),
        columns=(
            say(f"explore.{NAME}.across", language),
            *(say(f"explore.{NAME}.short-{stop}", language) for stop in order),
        ),
        rows=tuple(
            (str(ties), *(_percent(shown[stop][ties].mean, language) for stop in order))
            for ties in TIES
        ),
    )


def _percent(share: float, language: str) -> str:
    return decimal(100 * share, 0, language)


EXPLORER = Simulated(
    name=NAME,
    controls=(
        Control("ties", len(TIES), start=TIES.index(_ASKED)),
        Control("when", len(PERIODS), start=len(PERIODS) - 1),
    ),
    batches=BATCHES,
    batch=batch,
    look=look,
)
