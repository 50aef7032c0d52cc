"""Notebooks that are built, and their cells, as the JSON of their files.

nbformat's own makers hold each cell, and the notebook, to its schema, which takes longer than all
else of them; `course.studio.notebooks` holds a notebook to it once, when it is written.
"""

from course.plain import Json


def text_cell(source: str, id: str, metadata: Json) -> Json:
    """A cell of Markdown.

    >>> from nbformat.v4 import new_markdown_cell
    >>> text_cell("# Start", "c02", {}) == new_markdown_cell("# Start", id="c02")
    True
    """
    return _cell("markdown", source, id, metadata)


def code_cell(source: str, id: str, metadata: Json) -> Json:
    """A cell of code that has not been run.

    >>> from nbformat.v4 import new_code_cell
    >>> code_cell("1 + 1", "c03", {}) == new_code_cell("1 + 1", id="c03")
    True
    """
    return _cell("code", source, id, metadata, execution_count=None, outputs=[])


def notebook_of(cells: list[Json], metadata: Json) -> Json:
    """A notebook of such cells.

    >>> from nbformat.v4 import new_notebook
    >>> notebook_of([], {}) == new_notebook()
    True
    """
    return {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def _cell(kind: str, source: str, id: str, metadata: Json, **more: object) -> Json:
    return {"id": id, "cell_type": kind, "metadata": metadata, "source": source, **more}
