"""A sheet to draw on: points from the top left corner, and words that keep within their width.

The static figures of the lessons stand on it. They are drawn twice, for a wide page and for a
phone, so that their words are as large as the text around them on both.

Words are measured in DejaVu Sans, which matplotlib brings along. It is wider than the fonts that a
page shows them in, so what has room here has room there.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, Literal

import matplotlib as mpl
from attrs import evolve, frozen
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextToPath
from matplotlib.transforms import Affine2D

from course.plots.style import ACCENT, INK, LINE, PAPER, RC

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure as MplFigure
    from matplotlib.transforms import Transform

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

_DRAWN = 1.0027
"""How much wider a line is drawn than its words are long, since letters stand on whole pixels."""

_APART = re.compile(r"[ \n]+")
"""Where a line may end: not at the space in 100\u00a0000, which the words have from typesetting."""

_VOWELS = frozenset("aeiouyåäöé")
_JOINTS = ("hets", "ings", "ions", "tets", "skaps")  # where Swedish compounds are put together

Side = Literal["left", "center", "right"]


def width_of(words: str, size: float = WORDS, bold: bool = False) -> float:
    """How wide words are, in points."""
    return extent_of(words, size, bold)[0]


@lru_cache(maxsize=4096)
def extent_of(words: str, size: float = WORDS, bold: bool = False) -> tuple[float, float, float]:
    """How wide words are, and how far they reach above and below their baseline, in points."""
    font = FontProperties(family="DejaVu Sans", size=size, weight="bold" if bold else "normal")
    width, height, below = TextToPath().get_text_width_height_descent(words, font, ismath=False)
    return float(width), float(height - below), float(below)


def lines_of(words: str, room: float, size: float = WORDS, bold: bool = False) -> list[str]:
    r"""The words in lines that are at most ``room`` points wide.

    A word that is too long for a line of its own is divided with a hyphen.

    >>> lines_of("ett ord till", 60)
    ['ett ord', 'till']

    A sum stays on one line:

    >>> lines_of("Över 100\u00a0000 kr", 90)
    ['Över', '100\xa0000 kr']
    """
    lines: list[str] = []
    line, across, space = "", 0.0, width_of(" ", size, bold)
    for word in _APART.split(words.strip()):
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


@frozen
class Line:
    """A line of words: where it stands, from the bottom left corner up, in points.

    ``x`` is its left edge, its middle or its right edge, as ``side`` says; ``y`` its baseline.
    """

    words: str
    x: float
    y: float
    size: float
    bold: bool
    side: Side
    colour: str

    @property
    def box(self) -> Box:
        """What it fills, ``bottom`` lower than ``top``.

        It is as wide as its words and the spaces between, most of which were measured before.
        """
        words = [extent_of(one, self.size, self.bold) for one in self.words.split(" ")]
        widths, above, below = zip(*words, strict=True)
        spaces = (len(words) - 1) * width_of(" ", self.size, self.bold)
        width = _DRAWN * (sum(widths) + spaces)
        left = self.x - {"left": 0.0, "center": width / 2, "right": width}[self.side]
        return Box(left, self.y + max(above), left + width, self.y - max(below))


@frozen
class Page:
    """What a sheet holds when everything stands on it, ``width`` by ``height`` points.

    Whether its words have room is seen without matplotlib's figure, which takes as long to load and
    to make as all else of a picture.
    """

    width: float
    height: float
    lines: tuple[Line, ...]
    _marks: tuple[Callable[["Transform"], "Artist"], ...]

    def figure(self) -> "MplFigure":
        """The page, drawn by matplotlib.

        Each line of words is an artist of its own, so that it stays aligned in another font.
        Everything that ``RC`` says of words is said here: to enter matplotlib's context copies all
        its settings, which for each line took a third of the time that a figure takes.
        """
        from matplotlib.figure import Figure

        with mpl.rc_context(RC):
            figure = Figure(dpi=72)
        place = Affine2D().scale(1, -1).translate(0, self.height)
        for line in self.lines:
            figure.text(
                line.x,
                self.height - line.y,
                line.words,
                transform=place,
                ha=line.side,
                va="baseline",
                fontfamily="sans-serif",
                fontsize=line.size,
                fontweight="bold" if line.bold else "normal",
                color=line.colour,
                parse_math=False,
            )
        for mark in self._marks:
            figure.add_artist(mark(place))
        figure.set_size_inches(self.width / 72, self.height / 72)
        return figure


class Sheet:
    """A sheet of a given width, whose height is told when everything stands on it."""

    def __init__(self, width: float) -> None:
        self.width = width
        self._lines: list[Line] = []
        self._marks: list[Callable[[Transform], Artist]] = []

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
        """
        lines = [words] if room is None else lines_of(words, room, size, bold)
        for n, line in enumerate(lines):
            down = top + size * (LEADING * n + 0.95)
            self._lines.append(Line(line, left, -down, size, bold, side, colour))
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
        style = {"color": colour, "linewidth": width, "linestyle": dashes}
        ends = {"solid_capstyle": "round", "solid_joinstyle": "round", "dash_capstyle": "butt"}
        self._add("lines.Line2D", x, y, **style, **ends, zorder=1 if behind else 2)

    def mark(
        self, x: float, y: float, *, shape: str = "o", size: float = 8, colour: str = ACCENT
    ) -> None:
        """A marker about a point, with an edge in the colour of the paper."""
        edge = {"markeredgecolor": PAPER, "markeredgewidth": 1}
        style = {"linestyle": "none", "marker": shape, "markersize": size, "color": colour}
        self._add("lines.Line2D", [x], [y], **style, **edge, zorder=3)

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
        }
        if rounding:
            style["boxstyle"] = f"round,pad=0,rounding_size={rounding}"
        kind = "patches.FancyBboxPatch" if rounding else "patches.Rectangle"
        self._add(kind, (box.left, box.top), width, height, **style)

    def _add(self, kind: str, *given: Any, **style: Any) -> None:
        """Have one of matplotlib's artists made, when the page is drawn."""

        def made(place: "Transform") -> "Artist":
            module, _, name = kind.partition(".")
            artist = getattr(import_module(f"matplotlib.{module}"), name)
            drawn: Artist = artist(*given, **style, transform=place)
            return drawn

        self._marks.append(made)

    def finished(self, height: float) -> Page:
        """The page, as high as what stands on it."""
        lines = tuple(evolve(line, y=height + line.y) for line in self._lines)
        return Page(self.width, height, lines, tuple(self._marks))
