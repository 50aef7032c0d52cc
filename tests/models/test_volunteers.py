from itertools import permutations
from math import comb, nan
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.models.volunteers import simulate_volunteers, volunteers


@given(st.integers(1, 60), st.data())
@settings(max_examples=50, deadline=None)
def test_a_random_draw_is_hypergeometric(people: int, data: st.DataObject) -> None:
    # Closed form: C(members, k) C(others, places - k) / C(people, places).
    members = data.draw(st.integers(0, people))
    places = data.draw(st.integers(1, people))
    exact = [
        comb(members, k) * comb(people - members, places - k) / comb(people, places)
        for k in range(places + 1)
    ]
    draw = volunteers(people, members, places)
    assert draw.chances == pytest.approx(exact, abs=1e-12)
    assert draw.share == pytest.approx(members / people, abs=1e-12)
    assert draw.nobody == pytest.approx(exact[0], abs=1e-12)


def test_keenness_agrees_with_listing_every_order() -> None:
    # Another implementation: all orders in which three places can be taken by five people.
    weights = [3.0, 3.0, 1.0, 1.0, 1.0]
    expected = np.zeros(4)
    for order in permutations(range(5), 3):
        chance, left = 1.0, sum(weights)
        for person in order:
            chance *= weights[person] / left
            left -= weights[person]
        expected[sum(person < 2 for person in order)] += chance
    assert volunteers(5, 2, 3, keenness=3).chances == pytest.approx(expected)


@pytest.mark.parametrize("keenness", [0.25, 1.0, 4.0])
def test_simulation_agrees_with_the_exact_chances(keenness: float) -> None:
    exact = volunteers(300, 100, 12, keenness)
    drawn = simulate_volunteers(300, 100, 12, keenness, replications=4000)
    assert drawn.mean == pytest.approx(exact.share, abs=4 * drawn.standard_error)
    seen = np.bincount(np.rint(12 * drawn.values).astype(int), minlength=13) / 4000
    assert seen == pytest.approx(exact.chances, abs=4 * 0.5 / 4000**0.5)


def test_twelve_of_three_hundred() -> None:
    # By hand: a third of all are members, so four of twelve are expected, and none comes with
    # chance C(200, 12) / C(300, 12). The limits leave out at most 2.5 % at each end.
    draw = volunteers(300, 100, 12)
    assert draw.places == 12
    assert draw.share == pytest.approx(1 / 3)
    assert draw.nobody == pytest.approx(comb(200, 12) / comb(300, 12))
    below = np.cumsum([0, *draw.chances])
    for chance in (0.5, 0.8, 0.9, 0.95, 0.99):
        fewest, most = draw.likely(chance)
        assert below[fewest] <= (1 - chance) / 2 < below[fewest + 1]
        assert below[most] < (1 + chance) / 2 <= below[most + 1]


def test_everybody_comes_in_the_end() -> None:
    # By hand: with as many places as people, all members take part however keen they are.
    draw = volunteers(10, 4, 10, keenness=50)
    assert draw.chances[4] == pytest.approx(1)
    assert draw.likely() == (4, 4)


@given(st.integers(2, 40), st.floats(1.1, 30), st.data())
@settings(max_examples=50, deadline=None)
def test_keener_members_are_more(people: int, keenness: float, data: st.DataObject) -> None:
    members = data.draw(st.integers(1, people - 1))
    places = data.draw(st.integers(1, people))
    draw = volunteers(people, members, places, keenness)
    assert draw.chances.sum() == pytest.approx(1)
    assert (draw.chances >= 0).all()
    assert draw.share >= members / people - 1e-12


def test_same_seed_same_result() -> None:
    draws = [simulate_volunteers(30, 10, 5, 2, replications=9, seed=seed) for seed in (1, 1, 2)]
    assert draws[0] == draws[1] != draws[2]


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"people": 0}, "people is 0"),
        ({"members": 301}, "members is 301: give a whole number from 0 to 300"),
        ({"places": 301}, "places is 301: give a whole number from 1 to 300"),
        ({"places": 0}, "places is 0"),
        ({"keenness": 0}, "keenness is 0: give a number above 0"),
        ({"keenness": nan}, "keenness is nan"),
    ],
)
def test_refuses_what_nobody_can_join(options: dict[str, Any], says: str) -> None:
    given: dict[str, Any] = {"people": 300, "members": 100, "places": 12, **options}
    for draw in (volunteers, simulate_volunteers):
        with pytest.raises(ValueError, match=says):
            draw(**given)
    with pytest.raises(ValueError, match="replications is 0"):
        simulate_volunteers(300, 100, 12, replications=0)
    with pytest.raises(ValueError, match="chance is nan"):
        volunteers(300, 100, 12).likely(nan)


def test_what_is_exactly_half_the_rest_is_left_out() -> None:
    # By hand: one of four comes, and three are members: none of them with chance .25, which is half
    # of what .5 leaves.
    assert volunteers(4, 3, 1).likely(0.5) == (1, 1)
