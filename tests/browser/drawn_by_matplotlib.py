"""What matplotlib has put on a figure, read back from its artists into the drawing's own terms."""

import numpy as np
from drawn_in_numbers import nearest, pairs, relative, whole
from matplotlib.colors import to_hex
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, PathPatch, Rectangle

from course.plots import crowd, network, stations, units
from course.plots.style import ACCENT, INK, PALE, WARM


def read(drawing, figure):
    """The numbers and words of a figure that was drawn from a drawing."""
    return KINDS[drawing["kind"]](drawing, figure)


def _points(line):
    x, y = line.get_data()
    return [(float(a), float(b)) for a, b in zip(x, y, strict=True)]


def _ticks(at, labels):
    return [(float(place), label.get_text()) for place, label in zip(at, labels, strict=True)]


def _axis_of(axes):
    return {
        "across": _ticks(axes.get_xticks(), axes.get_xticklabels()),
        "up": _ticks(axes.get_yticks(), axes.get_yticklabels()),
    }


def _curves(drawing, figure):
    (axes,) = figure.axes
    curves = [line for line in axes.lines if len(_points(line)) > 1]
    curves.reverse()  # the first is drawn last, above the others
    rings = [line for line in axes.lines if line not in curves]
    points = [_shares(axes, _points(line)) for line in curves]
    return {
        "lines": points,
        "marks": [each[:: line.get_markevery()] for each, line in zip(points, curves, strict=True)],
        "colours": [line.get_color() for line in curves],
        "rings": [point for ring in rings for point in _shares(axes, _points(ring))],
        **_axis_of(axes),
        "words": whole(text.get_text() for text in axes.texts),
    }


def _shares(axes, points):
    """Where points stand between the ends of the axes."""
    frame = axes.transAxes.inverted()
    return [tuple(frame.transform(axes.transData.transform(point)).tolist()) for point in points]


def _crowd(drawing, figure):
    lines = figure.findobj(Line2D)
    key = [line for line in lines if _points(line)[0][0] == 9 and len(_points(line)) == 1]
    groups = [line for line in lines if line not in key]
    step = crowd.WIDTH / drawing["columns"]
    top = max(y for line in groups for _, y in _points(line))
    return {
        "groups": [
            (
                line.get_markeredgecolor(),
                [(round(x / step - 0.5, 2), round((top - y) / step, 2)) for x, y in _points(line)],
            )
            for line in groups
        ],
        "key": [line.get_markeredgecolor() for line in key],
        "words": whole(text.get_text() for text in figure.texts),
    }


def _stations(drawing, figure):
    lines = figure.findobj(Line2D)
    key = [line for line in lines if _points(line)[0][0] == 9 and len(_points(line)) == 1]
    step = stations.WIDTH / drawing["columns"]
    floors = sorted(figure.findobj(Rectangle), key=lambda one: -one.get_y())
    floors = [one for one in floors if one.get_width() == stations.WIDTH - 1]
    standing = [[] for _ in floors]
    for x, y in (point for line in lines if line not in key for point in _points(line)):
        (place,) = [n for n, one in enumerate(floors) if 0 < y - one.get_y() < one.get_height()]
        top = floors[place].get_y() + floors[place].get_height()
        standing[place].append((round(x / step - 0.5, 1), round((top - y) / step - 0.5, 1)))
    return {
        "key": [line.get_markeredgecolor() for line in key],
        "standing": standing,
        "words": whole(text.get_text() for text in figure.texts),
    }


def _network(drawing, figure):
    person = _standing(drawing["people"], network._SCALE, [72 * one for one in network.SIZE])
    ties = {
        colour: [
            (person(*a), person(*b))
            for patch in figure.findobj(PathPatch)
            if to_hex(patch.get_edgecolor()) == colour
            for a, b in patch.get_path().vertices.reshape(-1, 2, 2)
        ]
        for colour in (PALE, INK)
    }
    return {
        "people": _people(figure, person),
        "within": pairs(ties[PALE]),
        "between": pairs(ties[INK]),
        "words": whole(text.get_text() for text in figure.texts),
    }


def _standing(things, scale, size):
    """A function from a point of the figure to the number of the thing that stands there."""
    number = nearest(things)
    return lambda x, y: number((x - size[0] / 2) / scale, (y - size[1] / 2) / scale)


def _people(figure, person):
    """Everybody's colour and size, in the order of their numbers."""
    found = {
        person(*at): (line.get_color(), line.get_markersize())
        for line in figure.findobj(Line2D)
        if line.get_linestyle() == "None"
        for at in _points(line)
    }
    colours, sizes = zip(*(found[n] for n in sorted(found)), strict=True)
    return list(zip(colours, relative(sizes), strict=True))


def _units(drawing, figure):
    size, scale = units.SIZE, units._SCALE
    person, unit = (_standing(drawing[what], scale, size) for what in ("people", "units"))
    lines = [line for line in figure.findobj(Line2D) if line.get_color() == INK]
    letters = [(text.get_text(), *text.get_position()) for text in figure.texts]
    return {
        "people": _people(figure, person),
        "ties": pairs([person(*at) for at in _points(line)] for line in lines),
        "rings": [(unit(*ring.center), ring.radius / scale) for ring in figure.findobj(Circle)],
        "letters": [
            (text, (x - size[0] / 2) / scale, (y - size[1] / 2) / scale) for text, x, y in letters
        ],
    }


def _matrix(drawing, figure):
    (axes,) = figure.axes
    (squares,) = axes.collections
    areas = {}
    for path in squares.get_paths():
        x, y = path.vertices[:4].mean(axis=0)
        side = float(np.ptp(path.vertices[:, 0]))
        areas[round(y + 0.08), round(x + 0.1)] = side**2
    numbers = {}
    for text in axes.texts:
        x, y = text.get_position()
        numbers[round(y), round(x)] = text.get_text()
    most = max(areas.values())
    return {
        "numbers": numbers,
        "areas": {cell: area / most for cell, area in areas.items() if area},
        # A long name stands on two lines beside its row.
        "rows": [" ".join(label.get_text().split()) for label in axes.get_yticklabels()],
        "columns": [label.get_text() for label in axes.get_xticklabels()],
    }


def _profile(drawing, figure):
    (axes,) = figure.axes

    def means(marker, colour):
        return sorted(
            (round(y), x)
            for line in axes.lines
            if line.get_marker() == marker and line.get_markeredgecolor() != "none"
            for x, y in _points(line)
            if y >= 0 and line.get_color() == colour
        )

    return {
        "now": means("o", ACCENT),
        "then": means("s", WARM),
        "words": whole(text.get_text() for text in axes.texts),
    }


def _calibration(drawing, figure):
    (axes,) = figure.axes
    levels = [line for line in axes.lines if line.get_marker() == "o"]
    return {
        "levels": [(x / 100, y / 100) for line in levels for x, y in _points(line)],
        "sizes": relative([line.get_markersize() for line in levels]),
        **_axis_of(axes),
        "words": whole(
            [axes.get_xlabel(), axes.get_ylabel()] + [text.get_text() for text in axes.texts]
        ),
    }


KINDS = {
    "calibration": _calibration,
    "crowd": _crowd,
    "curves": _curves,
    "matrix": _matrix,
    "network": _network,
    "profile": _profile,
    "stations": _stations,
    "units": _units,
}
