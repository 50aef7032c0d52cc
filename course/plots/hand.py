"""Any picture drawn with matplotlib: for notebooks and for paper, where no page draws it."""

from collections.abc import Callable
from typing import Any, Final

from matplotlib.figure import Figure as MplFigure

from course.plain import Json
from course.plots import calibration, crowd, curves, matrix, network, profile, stations, units
from course.plots.svg import to_svg

HANDS: Final[dict[str, Callable[[Any], MplFigure]]] = {
    "calibration": calibration.draw,
    "crowd": crowd.draw,
    "curves": curves.draw,
    "matrix": matrix.draw,
    "network": network.draw,
    "profile": profile.draw,
    "stations": stations.draw,
    "units": units.draw,
}
"""Who draws what, by the ``kind`` of a drawing (see ``course.plots.shapes``)."""


def svg(shown: Json) -> str:
    """A picture as one ``<svg>`` element, from its JSON (see ``Picture.as_json``).

    Raises KeyError for a kind of drawing that there is not.
    """
    drawing = shown["drawing"]
    return to_svg(
        HANDS[drawing["kind"]](drawing),
        name=shown["name"],
        title=shown["title"],
        description=shown["description"],
    )
