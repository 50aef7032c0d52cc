"""The rooms of the package and how they lean on one another, as a picture for contributors.

``course build`` writes it to ``docs/house.svg``. It is found in the imports, so that it shows the
house as it is; ``tests/test_imports.py`` holds that no rooms lean on each other in a circle.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

from course.paths import PACKAGE

PAGE = "docs/house.svg"

Rooms = Mapping[str, frozenset[str]]
"""Each room, and those that it leans on."""

_IMPORT = re.compile(r"^\s*(?:from course import|(?:from|import) course\.)\s*(\w+)", re.MULTILINE)
_DOCSTRING = re.compile(r'"""(.+?)(?:\n\n|""")', re.DOTALL)

_WIDTH, _HEIGHT, _FLOOR, _GAP = 116, 40, 92, 14
_STYLE = """
svg { font: 15px system-ui, sans-serif;
  --ink: #1d282d; --line: #879391; --paper: #fff; --room: #e3efee; }
@media (prefers-color-scheme: dark) {
  svg { --ink: #e8ecec; --line: #7c8a8a; --paper: #14191b; --room: #173a3a; }
}
.paper { fill: var(--paper); }
.room { fill: var(--room); stroke: var(--line); }
.leans { fill: none; stroke: var(--line); stroke-width: 1.25; }
text { fill: var(--ink); text-anchor: middle; }
"""


@cache
def rooms(package: Path = PACKAGE) -> Rooms:
    """The rooms of a package: its folders, and its files beside them.

    >>> sorted(rooms()["errors"])
    ['words']
    """
    found: dict[str, set[str]] = {}
    for file in package.rglob("*.py"):
        inside = file.relative_to(package)
        name = inside.parts[0].removesuffix(".py")
        if not name.startswith("__"):
            leans_on = found.setdefault(name, set())
            leans_on |= set(_IMPORT.findall(file.read_text(encoding="utf-8")))
    return {name: frozenset(found[name] & set(found) - {name}) for name in sorted(found)}


def floors(house: Rooms) -> list[list[str]]:
    """The rooms from the ground up: each stands on the floors below it alone.

    Raises ValueError where some lean on each other in a circle.

    >>> floors({"roof": frozenset({"wall"}), "wall": frozenset()})
    [['wall'], ['roof']]
    """
    left, found = dict(house), list[list[str]]()
    while left:
        ends = sorted(name for name, leans_on in left.items() if not leans_on & set(left))
        if not ends:
            raise ValueError(f"these rooms lean on each other in a circle: {', '.join(left)}")
        found.append(ends)
        for name in ends:
            del left[name]
    return found


def leaning(house: Rooms) -> list[tuple[str, str]]:
    """Who leans on whom, without what follows: where another room between says it already."""
    beneath: dict[str, set[str]] = {}
    for name in (name for floor in floors(house) for name in floor):
        beneath[name] = set(house[name]).union(*(beneath[one] for one in house[name]))
    return [
        (name, other)
        for name, leans_on in house.items()
        for other in sorted(leans_on)
        if not any(other in beneath[between] for between in leans_on)
    ]


def page() -> str:
    """The text of ``docs/house.svg``."""
    house = rooms()
    levels = floors(house)
    width = max(map(len, levels)) * (_WIDTH + _GAP) + _GAP
    height = len(levels) * _FLOOR - (_FLOOR - _HEIGHT) + 2 * _GAP
    place = _places(house, width)
    title = "The rooms of the package course: each leans on rooms below it alone"
    svg = ET.Element(
        "svg", xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {width} {height}", role="img"
    )
    ET.SubElement(svg, "title").text = title
    ET.SubElement(svg, "style").text = _STYLE
    ET.SubElement(svg, "rect", {"class": "paper", "width": str(width), "height": str(height)})
    for upper, lower in leaning(house):
        ET.SubElement(svg, "path", {"class": "leans", "d": _curve(place[upper], place[lower])})
    for name, (x, y) in place.items():
        room = ET.SubElement(svg, "g")
        ET.SubElement(room, "title").text = f"{name}: {_said_of(name)}"
        where = {"x": f"{x - _WIDTH / 2:g}", "y": str(y), "rx": "8"}
        size = {"width": str(_WIDTH), "height": str(_HEIGHT)}
        ET.SubElement(room, "rect", {"class": "room", **where, **size})
        ET.SubElement(room, "text", x=f"{x:g}", y=f"{y + _HEIGHT / 2 + 5:g}").text = name
    ET.indent(svg, space=" ")
    return ET.tostring(svg, encoding="unicode") + "\n"


def _places(house: Rooms, width: int) -> dict[str, tuple[float, int]]:
    """The middle of each room from the left, and its upper edge.

    A floor's rooms stand over its whole width, each as near as may be to those that lean on it.
    """
    place: dict[str, tuple[float, int]] = {}
    leans = leaning(house)
    for n, names in enumerate(floors(house)[::-1]):
        above = {name: [place[one][0] for one, other in leans if other == name] for name in names}
        middle = {name: sum(at) / len(at) if at else width / 2 for name, at in above.items()}
        apart = width / len(names)
        for i, name in enumerate(sorted(names, key=lambda one: (middle[one], one))):
            place[name] = (apart * (i + 0.5), _GAP + n * _FLOOR)
    return place


def _curve(upper: tuple[float, int], lower: tuple[float, int]) -> str:
    (x, top), (to, end) = upper, lower
    start, bend = top + _HEIGHT, (_FLOOR - _HEIGHT) * 0.8
    return f"M{x:g} {start} C{x:g} {start + bend:g} {to:g} {end - bend:g} {to:g} {end}"


def _said_of(name: str) -> str:
    """What a room says of itself, in its first sentence."""
    file = PACKAGE / name / "__init__.py"
    text = (file if file.is_file() else PACKAGE / f"{name}.py").read_text(encoding="utf-8")
    found = _DOCSTRING.search(text)
    return " ".join(found[1].replace("``", "").split()) if found else ""
