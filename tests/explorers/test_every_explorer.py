"""What holds for every explorer, at every setting and in both languages.

The slowest, which draws each picture for paper, takes one language at each setting; ``course test
--clients`` takes the other.
"""

import json
import re
from xml.etree import ElementTree

import pytest
from told import drawn, look, settings

from course.explorers import EXPLORERS, settable
from course.explorers.explorer import Simulated
from course.paths import LANGUAGES
from course.plots.hand import svg
from course.plots.sheet import width_of
from course.words import say

SVG = "{http://www.w3.org/2000/svg}"
EVERY = [
    pytest.param(name, setting, id=f"{name}-{'-'.join(map(str, setting.values()))}")
    for name in EXPLORERS
    for setting in settings(name)
]
MAPS = ("tie-strength", "brokers", "boundary-table")  # where words give way, or stand aslant
every_setting = pytest.mark.parametrize(("name", "setting"), EVERY)
every_explorer = pytest.mark.parametrize("name", EXPLORERS)
in_both_languages = pytest.mark.parametrize("language", LANGUAGES)
ONE = 1  # batch: a picture must be whole from the first


@every_setting
@in_both_languages
def test_a_picture_is_whole_without_being_seen(
    name: str, setting: dict[str, int], language: str
) -> None:
    picture = look(name, setting, language, ONE)
    for words in (picture.message, picture.caption, picture.reading, picture.table.caption):
        assert words.strip()
        assert not re.search(r"\bnan\b|None|[{}]", words)
        assert re.search(r"\.$", words) or words == picture.table.caption
    assert all(len(row) == len(picture.table.columns) for row in picture.table.rows)
    assert all(cell.strip() for row in picture.table.rows for cell in row)
    assert len({row[0] for row in picture.table.rows}) == len(picture.table.rows)
    assert drawn(name, setting, language, ONE) == picture


DRAWN = [one for one in EVERY if one.values[0] not in MAPS]
IN_TURNS = [
    pytest.param(
        *one.values,
        language,
        id=f"{one.id}-{language}",
        marks=() if n % len(LANGUAGES) == nth else pytest.mark.client,
    )
    for n, one in enumerate(DRAWN)
    for nth, language in enumerate(LANGUAGES)
]


@pytest.mark.parametrize(("name", "setting", "language"), IN_TURNS)
def test_no_word_is_clipped(name: str, setting: dict[str, int], language: str) -> None:
    # Measured in DejaVu Sans, which is wider than the fonts of the page.
    root = ElementTree.fromstring(svg(look(name, setting, language, ONE).as_json()))
    _, _, width, height = map(float, str(root.get("viewBox")).split())
    for text in root.iter(f"{SVG}text"):
        left, baseline = _start(text)
        style = str(text.get("style"))
        size = float(re.findall(r"([\d.]+)px", style)[0])
        room = width_of(str(text.text), size, bold="bold" in style or "700" in style)
        left -= {"middle": room / 2, "end": room}.get(_anchor(style), 0)
        assert left >= -0.5, text.text
        assert left + room <= width + 0.5, text.text
        assert size * 0.7 <= baseline <= height, text.text


def _start(text: ElementTree.Element) -> tuple[float, float]:
    """Where a text begins: matplotlib writes a place, or a shift when it is turned or centred."""
    moved = re.search(r"translate\(([-\d.]+) ([-\d.]+)\)", str(text.get("transform")))
    if moved:
        return float(moved[1]), float(moved[2])
    return float(str(text.get("x"))), float(str(text.get("y")))


def _anchor(style: str) -> str:
    found = re.search(r"text-anchor: (\w+)", style)
    return found[1] if found else "start"


@every_setting
@in_both_languages
def test_a_picture_is_plain_data(name: str, setting: dict[str, int], language: str) -> None:
    sent = look(name, setting, language, ONE).as_json()
    assert json.loads(json.dumps(sent, allow_nan=False)) == sent
    assert sent["title"].strip()
    said = dict.fromkeys((sent["message"], sent["reading"]))  # once, where both are the same
    assert sent["description"] == " ".join(said)


@every_explorer
@in_both_languages
def test_every_stop_has_a_name(name: str, language: str) -> None:
    explorer = EXPLORERS[name]
    assert explorer.name == name
    for task, control in zip(explorer.task(language), explorer.controls, strict=True):
        assert task["text"] == say(f"explore.{name}.{control.id}", language)
        assert len(set(task["stops"])) == control.stops > 1
        assert 0 <= task["start"] < control.stops


@every_explorer
def test_what_can_be_set_is_known_by_the_words_for_it(name: str) -> None:
    """So that a guess is held to it where no model is loaded."""
    stops = {control.id: control.stops for control in EXPLORERS[name].controls}
    assert list(settable(name).items()) == list(stops.items())


@pytest.mark.parametrize(
    "name", [name for name, one in EXPLORERS.items() if isinstance(one, Simulated)]
)
def test_batches_are_told_apart_by_their_number_alone(name: str) -> None:
    explorer = EXPLORERS[name]
    assert isinstance(explorer, Simulated)
    setting = explorer.setting({})
    first, again, second = (explorer.batch(setting, number) for number in (0, 0, 1))
    assert repr(first) == repr(again)
    assert repr(first) != repr(second)
