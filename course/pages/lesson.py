"""A lesson's page, part by part, drawn from the cells of its built notebook.

Nothing is run: texts and figures stand in the notebook, and where a cell shows an exercise there is
a place for its card. Changing the notebook changes the page.
"""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from attrs import frozen

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
    """

    id: str
    kind: Literal["text", "words", "figure", "exercise", "hood"]
    html: str = ""
    exercise: str = ""
    code: str = ""
    printed: tuple[str, ...] = ()


def parts(notebook: Path) -> tuple[Part, ...]:
    """The parts of a lesson's page, in order; what is kept for an unchanged file."""
    return _parts(notebook, notebook.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _parts(notebook: Path, _changed: int) -> tuple[Part, ...]:
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return tuple(part for cell in cells if (part := _part(cell)) is not None)


def _part(cell: Json) -> Part | None:
    id, source = str(cell["id"]), _text(cell["source"])
    tags = cell["metadata"].get("tags", [])
    if cell["cell_type"] == "markdown":
        kind: Literal["text", "words"] = "words" if "glossary" in tags else "text"
        return Part(id=id, kind=kind, html=markdown.html(source))
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
