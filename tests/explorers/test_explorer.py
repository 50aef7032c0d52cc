"""A simulation that is run a batch at a time: what a page gets, and what is kept."""

from collections.abc import Sequence

import pytest
from attrs import evolve

from course.explorers.explorer import Control, Setting, Simulated
from course.plots.picture import Picture, Table
from course.plots.shapes.crowd import crowd


def simulated(batches: int = 3) -> tuple[Simulated, list[tuple[int, int]]]:
    """A simulation whose batches say their setting and number, and the batches that were run."""
    ran: list[tuple[int, int]] = []

    def batch(setting: Setting, number: int) -> int:
        ran.append((setting["a"], number))
        return 10 * setting["a"] + number

    def look(setting: Setting, language: str, done: Sequence[int]) -> Picture:
        return Picture(
            name="n",
            title="t",
            drawing=crowd(1),
            message=f"{language} {list(done)}",
            caption="c",
            reading="r",
            table=Table("t", ("a",), (("1",),)),
        )

    explorer = Simulated(
        name="sim", controls=(Control("a", 4),), batches=batches, batch=batch, look=look
    )
    return explorer, ran


def test_each_batch_gives_a_picture_of_all_so_far() -> None:
    explorer, _ = simulated()
    scenes = list(explorer.scenes({"a": 2}, "sv"))
    assert [scene["message"] for scene in scenes] == ["sv [20]", "sv [20, 21]", "sv [20, 21, 22]"]
    assert [scene["progress"] for scene in scenes] == [1 / 3, 2 / 3, 1]
    assert {scene["setting"]["a"] for scene in scenes} == {2}


def test_a_batch_is_run_only_when_its_picture_is_asked_for() -> None:
    explorer, ran = simulated()
    scenes = explorer.scenes({"a": 1}, "sv")
    assert ran == []
    next(scenes)
    assert ran == [(1, 0)]


def test_what_was_stopped_goes_on_where_it_was() -> None:
    explorer, ran = simulated()
    next(explorer.scenes({"a": 1}, "sv"))
    assert [scene["progress"] for scene in explorer.scenes({"a": 1}, "en")] == [2 / 3, 1]
    assert ran == [(1, 0), (1, 1), (1, 2)]


def test_what_was_run_is_not_run_again_in_either_language() -> None:
    explorer, ran = simulated()
    whole = explorer.scene({"a": 1}, "sv")
    ran.clear()
    assert list(explorer.scenes({"a": 1}, "sv")) == [whole]
    assert explorer.scene({"a": 1}, "en")["message"] == "en [10, 11, 12]"
    assert ran == []


def test_of_the_last_picture_alone_none_before_it_is_drawn() -> None:
    explorer, _ = simulated()
    drawn: list[Sequence[int]] = []

    def look(setting: Setting, language: str, done: Sequence[int]) -> Picture:
        drawn.append(done)
        return explorer.look(setting, language, done)

    watched = evolve(explorer, look=look)
    last = watched.scene({"a": 2}, "sv")
    assert drawn == [(20, 21, 22)]
    another, _ = simulated()
    *_, shown = another.scenes({"a": 2}, "sv")
    assert last == shown


def test_the_first_picture_takes_one_batch_for_both_languages() -> None:
    explorer, ran = simulated()
    assert [explorer.first_scene(code)["message"] for code in ("sv", "en")] == ["sv [0]", "en [0]"]
    assert ran == [(0, 0)]


def test_settings_have_batches_of_their_own() -> None:
    explorer, _ = simulated()
    explorer.scene({"a": 1}, "sv")
    assert explorer.scene({"a": 3}, "sv")["message"] == "sv [30, 31, 32]"


def test_two_pages_that_ask_for_the_same_share_the_work() -> None:
    explorer, ran = simulated()
    first, second = (explorer.scenes({"a": 1}, "sv") for _ in range(2))
    assert next(first)["progress"] == 1 / 3
    assert next(second)["progress"] == 2 / 3
    assert next(first)["progress"] == 1
    assert next(second)["progress"] == 1  # drawn again, not run again
    assert ran == [(1, 0), (1, 1), (1, 2)]


@pytest.mark.parametrize("sent", [None, {"a": 99}, "garbage"])
def test_a_setting_is_kept_in_bounds(sent: object) -> None:
    explorer, _ = simulated(batches=1)
    assert explorer.scene(sent, "sv")["setting"] == explorer.setting(sent)
