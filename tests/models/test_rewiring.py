from functools import cache
from math import nan

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.models.contagion import neighbourhood, spread_each
from course.models.rewiring import rewired, ring_lattice


def test_a_ring_has_the_nearest_on_both_sides() -> None:
    # By hand.
    ring = ring_lattice(7, 4)
    assert sorted(ring[0]) == [1, 2, 5, 6]
    assert set(dict(ring.degree).values()) == {4}


@given(st.floats(0, 1), st.integers(0, 99))
@settings(max_examples=30, deadline=None)
def test_everyone_keeps_the_number_of_contacts(share: float, seed: int) -> None:
    graph = nx.barabasi_albert_graph(40, 2, seed=1)
    mixed = rewired(graph, share, seed=seed)
    assert dict(mixed.degree) == dict(graph.degree)
    assert nx.number_of_selfloops(mixed) == 0
    assert nx.utils.graphs_equal(mixed, rewired(graph, share, seed=seed))


def test_people_stay_who_they_are() -> None:
    graph = nx.Graph([("Karin", "Ali"), ("Samira", "Bo")])
    graph.add_node("Eva", unit="families")
    mixed = rewired(graph, 1.0)
    assert set(mixed) == set(graph)
    assert mixed.nodes["Eva"] == {"unit": "families"}


def test_a_share_of_0_moves_nothing_and_1_moves_nearly_all() -> None:
    ring = ring_lattice(1000, 8)
    kept = [set(map(frozenset, rewired(ring, share).edges)) for share in (0.0, 1.0)]
    ties = set(map(frozenset, ring.edges))
    assert kept[0] == ties
    # By hand: a random tie is one of the ring's with chance 8/999, and few have not traded.
    assert len(kept[1] & ties) / len(ties) < 0.1


@cache
def _rings_rewired(share: float) -> list[nx.Graph]:
    ring = ring_lattice(1000, 8)
    return [rewired(ring, share, seed=seed) for seed in range(25 if share else 1)]


@pytest.mark.parametrize(
    ("contacts", "share", "reached", "rounds"),
    [
        # Centola & Macy's contagion: share of runs in which (nearly) all adopt, and rounds.
        (1, 0.0, 1.0, 124),
        (1, 1.0, 1.0, 4),
        (2, 0.1, 1.0, 23),
        (2, 0.2, 0.93, None),
        (2, 0.3, 0.65, None),
        (2, 0.5, 0.0, None),
        (3, 0.1, 0.0, None),
    ],
)
def test_long_ties_speed_the_simple_and_stop_the_complex(
    contacts: int, share: float, reached: float, rounds: int | None
) -> None:
    graphs = _rings_rewired(share)
    begin = [neighbourhood(graph, 0) for graph in graphs]
    runs = spread_each(graphs, begin, contacts=contacts)
    spreads = [bool(run.adopters[0] > 900) for run in runs]
    # 25 runs have a standard error of up to .1.
    assert np.mean(spreads) == pytest.approx(reached, abs=0.0 if reached in (0, 1) else 0.25)
    if rounds is not None:
        assert np.mean([run.rounds[0] for run in runs]) == pytest.approx(rounds, abs=3)


def test_with_noise_long_ties_help_again() -> None:
    # Eckles et al. (arXiv:1810.03579), direction only: with people who sometimes adopt on one
    # contact, half the ties traded speeds what it stopped.
    ring = ring_lattice(400, 8)
    mixed = [rewired(ring, 0.5, seed=seed) for seed in range(20)]
    graphs = [ring] * 20 + mixed
    begin = [neighbourhood(graph, 0) for graph in graphs]
    still, noisy = (
        np.array([run.rounds[0] for run in spread_each(graphs, begin, contacts=2, **options)])
        for options in ({}, {"noise": 0.05, "rounds": 500})
    )
    assert still[20:].mean() < 10 < still[:20].mean()
    assert noisy[20:].mean() < noisy[:20].mean()


@pytest.mark.parametrize(
    ("people", "contacts", "says"),
    [(2, 2, "people is 2"), (10, 3, "even number"), (10, 10, "from 2 to 9"), (10, 0, "from 2 to")],
)
def test_refuses_what_is_no_ring(people: int, contacts: int, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        ring_lattice(people, contacts)


@pytest.mark.parametrize(
    ("graph", "share", "says"),
    [
        (nx.complete_graph(5), 1.0, "found none to trade ends with"),
        (nx.path_graph(2), 1.0, "found none to trade ends with"),
        (nx.Graph(), 0.5, "no people"),
        (nx.DiGraph([(0, 1)]), 0.5, "direction"),
        (nx.path_graph(5), nan, "share is nan"),
        (nx.path_graph(5), 1.1, "share is 1.1"),
    ],
)
def test_refuses_what_cannot_be_rewired(graph: nx.Graph, share: float, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        rewired(graph, share)
