from math import exp, nan
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.models.channel import idea_channel, simulate_channel

CASES = [(10, 2, 0.25, 4, 1.0), (10, 2, 0.1, 1, 0.7), (3, 1, 1, 0.5, 1.0), (20, 5, 0.3, 2, 0.5)]


def test_patience_as_long_as_an_assessment() -> None:
    # Closed form: when people lose heart as fast as one assessor works, the number inside is
    # Poisson with mean a = 2: as many leave as in a channel with endless assessors.
    channel = idea_channel(ideas=4, assessors=1, assessment=0.5, patience=0.5)
    # E[max(N - 1, 0)] = a - 1 + P(N = 0).
    waiting = 2 - 1 + exp(-2)
    assert channel.waiting == pytest.approx(waiting)
    assert channel.abandoned == pytest.approx(waiting / 2)
    assert channel.wait == pytest.approx(waiting / 4)
    # One assessor works unless the channel is empty.
    assert channel.utilisation == pytest.approx(1 - exp(-2))


def test_endless_patience_is_an_ordinary_queue() -> None:
    # Closed form (Erlang C, one server): the mean wait is rho / (1 - rho) x assessment.
    channel = idea_channel(ideas=8, assessors=1, assessment=0.1, patience=1e7)
    assert channel.wait == pytest.approx(0.8 / 0.2 * 0.1, rel=1e-4)
    assert channel.abandoned == pytest.approx(0, abs=1e-6)
    assert channel.utilisation == pytest.approx(0.8, rel=1e-4)


def test_an_overloaded_channel_assesses_what_it_can() -> None:
    # By hand: two assessors at 4 a week assess 8 of 40, if somebody always waits.
    channel = idea_channel(ideas=40, assessors=2, assessment=0.25, patience=4)
    assert channel.utilisation == pytest.approx(1, abs=1e-6)
    assert channel.abandoned == pytest.approx(32 / 40, abs=1e-6)


@pytest.mark.parametrize(("ideas", "assessors", "assessment", "patience", "voiced"), CASES)
def test_simulation_agrees_with_the_closed_form(
    ideas: float, assessors: int, assessment: float, patience: float, voiced: float
) -> None:
    exact = idea_channel(ideas, assessors, assessment, patience, voiced=voiced)
    runs = simulate_channel(ideas, assessors, assessment, patience, voiced=voiced)
    for name in ("abandoned", "wait", "utilisation", "assessed"):
        estimate = getattr(runs, name)
        # Sixteen comparisons: four standard errors leave them one chance in a thousand.
        assert estimate.mean == pytest.approx(
            getattr(exact, name), abs=4 * estimate.standard_error
        ), name


@given(
    st.floats(0.1, 50),
    st.integers(1, 6),
    st.floats(0.01, 3),
    st.floats(0.05, 20),
    st.floats(0.1, 1),
)
@settings(max_examples=50, deadline=None)
def test_figures_are_in_bounds_and_an_assessor_more_helps(
    ideas: float, assessors: int, assessment: float, patience: float, voiced: float
) -> None:
    fewer, more = (
        idea_channel(ideas, n, assessment, patience, voiced=voiced)
        for n in (assessors, assessors + 1)
    )
    for share in (fewer.abandoned, fewer.utilisation, fewer.assessed):
        assert -1e-9 <= share <= 1 + 1e-9
    assert fewer.wait <= patience * (1 + 1e-9)
    assert more.abandoned <= fewer.abandoned + 1e-9
    assert fewer.assessed <= voiced


def test_a_large_channel_stays_in_range() -> None:
    # By hand: at half the load, hardly anybody waits.
    channel = idea_channel(ideas=2500, assessors=5000, assessment=1, patience=1)
    assert channel.utilisation == pytest.approx(0.5)


def test_same_seed_same_result() -> None:
    runs = [simulate_channel(5, 2, 0.5, 1, replications=3, followed=20, seed=s) for s in (1, 1, 2)]
    assert runs[0] == runs[1] != runs[2]


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"ideas": 0}, "ideas is 0: give a number above 0"),
        ({"ideas": nan}, "ideas is nan"),
        ({"assessors": 0}, "assessors is 0"),
        ({"assessors": 1.5}, "assessors is 1.5"),
        ({"assessment": -1}, "assessment is -1"),
        ({"patience": float("inf")}, "patience is inf"),
        ({"voiced": 0.0}, "voiced is 0.0: give a number above 0, at most 1"),
        ({"voiced": 1.2}, "voiced is 1.2"),
    ],
)
def test_refuses_what_is_no_channel(options: dict[str, Any], says: str) -> None:
    given: dict[str, Any] = {
        "ideas": 5,
        "assessors": 2,
        "assessment": 0.5,
        "patience": 1,
        **options,
    }
    for channel in (idea_channel, simulate_channel):
        with pytest.raises(ValueError, match=says):
            channel(**given)


def test_refuses_a_queue_without_end_and_no_replications() -> None:
    with pytest.raises(ValueError, match="beyond a million"):
        idea_channel(ideas=100, assessors=1, assessment=1, patience=1e9)
    with pytest.raises(ValueError, match="replications is 0"):
        simulate_channel(5, 2, 0.5, 1, replications=0)
    with pytest.raises(ValueError, match="followed is 0"):
        simulate_channel(5, 2, 0.5, 1, followed=0)
