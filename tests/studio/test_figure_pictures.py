"""Words that have no room in a figure are told where they stand, for the figures that changed."""

from pathlib import Path

import pytest

from course.content.course import Course
from course.paths import ROOT
from course.studio import figure_pictures
from course.studio.figure_pictures import of_pictures, picture_faults
from course.studio.kept import Kept
from course.studio.side_by_side import SideBySide

FIGURE = "control-or-burden"
SHORT = "  text: {sv: Får bestämma mer, en: Gets more to decide}\n"
LONG = f"  text: {{sv: {'Får bestämma mer ' * 6}, en: Gets more to decide}}\n"


@pytest.fixture
def crowded(tmp_path: Path) -> Course:
    """The course, with a figure whose upright axis is called six times as much in Swedish."""
    text = (ROOT / f"data/figures/{FIGURE}.yml").read_text(encoding="utf-8")
    assert SHORT in text
    (tmp_path / "data" / "figures").mkdir(parents=True)
    file = tmp_path / f"data/figures/{FIGURE}.yml"
    file.write_text(text.replace(SHORT, LONG), encoding="utf-8")
    return Course.open(ROOT, tmp_path)


def line_of(course: Course) -> int:
    """The line of the long words, as an editor counts them."""
    lines = course.file(f"data/figures/{FIGURE}.yml").read_text(encoding="utf-8").splitlines()
    return lines.index(LONG.rstrip("\n")) + 1


def test_words_beyond_the_edge_are_told_at_their_line(crowded: Course) -> None:
    found = list(picture_faults(crowded, FIGURE))
    assert {(one.key, one.file, one.line) for one in found} == {
        ("figure-clipped", f"data/figures/{FIGURE}.yml", line_of(crowded))
    }
    assert {one.values["language"] for one in found} == {"say:in.sv"}


def test_what_is_told_says_where_and_what_to_do(crowded: Course) -> None:
    told = next(picture_faults(crowded, FIGURE)).told("sv")
    assert "går utanför figurens kant på en " in told
    assert "(svenska)" in told
    assert told.endswith("Skriv kortare.")


def test_only_what_changed_is_drawn_and_the_rest_is_remembered(
    crowded: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Kept(tmp_path / "kept.json")
    with SideBySide() as both:
        found = of_pictures(crowded, kept, [FIGURE], both)()
    kept.keep()
    assert found
    monkeypatch.delattr(figure_pictures, "picture_faults")
    assert of_pictures(crowded, Kept(tmp_path / "kept.json"), [FIGURE], SideBySide())() == found
