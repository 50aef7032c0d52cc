"""What a browser keeps of a folder, and how it puts the course among its apps."""

import json
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from course.runtimes.browser import installed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("sv/index.html", "files/a1/pages/icon.svg", "engine/a1/x.bin", "licences/x.txt"):
        file = tmp_path / name
        file.parent.mkdir(parents=True)
        file.write_text(name, encoding="utf-8")
    return tmp_path


def held(folder: Path) -> Any:
    """What the service worker was told that its version holds."""
    first = (folder / "keeper.js").read_text(encoding="utf-8").splitlines()[0]
    return json.loads(json.loads(first.removeprefix("self.COURSE = ").removesuffix(";")))


def test_all_is_kept_by_its_hash_but_what_no_page_leads_to(folder: Path) -> None:
    installed.write(folder)
    files = held(folder)["files"]
    assert set(files) == {
        "sv/index.html", "files/a1/pages/icon.svg", "engine/a1/x.bin", "app-sv.json", "app-en.json",
    }  # fmt: skip
    expected = b64encode(sha256(b"sv/index.html").digest()).decode()
    assert files["sv/index.html"] == f"sha256-{expected}"


def test_a_page_that_changes_makes_another_version(folder: Path) -> None:
    installed.write(folder)
    before = held(folder)["version"]
    for file in folder.glob("*.js*"):
        file.unlink()
    installed.write(folder)
    assert held(folder)["version"] == before
    (folder / "keeper.js").unlink()
    (folder / "sv/index.html").write_text("Något annat", encoding="utf-8")
    installed.write(folder)
    assert held(folder)["version"] != before


def test_an_app_begins_in_its_language_and_has_an_icon(folder: Path) -> None:
    installed.write(folder)
    app = json.loads((folder / "app-en.json").read_text(encoding="utf-8"))
    assert (app["lang"], app["start_url"], app["display"]) == ("en", "en/index.html", "standalone")
    (icon,) = app["icons"]
    assert (folder / icon["src"]).is_file()
