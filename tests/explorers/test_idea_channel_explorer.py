"""Sixty ideas a year: against the closed form, and what follows by hand when it is overloaded."""

from typing import Any

import numpy as np
import pytest
from told import exercise, look, quoted, right, settings

from course.explorers.idea_channel import CAPACITIES, IDEAS, PATIENCES, TEST
from course.models.channel import follow_ideas, idea_channel, simulate_channel

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
    assert standing(picture.drawing) == [0, 12, 48]


def standing(drawing: Any) -> list[int]:
    """How many wait, have been taken up and are lost."""
    return [len(station["who"]) for station in drawing["stations"]]


@pytest.mark.parametrize("setting", list(settings(NAME)))
def test_each_idea_of_the_year_is_followed_to_its_end(setting: dict[str, int]) -> None:
    picture = look(NAME, setting, "en")
    states: Any = [frame.drawing for frame in picture.frames]
    # New Year, twelve months, and when nobody waits any more.
    assert len(states) == 14
    assert standing(states[0]) == [0, 0, 0]
    _, tested, lost, *_ = row(CAPACITIES[setting["capacity"]], setting["patience"])
    assert standing(states[-1]) == [0, int(tested), int(lost)]
    gone: tuple[set[int], ...] = (set(), set())
    for state, words in zip(states, picture.frames, strict=True):
        queue, *ended = (station["who"] for station in state["stations"])
        there = [*queue, *ended[0], *ended[1]]
        assert len(there) == len(set(there)) <= IDEAS
        for before, now in zip(gone, ended, strict=True):
            assert before <= set(now)  # nobody comes back
            before |= set(now)
        if state is not states[0]:
            for n in (len(ended[0]), len(ended[1])):
                assert str(n) in words.told
    assert (
        len([n for s in states[-2]["stations"] for n in s["who"]]) == IDEAS
    )  # all came in the year
    rooms = [[station["room"] for station in state["stations"]] for state in states]
    assert rooms == [rooms[0]] * len(states)  # so that nothing jumps


def test_ideas_that_are_followed_wait_as_long_as_the_closed_form_says() -> None:
    # The mean wait of many years, against that of Erlang A.
    waits = [
        idea.ended - idea.came
        for seed in range(150)
        for idea in follow_ideas(IDEAS, 4, TEST, 0.5, seed=seed)[-IDEAS:]
    ]
    assert float(np.mean(waits)) == pytest.approx(idea_channel(IDEAS, 4, TEST, 0.5).wait, rel=0.04)


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
