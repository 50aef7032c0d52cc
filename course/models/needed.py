"""How many adopting contacts each person waits for, in `course.models.contagion`."""

from collections.abc import Mapping
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from course.models.checks import require_one_threshold, require_threshold
from course.models.neighbours import Neighbours

Thresholds: TypeAlias = float | Mapping[Any, float] | NDArray[Any]
"""One threshold for all, or one for each person: by name, or in the order of the people."""


def needed_by_each(
    net: Neighbours, contacts: Thresholds | None, share: Thresholds | None
) -> NDArray[np.int64]:
    """Give how many adopting contacts each person needs (people,).

    Raises ValueError for thresholds that are negative, missing, or shares above 1.
    """
    require_one_threshold(contacts, share)
    is_share = contacts is None
    given = share if is_share else contacts
    each = np.empty(len(net.people))
    if isinstance(given, Mapping):
        missing = [person for person in net.people if person not in given]
        if missing:
            raise ValueError(f"{missing[0]!r} has no threshold: give one for each person.")
        each[:] = [require_threshold(given[person], is_share=is_share) for person in net.people]
    elif isinstance(given, np.ndarray):
        if given.shape != each.shape:
            raise ValueError(
                f"There are {given.size} thresholds for {len(each)} people: give one for each."
            )
        _require_thresholds(given, is_share)
        each[:] = given
    else:
        each[:] = require_threshold(given, is_share=is_share)
    if is_share:
        # 0.3 x 10 must be 3, though it is a little more in floating point.
        each = np.where(each > 0, np.maximum(1, np.ceil(each * net.degree - 1e-9)), 0)
    # Nobody has more contacts than the own: what is above can never be reached.
    return np.minimum(each, net.degree + 1).astype(np.int64)


def _require_thresholds(given: NDArray[Any], is_share: bool) -> None:
    """As `require_threshold`, for all at once: the worst of them is refused, if any is."""
    odd = given[np.isnan(given) | (given != np.rint(given))][:1]
    for value in (*odd, given.min(), given.max()):
        require_threshold(value.item(), is_share=is_share)
