"""The town's colours stand in the page's palette, and words on it can be read in both schemes."""

import re
from itertools import product

import pytest

from course.drawing.colours import PAGE, TOWN, ink
from course.widgets import STATIC

TOKENS = (STATIC / "tokens.css").read_text(encoding="utf-8")


def palette(scheme: str) -> dict[str, str]:
    """The tokens of a scheme; the dark one has the light one's where it has none of its own."""
    light, _, rest = TOKENS.partition("@media screen and (prefers-color-scheme: dark)")
    dark, _, _ = rest.partition("@media")
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", light))
    if scheme == "dark":
        found |= dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", dark))
    return found


def luminance(colour: str) -> float:
    """WCAG 2.2, the definition of relative luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return sum(w * one for w, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, the definition of contrast ratio."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)  # a known border case


def test_a_drawing_has_by_day_the_colours_of_the_page() -> None:
    light, dark = palette("light"), palette("dark")
    for name, colour in TOWN.items():
        token = name if name in PAGE else f"town-{name}"
        assert light[token] == colour, name
        assert token in dark
        assert ink(name) == f"var(--{token},{colour})"


ON_THE_MAP = [
    *product(("ink", "soft"), ("town-land", "town-land2", "town-water")),
    ("ink", "card"),  # the number of a stop
    ("on-accent", "accent"),  # the tick of one that is done
    ("paper", "ink"),  # the flag
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("words", "ground"), ON_THE_MAP)
def test_what_is_written_on_the_map_can_be_read(scheme: str, words: str, ground: str) -> None:
    colours = palette(scheme)
    assert contrast(colours[words], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_stops_and_the_way_stand_out(scheme: str) -> None:
    colours = palette(scheme)  # WCAG 2.2, 1.4.11: what one must see to use a page, 3 to 1
    for ground in ("town-land", "town-land2", "town-water", "town-road"):
        assert contrast(colours["accent"], colours[ground]) >= 3
