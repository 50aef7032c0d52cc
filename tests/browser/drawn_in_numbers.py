"""What a drawing must show, in its own terms, to hold two hands that draw it to the same numbers.

Each kind of drawing becomes a dict of plain values: places along an axis as shares of its length,
people by their number. What `course.plots.hand` draws is read back into the same dict in
``drawn_by_matplotlib.py``, and what the page draws in ``drawn_by_the_page.py``.
"""

from math import dist, sqrt

from course.plots import crowd as plots_crowd
from course.plots import curves as plots_curves
from course.plots.style import UNITS

NEAR = 0.012
"""What two places may differ by: about a pixel of an axis that is a hundred long."""


def told(drawing):
    """The drawing's numbers and words, as they are to be seen."""
    return KINDS[drawing["kind"]](drawing)


def whole(texts):
    """Words in alphabetical order, with lines put together."""
    return sorted(" ".join(text.split()) for text in texts)


def _axis(axis):
    return [(tick["at"], tick["text"]) for tick in axis["ticks"]]


def _curves(drawing):
    curves = drawing["curves"]
    points = [shares(drawing, zip(one["across"], one["up"], strict=True)) for one in curves]
    return {
        "lines": points,
        "marks": [each[:: curve["every"]] for curve, each in zip(curves, points, strict=True)],
        "colours": [colour for colour, _, _ in plots_curves.STYLES[: len(curves)]],
        "rings": shares(drawing, [(note["across"], note["up"]) for note in drawing["notes"]]),
        "across": _axis(drawing["across"]),
        "up": _axis(drawing["up"]),
        "words": whole(
            [drawing["across"]["text"], drawing["up"]["text"]]
            + [one["text"] for one in [*curves, *drawing["notes"]]]
        ),
    }


def shares(drawing, points):
    """Points of curves as shares of the two axes."""
    return [
        tuple(
            (value - axis["lowest"]) / (axis["highest"] - axis["lowest"])
            for value, axis in zip(point, (drawing["across"], drawing["up"]), strict=True)
        )
        for point in points
    ]


def _crowd(drawing):
    columns, groups, place = drawing["columns"], [], 0
    for group in drawing["groups"]:
        places = [(at % columns, at // columns) for at in range(place, place + group["n"])]
        place += group["n"]
        groups.append((plots_crowd.STYLES[group["style"]][0], places))
    return {
        # A group of nobody has no marks to be read.
        "groups": [group for group in groups if group[1]],
        "key": [
            plots_crowd.STYLES[group["style"]][0] for group in drawing["groups"] if group["text"]
        ],
        "words": whole(
            [group["text"] for group in drawing["groups"] if group["text"]]
            + [str(number) for number in drawing.get("numbers", [])]
        ),
    }


def _stations(drawing):
    return {
        "key": [plots_crowd.STYLES[one["style"]][0] for one in drawing["stations"]],
        "standing": [
            [(n % drawing["columns"], n // drawing["columns"]) for n in range(len(one["who"]))]
            for one in drawing["stations"]
        ],
        "words": whole(one["text"] for one in drawing["stations"]),
    }


def _network(drawing):
    people = drawing["people"]
    unit = [person["unit"] for person in people]
    roots = [sqrt(person["weight"] or 0) for person in people]
    return {
        "people": list(zip((UNITS[one] for one in unit), relative(roots), strict=True)),
        "within": pairs((a, b) for a, b in drawing["ties"] if unit[a] == unit[b]),
        "between": pairs((a, b) for a, b in drawing["ties"] if unit[a] != unit[b]),
        "words": whole(
            [one["text"] for one in drawing["units"]]
            + [people[person]["name"] for person in drawing["named"]]
        ),
    }


def _units(drawing):
    linked = {person for tie in drawing["ties"] for person in tie}
    sizes = [
        person.get("solved", float(n in linked)) + 1 for n, person in enumerate(drawing["people"])
    ]
    return {
        "people": [
            (UNITS[person["unit"]], size)
            for person, size in zip(drawing["people"], relative(sizes), strict=True)
        ],
        "ties": pairs(drawing["ties"]),
        "rings": [(unit, drawing["radius"]) for unit in range(len(drawing["units"]))],
        "letters": [(one["text"], one["x"], one["y"]) for one in drawing["units"]],
    }


def pairs(ties):
    """Ties in an order that does not depend on how they are drawn."""
    return sorted(tuple(sorted(tie)) for tie in ties)


def nearest(things):
    """A function from a place to the number of the thing that stands there, which one must."""

    def number(x, y):
        apart, n = min((dist((x, y), (one["x"], one["y"])), n) for n, one in enumerate(things))
        assert apart < NEAR, f"nobody stands at {x}, {y}"
        return n

    return number


def relative(sizes):
    """Sizes from 0 for the smallest to 1 for the largest; all 0 where they are equal."""
    low, high = min(sizes), max(sizes)
    return [(size - low) / (high - low) if high > 1.02 * low else 0.0 for size in sizes]


def _matrix(drawing):
    names, most = drawing["names"], max(map(max, drawing["shares"]))
    order = range(len(names))
    cells = [(i, j) for i in order for j in order if drawing["ties"][i][j]]
    return {
        "numbers": {(i, j): str(drawing["ties"][i][j]) for i, j in cells},
        "areas": {(i, j): drawing["shares"][i][j] / most for i, j in cells},
        "rows": names,
        "columns": names,
    }


def _profile(drawing):
    areas = drawing["areas"]
    return {
        "now": [(n, area["mean"]) for n, area in enumerate(areas) if area["mean"] is not None],
        "then": [(n, area["before"]) for n, area in enumerate(areas) if area["before"] is not None],
        "words": whole([area["text"] for area in areas] + drawing["ends"] + drawing["times"]),
    }


def _calibration(drawing):
    return {
        "levels": [(one["sure"] / 100, one["right"] / one["n"]) for one in drawing["levels"]],
        "sizes": relative([sqrt(one["n"]) for one in drawing["levels"]]),
        "across": [(at, str(at)) for at in (50, 75, 100)],
        "up": [(at, str(at)) for at in (0, 50, 100)],
        "words": whole([drawing["across"], drawing["up"], drawing["agree"]]),
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
