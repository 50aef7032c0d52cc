"""A network as two arrays, for more people than networkx can hold in memory with ease."""

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from course.models.estimate import SAME_ARRAY

_CHUNK = 1_000_000
"""Contacts looked at together when a network is checked."""


def _whole(values: object) -> NDArray[np.intp]:
    array = np.asarray(values)
    if array.ndim != 1 or (array.size and array.dtype.kind not in "iu"):
        raise ValueError("indptr and indices are one row of whole numbers each: give such arrays.")
    return array.astype(np.intp, copy=False)


@frozen
class Adjacency:
    """Who has a tie to whom, as SciPy's, igraph's and others' compressed rows have it.

    People are the numbers from 0. The contacts of person i are
    ``indices[indptr[i] : indptr[i + 1]]``, in rising order, and each tie stands at both its ends.

    Raises ValueError where the arrays do not fit each other, contacts do not rise, a person has a
    tie to themselves, or a tie stands at one end only.

    >>> path = Adjacency(indptr=[0, 1, 3, 4], indices=[1, 0, 2, 1])
    >>> len(path)
    3
    """

    indptr: NDArray[np.intp] = field(converter=_whole, eq=SAME_ARRAY, hash=False, repr=False)
    indices: NDArray[np.intp] = field(converter=_whole, eq=SAME_ARRAY, hash=False, repr=False)

    def __attrs_post_init__(self) -> None:
        steps = np.diff(self.indptr)
        if not len(steps) or self.indptr[0] or (steps < 0).any():
            raise ValueError(
                "indptr must begin with 0 and never fall, with one number more than there are "
                "people, at least two."
            )
        if self.indptr[-1] != len(self.indices):
            raise ValueError(
                f"indptr ends with {self.indptr[-1]} and there are {len(self.indices)} contacts: "
                "let it end with their number."
            )
        if len(self.indices):
            self._require_ties()

    def __len__(self) -> int:
        return len(self.indptr) - 1

    @property
    def degree(self) -> NDArray[np.intp]:
        """How many contacts each has (people,)."""
        return np.diff(self.indptr)

    def _require_ties(self) -> None:
        if self.indices.min() < 0 or self.indices.max() >= len(self):
            raise ValueError(f"A contact is nobody here: number people from 0 to {len(self) - 1}.")
        firsts = np.zeros(len(self.indices) + 1, bool)
        firsts[self.indptr] = True
        if not ((np.diff(self.indices) > 0) | firsts[1:-1]).all():
            raise ValueError(
                "Somebody's contacts do not rise, or one stands twice: sort each person's contacts "
                "and give each once."
            )
        person = np.repeat(np.arange(len(self)), self.degree)
        if (person == self.indices).any():
            alone = int(person[person == self.indices][0])
            raise ValueError(f"{alone} has a tie to itself: leave such ties out.")
        if not self._mutual(person):
            raise ValueError("A tie stands at one end only: give each at both its ends.")

    def _mutual(self, person: NDArray[np.intp]) -> bool:
        """Whether each tie stands at both ends, but for a chance of one in 2^60.

        The sum of one(a) other(b) over ties a-b, for two random numbers of each person, is the
        same with the ends changed round only if the ties are. Far quicker than sorting them.
        """
        one, other = np.random.default_rng().integers(0, 2**64, (2, len(self)), np.uint64)
        difference = np.zeros(1, np.uint64)  # an array runs over in silence, which is wanted here
        for start in range(0, len(person), _CHUNK):
            a, b = person[start : start + _CHUNK], self.indices[start : start + _CHUNK]
            difference += (one[a] * other[b]).sum(keepdims=True)
            difference -= (other[a] * one[b]).sum(keepdims=True)
        return not difference[0]
