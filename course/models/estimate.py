"""A mean over replications of a simulation, with the standard error that goes with it."""

from collections.abc import Iterator
from math import sqrt
from typing import Any, TypeAlias

import numpy as np
from attrs import cmp_using, field, frozen
from numpy.typing import ArrayLike, NDArray

Array: TypeAlias = NDArray[Any]


SAME_ARRAY: Any = cmp_using(eq=np.array_equal)
"""For ``field(eq=...)``: arrays are equal when every element is."""


def read_only(values: ArrayLike) -> Array:
    """Give a copy of ``values`` as an array that nobody can write in; for ``field(converter=...)``.

    >>> read_only([1, 2])[0] = 3
    Traceback (most recent call last):
    ValueError: assignment destination is read-only
    """
    array = np.array(values)
    array.flags.writeable = False
    return array


def in_batches(replications: int, most: int) -> Iterator[int]:
    """Give the sizes of batches, so that memory does not grow with the replications.

    >>> list(in_batches(10, most=4))
    [4, 4, 2]
    """
    for start in range(0, replications, most):
        yield min(most, replications - start)


@frozen
class Estimate:
    """What a simulation estimates: one value a replication, in ``values`` (replications,).

    >>> Estimate([0.5, 0.7, 0.9])
    Estimate(mean=0.7, standard_error=0.115, replications=3)
    """

    values: NDArray[np.float64] = field(converter=read_only, eq=SAME_ARRAY, hash=False)

    @property
    def mean(self) -> float:
        """The mean over the replications."""
        return float(self.values.mean())

    @property
    def standard_error(self) -> float:
        """How far the mean is likely to be from that of endless replications: s / sqrt(n).

        Not a number (nan) for a single replication, which says nothing of the spread.
        """
        if len(self.values) < 2:
            return float("nan")
        return float(self.values.std(ddof=1)) / sqrt(len(self.values))

    @property
    def replications(self) -> int:
        """How many values there are."""
        return len(self.values)

    def __repr__(self) -> str:
        return (
            f"Estimate(mean={self.mean:.3g}, standard_error={self.standard_error:.3g}, "
            f"replications={self.replications})"
        )
