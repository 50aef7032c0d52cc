"""Each fault of the opening pictures is told where it stands."""

from pathlib import Path

import pytest

from course.content.course import Course, ours
from course.studio.data import data_faults
from course.studio.scene_faults import scene_faults

SCENES = ours().file("data/scenes.yml").read_text(encoding="utf-8")


def told(folder: Path, old: str, new: str) -> list[tuple[str, int]]:
    assert old in SCENES
    data = folder / "data"
    data.mkdir(exist_ok=True)
    (data / "scenes.yml").write_text(SCENES.replace(old, new, 1), encoding="utf-8")
    course = Course.open(ours().folders[0], folder)
    return [(fault.key, fault.line) for fault in scene_faults(course)]


def test_the_course_s_pictures_are_sound() -> None:
    assert scene_faults(ours()) == []


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("place: corridor", "place: cellar", "not-one-of"),
        ("mood: weary", "mood: cross", "not-one-of"),
        ("hair: side", "hair: mohawk", "not-one-of"),
        ("shows: [locked-box]", "shows: [piano]", "not-one-of"),
        ("at: doorway", "at: ceiling", "not-one-of"),
        ("at: doorway", "at: outside", "id-twice"),
        ("who: yonas", "who: jonas", "cast-nobody"),
        ("{yonas} knackar", "{jonas} knackar", "cast-nobody"),
        ("  00-start:", "  77-start:", "not-one-of"),
        ("others:", "otherz:", "unknown-key"),
    ],
)
def test_a_fault_is_told_where_it_stands(tmp_path: Path, old: str, new: str, key: str) -> None:
    found = told(tmp_path, old, new)
    assert key in [one for one, _ in found]
    line = 1 + SCENES[: SCENES.index(old)].count("\n")
    assert any(abs(at - line) <= 3 for _, at in found)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [("hair: bob", "hair: wig", "not-one-of"), ("with: [lanyard]", "hat: top", "unknown-key")],
)
def test_looks_that_cannot_be_drawn_are_told(tmp_path: Path, old: str, new: str, key: str) -> None:
    text = ours().file("data/cast.yml").read_text(encoding="utf-8")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "cast.yml").write_text(text.replace(old, new, 1), encoding="utf-8")
    found = scene_faults(Course.open(ours().folders[0], tmp_path))
    line = 1 + text[: text.index(old)].count("\n")
    assert [(one.key, one.line, one.file) for one in found] == [(key, line, "data/cast.yml")]


def test_a_cast_that_cannot_be_read_keeps_the_rest_from_being_held_to_it(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    nameless = "people: {nils: {unit: home-care, role: {sv: vårdare, en: carer}}}\n"
    (tmp_path / "data" / "cast.yml").write_text(nameless, encoding="utf-8")
    course = Course.open(ours().folders[0], tmp_path)
    assert scene_faults(course) == []  # what is wrong with the cast is told of the cast
    assert [(one.key, one.values["missing"]) for one in data_faults(course)] == [
        ("missing-key", "name")
    ]


def test_an_overlay_s_own_picture_takes_the_place_of_ours(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    own = (
        "scenes:\n  00-start:\n    place: office\n    people: [{who: eva, at: desk}]\n"
        '    alt: {sv: "{eva} vid sitt skrivbord.", en: "{eva} at her desk."}\n'
    )
    (tmp_path / "data" / "scenes.yml").write_text(own, encoding="utf-8")
    course = Course.open(ours().folders[0], tmp_path)
    assert scene_faults(course) == []
    assert course.scenes.by_lesson["00-start"].place == "office"
    assert course.scenes.by_lesson["01-what-counts"].place == "meeting"
