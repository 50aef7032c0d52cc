"""A lesson's figures: what authors write in ``data/figures``, read into typed objects.

A figure states what it shows, for whom it holds, where its numbers come from, and the numbers. How
it is drawn is the business of ``course.plots``; why a file is faulty, of
``course.content.figure_checking``.
"""

from functools import lru_cache
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, override

from course.content.reading import FAULTY, strict_converter
from course.errors import CourseError
from course.marked import read
from course.words.bilingual import Text


@frozen(kw_only=True)
class Figure:
    """The head of a figure file; each kind adds its own fields.

    Attributes:
        id: the name of the file, without its ending.
        title: what it is a figure of.
        message: what it shows, in one sentence.
        caption: whom and when it concerns, how it was measured, its caution.
        sources: keys of the bibliography; none for the course's own drawings.
    """

    id: str = field(default="", metadata={"in_file": False})
    kind: str
    title: Text
    message: Text
    caption: Text | None = None
    sources: list[str] = field(factory=list)


@frozen
class Row:
    """A bar: what it stands for and how long it is; ``strong`` is the one to look at."""

    label: Text
    value: float
    strong: bool = False


@frozen(kw_only=True)
class Bars(Figure):
    """Amounts beside each other, from 0; ``highest`` is the end of the axis, such as 100."""

    unit: Text
    rows: list[Row]
    highest: float | None = None


@frozen
class Series:
    """A line through ``points``, each a pair (across, up), in order."""

    label: Text
    points: list[tuple[float, float]]


@frozen(kw_only=True)
class Lines(Figure):
    """What changes along an axis, most often time."""

    across: Text
    unit: Text
    series: list[Series]


@frozen
class Step:
    """A step: what happens, and a few words more."""

    text: Text
    note: Text | None = None


@frozen
class Loop:
    """The way back from a step to an earlier one; steps are counted from 1."""

    start: int
    end: int
    text: Text


@frozen(kw_only=True)
class Steps(Figure):
    """Steps in order: an idea's way, a ladder, a process."""

    steps: list[Step]
    loop: Loop | None = None


@frozen
class Axis:
    """What grows along an axis, and what its two ends stand for."""

    text: Text
    low: Text
    high: Text


@frozen
class Cells:
    """What stands in each of the four cells."""

    top_left: Text
    top_right: Text
    bottom_left: Text
    bottom_right: Text


@frozen(kw_only=True)
class Quadrants(Figure):
    """Two questions, and the four answers they give together."""

    across: Axis
    up: Axis
    cells: Cells


@frozen
class Event:
    """What happened in a year."""

    year: int
    text: Text


@frozen(kw_only=True)
class Timeline(Figure):
    """Events, in the order of their years."""

    events: list[Event]


KINDS: dict[str, type[Figure]] = {
    "bars": Bars,
    "lines": Lines,
    "steps": Steps,
    "quadrants": Quadrants,
    "timeline": Timeline,
}
"""Every kind of figure by its name."""


def _converter() -> Converter:
    """The strict converter, with the names that Python can't have as names of fields."""
    converter = strict_converter()
    renamed: dict[type, dict[str, str]] = {
        Loop: {"start": "from", "end": "to"},
        Cells: {part: part.replace("_", "-") for part in Cells.__annotations__},
    }
    for cls, names in renamed.items():
        overrides = {own: override(rename=written) for own, written in names.items()}
        hook: Any = make_dict_structure_fn(
            cls,
            converter,
            _cattrs_forbid_extra_keys=True,
            **overrides,  # type: ignore[arg-type]
        )
        converter.register_structure_hook(cls, hook)
    return converter


_CONVERTER = _converter()


def read_figure(path: Path, *, language: str = "en") -> Figure:
    """The figure of a file.

    Raises CourseError, told in ``language``, when the file has faults.
    """
    try:
        return _load(path, path.stat().st_mtime_ns)
    except FAULTY as error:
        from course.content.figure_checking import faults_in_figure

        # Of a file that is faulty in this way no sources are looked up.
        found = faults_in_figure(path, references=())
        faults = "\n".join(fault.told(language) for fault in found) or str(error)
        raise CourseError("faulty-figure", language=language, faults=faults) from error


@lru_cache(maxsize=256)
def _load(path: Path, _changed: int) -> Figure:
    return evolve(build_figure(read(path).value), id=path.stem)


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
    figure: Figure = _CONVERTER.structure(definition, KINDS[kind])
    return figure
