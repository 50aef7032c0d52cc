"""The picture of ``timeline``, drawn by matplotlib."""

from matplotlib.figure import Figure as MplFigure

from course.figures.timeline import drawing
from course.figures.timeline.shape import Timeline

WIDTH = drawing.WIDTH
"""How wide it is on a wide page, in points."""


def draw(figure: Timeline, language: str, width: float) -> MplFigure:
    """The events in a language, so many points across."""
    events = [(event.year, event.text.in_language(language)) for event in figure.events]
    return drawing.draw(events, width=width)
