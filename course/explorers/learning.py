"""How fast should newcomers take after the house? What routines and people know, by the pace."""

from collections.abc import Sequence
from functools import partial

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from course.explorers.explorer import Control, Setting, Simulated
from course.explorers.runs import claim, estimates, level_with_best, margin
from course.models.estimate import Estimate
from course.models.learning import learn_each
from course.plots.picture import Frame, Picture, Table
from course.plots.shapes import Curves
from course.plots.shapes.curves import Note, axis
from course.words import decimal, say

NAME = "learning"

PACES = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
"""Chances, each period, that a belief moves towards the code: March's p1."""

TURNOVERS = (0.0, 0.1, 0.2, 0.3)
"""Chances, each period, that a person is replaced: March's p3."""

CODE_LEARNS = 0.5
"""March's p2."""

PERIODS = 20
REPLICATIONS = 64
"""Replications in a batch, at each pace: as many as a word of the model holds."""

BATCHES = 24


@frozen
class Part:
    """Knowledge (replications, paces) of the code and, in the mean, of the people, at the end;
    and the code's in the mean of the replications (paces, periods + 1), after each period."""

    code: NDArray[np.float64]
    people: NDArray[np.float64]
    over_time: NDArray[np.float64]


def batch(setting: Setting, number: int) -> Part:
    """Let some organisations learn for a while at each pace."""
    learnt = learn_each(
        PACES,
        CODE_LEARNS,
        turnover=TURNOVERS[setting["turnover"]],
        periods=PERIODS,
        replications=REPLICATIONS,
        seed=number,
    )
    return Part(
        np.column_stack([one.knowledge.values for one in learnt]),
        np.column_stack([one.people.values for one in learnt]),
        np.stack([one.over_time for one in learnt]),
    )


def look(setting: Setting, language: str, batches: Sequence[Part]) -> Picture:
    """Knowledge of the routines and of the people over the pace, with the best pace ringed."""
    code = estimates(PACES, [part.code for part in batches])
    people = estimates(PACES, [part.people for part in batches])
    best = max(code, key=lambda pace: code[pace].mean)
    level = level_with_best(code)
    write = partial(decimal, digits=2, language=language)
    turnover = say(f"explore.{NAME}.turnover-{setting['turnover']}", language)
    message = say(
        f"explore.{NAME}.{claim(level, PACES)}",
        language,
        low=_percent(level[0]),
        high=_percent(level[-1]),
    )
    title = say(f"explore.{NAME}.title", language, turnover=turnover)
    ends = {"code": [one.mean for one in code.values()]}
    ends["people"] = [one.mean for one in people.values()]
    drawing = _drawn(ends, language)
    return Picture(
        name=NAME,
        title=title,
        drawing=drawing,
        message=message,
        caption=say(f"explore.{NAME}.caption", language, periods=PERIODS),
        reading=_reading(best, code, people, language),
        table=Table(
            caption=title,
            columns=tuple(
                say(f"explore.{NAME}.{column}", language) for column in ("pace", "code", "people")
            ),
            rows=tuple(
                (_percent(pace), write(code[pace].mean), write(people[pace].mean)) for pace in PACES
            ),
        ),
        frames=(
            *_frames(batches, language),
            Frame(drawing, _told(PERIODS, ends["code"], language)),
        ),
    )


def _reading(
    best: float, code: dict[float, Estimate], people: dict[float, Estimate], language: str
) -> str:
    """What routines and people know at the best pace, and the routines at both ends of it."""
    write = partial(decimal, digits=2, language=language)
    return say(
        f"explore.{NAME}.reading",
        language,
        best=_percent(best),
        knows=write(code[best].mean),
        slow=write(code[PACES[0]].mean),
        fast=write(code[PACES[-1]].mean),
        people=write(people[best].mean),
        n=code[best].replications,
        margin=write(margin([*code.values(), *people.values()])),
    )


def _frames(batches: Sequence[Part], language: str) -> list[Frame]:
    """How the code has come to know what it does, period by period, up to the last but one."""
    over_time = np.mean([part.over_time for part in batches], axis=0)
    known: list[list[float]] = over_time.T.tolist()
    return [
        Frame(_drawn({"code": now}, language), _told(period, now, language))
        for period, now in enumerate(known[:-1])
    ]


def _told(period: int, code: Sequence[float], language: str) -> str:
    """What the code knows after a period, at the slowest pace, the middle one and the fastest."""
    slow, middle, fast = (
        decimal(code[at], 2, language) for at in (0, len(PACES) // 2, len(PACES) - 1)
    )
    return say(f"explore.{NAME}.round", language, round=period, slow=slow, middle=middle, fast=fast)


def _drawn(known: dict[str, list[float]], language: str) -> Curves:
    """Knowledge over the pace; at the end that of the people too, with the code's best ringed."""
    code = known["code"]
    best = int(np.argmax(code))
    noted: Note = {
        "across": 100 * PACES[best],
        "up": code[best],
        "text": decimal(code[best], 2, language),
    }
    paces = {pace: str(pace) for pace in (10, 30, 50, 70, 90)}
    shares = {share: decimal(share, 1, language) for share in (0, 0.2, 0.4, 0.6, 0.8, 1)}
    return {
        "kind": "curves",
        "across": axis(say(f"explore.{NAME}.pace", language), 5, 95, paces),
        "up": axis(say(f"explore.{NAME}.up", language), 0, 1.05, shares),
        "curves": [
            {
                "text": say(f"explore.{NAME}.{who}", language),
                "across": [100 * pace for pace in PACES],
                "up": up,
                "every": 1,
            }
            for who, up in known.items()
        ],
        "notes": [noted] * ("people" in known),
    }


def _percent(share: float) -> str:
    return f"{100 * share:.0f}"


EXPLORER = Simulated(
    name=NAME,
    controls=(Control("turnover", len(TURNOVERS), start=1),),
    batches=BATCHES,
    batch=batch,
    look=look,
)
