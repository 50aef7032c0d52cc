"""Batches put together: by hand."""

import numpy as np
import pytest

from course.explorers.runs import estimates, level_with_best, margin
from course.models.estimate import Estimate


def test_batches_are_pooled_case_by_case() -> None:
    found = estimates(("a", "b"), [np.array([[0.1, 0.5], [0.3, 0.5]]), np.array([[0.5, 0.8]])])
    # By hand: (.1 + .3 + .5)/3 with a deviation of .2, so an error of .2/sqrt(3); (.5 + .5 + .8)/3.
    assert found["a"].mean == pytest.approx(0.3)
    assert found["a"].standard_error == pytest.approx(0.2 / 3**0.5)
    assert found["b"].mean == pytest.approx(0.6)
    assert {one.replications for one in found.values()} == {3}


def test_a_margin_is_two_standard_errors_of_the_least_certain() -> None:
    # By hand: 1 and 3 deviate by sqrt(2), an error of 1; equal values have none.
    assert margin([Estimate([1, 3]), Estimate([5, 5])]) == pytest.approx(2)


@pytest.mark.parametrize(("lower", "level"), [(2.9, True), (1.0, False)])
def test_level_is_what_chance_may_have_put_below_the_best(lower: float, level: bool) -> None:
    # By hand: both have an error of 1, their difference one of 1.41; twice that is 2.83.
    found = {"best": Estimate([4, 6]), "other": Estimate([lower - 1, lower + 1])}
    assert ("other" in level_with_best(found)) == level
    assert "best" in level_with_best(found)
