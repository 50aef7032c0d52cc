from math import hypot
from typing import Any, get_args

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.models.crowds import Crowds
from course.models.landscape import Way
from course.models.neighbours import Neighbours
from course.models.rewiring import ring_lattice
from course.models.search import Rule, Search, published_networks, search
from tests.counts import LONG
from tests.models.published import BARKOCZI_GALESIC, LAZER_FRIEDMAN, wins_error


@pytest.fixture(scope="module")
def published() -> Search:
    return search(published_networks(), landscapes=120)


@pytest.mark.parametrize(("network", "over"), LAZER_FRIEDMAN)
def test_slow_networks_win_in_the_end(published: Search, network: str, over: str) -> None:
    wins = LAZER_FRIEDMAN[network, over]
    within = 3 * wins_error(wins, 120)
    assert published.wins(network, over) == pytest.approx(wins, abs=within)


@pytest.mark.client  # ten seconds; with a hundred landscapes it is tried above
def test_everyone_seldom_beats_the_line() -> None:
    # 26 per 1,000 is too rare for a hundred landscapes to tell; 8,000 gave 31, which is 1.0
    # standard errors away.
    networks = {name: published_networks()[name] for name in ("line", "full")}
    result = search(networks, landscapes=400, seed=2)
    for (network, over), wins in LAZER_FRIEDMAN.items():
        if {network, over} == set(networks):
            within = 3 * wins_error(wins, 400)
            assert result.wins(network, over) == pytest.approx(wins, abs=within)


@pytest.mark.parametrize(
    ("network", "score"),
    [("line", 0.82), ("lattice", 0.76), ("+10 ties", 0.70), ("random", 0.59), ("full", 0.54)],
)
def test_scores_at_the_end(published: Search, network: str, score: float) -> None:
    # Lazer & Friedman's model at equilibrium, from a prototype with a standard error of .01.
    ours = published.score(network)
    within = 3 * hypot(ours.standard_error, 0.01)
    assert ours.mean == pytest.approx(score, abs=within)
    # Somebody without contacts may still be looking.
    assert published.settled.mean() > 0.99


def test_quick_networks_are_ahead_at_first(published: Search) -> None:
    # Lazer & Friedman (2007): the line overtakes after round 18.
    overtakes = published.overtakes("line", "full")
    assert overtakes is not None
    assert 16 <= overtakes <= 21
    assert published.overtakes("full", "line") is None


@pytest.mark.long
@pytest.mark.parametrize(("way", "rule"), BARKOCZI_GALESIC)
def test_which_network_wins_depends_on_the_rule(way: Way, rule: Rule) -> None:
    networks = {"clustered": nx.connected_caveman_graph(5, 20), "full": nx.complete_graph(100)}
    result = search(
        networks,
        rule=rule,
        way=way,
        dimensions=15,
        interdependence=7,
        landscapes=100 if LONG else 30,
        seed=1,
    )
    for network, published in zip(networks, BARKOCZI_GALESIC[way, rule], strict=True):
        ours = result.score(network)
        # Three standard errors of the difference to a mean over 1,000 landscapes.
        within = 3 * ours.standard_error * (1 + ours.replications / 1000) ** 0.5
        assert ours.mean == pytest.approx(published, abs=within), network


def _after(rule: str, graph: nx.Graph, first: list[int], rounds: int) -> Crowds:
    """Two bits: 00 is a peak of .5, 11 the best, and what lies between is bad."""
    scores = np.array([[0.5, 0.1, 0.1, 1.0]], np.float32)
    contacts = Neighbours([graph]).padded()[None]
    crowds = Crowds(scores, np.array([first]), contacts, rule, np.random.default_rng(1))
    return crowds.follow(rounds)


@pytest.mark.parametrize(
    ("rule", "after", "settled"),
    [
        ("best", [0.625, 1, 1], True),
        ("best of sample", [0.625, 1, 1], True),
        ("conformity", [0.625] * 3, False),
        ("alone", [0.625] * 3, True),
    ],
)
def test_four_who_see_each_other(rule: str, after: list[float], settled: bool) -> None:
    # By hand: three hold the lower peak, one the best. Each sees all three others: to copy the
    # best lifts all; most of what each sees is the lower peak; and alone nobody leaves a peak.
    crowds = _after(rule, nx.complete_graph(4), [0, 0, 0, 3], 2)
    assert crowds.over_time[:, 0].tolist() == after
    assert crowds.settled.tolist() == [settled]


def test_most_can_be_followed_without_the_best() -> None:
    # By hand: the centre, on a bad solution, sees the lower peak twice and the best once.
    star = nx.star_graph(3)
    crowds = _after("conformity", star, [1, 0, 0, 3], 1)
    assert crowds.held.tolist() == [[0, 0, 0, 3]]


def test_copying_takes_a_round_for_each_step() -> None:
    # By hand: on a path of four, the best moves on by one person a round.
    crowds = _after("best", nx.path_graph(4), [3, 0, 0, 0], 5)
    assert crowds.over_time[:, 0].tolist() == [0.625, 0.75, 0.875, 1, 1, 1]


def test_fewer_than_three_contacts_and_none() -> None:
    # By hand: two contacts that agree are followed, who has one contact follows no majority, and
    # who is alone stays on the lower peak; to follow the best, one contact is enough.
    graph = nx.Graph([("middle", "left"), ("middle", "right")])
    graph.add_node("alone")
    for rule in ("conformity", "best of sample", "best"):
        crowds = _after(rule, graph, [0, 3, 3, 0], 3)
        assert crowds.over_time[:, 0].tolist() == [0.75, 0.875, 0.875, 0.875]
    assert _after("conformity", nx.path_graph(2), [0, 3], 3).held.tolist() == [[0, 3]]
    assert _after("best", nx.path_graph(2), [0, 3], 3).over_time[-1, 0] == 1
    assert _after("best", nx.empty_graph(1), [0], 3).over_time[-1, 0] == 0.5


def test_a_sample_is_three_different_contacts_chosen_evenly() -> None:
    ring = ring_lattice(50, 8)
    contacts = Neighbours([ring]).padded()[None]
    scores = np.ones((1, 2), np.float32)
    crowds = Crowds(
        scores, np.zeros((1, 50), int), contacts, "conformity", np.random.default_rng(1)
    )
    chosen = np.zeros(50)
    for _ in range(200):
        sample = crowds._sample()[0]
        assert all(len(set(row)) == 3 for row in sample.tolist())
        assert all(set(row) <= set(ring[i]) for i, row in enumerate(sample.tolist()))
        chosen += np.bincount(((sample - np.arange(50)[:, None]) % 50).ravel(), minlength=50)
    # By hand: 10,000 samples of three, spread over eight places on the ring.
    assert chosen[chosen > 0] == pytest.approx(np.full(8, 3750), rel=0.06)


@pytest.mark.parametrize("rule", get_args(Rule))
def test_everyone_solves_a_problem_with_one_peak(rule: Rule) -> None:
    # Without interdependence every right change helps (Kauffman & Levin 1987).
    networks = {"ring": nx.cycle_graph(12), "nobody": nx.empty_graph(12)}
    result = search(networks, rule=rule, dimensions=6, interdependence=0, landscapes=4)
    assert result.scores == pytest.approx(np.ones((2, 4)))
    assert result.settled.all()


@given(st.sampled_from(get_args(Rule)), st.integers(0, 99), st.integers(1, 12))
@settings(max_examples=25, deadline=None)
def test_scores_never_fall_and_are_reproducible(rule: Rule, seed: int, landscapes: int) -> None:
    networks: dict[str, Any] = {"Ö": nx.path_graph(5), "random": published_networks(10)["random"]}
    options: dict[str, Any] = {"dimensions": 6, "interdependence": 3, "rounds": 12}
    result = search(networks, rule=rule, landscapes=landscapes, seed=seed, **options)
    assert result == search(networks, rule=rule, landscapes=landscapes, seed=seed, **options)
    assert (np.diff(result.over_time) >= 0).all()
    assert (result.scores <= 1).all()
    assert result.scores.mean(axis=1) == pytest.approx(result.over_time[:, -1])


def test_starts_are_shared() -> None:
    networks = {"line": nx.path_graph(9), "full": nx.complete_graph(9)}
    result = search(networks, dimensions=8, interdependence=3, landscapes=30, rounds=0)
    assert (result.scores[0] == result.scores[1]).all()
    assert result.wins("line", "full") == 0


def test_published_networks() -> None:
    # Lazer & Friedman (2007): 99, 200, 210 and 4,950 ties; ER(.07) has 346.5 on average.
    designs = published_networks()
    made = {n: (d(1) if callable(d) else d) for n, d in designs.items()}
    ties = {name: graph.number_of_edges() for name, graph in made.items()}
    assert ties.pop("random") == pytest.approx(346.5, abs=55)
    assert ties == {"line": 99, "lattice": 200, "+10 ties": 210, "full": 4950}
    added = designs["+10 ties"]
    assert callable(added)
    assert nx.is_isomorphic(added(1), added(1))
    assert set(added(1).edges) != set(added(2).edges)


@pytest.mark.parametrize(
    ("networks", "options", "says"),
    [
        ({}, {}, "give at least one"),
        ({"n": nx.Graph()}, {}, "no people"),
        ({"n": nx.DiGraph([(0, 1)])}, {}, "direction"),
        ({"n": nx.Graph([(0, 0)])}, {}, "tie to itself"),
        ({"n": nx.path_graph(2)}, {"rule": "worst"}, "'worst' is no rule: choose among best,"),
        ({"n": nx.path_graph(2)}, {"way": "smooth"}, "'smooth' is no way to draw it: choose text"),
        ({"n": nx.path_graph(2)}, {"landscapes": 0}, "landscapes is 0"),
        ({"n": nx.path_graph(2)}, {"rounds": -1}, "rounds is -1"),
        ({"n": nx.path_graph(2)}, {"dimensions": 40}, "dimensions is 40"),
        ({"n": nx.path_graph(2)}, {"interdependence": 20}, "interdependence is 20"),
        ({"n": lambda number: nx.path_graph(2 + number)}, {"dimensions": 6}, "different sizes"),
    ],
)
def test_refuses_what_it_cannot_search(
    networks: dict[str, Any], options: dict[str, Any], says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        search(networks, **{"landscapes": 3, **options})


def test_refuses_a_network_it_does_not_know(published: Search) -> None:
    with pytest.raises(ValueError, match="no network 'star' here: choose among 'line'"):
        published.score("star")
    with pytest.raises(ValueError, match="people is 9"):
        published_networks(9)
