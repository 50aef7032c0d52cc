"""A Bass curve fitted to counts: against published estimates, and against curves that are known."""

from math import nan

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.models.adoption import MEAN_IMITATION, MEAN_INNOVATION, bass_peak, bass_share
from course.models.fitted import fit_bass
from course.plots.fitted import fitted

VIDEO = (840, 1470, 2110, 4000, 7590, 10950, 10530, 9470, 7790, 5890)
"""Video recorders sold in the United States a year, 1980 to 1989, in thousands."""


def test_video_recorders() -> None:
    # Another implementation, published with its data: R's nls of the curve's slope at each whole
    # year gives m = 68,000 (3,130), p = .00659 (.00143), q = .638 (.0414), with 727 about it on 7
    # degrees of freedom. The slope at a year is what is new from half a year before it to half a
    # year after, nearly.
    fit = fit_bass(np.arange(1, 11) + 0.5, np.cumsum(VIDEO))
    assert fit.potential == pytest.approx(68_000, abs=0.5 * 3130)
    assert fit.innovation == pytest.approx(0.00659, abs=0.00143)
    assert fit.imitation == pytest.approx(0.638, abs=0.5 * 0.0414)
    assert fit.residual == pytest.approx(727, rel=0.05)
    assert (fit.potential_error, fit.innovation_error, fit.imitation_error) == pytest.approx(
        (3130, 0.00143, 0.0414), rel=0.15
    )


def test_the_mean_of_published_studies_is_found_again() -> None:
    # Sultan, Farley & Lehmann (1990), whose curve peaks at 6.193.
    times = np.arange(1, 16)
    for potential in (None, 60.0):
        fit = fit_bass(times, 60 * bass_share(times), potential=potential)
        assert (fit.innovation, fit.imitation) == pytest.approx((MEAN_INNOVATION, MEAN_IMITATION))
        assert fit.potential == pytest.approx(60)
        assert fit.peak == pytest.approx(6.193, abs=5e-4)
        assert fit.curve(5) == pytest.approx(60 * 0.3312, abs=0.005)
        assert fit.residual == pytest.approx(0, abs=1e-6)


@given(st.floats(0.005, 0.1), st.floats(0.15, 1.0), st.sampled_from([1.0, 12.0, 525_600.0]))
@settings(max_examples=10, deadline=None)
def test_a_curve_without_error_is_found_whatever_its_unit_of_time(
    p: float, q: float, parts: float
) -> None:
    # In years, months and minutes.
    times = np.linspace(0.1, 1.6, 16) * max(4.0, bass_peak(p, q)) * parts
    adopters = 500 * bass_share(times, p / parts, q / parts)
    fit = fit_bass(times, adopters)
    assert parts * fit.innovation == pytest.approx(p, rel=0.01)
    assert parts * fit.imitation == pytest.approx(q, rel=0.01)


def test_the_errors_are_those_of_counts_drawn_again() -> None:
    # Another way: 100 draws of the same curve with an error of 2 about what is new. How far they
    # spread is known to 1 / sqrt(200), 7 per cent; three of these are what it may differ by.
    rng, times = np.random.default_rng(1), np.arange(1, 12)
    new = 230 * np.diff(bass_share(times), prepend=0)
    drawn = [
        fit_bass(times, np.cumsum((new + rng.normal(0, 2, 11)).clip(0)), potential=230)
        for _ in range(100)
    ]
    for number in ("innovation", "imitation"):
        spread = np.std([getattr(fit, number) for fit in drawn])
        told = np.mean([getattr(fit, f"{number}_error") for fit in drawn])
        assert told == pytest.approx(spread, rel=0.2)


def test_the_drawing_has_the_counts_and_the_curve() -> None:
    fit = fit_bass([1, 2, 3, 4, 5, 6], [4, 11, 22, 37, 52, 64], potential=80)
    drawing = fitted(fit, across="Years", up="Units", counted="counted", curve="Bass")
    curve, counts = drawing["curves"]
    assert counts["up"] == [4, 11, 22, 37, 52, 64]
    assert curve["across"][-1] == 9
    assert curve["up"][40] == pytest.approx(float(fit.curve(6)))


@pytest.mark.parametrize(
    ("times", "adopters", "potential", "says"),
    [
        ([1, 2, 3], [1, 2, 3], None, "at least four counts"),
        ([1, 2, 3, 4], [1, 2, 3], None, "a time for each"),
        ([0, 1, 2, 3], [1, 2, 3, 4], None, "Times must rise, from above 0"),
        ([1, 2, nan, 4], [1, 2, 3, 4], None, "Times must rise"),
        ([1, 2, 3, 4], [1, 3, 2, 4], None, "must not fall"),
        ([1, 2, 3, 4], [0, 0, 0, 0], None, "must not fall"),
        ([1, 2, 3, 4], [1, 2, 3, 4], 3, "only 3 could be"),
        ([1, 2, 3, 4], [1, 2, 3, 4], 0, "potential is 0: give a number above 0"),
        ([1, 2, 3, 4], [1, 3, 7, 15], None, "before and after most have begun, or the potential"),
    ],
)
def test_refuses_what_has_no_best_curve(
    times: list[float], adopters: list[float], potential: float | None, says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        fit_bass(times, adopters, potential=potential)
