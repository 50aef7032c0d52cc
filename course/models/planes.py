"""Bit planes: 64 replications in a word, so that one operation moves all of them at once.

A plane is an array of unsigned whole numbers whose last axis runs over the replications, as many of
them in each word as it has bits. A number for each replication is a list of planes, the lowest bit
first. Full adders count with no more than "and", "or" and "exclusive or": three planes of the same
weight become one of that weight and one of the next (carry-save; Harley's and Seal's way of
counting bits, Warren 2013, Hacker's Delight, 2nd ed., section 5-1).
"""

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Plane: TypeAlias = NDArray[Any]

WORD = 64
"""Replications in a whole word."""


def word_for(replications: int) -> type[np.unsignedinteger[Any]]:
    """Give the smallest kind of word that holds so many replications, at most 64 of them.

    >>> word_for(3).__name__, word_for(1000).__name__
    ('uint8', 'uint64')
    """
    sizes: tuple[type[np.unsignedinteger[Any]], ...] = (np.uint8, np.uint16, np.uint32)
    return next((size for size in sizes if replications <= 8 * size().itemsize), np.uint64)


def packed(bits: NDArray[Any], word: type[np.unsignedinteger[Any]] = np.uint64) -> Plane:
    """Pack 0s and 1s (..., replications) into a plane (..., words); what is left over is 0.

    >>> packed(np.array([[1, 0, 1], [0, 1, 0]]), np.uint8).tolist()
    [[5], [2]]
    """
    size = word().itemsize
    small = np.packbits(bits.astype(bool, copy=False), axis=-1, bitorder="little")
    short = -small.shape[-1] % size
    if short:
        small = np.concatenate([small, np.zeros((*small.shape[:-1], short), np.uint8)], axis=-1)
    return np.ascontiguousarray(small).view(word)


def unpacked(plane: Plane, replications: int) -> NDArray[np.uint8]:
    """Give the 0s and 1s (..., replications) of a plane.

    >>> unpacked(packed(np.array([1, 0, 1]), np.uint8), 3).tolist()
    [1, 0, 1]
    """
    small = np.ascontiguousarray(plane).view(np.uint8)
    return np.unpackbits(small, axis=-1, count=replications, bitorder="little")


def numbers(planes: Sequence[Plane], replications: int) -> NDArray[Any]:
    """Give the numbers (..., replications) that planes hold, the lowest bit first."""
    kind = word_for(len(planes))
    total = unpacked(planes[0], replications).astype(kind, copy=False)
    for weight, plane in enumerate(planes[1:], 1):
        bits = unpacked(plane, replications).astype(kind, copy=False)
        total |= np.left_shift(bits, kind(weight), out=bits)
    return total


def counted(bits: Plane) -> list[Plane]:
    """Count along the first axis, for each replication: planes of the sums, the lowest bit first.

    >>> numbers(counted(packed(np.array([[1, 0, 1], [1, 1, 0], [1, 0, 0]]))), 3).tolist()
    [3, 1, 1]
    """
    sums = []
    level = [bits]
    while level:
        kept, carried = _reduced(level)
        sums.append(kept)
        level = carried
    return sums


def _reduced(level: list[Plane]) -> tuple[Plane, list[Plane]]:
    """Add planes of one weight (n, ...): what is left of that weight, and all that is carried."""
    carried: list[Plane] = []
    while True:
        bits = level[0] if len(level) == 1 else np.concatenate(level)
        if len(bits) == 1:
            return bits[0], carried
        third, left = divmod(len(bits), 3)
        if not third:  # two are left: half an adder
            carried.append((bits[0] & bits[1])[None])
            return bits[0] ^ bits[1], carried
        x, y, z = bits[:third], bits[third : 2 * third], bits[2 * third : 3 * third]
        either = x ^ y
        both = x & y
        both |= either & z
        either ^= z
        carried.append(both)
        level = [either, bits[3 * third :]] if left else [either]


def at_least(planes: Sequence[Plane], others: Sequence[Plane]) -> Plane:
    """Tell where a number is at least another: no borrow when that is taken away.

    >>> high, low = ([packed(np.array(bits))] for bits in ([1, 0, 1], [1, 1, 0]))
    >>> unpacked(at_least(high, low), 3).tolist()
    [1, 0, 1]
    """
    none = np.zeros((1,) * planes[0].ndim, planes[0].dtype)
    enough: Plane = ~none
    for place in range(max(len(planes), len(others))):
        one = planes[place] if place < len(planes) else none
        other = others[place] if place < len(others) else none
        # The higher bit decides; where the bits are alike, what the lower ones said stands.
        enough = (one & ~other) | (enough & ~(one ^ other))
    return enough


def random_planes(rng: np.random.Generator, *shape: int) -> NDArray[np.uint64]:
    """Flip a coin for each bit of a plane of whole words."""
    return rng.integers(0, 2**64, shape, np.uint64)


def chances(rng: np.random.Generator, chance: float, *shape: int) -> NDArray[np.uint64]:
    """Draw bits that are 1 with a chance, exactly.

    Each bit compares a random number with the chance, digit by digit in base 2, until the first
    that differs: half of what is undecided is decided by each digit. A float has at most 1,074 of
    them; when few words have anything undecided, only those go on.

    >>> int(np.bitwise_count(chances(np.random.default_rng(1), 0.25, 1000)).sum()) // 640
    25
    """
    rare = min(chance, 1 - chance)  # both are exact: the larger is at least a half
    drawn = np.zeros(shape, np.uint64)
    if rare > 0:
        flat = drawn.reshape(-1)
        where: NDArray[np.intp] | None = None
        open_ = np.full(flat.shape, ~np.uint64(0))
        left = rare
        for digit in range(1, 1075):
            left *= 2
            coin = random_planes(rng, len(open_))
            coin &= open_
            if left >= 1:  # a 0 against this 1 is below it; coin has what stays alike
                left -= 1
                below = open_ ^ coin
                if where is None:
                    flat |= below
                else:
                    flat[where] |= below
            open_ = coin
            if not left:
                break
            if digit >= 6:
                some = np.flatnonzero(open_)
                if not len(some):
                    break
                where = some if where is None else where[some]
                open_ = open_[some]
    if chance > 0.5:
        np.invert(drawn, out=drawn)
    return drawn
