"""The organisations of `course.models.learning` at work: 64 replications to a word.

With few replications of each it takes as long to ask for an operation as to carry it out, so that
several kinds of organisation, which differ in how fast their people learn, go side by side.
"""

from typing import TypeAlias

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from course.models.planes import (
    WORD,
    Plane,
    added,
    at_least,
    chances,
    counted,
    numbers,
    numbers_at,
    packed,
    random_planes,
    thirds,
    unpacked,
)

LONGEST = 5_000
"""Periods after which a replication without equilibrium is left as it stands."""


Indices: TypeAlias = NDArray[np.intp]


@frozen
class Batch:
    """Replications computed together, each array (kinds of organisation, replications).

    ``code`` and ``people`` are sums over beliefs; ``sums`` has, before the first period and after
    each, that of ``code`` over the replications (kinds,).
    """

    code: NDArray[np.int64]
    people: NDArray[np.float64]
    periods: NDArray[np.int64]
    settled: NDArray[np.bool_]
    sums: list[NDArray[np.int64]]


class Organisations:
    """Replications side by side in bit planes, everything held relative to reality.

    ``rates`` (kinds of organisation, people) are the people's; there are as many ``replications``
    of each kind.

    That loses nothing, since beliefs start alike in both directions, and makes knowledge a mean. A
    belief that is right is a 1 in ``right``, and one that is right or none a 1 in ``may``, from
    which somebody may act rightly: planes of beliefs, people and words. Those of the code,
    ``knows`` where it is right and ``errs`` where it is wrong, are of beliefs and words.
    """

    def __init__(
        self,
        rng: np.random.Generator,
        replications: int,
        rates: NDArray[np.float64],
        p2: float,
        beliefs: int,
    ) -> None:
        self.rng, self.shape = rng, (len(rates), replications)
        people = rates.shape[1]
        kind = np.repeat(np.arange(len(rates)), replications)
        self.going = np.arange(len(kind))
        words = -(-len(kind) // WORD)
        # By the size of the majority, how likely the code is to adopt its view.
        self.adopts = 1 - (1 - p2) ** np.arange(people + 1, dtype=np.float64)
        self.open = packed(np.ones(len(kind), np.uint8))
        self.kinds = packed(kind == np.arange(len(rates))[:, None])
        # Whose rate is which (people, words): those who go on are all that is asked about.
        self.groups = [
            (rate, packed((rate == rates.T)[:, kind])) for rate in np.unique(rates).tolist()
        ]
        self.knows, self.errs = np.zeros((2, beliefs, words), np.uint64)
        everywhere = np.full((beliefs, people, words), ~np.uint64(0))
        # Right, wrong or none with chance 1/3 each.
        self.right, wrong = thirds(self.rng, everywhere)
        self.may = ~wrong
        self.differing: Plane | None = None

    def follow(self, periods: int | None, turnover: float, turbulence: float) -> Batch:
        """Compute the periods; replications that have settled are put aside."""
        replications = len(self.going)
        last = LONGEST if periods is None else periods
        code = np.zeros(replications, np.int64)
        people = np.zeros(replications)
        took = np.full(replications, last)
        settled = np.zeros(replications, bool)
        sums = []
        for period in range(last + 1):
            sums.append(code.reshape(self.shape).sum(axis=1) + self._totals())
            stops = self.open if period == last else np.zeros_like(self.open)
            if periods is None or period == last:
                still = self._unsettled()
                stops = stops | (self.open & ~still)
            if stops.any():
                where, who = self._whose(stops)
                code[where] = self._sums(self.knows, self.errs)[who]
                people[where] = self._held()[who] / self.right.shape[1]
                quiet = unpacked(~still, len(self.going))[who].astype(bool)
                settled[where] = quiet & (not turnover and not turbulence)
                took[where] = period
                self.open = self.open & ~stops
                goes_on = unpacked(self.open, len(self.going)).astype(bool)
                if not goes_on.any():
                    break
                # Those that have settled take no more time once they are half of all.
                if 2 * goes_on.sum() <= len(self.going):
                    self._keep(goes_on)
            if turbulence:
                self._shake(turbulence)
            self._period()
            if turnover:
                self._replace(turnover)
        return Batch(
            code.reshape(self.shape),
            people.reshape(self.shape),
            took.reshape(self.shape),
            settled.reshape(self.shape),
            sums,
        )

    def _period(self) -> None:
        beliefs, people, words = self.right.shape
        # Beside the people stands what the code knows, and where it does not err, so that both are
        # counted in one go; below the beliefs, who is superior.
        actions = np.empty((beliefs + 1, people + 2, words), np.uint64)
        acts = actions[:-1, :-2]
        # Whoever has no belief acts by the flip of a coin.
        coins = random_planes(self.rng, beliefs, people, words)
        coins &= self.may
        np.bitwise_or(coins, self.right, out=acts)
        actions[:-1, -2] = self.knows
        np.invert(self.errs, out=actions[:-1, -1])
        superior = actions[-1, :-2]
        superior[:] = self._superior(counted(actions[:-1]))
        acts &= superior
        votes = counted(actions[:, :-2].swapaxes(0, 1))
        # Both learn from what the other was at the start of the period.
        knows, errs = self._taught([one[:-1] for one in votes], [one[-1] for one in votes])
        self._learn()
        self.knows, self.errs = knows, errs

    def _superior(self, rightly: list[Plane]) -> Plane:
        """Tell who acts rightly more often than the code does.

        With r right actions of m, r - (m - r) must exceed right less wrong beliefs of the code:
        2 r > right + (m - wrong), the last two of those that were counted.
        """
        code: list[Plane] = []
        carry = np.zeros_like(self.open)
        for one in rightly:
            total, carry = added(one[-2], one[-1], carry)
            code.append(total[None])
        code.append(carry[None])
        acts = [one[:-2] for one in rightly]
        return ~at_least(code, [np.zeros_like(acts[0]), *acts])

    def _taught(self, rightly: list[Plane], many: list[Plane]) -> tuple[Plane, Plane]:
        """Give the code as most of those who are superior would have it, where it adopts that.

        With r right actions of n the majority is r - (n - r): right where 2 r exceeds n, and wrong
        where n exceeds 2 r.
        """
        doubled = [np.zeros_like(rightly[0]), *rightly]
        all_ = [plane[None] for plane in many]
        to_right = ~at_least(all_, doubled) & ~self.knows
        to_wrong = ~at_least(doubled, all_) & ~self.errs
        bits = unpacked(to_right | to_wrong, len(self.going))
        belief, who = np.nonzero(bits)
        majority = 2 * numbers_at(rightly, who, belief) - numbers_at(many, who)
        no = self.rng.random(len(who)) >= self.adopts[np.abs(majority)]
        bits[belief[no], who[no]] = 0
        adopted = packed(bits)
        to_right &= adopted
        to_wrong &= adopted
        return (self.knows & ~to_wrong) | to_right, (self.errs & ~to_right) | to_wrong

    def _learn(self) -> None:
        """Move beliefs one step towards the code: from wrong to none, from none to right."""
        # Most people soon hold what the code holds, and nothing is drawn for them.
        differ = self._differ()
        down = self._moves(differ)
        up = np.bitwise_and(down, self.knows[:, None], out=differ)
        down ^= up
        to_right = up & self.may
        to_none = down & self.right
        self.right ^= to_none
        self.right |= to_right
        down ^= to_none
        self.may |= up
        self.may ^= down
        self.differing = None

    def _differ(self) -> Plane:
        """Tell which beliefs are not what the code has there, if it has anything."""
        if self.differing is None:
            knows, errs = self.knows[:, None], self.errs[:, None]
            differ = self.right & knows
            differ ^= knows
            differ |= self.may & errs
            self.differing = differ
        return self.differing

    def _moves(self, differ: Plane) -> Plane:
        """Draw for each belief that differs, with its person's rate, whether it moves."""
        if len(self.groups) == 1:
            return chances(self.rng, self.groups[0][0], differ)
        moves = np.zeros_like(differ)
        for rate, who in self.groups:
            moves |= chances(self.rng, rate, differ & who)
        return moves

    def _replace(self, turnover: float) -> None:
        everyone = np.full(self.right.shape[1:], ~np.uint64(0))
        leave = np.broadcast_to(chances(self.rng, turnover, everyone), self.right.shape)
        right, wrong = thirds(self.rng, leave)
        self.right &= ~leave
        self.right |= right
        self.may |= leave
        self.may ^= wrong
        self.differing = None

    def _shake(self, turbulence: float) -> None:
        # A dimension of reality that changes sign makes right wrong, and wrong right.
        changes = chances(self.rng, turbulence, np.full_like(self.knows, ~np.uint64(0)))
        turn = (self.knows ^ self.errs) & changes
        self.knows ^= turn
        self.errs ^= turn
        turn = ~(self.right ^ self.may) & changes[:, None]  # but where there is no belief
        self.right ^= turn
        self.may ^= turn
        self.differing = None

    def _unsettled(self) -> Plane:
        """Tell which replications can still change: a belief to move, or someone superior.

        Where the code has no belief, people keep theirs; with luck a person with no belief
        either acts rightly there.
        """
        unsettled: Plane = np.bitwise_or.reduce(self._differ(), axis=(0, 1))
        silent = ~(self.knows | self.errs)
        # Only a silent code leaves room for someone superior when no belief is to move.
        if (~unsettled & np.bitwise_or.reduce(silent, axis=0) & self.open).any():
            best = counted(silent[:, None] & self.may)
            worst = counted(silent[:, None] & ~self.may)
            unsettled |= np.bitwise_or.reduce(~at_least(worst, best), axis=0)
        return unsettled

    def _whose(self, plane: Plane) -> tuple[Indices, Indices]:
        """The replications of a plane's bits: which they are, and where they stand now."""
        who = np.flatnonzero(unpacked(plane, len(self.going)))
        return self.going[who], who

    def _totals(self) -> NDArray[np.int64]:
        """Right less wrong beliefs of the code (kinds,), in all replications that go on."""
        going = self.kinds & self.open
        right, wrong = (
            np.bitwise_count(held[:, None] & going).sum(axis=(0, 2), dtype=np.int64)
            for held in (self.knows, self.errs)
        )
        totals: NDArray[np.int64] = right - wrong
        return totals

    def _sums(self, right: Plane, wrong: Plane) -> NDArray[np.int64]:
        """Right less wrong beliefs of the code (replications,)."""
        each = (numbers(counted(one), len(self.going)).astype(np.int64) for one in (right, wrong))
        return next(each) - next(each)

    def _held(self) -> NDArray[np.int64]:
        """Right less wrong beliefs of all people together (replications,)."""
        beliefs, people, words = self.right.shape
        flat = (one.reshape(beliefs * people, words) for one in (self.right, ~self.may))
        return self._sums(*flat)

    def _keep(self, going: NDArray[np.bool_]) -> None:
        """Leave out replications, and close up the rest."""
        replications = len(self.going)

        def kept(plane: Plane) -> Plane:
            return packed(unpacked(plane, replications)[..., going])

        self.knows, self.errs = kept(self.knows), kept(self.errs)
        self.right, self.may = kept(self.right), kept(self.may)
        self.differing = None
        self.kinds = kept(self.kinds)
        self.groups = [(rate, kept(who)) for rate, who in self.groups]
        self.going = self.going[going]
        self.open = packed(np.ones(len(self.going), np.uint8))
