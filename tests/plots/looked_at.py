"""A drawn figure as a reader meets it: its words, where they stand, and what is out of place."""

from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure as MplFigure
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from course.plots import legible
from course.plots.sheet import NARROW, Box

__all__ = [
    "bold",
    "boxes",
    "clipped",
    "lines",
    "overlapping",
    "running",
    "smallest_on_a_phone",
    "words",
]

PAGE = 320 - 2 * 18
"""Pixels across the text column of a page of 320 pixels, whose margin is 1 rem of 18 pixels."""


FINE = 8
RENDERER = RendererAgg(10, 10, 72 * FINE)
"""Measures in eighths of a point, where the rounding of letters to pixels does not show."""


def boxes(figure: MplFigure) -> list[tuple[Text, Bbox]]:
    """Each line of words with the box that it is drawn in, in points from the bottom left."""
    return [(text, _box(text)) for text in figure.texts]


def _box(text: Text) -> Bbox:
    drawn = RENDERER.get_text_width_height_descent(
        text.get_text(), text.get_fontproperties(), False
    )
    width, height, descent = (side / FINE for side in drawn)
    x, y = text.get_transform().transform(text.get_position())
    left = x - {"left": 0.0, "center": width / 2, "right": width}[text.get_horizontalalignment()]
    return Bbox.from_bounds(left, y - descent, width, height)


def _placed(figure: MplFigure) -> legible.Placed:
    return [(text.get_text(), Box(b.x0, b.y1, b.x1, b.y0)) for text, b in boxes(figure)]


def clipped(figure: MplFigure) -> list[str]:
    """Words that reach beyond the edges."""
    return legible.clipped(_placed(figure), *figure.get_size_inches() * 72)


def overlapping(figure: MplFigure) -> list[tuple[str, str]]:
    """Words that stand on other words."""
    return legible.overlapping(_placed(figure))


def words(figure: MplFigure) -> list[str]:
    """Everything that is written, line by line, from the top down."""
    placed = [(box.y0, box.x0, text.get_text()) for text, box in boxes(figure)]
    return [words for _, _, words in sorted(placed, key=lambda one: (-one[0], one[1]))]


def running(figure: MplFigure) -> str:
    """The same as running text, with divided words whole again."""
    return " ".join(text.get_text() for text in figure.texts).replace("- ", "")


def lines(figure: MplFigure) -> list[Line2D]:
    """Every line and marker."""
    return [artist for artist in figure.artists if isinstance(artist, Line2D)]


def smallest_on_a_phone(figure: MplFigure) -> float:
    """The size of the smallest words in pixels where the page is 320 wide."""
    assert round(figure.get_size_inches()[0] * 72) == NARROW
    return min(float(text.get_fontsize()) for text in figure.texts) * PAGE / NARROW


def bold(figure: MplFigure) -> set[str]:
    """What is written in bold."""
    return {text.get_text() for text in figure.texts if text.get_fontweight() == "bold"}
