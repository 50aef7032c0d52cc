"""An ``<svg>`` element: as text, and as it can stand without a page. Needs no matplotlib."""

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

SVG = "http://www.w3.org/2000/svg"
_VARIABLE = re.compile(r"var\(--[\w-]+, (#[0-9a-f]+)\)")


def written(root: Element) -> str:
    """An ``<svg>`` element as text, a line for each element in it."""
    ElementTree.register_namespace("", SVG)
    ElementTree.indent(root, space="")
    return ElementTree.tostring(root, encoding="unicode")


def alone(svg: str, *, frame: float) -> str:
    """A drawing as it can stand without a page: in colours of its own, on paper with a margin.

    ``frame`` is how many points of white paper there are around it.
    """
    root = ElementTree.fromstring(svg)
    for element in root.iter():
        for key, value in element.attrib.items():
            element.set(key, _VARIABLE.sub(r"\1", value))
    left, top, width, height = (float(side) for side in root.attrib["viewBox"].split())
    sides = (left - frame, top - frame, width + 2 * frame, height + 2 * frame)
    root.set("viewBox", " ".join(f"{side:g}" for side in sides))
    root.set("style", "background:#fff")
    return written(root)
