"""Cells of the notebooks that are built.

nbformat's own makers hold each cell to its schema, which takes longer than all else of a cell;
`course.studio.notebooks` holds the whole notebook to it, once.
"""

from typing import Any

import nbformat


def text_cell(source: str, id: str, metadata: dict[str, Any]) -> Any:
    """A cell of Markdown.

    >>> text_cell("# Start", "c02", {}) == nbformat.v4.new_markdown_cell("# Start", id="c02")
    True
    """
    return _cell("markdown", source, id, metadata)


def code_cell(source: str, id: str, metadata: dict[str, Any]) -> Any:
    """A cell of code that has not been run.

    >>> code_cell("1 + 1", "c03", {}) == nbformat.v4.new_code_cell("1 + 1", id="c03")
    True
    """
    return _cell("code", source, id, metadata, execution_count=None, outputs=[])


def _cell(kind: str, source: str, id: str, metadata: dict[str, Any], **more: Any) -> Any:
    given = {"id": id, "cell_type": kind, "metadata": metadata, "source": source, **more}
    return nbformat.from_dict(given)
