"""A network as two arrays, for more people than networkx can hold in memory with ease."""

from itertools import pairwise

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from course.models.estimate import SAME_ARRAY

_CHUNK = 100_000
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
        people = len(self)
        # Part by part, which memory close to the processor holds.
        ends = np.searchsorted(self.indptr, np.arange(_CHUNK, len(self.indices), _CHUNK))
        bounds = np.unique([0, *ends, people])
        one, other = np.random.default_rng().integers(0, 2**64, (2, people), np.uint64)
        difference = np.zeros(1, np.uint64)  # an array runs over in silence, which is wanted here
        for first, last in pairwise(bounds.tolist()):
            contacts = self.indices[self.indptr[first] : self.indptr[last]]
            if not len(contacts):
                continue
            if contacts.min() < 0 or contacts.max() >= people:
                raise ValueError(f"A contact is nobody here: number people from 0 to {people - 1}.")
            begins = np.zeros(len(contacts) + 1, bool)
            begins[self.indptr[first:last] - self.indptr[first]] = True
            if not ((contacts[1:] > contacts[:-1]) | begins[1:-1]).all():
                raise ValueError(
                    "Somebody's contacts do not rise, or one stands twice: sort each person's "
                    "contacts and give each once."
                )
            many = np.diff(self.indptr[first : last + 1])
            person = np.repeat(np.arange(first, last), many)
            if (person == contacts).any():
                alone = int(person[person == contacts][0])
                raise ValueError(f"{alone} has a tie to itself: leave such ties out.")
            # The sum of one(a) other(b) over ties a-b, for two random numbers of each person, is
            # the same with the ends changed round only if the ties are, but for a chance of one in
            # 2^60. Far quicker than sorting them.
            difference += (np.repeat(one[first:last], many) * other[contacts]).sum(keepdims=True)
            difference -= (np.repeat(other[first:last], many) * one[contacts]).sum(keepdims=True)
        if difference[0]:
            raise ValueError("A tie stands at one end only: give each at both its ends.")
