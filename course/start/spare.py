"""Keeps a folder whole while it is changed, also if the process is killed in the middle.

Before the first change a copy of the folder is made beside it. It costs next to nothing, for its
files are links to the same contents; whoever changes the folder must replace files, not write into
them, as pip does. When the change is complete the copy goes; when it fails, or when the next start
finds that it was cut short, the copy takes the folder's place.

For a folder ``.venv``: ``.venv.copying`` is a copy that is not complete, ``.venv.before`` one that
is, and ``.venv.gone`` is on its way out. Each comes and goes by being renamed, in one step.
"""

import contextlib
import os
import shutil
from pathlib import Path


def make(folder: Path) -> None:
    """Make the copy, which then stands for the folder until ``drop`` or ``put_back``."""
    copying = _beside(folder, "copying")
    _remove(copying)
    drop(folder)
    shutil.copytree(folder, copying, symlinks=True, copy_function=_link)
    copying.rename(_beside(folder, "before"))


def put_back(folder: Path) -> bool:
    """Let the copy, if there is one, take the folder's place; say whether there was one."""
    before = _beside(folder, "before")
    if not before.is_dir():
        return False
    _discard(folder)
    before.rename(folder)
    return True


def drop(folder: Path) -> None:
    """Remove the copy, if there is one: the folder itself is whole."""
    _discard(_beside(folder, "before"))


def _discard(folder: Path) -> None:
    """Remove a folder, which is gone in one step even if removing its files takes time."""
    gone = _beside(folder, "gone")
    _remove(gone)
    if folder.exists():
        folder.rename(gone)
        _remove(gone)


def _beside(folder: Path, ending: str) -> Path:
    return folder.with_name(f"{folder.name}.{ending}")


def _remove(folder: Path) -> None:
    # What cannot be removed now, as a file in use under Windows, is removed the next time.
    shutil.rmtree(folder, ignore_errors=True)


def _link(source: str, target: str) -> None:
    with contextlib.suppress(OSError):
        os.link(source, target)
        return
    shutil.copy2(source, target)  # On a file system without links.
