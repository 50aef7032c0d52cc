"""What a page shows of a drawing, read back from its pixels into the drawing's own terms."""

import re
from itertools import pairwise

from drawn_in_numbers import nearest, pairs, relative, shares, whole


def read(drawing, shown):
    """The numbers and words of an SVG that was drawn from a drawing (see ``drawn.js``)."""
    return KINDS[drawing["kind"]](drawing, shown)


def _hex(colour):
    return "#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", colour)[:3])


def _words(shown, kind=""):
    return [one for one in shown["words"] if one["kind"] == kind]


class Line:
    """An axis: where its values lie in pixels, which must be on a line, evenly apart."""

    def __init__(self, known):
        (self.low, self.start), *_, (self.high, self.end) = sorted(known)
        for at, pixel in known:
            assert abs(self.pixel(at) - pixel) < 0.6, "the axis is bent"

    def pixel(self, value):
        share = (value - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)

    def value(self, pixel):
        return self.low + (self.high - self.low) * (pixel - self.start) / (self.end - self.start)


def _axes(shown):
    ticks = {
        which: [(float(one["data"]["at"]), one) for one in _words(shown, f"tick-{which}")]
        for which in ("across", "up")
    }
    x = Line([(at, one["at"][0]) for at, one in ticks["across"]])
    y = Line([(at, one["at"][1]) for at, one in ticks["up"]])
    return x, y, {which: [(at, one["text"]) for at, one in each] for which, each in ticks.items()}


def _curves(drawing, shown):
    x, y, ticks = _axes(shown)
    levels = [one for one in shown["lines"] if one["kind"] == "level"]
    # Words are as high as their font; the lines beside them stand where the values are.
    y = Line([(float(one["data"]["at"]), one["middle"][1]) for one in levels])
    lines = [one for one in shown["lines"] if "curve" in one["data"]]
    lines.sort(key=lambda one: int(one["data"]["curve"]))
    marks = [
        [mark for mark in shown["marks"] if mark["data"].get("curve") == line["data"]["curve"]]
        for line in lines
    ]
    rings = [mark for mark in shown["marks"] if "curve" not in mark["data"]]
    for mark in [*rings, *(one for each in marks for one in each)]:
        assert abs(x.pixel(float(mark["data"]["across"])) - mark["at"][0]) < 0.6
        assert abs(y.pixel(float(mark["data"]["up"])) - mark["at"][1]) < 0.6

    def values(points):
        return shares(drawing, [(x.value(left), y.value(top)) for left, top in points])

    return {
        "lines": [values(line["pieces"][0]) for line in lines],
        "marks": [values(mark["at"] for mark in each) for each in marks],
        "colours": [_hex(line["stroke"]) for line in lines],
        "rings": values(ring["at"] for ring in rings),
        **ticks,
        "words": whole(one["text"] for one in shown["words"] if not one["kind"].startswith("tick")),
    }


def _crowd(drawing, shown):
    key = [mark for mark in shown["marks"] if "group" not in mark["data"]]
    marks = [mark for mark in shown["marks"] if "group" in mark["data"]]
    left, _, right, _ = shown["frame"]
    step = (right - left) / drawing["columns"]
    top = min(mark["at"][1] for mark in marks)
    groups = {}
    for mark in marks:
        x, y = mark["at"]
        at = (round((x - left) / step - 0.5, 2), round((y - top) / step, 2))
        groups.setdefault(mark["data"]["group"], (_mark_colour(mark), []))[1].append(at)
    return {
        "groups": list(groups.values()),
        "key": [_mark_colour(mark) for mark in key],
        "words": whole(one["text"] for one in shown["words"]),
    }


def _stations(drawing, shown):
    key = [mark for mark in shown["marks"] if "group" not in mark["data"]]
    boxes = shown["boxes"]
    step = boxes[0]["across"] / drawing["columns"]
    standing = [[] for _ in boxes]
    for mark in shown["marks"]:
        if "group" in mark["data"]:
            n = int(mark["data"]["group"])
            left, top = boxes[n]["corner"]
            at = ((mark["at"][0] - left) / step, (mark["at"][1] - top) / step)
            standing[n].append(tuple(round(one - 0.5, 1) for one in at))
    return {
        "key": [_mark_colour(mark) for mark in key],
        "standing": standing,
        "words": whole(one["text"] for one in shown["words"]),
    }


def _mark_colour(mark):
    """The colour that a mark is told by: of its outline, where it is open."""
    is_open = mark["fill"] in ("none", _PAPER)
    return _hex(mark["stroke"] if is_open else mark["fill"])


_PAPER = "rgb(255, 255, 255)"


class Ground:
    """The place of a pixel on a drawing with its middle at 0 and 0, the same scale both ways."""

    def __init__(self, drawing, shown):
        left, top, right, bottom = shown["frame"]
        self.middle = (left + right) / 2, (top + bottom) / 2
        self.marks = [mark for mark in shown["marks"] if "person" in mark["data"]]
        # As the two people who are furthest apart have it.
        people = list(zip(drawing["people"], self.marks, strict=True))
        low, high = (most(people, key=lambda one: one[0]["x"]) for most in (min, max))
        pixels = high[1]["at"][0] - low[1]["at"][0]
        self.scale = pixels / (high[0]["x"] - low[0]["x"])
        self.person = nearest(drawing["people"])

    def __call__(self, at):
        return (at[0] - self.middle[0]) / self.scale, (self.middle[1] - at[1]) / self.scale

    def people(self, drawing):
        """Everybody's colour and size, in the order of their numbers."""
        for n, mark in enumerate(self.marks):
            assert self.person(*self(mark["at"])) == n
        # Shapes differ in width: each mark is measured by the shape of its unit.
        sizes = [
            mark["across"] / _WIDTHS[person["unit"]]
            for mark, person in zip(self.marks, drawing["people"], strict=True)
        ]
        colours = [_mark_colour(mark) for mark in self.marks]
        return list(zip(colours, relative(sizes), strict=True))

    def ties(self, shown, kind):
        """The ties of a line, by the numbers of their people."""
        (line,) = [one for one in shown["lines"] if one["kind"] == kind]
        return pairs([self.person(*self(at)) for at in piece] for piece in line["pieces"])


_WIDTHS = [2, 2 * 1.24 * 0.7071, 1.36 * 1.7321, 2 * 1.24, 1.36 * 1.7321, 2 * 1.14 * 0.9511,
           2 * 1.1 * 0.866, 2 * 0.37 * 3]  # fmt: skip
"""How wide each unit's shape is, by hand from its corners, as large as a disc of radius 1."""


def _network(drawing, shown):
    ground = Ground(drawing, shown)
    people = {person["name"]: person for person in drawing["people"]}
    assert [mark["data"]["person"] for mark in ground.marks] == list(people)
    for name in _words(shown, "name"):
        x, y = ground(name["at"])
        assert abs(x - people[name["text"]]["x"]) < 0.02
        assert 0 < y - people[name["text"]]["y"] < 0.25  # above, and near
    return {
        "people": ground.people(drawing),
        "within": ground.ties(shown, "ties within"),
        "between": ground.ties(shown, "ties between"),
        "words": whole(one["text"] for one in shown["words"]),
    }


def _units(drawing, shown):
    ground = Ground(drawing, shown)
    unit = nearest(drawing["units"])
    rings = [mark for mark in shown["marks"] if mark["kind"] == "ring"]
    return {
        "people": ground.people(drawing),
        "ties": ground.ties(shown, "ties"),
        "rings": [(unit(*ground(ring["at"])), ring["across"] / 2 / ground.scale) for ring in rings],
        "letters": [(one["text"], *ground(one["at"])) for one in shown["words"]],
    }


def _matrix(drawing, shown):
    names = [one for one in shown["words"] if "row" not in one["data"]]
    rows, columns = names[: len(names) // 2], names[len(names) // 2 :]
    assert all(high["at"][1] > low["at"][1] for low, high in pairwise(rows))
    assert all(right["box"][0] > left["box"][0] for left, right in pairwise(columns))

    def cell(one):
        return int(one["data"]["row"]), int(one["data"]["column"])

    first, second = ([box["at"][0] for box in shown["boxes"] if cell(box)[1] == j] for j in (0, 1))
    step = second[0] - first[0]
    for box in shown["boxes"]:
        i, j = cell(box)
        assert abs(box["at"][1] - rows[i]["at"][1]) < 1.5  # beside the row's name
        assert abs(box["at"][0] - first[0] - j * step) < 0.6
    for number in shown["words"]:
        if "row" in number["data"]:
            i, j = cell(number)
            right = first[0] + (j + 0.75) * step
            assert right - step / 2 < number["box"][2] < right + step / 4
    most = max(box["across"] for box in shown["boxes"])
    return {
        "numbers": {cell(one): one["text"] for one in shown["words"] if "row" in one["data"]},
        "areas": {cell(box): (box["across"] / most) ** 2 for box in shown["boxes"]},
        "rows": [one["text"] for one in rows],
        "columns": [one["text"] for one in columns],
    }


def _profile(drawing, shown):
    ticks = [one for one in shown["lines"] if one["kind"] == "tick"]
    x = Line([(float(one["data"]["at"]), one["middle"][0]) for one in ticks])
    assert {float(one["data"]["at"]) for one in ticks} == set(range(1, drawing["points"] + 1))

    def means(kind):
        marks = [one for one in shown["marks"] if one["kind"] == kind and "area" in one["data"]]
        for mark in marks:
            assert abs(x.pixel(float(mark["data"]["mean"])) - mark["at"][0]) < 0.6
            area = drawing["areas"][int(mark["data"]["area"])]
            (name,) = [one for one in shown["words"] if one["text"] == area["text"]]
            assert 0 < mark["at"][1] - name["at"][1] < 80  # below its area's name, and near
        return [(int(mark["data"]["area"]), x.value(mark["at"][0])) for mark in marks]

    return {
        "now": means("now"),
        "then": means("then"),
        "words": whole(one["text"] for one in shown["words"]),
    }


def _calibration(drawing, shown):
    x, y, ticks = _axes(shown)
    levels = [mark for mark in shown["marks"] if "sure" in mark["data"]]
    at = [mark["at"] for mark in levels]
    return {
        "levels": [(x.value(left) / 100, y.value(top) / 100) for left, top in at],
        "sizes": relative([mark["across"] for mark in levels]),
        **ticks,
        "words": whole(one["text"] for one in shown["words"] if not one["kind"].startswith("tick")),
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
