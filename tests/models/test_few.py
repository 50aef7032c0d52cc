"""Contagion among few, with noise; the same model with NumPy is in course.models.contagion."""

import networkx as nx
import numpy as np
import pytest

from course.models.contagion import spread
from course.models.few import spread_rounds

RING = nx.circulant_graph(24, [1, 2])


def test_without_noise_nothing_is_left_to_chance() -> None:
    runs = {spread_rounds(RING, {0, 1}, contacts=2, seed=seed) for seed in range(5)}
    assert len(runs) == 1


def test_the_same_seed_gives_the_same_rounds() -> None:
    one, same, other = (
        spread_rounds(RING, {0, 12}, contacts=2, noise=0.1, seed=seed) for seed in (1, 1, 2)
    )
    assert one == same != other


def test_with_noise_a_practice_gets_where_it_would_not() -> None:
    assert spread_rounds(RING, {0, 12}, contacts=2)[-1] == {0, 12}
    assert len(spread_rounds(RING, {0, 12}, contacts=2, noise=0.1)[-1]) == 24


def test_nobody_tries_who_sees_nobody() -> None:
    apart = nx.Graph([(0, 1), (2, 3)])
    rounds = spread_rounds(apart, {0}, contacts=2, noise=0.5)
    assert rounds[-1] == {0, 1}
    assert rounds[-1] != rounds[-2]


def test_it_spreads_as_fast_as_with_arrays() -> None:
    # The two draw from other sequences: held to three standard errors of the mean of 400 runs.
    begin = {0, 12}
    own = [
        len(spread_rounds(RING, begin, contacts=2, noise=0.1, seed=seed)[:9][-1])
        for seed in range(400)
    ]
    others = spread(RING, [begin] * 400, contacts=2, noise=0.1, rounds=8).adopters
    error = np.sqrt((np.var(own) + np.var(others)) / 400)
    assert abs(np.mean(own) - np.mean(others)) < 3 * error


def test_noise_is_a_share() -> None:
    with pytest.raises(ValueError, match="noise is 2"):
        spread_rounds(RING, {0}, contacts=1, noise=2)
