"""The name by which a browser may keep the files that pages load."""

import os
import re
import shutil
from itertools import count
from pathlib import Path

import pytest

from course.content.course import ours
from course.journal import Journal, MemoryStore
from course.pages import files
from course.pages.files import STATIC, together, version
from course.pages.render import Pages
from course.session import Session


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


@pytest.mark.parametrize("built", ["", "folder"])
def test_a_lessons_text_waits_for_one_style_and_its_page_asks_for_one_script(built: str) -> None:
    """What a browser fetches for a lesson, and what it reads before the text is on the screen.

    Chromium compiles a script that is named by modulepreload, and may do so before it paints; one
    that is preloaded as a script it fetches and leaves alone until somebody imports it.
    """
    session = Session(ours(), Journal(MemoryStore()), "sv")
    html = Pages("/course", built=built).lesson(session, "06-across-boundaries")
    head, _, body = html.partition("</head>")
    assert "<link" not in body
    assert re.findall(r'<link rel="stylesheet" href="[^"]*/([\w.]+)"([^>]*)>', head) == [
        ("lesson.css", "")
    ]
    assert re.findall(r'<link rel="preload" href="[^"]*/views.js" ([^>]*)>', head) == [
        'as="script" crossorigin'
    ]
    scripts = re.findall(r'<script (type="module" |defer )?src="([^"]*)"', html)
    assert all(waits for waits, _ in scripts), "a script holds up the text"
    assert [one.rpartition("/")[2] for _, one in scripts if "engine/" not in one] == ["lesson.js"]
    assert (
        'id="returning"' in body
    )  # what it begins with is there: its script is joined to the other


def test_what_meets_who_comes_back_is_among_a_lessons_scripts_and_begins_with_its_data() -> None:
    text = together("lesson.js")
    assert 'if (document.getElementById("returning")) (async () => {' in text
    assert not re.search(r"^import ", text, re.MULTILINE)
    # What only the browser's own engine has lies elsewhere, and is asked for where there is one.
    assert re.findall(r"await import\(`[^`]*/([\w./-]+)`", text) == ["worker-session.js"]


def test_no_two_of_a_lessons_scripts_have_a_name_in_common() -> None:
    """Joined they have one scope; what each begins with has its own."""
    shared = together("lesson.js").partition("if (document.getElementById(")[0]
    names = re.findall(r"^(?:async )?(?:function|const|let|class) (\w+)", shared, re.MULTILINE)
    assert len(names) > 20
    assert len(names) == len(set(names))
