"""Each licence that is named has its whole text, and each part of the wheel has a licence."""

import re
import tomllib

import pytest
from hatchling.metadata.core import ProjectMetadata
from hatchling.plugin.manager import PluginManager

from course.paths import ROOT

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
EXPRESSION = PYPROJECT["project"]["license"]
NAMED = EXPRESSION.split(" AND ")
FOLDER = ROOT / "LICENSES"
ROW = re.compile(r"^\| `([^`]+)` \| \[([\w.-]+)\]\(([\w.-]+)\) \|$", re.MULTILINE)
PARTS = {path: name for path, name, _ in ROW.findall((FOLDER / "README.md").read_text("utf-8"))}
"""What LICENSES/README.md says of each path."""

# How each text begins and ends, in the words of those who wrote it, and how many of them it has at
# least, so that none is an excerpt: creativecommons.org, opensource.org and openfontlicense.org.
TEXTS = {
    "MIT": ("MIT License", "OTHER DEALINGS IN THE\nSOFTWARE.", 160),
    "CC-BY-4.0": (
        "Attribution 4.0 International",
        "Creative Commons may be contacted at creativecommons.org.",
        2500,
    ),
    "CC0-1.0": ("Creative Commons Legal Code\n\nCC0 1.0 Universal", "or use of the Work.", 1000),
    "OFL-1.1": ("", "OTHER DEALINGS IN THE FONT SOFTWARE.", 650),
}


def test_each_licence_that_is_named_has_its_text_and_no_other_lies_there():
    assert sorted(NAMED) == sorted(TEXTS)
    assert {path.name for path in FOLDER.iterdir()} == {"README.md", *(f"{n}.txt" for n in NAMED)}


@pytest.mark.parametrize("name", NAMED)
def test_a_text_is_whole(name):
    begins, ends, words = TEXTS[name]
    text = (FOLDER / f"{name}.txt").read_text("utf-8").strip()
    assert text.startswith(begins)
    assert text.endswith(ends)
    assert len(text.split()) >= words


def test_the_text_where_hosts_and_fonts_look_for_it_is_the_same():
    assert (ROOT / "LICENSE").read_bytes() == (FOLDER / "MIT.txt").read_bytes()
    fonts = ROOT / "course" / "pages" / "static" / "fonts" / "OFL.txt"
    assert fonts.read_bytes() == (FOLDER / "OFL-1.1.txt").read_bytes()


def test_every_path_that_has_a_licence_is_there_and_its_licence_is_named():
    assert set(PARTS.values()) == set(NAMED)
    assert [path for path in PARTS if not (ROOT / path).exists()] == []
    rows = ROW.findall((FOLDER / "README.md").read_text("utf-8"))
    assert all(file == f"{name}.txt" for _, name, file in rows)


def test_every_part_of_the_wheel_has_a_licence():
    wheel = PYPROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
    carried = {*wheel["packages"], *wheel["force-include"]}
    assert carried - PARTS.keys() == set()


def test_every_font_lies_where_the_fonts_licence_is_told():
    fonts = [path for path in (ROOT / "course").rglob("*.woff2") if "__pycache__" not in path.parts]
    assert fonts
    assert {PARTS[path.parent.relative_to(ROOT).as_posix()] for path in fonts} == {"OFL-1.1"}


def test_what_the_data_says_of_itself_is_what_the_table_says():
    assert PARTS["data/municipality"] == "CC0-1.0"
    assert "CC0 1.0" in (ROOT / "data" / "municipality" / "README.md").read_text("utf-8")
    assert "under CC BY 4.0 as the lessons" in (ROOT / "data" / "README.md").read_text("utf-8")


def test_the_wheel_takes_the_texts_along_and_says_the_expression():
    """As hatchling, which builds it, understands pyproject.toml; it knows what SPDX allows."""
    core = ProjectMetadata(str(ROOT), PluginManager()).core
    assert core.license_expression == EXPRESSION
    assert sorted(core.license_files) == sorted(
        ["LICENSES/README.md", *(f"LICENSES/{name}.txt" for name in NAMED)]
    )


def test_there_is_a_line_in_both_languages_to_name_the_lessons_by():
    lines = re.findall(r"^> .+$", (FOLDER / "README.md").read_text("utf-8"), re.MULTILINE)
    assert len(lines) == 2
    for line in lines:  # What CC BY 4.0 asks for in 3(a): who, what licence, where, what changed.
        assert "Nya sätt att tänka" in line
        assert "CC BY 4.0, creativecommons.org/licenses/by/4.0" in line
        assert "address" in line or "adressen" in line
        assert "changed" in line or "ändrad" in line
