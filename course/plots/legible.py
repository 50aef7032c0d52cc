"""Whether the words of a drawn figure are whole: none beyond its edge, none on another."""

from itertools import combinations

from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure as MplFigure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

_FINE = 8
_RENDERER = RendererAgg(10, 10, 72 * _FINE)  # type: ignore[no-untyped-call] # matplotlib's own
"""Measures in eighths of a point, where the rounding of letters to pixels does not show."""


def boxes(figure: MplFigure) -> list[tuple[Text, Bbox]]:
    """Each line of words with the box that it fills, in points from the bottom left corner."""
    return [(text, _box(text)) for text in figure.texts]


def _box(text: Text) -> Bbox:
    measured = _RENDERER.get_text_width_height_descent(  # type: ignore[no-untyped-call]
        text.get_text(), text.get_fontproperties(), False
    )
    width, height, descent = (side / _FINE for side in measured)
    x, y = text.get_transform().transform(text.get_position())
    left = x - {"left": 0.0, "center": width / 2, "right": width}[text.get_horizontalalignment()]
    return Bbox.from_bounds(left, y - descent, width, height)


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
