"""NK landscapes: problems whose parts depend on each other, so that good solutions lie apart.

A solution is a string of ``dimensions`` bits. Each bit contributes a value that depends on itself
and on ``interdependence`` other bits, chosen at random; contributions are drawn uniformly from 0
to 1. With no interdependence there is one peak; with more there are ever more, and better ones
out of sight.

Source: Kauffman & Levin (1987), Journal of Theoretical Biology 128, 11-45; scored as in Lazer &
Friedman (2007), Administrative Science Quarterly 52(4), 667-694.
"""

import numpy as np
from numpy.typing import NDArray

from course.models.checks import require_count

_MOST_DIMENSIONS = 22
"""A landscape of 22 bits takes 16 MB; each bit more doubles that."""

_TOGETHER = 7
"""Bits at the end of a solution that are added in one go, as rows of 2^7 values."""


def landscape(
    dimensions: int, interdependence: int, rng: np.random.Generator
) -> NDArray[np.float32]:
    """Give the score of every solution (2^dimensions,), between 0 and 1, the best having 1.

    The score is (value / best value)^8, which leaves little for the mediocre. The number of a
    solution has its first bit as the highest.

    Raises ValueError for dimensions outside 1 to 22, and for more interdependence than there are
    other bits.

    >>> scores = landscape(10, 3, np.random.default_rng(1))
    >>> scores.shape, float(scores.max())
    ((1024,), 1.0)
    """
    require_count(dimensions, "dimensions", most=_MOST_DIMENSIONS)
    require_count(interdependence, "interdependence", least=0, most=dimensions - 1)
    together = min(_TOGETHER, dimensions)
    before = dimensions - together
    total = np.zeros([2] * before + [2**together], np.float32)
    for bit in range(dimensions):
        others = rng.choice(dimensions - 1, interdependence, replace=False)
        depends = {bit, *(others + (others >= bit)).tolist()}
        # One axis a bit: of length 2 where the contribution depends on it, else 1, so that
        # NumPy's broadcasting looks every solution's contribution up at once.
        shape = [2 if axis in depends else 1 for axis in range(dimensions)]
        contribution = rng.random(shape, dtype=np.float32)
        whole_rows = np.broadcast_to(contribution, shape[:before] + [2] * together)
        total += whole_rows.reshape([*shape[:before], 2**together])
    scores = total.reshape(-1)
    scores /= scores.max()
    # Three squarings are far quicker than a power.
    for _ in range(3):
        scores *= scores
    return scores
