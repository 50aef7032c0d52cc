from math import exp, inf, nan

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.models.adoption import adopt, bass_peak, bass_share, rogers_shares, simulate_share

positive = st.floats(0.001, 1)


@pytest.mark.parametrize(
    ("time", "share"), [(0, 0), (5, 0.3312), (10, 0.8128), (15, 0.9716), (20, 0.9963)]
)
def test_bass_curve(time: float, share: float) -> None:
    # Bass (1969) with p = .03, q = .38, the means of Sultan, Farley & Lehmann (1990).
    assert float(bass_share(time)) == pytest.approx(share, abs=5e-5)


def test_bass_peak() -> None:
    # As above; t* = ln(q/p) / (p + q).
    assert bass_peak() == pytest.approx(6.193, abs=5e-4)
    assert float(bass_share(bass_peak())) == pytest.approx(0.4605, abs=5e-5)
    assert bass_peak(0.3, 0.1) == 0


def test_without_imitation_it_is_a_simple_decay() -> None:
    # Closed form: 1 - exp(-p t).
    assert float(bass_share(2, 0.5, 0)) == pytest.approx(1 - exp(-1))


@pytest.mark.parametrize("time", [1, 5, 6.193, 10, 20])
def test_people_one_by_one_follow_the_curve(time: float) -> None:
    # The closed form; 20,000 people are within .01 of it.
    result = adopt(20_000, replications=20)
    assert result.share(time).mean == pytest.approx(float(bass_share(time)), abs=0.01)


def test_shares_alone_are_those_of_the_times(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = adopt(50, replications=40).share(6)
    for together in (2**20, 700):
        monkeypatch.setattr("course.models.adoption._TIMES", together)
        assert simulate_share(6, 50, replications=40) == whole


@pytest.mark.parametrize("people", [1, 2])
def test_few_people_by_hand(people: int) -> None:
    # By hand, p = .2 and q = .4: the first of n waits 1/(n p) on average, the second of two then
    # 1/(p + q/2), with standard errors below 5 % of 2,000 replications' means.
    times = adopt(people, 0.2, 0.4, replications=2000).times
    assert times[:, 0].mean() == pytest.approx(1 / (people * 0.2), rel=0.1)
    if people == 2:
        assert (times[:, 1] - times[:, 0]).mean() == pytest.approx(1 / 0.4, rel=0.1)


@given(positive, st.floats(0.0, 1), st.integers(0, 9))
@settings(max_examples=30, deadline=None)
def test_adoption_never_falls_and_is_reproducible(p: float, q: float, seed: int) -> None:
    q = q if q > 0.001 else 0
    curve = bass_share(np.linspace(0, 50, 99), p, q)
    assert (np.diff(curve) >= 0).all()
    assert curve.min() >= 0
    assert curve.max() <= 1
    result = adopt(30, p, q, replications=3, seed=seed)
    assert (np.diff(result.times, axis=1) >= 0).all()
    assert result == adopt(30, p, q, replications=3, seed=seed)


def test_rogers_categories_are_cuts_of_a_normal_curve() -> None:
    # Rogers (2003); tables of the normal distribution.
    shares = rogers_shares()
    assert list(shares.values()) == pytest.approx(
        [0.0228, 0.1359, 0.3413, 0.3413, 0.1587], abs=5e-5
    )
    assert sum(shares.values()) == pytest.approx(1)
    assert next(iter(shares)) == "innovators"


@pytest.mark.parametrize(
    ("innovation", "imitation", "says"),
    [
        (0, 0.3, "innovation is 0: give a number above 0"),
        (nan, 0.3, "innovation is nan"),
        (0.1, -1, "imitation is -1"),
        (0.1, inf, "imitation is inf"),
    ],
)
def test_refuses_what_does_not_spread(innovation: float, imitation: float, says: str) -> None:
    for attempt in (
        lambda: bass_share(1, innovation, imitation),
        lambda: bass_peak(innovation, imitation),
        lambda: adopt(5, innovation, imitation),
    ):
        with pytest.raises(ValueError, match=says):
            attempt()


def test_refuses_times_and_counts_that_are_none() -> None:
    for times in ([-1], [1, nan]):
        with pytest.raises(ValueError, match="times from 0 up"):
            bass_share(times)
    with pytest.raises(ValueError, match="people is 0"):
        adopt(0)
    with pytest.raises(ValueError, match="replications is 0"):
        adopt(5, replications=0)
