"""The picture of ``timeline``."""

from course.figures.timeline import drawing
from course.figures.timeline.shape import Timeline
from course.plots.sheet import Page

WIDTH = drawing.WIDTH
"""How wide it is on a wide page, in points."""


def draw(figure: Timeline, language: str, width: float) -> Page:
    """The events in a language, so many points across."""
    events = [(event.year, event.text.in_language(language)) for event in figure.events]
    return drawing.draw(events, width=width)
