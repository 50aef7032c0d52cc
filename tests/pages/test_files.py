"""The name by which a browser may keep the files that pages load."""

import os
import shutil
from itertools import count
from pathlib import Path

import pytest

from course.pages import files
from course.pages.files import STATIC, version


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The pages' own files, and a kind with a view of two scripts, to change; a second a look."""
    shutil.copytree(STATIC, tmp_path / "static")
    kind = tmp_path / "years"
    kind.mkdir()
    for name in ("view.js", "line.js", "view.css"):
        (kind / name).write_text("")
    monkeypatch.setattr(files, "FOLDERS", {"pages": tmp_path / "static"})
    monkeypatch.setattr(files, "folders", lambda: {"years": kind})
    monkeypatch.setattr(files, "monotonic", count().__next__)
    return tmp_path


@pytest.mark.parametrize("name", ["static/page.css", "years/view.css", "years/line.js"])
def test_it_changes_with_a_file(folders: Path, name: str) -> None:
    before = version()
    assert before == version()
    stamp = (folders / name).stat().st_mtime_ns
    os.utime(folders / name, ns=(stamp + 1, stamp + 1))
    assert version() != before


def test_it_changes_with_a_new_file(folders: Path) -> None:
    before = version()
    (folders / "static" / "new.js").write_text("")
    assert version() != before


def test_a_page_that_asks_several_times_within_a_second_has_the_files_looked_through_once(
    folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "monotonic", lambda: 1000.9)
    before = version()
    (folders / "static" / "new.js").write_text("")
    assert version() == before
    monkeypatch.setattr(files, "monotonic", lambda: 1001.0)
    assert version() != before


def test_what_no_page_loads_plays_no_part(folders: Path) -> None:
    before = version()
    (folders / "years" / "rules.py").write_text("")
    assert version() == before
