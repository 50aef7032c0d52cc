"""Where to put fifteen ties: six units as a network, and what they have solved by the placement."""

from collections.abc import Sequence
from functools import cache, lru_cache

import networkx as nx
import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from course.explorers.explorer import Control, Setting, Simulated
from course.explorers.placed import units as drawn
from course.explorers.runs import estimates, margin, stands_apart
from course.models.estimate import Estimate
from course.models.groups import Placement, learn_in_groups, learn_one_by_one, units
from course.plots.picture import Frame, Picture, Table
from course.plots.shapes.units import Member
from course.words import decimal, say

NAME = "where-to-put-fifteen"

TIES = 15
PLACEMENTS: tuple[Placement, ...] = ("spread out", "one broker a unit", "one pair of units")
FRIDAY = 10
"""Periods until Friday; at the end of the year nobody has more to learn."""

REPLICATIONS = 8
"""Replications in a batch, for each placement."""

BATCHES = 12
_EXAMPLE = 1  # seeds the one network that is drawn
_LEARNT = (39, 24, 32)
"""Seeds of what is learnt in it, for each placement: runs that end near the mean of many."""

_ROUNDS = (0, 2, 4, 6, 8, FRIDAY, 15, 20, 30, 40, 60, 80, 120)
"""The rounds that are played, as far as there is something to learn; then the last."""


@frozen
class Part:
    """Payoffs (replications, placements) on Friday and at the end of the year."""

    friday: NDArray[np.float64]
    end: NDArray[np.float64]


def batch(setting: Setting, number: int) -> Part:
    """Let a few organisations learn with each placement, whichever of them is shown."""
    return _part(number)


@lru_cache(maxsize=BATCHES)
def _part(number: int) -> Part:
    """Replications with all placements go side by side, which takes half the time."""
    many, first = len(PLACEMENTS), number * REPLICATIONS
    learnt = learn_in_groups(
        lambda n: units(TIES, placement=PLACEMENTS[n % many], seed=first + n // many),
        replications=REPLICATIONS * many,
        seed=number,
    )
    friday, end = (learnt.after(at).reshape(REPLICATIONS, many) for at in (FRIDAY, None))
    return Part(friday, end)


def look(setting: Setting, language: str, batches: Sequence[Part]) -> Picture:
    """The six units with their fifteen ties, and what has been solved with each placement."""
    stop = setting["placement"]
    friday = estimates(PLACEMENTS, [part.friday for part in batches])
    end = estimates(PLACEMENTS, [part.end for part in batches])
    percent = [decimal(100 * one.mean, 0, language) for one in end.values()]
    placed = say(f"explore.{NAME}.placement-{stop}", language)
    told = f"message-{stop}" if stands_apart(end, PLACEMENTS[stop]) else "unsure"
    message = say(f"explore.{NAME}.{told}", language, solved=percent[stop])
    reading = say(
        f"explore.{NAME}.reading",
        language,
        friday=decimal(100 * friday[PLACEMENTS[stop]].mean, 0, language),
        spread=percent[0],
        brokers=percent[1],
        pair=percent[2],
        n=end[PLACEMENTS[stop]].replications,
        margin=decimal(100 * margin(end.values()), 1, language),
    )
    frames = _frames(stop, language)
    return Picture(
        name=NAME,
        title=say(f"explore.{NAME}.title", language, placed=placed),
        drawing=frames[-1].drawing,
        message=message,
        caption=say(f"explore.{NAME}.caption", language),
        reading=reading,
        table=_table(friday, percent, language),
        frames=frames,
    )


def _table(friday: dict[Placement, Estimate], solved: Sequence[str], language: str) -> Table:
    """What has been solved on Friday and at the end, with each placement."""
    return Table(
        caption=say(f"explore.{NAME}.table", language),
        columns=tuple(
            say(f"explore.{NAME}.{column}", language) for column in ("placement", "friday", "end")
        ),
        rows=tuple(
            (
                say(f"explore.{NAME}.placement-{i}", language),
                decimal(100 * friday[placement].mean, 0, language),
                solved[i],
            )
            for i, placement in enumerate(PLACEMENTS)
        ),
    )


@cache
def _frames(stop: int, language: str) -> tuple[Frame, ...]:
    """How what is known crosses the bridges, round by round, in the one network that is drawn."""
    graph = _example(stop)
    paid = _example_learns(stop)
    last = len(paid) - 1
    drawing = drawn(graph, dict(enumerate("ABCDEF")))
    frames = []
    for at in (*(at for at in _ROUNDS if at < last), last):
        solved = paid[at].round(3).tolist()  # people are numbered unit by unit, as they are drawn
        people: list[Member] = [
            {**one, "solved": share} for one, share in zip(drawing["people"], solved, strict=True)
        ]
        told = "round-end" if at == last else "round-friday" if at == FRIDAY else "round"
        words = say(
            f"explore.{NAME}.{told}",
            language,
            round=at,
            solved=decimal(100 * float(paid[at].mean()), 0, language),
        )
        frames.append(Frame({**drawing, "people": people}, words))
    return tuple(frames)


@cache
def _example_learns(stop: int) -> NDArray[np.float64]:
    """Everybody's share of the problem solved (rounds + 1, people), until nobody learns more."""
    return learn_one_by_one(_example(stop), seed=_LEARNT[stop])


def _example(stop: int) -> "nx.Graph[int]":
    """One of the networks with this placement."""
    return units(TIES, placement=PLACEMENTS[stop], seed=_EXAMPLE)


EXPLORER = Simulated(
    name=NAME,
    controls=(Control("placement", len(PLACEMENTS)),),
    batches=BATCHES,
    batch=batch,
    look=look,
)
