"""JupyterLab's files by themselves: a built notebook stays as it was built, a copy is one's own."""

import asyncio
from pathlib import Path
from typing import Any

import nbformat
import pytest
from tornado.web import HTTPError

from course.runtimes.jupyter.lab import CourseContents


@pytest.fixture
def contents(tmp_path: Path) -> CourseContents:
    """The files of a small course."""
    for name in ("notebooks/sv/00-start", "notebooks/source/00-start", "mine/00-start"):
        file = tmp_path / f"{name}.ipynb"
        file.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(nbformat.v4.new_notebook(), file)
    return CourseContents(root_dir=str(tmp_path))


def run(work: Any) -> Any:
    return asyncio.run(work)


BUILT = [
    "notebooks/sv/00-start.ipynb", "/notebooks/sv/00-start.ipynb", "notebooks//sv/00-start.ipynb",
    "notebooks/./sv/00-start.ipynb", "mine/../notebooks/sv/00-start.ipynb",
]  # fmt: skip


@pytest.mark.parametrize("path", BUILT)
def test_however_it_is_spelled_a_built_notebook_stays(
    contents: CourseContents, tmp_path: Path, path: str
) -> None:
    before = (tmp_path / BUILT[0]).read_bytes()
    model = {"type": "notebook", "content": nbformat.v4.new_notebook(metadata={"x": 1})}
    for work in (
        lambda: contents.save(dict(model), path),
        lambda: contents.rename_file(path, "mine/moved.ipynb"),
        lambda: contents.rename_file("mine/00-start.ipynb", path),
        lambda: contents.delete_file(path),
    ):
        with pytest.raises(HTTPError):
            run(work())
    assert (tmp_path / BUILT[0]).read_bytes() == before
    assert (tmp_path / "mine" / "00-start.ipynb").exists()


def test_a_copy_of_a_built_notebook_is_the_learners(
    contents: CourseContents, tmp_path: Path
) -> None:
    copied = run(contents.copy(BUILT[0], "mine"))
    assert copied["writable"] is True
    notebook = nbformat.v4.new_notebook(metadata={"x": 1})
    run(contents.save({"type": "notebook", "content": notebook}, copied["path"]))
    assert nbformat.read(tmp_path / copied["path"], 4).metadata["x"] == 1
    run(contents.delete_file(copied["path"]))
    assert run(contents.get("mine/00-start.ipynb"))["writable"] is True
    assert run(contents.get(BUILT[0]))["writable"] is False
