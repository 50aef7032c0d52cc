"""A sheet to draw on: points from the top left corner, and words that keep within their width.

The static figures of the lessons stand on it. They are drawn twice, for a wide page and for a
phone, so that their words are as large as the text around them on both.

Words are measured in DejaVu Sans, which matplotlib brings along. It is wider than the fonts that a
page shows them in, so what has room here has room there.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final, Literal

import matplotlib as mpl
from attrs import frozen
from matplotlib.figure import Figure as MplFigure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import FancyBboxPatch, Rectangle
from matplotlib.textpath import TextToPath
from matplotlib.transforms import Affine2D

from course.plots.style import ACCENT, INK, LINE, PAPER, RC

WIDE: Final = 640
"""Points across a figure for a wide page."""

NARROW: Final = 280
"""Points across a figure for a phone: as many pixels as the text column of a page of 320."""

WORDS: Final = 14
"""The size of words, in points. Nothing is written smaller than ``SMALL``."""

SMALL: Final = 13

LEADING: Final = 1.25
"""From one line of words to the next, in sizes."""

_HAIR = 1e-9
"""What a sum of widths may differ by from the width of the whole, in points."""

_APART = re.compile(r" (?!\d{3}\b)|(?<!\d) ")
"""Where a line may end: at a space, but not inside 100 000."""

_VOWELS = frozenset("aeiouyåäöé")
_JOINTS = ("hets", "ings", "ions", "tets", "skaps")  # where Swedish compounds are put together

Side = Literal["left", "center", "right"]


@lru_cache(maxsize=4096)
def width_of(words: str, size: float = WORDS, bold: bool = False) -> float:
    """How wide words are, in points."""
    font = FontProperties(family="DejaVu Sans", size=size, weight="bold" if bold else "normal")
    width, _, _ = TextToPath().get_text_width_height_descent(words, font, ismath=False)
    return float(width)


def lines_of(words: str, room: float, size: float = WORDS, bold: bool = False) -> list[str]:
    """The words in lines that are at most ``room`` points wide.

    A word that is too long for a line of its own is divided with a hyphen.

    >>> lines_of("ett ord till", 60)
    ['ett ord', 'till']

    A sum stays on one line:

    >>> lines_of("Över 100 000 kr", 90)
    ['Över', '100 000 kr']
    """
    lines: list[str] = []
    line, across, space = "", 0.0, width_of(" ", size, bold)
    for word in _APART.split(" ".join(words.split())):
        # A line is as wide as its words and spaces, which are measured once for all lines.
        longer = across + space * bool(line) + width_of(word, size, bold)
        if longer <= room + _HAIR:
            line, across = f"{line} {word}".strip(), longer
            continue
        if line:
            lines.append(line)
        while width_of(word, size, bold) > room:
            at = _division(word, room, size, bold)
            lines.append(word[:at] + "-")
            word = word[at:]
        line, across = word, width_of(word, size, bold)
    return [*lines, line] if line else lines


def _division(word: str, room: float, size: float, bold: bool) -> int:
    """Where to divide a word: at a joint, or as late as it fits, before a consonant and a vowel."""
    fits = [n for n in range(1, len(word)) if width_of(word[:n] + "-", size, bold) <= room]
    joints = [n for n in fits if word[:n].lower().endswith(_JOINTS)]
    spoken = [
        n
        for n in fits
        if 3 <= n <= len(word) - 3
        and word[n].lower() not in _VOWELS
        and word[n + 1].lower() in _VOWELS
    ]
    return max(joints or spoken or fits or [1])


@frozen
class Box:
    """Where something stands: its left, top, right and bottom edge, in points."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether two boxes overlap."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


class Sheet:
    """A sheet of a given width, whose height is told when everything stands on it."""

    def __init__(self, width: float) -> None:
        self.width = width
        self.place = Affine2D().scale(1, -1)
        with mpl.rc_context(RC):
            self.figure = MplFigure(dpi=72)

    def write(
        self,
        words: str,
        left: float,
        top: float,
        room: float | None = None,
        *,
        size: float = WORDS,
        bold: bool = False,
        colour: str = INK,
        side: Side = "left",
    ) -> float:
        """Write words below ``top``, in as many lines as they need; gives where the last ends.

        ``left`` is the left edge of the words, their middle or their right edge, as ``side`` says.
        Each line is an artist of its own, so that it stays aligned in another font. Everything that
        ``RC`` says of words is said here: to enter matplotlib's context copies all its settings,
        which for each line took a third of the time that a figure takes.
        """
        lines = [words] if room is None else lines_of(words, room, size, bold)
        for n, line in enumerate(lines):
            self.figure.text(
                left,
                top + size * (LEADING * n + 0.95),
                line,
                transform=self.place,
                ha=side,
                va="baseline",
                fontfamily="sans-serif",
                fontsize=size,
                fontweight="bold" if bold else "normal",
                color=colour,
                parse_math=False,
            )
        return top + size * LEADING * len(lines)

    def line(
        self,
        points: Sequence[tuple[float, float]],
        *,
        colour: str = LINE,
        width: float = 1,
        dashes: Any = "-",
        behind: bool = False,
    ) -> None:
        """A line through points."""
        x, y = zip(*points, strict=True)
        self._add(
            Line2D(
                x,
                y,
                color=colour,
                linewidth=width,
                linestyle=dashes,
                solid_capstyle="round",
                solid_joinstyle="round",
                dash_capstyle="butt",
                zorder=1 if behind else 2,
                transform=self.place,
            )
        )

    def mark(
        self, x: float, y: float, *, shape: str = "o", size: float = 8, colour: str = ACCENT
    ) -> None:
        """A marker about a point, with an edge in the colour of the paper."""
        self._add(
            Line2D(
                [x],
                [y],
                linestyle="none",
                marker=shape,
                markersize=size,
                color=colour,
                markeredgecolor=PAPER,
                markeredgewidth=1,
                zorder=3,
                transform=self.place,
            )
        )

    def box(
        self,
        box: Box,
        *,
        fill: str | None = None,
        edge: str | None = None,
        rounding: float = 0,
    ) -> None:
        """A filled or outlined box, with round corners if asked for."""
        width, height = box.right - box.left, box.bottom - box.top
        style: dict[str, Any] = {
            "facecolor": fill or "none",
            "edgecolor": edge or "none",
            "linewidth": 1 if edge else 0,
            "zorder": 1,
            "transform": self.place,
        }
        if rounding:
            shape = f"round,pad=0,rounding_size={rounding}"
            patch = FancyBboxPatch((box.left, box.top), width, height, boxstyle=shape, **style)
            self._add(patch)
        else:
            self._add(Rectangle((box.left, box.top), width, height, **style))

    def _add(self, artist: Any) -> None:
        self.figure.add_artist(artist)

    def finished(self, height: float) -> MplFigure:
        """The figure, as high as what stands on it."""
        self.place.translate(0, height)
        self.figure.set_size_inches(self.width / 72, height / 72)
        return self.figure
