"""Kinds of figures, a folder each: what an author writes, what it must be, how it is drawn.

A kind is found by looking: to add one, add a folder. Its name is what authors write after
``kind:``. It holds

- ``shape.py``: the class of its figures, its rules and its table; see `FigureKind`;
- ``picture.py``: how it is drawn;
- ``schema.json``: what its files hold, besides what every figure has;
- ``page.md``: its part of the documentation, with an example of such a file.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path

from course.figures.figure import FigureKind
from course.looked import Found

_HERE = Path(__file__).parent


def _names() -> Iterator[str]:
    return (file.parent.name for file in _HERE.glob("*/shape.py"))


def _kind(name: str) -> FigureKind:
    return FigureKind(name, _HERE / name, import_module(f"{__name__}.{name}.shape"))


KINDS: Mapping[str, FigureKind] = Found(_names, _kind)
"""Every kind of figure by its name."""
