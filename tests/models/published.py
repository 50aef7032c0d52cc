"""What the models must reproduce: published tables, and those of independent prototypes.

The tests hold a quick version of each; ``python -m course bench --full`` computes them whole.
"""

from math import hypot

from course.models.groups import Placement
from course.models.landscape import Way
from course.models.search import Rule

MARCH = {
    0.1: (0.863, 0.817, 0.805, 0.802, 0.799, 0.803, 0.806, 0.809, 0.813),
    0.5: (0.954, 0.909, 0.869, 0.837, 0.811, 0.787, 0.768, 0.754, 0.742),
    0.9: (0.972, 0.940, 0.908, 0.874, 0.840, 0.807, 0.780, 0.756, 0.728),
}
"""March (1991): equilibrium knowledge of the code, by p2, for p1 = .1 to .9."""

MARCH_REPLICATIONS = 10_000

MARCH_OPEN = {
    (0.1, 0.0, 0.0, 20): 0.788,
    (0.1, 0.3, 0.0, 20): 0.664,
    (0.9, 0.0, 0.0, 20): 0.740,
    (0.9, 0.3, 0.0, 20): 0.870,
    (0.5, 0.0, 0.02, 20): 0.458,
    (0.5, 0.0, 0.02, 100): 0.0175,
    (0.5, 0.1, 0.02, 100): 0.577,
}
"""March's model: knowledge by p1, turnover, turbulence and periods, with p2 = .5."""


def open_replications(turbulence: float) -> int:
    """How many replications those rest on."""
    return 20_000 if turbulence else 200_000


LAZER_FRIEDMAN = {
    ("full", "line"): 26,
    ("line", "full"): 845,
    ("lattice", "full"): 762,
    ("+10 ties", "full"): 632,
    ("random", "full"): 320,
    ("line", "lattice"): 468,
    ("line", "random"): 787,
}
"""Lazer & Friedman (2007), Table B.1: how often the first ends ahead, per 1,000 landscapes."""


def wins_error(wins: float, landscapes: int) -> float:
    """The standard error of the difference between so many landscapes and their 1,000."""
    share = wins / 1000
    return 1000 * float((share * (1 - share) * (1 / landscapes + 1 / 1000)) ** 0.5)


BARKOCZI_GALESIC: dict[tuple[Way, Rule], tuple[float, float]] = {
    ("Barkoczi & Galesic", "best of sample"): (0.705, 0.614),
    ("Barkoczi & Galesic", "conformity"): (0.538, 0.829),
    ("Barkoczi & Galesic", "alone"): (0.383, 0.383),
    ("textbook", "best of sample"): (0.682, 0.587),
    ("textbook", "conformity"): (0.519, 0.791),
    ("textbook", "alone"): (0.378, 0.378),
}
"""Barkoczi & Galesic (2016), N = 15, K = 7, 200 rounds: clustered network, full network.

On landscapes of their own, as published; and the same search on textbook landscapes, from 1,000 of
them. A clustered network is here five groups of 20.
"""

GROUPS = {
    0: (0.18, 0.21),
    5: (0.21, 0.50),
    10: (0.23, 0.64),
    20: (0.24, 0.68),
    40: (0.27, 0.70),
    80: (0.30, 0.68),
    160: (0.35, 0.64),
    320: (0.39, 0.59),
}
"""Inspired by Fang, Lee & Schilling (2010): payoff after 10 periods and at the end, by ties."""

PLACED: dict[Placement, float] = {
    "at random": 0.67,
    "one broker a unit": 0.61,
    "one pair of units": 0.26,
}
"""The same: payoff at the end by where 15 ties are."""

GROUPS_ERROR = hypot(0.013, 0.0029)
"""The standard error of those values, and that of their two decimals."""
