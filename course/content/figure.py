"""Figure files read into typed objects.

A figure states what it shows, for whom it holds, where its numbers come from, and the numbers. What
each kind is stands in ``course.figures``; why a file is faulty, in
``course.content.figure_checking``.
"""

from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from attrs import evolve
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, override

from course.content.filled import EMPTY, Filling
from course.content.reading import strict_converter
from course.figures import KINDS
from course.figures.figure import Figure, FigureKind
from course.marked import read


@cache
def _converter(kind: FigureKind) -> Converter:
    """The strict converter, with the names that Python can't have as names of fields."""
    converter = strict_converter()
    for cls, names in kind.renamed.items():
        overrides = {own: override(rename=written) for own, written in names.items()}
        hook: Any = make_dict_structure_fn(
            cls,
            converter,
            _cattrs_forbid_extra_keys=True,
            **overrides,  # type: ignore[arg-type]
        )
        converter.register_structure_hook(cls, hook)
    return converter


def read_figure(path: Path, filling: Filling = EMPTY) -> Figure:
    """The figure of a file; raises one of ``course.content.reading.FAULTY`` if it has faults."""
    return _load(path, path.stat().st_mtime_ns, filling)


@lru_cache(maxsize=256)
def _load(path: Path, _changed: int, filling: Filling) -> Figure:
    return evolve(build_figure(filling.filled(read(path).value)), id=path.stem)


def build_figure(definition: Any) -> Figure:
    """A figure from what its file holds; raises one of ``course.content.reading.FAULTY`` if not.

    >>> build_figure({"kind": "pie"})
    Traceback (most recent call last):
    ...
    ValueError: not a figure of a known kind
    """
    kind = definition.get("kind") if isinstance(definition, dict) else None
    if not isinstance(kind, str) or kind not in KINDS:
        raise ValueError("not a figure of a known kind")
    of = KINDS[kind]
    figure: Figure = _converter(of).structure(definition, of.figure)
    return figure
