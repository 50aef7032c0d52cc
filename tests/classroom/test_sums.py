"""What may be told of a class: expected values are counted by hand from the rule in ``sums.py``."""

from hypothesis import given
from hypothesis import strategies as st

from course.classroom.sums import cells, included, most

counts = st.lists(st.integers(0, 12), min_size=2, max_size=6).map(
    lambda numbers: {f"p{i}": n for i, n in enumerate(numbers)}
)
rounds = st.integers(2, 6).flatmap(
    lambda places: st.lists(
        st.lists(st.integers(0, 12), min_size=places, max_size=places).map(
            lambda numbers: {f"p{i}": n for i, n in enumerate(numbers)}
        ),
        min_size=1,
        max_size=2,
    )
)


def told(numbers: dict[str, int], smallest: int = 5, ordered: bool = False) -> list[object]:
    found = cells([numbers], smallest, ordered=ordered)
    return [("+".join(cell.places), cell.n[0]) for cell in found]


def test_places_that_enough_chose_stand_alone_and_so_do_those_that_nobody_chose() -> None:
    assert told({"a": 7, "b": 5, "c": 0}) == [("a", 7), ("b", 5), ("c", 0)]


def test_small_places_are_put_together_with_the_empty_ones() -> None:
    assert told({"a": 9, "b": 3, "c": 2, "d": 0}) == [("a", 9), ("b+c+d", 5)]


def test_one_small_place_takes_the_next_smallest_with_it() -> None:
    # Alone it would be told by the difference from the total.
    assert told({"a": 9, "b": 6, "c": 1}) == [("a", 9), ("b+c", 7)]


def test_where_no_two_parts_can_be_told_there_is_one() -> None:
    assert told({"a": 8, "b": 4}) == [("a+b", 12)]


def test_a_smaller_group_can_be_set() -> None:
    assert told({"a": 8, "b": 4}, smallest=4) == [("a", 8), ("b", 4)]


def test_ordered_places_go_together_with_their_neighbours() -> None:
    numbers = {"1": 1, "2": 4, "3": 6, "4": 2, "5": 0}
    assert told(numbers, ordered=True) == [("1+2", 5), ("3+4+5", 8)]


def test_two_rounds_are_told_in_the_same_parts() -> None:
    first, then = {"a": 6, "b": 6, "c": 0}, {"a": 3, "b": 9, "c": 0}
    assert [(cell.places, cell.n) for cell in cells([first, then], 5)] == [
        (("a", "b", "c"), (12, 12))
    ]


def test_a_second_round_does_not_tell_apart_what_the_first_put_together() -> None:
    # Alone the first round told b and c as 7; with b told as 6 now, c would be known to be 1.
    first, then = {"a": 9, "b": 6, "c": 1}, {"a": 2, "b": 7, "c": 6}
    assert [cell.places for cell in cells([first], 5)] == [("a",), ("b", "c")]
    assert [(cell.places, cell.n) for cell in cells([first, then], 5)] == [
        (("a", "b", "c"), (16, 15))
    ]


def test_neighbours_are_told_only_where_they_can_be_in_each_round() -> None:
    # d and e together would be 4 in the first round and 1 in the second.
    first = {"a": 0, "b": 0, "c": 0, "d": 4, "e": 0}
    then = {"a": 0, "b": 0, "c": 4, "d": 0, "e": 1}
    assert [(cell.places, cell.n) for cell in cells([first, then], 4, ordered=True)] == [
        (("a", "b", "c", "d", "e"), (4, 5))
    ]


@given(rounds=rounds, smallest=st.integers(4, 10), ordered=st.booleans())
def test_nothing_under_the_smallest_group_is_ever_told(
    rounds: list[dict[str, int]], smallest: int, ordered: bool
) -> None:
    enough = [one for one in rounds if sum(one.values()) >= smallest]
    if not enough:
        return
    found = cells(enough, smallest, ordered=ordered)
    assert sorted(place for cell in found for place in cell.places) == sorted(enough[0])
    for i, one in enumerate(enough):
        assert sum(cell.n[i] for cell in found) == sum(one.values())
        assert all(cell.n[i] == 0 or cell.n[i] >= smallest for cell in found)
    together = {place: cell.places for cell in found for place in cell.places}
    for cell in cells(enough[:1], smallest, ordered=ordered):
        assert len({together[place] for place in cell.places}) == 1  # no part is taken apart


@given(counts)
def test_what_more_chose_than_anything_else_is_alone_in_the_lead(numbers: dict[str, int]) -> None:
    leading = most(numbers)
    others = [n for place, n in numbers.items() if place != leading]
    assert leading is None or all(n < numbers[leading] for n in others)


def test_late_answers_join_five_at_a_time() -> None:
    assert [included(12, now, 5) for now in (12, 16, 17, 21, 22)] == [12, 12, 17, 17, 22]


def test_where_too_few_had_answered_the_first_five_are_shown_together() -> None:
    assert [included(3, now, 5) for now in (3, 4, 5, 9, 10)] == [0, 0, 5, 5, 10]


def test_nothing_is_included_before_it_is_shown() -> None:
    assert included(None, 100, 5) == 0
