"""Who moved: a flow only where each part of it has enough, and never by person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.classroom.moves import moves


def test_a_flow_is_told_where_each_part_has_five() -> None:
    found = moves([("a", "a")] * 7 + [("a", "b")] * 5 + [("b", "b")] * 6, 5)
    assert found is not None
    assert found.flow == (("a", "a", 7), ("a", "b", 5), ("b", "b", 6))
    assert (found.n, found.changed) == (18, 5)


def test_how_many_changed_is_not_told_where_the_rounds_sums_then_tell_what_one_did() -> None:
    # 12 and 8 became 8 and 12. Four more went from a to b than the other way; had it been told that
    # six changed, it would be five one way and one the other.
    pairs = [("a", "a")] * 7 + [("a", "b")] * 5 + [("b", "a")] + [("b", "b")] * 7
    assert moves(pairs, 5) is None


def test_that_few_changed_is_not_told_where_the_sums_then_tell_how_each_of_them_did() -> None:
    # 12 and 8 became 8 and 12: of fewer than five who changed, all four went from a to b.
    assert moves([("a", "a")] * 8 + [("a", "b")] * 4 + [("b", "b")] * 8, 5) is None


def test_there_is_no_flow_where_it_would_tell_of_the_few_who_answered_once() -> None:
    # 9 chose a in the first round; a flow from a of 7 would tell that the two who left were there.
    pairs = [("a", "a")] * 7 + [("a", "b")] * 5
    for few in ([["a"] * 2, []], [[], ["b"] * 4], [["a"] * 5 + ["b"], []]):
        assert moves(pairs, 5, few) is None
    enough = moves(pairs, 5, [["a"] * 5, ["b"] * 6])
    assert enough is not None
    assert enough.flow == (("a", "a", 7), ("a", "b", 5))


@pytest.mark.parametrize("pairs", [[], [("a", "b")] * 4])
def test_of_fewer_than_five_nothing_is_told(pairs: list[tuple[str, str]]) -> None:
    assert moves(pairs, 5) is None


def test_that_nobody_changed_is_told() -> None:
    found = moves([("a", "a")] * 6, 5)
    assert found is not None
    assert found.changed == 0


@given(
    st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("ab")), max_size=60),
    st.lists(st.sampled_from("ab"), max_size=12),
)
def test_no_part_that_can_be_worked_out_is_of_a_few(
    pairs: list[tuple[str, str]], left: list[str]
) -> None:
    found = moves(pairs, 5, [left, []])
    if found is not None:
        told = {(first, then): n for first, then, n in found.flow}
        for place in "ab":  # what the first round's sum has besides the flow
            before = left.count(place) + sum(first == place for first, _ in pairs)
            rest = before - sum(n for (first, _), n in told.items() if first == place)
            assert rest == 0 or rest >= 5
        assert all(n >= 5 for n in told.values())
