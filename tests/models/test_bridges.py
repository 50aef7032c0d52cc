from fractions import Fraction
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.models.bridges import (
    crossing,
    minimal_placement,
    narrowest,
    spare_ties,
    tipping_share,
)

FIVE_BY_FIVE = list(product(range(5), range(5)))
placements = st.sets(st.sampled_from(FIVE_BY_FIVE), max_size=12)
thresholds = st.integers(1, 5)


def test_spreads_round_by_round() -> None:
    # By hand: 0 hears from two in A, 1 from one in A and then from 0, the rest from both.
    result = crossing([(0, 0), (1, 0), (2, 1)], size_from=6, size_to=6, threshold=2)
    assert result.adopters == (
        frozenset(),
        frozenset({0}),
        frozenset({0, 1}),
        frozenset(range(6)),
    )
    assert result.everyone
    assert result.rounds == 3
    assert result.heard == (2, 1, 0, 0, 0, 0)


def test_a_long_bridge_of_single_ties_stops_at_once() -> None:
    # By hand: six ties, but nobody in B hears from two.
    result = crossing([(a, a) for a in range(6)], size_from=6, size_to=6, threshold=2)
    assert result.adopters == (frozenset(),)
    assert not result.everyone
    assert result.rounds == 0


def test_stops_half_way_when_the_next_hears_too_little() -> None:
    # By hand, threshold 3: 0 adopts on three ties; 1 has one tie and one colleague, two in all.
    result = crossing([(0, 0), (1, 0), (2, 0), (0, 1)], size_from=6, size_to=6, threshold=3)
    assert result.adopters[-1] == {0}
    assert not result.everyone


def test_departments_may_differ_in_size() -> None:
    # By hand: B is one person, who hears from two of nine.
    assert crossing([(7, 0), (8, 0)], size_from=9, size_to=1, threshold=2).everyone


def test_a_repeated_tie_counts_once() -> None:
    assert crossing([(0, 0), (0, 0)], 2, 2, threshold=2).heard == (1, 0)


@given(placements, thresholds)
def test_agrees_with_following_every_contact(ties: set[tuple[int, int]], threshold: int) -> None:
    # Another implementation: contacts listed one by one, without use of the clique's symmetry.
    adopters = [frozenset[int]()]
    while True:
        now = frozenset(
            b
            for b in range(5)
            if b in adopters[-1]
            or sum((a, b) in ties for a in range(5)) + len(adopters[-1] - {b}) >= threshold
        )
        if now == adopters[-1]:
            break
        adopters.append(now)
    result = crossing(ties, 5, 5, threshold)
    assert result.adopters == tuple(adopters)
    assert result.everyone == (len(adopters[-1]) == 5)


@given(placements, st.sampled_from(FIVE_BY_FIVE), thresholds)
def test_a_tie_more_never_hurts(
    ties: set[tuple[int, int]], extra: tuple[int, int], threshold: int
) -> None:
    fewer, more = (crossing(placed, 5, 5, threshold) for placed in (ties, ties | {extra}))
    assert fewer.adopters[-1] <= more.adopters[-1]


@pytest.mark.parametrize(("threshold", "ties"), [(1, 1), (2, 3), (3, 6), (4, 10)])
def test_narrowest_is_the_triangular_number(threshold: int, ties: int) -> None:
    # Closed form a(a + 1)/2; Centola & Macy (2007).
    assert narrowest(threshold) == ties


@pytest.mark.parametrize("threshold", [1, 2, 3, 4])
def test_narrowest_is_where_the_share_first_leaves_zero(threshold: int) -> None:
    least = narrowest(threshold)
    assert tipping_share(least - 1, 6, threshold).tipping == 0
    assert tipping_share(least, 6, threshold).tipping > 0


@pytest.mark.parametrize(
    ("ties", "tipping"),
    [
        (0, 0),
        (1, 0),
        (2, 0),
        # By hand: choose who has two ties (6) and which (15), then one tie to the rest (30).
        (3, 6 * 15 * 30),
        # By hand, of 58,905: all but those where nobody has two ties (C(6,4) 6^4 = 19,440) or
        # one person has all four (6 x 15 = 90).
        (4, 58905 - 19440 - 90),
        # All but C(6,5) 6^5 = 46,656 with nobody above one, and 6 x 6 with one person.
        (5, 376992 - 46656 - 36),
        # All but 6^6 with one tie each, and 6 with one person.
        (6, 1947792 - 46656 - 6),
        # Seven ties on six people: somebody has two, and no one can have all seven.
        (7, 8347680),
    ],
)
def test_share_of_placements_for_departments_of_six(ties: int, tipping: int) -> None:
    assert tipping_share(ties, 6, threshold=2).tipping == tipping


def test_share_is_exact() -> None:
    # 2700 of C(36, 3) = 7140 placements.
    result = tipping_share(3, 6, threshold=2)
    assert (result.tipping, result.placements) == (2700, 7140)
    assert result.share == Fraction(45, 119)


def test_six_ties_tip_nearly_always() -> None:
    assert round(float(tipping_share(6, 6, threshold=2).share), 3) == 0.976


def test_threshold_three_needs_six_ties() -> None:
    # By hand: who has three (6) and which (20), who has two (5) and which (15), one tie (4 x 6).
    assert tipping_share(5, 6, threshold=3).tipping == 0
    assert tipping_share(6, 6, threshold=3).tipping == 6 * 20 * 5 * 15 * 4 * 6


@pytest.mark.parametrize("threshold", [1, 2, 3, 4])
@pytest.mark.parametrize("ties", range(10))
def test_share_agrees_with_trying_every_placement(ties: int, threshold: int) -> None:
    # Another implementation: all placements of the ties between departments of three, simulated.
    every = list(combinations(product(range(3), range(3)), ties))
    tipping = sum(crossing(placed, 3, 3, threshold).everyone for placed in every)
    result = tipping_share(ties, 3, threshold)
    assert (result.tipping, result.placements) == (tipping, len(every))


@given(placements, thresholds)
@settings(max_examples=300)
def test_minimal_means_the_least_number_of_ties(ties: set[tuple[int, int]], threshold: int) -> None:
    # When B tips with more than a(a + 1)/2 ties, one of them is always to spare.
    tips = crossing(ties, 5, 5, threshold).everyone
    spare = spare_ties(ties, 5, 5, threshold)
    assert (tips and not spare) == (tips and len(ties) == narrowest(threshold))


@pytest.mark.parametrize("threshold", [1, 2, 3, 4, 5])
def test_the_example_is_minimal(threshold: int) -> None:
    example = minimal_placement(threshold)
    assert len(example) == narrowest(threshold)
    assert crossing(example, threshold, threshold, threshold).everyone
    assert not spare_ties(example, threshold, threshold, threshold)


def test_spare_ties_are_those_that_can_go() -> None:
    # By hand: of three ties to 0 any one can go; the single tie to 1 cannot.
    ties = [(0, 0), (1, 0), (2, 0), (2, 1)]
    assert spare_ties(ties, 6, 6, threshold=2) == {(0, 0), (1, 0), (2, 0)}


def test_no_tie_is_spare_when_b_does_not_tip() -> None:
    assert spare_ties([(0, 0), (1, 1)], 6, 6, threshold=2) == frozenset()


@pytest.mark.parametrize("tie", [(6, 0), (0, 6), (-1, 0), (0, -1)])
def test_refuses_a_tie_to_nobody(tie: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="leads outside the departments"):
        crossing([tie], 6, 6, threshold=2)


def test_refuses_a_threshold_below_one() -> None:
    for attempt in (
        lambda: crossing([], 6, 6, 0),
        lambda: narrowest(0),
        lambda: tipping_share(1, 6, 0),
        lambda: minimal_placement(0),
    ):
        with pytest.raises(ValueError, match="threshold is 0"):
            attempt()


def test_refuses_an_empty_department() -> None:
    with pytest.raises(ValueError, match="no people"):
        crossing([], 6, 0, threshold=1)
    with pytest.raises(ValueError, match="no people"):
        tipping_share(0, 0, threshold=1)


@pytest.mark.parametrize("ties", [-1, 37])
def test_refuses_more_ties_than_pairs(ties: int) -> None:
    with pytest.raises(ValueError, match="choose from 0 to 36"):
        tipping_share(ties, 6, threshold=2)
