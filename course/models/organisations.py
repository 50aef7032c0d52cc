"""The organisations of `course.models.learning` at work: many replications, side by side."""

from typing import Any, TypeAlias

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

LONGEST = 5_000
"""Periods after which a replication without equilibrium is left as it stands."""

Beliefs: TypeAlias = NDArray[Any]


@frozen
class Batch:
    """Replications computed together: sums over beliefs, code (R,) and people (R,)."""

    code: NDArray[np.int64]
    people: NDArray[np.float64]
    periods: NDArray[np.int64]
    settled: NDArray[np.bool_]
    sums: list[int]


class Organisations:
    """Replications side by side, everything held relative to reality: 1 right, -1 wrong, 0 none.

    That loses nothing, since beliefs start alike in both directions, and makes knowledge a mean.
    Arrays have the shape (beliefs, people, replications), the code (beliefs, replications): with
    the replications last, every sum runs over whole rows of memory.
    """

    def __init__(
        self,
        rng: np.random.Generator,
        replications: int,
        rates: NDArray[np.float64],
        p2: float,
        beliefs: int,
    ) -> None:
        self.rng, self.rates, self.p2 = rng, rates, p2
        # Votes and performances count up to the number of people or beliefs.
        self.dtype = np.int8 if max(len(rates), beliefs) < 128 else np.int32
        self.code = np.zeros((beliefs, replications), self.dtype)
        self.held = self._naive((beliefs, len(rates), replications))
        # Room for what every period needs: to ask for memory anew takes as long as to compute.
        self.numbers = np.empty((2, self.held.size), self.dtype)
        self.answers = np.empty((2, self.held.size), bool)
        self.steps = self._steps()

    def follow(self, periods: int | None, turnover: float, turbulence: float) -> Batch:
        """Compute the periods; a replication that has settled is put aside."""
        replications = self.code.shape[1]
        last = LONGEST if periods is None else periods
        code = np.zeros(replications, np.int64)
        people = np.zeros(replications)
        took = np.full(replications, last)
        settled = np.zeros(replications, bool)
        sums = []
        going = np.arange(replications)
        for period in range(last + 1):
            code[going] = self.code.sum(axis=0, dtype=np.int64)
            sums.append(int(code.sum()))
            still = self._unsettled()
            stops = np.ones_like(still) if period == last else ~still & (periods is None)
            if stops.any():
                where = going[stops]
                people[where] = self.held[:, :, stops].sum(axis=(0, 1)) / len(self.rates)
                settled[where] = ~still[stops] & (not turnover and not turbulence)
                took[where] = period
                going = going[~stops]
                self._keep(~stops)
            if not len(going):
                break
            if turbulence:
                self._shake(turbulence)
            self._period()
            if turnover:
                self._replace(turnover)
            self.steps = self._steps()
        return Batch(code, people, took, settled, sums)

    def _period(self) -> None:
        actions = self._coins()
        actions *= np.equal(self.held, 0, out=self._room(self.answers[0]))
        actions += self.held
        performance = np.add.reduce(actions, axis=0, dtype=self.dtype)
        superior = performance > np.add.reduce(self.code, axis=0, dtype=self.dtype)
        actions *= superior
        votes = np.add.reduce(actions, axis=1, dtype=self.dtype)
        # Both learn from what the other was at the start of the period.
        self.steps *= self._moves()
        self.held += self.steps
        against = (np.sign(votes) != self.code) & (votes != 0)
        chance = 1 - (1 - self.p2) ** np.abs(votes).astype(np.float64)
        adopts = against & (self.rng.random(self.code.shape) < chance)
        self.code = np.where(adopts, np.sign(votes), self.code)

    def _steps(self) -> Beliefs:
        """Give the step, -1, 0 or 1, that would bring each belief nearer to the code."""
        steps = self._room(self.numbers[0])
        np.subtract(self.code[:, None, :], self.held, out=steps)
        np.sign(steps, out=steps)
        steps *= self.code[:, None, :] != 0
        return steps

    def _room(self, kept: NDArray[Any]) -> NDArray[Any]:
        """Give as much of the memory as the replications that still go on need, in their shape."""
        return kept[: self.held.size].reshape(self.held.shape)

    def _coins(self) -> Beliefs:
        """Flip a coin for each belief: -1 or 1."""
        size = self.held.size
        bits = np.unpackbits(_random_bytes(self.rng, -(-size // 8)), count=size)
        coins = self._room(self.numbers[1])
        np.multiply(bits.view(np.int8).reshape(coins.shape), 2, out=coins)
        coins -= 1
        return coins

    def _moves(self) -> NDArray[np.bool_]:
        """Draw for each belief, with its person's rate, whether it moves.

        One random byte decides all but one time in 256, when it falls on the rate's own step; then
        a fraction of the step is drawn, so that the chance is exact.
        """
        step = np.minimum(np.floor(256 * self.rates), 255)
        draws = _random_bytes(self.rng, self.held.size).reshape(self.held.shape)
        steps = step.astype(np.uint8)[None, :, None]
        moves: NDArray[np.bool_] = np.less(draws, steps, out=self._room(self.answers[0]))
        open_ = np.flatnonzero(np.equal(draws, steps, out=self._room(self.answers[1])))
        person = open_ // self.held.shape[2] % len(step)
        chance = (256 * self.rates - step)[person]
        moves.reshape(-1)[open_] = self.rng.random(len(open_)) < chance
        return moves

    def _replace(self, turnover: float) -> None:
        leaves = self.rng.random(self.held.shape[1:]) < turnover
        self.held[:, leaves] = self._naive((len(self.held), int(leaves.sum())))

    def _shake(self, turbulence: float) -> None:
        # A dimension of reality that changes sign makes right wrong, and wrong right.
        changes = self.rng.random(self.code.shape) < turbulence
        sign = np.where(changes, -1, 1).astype(self.dtype)
        self.code *= sign
        self.held *= sign[:, None, :]
        self.steps *= sign[:, None, :]

    def _unsettled(self) -> NDArray[np.bool_]:
        """Tell which replications can still change: a belief to move, or someone superior.

        Where the code has no belief, people keep theirs; with luck a person with no belief
        either acts rightly there.
        """
        unsettled: NDArray[np.bool_] = np.logical_or.reduce(self.steps.any(axis=0), axis=0)
        silent = self.code == 0
        # Only a silent code leaves room for someone superior when no belief is to move.
        doubtful = np.flatnonzero(~unsettled & silent.any(axis=0))
        held = self.held[:, :, doubtful]
        best = np.where(held == 0, 1, held) * silent[:, None, doubtful]
        unsettled[doubtful] = (best.sum(axis=0) > 0).any(axis=0)
        return unsettled

    def _keep(self, going: NDArray[np.bool_]) -> None:
        self.code = np.compress(going, self.code, axis=1)
        self.held = np.compress(going, self.held, axis=2)
        self.steps = self._steps()

    def _naive(self, shape: tuple[int, ...]) -> Beliefs:
        return self.rng.integers(-1, 2, shape, dtype=self.dtype)


def _random_bytes(rng: np.random.Generator, size: int) -> NDArray[np.uint8]:
    # Whole words of 64 bits come far quicker than bytes.
    words = rng.integers(0, 2**64, -(-size // 8), np.uint64)
    return words.view(np.uint8)[:size]
