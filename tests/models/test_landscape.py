from itertools import product

import numpy as np
import pytest

from course.models.landscape import landscape


@pytest.mark.parametrize(("dimensions", "interdependence"), [(1, 0), (5, 2), (9, 4), (9, 8)])
def test_agrees_with_valuing_one_solution_at_a_time(dimensions: int, interdependence: int) -> None:
    # Another implementation, by the definition of Kauffman & Levin (1987), from the same draws.
    rng = np.random.default_rng(3)
    solutions = list(product((0, 1), repeat=dimensions))
    values = np.zeros(len(solutions))
    for bit in range(dimensions):
        others = rng.choice(dimensions - 1, interdependence, replace=False)
        depends = sorted([bit, *(other + (other >= bit) for other in others)])
        contributions = rng.random(2 ** (interdependence + 1), dtype=np.float32)
        table = dict(zip(product((0, 1), repeat=len(depends)), contributions, strict=True))
        values += [table[tuple(solution[i] for i in depends)] for solution in solutions]
    scores = landscape(dimensions, interdependence, np.random.default_rng(3))
    assert scores == pytest.approx((values / values.max()) ** 8, rel=1e-4)


def test_the_published_way_draws_from_all_bits_and_rounds() -> None:
    # Another implementation of the authors' drawing, one solution at a time, from the same draws.
    rng = np.random.default_rng(4)
    solutions = list(product((0, 1), repeat=6))
    values = np.zeros(len(solutions))
    chose_itself = 0
    for bit in range(6):
        others = rng.choice(6, 3, replace=False).tolist()
        chose_itself += bit in others
        depends = sorted({bit, *others})
        contributions = np.rint(10 * rng.random(2 ** len(depends), dtype=np.float32))
        table = dict(zip(product((0, 1), repeat=len(depends)), contributions, strict=True))
        values += [table[tuple(solution[i] for i in depends)] for solution in solutions]
    assert chose_itself
    scores = landscape(6, 3, np.random.default_rng(4), "Barkoczi & Galesic")
    assert scores == pytest.approx((values / values.max()) ** 8, rel=1e-4)
    # Equal sums of tenths are equal scores, so that none is better by a rounding error.
    assert len(np.unique(scores)) == len(np.unique(values))


def _peaks(scores: np.ndarray, dimensions: int) -> int:
    solutions = np.arange(len(scores))
    better = [scores[solutions ^ (1 << bit)] > scores for bit in range(dimensions)]
    return int((~np.any(better, axis=0)).sum())


def test_interdependence_makes_peaks() -> None:
    # One peak without interdependence; with all of it each of 2^n solutions is one with chance
    # 1/(n + 1) (Kauffman & Levin 1987): 93 of 1,024, with a standard error of about 2 over ten.
    rng = np.random.default_rng(1)
    assert _peaks(landscape(10, 0, rng), 10) == 1
    rugged = [_peaks(landscape(10, 9, rng), 10) for _ in range(10)]
    assert np.mean(rugged) == pytest.approx(2**10 / 11, abs=8)


@pytest.mark.parametrize(
    ("dimensions", "interdependence", "says"),
    [
        (0, 0, "dimensions is 0: give a whole number from 1 to 22"),
        (23, 5, "dimensions is 23"),
        (5, 5, "interdependence is 5: give a whole number from 0 to 4"),
        (5, -1, "interdependence is -1"),
    ],
)
def test_refuses_what_is_no_problem(dimensions: int, interdependence: int, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        landscape(dimensions, interdependence, np.random.default_rng(1))
