"""Where people stand; expected places from the unit circle, by hand."""

from itertools import combinations
from math import dist, pi, sin

import pytest

from course.networks import at_least, municipality
from course.networks.layout import around, by_unit, unit_centres


def test_four_points_clockwise_from_the_top() -> None:
    assert around(4).tolist() == [[0, 1], [1, 0], [0, -1], [-1, 0]]


def test_a_share_of_the_circle_from_elsewhere() -> None:
    assert around(2, start=0, share=0.5).tolist() == [[1, 0], [0, -1]]


@pytest.mark.parametrize("n", [0, 1, 7])
def test_every_point_is_on_the_circle(n: int) -> None:
    points = around(n)
    assert points.shape == (n, 2)
    assert all(dist(point, (0, 0)) == pytest.approx(1, abs=1e-5) for point in points)


def test_no_minus_zero() -> None:
    assert "-0.0" not in str(around(8).tolist())


UNITS = {"a": [1, 2, 3], "b": [4], "c": [], "d": [5, 6]}


def test_everybody_has_one_place_of_their_own() -> None:
    places = by_unit(UNITS)
    assert list(places) == [1, 2, 3, 4, 5, 6]
    assert len(set(places.values())) == 6


def test_a_units_people_stand_around_its_centre_and_clear_of_the_next() -> None:
    places, centres = by_unit(UNITS), unit_centres(list(UNITS))
    # Neighbouring centres on a ring of four are 2 sin(pi/4) apart; a circle takes .72 of half that
    # where most people are, though never more than .29 of the ring's radius, and the root of
    # the share of people elsewhere.
    widest = min(0.72 * sin(pi / 4), 0.29)
    for unit, people in UNITS.items():
        for person in people:
            radius = widest * (len(people) / 3) ** 0.5
            assert dist(places[person], centres[unit]) == pytest.approx(radius, abs=2e-4)
    assert 2 * widest < dist(centres["a"], centres["b"])


def test_a_single_unit_and_none() -> None:
    # One unit stands at the top of the ring; two people are above and below its centre.
    assert by_unit({"a": [1, 2]}) == {1: (0.0, 1.29), 2: (0.0, 0.71)}
    assert by_unit({}) == {}
    assert unit_centres([]) == {}


def test_only_the_roster_decides() -> None:
    network = municipality.load()
    people = {
        unit.id: [n for n, at in network.nodes(data="unit") if at == unit.id]
        for unit in municipality.units()
    }
    strong = at_least(network, 4)
    assert list(strong) == list(network)
    places = by_unit(people)
    assert places == by_unit({unit: list(members) for unit, members in people.items()})
    nearest = min(dist(a, b) for a, b in combinations(places.values(), 2))
    # A mark is 7.5 points wide, and a picture 5.9 inches high holds 3.14 units of the layout.
    assert nearest > 7.5 / (72 * 5.9 / 3.14)


@pytest.mark.parametrize("sizes", [(45, 12, 7, 6, 1), (60,), (3, 3), (5, 5, 5), (8,) * 8])
def test_everybody_is_in_the_picture_and_nobody_stands_on_another(sizes: tuple[int, ...]) -> None:
    units = {str(i): [(i, n) for n in range(size)] for i, size in enumerate(sizes)}
    places = list(by_unit(units).values())
    # The pictures reach 1.57 from the middle. A unit's name stands at 1.43 above it and reaches .05
    # down; who is drawn largest reaches 11.1 of 135 pixels, .083, up.
    assert max(abs(x) for place in places for x in place) <= 1.43 - 0.05 - 0.083
    apart = min(dist(a, b) for i, a in enumerate(places) for b in places[:i])
    assert apart > 0.05, "a person is drawn .055 wide"
