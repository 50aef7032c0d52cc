"""Batches put together: by hand."""

import numpy as np
import pytest

from course.explorers.runs import estimates, level_with_best, margin, stands_apart
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


def around(mean: float) -> Estimate:
    """Ten values with a standard error of 1: by hand, their squares are 90, and 90/9/10 is 1."""
    return Estimate([mean - 3, mean + 3] * 5)


@pytest.mark.parametrize(("lower", "apart"), [(2.1, True), (2.3, False)])
def test_means_stand_apart_when_chance_alone_would_hardly_do_it(lower: float, apart: bool) -> None:
    # By hand: each has an error of 1, their difference one of 1.41; twice that is 2.83.
    found = {"best": around(5), "other": around(lower), "third": around(-5)}
    assert found["best"].standard_error == pytest.approx(1)
    assert level_with_best(found) == (["best"] if apart else ["best", "other"])
    assert stands_apart(found, "best") == stands_apart(found, "other") == apart
    assert stands_apart(found, "third")


def test_few_replications_tell_nothing_apart() -> None:
    # Student's t asks for 2.4 standard errors of eight, and 12.7 of two.
    few = {"best": Estimate([49, 51] * 4), "other": Estimate([-1, 1] * 4)}
    assert level_with_best(few) == ["best", "other"]
    assert not stands_apart(few, "best")
