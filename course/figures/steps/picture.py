"""The picture of ``steps``."""

from course.figures.steps import drawing
from course.figures.steps.shape import Steps, way_back
from course.plots.sheet import Page


def draw(figure: Steps, language: str, width: float) -> Page:
    """Steps in a language, so many points across."""
    shown = [
        drawing.Stage(
            one.text.in_language(language), one.note.in_language(language) if one.note else ""
        )
        for one in figure.steps
    ]
    back = None
    if figure.loop:
        back = drawing.Back(figure.loop.start - 1, figure.loop.end - 1, way_back(figure, language))
    return drawing.draw(shown, back, width=width)
