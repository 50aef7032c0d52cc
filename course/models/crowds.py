"""The people of `course.models.search` at work: one network, several problems side by side."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from course.models.neighbours import Indices

_SAMPLE = 3
"""Contacts looked at by the rules that sample, as in Barkoczi & Galesic (2016)."""


class Crowds:
    """People in one network, each with a solution of each problem that has not settled yet.

    ``scores`` (problems, 2^dimensions) are those of all solutions, ``first`` (problems, people)
    the people's first solutions, ``contacts`` (problems or 1, people, most contacts) the network,
    with short rows filled up with the person's own number.

    `follow` computes the rounds. Then ``over_time`` (rounds + 1, problems) holds the people's mean
    scores, and ``settled`` (problems,) says whether nobody could learn or find anything more.
    """

    def __init__(
        self,
        scores: NDArray[np.float32],
        first: Indices,
        contacts: Indices,
        rule: str,
        rng: np.random.Generator,
    ) -> None:
        problems, self.people = first.shape
        self.rule, self.rng = rule, rng
        self.bits = scores.shape[1].bit_length() - 1
        self.scores = scores.reshape(-1)
        self.network = np.broadcast_to(contacts, (problems, *contacts.shape[1:]))
        self.own = np.arange(self.people)[:, None]
        self.settled = np.zeros(problems, bool)
        self.over_time = np.empty((0, problems))
        self.held = first
        self._go_on(np.arange(problems))
        self.value = self._score(self.held)

    def follow(self, rounds: int) -> "Crowds":
        """Compute the rounds; a problem that has settled is put aside."""
        self.over_time = np.empty((rounds + 1, len(self.settled)))
        now = self.value.mean(axis=1, dtype=np.float64)
        self.over_time[0] = now
        for at in range(1, rounds + 1):
            self.over_time[at] = self.over_time[at - 1]
            changed = self._round()
            self.over_time[at, self.going] = self.value.mean(axis=1, dtype=np.float64)
            quiet = np.flatnonzero(~changed.any(axis=1))
            if len(quiet):
                done = np.zeros(len(self.going), bool)
                done[quiet] = self._nothing_better(quiet)
                self.settled[self.going[done]] = True
                self.held, self.value = self.held[~done], self.value[~done]
                self._go_on(self.going[~done])
                if not len(self.going):
                    self.over_time[at + 1 :] = self.over_time[at]
                    break
        return self

    def each(self, rounds: int) -> NDArray[np.float32]:
        """Give everybody's score after each round, from round 0: (rounds + 1, problems, people)."""
        scores = [self.value.copy()]
        for _ in range(rounds):
            self._round()
            scores.append(self.value.copy())
        return np.stack(scores)

    def _go_on(self, going: Indices) -> None:
        """Keep these problems; from now on a contact is a place among all people's solutions."""
        self.going = going
        self.offset = (going << self.bits)[:, None]
        starts = np.arange(len(going))[:, None, None] * self.people
        self.contacts = self.network[going] + starts
        self.selves = self.own + starts
        self.degree = (self.contacts != self.selves).sum(axis=2)
        # What every round's sample needs of that.
        self.left = (self.degree[:, :, None] - np.arange(_SAMPLE)).clip(0)
        rows = np.arange(self.degree.size) * self.contacts.shape[2]
        self.rows = rows.reshape(*self.degree.shape, 1)

    def _round(self) -> NDArray[np.bool_]:
        """Tell who changed (problems, people)."""
        model = self._model()
        seen = self.value.reshape(-1)[model]
        copies = seen > self.value
        # All look before anyone changes.
        copied = self.held.reshape(-1)[model]
        tried = self.held ^ (1 << self.rng.integers(0, self.bits, self.held.shape))
        found = self._score(tried)
        finds = found > self.value
        self.held = np.where(copies, copied, np.where(finds, tried, self.held))
        self.value = np.where(copies, seen, np.where(finds, found, self.value))
        return copies | finds

    def _model(self) -> Indices:
        """Give whom each looks at, by the rule: a contact, or the person's own place."""
        own: Indices = self.selves[:, :, 0]
        if self.rule == "alone":
            return own
        if self.rule == "best":
            return self._best(self.contacts)
        sample = self._sample()
        if self.rule == "best of sample":
            return self._best(sample)
        held = self.held.reshape(-1)[sample]
        first, second, third = held[:, :, 0], held[:, :, 1], held[:, :, 2]
        with_first = (first == second) | (first == third)
        model: Indices = np.where(
            with_first, sample[:, :, 0], np.where(second == third, sample[:, :, 1], own)
        )
        return model

    def _best(self, among: Indices) -> Indices:
        best = self.value.reshape(-1)[among].argmax(axis=2)
        chosen: Indices = np.take_along_axis(among, best[:, :, None], axis=2)[:, :, 0]
        return chosen

    def _sample(self) -> Indices:
        """Choose three different contacts of each, or all there are and the own place instead."""
        slots = (self.rng.random(self.left.shape) * self.left).astype(np.intp)
        # The second is one of the contacts without the first, the third one without both.
        first, second, third = slots[:, :, 0], slots[:, :, 1], slots[:, :, 2]
        second += second >= first
        third += third >= np.minimum(first, second)
        third += third >= np.maximum(first, second)
        within = np.minimum(slots, self.contacts.shape[2] - 1)
        chosen = self.contacts.reshape(-1)[self.rows + within]
        sample: Indices = np.where(slots < self.degree[:, :, None], chosen, self.selves)
        return sample

    def _nothing_better(self, problems: Indices) -> Any:
        """Tell for which problems no contact and no change of one bit is better than the own."""
        value = self.value[problems]
        seen = np.zeros_like(value)
        if self.rule != "alone":
            seen = self.value.reshape(-1)[self.contacts[problems]].max(axis=2)
        stuck = (seen <= value).all(axis=1)
        bits = 1 << np.arange(self.bits)[:, None, None]
        places = (self.held[problems] ^ bits) + self.offset[problems]
        return stuck & (self.scores[places] <= value).all(axis=(0, 2))

    def _score(self, solutions: Indices) -> NDArray[np.float32]:
        scores: NDArray[np.float32] = self.scores[solutions + self.offset]
        return scores
