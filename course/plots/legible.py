"""Whether the words of a drawn figure are whole: none beyond its edge, none on another."""

from functools import lru_cache
from itertools import combinations

from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure as MplFigure
from matplotlib.font_manager import FontProperties
from matplotlib.text import Text
from matplotlib.transforms import Bbox

Placed = list[tuple[Text, Bbox]]
"""Lines of words, each with the box that it fills."""

_FINE = 8
_RENDERER = RendererAgg(10, 10, 72 * _FINE)  # type: ignore[no-untyped-call] # matplotlib's own
"""Measures in eighths of a point, where the rounding of letters to pixels does not show."""


def boxes(figure: MplFigure) -> Placed:
    """Each line of words with the box that it fills, in points from the bottom left corner."""
    return [(text, _box(text)) for text in figure.texts]


def _box(text: Text) -> Bbox:
    width, height, descent = _measured(text.get_text(), text.get_fontproperties())
    x, y = text.get_transform().transform(text.get_position())
    left = x - {"left": 0.0, "center": width / 2, "right": width}[text.get_horizontalalignment()]
    return Bbox.from_bounds(left, y - descent, width, height)


@lru_cache(maxsize=4096)
def _measured(words: str, font: FontProperties) -> tuple[float, ...]:
    """Width, height and descent: of a figure that is drawn twice many lines are the same."""
    measured = _RENDERER.get_text_width_height_descent(  # type: ignore[no-untyped-call]
        words, font, False
    )
    return tuple(side / _FINE for side in measured)


def clipped(figure: MplFigure, placed: Placed | None = None) -> list[str]:
    """Words that reach beyond the figure's edges; ``placed``: its boxes, if they are known."""
    width, height = figure.get_size_inches() * 72
    found = []
    for text, box in boxes(figure) if placed is None else placed:
        left, bottom, right, top = box.extents
        if left < -0.5 or bottom < -0.5 or right > width + 0.5 or top > height + 0.5:
            found.append(text.get_text())
    return found


def overlapping(figure: MplFigure, placed: Placed | None = None) -> list[tuple[str, str]]:
    """Words that stand on other words; a point may be shared, since lines stand close."""
    edges = [(text.get_text(), list(box.extents)) for text, box in placed or boxes(figure)]
    return [
        (one, other)
        for (one, a), (other, b) in combinations(edges, 2)
        if min(a[2], b[2]) - max(a[0], b[0]) > 1 and min(a[3], b[3]) - max(a[1], b[1]) > 2
    ]
