"""What can be counted in an organisation of one's own, and how far the counts can be trusted."""

import random
from collections import Counter
from math import nan

from attrs import frozen

from course.networks.measures import Boundary, boundary
from course.networks.organisation.neutral import Organisation
from course.networks.ties import GRADES, at_least

_DRAWS = 200
_ROUGHLY = 5_000  # ties from which a quarter of the draws must do
_LEAST = 0.1  # of all, who are left out in each draw where hardly anybody is missing


def crossings(organisation: Organisation) -> list[list[int]]:
    """Ties from each unit (a row) to each (a column): a list of k lists of k counts.

    >>> crossings(Organisation(3, (), ("a", "b"), (0, 0, 1), ((0, 1, 1), (0, 2, 1), (2, 0, 1))))
    [[1, 1], [1, 0]]
    """
    k, member = len(organisation.units), organisation.member
    counts = Counter((member[one], member[other]) for one, other, _ in organisation.ties)
    return [[counts[row, column] for column in range(k)] for row in range(k)]


@frozen
class Depth:
    """Ties of a strength or more: how many, how many are alone, and how they cross boundaries.

    ``boundary`` is None where no units are told, or where there is no such tie.
    """

    strength: int
    ties: int
    alone: int
    boundary: Boundary | None

    @property
    def is_wall(self) -> bool:
        """Whether ties stay inside the units more than chance would have it."""
        return self.boundary is not None and self.boundary.ei < self.boundary.by_chance[0]


def depths(organisation: Organisation) -> list[Depth]:
    """The organisation at each of the four strengths, the weakest first."""
    graph = organisation.graph()
    found = []
    for strength in GRADES:
        deep = at_least(graph, strength)
        ties = deep.number_of_edges()
        alone = sum(1 for _, degree in deep.degree if not degree)
        measured = boundary(deep) if ties and len(organisation.units) > 1 else None
        found.append(Depth(strength, ties, alone, measured))
    return found


@frozen
class Doubt:
    """How much of the organisation was not asked, or did not answer.

    Attributes:
        silent: those of whom others speak, and who name nobody themselves.
        pairs: pairs with a tie, whoever of them said so.
        agreed: those of them where both said so.
        left_out: the share of the nodes that each draw leaves out.
        ei: between which values the E-I index lies in 19 draws of 20; None without units.
    """

    silent: int
    pairs: int
    agreed: int
    left_out: float
    ei: tuple[float, float] | None


def doubt(organisation: Organisation, seed: int = 1) -> Doubt:
    """Say what is missing, and how far the E-I index moves when as many more were missing.

    Each draw leaves out at random as large a share as is silent, and a tenth at least.
    """
    says = {one for one, *_ in organisation.ties}
    silent = len({other for _, other, _ in organisation.ties} - says)
    met = Counter(frozenset((one, other)) for one, other, _ in organisation.ties)
    left_out = min(0.5, max(_LEAST, silent / organisation.size))
    return Doubt(
        silent,
        len(met),
        sum(count > 1 for count in met.values()),
        left_out,
        _resampled(organisation, left_out, seed) if len(organisation.units) > 1 else None,
    )


def _resampled(organisation: Organisation, left_out: float, seed: int) -> tuple[float, float]:
    rng, member = random.Random(seed), organisation.member
    draws = _DRAWS if len(organisation.ties) < _ROUGHLY else _DRAWS // 4
    away_each = max(1, round(left_out * organisation.size))
    found = []
    for _ in range(draws):
        away = set(rng.sample(range(organisation.size), away_each))
        crosses = [
            member[one] != member[other]
            for one, other, _ in organisation.ties
            if one not in away and other not in away
        ]
        if crosses:
            found.append(2 * sum(crosses) / len(crosses) - 1)
    if not found:
        return nan, nan
    found.sort()
    off = len(found) // 40  # one draw of twenty, half of it at either end
    return found[off], found[-1 - off]
