from collections import Counter
from itertools import combinations
from math import hypot, nan
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.models.groups import Groups, Placement, learn_in_groups, units
from tests.models.published import GROUPS, GROUPS_ERROR, PLACED


def _paid(ties: int, placement: Placement = "at random", periods: int | None = None) -> Groups:
    return learn_in_groups(
        lambda number: units(ties, placement=placement, seed=number),
        periods=periods,
        replications=40,
    )


@pytest.mark.parametrize("ties", [0, 5, 40, 320])
def test_some_bridges_are_best_in_the_end(ties: int) -> None:
    result = _paid(ties)
    for ours, prototype in zip(
        (_paid(ties, periods=10).payoff, result.payoff), GROUPS[ties], strict=True
    ):
        within = 3 * hypot(ours.standard_error, GROUPS_ERROR)
        assert ours.mean == pytest.approx(prototype, abs=within)
    assert result.settled.all()


def test_where_the_ties_are_matters() -> None:
    for placement, prototype in PLACED.items():
        ours = _paid(15, placement).payoff
        within = 3 * hypot(ours.standard_error, GROUPS_ERROR)
        assert ours.mean == pytest.approx(prototype, abs=within), placement
    assert _paid(15, "spread out").payoff.mean > PLACED["one broker a unit"]


def test_two_people_by_hand() -> None:
    # By hand: one belief, which is right for one in three. When both begin alike nobody learns;
    # where one alone is right (4 of 9) the other takes it over, so in the end the mean is 5/9.
    result = learn_in_groups(nx.path_graph(2), beliefs=1, bundle=1, replications=3000)
    assert result.payoff.mean == pytest.approx(5 / 9, abs=4 * (5 / 9 * 4 / 9 / 3000) ** 0.5)
    assert set(result.payoff.values.tolist()) == {0, 1}


def test_before_the_first_period() -> None:
    # By hand: a bundle of three is right with chance 1/27.
    result = learn_in_groups(nx.path_graph(30), periods=0, replications=50)
    assert result.payoff.mean == pytest.approx(1 / 27, abs=0.01)
    assert len(result.over_time) == 1


@given(st.integers(0, 40), st.integers(0, 99), st.sampled_from([1, 2, 3]))
@settings(max_examples=25, deadline=None)
def test_is_reproducible_and_in_bounds(ties: int, seed: int, bundle: int) -> None:
    graph = units(ties, number=3, size=4, seed=seed)
    options: dict[str, Any] = {"beliefs": 6, "bundle": bundle, "replications": 60, "seed": seed}
    result = learn_in_groups(graph, **options)
    assert result == learn_in_groups(graph, **options)
    assert (result.payoff.values >= 0).all()
    assert (result.payoff.values <= 1).all()
    assert result.over_time[-1] == pytest.approx(result.payoff.mean)


def test_people_may_have_names_and_be_alone() -> None:
    graph = nx.Graph([("Karin", "Ali")])
    graph.add_node(("nobody", 1))
    assert learn_in_groups(graph, replications=2).settled.all()
    assert learn_in_groups(nx.empty_graph(1), replications=2, rate=1.0).settled.all()


@pytest.mark.parametrize(
    ("placement", "linked"),
    [("at random", None), ("spread out", None), ("one broker a unit", {0, 8, 16, 24, 32, 40})],
)
def test_units_have_the_ties_asked_for(placement: Placement, linked: set[int] | None) -> None:
    # By hand: six units of eight have 6 x 28 ties within.
    graph = units(15, placement=placement)
    unit = nx.get_node_attributes(graph, "unit")
    across = [(a, b) for a, b in graph.edges if unit[a] != unit[b]]
    assert graph.number_of_edges() == 6 * 28 + 15
    assert len(across) == 15
    if linked:
        assert set(np.ravel(across)) == linked


@given(st.integers(0, 48), st.integers(0, 99))
@settings(max_examples=30, deadline=None)
def test_ties_that_are_spread_out_are_even(ties: int, seed: int) -> None:
    # By definition: no pair of units, and no person, has two more than another.
    graph = units(ties, placement="spread out", number=4, size=4, seed=seed)
    unit = nx.get_node_attributes(graph, "unit")
    across = [(a, b) for a, b in graph.edges if unit[a] != unit[b]]
    assert len(across) == ties
    between = Counter(frozenset((unit[a], unit[b])) for a, b in across)
    each = [between[frozenset(pair)] for pair in combinations(range(4), 2)]
    assert max(each) - min(each) <= 1
    ends = Counter(person for tie in across for person in tie)
    assert max(ends[person] for person in graph) <= -(-2 * ties // 16) + 1


def test_one_pair_of_units_leaves_the_others_apart() -> None:
    assert nx.number_connected_components(units(15, placement="one pair of units")) == 5


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"ties": 16, "placement": "one broker a unit"}, "ties is 16: .* from 0 to 15"),
        ({"ties": 65, "placement": "one pair of units"}, "from 0 to 64"),
        ({"ties": 1, "number": 1}, "from 0 to 0"),
        ({"ties": -1}, "ties is -1"),
        ({"ties": 1, "placement": "anywhere"}, "'anywhere' is no placement"),
        ({"ties": 1, "size": 0}, "size is 0"),
    ],
)
def test_refuses_what_are_no_units(options: dict[str, Any], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        units(**options)


@pytest.mark.parametrize(
    ("network", "options", "says"),
    [
        (nx.Graph(), {}, "no people"),
        (nx.DiGraph([(0, 1)]), {}, "direction"),
        (nx.Graph([(0, 0)]), {}, "tie to itself"),
        (lambda number: nx.path_graph(2 + number), {}, "different sizes"),
        (nx.path_graph(2), {"beliefs": 10}, "10 beliefs do not divide into bundles of 3"),
        (nx.path_graph(2), {"rate": 0.0}, "rate is 0"),
        (nx.path_graph(2), {"rate": nan, "periods": 3}, "rate is nan"),
        (nx.path_graph(2), {"periods": -1}, "periods is -1"),
        (nx.path_graph(2), {"replications": 0}, "replications is 0"),
    ],
)
def test_refuses_what_cannot_learn(network: Any, options: dict[str, Any], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        learn_in_groups(network, **options)


@pytest.mark.parametrize("periods", [0, 10, 40, None])
def test_one_run_tells_what_had_been_learnt_at_any_time(periods: int | None) -> None:
    # The same seed gives the same run, whether or not it is followed to its end.
    whole, part = (
        learn_in_groups(lambda n: units(5 * n, seed=n), periods=last, replications=6, seed=2)
        for last in (None, periods)
    )
    assert whole.after(periods).tolist() == part.payoff.values.tolist()
    assert part.after(10_000).tolist() == part.payoff.values.tolist()
    assert (whole.over_time == whole.paid.mean(axis=1)).all()
