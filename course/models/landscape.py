"""NK landscapes: problems whose parts depend on each other, so that good solutions lie apart.

A solution is a string of ``dimensions`` bits. Each bit contributes a value that depends on itself
and on ``interdependence`` other bits, chosen at random; contributions are drawn uniformly from 0
to 1. With no interdependence there is one peak; with more there are ever more, and better ones
out of sight.

There are two ways to draw one. In the ``"textbook"`` the others are other bits, and contributions
are any numbers from 0 to 1. The public code of Barkoczi & Galesic (2016) draws the others from all
bits, the bit itself included, and rounds contributions to one decimal: such landscapes are a little
less rugged, and their published scores are reached on these alone.

Source: Kauffman & Levin (1987), Journal of Theoretical Biology 128, 11-45; scored as in Lazer &
Friedman (2007), Administrative Science Quarterly 52(4), 667-694. The second way is that of the
repository dnlbrkc/social_learning, for Nature Communications 7, 13109.
"""

from typing import Literal, TypeAlias, get_args

import numpy as np
from numpy.typing import NDArray

from course.models.checks import require_count

Way: TypeAlias = Literal["textbook", "Barkoczi & Galesic"]
"""How a landscape is drawn."""

_MOST_DIMENSIONS = 22
"""A landscape of 22 bits takes 16 MB; each bit more doubles that."""

_TOGETHER = 9
"""Bits at the end of a solution that are added in one go, as rows of 2^9 values."""


def landscape(
    dimensions: int, interdependence: int, rng: np.random.Generator, way: Way = "textbook"
) -> NDArray[np.float32]:
    """Give the score of every solution (2^dimensions,), between 0 and 1, the best having 1.

    The score is (value / best value)^8, which leaves little for the mediocre. The number of a
    solution has its first bit as the highest.

    Raises ValueError for dimensions outside 1 to 22, for more interdependence than there are
    other bits, and for an unknown way to draw it.

    >>> scores = landscape(10, 3, np.random.default_rng(1))
    >>> scores.shape, float(scores.max())
    ((1024,), 1.0)
    """
    require_count(dimensions, "dimensions", most=_MOST_DIMENSIONS)
    require_count(interdependence, "interdependence", least=0, most=dimensions - 1)
    if way not in get_args(Way):
        raise ValueError(f"{way!r} is no way to draw it: choose {' or '.join(get_args(Way))}.")
    together = min(_TOGETHER, dimensions)
    before = dimensions - together
    total = np.zeros([2] * before + [2**together], np.float32)
    for bit in range(dimensions):
        depends = {bit, *_others(bit, dimensions, interdependence, rng, way)}
        # One axis a bit: of length 2 where the contribution depends on it, else 1, so that
        # NumPy's broadcasting looks every solution's contribution up at once.
        shape = [2 if axis in depends else 1 for axis in range(dimensions)]
        contribution = rng.random(shape, dtype=np.float32)
        if way != "textbook":
            # Tenths as whole numbers: equal sums are then equal, whatever order they are added in.
            contribution = np.rint(10 * contribution)
        whole_rows = np.broadcast_to(contribution, shape[:before] + [2] * together)
        total += whole_rows.reshape([*shape[:before], 2**together])
    scores = total.reshape(-1)
    scores /= scores.max()
    # Three squarings are far quicker than a power.
    for _ in range(3):
        scores *= scores
    return scores


def _others(
    bit: int, dimensions: int, interdependence: int, rng: np.random.Generator, way: Way
) -> list[int]:
    """The bits, beside itself, that a bit's contribution depends on."""
    if way != "textbook":
        chosen: list[int] = rng.choice(dimensions, interdependence, replace=False).tolist()
        return chosen
    others = rng.choice(dimensions - 1, interdependence, replace=False)
    besides: list[int] = (others + (others >= bit)).tolist()
    return besides
