"""Who comes when volunteers are asked for: a small group, and not a random one.

Of the people concerned, some are ``members`` of a group that matters (those who are content, say,
or who find their way on the web). A member is ``keenness`` times as likely as anyone else to be
the next to volunteer; places are taken one by one until they are full. With a keenness of 1 this
is a random draw.

The chances are exact: the hypergeometric distribution, and with keenness Wallenius's noncentral
one. Source: Wallenius (1963), Biased sampling, Stanford University; Fog (2008), Communications in
Statistics: Simulation and Computation 37(2), 258-273.
"""

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from course.models.checks import require_count, require_positive, require_share
from course.models.estimate import SAME_ARRAY, Estimate, in_batches, read_only

_WAITS = 2**20
"""People times replications that are drawn together."""


@frozen
class Draw:
    """How many members there may be among those who take part.

    ``chances`` (places + 1,) are those of finding 0, 1, 2 ... members on the places;
    ``members_share`` is the group's share of all people.
    """

    members_share: float
    chances: NDArray[np.float64] = field(converter=read_only, eq=SAME_ARRAY, hash=False, repr=False)

    @property
    def places(self) -> int:
        """How many take part."""
        return len(self.chances) - 1

    @property
    def share(self) -> float:
        """The members' share of those who take part, to be expected."""
        return float(self.chances @ np.arange(len(self.chances))) / self.places

    @property
    def nobody(self) -> float:
        """The chance that no member takes part."""
        return float(self.chances[0])

    def likely(self, chance: float = 0.95) -> tuple[int, int]:
        """Give the fewest and the most members, leaving out at most half the rest at each end."""
        require_share(chance, "chance")
        below = np.cumsum(self.chances)
        tail = (1 - chance) / 2
        return int((below <= tail).sum()), int((below < 1 - tail).sum())


def volunteers(people: int, members: int, places: int, keenness: float = 1.0) -> Draw:
    """Give the exact chances of how many members take part.

    Raises ValueError for counts that do not fit each other and a keenness that is not above 0.

    >>> draw = volunteers(people=300, members=100, places=12)
    >>> round(draw.share, 3), draw.likely()
    (0.333, (1, 7))
    >>> round(volunteers(300, 100, 12, keenness=4).share, 2)
    0.66
    """
    _require_people(people, members, places, keenness)
    counts = np.arange(places + 1)
    chances = np.zeros(places + 1)
    chances[0] = 1.0
    for taken in range(places):
        members_left = np.clip(members - counts, 0, None)
        others_left = np.clip(people - members - (taken - counts), 0, None)
        weight = keenness * members_left
        # Where nobody is left at all the chance is 0 already; 1 keeps the division defined.
        member_next = weight / np.where(weight + others_left > 0, weight + others_left, 1)
        moved = chances * member_next
        chances = chances - moved
        chances[1:] += moved[:-1]
    return Draw(members / people, chances)


def simulate_volunteers(
    people: int,
    members: int,
    places: int,
    keenness: float = 1.0,
    *,
    replications: int = 1000,
    seed: int = 1,
) -> Estimate:
    """Let people volunteer, and give the members' share of the places in each replication.

    Each waits an exponential time, members ``keenness`` times as short, and the first get in.

    Raises ValueError as `volunteers` does.

    >>> drawn = simulate_volunteers(300, 100, 12, keenness=4)
    >>> abs(drawn.mean - volunteers(300, 100, 12, keenness=4).share) < 4 * drawn.standard_error
    True
    """
    _require_people(people, members, places, keenness)
    require_count(replications, "replications")
    rng = np.random.default_rng(seed)
    shares = []
    for size in in_batches(replications, max(1, _WAITS // people)):
        waits = rng.exponential(size=(size, people))
        waits[:, :members] /= keenness
        first = np.argpartition(waits, places - 1, axis=1)[:, :places]
        shares.append((first < members).mean(axis=1))
    return Estimate(np.concatenate(shares))


def _require_people(people: int, members: int, places: int, keenness: float) -> None:
    require_count(people, "people")
    require_count(members, "members", least=0, most=people)
    require_count(places, "places", most=people)
    require_positive(keenness, "keenness")
