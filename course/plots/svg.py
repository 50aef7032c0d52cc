"""A matplotlib figure as SVG that can stand in a page: named, small, and in the page's colours."""

import re
from io import StringIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import matplotlib as mpl
from matplotlib.figure import Figure as MplFigure

from course.plots.element import SVG, written
from course.plots.style import RC, VARIABLES

_LINK = "{http://www.w3.org/1999/xlink}href"
_LEFT_OUT = {f"{{{SVG}}}metadata", f"{{{SVG}}}style"}

_COLOUR = re.compile("|".join(VARIABLES), re.IGNORECASE)


def to_svg(figure: MplFigure, *, name: str, title: str, description: str) -> str:
    """The figure as one ``<svg>`` element, an image with a title and a description.

    ``name`` keeps its identifiers apart from those of other figures on the page. An artist whose
    gid begins with ``label`` gets that word as a class, so that a narrow page can hide it.
    """
    with mpl.rc_context(RC):
        out = StringIO()
        figure.savefig(out, format="svg", metadata={"Date": None}, transparent=True)
    root = ElementTree.fromstring(out.getvalue())
    for parent in list(root.iter()):
        for child in [one for one in parent if one.tag in _LEFT_OUT]:
            parent.remove(child)
    for element in root.iter():
        _make_own(element, name)
    for own_size in ("width", "height"):  # the page decides
        root.attrib.pop(own_size, None)
    _tell(root, name, title, description)
    return written(root)


def _make_own(element: Element, name: str) -> None:
    """Give an element the figure's own identifiers, and the page's colours."""
    id = element.attrib.pop("id", "")
    if id.startswith("label"):
        element.set("class", "label")
    elif id:
        element.set("id", f"{name}-{id}")
    if link := element.attrib.pop(_LINK, ""):
        element.set("href", link)
    for key, value in element.attrib.items():
        if key == "href":
            value = value.replace("#", f"#{name}-", 1)
        value = value.replace("url(#", f"url(#{name}-")
        element.set(key, _COLOUR.sub(lambda colour: _variable(colour[0].lower()), value))


def _variable(colour: str) -> str:
    return f"var({VARIABLES[colour]}, {colour})"


def _tell(root: Element, name: str, title: str, description: str) -> None:
    """Say what the image shows, to those who do not see it."""
    root.set("role", "img")
    root.set("aria-labelledby", f"{name}-title {name}-desc")
    for place, (tag, words) in enumerate((("title", title), ("desc", description))):
        told = Element(f"{{{SVG}}}{tag}", {"id": f"{name}-{tag}"})
        told.text = words
        root.insert(place, told)
