"""Units that learn, among few; the same model with NumPy is in course.models.groups."""

import random

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.models import few_groups
from course.models.few_groups import learn_among_few
from course.models.groups import (
    _adjacency,
    _periods,
    _Rules,
    learn_in_groups,
    learn_one_by_one,
    units,
)

BELIEFS, BUNDLE = 12, 3


@given(st.integers(0, 10_000))
@settings(max_examples=60, deadline=None)
def test_where_nothing_is_left_to_chance_it_gives_the_same_numbers(seed: int) -> None:
    """With ``rate=1`` everyone takes over all: payoffs are the same, person by person."""
    chance = random.Random(seed)
    graph = nx.gnp_random_graph(chance.randint(2, 14), chance.random(), seed=seed)
    beliefs = [[chance.randint(-1, 1) for _ in range(BELIEFS)] for _ in graph]
    arrays = _periods(
        _adjacency(graph)[None],
        np.array([beliefs], np.float32),
        _Rules(BUNDLE, 1.0, few_groups.LONGEST),
        np.random.default_rng(1),
    )
    held = [tuple(_bits(one, of) for of in (1, -1)) for one in beliefs]
    few = few_groups.followed(graph, held, beliefs=BELIEFS, bundle=BUNDLE, rate=1.0, chance=chance)
    for (_, expected, _), paid in zip(arrays, few, strict=True):
        assert paid == pytest.approx(expected[0].tolist())


def _bits(beliefs: list[int], of: int) -> int:
    return sum((belief == of) << at for at, belief in enumerate(beliefs))


@pytest.mark.parametrize("placement", ["spread out", "one broker a unit", "one pair of units"])
def test_it_learns_as_much_as_with_arrays(placement) -> None:
    """Each draws from its own sequence: held to three standard errors, early and in the end."""
    graph = units(6, placement=placement, number=4, size=4)
    few = [learn_among_few(graph, seed=seed) for seed in range(40)]
    many = learn_in_groups(graph, replications=400)
    for periods in (5, None):
        expected = many.after(periods)
        last = [one[-1 if periods is None else min(periods, len(one) - 1)] for one in few]
        error = expected.std() * (1 / len(few) + 1 / len(expected)) ** 0.5
        assert abs(np.mean(last) - expected.mean()) < 3 * error


def test_the_same_seed_gives_the_same_run() -> None:
    graph = units(5, number=2, size=4)
    one, same, other = (learn_among_few(graph, seed=seed) for seed in (1, 1, 2))
    assert one == same != other


def test_alone_nobody_learns() -> None:
    assert len(learn_among_few(nx.empty_graph(5))) == 1


@pytest.mark.parametrize(
    ("graph", "options", "told"),
    [
        (nx.DiGraph([(0, 1)]), {}, "directed"),
        (nx.path_graph(3), {"beliefs": 10}, "bundles of 3"),
        (nx.path_graph(3), {"rate": 0}, "rate"),
        (nx.path_graph(3), {"rate": 1.5}, "rate"),
    ],
)
def test_what_it_cannot_do_is_told(graph, options, told) -> None:
    for learn in (learn_among_few, learn_one_by_one):
        with pytest.raises(ValueError, match=told):
            learn(graph, **options)
