"""What was recorded of an explorer is what it shows."""

import json
from itertools import product
from pathlib import Path

import pytest

from course.content.course import ours
from course.explorers import EXPLORERS
from course.explorers.recorded import Recorded
from course.paths import LANGUAGES

QUICK = ("adoption", "boundary-table", "tie-strength", "where-to-put-fifteen")
"""Of each sort one that takes no time: at once, of a town, run in batches, with frames."""


@pytest.mark.parametrize("name", QUICK)
def test_every_setting_shows_the_last_scene_of_the_model(name: str, tmp_path: Path) -> None:
    town = ours().municipality
    explorer = EXPLORERS[name]
    file = tmp_path / "recorded.json"
    file.write_text(json.dumps(Recorded.of(explorer, town).as_json()), encoding="utf-8")
    recorded = Recorded.read(file)
    for stops in product(*(range(control.stops) for control in explorer.controls)):
        setting = dict(zip((one.id for one in explorer.controls), stops, strict=True))
        for language in LANGUAGES:
            *_, last = explorer.scenes(setting, language, town)
            assert list(recorded.scenes(setting, language)) == [json.loads(json.dumps(last))]


def test_it_is_set_and_bounded_as_the_model_is() -> None:
    explorer = EXPLORERS["tie-strength"]
    recorded = Recorded.of(explorer)
    assert recorded.task("sv") == explorer.task("sv")
    for sent in (None, {"strength": 99}, {"strength": "x"}, {"unknown": 1}):
        assert recorded.scene(sent, "en")["setting"] == explorer.setting(sent)


def test_the_frames_that_a_model_is_played_by_are_kept() -> None:
    recorded = Recorded.of(EXPLORERS["adoption"])
    assert recorded.scene({}, "sv")["frames"]
