"""The hand that draws every figure: colours, shapes, sizes.

A figure is drawn in the light palette. ``course.plots.svg`` writes each colour as a CSS variable
with that colour as its fallback, so that the page's dark palette reaches into the figure.
"""

from typing import Any, Final

INK: Final = "#1d282d"
SOFT: Final = "#55636a"
LINE: Final = "#dad8cf"
PALE: Final = "#879391"
PAPER: Final = "#ffffff"
ACCENT: Final = "#0a6b6b"
WARM: Final = "#8a4b08"

UNITS: Final = (
    "#0b6e6e",
    "#b4540a",
    "#5b4b9a",
    "#2f6db5",
    "#8a1c4a",
    "#5e6b1d",
    "#a67c00",
    "#37474f",
)
"""Colours for up to eight units; neighbours differ in lightness, and in shape."""

SHAPES: Final = ("o", "s", "^", "D", "v", "p", "h", "P")
"""A marker for each unit: nobody has to tell units apart by colour."""

VARIABLES: Final = {
    INK: "--figure-ink",
    SOFT: "--figure-soft",
    LINE: "--figure-line",
    PALE: "--figure-pale",
    PAPER: "--figure-paper",
    ACCENT: "--figure-accent",
    WARM: "--figure-warm",
    **{colour: f"--figure-unit-{i}" for i, colour in enumerate(UNITS, start=1)},
}
"""The CSS variable of each colour."""

RC: Final[Any] = {
    "svg.fonttype": "none",  # text stays text: the page's own font, and readable by machines
    "svg.hashsalt": "course",  # the same figure gives the same bytes
    "path.simplify": False,
    "font.family": "sans-serif",
    "font.size": 9,
    "text.color": INK,
    "axes.edgecolor": LINE,
    "axes.labelcolor": SOFT,
    "xtick.color": SOFT,
    "ytick.color": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
}
"""matplotlib's settings for every figure."""
