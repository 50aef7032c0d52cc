"""The rounds of `course.models.contagion`: many runs in one network, 64 to a word."""

from itertools import pairwise
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from course.models.neighbours import Indices, Neighbours
from course.models.planes import Plane, counted, numbers, packed, unpacked, word_for

_FEW = 4
"""A round looks at some people alone when they are fewer than one in so many."""

_TOGETHER = 2**15
"""People times words that are counted together: so a processor's nearest cache holds the planes."""

_CHANGES = 8
"""Changes of what people need, from row to row, up to which those who need as many go together."""

_Rows: TypeAlias = slice | Indices


class Rounds:
    """Runs in bit planes (people by row, words): who has adopted, and in which round.

    ``needed`` (people,) is the number of adopting contacts that each waits for; ``begun`` are those
    who begin, and their runs.
    """

    def __init__(
        self,
        net: Neighbours,
        needed: NDArray[np.int64],
        begun: tuple[Indices, Indices],
        runs: int,
    ) -> None:
        self.slots = net.slots
        self.needed = needed[self.slots.person]
        begin = np.zeros((len(needed), runs), np.uint8)
        begin[self.slots.row[begun[0]], begun[1]] = 1
        self.adopted = packed(begin, word_for(runs))
        self.everyone = packed(np.ones(runs, np.uint8), word_for(runs))
        self.when: list[Plane] = []
        people, words = self.adopted.shape
        self.together = max(1, min(people, _TOGETHER // words))
        # Where all need as many, fewer digits do.
        changes = np.flatnonzero(np.diff(self.needed)) + 1
        few = changes.tolist() if len(changes) <= _CHANGES else []
        self.bounds = sorted({*range(0, people, self.together), *few, people})
        self.count = _Count(int(self.needed.max()), (self.together, words), self.adopted.dtype)
        # A look at those whom some reach costs as much as many contacts, each.
        self.few = people // (_FEW * max(1, int(np.median(net.degree))))

    def follow(self, noise: float, last: int, rng: np.random.Generator) -> "Rounds":
        """Compute the rounds until nothing more can happen, or the last of them."""
        # The first round looks at everyone: a threshold of 0 has no contact to wait for.
        rows: Indices | None = None
        for now in range(1, last + 1):
            new, met = self._due(rows, meeting=bool(noise))
            wavering = bool(noise) and self._add_lucky(new, met, noise, rng)
            cells = int(np.count_nonzero(new))
            if not cells:
                if wavering:
                    continue
                break
            if rows is None:
                self.adopted |= new
                self._note(slice(None), new, now)
            else:
                self.adopted[rows] |= new
                self._note(rows, new, now)
            rows = None if noise else self._concerned(rows, new, cells)
        return self

    def times(self, runs: int) -> NDArray[Any]:
        """Give the round in which each adopted, plus one (people, runs); 0 for never."""
        rows = self.slots.row
        adopted = unpacked(self.adopted.take(rows, axis=0), runs)
        if not self.when:
            return adopted
        # One digit more than the last round has, for a round more.
        digits = [digit.take(rows, axis=0) for digit in self.when]
        times = numbers([*digits, np.zeros_like(digits[0])], runs)
        times += adopted
        return times

    def sizes(self, runs: int) -> NDArray[np.int64]:
        """Give how many adopted in each run (runs,)."""
        return numbers(counted(self.adopted), runs).astype(np.int64)

    def _note(self, rows: _Rows, new: Plane, now: int) -> None:
        """Write the round, bit by bit, where somebody is new."""
        for digit in range(now.bit_length()):
            if digit == len(self.when):
                self.when.append(np.zeros_like(self.adopted))
            if now >> digit & 1:
                self.when[digit][rows] |= new

    def _concerned(self, rows: Indices | None, new: Plane, cells: int) -> Indices | None:
        """Those who wait and have a contact who is new: their rows, or None for a look at all."""
        if cells > self.few * new.shape[1]:
            return None
        changed = np.flatnonzero(new.any(axis=1))
        if len(changed) > self.few:
            return None
        reached = np.flatnonzero(self.slots.reach(changed if rows is None else rows[changed]))
        waits: Indices = reached[(self.adopted[reached] != self.everyone).any(axis=1)]
        return waits

    def _due(self, rows: Indices | None, *, meeting: bool) -> tuple[Plane, Plane | None]:
        """Tell who adopts now, of some rows or of all; and who meets any adopter, if asked."""
        people, words = self.adopted.shape
        many = people if rows is None else len(rows)
        new = np.empty((many, words), self.adopted.dtype)
        met = np.zeros_like(new) if meeting else None
        bounds = [*range(0, many, self.together), many]
        for begin, end in pairwise(self.bounds if rows is None else bounds):
            part = slice(begin, end)
            of = part if rows is None else rows[part]
            self._look(of, new[part], None if met is None else met[part])
        return new, met

    def _look(self, rows: _Rows, new: Plane, met: Plane | None) -> None:
        """Tell which of some rows, that rise, adopt now; and which meet any adopter, if asked."""
        count = self.count.begin(self.needed[rows])
        for slot in self.slots.each:
            if isinstance(rows, slice):
                where = slot[rows]
            else:
                where = slot[rows[: np.searchsorted(rows, len(slot))]]
            if not len(where):
                break
            room = count.room.pop()
            # mode="clip" is the quicker; every index is within bounds.
            self.adopted.take(where, axis=0, out=room[: len(where)], mode="clip")
            if met is not None:
                met[: len(where)] |= room[: len(where)]
            count.add(room, len(where), 0)
        np.invert(self.adopted[rows], out=new)
        new &= count.enough()

    def _add_lucky(
        self, new: Plane, met: Plane | None, noise: float, rng: np.random.Generator
    ) -> bool:
        """Let some of those adopt who have an adopting contact but too few; tell if any may."""
        assert met is not None
        runs = 8 * self.adopted.dtype.itemsize * self.adopted.shape[1]
        bits = unpacked(met & ~new & ~self.adopted & self.everyone, runs)
        cells = np.flatnonzero(bits)
        lucky = np.zeros(bits.shape, bool)
        lucky.reshape(-1)[cells[rng.random(len(cells)) < noise]] = True
        new |= packed(lucky, self.adopted.dtype.type)
        return bool(len(cells))


class _Count:
    """A carry-save counter for each person and run, that tells when it has run over.

    It has as few digits as ``most`` needs, which is what anybody waits for, and a ``shape`` (people
    at a time, words). Two planes of one weight wait for each other; with the sum of that weight
    they are three, and a full adder makes one carry of them.
    """

    def __init__(self, most: int, shape: tuple[int, int], kind: Any) -> None:
        # To ask for memory anew takes as long as to fill it, so planes are handed round.
        self.sums = [np.empty(shape, kind) for _ in range(_digits(most))]
        self.over, self.either = np.empty(shape, kind), np.empty(shape, kind)
        self.room = [np.empty(shape, kind) for _ in range(len(self.sums) + 2)]
        self.waiting: list[tuple[Plane, int] | None] = []
        self.rows = self.digits = 0

    def begin(self, needed: NDArray[np.int64]) -> "_Count":
        """Count anew for some people, each from so much less than 2^digits as is needed."""
        self.rows, self.digits = len(needed), _digits(int(needed.max()))
        self.waiting = [None] * self.digits
        start = 2**self.digits - needed
        same = bool((needed == needed[0]).all())
        for digit, plane in enumerate([*self.sums[: self.digits], self.over]):
            bits = -(start >> digit & 1).astype(plane.dtype)
            if same:
                plane[: self.rows].fill(bits[0])
            else:
                plane[: self.rows] = bits[:, None]
        return self

    def add(self, bits: Plane, few: int, weight: int) -> None:
        """Add a plane of a weight, 0 beyond its first rows; it is handed back when it is used."""
        while weight < self.digits:
            before = self.waiting[weight]
            if before is None:
                self.waiting[weight] = bits, few
                return
            self.waiting[weight] = None
            one, many = before
            if many < few:
                one, many, bits, few = bits, few, one, many
            self._carry(self.sums[weight], one, many, bits, few)
            self.room.append(bits)
            bits, few, weight = one, many, weight + 1
        self.over[:few] |= bits[:few]
        self.room.append(bits)

    def enough(self) -> Plane:
        """Tell where as many were added as were needed."""
        for weight, last in enumerate(self.waiting):
            if last is not None:
                self.waiting[weight] = None
                bits, few = last
                # What is left of this weight is not asked for, only what it carries.
                bits[:few] &= self.sums[weight][:few]
                self.add(bits, few, weight + 1)
        return self.over[: self.rows]

    def _carry(self, total: Plane, one: Plane, many: int, other: Plane, few: int) -> None:
        """Add two planes to a sum; the first of them, which has more rows, becomes the carry."""
        here, first, second = total[:few], one[:few], other[:few]
        either = np.bitwise_xor(first, second, out=self.either[:few])
        first &= second
        np.bitwise_and(either, here, out=second)
        here ^= either
        first |= second
        if many > few:
            # Beyond, only one of the two has anything: half an adder.
            rest, alone, kept = total[few:many], one[few:many], self.either[few:many]
            np.bitwise_and(rest, alone, out=kept)
            rest ^= alone
            alone[:] = kept


def _digits(most: int) -> int:
    """Digits of a counter that runs over after so many."""
    return max(0, most - 1).bit_length()
