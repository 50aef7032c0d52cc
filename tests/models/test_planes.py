"""Bit planes against counting with ordinary numbers."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.models.planes import at_least, chances, counted, numbers, packed, unpacked, word_for


@given(st.integers(1, 300), st.integers(1, 70), st.integers(0, 99))
@settings(max_examples=40, deadline=None)
def test_counts_as_a_sum_does(replications: int, many: int, seed: int) -> None:
    bits = np.random.default_rng(seed).integers(0, 2, (many, 3, replications), np.uint8)
    plane = packed(bits, word_for(replications))
    assert (unpacked(plane, replications) == bits).all()
    assert (numbers(counted(plane), replications) == bits.sum(axis=0)).all()


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=99))
@settings(max_examples=40, deadline=None)
def test_compares_as_numbers_do(pairs: list[tuple[int, int]]) -> None:
    ones, others = np.array(pairs).T
    both = [[packed(each >> digit & 1) for digit in range(6)] for each in (ones, others)]
    for few in (6, 3):  # fewer planes are a smaller number
        less = others % 2**few
        enough = unpacked(at_least(both[0], both[1][:few]), len(pairs))
        assert enough.tolist() == (ones >= less).tolist()
        enough = unpacked(at_least(both[1][:few], both[0]), len(pairs))
        assert enough.tolist() == (less >= ones).tolist()


@pytest.mark.parametrize("chance", [0.0, 0.001, 0.1, 0.25, 0.5, 0.7, 0.998, 1.0])
def test_chances_are_exact(chance: float) -> None:
    # By definition; 6,400,000 bits have a standard error of up to .0002.
    everywhere = np.full((1000, 100), ~np.uint64(0))
    bits = np.bitwise_count(chances(np.random.default_rng(1), chance, everywhere)).sum()
    error = (chance * (1 - chance) / 6_400_000) ** 0.5
    assert bits / 6_400_000 == pytest.approx(chance, abs=3.5 * error)


def test_bits_of_a_word_are_drawn_apart() -> None:
    # Pairs of neighbouring bits are both 1 with chance .3 x .3, with a standard error of .0003.
    everywhere = np.full((20_000, 1), ~np.uint64(0))
    bits = unpacked(chances(np.random.default_rng(2), 0.3, everywhere), 64)
    assert (bits[:, 1:] & bits[:, :-1]).mean() == pytest.approx(0.09, abs=0.001)


@pytest.mark.parametrize("chance", [0.0, 0.1, 0.5, 0.9, 1.0])
@pytest.mark.parametrize("share", [1, 16, 512])
def test_chances_are_drawn_only_where_asked(chance: float, share: int) -> None:
    # By definition, for bits that are asked about one by one, here one in so many.
    rng = np.random.default_rng(3)
    among = packed(rng.integers(share, size=(5000, 64)) == 0)
    drawn = chances(rng, chance, among)
    many = int(np.bitwise_count(among).sum())
    assert not (drawn & ~among).any()
    error = (chance * (1 - chance) / many) ** 0.5
    assert np.bitwise_count(drawn).sum() / many == pytest.approx(chance, abs=3.5 * error)


def test_where_nothing_is_asked_nothing_is_drawn() -> None:
    assert not chances(np.random.default_rng(4), 0.5, np.zeros((1000, 2), np.uint64)).any()
