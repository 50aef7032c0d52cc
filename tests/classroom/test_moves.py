"""Who moved: a flow only where each part of it has enough, and never by person."""

from hypothesis import given
from hypothesis import strategies as st

from course.classroom.moves import moves


def test_a_flow_is_told_where_each_part_has_five() -> None:
    pairs = [("a", "a")] * 7 + [("a", "b")] * 5 + [("b", "b")] * 6
    found = moves(pairs, 5, flows=True)
    assert found is not None
    assert found.flow == (("a", "a", 7), ("a", "b", 5), ("b", "b", 6))
    assert found.changed == 5


def test_else_how_many_changed() -> None:
    pairs = [("a", "a")] * 7 + [("a", "b")] * 4 + [("c", "b")] * 2
    found = moves(pairs, 5, flows=True)
    assert found is not None
    assert (found.flow, found.changed) == (None, 6)


def test_there_is_no_flow_where_it_would_tell_of_the_few_who_answered_once() -> None:
    # 9 chose a in the first round; a flow from a of 7 would tell that the two who left were there.
    pairs = [("a", "a")] * 7 + [("a", "b")] * 5
    for few in ([["a"] * 2, []], [[], ["b"] * 4], [["a"] * 5 + ["b"], []]):
        found = moves(pairs, 5, flows=True, once=few)
        assert found is not None
        assert (found.flow, found.changed) == (None, 5)
    enough = moves(pairs, 5, flows=True, once=[["a"] * 5, ["b"] * 6])
    assert enough is not None
    assert enough.flow == (("a", "a", 7), ("a", "b", 5))


def test_that_few_stood_firm_is_told_without_a_number() -> None:
    found = moves([("a", "b")] * 9 + [("a", "a")] * 2, 5, flows=True)
    assert found is not None
    assert (found.changed, found.few) == (None, "same")


def test_that_nobody_changed_is_told() -> None:
    found = moves([("a", "a")] * 6, 5, flows=False)
    assert found is not None
    assert (found.changed, found.few) == (0, None)


def test_of_fewer_than_five_nothing_is_told() -> None:
    assert moves([("a", "b")] * 4, 5, flows=True) is None


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), max_size=40))
def test_no_number_is_of_a_few(pairs: list[tuple[str, str]]) -> None:
    found = moves(pairs, 5, flows=True)
    if found is None:
        assert len(pairs) < 5
        return
    numbers = [n for _, _, n in found.flow or ()]
    if found.changed is not None:
        numbers += [n for n in (found.changed, found.n - found.changed) if n]
    assert all(n >= 5 for n in numbers)
