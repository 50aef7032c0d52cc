"""Bit planes: 64 replications in a word, so that one operation moves all of them at once.

A plane is an array of unsigned whole numbers whose last axis runs over the replications, as many of
them in each word as it has bits. A number for each replication is a list of planes, the lowest bit
first. Full adders count with no more than "and", "or" and "exclusive or": three planes of the same
weight become one of that weight and one of the next (carry-save; Harley's and Seal's way of
counting bits, Warren 2013, Hacker's Delight, 2nd ed., section 5-1).
"""

from collections.abc import Sequence
from math import prod
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Plane: TypeAlias = NDArray[Any]

WORD = 64
"""Replications in a whole word."""

_SPARSE = 4
"""Of so many words one, at most, has anything undecided: then it pays to go on with those alone."""

_LAST = 256
"""Words of which it is quicker to draw a number for each bit that is undecided."""


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
    """Give the numbers (..., replications) that planes hold, the lowest bit first.

    >>> numbers([packed(np.array([1, 0, 1])), packed(np.array([0, 1, 1]))], 3).tolist()
    [1, 2, 3]
    """
    kind = word_for(len(planes))
    total = _bytes(planes[:8])[..., :replications].astype(kind)
    for weight in range(8, len(planes), 8):
        more = _bytes(planes[weight : weight + 8])[..., :replications].astype(kind)
        total |= np.left_shift(more, kind(weight), out=more)
    return total


def _bytes(planes: Sequence[Plane]) -> NDArray[np.uint8]:
    """The numbers that eight planes hold, or fewer, in a byte each.

    In a word that has a byte of each plane, the eight by eight bits change places (Warren 2013,
    section 7-3): bit j of byte i becomes bit i of byte j.
    """
    small = [np.ascontiguousarray(plane).view(np.uint8) for plane in planes]
    square = np.zeros((*small[0].shape, 8), np.uint8)
    for place, plane in enumerate(small):
        square[..., place] = plane
    words = square.view(np.uint64)[..., 0]
    for shift, half in ((7, 0x00AA00AA00AA00AA), (14, 0x0000CCCC0000CCCC), (28, 0xF0F0F0F0)):
        change = words >> np.uint64(shift)
        change ^= words
        change &= np.uint64(half)
        words ^= change
        change <<= np.uint64(shift)
        words ^= change
    return words.view(np.uint8)


def numbers_at(
    planes: Sequence[Plane], who: NDArray[np.intp], *before: NDArray[np.intp]
) -> NDArray[np.int64]:
    """Give the numbers of some replications alone, at their places on the axes before.

    >>> sums = counted(packed(np.array([[1, 0, 1], [1, 1, 0], [1, 0, 0]])))
    >>> numbers_at(sums, np.array([2, 0])).tolist()
    [1, 3]
    """
    total = np.zeros(len(who), np.int64)
    bit = (who % WORD).astype(np.uint64)
    for weight, plane in enumerate(planes):
        bits = (plane[(*before, who // WORD)] >> bit) & np.uint64(1)
        total += bits.astype(np.int64) << weight
    return total


def counted(bits: Plane) -> list[Plane]:
    """Count along the first axis, for each replication: planes of the sums, the lowest bit first.

    >>> numbers(counted(packed(np.array([[1, 0, 1], [1, 1, 0], [1, 0, 0]]))), 3).tolist()
    [3, 1, 1]
    """
    sums = []
    spent = False  # what somebody else holds is left as it is
    while len(bits):
        kept, bits = _reduced(bits, spent)
        sums.append(kept)
        spent = True
    return sums


def _reduced(bits: Plane, spent: bool) -> tuple[Plane, Plane]:
    """Add planes of one weight (n, ...): what is left of that weight, and all that is carried.

    What is ``spent`` may be written over.
    """
    carried = np.empty((len(bits) // 2, *bits.shape[1:]), bits.dtype)
    done = 0
    while third := len(bits) // 3:
        one, other, last = (bits[third * n : third * (n + 1)] for n in range(3))
        # The sums come to stand before those that are left over.
        left = bits[2 * third :] if spent else bits[2 * third :].copy()
        carry = carried[done : done + third]
        either = one ^ other
        np.bitwise_and(one, other, out=carry)
        carry |= either & last
        np.bitwise_xor(either, last, out=left[:third])
        bits, spent, done = left, True, done + third
    if len(bits) == 2:
        np.bitwise_and(bits[0], bits[1], out=carried[done])
        return bits[0] ^ bits[1], carried
    return bits[0], carried


def added(one: Plane, other: Plane, third: Plane) -> tuple[Plane, Plane]:
    """A full adder: the sum of three planes, and what they carry."""
    total = one ^ other
    carry = one & other
    carry |= total & third
    total ^= third
    return total, carry


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
    # The generator's own words: an eighth quicker than to have numbers drawn, and much with few.
    return rng.bit_generator.random_raw(prod(shape)).reshape(shape)


def chances(rng: np.random.Generator, chance: float, among: Plane) -> NDArray[np.uint64]:
    """Draw bits that are 1 with a chance, to the 53 digits of a random number and beyond.

    Only bits that are 1 in ``among`` are drawn; the others are 0.

    Each bit compares a random number with the chance, digit by digit in base 2, until the first
    that differs: half of what is undecided is decided by each digit. When few words have anything
    undecided, only those go on, and the last few bits have a random number drawn for each.

    >>> everywhere = np.full(1000, ~np.uint64(0))
    >>> int(np.bitwise_count(chances(np.random.default_rng(1), 0.25, everywhere)).sum()) // 640
    25
    """
    rare = min(chance, 1 - chance)  # both are exact: the larger is at least a half
    drawn = np.zeros(among.shape, np.uint64)
    flat = drawn.reshape(-1)
    open_ = among.reshape(-1)
    where: NDArray[np.intp] | slice = slice(None)
    left = rare
    while left:
        if len(open_) > _LAST and _SPARSE * np.count_nonzero(open_) <= len(open_):
            some = np.flatnonzero(open_)
            where = some if isinstance(where, slice) else where[some]
            open_ = open_[some]
        if len(open_) <= _LAST:
            flat[where] |= _drawn(rng, left, open_)
            break
        left *= 2
        alike = random_planes(rng, len(open_))
        alike &= open_
        if left >= 1:  # a 0 against this 1 is below it
            left -= 1
            flat[where] |= open_ & ~alike
        open_ = alike
    if chance > 0.5:
        drawn ^= among
    return drawn


def thirds(rng: np.random.Generator, where: Plane) -> tuple[Plane, Plane]:
    """Draw one thing, another or none with chance 1/3 each, where there is a 1.

    Two coins have four outcomes: three stand for a belief, and with the fourth both are flipped
    again.
    """
    one, other = random_planes(rng, 2, *where.shape)
    one &= where
    other &= where
    flat_one, flat_other = one.reshape(-1), other.reshape(-1)
    open_ = np.flatnonzero(flat_one & flat_other)
    while len(open_):
        again = flat_one[open_] & flat_other[open_]
        first, second = random_planes(rng, 2, len(open_))
        flat_one[open_] ^= again & ~first
        flat_other[open_] ^= again & ~second
        open_ = open_[(again & first & second) != 0]
    return one, other


def _drawn(rng: np.random.Generator, chance: float, open_: NDArray[np.uint64]) -> Plane:
    """Draw a random number for each bit that is open."""
    bits = unpacked(open_[:, None], WORD)
    cells = np.flatnonzero(bits)
    bits.reshape(-1)[cells] = rng.random(len(cells)) < chance
    return packed(bits)[:, 0]
