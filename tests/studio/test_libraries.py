"""The libraries that pages load are those of the lock, whole, and with their terms."""

import json

from course.pages.files import KEPT
from course.paths import ROOT
from course.studio import javascript, libraries


def test_they_are_what_npm_brings():
    assert javascript.installed()
    assert libraries.stale() == []
    assert {file.name for file in KEPT.iterdir()} == set(libraries.contents())


def test_the_lock_names_all_that_is_in_them():
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    for name in ("docx", "fflate", "nanoid", "pptxgenjs", "jszip", "pako"):
        assert "MIT" in packages[f"node_modules/{name}"]["license"]


def test_whose_they_are_is_told_beside_them():
    for name, owners in {"docx": ("Dolan", "Arjun Barrett"), "pptxgenjs": ("Brent Ely",)}.items():
        text = (KEPT / f"{name}.txt").read_text("utf-8")
        assert text.count("Copyright") >= len(owners)
        assert all(owner in text for owner in owners)
    assert "Stuart Knightley" in (KEPT / "pptxgenjs.txt").read_text("utf-8")


def test_none_asks_for_a_map_or_another_script():
    for script in KEPT.glob("*.js"):
        text = script.read_text("utf-8")
        assert "sourceMappingURL" not in text
        assert not any(line.startswith("import ") for line in text.splitlines())
