"""Colours in both palettes, against WCAG 2.2; ratios are computed from the page's own CSS file.

Relative luminance and contrast ratio: WCAG 2.2, definitions; 4.5:1 for text is criterion 1.4.3,
3:1 for what carries information in a picture is criterion 1.4.11.
"""

import re
from itertools import pairwise

import pytest

from course.plots import style
from course.plots.style import RC, SHAPES, UNITS, VARIABLES
from course.widgets.card import STATIC


def palettes() -> dict[str, dict[str, str]]:
    """The colours of the light and of the dark palette, by variable."""
    css = (STATIC / "tokens.css").read_text(encoding="utf-8")
    light, dark = css.split("@media screen and (prefers-color-scheme: dark)")
    dark = dark.split("@media print")[0]
    read = [dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{6})\b", part)) for part in (light, dark)]
    return dict(zip(("light", "dark"), read, strict=True))


PALETTES = palettes()
in_both_palettes = pytest.mark.parametrize("palette", PALETTES)

MARKS = [
    "--figure-ink",  # also ties between units
    "--figure-pale",  # ties within units
    "--figure-soft",  # also the stops of a line
    "--figure-accent",
    "--figure-warm",
    *(f"--figure-unit-{i}" for i in range(1, 9)),
]
TEXT = ["--figure-ink", "--figure-soft"]
QUIET = {
    "--figure-line",  # rules and grids, which carry nothing
    "--figure-paper",  # the background itself
}


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_ratio_is_that_of_the_guidelines() -> None:
    # 21:1 for black on white is the definition's own greatest; #767676 is the lightest grey that
    # reaches 4.5:1 on white (WebAIM).
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") >= 4.5 > contrast("#777777", "#ffffff")


@in_both_palettes
@pytest.mark.parametrize("variable", MARKS)
def test_marks_stand_out_from_the_card(palette: str, variable: str) -> None:
    colours = PALETTES[palette]
    assert contrast(colours[variable], colours["--card"]) >= 3


@in_both_palettes
@pytest.mark.parametrize("variable", TEXT)
def test_text_in_a_figure_can_be_read(palette: str, variable: str) -> None:
    colours = PALETTES[palette]
    for background in ("--card", "--figure-paper"):
        assert contrast(colours[variable], colours[background]) >= 4.5


@in_both_palettes
@pytest.mark.parametrize(
    ("text", "background"),
    [
        ("--ink", "--paper"),
        ("--ink", "--card"),
        ("--soft", "--paper"),
        ("--soft", "--card"),
        ("--accent", "--paper"),
        ("--accent", "--card"),
        ("--warm", "--card"),
        ("--ink", "--accent-soft"),
        ("--ink", "--warm-soft"),
        ("--accent", "--accent-soft"),
        ("--on-accent", "--accent"),
    ],
)
def test_text_on_the_card_can_be_read(palette: str, text: str, background: str) -> None:
    assert contrast(PALETTES[palette][text], PALETTES[palette][background]) >= 4.5


@in_both_palettes
@pytest.mark.parametrize("edge", ["--edge", "--focus", "--accent"])
def test_the_edges_of_controls_and_the_focus_stand_out(palette: str, edge: str) -> None:
    for background in ("--card", "--paper"):
        assert contrast(PALETTES[palette][edge], PALETTES[palette][background]) >= 3


def test_a_figure_is_drawn_in_the_light_palette() -> None:
    light = PALETTES["light"]
    assert {variable: light[variable] for variable in VARIABLES.values()} == {
        variable: colour for colour, variable in VARIABLES.items()
    }


def test_both_palettes_have_every_colour_and_every_colour_is_judged() -> None:
    assert set(PALETTES["light"]) == set(PALETTES["dark"])
    figure = {variable for variable in PALETTES["light"] if variable.startswith("--figure-")}
    assert figure == set(VARIABLES.values()) == {*MARKS, *TEXT} | QUIET


@in_both_palettes
def test_within_a_unit_is_paler_than_between(palette: str) -> None:
    card, pale, ink = (
        PALETTES[palette][f"--{name}"] for name in ("card", "figure-pale", "figure-ink")
    )
    assert contrast(ink, pale) >= 3
    assert contrast(pale, card) < contrast(ink, card)


def test_nobody_has_to_tell_units_apart_by_colour() -> None:
    assert len(UNITS) == len(SHAPES) == len(set(UNITS)) == len(set(SHAPES)) == 8


@in_both_palettes
def test_neighbours_on_the_ring_differ_in_colour(palette: str) -> None:
    units = [PALETTES[palette][f"--figure-unit-{i}"] for i in (*range(1, 9), 1)]
    assert all(one != other for one, other in pairwise(units))


def test_every_colour_of_the_settings_has_a_variable() -> None:
    named = {value for value in RC.values() if str(value).startswith("#")}
    constants = {value for name, value in vars(style).items() if str(value).startswith("#")}
    assert named <= set(VARIABLES)
    assert constants <= set(VARIABLES)


def test_the_page_draws_in_the_same_colours() -> None:
    text = (STATIC / "draw-parts.js").read_text(encoding="utf-8")
    named = {light: name for name, light in re.findall(r"var\((--[\w-]+), (#[0-9a-f]{6})\)", text)}
    assert named == {light: name for light, name in VARIABLES.items() if light not in UNITS}
    assert tuple(re.findall(r'^ +("#[0-9a-f]{6}".*)$', text, re.MULTILINE)) == (
        ", ".join(f'"{colour}"' for colour in UNITS) + ",",
    )
