"""A drawn figure as a reader meets it: its words, where they stand, and what is out of place."""

from itertools import combinations

from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure as MplFigure
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from course.plots.sheet import NARROW

PAGE = 320 - 2 * 18
"""Pixels across the text column of a page of 320 pixels, whose margin is 1 rem of 18 pixels."""


def words(figure: MplFigure) -> list[str]:
    """Everything that is written, line by line, from the top down."""
    placed = [(box.y0, box.x0, text.get_text()) for text, box in boxes(figure)]
    return [words for _, _, words in sorted(placed, key=lambda one: (-one[0], one[1]))]


def running(figure: MplFigure) -> str:
    """The same as running text, with divided words whole again."""
    return " ".join(text.get_text() for text in figure.texts).replace("- ", "")


_FINE = 8
_RENDERER = RendererAgg(10, 10, 72 * _FINE)
"""Measures in eighths of a point, where the rounding of letters to pixels does not show."""


def boxes(figure: MplFigure) -> list[tuple[Text, Bbox]]:
    """Each line of words with the box that it fills, in points from the bottom left corner."""
    return [(text, _box(text)) for text in figure.texts]


def _box(text: Text) -> Bbox:
    measured = _RENDERER.get_text_width_height_descent(
        text.get_text(), text.get_fontproperties(), False
    )
    width, height, descent = (side / _FINE for side in measured)
    x, y = text.get_transform().transform(text.get_position())
    left = x - {"left": 0.0, "center": width / 2, "right": width}[text.get_ha()]
    return Bbox.from_bounds(left, y - descent, width, height)


def lines(figure: MplFigure) -> list[Line2D]:
    """Every line and marker."""
    return [artist for artist in figure.artists if isinstance(artist, Line2D)]


def clipped(figure: MplFigure) -> list[str]:
    """Words that reach beyond the figure's edges."""
    width, height = figure.get_size_inches() * 72
    return [
        text.get_text()
        for text, box in boxes(figure)
        if box.x0 < -0.5 or box.y0 < -0.5 or box.x1 > width + 0.5 or box.y1 > height + 0.5
    ]


def overlapping(figure: MplFigure) -> list[tuple[str, str]]:
    """Words that stand on other words; a point may be shared, since lines stand close."""
    return [
        (one.get_text(), other.get_text())
        for (one, a), (other, b) in combinations(boxes(figure), 2)
        if min(a.x1, b.x1) - max(a.x0, b.x0) > 1 and min(a.y1, b.y1) - max(a.y0, b.y0) > 2
    ]


def smallest_on_a_phone(figure: MplFigure) -> float:
    """The size of the smallest words in pixels where the page is 320 wide."""
    assert round(figure.get_size_inches()[0] * 72) == NARROW
    return min(float(text.get_fontsize()) for text in figure.texts) * PAGE / NARROW


def bold(figure: MplFigure) -> set[str]:
    """What is written in bold."""
    return {text.get_text() for text in figure.texts if text.get_fontweight() == "bold"}
