"""Who came? Against a simulation, and by hand where places are drawn by lot."""

import pytest
from told import crowd, exercise, look, quoted, right

from course.explorers.volunteers import KEENNESS, PEOPLE, PLACES, SATISFIED
from course.models.volunteers import simulate_volunteers, volunteers

PLACE = "02-whose-value/who-came"
NAME = "volunteers"
FOUR_TIMES = KEENNESS.index(4)


@pytest.mark.parametrize("stop", range(len(PLACES)))
def test_a_draw_by_lot_is_like_all(stop: int) -> None:
    # By hand: half of the people are satisfied, so half of the places are.
    places = PLACES[stop]
    picture = look(NAME, {"keenness": 0, "places": stop}, "en")
    assert picture.message.startswith(f"Of {places} who come, {places // 2} are satisfied")
    assert picture.reading.startswith("In the room 50 per cent are satisfied")


@pytest.mark.parametrize("keenness", KEENNESS)
def test_the_table_is_as_the_simulation_says(keenness: int) -> None:
    drawn = simulate_volunteers(PEOPLE, SATISFIED, 12, keenness, replications=4000)
    row = look(NAME, {"keenness": 0, "places": 0}, "en").table.rows[KEENNESS.index(keenness)]
    assert int(row[1]) == pytest.approx(12 * drawn.mean, abs=0.7)
    assert int(row[2]) == pytest.approx(100 * drawn.mean, abs=1.5)
    low, high = map(int, row[3].split("–"))
    inside = ((drawn.values * 12 >= low - 0.5) & (drawn.values * 12 <= high + 0.5)).mean()
    assert inside >= 0.94


def test_the_crowd_has_a_mark_for_each() -> None:
    for stop, places in enumerate(PLACES):
        picture = look(NAME, {"keenness": FOUR_TIMES, "places": stop}, "sv")
        assert sum(crowd(picture)) == places


def test_the_exercise_quotes_the_model() -> None:
    draw = {keenness: volunteers(300, 150, 12, keenness) for keenness in KEENNESS}
    assert 12 * draw[4].share == pytest.approx(9.5, abs=0.1)  # "nine or ten"
    assert round(12 * draw[2].share) == 8
    assert f"{100 * draw[4].share:.0f}" == "80"
    assert draw[4].likely() == (7, 12)
    assert f"{100 * volunteers(300, 150, 48, 4).share:.0f}" == "78"
    assert quoted(PLACE, "six") == {"80"}
    assert quoted(PLACE, "ten") == {"80", "300", "7", "12", "48", "78"}
    everyone = [f"{100 * draw[keenness].chances[12]:.0f}" for keenness in (4, 8)]
    assert quoted(PLACE, "twelve") == {*everyone, "100"}
    assert everyone == ["6", "23"]
    assert exercise(PLACE)["model"] == NAME
    assert right(PLACE) == ["ten"]
