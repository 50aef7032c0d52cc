"""Sixty ideas a year: against the closed form, and what follows by hand when it is overloaded."""

import pytest
from told import crowd, exercise, look, quoted, right

from course.explorers.idea_channel import CAPACITIES, IDEAS, PATIENCES, TEST
from course.models.channel import simulate_channel

PLACE = "05-idea-to-use/sixty-ideas"
NAME = "idea-channel"
HALF_A_YEAR, A_YEAR = PATIENCES.index(0.5), PATIENCES.index(1.0)


def row(capacity: int, patience: int) -> tuple[str, ...]:
    """The row of a table in English: capacity, tested, lost, wait in months, in the queue."""
    setting = {"capacity": 0, "patience": patience}
    rows = look(NAME, setting, "en").table.rows
    return rows[CAPACITIES.index(capacity)]


@pytest.mark.parametrize("patience", range(len(PATIENCES)))
@pytest.mark.parametrize("capacity", [1, 2, 3, 4, 6])
def test_too_narrow_a_channel_tests_what_it_can(capacity: int, patience: int) -> None:
    # By hand: places that are always taken give four tests a year each, and the rest are lost.
    # Then the share lost is 1 - 4c/60, and the wait that share of the patience.
    lost = 1 - 4 * capacity / IDEAS
    _, tested, gone, wait, queue = row(capacity, patience)
    assert int(tested) == 4 * capacity
    assert int(gone) == IDEAS - 4 * capacity
    months = 12 * PATIENCES[patience] * lost
    assert float(wait) == pytest.approx(months, abs=0.06)
    assert int(queue) == pytest.approx(IDEAS * months / 12, abs=0.6)


@pytest.mark.parametrize("capacity", [9, 15])
def test_a_wider_channel_is_as_the_simulation_says(capacity: int) -> None:
    runs = simulate_channel(IDEAS, capacity, TEST, 0.5, followed=600, replications=60)
    _, tested, _, wait, _ = row(capacity, HALF_A_YEAR)
    assert int(tested) == pytest.approx(60 * runs.assessed.mean, abs=1)
    assert float(wait) == pytest.approx(12 * runs.wait.mean, abs=0.15)


def test_the_picture_shows_the_setting() -> None:
    picture = look(NAME, {"capacity": CAPACITIES.index(3), "patience": HALF_A_YEAR}, "sv")
    assert picture.message == "Av 60 idéer om året prövas 12 och 48 tappas bort."
    assert "4,8 månader" in picture.reading
    assert "i kön: 24" in picture.reading
    assert "100 procent" in picture.reading
    assert "ett halvår" in picture.caption
    assert crowd(picture) == [12, 48]


def test_the_exercise_quotes_the_model() -> None:
    three, patient = row(3, HALF_A_YEAR), row(3, A_YEAR)
    assert three[1:3] == patient[1:3] == ("12", "48")
    assert (three[3:], patient[3:]) == (("4.8", "24"), ("9.6", "48"))
    assert row(15, HALF_A_YEAR)[1] == "55"
    assert quoted(PLACE, "none") == {"60", "48", "24", "4.8", "9.6", "15", "55"}
    assert row(4, HALF_A_YEAR)[1] == "16"
    assert quoted(PLACE, "some") == {"16"}
    assert row(6, HALF_A_YEAR)[1] == "24"
    assert quoted(PLACE, "double") == {"24", "48", "4.8", "9.6"}
    assert quoted(PLACE, "all") == {"60", "48"}
    assert exercise(PLACE)["model"] == NAME
    assert right(PLACE) == ["none"]
