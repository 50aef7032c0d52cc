"""Kinds of figures, a folder each: what an author writes, what it must be, how it is drawn.

A kind is found by looking: to add one, add a folder. Its name is what authors write after
``kind:``. It holds

- ``shape.py``: the class of its figures, its rules and its table; see `FigureKind`;
- ``picture.py``: how it is drawn;
- ``schema.json``: what its files hold, besides what every figure has;
- ``page.md``: its part of the documentation, with an example of such a file.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path

from course.figures.figure import FigureKind

_HERE = Path(__file__).parent


class _Found(Mapping[str, FigureKind]):
    """The kinds by name, each imported when it is asked for."""

    def __getitem__(self, name: str) -> FigureKind:
        if name not in _names():
            raise KeyError(name)
        return _kind(name)

    def __contains__(self, name: object) -> bool:
        # Mapping's own looks the kind up, which would load it.
        return name in _names()

    def __iter__(self) -> Iterator[str]:
        return iter(_names())

    def __len__(self) -> int:
        return len(_names())


@cache
def _names() -> tuple[str, ...]:
    return tuple(sorted(file.parent.name for file in _HERE.glob("*/shape.py")))


@cache
def _kind(name: str) -> FigureKind:
    return FigureKind(name, _HERE / name, import_module(f"{__name__}.{name}.shape"))


KINDS: Mapping[str, FigureKind] = _Found()
"""Every kind of figure by its name."""
