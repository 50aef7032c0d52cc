"""One run of `course.models.contagion` at a time: only those who are new go on to their contacts.

Each tie is looked at once in a whole run, however many rounds it takes. That is the quickest way
for a run or a few; many runs go together in `course.models.rounds`, 64 to a word.
"""

import numpy as np
from numpy.typing import NDArray

from course.models.neighbours import Indices, Neighbours


class Fronts:
    """Runs one after the other: ``at`` (runs, people) holds the round in which each adopted.

    Rounds are counted from 1, for those who begin; 0 is for those who never adopt. ``needed``
    (people,) is the number of adopting contacts that each waits for; ``begun`` are those who begin,
    and their runs.
    """

    def __init__(
        self,
        net: Neighbours,
        needed: NDArray[np.int64],
        begun: tuple[Indices, Indices],
        runs: int,
        last: int,
    ) -> None:
        self.net, self.needed, self.last = net, needed, last
        self.at = np.zeros((runs, len(needed)), np.int32)
        for run, at in enumerate(self.at):
            self._follow(at, np.unique(begun[0][begun[1] == run]))

    def times(self, runs: int) -> NDArray[np.int32]:
        """Give the round in which each adopted, plus one (people, runs); 0 for never."""
        return self.at[:runs].T

    def sizes(self, runs: int) -> NDArray[np.int64]:
        """Give how many adopted in each run (runs,)."""
        sizes: NDArray[np.int64] = np.count_nonzero(self.at[:runs], axis=1)
        return sizes

    def _follow(self, at: NDArray[np.int32], new: Indices) -> None:
        at[new] = 1
        left = self.needed.astype(np.int32)  # how many more each waits for
        place, one = np.empty(len(at), np.intp), np.int32(1)
        due = np.flatnonzero((left == 0) & (at == 0))  # who waits for nobody adopts at once
        for now in range(2, self.last + 2):
            reached = self.net.of(new)
            np.subtract.at(left, reached, one)
            met = reached[left[reached] <= 0]
            due = np.concatenate([due, met[at[met] == 0]])
            if not len(due):
                break
            at[due] = now
            # Whoever is reached by several of those who are new is new once.
            number = np.arange(len(due))
            place[due] = number
            new, due = due[place[due] == number], due[:0]
