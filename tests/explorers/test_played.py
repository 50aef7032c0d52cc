"""What is played in every explorer, and each course of events against its own model."""

import re
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from attrs import evolve
from told import look, ran, settings

from course.explorers import EXPLORERS
from course.explorers.explorer import Simulated
from course.explorers.how_many_bridges import TIES as BRIDGES
from course.explorers.how_many_bridges import rounds
from course.explorers.learning import PACES, REPLICATIONS, TURNOVERS
from course.explorers.one_of_a_hundred import CHANGED
from course.explorers.one_of_a_hundred import thresholds as of_a_hundred
from course.explorers.volunteers import KEENNESS, PEOPLE, PLACES, SATISFIED
from course.explorers.where_to_put_fifteen import FRIDAY, PLACEMENTS, TIES
from course.explorers.who_speaks_up import thresholds as of_a_meeting
from course.models.adoption import MEAN_IMITATION, MEAN_INNOVATION, bass_share
from course.models.groups import learn_one_by_one, units
from course.models.learning import learn_each
from course.models.thresholds import collective
from course.models.volunteers import volunteers
from course.paths import LANGUAGES

STILL = {"boundary-table", "brokers", "tie-strength"}
"""These compare: they show a network as it is."""


def plays(name: str) -> bool:
    """Whether something happens in an explorer as it is when it is opened."""
    return bool(look(name, EXPLORERS[name].setting({}), "sv", 1).frames)


PLAYED = tuple(name for name in EXPLORERS if plays(name))

EVERY = [
    pytest.param(name, setting, id=f"{name}-{'-'.join(map(str, setting.values()))}")
    for name in PLAYED
    for setting in settings(name)
]


def test_what_compares_has_nothing_to_play() -> None:
    assert set(EXPLORERS) - set(PLAYED) >= STILL
    assert {"adoption", "learning", "volunteers", "who-speaks-up"} <= set(PLAYED)


@pytest.mark.parametrize(("name", "setting"), EVERY)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_played_ends_with_what_is_shown(
    name: str, setting: dict[str, int], language: str
) -> None:
    picture = look(name, setting, language, 2)
    if not picture.frames:  # nobody wants to be first
        assert name == "who-speaks-up"
        assert setting == {"met": 0, "begin": 0}
        return
    assert picture.frames[-1].drawing == picture.drawing
    assert 2 <= len(picture.frames) <= 101
    for frame in picture.frames:
        assert frame.drawing["kind"] == picture.drawing["kind"]
        assert re.search(r"\.$", frame.told)
        assert not re.search(r"[{}]|nan|None", frame.told)


@pytest.mark.parametrize(("name", "setting"), EVERY)
def test_nobody_is_lost_on_the_way(name: str, setting: dict[str, int]) -> None:
    frames: Any = look(name, setting, "en", 2).frames
    counts = {
        sum(group["n"] for group in frame.drawing["groups"])
        for frame in frames
        if frame.drawing["kind"] == "crowd"
    }
    assert len(counts) <= 1


@pytest.mark.parametrize(
    "name", [name for name in PLAYED if isinstance(EXPLORERS[name], Simulated)]
)
def test_a_simulation_is_played_once_it_is_done(name: str) -> None:
    explorer: Any = EXPLORERS[name]
    scenes = list(evolve(explorer, batches=3).scenes({}, "sv"))
    assert [bool(scene["frames"]) for scene in scenes] == [False, False, True]


def firsts(name: str, setting: dict[str, int]) -> list[int]:
    """How many the first group has, from state to state."""
    frames: Any = look(name, setting, "en").frames
    return [frame.drawing["groups"][0]["n"] for frame in frames]


@pytest.mark.parametrize("setting", [s for s in settings("who-speaks-up") if any(s.values())])
def test_a_meeting_is_played_round_by_round(setting: dict[str, int]) -> None:
    assert firsts("who-speaks-up", setting) == list(collective(of_a_meeting(setting)).acting)


@pytest.mark.parametrize("setting", list(settings("one-of-a-hundred")))
def test_a_hundred_are_played_round_by_round(setting: dict[str, int]) -> None:
    each = of_a_hundred(CHANGED[setting["changed"]], bool(setting["starters"]))
    assert firsts("one-of-a-hundred", setting) == list(collective(each).acting)


@pytest.mark.parametrize("setting", list(settings("volunteers")))
def test_one_after_another_comes(setting: dict[str, int]) -> None:
    keenness, places = KEENNESS[setting["keenness"]], PLACES[setting["places"]]
    came = firsts("volunteers", setting)
    assert len(came) == places + 1
    for taken in (1, places // 2, places):
        expected = volunteers(PEOPLE, SATISFIED, taken, keenness).share * taken
        assert came[taken] == pytest.approx(expected, abs=0.5)
    assert all(after - before in (0, 1) for before, after in pairwise(came))


def test_adoption_grows_year_by_year() -> None:
    frames: Any = look("adoption", {"information": 1, "talk": 1}, "en").frames
    assert len(frames) == 16
    for year, frame in enumerate(frames):
        (curve,) = frame.drawing["curves"]
        share = float(bass_share(year, MEAN_INNOVATION, MEAN_IMITATION))
        assert (curve["across"][-1], curve["up"][-1]) == (year, pytest.approx(100 * share))
        assert f"{100 * share:.0f} per cent" in frame.told
        assert len(frame.drawing["notes"]) == (year >= 5)  # the year that is asked about


def test_the_line_and_the_crowd_are_played_from_the_start() -> None:
    frames: Any = look("line-or-everyone", {"rule": 0}, "en", 2).frames
    *_, last = frames
    for frame in frames:
        for so_far, whole in zip(frame.drawing["curves"], last.drawing["curves"], strict=True):
            assert so_far["up"] == whole["up"][: len(so_far["up"])]
    assert len(last.drawing["curves"][0]["up"]) == 101  # before the first round, and after each


@pytest.mark.parametrize("stop", range(5))
def test_bridges_are_played_until_we_look(stop: int) -> None:
    setting = {"ties": 4, "when": stop}
    frames: Any = look("how-many-bridges", setting, "en", 2).frames
    parts = ran("how-many-bridges", setting, 2)
    for i, (at, frame) in enumerate(zip(rounds(stop), frames, strict=True)):
        mean = np.concatenate([part.played[i] for part in parts]).mean(axis=0)
        drawn = frame.drawing["curves"][0]["up"]
        assert drawn == pytest.approx((100 * mean).tolist())
        assert len(drawn) == len(BRIDGES)
        assert ("year’s end" if at is None else f"Round {at}:") in frame.told


@pytest.mark.parametrize("stop", range(3))
def test_what_is_known_crosses_the_bridges_that_are_drawn(stop: int) -> None:
    picture = look("where-to-put-fifteen", {"placement": stop}, "en")
    frames: Any = picture.frames
    paid = [np.mean([one["solved"] for one in frame.drawing["people"]]) for frame in frames]
    # Nobody forgets what pays, so the mean only grows; and the run is like the mean of many.
    assert paid == sorted(paid)
    _, friday, end = picture.table.rows[stop]
    assert 100 * paid[-1] == pytest.approx(float(end), abs=3)
    assert 100 * paid[5] == pytest.approx(float(friday), abs=3)
    assert f"Round {FRIDAY}, on Friday" in frames[5].told
    assert all(frame.drawing["ties"] == frames[0].drawing["ties"] for frame in frames)


def test_a_run_that_is_drawn_is_one_of_the_model_s() -> None:
    graph = units(TIES, placement=PLACEMENTS[1], seed=1)
    paid = learn_one_by_one(graph, seed=24)
    frames: Any = look("where-to-put-fifteen", {"placement": 1}, "en").frames
    # By hand: people are numbered unit by unit, which is the order in which they are drawn.
    solved = [one["solved"] for one in frames[-1].drawing["people"]]
    assert solved == pytest.approx(paid[-1].tolist(), abs=0.001)


def test_the_fast_lead_at_first_and_the_middle_passes_them() -> None:
    # March (1991, p. 76): fast learners agree before the code has learnt what they knew. The
    # rounds are the model's own, in the mean of the same replications.
    setting = {"turnover": TURNOVERS.index(0.1)}
    frames: Any = look("learning", setting, "en", 2).frames
    learnt = [
        learn_each(PACES, 0.5, turnover=0.1, periods=20, replications=REPLICATIONS, seed=seed)
        for seed in range(2)
    ]
    known = np.mean([[one.over_time for one in batch] for batch in learnt], axis=0)
    assert len(frames) == 21
    for period, frame in enumerate(frames):
        curve = frame.drawing["curves"][0]["up"]
        assert curve == pytest.approx(known[:, period].tolist())
        # The sentence has the paces themselves: the slowest, the middle one and the fastest.
        slow, middle, fast = (f"{100 * PACES[at]:.0f}\u00a0per cent" for at in (0, 4, -1))
        assert frame.told == (
            f"Round {period}: at a pace of {slow} the way of working holds {curve[0]:.2f}, "
            f"at {middle} {curve[4]:.2f}, at {fast} {curve[-1]:.2f}."
        )
    _, early, *_, last = (frame.drawing["curves"][0]["up"] for frame in frames[::4])
    assert early[0] < early[4] < early[-1]
    assert last[0] < last[-1] < last[4]
