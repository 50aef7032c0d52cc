"""Who leads, a line or a crowd where all see all? Soon and late, by the rule for copying."""

from collections.abc import Sequence
from functools import cache, partial

import networkx as nx
import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from course.explorers.explorer import Control, Setting, Simulated
from course.explorers.runs import ENOUGH, margin
from course.models.estimate import Estimate
from course.models.search import Rule, search
from course.plots.picture import Frame, Picture, Table
from course.plots.shapes import Curves
from course.plots.shapes.curves import axis
from course.words import decimal, say

NAME = "line-or-everyone"

PEOPLE = 100
NETWORKS = ("line", "full")
RULES: tuple[Rule, ...] = ("best", "best of sample", "conformity")
EARLY, LATE = 10, 100
ROUNDS = (0, 5, EARLY, 20, 30, 50, LATE)
"""Rounds in the table."""

_PLAYED = (*range(0, 20, 2), *range(20, LATE, 5), LATE)

PROBLEMS = 2
"""Problems in a search, which is a batch."""

BATCHES = 40


@frozen
class Part:
    """Mean scores (1, networks, rounds + 1) over the problems of a search."""

    over_time: NDArray[np.float64]


def batch(setting: Setting, number: int) -> Part:
    """Let the line and the crowd solve the same few problems."""
    rule = RULES[setting["rule"]]
    found = search(_networks(), rule=rule, rounds=LATE, landscapes=PROBLEMS, seed=number)
    return Part(found.over_time[None])


@cache
def _networks() -> "dict[str, nx.Graph[int]]":
    return {"line": nx.path_graph(PEOPLE), "full": nx.complete_graph(PEOPLE)}


def look(setting: Setting, language: str, batches: Sequence[Part]) -> Picture:
    """Scores over the rounds, with who leads early and late, and when the lead changes."""
    each = np.concatenate([part.over_time for part in batches])
    line, full = each.mean(axis=0)
    early, late = each[:, :, EARLY], each[:, :, LATE]
    write = partial(decimal, digits=2, language=language)
    message = say(
        f"explore.{NAME}.message",
        language,
        early=say(f"explore.{NAME}.leads-{leader(early)}", language),
        late=say(f"explore.{NAME}.leads-{leader(late)}", language),
    )
    return Picture(
        name=NAME,
        title=say(f"explore.{NAME}.title", language),
        drawing=_drawn(line, full, language),
        frames=tuple(
            Frame(
                _drawn(line[: at + 1], full[: at + 1], language),
                say(
                    f"explore.{NAME}.now",
                    language,
                    round=at,
                    line=write(line[at]),
                    full=write(full[at]),
                ),
            )
            for at in _PLAYED
        ),
        message=message,
        caption=say(f"explore.{NAME}.caption", language),
        reading=_reading(each, language),
        table=Table(
            caption=say(f"explore.{NAME}.up", language),
            columns=tuple(
                say(f"explore.{NAME}.{column}", language) for column in ("round", *NETWORKS)
            ),
            rows=tuple((str(at), write(line[at]), write(full[at])) for at in ROUNDS),
        ),
    )


def _reading(each: NDArray[np.float64], language: str) -> str:
    """When the lead changes, and both scores early and late, with how sure they are."""
    line, full = each.mean(axis=0)
    early, late = each[:, :, EARLY], each[:, :, LATE]
    write = partial(decimal, digits=2, language=language)
    overtakes = overtaken_at(line, full)
    certain = {"line": "overtakes", "full": "never", "nobody": "unsure"}[leader(late)]
    return say(
        f"explore.{NAME}.reading",
        language,
        turn=say(f"explore.{NAME}.{certain}", language, round=overtakes or ""),
        line_early=write(line[EARLY]),
        full_early=write(full[EARLY]),
        line_late=write(line[LATE]),
        full_late=write(full[LATE]),
        n=PROBLEMS * len(each),
        margin=say(f"explore.{NAME}.no-margin", language)
        if len(each) == 1  # which does not tell how far others are from it
        else write(margin(Estimate(scores) for scores in (*early.T, *late.T))),
    )


def leader(scores: NDArray[np.float64]) -> str:
    """Give the network with the better scores (searches, networks), unless by chance: nobody.

    Few searches do not even tell how uncertain they are, so they say nothing.

    >>> leader(np.array([[0.9, 0.1]] * 9 + [[0.8, 0.3]])), leader(np.array([[1, 0], [0, 1]] * 5))
    ('line', 'nobody')
    """
    lead = Estimate(scores[:, 0] - scores[:, 1])
    if len(scores) < ENOUGH or abs(lead.mean) <= 2 * lead.standard_error:
        return "nobody"
    return NETWORKS[0] if lead.mean > 0 else NETWORKS[1]


def overtaken_at(line: NDArray[np.float64], full: NDArray[np.float64]) -> int | None:
    """Give the first round from which the line stays ahead; None if it does not end ahead.

    >>> overtaken_at(np.array([1, 2, 4, 6]), np.array([1, 3, 4, 5]))
    3
    """
    if line[-1] <= full[-1]:
        return None
    return int(np.flatnonzero(line <= full)[-1]) + 1


def _drawn(line: NDArray[np.float64], full: NDArray[np.float64], language: str) -> Curves:
    rounds = {at: str(at) for at in (0, EARLY, 50, LATE)}
    scores = {score: decimal(score, 1, language) for score in (0, 0.2, 0.4, 0.6, 0.8, 1)}
    return {
        "kind": "curves",
        "across": axis(say(f"explore.{NAME}.round", language), 0, LATE, rounds),
        "up": axis(say(f"explore.{NAME}.up", language), 0, 1, scores),
        "curves": [
            {
                "text": say(f"explore.{NAME}.{name}", language),
                "across": list(range(len(each))),
                "up": each.round(4).tolist(),
                "every": 10,
            }
            for name, each in zip(NETWORKS, (line, full), strict=True)
        ],
        "notes": [],
    }


EXPLORER = Simulated(
    name=NAME,
    controls=(Control("rule", len(RULES)),),
    batches=BATCHES,
    batch=batch,
    look=look,
)
