"""Whether the words of a page are whole: none beyond its edge, none on another."""

from collections.abc import Iterable
from itertools import combinations

from course.plots.sheet import Box, Page

Placed = list[tuple[str, Box]]
"""Lines of words, each with the box that it fills."""


def placed(page: Page) -> Placed:
    """Each line of a page with its box, in points from the bottom left corner."""
    return [(line.words, line.box) for line in page.lines]


def clipped(lines: Iterable[tuple[str, Box]], width: float, height: float) -> list[str]:
    """Words that reach beyond the edges of a page of that size, in points."""
    return [
        words
        for words, box in lines
        if box.left < -0.5 or box.bottom < -0.5 or box.right > width + 0.5 or box.top > height + 0.5
    ]


def overlapping(lines: Iterable[tuple[str, Box]]) -> list[tuple[str, str]]:
    """Words that stand on other words; a point may be shared, since lines stand close."""
    return [
        (one, other)
        for (one, a), (other, b) in combinations(lines, 2)
        if min(a.right, b.right) - max(a.left, b.left) > 1
        and min(a.top, b.top) - max(a.bottom, b.bottom) > 2
    ]
