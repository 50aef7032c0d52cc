"""What explorers show, what the exercises about them say, and the numbers in both."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Any

from course.explorers import EXPLORERS
from course.explorers.explorer import Explorer, Setting
from course.marked import read
from course.paths import LANGUAGES, ROOT
from course.plots.picture import Picture
from course.words.bilingual import Text


def settings(name: str) -> Iterator[dict[str, int]]:
    """Every setting of an explorer."""
    controls = EXPLORERS[name].controls
    for stops in product(*(range(control.stops) for control in controls)):
        yield {control.id: stop for control, stop in zip(controls, stops, strict=True)}


def ran(name: str, setting: Setting, batches: int | None = None) -> tuple[Any, ...]:
    """The batches of a simulation for a setting, all of them unless told."""
    return _ran(name, tuple(setting.items()), batches)


@cache
def _ran(name: str, setting: tuple[tuple[str, int], ...], batches: int | None) -> tuple[Any, ...]:
    explorer = EXPLORERS[name]
    assert not isinstance(explorer, Explorer)
    return tuple(explorer.batch(dict(setting), n) for n in range(batches or explorer.batches))


def look(name: str, setting: Setting, language: str, batches: int | None = None) -> Picture:
    """The picture for a setting, from so many batches where it rests on any; drawn once."""
    return _looked(name, tuple(setting.items()), language, batches)


@cache
def _looked(
    name: str, setting: tuple[tuple[str, int], ...], language: str, batches: int | None
) -> Picture:
    return drawn(name, dict(setting), language, batches)


def drawn(name: str, setting: Setting, language: str, batches: int | None = None) -> Picture:
    """That picture, drawn anew."""
    explorer = EXPLORERS[name]
    if isinstance(explorer, Explorer):
        return explorer.look(setting, language)
    return explorer.look(setting, language, ran(name, setting, batches))


def crowd(picture: Picture) -> list[int]:
    """How many each group of a crowd has."""
    drawing: Any = picture.drawing
    return [group["n"] for group in drawing["groups"]]


def exercise(place: str) -> Any:
    """What an exercise's file holds, by ``lesson/id``."""
    return read(ROOT / "exercises" / f"{place}.yml").value


def right(place: str) -> list[str]:
    """The options that the model bears out."""
    return [one["id"] for one in exercise(place)["options"] if one.get("right")]


def quoted(place: str, option: str) -> set[str]:
    """The numbers of an option and its feedback, written in the English way."""
    one = next(one for one in exercise(place)["options"] if one["id"] == option)
    return numbers(Text(**one["text"])) | numbers(Text(**one["feedback"]))


def numbers(text: Text) -> set[str]:
    """The numbers of a text in figures, the same in both languages, written in the English way."""
    swedish, english = (
        set(re.findall(r"\d+(?:[.,]\d+)?", text.in_language(language))) for language in LANGUAGES
    )
    assert {number.replace(",", ".") for number in swedish} == english
    return english
