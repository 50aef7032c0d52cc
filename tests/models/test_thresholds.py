from math import erf, nan, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.models.thresholds import Window, cascade_window, collective

crowds = st.lists(st.integers(0, 30), min_size=1, max_size=30)


def test_one_person_decides_what_becomes_of_all() -> None:
    # Granovetter (1978): thresholds 0, 1, 2 ... 99, then the 1 changed into a 2.
    assert collective(range(100)).final == 100
    assert collective([0, 2, *range(2, 100)]).final == 1


def test_acts_round_by_round() -> None:
    # By hand: two begin, one needs two, the last needs five and there are never more than three.
    assert collective([0, 0, 2, 5]).acting == (0, 2, 3)


def test_nobody_acts_when_nobody_begins() -> None:
    assert collective([1, 1]).acting == (0,)


@given(crowds)
@settings(max_examples=50, deadline=None)
def test_agrees_with_asking_each_person(thresholds: list[int]) -> None:
    # Another implementation: everyone asked, again and again.
    acting = 0
    while sum(threshold <= acting for threshold in thresholds) > acting:
        acting = sum(threshold <= acting for threshold in thresholds)
    assert collective(thresholds).final == acting


@given(crowds, st.integers(0, 29))
@settings(max_examples=50, deadline=None)
def test_a_higher_threshold_never_brings_more(thresholds: list[int], who: int) -> None:
    higher = list(thresholds)
    higher[who % len(higher)] += 1
    assert collective(higher).final <= collective(thresholds).final


@given(st.permutations(range(12)))
@settings(max_examples=50, deadline=None)
def test_the_order_of_people_does_not_matter(thresholds: list[int]) -> None:
    assert collective(thresholds).acting == tuple(range(13))


@pytest.mark.parametrize(("crowd", "says"), [([], "no people"), ([nan], "nan is no threshold")])
def test_refuses_what_is_no_crowd(crowd: list[float], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        collective(crowd)


def test_a_threshold_drawn_below_zero_begins() -> None:
    # By hand: two begin, and the third has seen two.
    assert collective([-3.2, 0, 2]).acting == (0, 2, 3)


def _equilibrium(spread: float) -> float:
    """Another way: the share of an endless crowd that acts, x = P(threshold <= x), from below."""
    share = 0.0
    for _ in range(10_000):
        share = (1 + erf((share - 0.25) / spread / sqrt(2))) / 2
    return share


@pytest.mark.parametrize("spread", [0.12, 0.125])
def test_a_little_more_spread_moves_a_large_crowd(spread: float) -> None:
    # Granovetter (1978, figure 2): thresholds normal with a mean of 25 per cent; at about 12.2 the
    # share who act leaps from some 5 per cent to nearly all.
    assert (_equilibrium(0.12) < 0.06, _equilibrium(0.125) > 0.95) == (True, True)
    people = 1_000_000
    drawn = np.random.default_rng(1).normal(0.25 * people, spread * people, people)
    assert collective(drawn).final / people == pytest.approx(_equilibrium(spread), abs=0.005)


def test_with_a_hundred_people_the_draw_decides() -> None:
    # Below the edge, at 12, a crowd of 100 goes all the way in about a fifth of 400 draws: so the
    # result must not be shown with 100 people.
    rng = np.random.default_rng(1)
    far = np.mean([collective(rng.normal(25, 12.2, 100)).final > 90 for _ in range(400)])
    assert 0.1 < far < 0.35


@pytest.mark.parametrize(("share", "lower", "upper"), [(0.18, 1.02, 5.76), (0.10, 1.00, 13.66)])
def test_cascade_window(share: float, lower: float, upper: float) -> None:
    # Watts (2002), equation 5.
    window = cascade_window(share)
    assert window is not None
    assert (window.lower, window.upper) == pytest.approx((lower, upper), abs=0.005)


@pytest.mark.parametrize(("share", "open_"), [(0.25, True), (0.26, False), (1.0, False)])
def test_whether_there_is_a_window(share: float, open_: bool) -> None:
    # By hand: up to four contacts, at a mean of 2, 2 e^-2 (1 + 2 + 2) = 1.35 > 1; up to three,
    # z e^-z (1 + z) is at most .84, at z = (1 + sqrt 5) / 2.
    assert (cascade_window(share) is not None) == open_


def test_only_whole_contacts_count() -> None:
    # By hand: shares of .1 and .0999 are both reached by one contact of ten, .1001 of nine.
    tenth, below, above = (cascade_window(share) for share in (0.1, 0.0999, 0.1001))
    assert tenth == below
    assert isinstance(tenth, Window)
    assert isinstance(above, Window)
    assert above.upper < tenth.upper


@pytest.mark.parametrize("share", [0.0, 0.0009, -0.1, 1.1, nan])
def test_refuses_what_is_no_share(share: float) -> None:
    with pytest.raises(ValueError, match=r"share is .* give a number from"):
        cascade_window(share)
