"""A lesson's page, step by step and part by part, drawn from the cells of its built notebook.

Nothing is run: texts and figures stand in the notebook, and where a cell shows an exercise there is
a place for its card. What begins a step stands in the cell's metadata. Changing the notebook
changes the page.
"""

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from attrs import evolve, frozen

from course.content.landed import shows
from course.pages import markdown
from course.plain import Json

FIGURE = "application/vnd.course.figure+html"
"""The output that holds a figure for the course's own page."""


@frozen(kw_only=True)
class Part:
    """A part of a page.

    Attributes:
        id: the cell's id, which links lead to.
        kind: a ``text``; ``words``, the glossary of the lesson; a ``figure``; an ``exercise``; or
            code from under the ``hood`` with what it printed.
        html: the text or the figure.
        exercise: which exercise stands here.
        code: the code.
        printed: what the code printed, output by output.
        step: what sort of step begins here (`course.content.steps.STEPS`); empty where none does.
    """

    id: str
    kind: Literal["text", "glossary", "figure", "exercise", "hood"]
    html: str = ""
    exercise: str = ""
    code: str = ""
    printed: tuple[str, ...] = ()
    step: str = ""


@frozen(kw_only=True)
class PageStep:
    """A step of a page: its heading, and the parts that stand below it.

    Attributes:
        id: the id of the part that it begins with, which addresses lead to.
        kind: one of `course.content.steps.STEPS`.
        level: 1 where the heading is the lesson's title, or else 2.
        heading: the heading as HTML; the first part has what is left of the text.
        parts: what stands in it, in order.
    """

    id: str
    kind: str
    level: int
    heading: str
    parts: tuple[Part, ...]

    @property
    def last(self) -> str:
        """The last paragraph of its text, which on a Monday is what one is asked to do."""
        found = _PARAGRAPH.findall("".join(part.html for part in self.parts))
        return found[-1] if found else ""


_HEADING = re.compile(r"\s*<h([12])>(.*?)</h\1>\s*", re.DOTALL)
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)


def steps(parts: Iterable[Part]) -> tuple[PageStep, ...]:
    """The parts in their steps; none where no part begins one. The glossary is in none.

    >>> text = Part(id="c02", kind="text", html="<h1>Silos</h1><p>Once.</p>", step="scene")
    >>> [(step.kind, step.heading, step.last) for step in steps([text])]
    [('scene', 'Silos', 'Once.')]
    """
    groups: list[list[Part]] = []
    for part in parts:
        if part.step:
            groups.append([part])
        elif groups and part.kind != "glossary":
            groups[-1].append(part)
    return tuple(map(_step, groups))


def _step(group: list[Part]) -> PageStep:
    first, *rest = group
    heading = _HEADING.match(first.html)
    level, words = (int(heading[1]), heading[2]) if heading else (2, "")
    left = evolve(first, html=first.html[heading.end() :] if heading else first.html)
    return PageStep(id=first.id, kind=first.step, level=level, heading=words, parts=(left, *rest))


def parts(notebook: Path, ending: str = "") -> tuple[Part, ...]:
    """The parts of a lesson's page, in order; what is kept for an unchanged file.

    ``ending`` is what the names of pages end with.
    """
    return _parts(notebook, notebook.stat().st_mtime_ns, ending)


@lru_cache(maxsize=64)
def _parts(notebook: Path, _changed: int, ending: str) -> tuple[Part, ...]:
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return tuple(part for cell in cells if (part := _part(cell, ending)) is not None)


def _part(cell: Json, ending: str) -> Part | None:
    id, source = str(cell["id"]), _text(cell["source"])
    tags = cell["metadata"].get("tags", [])
    if cell["cell_type"] == "markdown":
        kind: Literal["text", "glossary"] = "glossary" if "glossary" in tags else "text"
        step = str(cell["metadata"].get("course", {}).get("step", ""))
        return Part(id=id, kind=kind, html=markdown.html(source, ending), step=step)
    outputs = cell.get("outputs", [])
    if "under-the-hood" in tags:
        return Part(id=id, kind="hood", code=source, printed=tuple(map(_printed, outputs)))
    if "exercise" in (shown := shows(cell)):
        return Part(id=id, kind="exercise", exercise=shown["exercise"])
    for output in outputs:
        if FIGURE in output.get("data", {}):
            return Part(id=id, kind="figure", html=_text(output["data"][FIGURE]))
    return None


def _printed(output: Json) -> str:
    return _text(output.get("text") or output.get("data", {}).get("text/plain", ""))


def _text(lines: Any) -> str:
    """What a notebook keeps as a text or as a list of lines."""
    return lines if isinstance(lines, str) else "".join(lines)
