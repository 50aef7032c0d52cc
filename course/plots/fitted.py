"""Counts of one's own and the Bass curve that fits them, as curves."""

from math import ceil

from course.models.fitted import BassFit
from course.plots.shapes import Curves
from course.plots.shapes.curves import axis

_POINTS = 60


def fitted(fit: BassFit, *, across: str, up: str, counted: str, curve: str) -> Curves:
    """What to draw of a fit: the curve first, half as far again as was counted, then the counts.

    ``across`` and ``up`` name the axes, ``counted`` and ``curve`` the two. To see it in a notebook,
    give it to `course.plots.curves.draw`.

    >>> from course.models.fitted import fit_bass
    >>> from course.plots.curves import draw
    >>> fit = fit_bass([1, 2, 3, 4, 5, 6], [4, 11, 22, 37, 52, 64], potential=80)
    >>> drawing = fitted(fit, across="Years", up="Units", counted="counted", curve="Bass")
    >>> len(drawing["curves"]), len(draw(drawing).axes[0].lines)
    (2, 2)
    """
    last = 1.5 * float(fit.times[-1])
    times = [last * point / _POINTS for point in range(_POINTS + 1)]
    highest = max(fit.potential, float(fit.adopters[-1]))
    along = {at: f"{at:g}" for at in range(0, ceil(last) + 1, max(1, ceil(last / 5)))}
    upwards = {round(highest * part / 4): f"{round(highest * part / 4)}" for part in range(5)}
    return {
        "kind": "curves",
        "across": axis(across, 0, last, along),
        "up": axis(up, 0, 1.05 * highest, upwards),
        "curves": [
            {"text": curve, "across": times, "up": fit.curve(times).tolist(), "every": _POINTS + 1},
            {
                "text": counted,
                "across": fit.times.tolist(),
                "up": fit.adopters.tolist(),
                "every": 1,
            },
        ],
        "notes": [],
    }
